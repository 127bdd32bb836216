//! Means and differences of means whose observations come in clusters, such as the scores of one evaluator.

use crate::clusters::Clusters;
use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::{magnitude, mean, sum_of, without_rounding};
use crate::undefined::{Undefined, check_finite};

/// The means of two groups of values and their difference, with cluster-robust uncertainty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClusteredDifference {
    /// The mean of the matched values; `n` is their number.
    pub matched: Estimate,
    /// The mean of the other values; `n` is their number.
    pub unmatched: Estimate,
    /// Matched minus unmatched; `n` is the number of all values.
    pub difference: Estimate,
    /// The number of clusters over both groups.
    pub n_clusters: usize,
}

/// A difference within clusters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithinDifference {
    /// Matched minus unmatched; `n` is the number of all values.
    pub difference: Estimate,
    /// The clusters with values of both kinds.
    pub n_clusters: usize,
}

/// The mean of values that are correlated within clusters; `n` is the number of values.
///
/// The standard error is the CR1 sandwich `sqrt(G/(G-1) sum over clusters of (sum of deviations)^2) / n` (Liang &
/// Zeger 1986; small-sample factor as in Cameron & Miller 2015), and the interval takes t on G - 1 degrees
/// of freedom, G being the number of clusters. Values that are all equal have a standard error of 0 and
/// no interval.
///
/// `clusters` holds one code per value, in any order; codes that never occur do not count.
///
/// # Errors
/// `NotComplete` if the slices differ in length, `TooFewUnits` without values, `NotFinite`, and `OneCluster`.
pub fn clustered_mean(values: &[f64], clusters: &[u32], level: Level) -> Result<Estimate, Undefined> {
    if values.len() != clusters.len() {
        return Err(Undefined::NotComplete);
    }
    check_finite(values)?;
    let mean = mean(values).ok_or(match values.len() {
        0 => Undefined::TooFewUnits { needed: 2, found: 0 },
        _ => Undefined::NotFinite,
    })?;
    let clusters = Clusters::new(clusters);
    let sums = clusters.sums(values.iter().map(|value| value - mean));
    let squares = sum_of(sums.iter().map(|sum| sum * sum));
    let squares = without_rounding(squares, values.len(), magnitude(values));
    let n = values.len();
    let g = clusters.len() as f64;
    estimate(mean, (g / (g - 1.0) * squares).sqrt() / n as f64, n, clusters.len(), level)
}

/// The difference between the means of matched and unmatched values that are correlated within clusters.
///
/// This is the least-squares regression of the value on the indicator "matched". The standard error of the
/// difference is the CR1 sandwich from the joint scores of each cluster, with the factor `G/(G-1) (n-1)/(n-2)`
/// (Cameron & Miller 2015), and its interval takes t on G - 1 degrees of freedom, G counting the clusters
/// of both groups. The mean of each group stands for itself: it is the [`clustered_mean`] of its values.
///
/// With few clusters that hold matched values the interval of the difference is too short (MacKinnon & Webb
/// 2017); a permutation test beside it is advisable.
///
/// # Errors
/// `NotComplete` if the slices differ in length, `TooFewUnits` if a group is empty or there are fewer than three
/// values, `NotFinite`, and `OneCluster` if the values of either group all lie in one cluster.
pub fn clustered_difference(
    values: &[f64],
    matched: &[bool],
    clusters: &[u32],
    level: Level,
) -> Result<ClusteredDifference, Undefined> {
    if values.len() != clusters.len() || values.len() != matched.len() {
        return Err(Undefined::NotComplete);
    }
    let group = |wanted: bool| group_mean(values, matched, clusters, wanted, level);
    let (with, without) = (group(true)?, group(false)?);
    let clusters = Clusters::new(clusters);
    let (n, g) = (values.len(), clusters.len() as f64);
    if n < 3 {
        return Err(Undefined::TooFewUnits { needed: 3, found: n });
    }
    // A value's influence on the difference: its residual over the size of its group, with the group's sign.
    let influence = values.iter().zip(matched).map(|(value, matched)| {
        if *matched {
            (value - with.value) / with.n as f64
        } else {
            (without.value - value) / without.n as f64
        }
    });
    let squares = sum_of(clusters.sums(influence).iter().map(|sum| sum * sum));
    let smaller = with.n.min(without.n) as f64;
    let squares = without_rounding(squares, n, magnitude(values) / smaller);
    let factor = g / (g - 1.0) * (n - 1) as f64 / (n - 2) as f64;
    Ok(ClusteredDifference {
        matched: with,
        unmatched: without,
        difference: estimate(
            with.value - without.value,
            (factor * squares).sqrt(),
            n,
            clusters.len(),
            level,
        )?,
        n_clusters: clusters.len(),
    })
}

/// The difference between matched and unmatched values *within* clusters: the regression of the value on the indicator
/// "matched" with an effect of its own for every cluster.
///
/// A cluster whose values are high throughout does not count as a difference, whatever share of them is matched; only
/// clusters with values of both kinds inform the result, and [`WithinDifference::n_clusters`] counts these.
/// The standard error is the CR1 sandwich over them, the interval takes t on one degree of freedom less (Cameron &
/// Miller 2015, section III).
///
/// # Errors
/// `NotComplete` if the slices differ in length, `NotFinite`, `OneCluster` with fewer than two informative clusters,
/// `NoVariance` where the within-cluster differences do not vary at all.
pub fn clustered_within_difference(
    values: &[f64],
    matched: &[bool],
    clusters: &[u32],
    level: Level,
) -> Result<WithinDifference, Undefined> {
    if values.len() != clusters.len() || values.len() != matched.len() {
        return Err(Undefined::NotComplete);
    }
    check_finite(values)?;
    let clusters = Clusters::new(clusters);
    let indicator = || matched.iter().map(|matched| f64::from(u8::from(*matched)));
    let sizes = clusters.sums(matched.iter().map(|_| 1.0));
    let centred = |sums: &[f64], values: &mut dyn Iterator<Item = f64>| -> Vec<f64> {
        let means: Vec<f64> = sums.iter().zip(&sizes).map(|(sum, size)| sum / size).collect();
        clusters.minus(&means, values)
    };
    let x = centred(&clusters.sums(indicator()), &mut indicator());
    let y = centred(&clusters.sums(values.iter().copied()), &mut values.iter().copied());
    let informative = clusters.sums(x.iter().map(|x| x * x)).iter().filter(|square| **square > 1e-9).count();
    if informative < 2 {
        return Err(Undefined::OneCluster);
    }
    let size = sum_of(x.iter().map(|x| x * x));
    let slope = sum_of(x.iter().zip(&y).map(|(x, y)| x * y)) / size;
    let scores = clusters.sums(x.iter().zip(&y).map(|(x, y)| x * (y - slope * x)));
    let squares = sum_of(scores.iter().map(|score| score * score));
    let squares = without_rounding(squares, values.len(), magnitude(values) * size);
    let g = informative as f64;
    let se = (g / (g - 1.0) * squares).sqrt() / size;
    if se <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let difference = estimate(slope, se, values.len(), informative, level)?;
    Ok(WithinDifference { difference, n_clusters: informative })
}

/// The mean of the values whose indicator is `wanted`; the slices are of equal length.
fn group_mean(
    values: &[f64],
    matched: &[bool],
    clusters: &[u32],
    wanted: bool,
    level: Level,
) -> Result<Estimate, Undefined> {
    let rows = values.iter().zip(clusters).zip(matched).filter(|(_, matched)| **matched == wanted);
    let (values, clusters): (Vec<f64>, Vec<u32>) = rows.map(|((value, code), _)| (*value, *code)).unzip();
    clustered_mean(&values, &clusters, level)
}

/// An estimate with its t interval on one degree of freedom less than there are clusters.
fn estimate(value: f64, se: f64, n: usize, n_clusters: usize, level: Level) -> Result<Estimate, Undefined> {
    if n_clusters < 2 {
        return Err(Undefined::OneCluster);
    }
    check_finite(&[value, se])?;
    let critical = StudentT::new((n_clusters - 1) as f64).ok_or(Undefined::OneCluster)?.critical(level);
    // Without any variation between clusters there is nothing to measure uncertainty by: no interval, not one of
    // width 0.
    let interval = if se > 0.0 { Interval::around(value, se, critical, level) } else { None };
    Ok(Estimate { value, se: Some(se), interval, n })
}
