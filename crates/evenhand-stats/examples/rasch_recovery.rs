//! How well many-facet Rasch measures recover known severity, by simulation: `cargo run --release -p evenhand-stats
//! --example rasch_recovery [SAMPLES]`.
//!
//! Sixty providers are scored on eight indicators by panels drawn at random from twelve evaluators; the denser the
//! design, the larger the panels. Printed are the slope of the estimated on the true severity (above 1 where joint maximum
//! likelihood spreads measures too far), the root mean square error, and how often nominal 95% intervals cover the truth,
//! by standard error and correction for bias.
#![allow(clippy::unwrap_used, reason = "a simulation fails by panicking")]

use std::ops::ControlFlow;

use evenhand_stats::{
    BiasCorrection, ElementStatus, Orientation, Random, RaschData, RaschErrors, RaschFacet, RaschFit,
    RaschOptions, rasch,
};

const N_PROVIDERS: usize = 60;
const N_EVALUATORS: usize = 12;
const N_INDICATORS: usize = 8;

fn main() {
    let samples = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(300);
    println!(
        "{:<6} {:>10} {:>8} {:<7} {:>7} {:>7} {:>12} {:>8} {:>9}",
        "panel", "categories", "ratings", "bias", "slope", "rmse", "conditional", "joint", "unlinked"
    );
    for panel in [2, 3, 4, 6, 12] {
        for n_categories in [2, 5, 9] {
            design(samples, panel, n_categories);
        }
    }
}

fn design(samples: usize, panel: usize, n_categories: usize) {
    for correction in [BiasCorrection::None, BiasCorrection::Shrink] {
        let mut tally = Tally::default();
        for sample in 0..samples {
            let simulated = Simulated::new(panel, n_categories, sample as u64);
            let fit = simulated.fit(correction);
            tally.add(&fit, &simulated.severity);
        }
        let share = |covered: usize| 100.0 * covered as f64 / tally.n as f64;
        let name = if correction == BiasCorrection::None { "none" } else { "shrink" };
        println!(
            "{panel:<6} {n_categories:>10} {:>8} {name:<7} {:>7.3} {:>7.3} {:>11.1}% {:>7.1}% {:>9}",
            N_PROVIDERS * N_INDICATORS * panel,
            tally.products / tally.squares,
            (tally.errors / tally.n as f64).sqrt(),
            share(tally.conditional),
            share(tally.joint),
            tally.unlinked,
        );
    }
}

/// What is counted over samples and evaluators.
#[derive(Default)]
struct Tally {
    n: usize,
    conditional: usize,
    joint: usize,
    unlinked: usize,
    errors: f64,
    products: f64,
    squares: f64,
}

impl Tally {
    fn add(&mut self, fit: &RaschFit, truth: &[f64]) {
        assert!(fit.convergence.converged, "{:?}", fit.convergence);
        if fit.n_subsets != [1, 1, 1] {
            self.unlinked += 1;
            return;
        }
        for (element, truth) in fit.facets[1].iter().zip(truth) {
            // An evaluator who drew hardly any provider may be extreme; such a measure has no interval.
            if element.status != ElementStatus::Calibrated {
                continue;
            }
            let measure = element.measure.unwrap();
            let error = measure.value - truth;
            let within = |se: f64| usize::from(error.abs() <= 1.959_963_984_540_054 * se);
            self.n += 1;
            self.conditional += within(measure.se.unwrap());
            self.joint += within(measure.joint_se.unwrap());
            self.errors += error * error;
            self.products += measure.value * truth;
            self.squares += truth * truth;
        }
    }
}

struct Simulated {
    ratings: Vec<u32>,
    codes: [Vec<u32>; 3],
    severity: Vec<f64>,
}

impl Simulated {
    fn new(panel: usize, n_categories: usize, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut effects = |n: usize, sd: f64| -> Vec<f64> {
            let effects: Vec<f64> = (0..n).map(|_| sd * random.normal()).collect();
            let mean = effects.iter().sum::<f64>() / n as f64;
            effects.iter().map(|effect| effect - mean).collect()
        };
        let ability = effects(N_PROVIDERS, 1.0);
        let severity = effects(N_EVALUATORS, 0.5);
        let difficulty = effects(N_INDICATORS, 0.5);
        let mut simulated = Self { ratings: Vec::new(), codes: Default::default(), severity };
        for (provider, ability) in ability.iter().enumerate() {
            let mut members: Vec<usize> = (0..N_EVALUATORS).collect();
            for place in 0..panel {
                members.swap(place, place + random.below(N_EVALUATORS - place));
            }
            for evaluator in &members[..panel] {
                for (indicator, difficulty) in difficulty.iter().enumerate() {
                    let eta = ability - simulated.severity[*evaluator] - difficulty;
                    simulated.ratings.push(rating(eta, n_categories, &mut random));
                    let codes = [provider, *evaluator, indicator];
                    simulated.codes.iter_mut().zip(codes).for_each(|(c, code)| c.push(code as u32));
                }
            }
        }
        simulated
    }

    fn fit(&self, bias_correction: BiasCorrection) -> RaschFit {
        let facet = |index: usize, n, orientation| RaschFacet::new(&self.codes[index], n, orientation);
        let facets = [
            facet(0, N_PROVIDERS, Orientation::Positive),
            facet(1, N_EVALUATORS, Orientation::Negative),
            facet(2, N_INDICATORS, Orientation::Negative),
        ];
        let data = RaschData { ratings: &self.ratings, weights: None, facets: &facets };
        let options = RaschOptions { bias_correction, errors: RaschErrors::Joint, ..RaschOptions::default() };
        rasch(&data, &options, &mut |_| ControlFlow::Continue(())).unwrap()
    }
}

/// A rating of the rating scale model, with thresholds spread evenly over 3 logits.
fn rating(eta: f64, n_categories: usize, random: &mut Random) -> u32 {
    let steps = n_categories - 1;
    let threshold = |k: usize| 3.0 * ((k as f64 - 0.5) / steps as f64 - 0.5);
    let mut exponent = 0.0;
    let weights: Vec<f64> = (0..n_categories)
        .map(|k| {
            exponent += if k == 0 { 0.0 } else { eta - threshold(k) };
            libm::exp(exponent)
        })
        .collect();
    let mut left = weights.iter().sum::<f64>() * random.uniform();
    let mut rating = 0;
    while rating < steps && left > weights[rating] {
        left -= weights[rating];
        rating += 1;
    }
    rating as u32
}
