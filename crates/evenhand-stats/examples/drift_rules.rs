//! Which rule may say that an evaluator drifts: false alarms of three rules by simulation, `cargo run --release -p
//! evenhand-stats --example drift_rules [PROGRAMMES]`.
//!
//! Severities with known errors in six rounds, each in a frame of its own; turnover is the share of evaluators absent in
//! each round, so that the panel is another one every time. "Steady" are those who do not move and were there in at least
//! two rounds. The rules: all changes, trends and instabilities adjusted together, any of them counts; the same with each
//! kind adjusted by itself; and the rule of `drift_report`, one test per evaluator, adjusted over the evaluators.
#![allow(clippy::unwrap_used, reason = "a simulation fails by panicking")]

use evenhand_stats::{
    DriftClass, DriftOptions, EvaluatorDrift, Random, Severity, SeverityTable, benjamini_hochberg,
    drift_report,
};

const N_ROUNDS: u32 = 6;
const SE: f64 = 0.15;
const ALPHA: f64 = 0.05;

fn main() {
    let programmes: u64 = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(1_000);
    println!("{programmes} programmes each; evaluators called drifting, in % of those who do not");
    println!(
        "{:>10} {:>8} {:>8} {:>14} {:>12} {:>10} {:>22}",
        "evaluators", "drifting", "absent", "all together", "by kind", "one test", "found by one test"
    );
    for (n, drifting) in [(20, 0), (20, 4), (40, 0), (40, 4), (40, 12)] {
        for absent in [0.0, 0.3] {
            let mut tally = Tally::default();
            (0..programmes).for_each(|seed| tally.programme(seed, n, drifting, absent));
            let share = |hits: u32, of: u32| 100.0 * f64::from(hits) / f64::from(of.max(1));
            let [together, by_kind, one] = tally.alarms.map(|alarms| share(alarms, tally.steady));
            println!(
                "{n:>10} {drifting:>8} {:>7.0}% {together:>13.2}% {by_kind:>11.2}% {one:>9.2}% {:>21.1}%",
                100.0 * absent,
                share(tally.found, tally.drifting)
            );
        }
    }
}

#[derive(Default)]
struct Tally {
    /// Alarms about the steady, by rule.
    alarms: [u32; 3],
    steady: u32,
    found: u32,
    drifting: u32,
}

impl Tally {
    fn programme(&mut self, seed: u64, n: u32, drifting: u32, absent: f64) {
        let table = simulated(&mut Random::new(seed), n, drifting, absent);
        let report = drift_report(&table, &DriftOptions::default()).unwrap();
        let together = any_below(&report.evaluators, &[changes, slopes, scatters]);
        let kinds: [Kind; 3] = [changes, slopes, scatters];
        let by_kind: Vec<Vec<bool>> =
            kinds.iter().map(|kind| any_below(&report.evaluators, &[*kind])).collect();
        for (place, evaluator) in report.evaluators.iter().enumerate() {
            if evaluator.severities.len() < 2 {
                continue;
            }
            let one = !matches!(evaluator.class, DriftClass::Stable | DriftClass::TooLittleData);
            if (place as u32) < drifting {
                self.drifting += 1;
                self.found += u32::from(one);
            } else {
                self.steady += 1;
                let alarms = [together[place], by_kind.iter().any(|kind| kind[place]), one];
                self.alarms.iter_mut().zip(alarms).for_each(|(sum, alarm)| *sum += u32::from(alarm));
            }
        }
    }
}

/// The p-values of one kind of test of an evaluator.
type Kind = fn(&EvaluatorDrift) -> Vec<f64>;

fn changes(evaluator: &EvaluatorDrift) -> Vec<f64> {
    evaluator.changes.iter().map(|change| change.p).collect()
}

fn slopes(evaluator: &EvaluatorDrift) -> Vec<f64> {
    evaluator.trend.iter().map(|trend| trend.p).collect()
}

fn scatters(evaluator: &EvaluatorDrift) -> Vec<f64> {
    evaluator.trend.iter().map(|trend| trend.instability.p).collect()
}

/// Who has any p below 0.05 once the p of these kinds are adjusted together.
fn any_below(evaluators: &[EvaluatorDrift], kinds: &[Kind]) -> Vec<bool> {
    let own: Vec<Vec<f64>> =
        evaluators.iter().map(|evaluator| kinds.iter().flat_map(|kind| kind(evaluator)).collect()).collect();
    let mut adjusted = benjamini_hochberg(&own.concat()).into_iter();
    own.iter().map(|p| p.iter().filter(|_| adjusted.next().is_some_and(|p| p < ALPHA)).count() > 0).collect()
}

/// The first `drifting` evaluators rise, fall, shift in the middle or go up and down, in turn.
fn simulated(random: &mut Random, n: u32, drifting: u32, absent: f64) -> SeverityTable {
    let own: Vec<f64> = (0..n).map(|_| 0.5 * random.normal()).collect();
    let frames: Vec<f64> = (0..N_ROUNDS).map(|_| random.normal()).collect();
    let mut severities = Vec::new();
    for evaluator in 0..n {
        for round in 0..N_ROUNDS {
            let moved = match evaluator % 4 {
                _ if evaluator >= drifting => 0.0,
                0 => 0.15 * f64::from(round),
                1 => -0.15 * f64::from(round),
                2 => f64::from(u8::from(round > 2)) * 0.5,
                _ => f64::from(round % 2) * 0.5,
            };
            let value = own[evaluator as usize] + frames[round as usize] + moved + SE * random.normal();
            if random.uniform() >= absent {
                severities.push(Severity { evaluator, round, value, se: SE });
            }
        }
    }
    SeverityTable::new(&severities, n as usize, N_ROUNDS as usize).unwrap()
}
