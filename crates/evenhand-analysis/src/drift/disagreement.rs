//! Why the linear and the Rasch model class an evaluator differently.

use evenhand_protocol::{DriftDisagreement, EvaluatorDrift, RaschMeasures, SeverityTrack};

use crate::Design;

/// Adjusted p in this range are near the level of 5%: a little more or less data would have moved them over it.
const NEAR: std::ops::Range<f64> = 0.01..0.25;
/// A fair average this near an end of the scale, as a share of its length, is said to lie at it.
const END: f64 = 0.1;

/// `None` where both say the same or one of them nothing.
pub(super) fn disagreement(
    design: &Design,
    evaluator: &EvaluatorDrift,
    measures: Option<&RaschMeasures>,
) -> Option<DriftDisagreement> {
    let (linear, rasch) = (evaluator.linear.known()?, evaluator.rasch.known()?);
    if linear.class == rasch.class {
        return None;
    }
    let rounds = |track: &SeverityTrack| -> Vec<String> {
        track.severities.iter().map(|one| one.round.clone()).collect()
    };
    if rounds(linear) != rounds(rasch) {
        return Some(DriftDisagreement::DifferentRounds);
    }
    if NEAR.contains(&linear.p_adjusted) && NEAR.contains(&rasch.p_adjusted) {
        return Some(DriftDisagreement::Borderline);
    }
    if design.weights().windows(2).any(|pair| pair[0] != pair[1]) {
        return Some(DriftDisagreement::Weights);
    }
    let at_end = measures.is_some_and(|measures| {
        let last = f64::from(measures.categories.n_categories.max(2) - 1);
        let mut found = measures.evaluators.iter().filter(|one| one.id == evaluator.evaluator);
        let fair = found.next().and_then(|one| one.fair_average);
        fair.is_some_and(|fair| !(END..=1.0 - END).contains(&(fair / last)))
    });
    Some(if at_end { DriftDisagreement::EndOfScale } else { DriftDisagreement::Calibration })
}
