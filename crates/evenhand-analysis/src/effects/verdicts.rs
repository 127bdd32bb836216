//! Adjustment for the number of comparisons, and what can be said after it.

use evenhand_protocol::{EffectEstimate, EffectOutcome, EffectVerdict, Outcome, RatingEffect};
use evenhand_stats::benjamini_hochberg;

use super::found::Found;
use crate::ALPHA;

/// A comparison that is not adjusted yet.
pub(super) fn unadjusted(found: Found) -> EffectEstimate {
    let Found { own, panel, contrast, p } = found;
    EffectEstimate { own, panel, contrast, p, p_adjusted: None, verdict: EffectVerdict::NotShown }
}

/// Adjusts all that was tested together (Benjamini & Hochberg 1995) and gives the verdicts; returns the number of tests.
pub(super) fn adjust<'a>(effects: impl Iterator<Item = &'a mut EffectOutcome>) -> u32 {
    let mut tested: Vec<(RatingEffect, f64, &mut EffectEstimate)> = effects
        .filter_map(|found| match &mut found.outcome {
            Outcome::Known(estimate) => estimate.p.map(|p| (found.effect, p, estimate)),
            Outcome::Undefined(_) => None,
        })
        .collect();
    let p: Vec<f64> = tested.iter().map(|(_, p, _)| *p).collect();
    for ((effect, _, estimate), adjusted) in tested.iter_mut().zip(benjamini_hochberg(&p)) {
        estimate.p_adjusted = Some(adjusted);
        estimate.verdict = match (adjusted < ALPHA, shows_more(*effect, estimate.contrast.value)) {
            (false, _) => EffectVerdict::NotShown,
            (true, true) => EffectVerdict::Present,
            (true, false) => EffectVerdict::Opposite,
        };
    }
    tested.len() as u32
}

/// Whether a contrast points to the effect, not away from it.
fn shows_more(effect: RatingEffect, contrast: f64) -> bool {
    match effect {
        RatingEffect::CentralTendency | RatingEffect::RangeRestriction => contrast < 1.0,
        RatingEffect::Halo | RatingEffect::StraightLining | RatingEffect::DigitPreference => contrast > 0.0,
        RatingEffect::LowInformation => contrast < 0.0,
    }
}
