//! The coefficients from variance components, with Monte-Carlo intervals.

use super::fiducial::Fiducial;
use super::overlap::{Overlap, overlap};
use crate::crossed_reml::{CrossedComponents, crossed_components, one_way_components};
use crate::estimate::{Estimate, Interval, Level};
use crate::ratings::Ratings;
use crate::resampling::{Resampling, quantile};
use crate::undefined::Undefined;

/// Intraclass correlations of panels with any pattern of missing scores.
///
/// `n` of every estimate is the number of units. With variances U of units, V of evaluators and E of residuals, the
/// harmonic mean panel size k, and q as below (ten Hove, Jorgensen
/// & van der Ark 2022; they have no ICC(Q,1), which here takes the same share of V as ICC(Q,k) does):
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IncompleteIcc {
    /// ICC(1) `U / (U + E)` of the one-way model.
    pub icc_1: Result<Estimate, Undefined>,
    /// ICC(1,k) `U / (U + E/k)` of the one-way model.
    pub icc_1_k: Result<Estimate, Undefined>,
    /// ICC(A,1) `U / (U + V + E)`.
    pub icc_a_1: Result<Estimate, Undefined>,
    /// ICC(C,1) `U / (U + E)`: one score of an evaluator whose severity is known or the same for all units.
    pub icc_c_1: Result<Estimate, Undefined>,
    /// ICC(A,k) `U / (U + (V + E)/k)`.
    pub icc_a_k: Result<Estimate, Undefined>,
    /// ICC(C,k) `U / (U + E/k)`.
    pub icc_c_k: Result<Estimate, Undefined>,
    /// ICC(Q,1) `U / (U + k q V + E)`: how well single scores of the panels as they are tell units apart.
    pub icc_q_1: Result<Estimate, Undefined>,
    /// ICC(Q,k) `U / (U + q V + E/k)`: how well the panel means as they are tell units apart. Between ICC(A,k), where no
    /// two units share evaluators, and ICC(C,k), where all have the same.
    pub icc_q_k: Result<Estimate, Undefined>,
    /// The variance components of the two-way model.
    pub two_way: Result<CrossedComponents, Undefined>,
    /// The variance components of the one-way model.
    pub one_way: Result<CrossedComponents, Undefined>,
    /// The harmonic mean of the panel sizes.
    pub k: f64,
    /// The share of V that is left in differences between the panel means of two units, from 0 to 1/k.
    pub q: f64,
    /// The number of units with one score.
    pub n_single: usize,
}

/// The intraclass correlations of incomplete panels, from REML variance components.
///
/// On complete data the estimates are those of [`icc`](crate::icc), but that negative variance components are 0. The
/// intervals are quantiles of Monte-Carlo draws of the variances, one per resample of `resampling`: generalised
/// confidence intervals (Weerahandi 1993) whose degrees of freedom come from the information matrix. From 2,000 draws on
/// they hardly move with the seed. Without resampling, and where there is no residual to measure uncertainty by, there is
/// no interval.
///
/// As in [`icc`](crate::icc) the one-way coefficients assume evaluators drawn afresh for every unit.
pub fn incomplete_icc(ratings: &Ratings, resampling: Option<Resampling>, level: Level) -> IncompleteIcc {
    let overlap = overlap(ratings);
    let (two_way, one_way) = (crossed_components(ratings), one_way_components(ratings));
    let [icc_a_1, icc_c_1, icc_a_k, icc_c_k, icc_q_1, icc_q_k] =
        estimates(&two_way, overlap, ratings.n_units(), resampling, level);
    // Without evaluators consistency and agreement are the same.
    let [icc_1, _, icc_1_k, ..] = estimates(&one_way, overlap, ratings.n_units(), resampling, level);
    IncompleteIcc {
        icc_1,
        icc_1_k,
        icc_a_1,
        icc_c_1,
        icc_a_k,
        icc_c_k,
        icc_q_1,
        icc_q_k,
        two_way,
        one_way,
        k: overlap.k,
        q: overlap.q,
        n_single: ratings.panel_sizes().filter(|size| *size == 1).count(),
    }
}

/// A, C for one score, A, C for panel means, Q for both.
fn coefficients([unit, evaluator, residual]: [f64; 3], overlap: Overlap) -> [f64; 6] {
    let Overlap { k, q } = overlap;
    let of = |error: f64| unit / (unit + error);
    [
        of(evaluator + residual),
        of(residual),
        of((evaluator + residual) / k),
        of(residual / k),
        of(k * q * evaluator + residual),
        of(q * evaluator + residual / k),
    ]
}

fn estimates(
    components: &Result<CrossedComponents, Undefined>,
    overlap: Overlap,
    n: usize,
    resampling: Option<Resampling>,
    level: Level,
) -> [Result<Estimate, Undefined>; 6] {
    let components = match components {
        Ok(components) => components,
        Err(reason) => return [Err(*reason); 6],
    };
    let values = coefficients([components.unit, components.evaluator, components.residual], overlap);
    let crossed = components.covariance[1][1] > 0.0;
    let mut intervals = [None; 6];
    if let Some((fiducial, resampling)) = Fiducial::new(components, crossed).zip(resampling) {
        let mut random = resampling.random();
        let mut draws: [Vec<f64>; 6] = Default::default();
        for _ in 0..resampling.resamples() {
            for (draws, value) in draws.iter_mut().zip(coefficients(fiducial.draw(&mut random), overlap)) {
                draws.push(value);
            }
        }
        intervals = draws.map(|draws| interval(draws, level));
    }
    std::array::from_fn(|at| Ok(Estimate { value: values[at], se: None, interval: intervals[at], n }))
}

/// The central quantiles of the draws.
fn interval(mut draws: Vec<f64>, level: Level) -> Option<Interval> {
    draws.sort_unstable_by(f64::total_cmp);
    Interval::finite(quantile(&draws, level.tail())?, quantile(&draws, 1.0 - level.tail())?, level)
}
