//! How often drift of severity is found where it is, and where it is not, by simulation: `cargo run --release -p
//! evenhand-analysis --example drift_power [PROGRAMMES]`.
//!
//! Three rounds; in each 18 evaluators fill in 30 score sheets of 10 indicators on 5 categories, three evaluators to a
//! provider; providers change freely between rounds. Three evaluators may shift by 0.5 logits in the last round, which is
//! 0.3 standard deviations of a score. In every round 30% of the other seats go to somebody new. "Steady" are those who
//! do not drift and were there in at least two rounds; an alarm is any class but stable.
#![allow(clippy::unwrap_used, reason = "a simulation fails by panicking")]

#[path = "../tests/support/mod.rs"]
mod support;

use evenhand_analysis::{Design, drift};
use evenhand_protocol::{DriftClass, EvaluatorDrift, Marks};
use evenhand_stats::Random;
use support::{Row, rating::rating};

const N_ROUNDS: u32 = 3;
const N_SEATS: usize = 18;
const N_SHEETS: usize = 30;
const PANEL: usize = 3;
const N_INDICATORS: u32 = 10;
const N_DRIFTING: usize = 3;

fn main() {
    let programmes: u64 = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(200);
    println!("{programmes} programmes each");
    println!(
        "| shift of three | turnover | model | found | alarms about the steady | false among the found |"
    );
    println!("|---|---|---|---|---|---|");
    for shift in [0.0, 0.5] {
        for turnover in [0.0, 0.3] {
            let mut tallies = [Tally::default(); 2];
            (0..programmes).for_each(|seed| programme(&mut tallies, shift, turnover, seed));
            for (name, tally) in ["linear", "Rasch"].iter().zip(tallies) {
                println!(
                    "| {shift} logits | {:.0}% | {name} | {} | {} | {:.2}% |",
                    100.0 * turnover,
                    share(tally.found, tally.drifting),
                    share(tally.alarms, tally.steady),
                    100.0 * tally.false_share / programmes as f64
                );
            }
        }
    }
}

fn share(hits: u32, of: u32) -> String {
    if of == 0 {
        "–".to_owned()
    } else {
        format!("{:.2}% of {of}", 100.0 * f64::from(hits) / f64::from(of))
    }
}

#[derive(Clone, Copy, Default)]
struct Tally {
    found: u32,
    drifting: u32,
    alarms: u32,
    steady: u32,
    /// The sum over programmes of the share of false alarms among all alarms.
    false_share: f64,
}

fn programme(tallies: &mut [Tally; 2], shift: f64, turnover: f64, seed: u64) {
    let table = support::table(&simulated(&mut Random::new(seed), shift, turnover), 0.0, 4.0);
    let report = drift(&Design::new(&support::all(&table)).unwrap(), Marks::DEFAULT);
    let classes: [fn(&EvaluatorDrift) -> Option<DriftClass>; 2] =
        [|one| Some(one.linear.known()?.class), |one| Some(one.rasch.known()?.class)];
    for (tally, class) in tallies.iter_mut().zip(classes) {
        let before = *tally;
        for one in &report.evaluators {
            let Some(class) = class(one) else { continue };
            let place: usize = one.evaluator[1..].parse().unwrap();
            let alarm = u32::from(class != DriftClass::Stable);
            if shift != 0.0 && place <= N_DRIFTING {
                tally.drifting += 1;
                tally.found += alarm;
            } else {
                tally.steady += 1;
                tally.alarms += alarm;
            }
        }
        let (found, alarms) = (tally.found - before.found, tally.alarms - before.alarms);
        tally.false_share += f64::from(alarms) / f64::from((found + alarms).max(1));
    }
}

/// The scores of a programme; drifting evaluators have the first codes.
fn simulated(random: &mut Random, shift: f64, turnover: f64) -> Vec<Row> {
    let mut seats: Vec<usize> = (0..N_SEATS).collect();
    let mut severity: Vec<f64> = seats.iter().map(|_| 0.5 * random.normal()).collect();
    let difficulty: Vec<f64> = (0..N_INDICATORS).map(|_| 0.5 * random.normal()).collect();
    let mut rows = Vec::new();
    for round in 0..N_ROUNDS {
        for seat in &mut seats[N_DRIFTING..] {
            if round > 0 && random.uniform() < turnover {
                *seat = severity.len();
                severity.push(0.5 * random.normal());
            }
        }
        let mut order: Vec<usize> = (0..N_SEATS).collect();
        for provider in 0..N_SEATS * N_SHEETS / PANEL {
            // Six providers at a time share out all seats anew, so that everyone fills in as many sheets.
            let first = provider % (N_SEATS / PANEL) * PANEL;
            if first == 0 {
                (1..N_SEATS).rev().for_each(|place| order.swap(place, random.below(place + 1)));
            }
            let ability = random.normal();
            for seat in &order[first..first + PANEL] {
                let evaluator = seats[*seat];
                let moved = if evaluator < N_DRIFTING && round == N_ROUNDS - 1 { shift } else { 0.0 };
                for (indicator, difficulty) in (0..N_INDICATORS).zip(&difficulty) {
                    let score = rating(ability - severity[evaluator] - moved - difficulty, random);
                    let (provider, evaluator) = (provider as u32, evaluator as u32);
                    rows.push(Row { round, provider, indicator, evaluator, score });
                }
            }
        }
    }
    rows
}
