//! How often drift of severity is found where it is, and where it is not, by simulation: `cargo run --release -p
//! evenhand-stats --example drift_power [SAMPLES]`.
//!
//! In each of three rounds 30 evaluators fill in 30 score sheets each, of 10 indicators on 5 categories; three evaluators
//! score each provider, and providers change freely between rounds. Three of the evaluators drift. Every round is fitted
//! by itself with a many-facet Rasch model, corrected for bias, with joint standard errors; rounds are then linked.
//! "Turnover" is the share of the other evaluators replaced in every round; an alarm counts for the classes harsher, more
//! lenient and erratic. "Steady" are the evaluators who do not drift and were there in at least two rounds.
#![allow(clippy::unwrap_used, reason = "a simulation fails by panicking")]

use std::ops::ControlFlow;

use evenhand_stats::{
    BiasCorrection, DriftClass, DriftOptions, Orientation, Random, RaschData, RaschErrors, RaschFacet,
    RaschOptions, Severity, SeverityTable, drift_report, rasch,
};

const N_ROUNDS: usize = 3;
const N_SEATS: usize = 30;
const N_SHEETS: usize = 30;
const PANEL: usize = 3;
const N_INDICATORS: usize = 10;
const N_DRIFTING: usize = 3;

/// A kind of drift, and how much an evaluator of the kind moved by each round.
type Kind = (&'static str, fn(usize) -> f64);

const KINDS: [Kind; 6] = [
    ("none", |_| 0.0),
    ("sudden, +0.5 in the last round", |round| if round == 2 { 0.5 } else { 0.0 }),
    ("sudden, -0.5 in the second", |round| if round > 0 { -0.5 } else { 0.0 }),
    ("gradual, +0.25 a round", |round| 0.25 * round as f64),
    ("erratic, 0, +0.5, 0", |round| if round == 1 { 0.5 } else { 0.0 }),
    ("all evaluators, +0.5 in the last", |round| if round == 2 { 0.5 } else { 0.0 }),
];

fn main() {
    let samples = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(50);
    println!(
        "{:<34} {:>9} {:>10} {:>16}",
        "drift of three evaluators", "turnover", "found", "steady, alarms"
    );
    for kind in KINDS {
        for turnover in [0.0, 0.3] {
            let mut tally = Tally::default();
            (0..samples).for_each(|sample| tally.sample(kind, turnover, sample as u64));
            let share = |(hits, n): (usize, usize)| 100.0 * hits as f64 / n.max(1) as f64;
            println!(
                "{:<34} {:>8.0}% {:>9.1}% {:>15.2}%",
                kind.0,
                100.0 * turnover,
                share(tally.drifting),
                share(tally.steady)
            );
        }
    }
}

/// Alarms and evaluators.
#[derive(Default)]
struct Tally {
    drifting: (usize, usize),
    steady: (usize, usize),
}

impl Tally {
    fn sample(&mut self, kind: Kind, turnover: f64, seed: u64) {
        let mut random = Random::new(seed);
        let (mut panel, mut severity) = ((0..N_SEATS).collect::<Vec<usize>>(), Vec::new());
        severity.resize_with(N_SEATS, || 0.5 * random.normal());
        let mut severities = Vec::new();
        for round in 0..N_ROUNDS {
            if round > 0 {
                for seat in &mut panel[N_DRIFTING..] {
                    if random.uniform() < turnover {
                        *seat = severity.len();
                        severity.push(0.5 * random.normal());
                    }
                }
            }
            let everyone = kind.0.starts_with("all");
            let now: Vec<f64> = panel
                .iter()
                .map(|e| severity[*e] + if everyone || *e < N_DRIFTING { kind.1(round) } else { 0.0 })
                .collect();
            for (seat, (value, se)) in fitted(&now, &mut random).into_iter().enumerate() {
                severities.push(Severity { evaluator: panel[seat] as u32, round: round as u32, value, se });
            }
        }
        let table = SeverityTable::new(&severities, severity.len(), N_ROUNDS).unwrap();
        for evaluator in drift_report(&table, &DriftOptions::default()).unwrap().evaluators {
            let alarm = !matches!(evaluator.class, DriftClass::Stable | DriftClass::TooLittleData);
            let count = if (evaluator.evaluator as usize) < N_DRIFTING && kind.0 != "none" {
                &mut self.drifting
            } else {
                &mut self.steady
            };
            if evaluator.severities.len() > 1 {
                count.0 += usize::from(alarm);
                count.1 += 1;
            }
        }
    }
}

/// Severities of a round's evaluators with their errors, from simulated ratings.
fn fitted(severity: &[f64], random: &mut Random) -> Vec<(f64, f64)> {
    let n_providers = N_SEATS * N_SHEETS / PANEL;
    let (mut ratings, mut codes) = (Vec::new(), [Vec::new(), Vec::new(), Vec::new()]);
    let difficulty: Vec<f64> = (0..N_INDICATORS).map(|_| 0.5 * random.normal()).collect();
    let mut order: Vec<usize> = (0..N_SEATS).collect();
    for provider in 0..n_providers {
        // Ten providers at a time share out all evaluators anew, so that everyone fills in the same number of sheets.
        if provider % (N_SEATS / PANEL) == 0 {
            for place in (1..N_SEATS).rev() {
                order.swap(place, random.below(place + 1));
            }
        }
        let ability = random.normal();
        let first = provider % (N_SEATS / PANEL) * PANEL;
        for evaluator in &order[first..first + PANEL] {
            for (indicator, difficulty) in difficulty.iter().enumerate() {
                ratings.push(rating(ability - severity[*evaluator] - difficulty, random));
                let row = [provider, *evaluator, indicator];
                codes.iter_mut().zip(row).for_each(|(column, code)| column.push(code as u32));
            }
        }
    }
    let facets = [
        RaschFacet::new(&codes[0], n_providers, Orientation::Positive),
        RaschFacet::new(&codes[1], N_SEATS, Orientation::Negative),
        RaschFacet::new(&codes[2], N_INDICATORS, Orientation::Negative),
    ];
    let data = RaschData { ratings: &ratings, weights: None, facets: &facets };
    let options = RaschOptions {
        bias_correction: BiasCorrection::Shrink,
        errors: RaschErrors::Joint,
        ..RaschOptions::default()
    };
    let fit = rasch(&data, &options, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(fit.n_subsets, [1, 1, 1]);
    let measure = |element: &evenhand_stats::RaschElement| {
        let measure = element.measure.unwrap();
        (measure.value, measure.joint_se.unwrap())
    };
    fit.facets[1].iter().map(measure).collect()
}

/// A rating of the rating scale model with thresholds -1.5, -0.5, 0.5 and 1.5.
fn rating(eta: f64, random: &mut Random) -> u32 {
    let mut exponent = 0.0;
    let weights: [f64; 5] = std::array::from_fn(|k| {
        exponent += if k == 0 { 0.0 } else { eta - (k as f64 - 2.5) };
        libm::exp(exponent)
    });
    let mut left = weights.iter().sum::<f64>() * random.uniform();
    let mut rating = 0;
    while rating < 4 && left > weights[rating] {
        left -= weights[rating];
        rating += 1;
    }
    rating as u32
}
