//! Scores of tied providers against all others, all evaluators together.

use evenhand_protocol::{ConflictEffect, CountOf, Estimate, Method, Reason};
use evenhand_stats::{
    PermutedUnit, clustered_difference, clustered_within_difference, sum, within_permutation,
};

use super::pairs::Pair;
use crate::convert::{estimate, reason, two_sided_p};
use crate::evaluators::Deviations;
use crate::{Design, LEVEL};

/// Fewer evaluators with scores of both kinds than this give no answer: a sandwich over so few clusters is too short.
const MIN_EVALUATORS: u32 = 5;
/// Random draws of the permutation test.
pub(super) const PERMUTATIONS: usize = 999;
/// Any seed would do; this one makes the same draws everywhere.
pub(super) const SEED: u64 = 1922;

/// The means of both kinds of scores and their difference within evaluators.
pub(crate) struct Compared {
    pub(crate) tied: Estimate,
    pub(crate) other: Estimate,
    pub(crate) difference: Estimate,
    pub(crate) p: f64,
    pub(crate) n_evaluators: u32,
}

/// Compares the leave-one-out deviations of tied score sheets with the rest; sheets that are neither are left out.
///
/// The two means describe; the difference and its p compare each evaluator with itself, so that an organisation of
/// lenient evaluators is not taken for one that favours its own.
pub(crate) fn compared(
    design: &Design,
    deviations: &Deviations,
    tied: &[Option<bool>],
) -> Result<Compared, Reason> {
    let (mut values, mut matched, mut clusters) = (Vec::new(), Vec::new(), Vec::new());
    for (&value, &sheet) in deviations.value.iter().zip(&deviations.sheet) {
        if let Some(tied) = tied[sheet as usize] {
            values.push(value);
            matched.push(tied);
            clusters.push(design.sheets()[sheet as usize].evaluator);
        }
    }
    if values.is_empty() {
        return Err(Reason::NoColleague);
    }
    let undefined = |undefined| reason(&undefined);
    let means = clustered_difference(&values, &matched, &clusters, LEVEL).map_err(undefined)?;
    let within = clustered_within_difference(&values, &matched, &clusters, LEVEL).map_err(undefined)?;
    let found = within.n_clusters as u32;
    if found < MIN_EVALUATORS {
        return Err(Reason::TooFewUnits { needed: MIN_EVALUATORS, found });
    }
    let tag = |from| estimate(from, CountOf::Scores, Method::LeaveOneOutByEvaluator);
    let difference = tag(&within.difference);
    let df = f64::from(found) - 1.0;
    let p = difference.se.and_then(|se| two_sided_p(difference.value, se, df)).ok_or(Reason::NoVariance)?;
    let (tied, other) = (tag(&means.matched), tag(&means.unmatched));
    Ok(Compared { tied, other, difference, p, n_evaluators: found })
}

/// The same with a permutation test: which of an evaluator's providers are the tied ones is drawn at random.
pub(super) fn overall(
    design: &Design,
    deviations: &Deviations,
    tied: &[Option<bool>],
    pairs: &[Pair],
) -> Result<ConflictEffect, Reason> {
    let Compared { tied, other, difference, p, n_evaluators } = compared(design, deviations, tied)?;
    let unit = |pair: &Pair| PermutedUnit {
        block: pair.evaluator,
        matched: pair.tied,
        sum: sum(&pair.deviations),
        n: pair.deviations.len() as f64,
    };
    let units: Vec<PermutedUnit> = pairs.iter().map(unit).collect();
    let permuted = within_permutation(&units, PERMUTATIONS, SEED).map_err(|why| reason(&why))?;
    Ok(ConflictEffect {
        tied,
        other,
        difference,
        p,
        p_permutation: permuted.p,
        n_permutations: permuted.n_permutations as u32,
        n_evaluators,
    })
}
