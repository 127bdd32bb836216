//! The entropy of an evaluator's scores where the scores of one sheet depend on each other.

use super::paired_spread::jackknife;
use crate::categories::Categories;
use crate::clusters::Clusters;
use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::undefined::{Undefined, check_finite};

/// The entropy of scores over their distinct values, in bits, with the bias correction and the standard error of the
/// jackknife that leaves out one cluster (a score sheet, a provider) at a time; `n` is the number of clusters.
///
/// The jackknife of entropy is that of Zahl (1977). Scores of one cluster may depend on each other, which
/// [`entropy`](crate::entropy()) does not allow for. There is no interval where all scores are equal.
///
/// # Errors
/// `NotComplete` if the slices differ in length; `NotFinite`; `TooFewUnits` below three clusters.
pub fn clustered_entropy(scores: &[f64], clusters: &[u32], level: Level) -> Result<Estimate, Undefined> {
    if scores.len() != clusters.len() {
        return Err(Undefined::NotComplete);
    }
    check_finite(scores)?;
    let dense = Clusters::new(clusters);
    let n = dense.len();
    if n < 3 {
        return Err(Undefined::TooFewUnits { needed: 3, found: n });
    }
    let categories = Categories::observed(scores);
    let k = categories.len();
    let mut of_cluster: Vec<(u32, u32)> =
        clusters.iter().copied().zip(categories.of.iter().copied()).collect();
    of_cluster.sort_unstable();
    let mut counts = vec![0.0; k];
    for (_, category) in &of_cluster {
        counts[*category as usize] += 1.0;
    }
    let without: Vec<f64> = of_cluster
        .chunk_by(|a, b| a.0 == b.0)
        .map(|cluster| {
            let mut left = counts.clone();
            for (_, category) in cluster {
                left[*category as usize] -= 1.0;
            }
            plug_in(&left)
        })
        .collect();
    let (value, se) = jackknife(plug_in(&counts), &without).ok_or(Undefined::NotFinite)?;
    let interval = StudentT::new((n - 1) as f64)
        .and_then(|t| Interval::around(value, se, t.critical(level), level))
        .filter(|_| se > 1e-12)
        .map(|interval| Interval { low: interval.low.max(0.0), ..interval });
    Ok(Estimate { value: value.max(0.0), se: Some(se), interval, n })
}

/// The entropy of counts in bits.
fn plug_in(counts: &[f64]) -> f64 {
    let n: f64 = counts.iter().sum();
    let terms = counts.iter().filter(|count| **count > 0.0).map(|count| -count / n * libm::log2(count / n));
    terms.sum::<f64>().max(0.0)
}
