//! The six intraclass correlations of complete and incomplete panels.

use evenhand_protocol::{Agreement, CountOf, Estimate, Method, Outcome, Reason};
use evenhand_stats::{IncompleteIcc, Resampling, Undefined, icc, incomplete_icc};

use super::complete_blocks::CompleteBlocks;
use super::panel_scores::PanelScores;
use super::strata::Centred;
use crate::convert::{estimate, reason};
use crate::widened::{Evenly, widened};
use crate::{Design, LEVEL};

/// Draws behind a Monte-Carlo interval; with so many it hardly moves with the seed.
const DRAWS: usize = 2_000;

/// The share of the variance between units that may be lost with the means of rounds and occasions.
const MAX_SHORTENED: f64 = 0.1;

/// Evaluators above which complete panels are preferred: a step of the model costs the cube of their number, and with so
/// many evaluators the complete panels alone leave short intervals.
const MAX_EVALUATORS: usize = 150;

/// The six coefficients of these scores.
///
/// Where every unit belongs to a complete panel they come from mean squares pooled over the panels, with their F
/// intervals. Otherwise they come from REML variance components of all units, the level of every round and occasion
/// taken out, with Monte-Carlo intervals. Complete panels alone are used, and the others counted in `n_units_all` only,
/// where there are so few units by round and occasion that their means would take away too much, where there are more
/// than [`MAX_EVALUATORS`] evaluators, or where the model has no solution.
pub(crate) fn six_iccs(design: &Design, scores: &PanelScores) -> Outcome<Agreement> {
    if scores.values().is_empty() {
        return Outcome::Undefined(Reason::NothingSelected);
    }
    if scores.n_shared() == 0 {
        return Outcome::Undefined(Reason::OneEvaluator);
    }
    let blocks = CompleteBlocks::new(design, scores);
    if blocks.n_units() == scores.n_units() {
        return of_complete(design, scores, &blocks);
    }
    let centred = Centred::new(design, scores);
    let many = scores.distinct_evaluators().len() > MAX_EVALUATORS;
    if !blocks.0.is_empty() && (many || centred.shortened > MAX_SHORTENED) {
        return of_complete(design, scores, &blocks);
    }
    match of_incomplete(design, &centred.scores, &blocks) {
        Ok(agreement) => Outcome::Known(agreement),
        Err(Undefined::NoVariance) => Outcome::Undefined(Reason::NoVariance),
        Err(_) if !blocks.0.is_empty() => of_complete(design, scores, &blocks),
        Err(undefined) => Outcome::Undefined(reason(&undefined)),
    }
}

fn of_complete(design: &Design, scores: &PanelScores, blocks: &CompleteBlocks) -> Outcome<Agreement> {
    let set = match blocks.mean_squares(design).and_then(|ms| icc(&ms, LEVEL)) {
        Ok(set) => set,
        Err(undefined) => return Outcome::Undefined(reason(&undefined)),
    };
    let tag = |from| estimate(from, CountOf::ProviderOccasions, Method::IccAnova);
    Outcome::Known(Agreement {
        icc_1: tag(&set.icc_1),
        icc_a_1: tag(&set.icc_a_1),
        icc_c_1: tag(&set.icc_c_1),
        icc_1_k: tag(&set.icc_1_k),
        icc_a_k: tag(&set.icc_a_k),
        icc_c_k: tag(&set.icc_c_k),
        k: set.mean_squares.k,
        n_panels: blocks.0.len() as u32,
        n_units: blocks.n_units() as u32,
        n_units_all: scores.n_panels_all,
    })
}

fn of_incomplete(
    design: &Design,
    scores: &PanelScores,
    blocks: &CompleteBlocks,
) -> Result<Agreement, Undefined> {
    let resampling = Resampling::new(DRAWS, 1).ok();
    let IncompleteIcc { icc_1, icc_1_k, icc_a_1, icc_c_1, icc_a_k, icc_c_k, k, .. } =
        incomplete_icc(&scores.ratings()?, resampling, LEVEL);
    let repeats = scores.repeats(design);
    let tag = |from: Result<evenhand_stats::Estimate, Undefined>, evenly| -> Result<Estimate, Undefined> {
        let plain = estimate(&from?, CountOf::ProviderOccasions, Method::IccReml);
        let mut wide = widened(plain, repeats, evenly);
        // A variance component is never negative, and neither is the share it makes up.
        wide.interval =
            wide.interval.map(|ends| evenhand_protocol::Interval { low: ends.low.max(0.0), ..ends });
        Ok(wide)
    };
    Ok(Agreement {
        icc_1: tag(icc_1, Evenly::FRatio(k))?,
        icc_a_1: tag(icc_a_1, Evenly::FRatio(k))?,
        icc_c_1: tag(icc_c_1, Evenly::FRatio(k))?,
        icc_1_k: tag(icc_1_k, Evenly::Complement)?,
        icc_a_k: tag(icc_a_k, Evenly::Complement)?,
        icc_c_k: tag(icc_c_k, Evenly::Complement)?,
        k,
        n_panels: blocks.0.len() as u32,
        n_units: scores.n_units() as u32,
        n_units_all: scores.n_panels_all,
    })
}
