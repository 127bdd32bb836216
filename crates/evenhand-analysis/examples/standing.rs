//! The standing of providers held against the truth of simulated programmes.
//!
//! `cargo run --release -p evenhand-analysis --example standing [PROGRAMMES]` prints four tables: how often likely
//! ranges of ranks hold the true ones, how often confidence sets do, how often providers pass whose probability of
//! passing is so and so, and the errors of raw, adjusted and shrunken composites where severity varies and where it
//! does not.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a simulation that cannot go on has failed")]

#[path = "../tests/support/mod.rs"]
mod support;

use evenhand_analysis::{Design, standing};
use evenhand_protocol::{Marks, Outcome, RankInterval, StandingAnswer, StandingRow};
use evenhand_simulate::{Programme, Simulated, simulate};
use support::league::{EQUAL, likely_coverage, programme, settings, truth};
use support::{all, simulated};

fn answer(simulation: &Simulated, marks: Marks) -> StandingAnswer {
    let table = simulated(simulation);
    standing(&Design::new(&all(&table)).unwrap(), marks)
}

/// Whether a set holds all true ranks of a provider: from the best to the worst of those that are as good.
fn holds(set: &Outcome<RankInterval>, (best, worst): (u32, u32)) -> bool {
    set.known().is_none_or(|set| set.low <= best && worst <= set.high)
}

/// Shares of true ranks in marginal sets, and of programmes in which all are in the simultaneous sets.
fn coverage(programmes: u64, n_providers: usize, spread: f64) -> (f64, f64) {
    let checked = programme(n_providers, spread, 4.0).check().unwrap();
    let (mut alone, mut n, mut together) = (0, 0, 0);
    for seed in 0..programmes {
        let simulation = simulate(&checked, seed);
        let answer = answer(&simulation, Marks::DEFAULT);
        let rows = &answer.rounds[0].rows;
        let truths: Vec<f64> = rows.iter().map(|row| truth(&simulation, &row.provider)).collect();
        let ranks = |k: usize| {
            let count = |better: &dyn Fn(f64) -> bool| truths.iter().filter(|t| better(**t)).count() as u32;
            (1 + count(&|t| t > truths[k]), count(&|t| t >= truths[k]))
        };
        alone += rows.iter().enumerate().filter(|(k, row)| holds(&row.rank_alone, ranks(*k))).count();
        n += rows.len();
        let all = rows.iter().enumerate().all(|(k, row)| holds(&row.rank_simultaneous, ranks(k)));
        together += u64::from(all);
    }
    (alone as f64 / n as f64, together as f64 / programmes as f64)
}

/// For tenths of the probability of passing: how many providers, their mean probability, and the share that passed.
fn calibration(programmes: u64) -> Vec<(usize, f64, f64)> {
    let checked = programme(20, 5.0, 4.0).check().unwrap();
    let mut bins = vec![(0, 0.0, 0.0); 10];
    for seed in 0..programmes {
        let simulation = simulate(&checked, seed);
        for row in &answer(&simulation, Marks::DEFAULT).rounds[0].rows {
            let Some(chances) = row.chances.known() else { continue };
            let bin = &mut bins[((chances.pass * 10.0) as usize).min(9)];
            bin.0 += 1;
            bin.1 += chances.pass;
            bin.2 += f64::from(u8::from(truth(&simulation, &row.provider) >= 60.0));
        }
    }
    bins.into_iter().map(|(n, p, passed)| (n, p / n as f64, passed / n as f64)).collect()
}

/// Root mean squared errors of raw, adjusted and shrunken composites, each programme's mean error taken out, and the
/// share of the 95% intervals of adjusted composites that hold the truth.
fn errors(programmes: u64, severity: f64, n_evaluators: usize) -> ([f64; 3], f64) {
    let programme = Programme { n_evaluators, ..programme(20, 8.0, severity) };
    let checked = programme.check().unwrap();
    let mut squares = [0.0; 3];
    let (mut held, mut intervals) = (0, 0);
    for seed in 0..programmes {
        let simulation = simulate(&checked, seed);
        let table = simulated(&simulation);
        let design = Design::new(&all(&table)).unwrap();
        let raw = evenhand_analysis::providers(&design);
        let found = standing(&design, Marks::DEFAULT);
        let rows = &found.rounds[0].rows;
        let raw_of = |row: &StandingRow| {
            let of = raw.rounds[0].rows.iter().find(|other| other.provider == row.provider);
            of.unwrap().raw.known().unwrap().value
        };
        let error = |value: &dyn Fn(&StandingRow) -> f64| {
            let errors: Vec<f64> =
                rows.iter().map(|row| value(row) - truth(&simulation, &row.provider)).collect();
            evenhand_stats::variance(&errors).unwrap()
        };
        for row in rows {
            let interval = row.adjusted.known().and_then(|adjusted| adjusted.interval).unwrap();
            let truth = truth(&simulation, &row.provider);
            held += usize::from(interval.low <= truth && truth <= interval.high);
            intervals += 1;
        }
        squares[0] += error(&raw_of);
        squares[1] += error(&|row| row.adjusted.known().unwrap().value);
        squares[2] += error(&|row| row.shrunken.known().unwrap().value);
    }
    (squares.map(|square| (square / programmes as f64).sqrt()), held as f64 / intervals as f64)
}

fn main() {
    let programmes = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(200);
    println!("Likely ranges of ranks, {programmes} programmes each\n");
    println!(
        "| programmes | ranges that hold the true rank | mean probability they come with | ranks in a range |"
    );
    println!("|---|---|---|---|");
    for (name, programme) in settings().into_iter().chain([(EQUAL, programme(20, 0.0, 4.0))]) {
        let found = likely_coverage(&programme, programmes);
        let (share, promised, width) = (found.share(), found.promised(), found.width());
        println!("| {name} | {share:.3} | {promised:.3} | {width:.1} |");
    }
    println!("\nCoverage of 95% confidence sets of ranks\n");
    println!(
        "| providers | spread of true composites | each rank in its own set | all ranks in the simultaneous sets |"
    );
    println!("|---|---|---|---|");
    for (n, spread) in [(10, 0.0), (20, 0.0), (20, 2.0), (20, 8.0)] {
        let (alone, together) = coverage(programmes, n, spread);
        println!("| {n} | {spread} | {alone:.3} | {together:.3} |");
    }
    println!("\nCalibration of the probability of passing\n");
    println!("| providers | mean probability | share that passed |\n|---|---|---|");
    for (n, p, passed) in calibration(programmes) {
        println!("| {n} | {p:.3} | {passed:.3} |");
    }
    println!("\nRoot mean squared error in points of 100\n");
    println!(
        "| evaluators | spread of severity | raw | adjusted | shrunken | 95% intervals of adjusted that hold the truth |\n|---|---|---|---|---|---|"
    );
    let twelve = [0.0, 1.0, 2.0, 4.0, 8.0].map(|severity| (12, severity));
    let five = [0.0, 2.0, 8.0].map(|severity| (5, severity));
    for (n, severity) in twelve.into_iter().chain(five) {
        let ([raw, adjusted, shrunken], held) = errors(programmes, severity, n);
        println!("| {n} | {severity} | {raw:.2} | {adjusted:.2} | {shrunken:.2} | {held:.3} |");
    }
}
