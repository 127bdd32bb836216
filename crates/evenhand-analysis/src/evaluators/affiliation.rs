//! Do evaluators score providers of their own affiliation differently?

use evenhand_protocol::{AffiliationEffect, Outcome, Reason};

use super::deviations::Deviations;
use crate::Design;
use crate::conflicts::{Compared, compared, same_affiliation};

/// Compares the leave-one-out deviations of scores where evaluator and provider share the affiliation with the rest.
/// Scores whose evaluator or provider has no affiliation are left out.
pub(super) fn effect(design: &Design, deviations: &Deviations) -> Outcome<AffiliationEffect> {
    let same = same_affiliation(design);
    let compared = match deviations.sheet.iter().any(|sheet| same[*sheet as usize].is_some()) {
        true => compared(design, deviations, &same),
        false => Err(Reason::NoAffiliations),
    };
    let told = |Compared { tied, other, difference, p, n_evaluators }| AffiliationEffect {
        same: tied,
        other,
        difference,
        p,
        n_evaluators,
    };
    compared.map(told).into()
}
