//! Times coefficients of agreement on simulated tables, which it saves for other programs to read.
//!
//! ```text
//! cargo run --release -p evenhand-stats --example agreement_bench -- FOLDER
//! ```
//! FOLDER gets one CSV file per table (units down, evaluators across, missing scores empty) and `evenhand.csv`: table,
//! statistic, seconds, value. `tests/bench/peers/agreement.py` computes the same with Python packages. A time is the
//! fastest of several runs, from scores in memory to the coefficient with all that its function computes beside it.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use evenhand_stats::{
    AgreementOptions, AgreementWeights, Block, Level, Metric, Random, Ratings, Undefined, agreement_set, icc,
    krippendorff_alpha, mean_squares,
};

/// Runs stop after this many seconds, or after [`MOST_RUNS`].
const PATIENCE: f64 = 1.0;
const MOST_RUNS: usize = 25;

/// The categories of the rating scale.
const SCALE: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];

/// What the scores of a table are.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Distinct values, none missing.
    Complete,
    /// Distinct values, a fifth missing.
    Distinct,
    /// Ratings from 1 to 5, a fifth missing.
    Ratings,
}

/// Units by evaluators.
struct Table {
    name: String,
    n: usize,
    k: usize,
    /// Row by row; `None` where missing.
    cells: Vec<Option<f64>>,
}

impl Table {
    fn new(kind: Kind, n: usize, k: usize) -> Self {
        let mut random = Random::new(n as u64);
        let severities: Vec<f64> = (0..k).map(|_| 0.3 * random.normal()).collect();
        let mut cells = Vec::with_capacity(n * k);
        for _ in 0..n {
            let level = random.normal();
            for severity in &severities {
                let score = level - severity + 0.6 * random.normal();
                let score = if kind == Kind::Ratings { (score + 3.0).round().clamp(1.0, 5.0) } else { score };
                let missing = kind != Kind::Complete && random.uniform() < 0.2;
                cells.push((!missing).then_some(score));
            }
        }
        let word = match kind {
            Kind::Complete => "complete",
            Kind::Distinct => "distinct",
            Kind::Ratings => "ratings",
        };
        Self { name: format!("{word}-{n}x{k}"), n, k, cells }
    }

    fn write(&self, folder: &Path) -> std::io::Result<()> {
        let mut text = String::new();
        for row in self.cells.chunks(self.k) {
            let cells: Vec<String> =
                row.iter().map(|cell| cell.map_or(String::new(), |score| score.to_string())).collect();
            let _ = writeln!(text, "{}", cells.join(","));
        }
        std::fs::write(folder.join(format!("{}.csv", self.name)), text)
    }

    /// The scores that are there, as the functions take them.
    fn triples(&self) -> (Vec<u32>, Vec<u32>, Vec<f64>) {
        let (mut units, mut evaluators, mut values) = (Vec::new(), Vec::new(), Vec::new());
        for (at, score) in self.cells.iter().enumerate() {
            if let Some(score) = score {
                units.push((at / self.k) as u32);
                evaluators.push((at % self.k) as u32);
                values.push(*score);
            }
        }
        (units, evaluators, values)
    }
}

/// The fastest of several runs and what they gave.
fn timed(mut run: impl FnMut() -> Result<f64, Undefined>) -> Result<(f64, f64), Undefined> {
    let (mut fastest, mut spent, mut value) = (f64::INFINITY, 0.0, 0.0);
    for _ in 0..MOST_RUNS {
        let started = Instant::now();
        value = run()?;
        let seconds = started.elapsed().as_secs_f64();
        fastest = f64::min(fastest, seconds);
        spent += seconds;
        if spent > PATIENCE {
            break;
        }
    }
    Ok((fastest, value))
}

fn alpha(table: &Table, metric: Metric) -> Result<(f64, f64), Undefined> {
    let (units, evaluators, values) = table.triples();
    timed(|| {
        let ratings = Ratings::new(&units, &evaluators, &values)?;
        Ok(krippendorff_alpha(&ratings, metric, None, Level::P95)?.alpha.value)
    })
}

fn gwet(table: &Table, weights: AgreementWeights) -> Result<(f64, f64), Undefined> {
    let (units, evaluators, values) = table.triples();
    let options = AgreementOptions { weights, scale: Some(&SCALE), ..AgreementOptions::default() };
    timed(|| {
        let ratings = Ratings::new(&units, &evaluators, &values)?;
        Ok(agreement_set(&ratings, &options)?.gwet_ac?.estimate.value)
    })
}

fn icc_a_1(table: &Table) -> Result<(f64, f64), Undefined> {
    let (_, _, scores) = table.triples();
    timed(|| {
        let block = Block { scores: &scores, n_units: table.n, k: table.k };
        Ok(icc(&mean_squares(&block)?, Level::P95)?.icc_a_1.value)
    })
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder to write to")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let mut results = String::from("table,statistic,seconds,value\n");
    let mut note = |table: &Table, statistic: &str, (seconds, value): (f64, f64)| {
        let _ = writeln!(results, "{},{statistic},{seconds:e},{value:?}", table.name);
    };
    for n in [20, 100, 1_000, 10_000, 100_000] {
        let table = Table::new(Kind::Complete, n, 5);
        table.write(folder)?;
        note(&table, "icc_a_1", icc_a_1(&table)?);
        let table = Table::new(Kind::Ratings, n, 5);
        table.write(folder)?;
        let metrics =
            [("nominal", Metric::Nominal), ("ordinal", Metric::Ordinal), ("interval", Metric::Interval)];
        for (name, metric) in metrics {
            note(&table, &format!("alpha_{name}"), alpha(&table, metric)?);
        }
        note(&table, "ac1", gwet(&table, AgreementWeights::Identity)?);
        note(&table, "ac2_quadratic", gwet(&table, AgreementWeights::Quadratic)?);
        let table = Table::new(Kind::Distinct, n, 5);
        table.write(folder)?;
        note(&table, "alpha_interval", alpha(&table, Metric::Interval)?);
    }
    std::fs::write(folder.join("evenhand.csv"), results)?;
    Ok(())
}
