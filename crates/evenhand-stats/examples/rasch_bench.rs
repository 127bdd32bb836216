//! Times a many-facet Rasch fit on simulated ratings.
//!
//! ```text
//! cargo run --release -p evenhand-stats --example rasch_bench -- 1000000 20000 500 12 [--joint] [--credit] [--short]
//!     [--write FILE] [--measures FILE]
//! ```
//! The arguments are the numbers of ratings, providers, evaluators and indicators; ratings have 6 categories, or as many
//! as `--categories` says. `--write` saves the same ratings as CSV for other programs, `--measures` what was found, as
//! lines of kind, code, measure, corrected measure and standard error. `--short` prints one line.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::time::Instant;

use evenhand_stats::{
    BiasCorrection, Orientation, Random, RaschData, RaschErrors, RaschFacet, RaschFit, RaschOptions,
    ScaleModel, rasch,
};

/// Simulated ratings: providers with a standard deviation of 1 logit, evaluators 0.5, indicators 0.5.
struct Ratings {
    rating: Vec<u32>,
    codes: [Vec<u32>; 3],
}

/// An evaluator may not be asked for more providers than there are.
fn simulate(n: usize, sizes: [usize; 3], n_categories: usize) -> Ratings {
    let mut random = Random::new(20_260_101);
    let mut effects = |n: usize, sd: f64| -> Vec<f64> { (0..n).map(|_| sd * random.normal()).collect() };
    let measures = [effects(sizes[0], 1.0), effects(sizes[1], 0.5), effects(sizes[2], 0.5)];
    let steps = n_categories - 1;
    let threshold = |k: usize| 3.0 * ((k as f64 - 0.5) / steps as f64 - 0.5);
    let (mut met, mut provider) = (BTreeSet::new(), 0);
    let mut ratings = Ratings { rating: Vec::new(), codes: [Vec::new(), Vec::new(), Vec::new()] };
    let mut weights = vec![0.0; n_categories];
    for row in 0..n {
        // Every evaluator visits providers drawn at random, nobody twice, and scores all indicators of each.
        let (evaluator, indicator) = (row / sizes[2] % sizes[1], row % sizes[2]);
        if indicator == 0 {
            provider = random.below(sizes[0]);
            while !met.insert((evaluator, provider)) {
                provider = (provider + 1) % sizes[0];
            }
        }
        let code = [provider, evaluator, indicator];
        let eta = measures[0][code[0]] - measures[1][code[1]] - measures[2][code[2]];
        let (mut exponent, mut total) = (0.0, 1.0);
        weights[0] = 1.0;
        for (k, weight) in weights.iter_mut().enumerate().skip(1) {
            exponent += eta - threshold(k);
            *weight = libm::exp(exponent);
            total += *weight;
        }
        let mut left = total * random.uniform();
        let mut rating = 0;
        while rating < steps && left > weights[rating] {
            left -= weights[rating];
            rating += 1;
        }
        ratings.rating.push(rating as u32);
        ratings.codes.iter_mut().zip(code).for_each(|(column, code)| column.push(code as u32));
    }
    ratings
}

fn write(ratings: &Ratings, path: &str) -> std::io::Result<()> {
    let mut text = String::from("provider,evaluator,indicator,rating\n");
    for (row, rating) in ratings.rating.iter().enumerate() {
        let [provider, evaluator, indicator] = [0, 1, 2].map(|facet| ratings.codes[facet][row]);
        let _ = writeln!(text, "{provider},{evaluator},{indicator},{rating}");
    }
    std::fs::write(path, text)
}

/// The largest memory the process has held, where the system tells.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// Writes what was found; `corrected` is the same fit corrected for bias.
fn write_measures(fit: &RaschFit, corrected: &RaschFit, seconds: f64, path: &str) -> std::io::Result<()> {
    let mut text = format!("seconds,0,{seconds},0,0\nlog_likelihood,0,{},0,0\n", fit.log_likelihood);
    for (facet, name) in ["provider", "evaluator", "indicator"].iter().enumerate() {
        let both = fit.facets[facet].iter().zip(&corrected.facets[facet]).enumerate();
        for (code, (plain, corrected)) in both.filter(|(_, (plain, _))| plain.status.is_calibrated()) {
            let (Some(plain), Some(corrected)) = (plain.measure, corrected.measure) else { continue };
            let se = corrected.se.unwrap_or(f64::NAN);
            let _ = writeln!(text, "{name},{code},{},{},{se}", plain.value, corrected.value);
        }
    }
    for scale in fit.category_table() {
        for threshold in scale.categories.iter().filter_map(|category| category.threshold) {
            let _ = writeln!(text, "threshold,0,{},0,0", threshold.value);
        }
    }
    std::fs::write(path, text)
}

fn report(fit: &RaschFit, seconds: f64) {
    println!("evenhand-stats {}", env!("CARGO_PKG_VERSION"));
    println!("seconds {seconds:.3}");
    println!("{:?}", fit.convergence);
    println!("log-likelihood {:.6}, {} parameters", fit.log_likelihood, fit.n_parameters);
    for (facet, name) in ["providers", "evaluators", "indicators"].iter().enumerate() {
        let first = fit.facets[facet].iter().find_map(|element| element.measure);
        println!("{name}: {} subsets, first {first:?}", fit.n_subsets[facet]);
    }
    if let Some(memory) = peak_memory() {
        println!("peak memory {memory}");
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let after = |flag: &str| {
        arguments.iter().position(|argument| argument == flag).and_then(|place| arguments.get(place + 1))
    };
    let mut sizes = [1_000_000, 20_000, 500, 12];
    for (size, argument) in sizes.iter_mut().zip(arguments.iter().take_while(|a| !a.starts_with("--"))) {
        *size = argument.parse()?;
    }
    let n_categories = after("--categories").map_or(Ok(6), |text| text.parse())?;
    let ratings = simulate(sizes[0], [sizes[1], sizes[2], sizes[3]], n_categories);
    if let Some(path) = after("--write") {
        write(&ratings, path)?;
    }
    if let Some(memory) = peak_memory() {
        println!("memory with the data {memory}");
    }
    let facet =
        |index: usize, orientation| RaschFacet::new(&ratings.codes[index], sizes[index + 1], orientation);
    let facets =
        [facet(0, Orientation::Positive), facet(1, Orientation::Negative), facet(2, Orientation::Negative)];
    let options = RaschOptions {
        errors: if has("--joint") { RaschErrors::Joint } else { RaschErrors::Conditional },
        model: if has("--credit") { ScaleModel::PartialCredit { facet: 2 } } else { ScaleModel::RatingScale },
        ..RaschOptions::default()
    };
    let data = RaschData { ratings: &ratings.rating, weights: None, facets: &facets };
    let short = has("--short");
    let started = Instant::now();
    let (mut calls, mut before) = (0_usize, usize::MAX);
    let fit = rasch(&data, &options, &mut |progress| {
        calls += 1;
        if !short && progress.convergence.iterations != before {
            before = progress.convergence.iterations;
            let seconds = started.elapsed().as_secs_f64();
            println!("{seconds:.2} s, pass {calls}: {:?}", progress.convergence);
        }
        ControlFlow::Continue(())
    })?;
    let seconds = started.elapsed().as_secs_f64();
    if let Some(path) = after("--measures") {
        let options = RaschOptions { bias_correction: BiasCorrection::Shrink, ..options };
        let corrected = rasch(&data, &options, &mut |_| ControlFlow::Continue(()))?;
        write_measures(&fit, &corrected, seconds, path)?;
    }
    if short {
        let convergence = fit.convergence;
        println!(
            "{} ratings, {} parameters: {seconds:.2} s, {} iterations, {calls} passes, residual {:.0e}, change {:.0e}, memory {}",
            sizes[0],
            fit.n_parameters,
            convergence.iterations,
            convergence.largest_residual,
            convergence.largest_change,
            peak_memory().unwrap_or_else(|| "not told by this system".to_owned())
        );
        return Ok(());
    }
    report(&fit, seconds);
    for facets in [[1, 2], [0, 1]] {
        let started = Instant::now();
        let cells = fit.interaction(facets, 0.3)?.cells.len();
        println!("interaction {facets:?}: {cells} cells, {:.3} s", started.elapsed().as_secs_f64());
    }
    let started = Instant::now();
    let agreement = fit.rater_agreement(1)?.total;
    println!("agreement {agreement:?}, {:.3} s", started.elapsed().as_secs_f64());
    Ok(())
}
