//! Internal consistency by round and dimension.

use std::ops::Range;

use evenhand_protocol::{
    Consistency, ConsistencyOf, ConsistencyParts, CountOf, Estimate, Method, Outcome, Part, Reason,
};
use evenhand_stats::{
    Correlations, InternalConsistency, Resampling, Undefined, internal_consistency, omega_hierarchical,
};

use super::item_scores::ItemScores;
use crate::convert::{estimate, outcome, reason};
use crate::widened::{Evenly, widened};
use crate::{Design, LEVEL};

/// Resamples behind a standard error, which needs fewer than the ends of an interval.
const RESAMPLES: usize = 200;

/// Units times squared indicators up to which there are resamples.
const MAX_RESAMPLED: usize = 2_500_000;

/// What a unit is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    /// How to take the scores of a range of units of the design.
    pub(super) scores: fn(&Design, Range<usize>) -> ItemScores,
    /// What is counted.
    pub(super) of: CountOf,
}

/// All indicators overall and by round, and the indicators of each dimension.
pub(super) fn parts(design: &Design, unit: Unit, all: &ItemScores) -> ConsistencyParts {
    let by_round = design
        .rounds()
        .into_iter()
        .map(|round| ConsistencyOf {
            part: Part::Round(design.metadata().rounds[round as usize].id.clone()),
            consistency: consistency(design, &(unit.scores)(design, design.units_of_round(round)), unit.of),
        })
        .collect();
    let by_dimension = design
        .dimensions()
        .into_iter()
        .map(|name| {
            let member = design.members(name);
            let scores = all.only(|code| member.get(code as usize).copied().unwrap_or(false));
            ConsistencyOf {
                part: Part::Dimension(name.to_owned()),
                consistency: consistency(design, &scores, unit.of),
            }
        })
        .collect();
    ConsistencyParts { overall: consistency(design, all, unit.of), by_round, by_dimension }
}

fn consistency(design: &Design, scores: &ItemScores, of: CountOf) -> Outcome<Consistency> {
    let k = scores.indicators.len();
    if k < 2 {
        return Outcome::Undefined(Reason::TooFewIndicators { found: k as u32 });
    }
    let found = scores.table().and_then(|table| {
        let few = table.n_units().saturating_mul(k * k) <= MAX_RESAMPLED;
        let resampling = Resampling::new(RESAMPLES, 1).ok().filter(|_| few);
        let alpha = if table.is_complete() { Method::CronbachFeldt } else { Method::CronbachJackknife };
        Ok((internal_consistency(&table, resampling, LEVEL)?, alpha, Correlations::of(&table)))
    });
    match found {
        Ok((found, alpha, correlations)) => {
            let hierarchical = correlations.and_then(|r| hierarchical(design, scores, &r));
            Outcome::Known(tagged(&found, alpha, hierarchical, scores.repeats(), of))
        }
        Err(undefined) => Outcome::Undefined(reason(&undefined)),
    }
}

fn tagged(
    found: &InternalConsistency,
    alpha: Method,
    hierarchical: Result<f64, Undefined>,
    repeats: f64,
    of: CountOf,
) -> Consistency {
    // A provider that comes back in several rounds, or on several sheets, is not another provider.
    let tag = |value: Result<evenhand_stats::Estimate, Undefined>, method| -> Outcome<Estimate> {
        outcome(value).map(|value| widened(estimate(&value, of, method), repeats, Evenly::Complement))
    };
    Consistency {
        alpha: tag(found.alpha, alpha),
        standardised: tag(found.standardised, Method::ConsistencyBootstrap),
        lambda_6: tag(found.lambda_6, Method::ConsistencyBootstrap),
        omega_total: tag(found.omega_total, Method::ConsistencyBootstrap),
        omega_hierarchical: outcome(hierarchical),
        sem: outcome(found.sem),
        n_indicators: found.n_items as u32,
        n_units: found.n_units as u32,
        n_left_out: found.n_dropped as u32,
    }
}

/// Omega hierarchical by the dimensions of the indicators; an indicator without one is a dimension of its own.
fn hierarchical(design: &Design, scores: &ItemScores, correlations: &Correlations) -> Result<f64, Undefined> {
    let names = design.dimensions();
    if names.len() < 3 {
        return Err(Undefined::TooFewGroups { needed: 3, found: names.len() });
    }
    let group = |code: &u32| {
        let dimension = design.metadata().indicators[*code as usize].dimension.as_deref();
        let place = dimension.and_then(|dimension| names.iter().position(|name| *name == dimension));
        place.map_or(names.len() as u32 + code, |place| place as u32)
    };
    let groups: Vec<u32> = scores.indicators.iter().map(group).collect();
    omega_hierarchical(correlations, &groups).map(|found| found.hierarchical)
}
