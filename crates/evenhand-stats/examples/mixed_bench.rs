//! Times a crossed REML fit on simulated ratings.
//!
//! ```text
//! cargo run --release -p evenhand-stats --example mixed_bench -- 73000 3000 1100 [--ml] [--write FILE]
//! ```
//! The arguments are the numbers of ratings, providers and evaluators. `--write` saves the same ratings as CSV, which
//! `tests/bench/peers/lme4.R` fits with lme4.

use std::error::Error;
use std::fmt::Write as _;
use std::time::Instant;

use evenhand_stats::{
    Criterion, Factor, Intervals, Level, MixedData, MixedFit, MixedOptions, Random, mixed_model,
};

/// Simulated ratings with known variances: providers 0.5, evaluators 0.25, residual 1.
struct Ratings {
    provider: Vec<u32>,
    evaluator: Vec<u32>,
    score: Vec<f64>,
}

fn simulate(n: usize, n_providers: usize, n_evaluators: usize) -> Ratings {
    let mut random = Random::new(20_260_101);
    let provider_effects: Vec<f64> = (0..n_providers).map(|_| 0.5_f64.sqrt() * random.normal()).collect();
    let evaluator_effects: Vec<f64> = (0..n_evaluators).map(|_| 0.5 * random.normal()).collect();
    let mut ratings = Ratings { provider: Vec::new(), evaluator: Vec::new(), score: Vec::new() };
    for _ in 0..n {
        let provider = (random.uniform() * n_providers as f64) as usize;
        let evaluator = (random.uniform() * n_evaluators as f64) as usize;
        let score = 7.0 + provider_effects[provider] + evaluator_effects[evaluator] + random.normal();
        ratings.provider.push(provider as u32);
        ratings.evaluator.push(evaluator as u32);
        ratings.score.push(score);
    }
    ratings
}

fn write(ratings: &Ratings, path: &str) -> std::io::Result<()> {
    let mut text = String::from("provider,evaluator,score\n");
    let rows = ratings.provider.iter().zip(&ratings.evaluator).zip(&ratings.score);
    for ((provider, evaluator), score) in rows {
        let _ = writeln!(text, "{provider},{evaluator},{score}");
    }
    std::fs::write(path, text)
}

fn report(fit: &MixedFit, seconds: f64) {
    println!("evenhand-stats {}", env!("CARGO_PKG_VERSION"));
    println!("seconds {seconds:.3}");
    println!("deviance {:.6}", fit.deviance);
    let (provider, evaluator) = (&fit.components[0].variance, &fit.components[1].variance);
    println!(
        "provider {:.9} evaluator {:.9} residual {:.9}",
        provider.value, evaluator.value, fit.residual.variance.value
    );
    let convergence = &fit.convergence;
    println!(
        "iterations {} evaluations {} gradient {:.1e} promise {:.1e}",
        convergence.iterations, convergence.evaluations, convergence.gradient, convergence.promise
    );
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let size = |index: usize, default: usize| -> Result<usize, Box<dyn Error>> {
        match arguments.get(index).filter(|argument| !argument.starts_with("--")) {
            Some(argument) => Ok(argument.parse()?),
            None => Ok(default),
        }
    };
    let (n_providers, n_evaluators) = (size(1, 3_000)?, size(2, 1_100)?);
    let ratings = simulate(size(0, 73_000)?, n_providers, n_evaluators);
    if let Some(flag) = arguments.iter().position(|argument| argument == "--write") {
        write(&ratings, arguments.get(flag + 1).ok_or("--write needs a file")?)?;
    }
    let criterion =
        if arguments.iter().any(|argument| argument == "--ml") { Criterion::Ml } else { Criterion::Reml };
    let factors = [
        Factor { codes: &ratings.provider, n_levels: n_providers },
        Factor { codes: &ratings.evaluator, n_levels: n_evaluators },
    ];
    let data = MixedData { y: &ratings.score, weights: None, covariates: &[], factors: &factors };
    let started = Instant::now();
    let fit =
        mixed_model(&data, &MixedOptions { criterion, intervals: Intervals::Absent, level: Level::P95 })?;
    report(&fit, started.elapsed().as_secs_f64());
    Ok(())
}
