//! Kendall's W: do evaluators put the providers in the same order?

use evenhand_protocol::{CountOf, Estimate, Interval, Method, Outcome, Reason};
use evenhand_stats::{KendallW, Normal, Ratings, Resampling, kendall_w};

use super::complete_blocks::CompleteBlocks;
use super::panel_scores::PanelScores;
use crate::convert::{estimate, reason};
use crate::widened::{Evenly, widened};
use crate::{Design, LEVEL};

/// Fewest providers whose order says something.
const MIN_UNITS: usize = 3;

/// W of the one panel that scored all units, or the mean over complete panels, weighted by their units.
pub(super) fn concordance(
    design: &Design,
    scores: &PanelScores,
    blocks: &CompleteBlocks,
) -> Outcome<Estimate> {
    let ranked: Vec<_> = blocks.0.iter().filter(|block| block.n_units >= MIN_UNITS).collect();
    let [only] = ranked.as_slice() else {
        return pooled(&ranked, scores.repeats(design));
    };
    let found = Ratings::complete(&only.scores, only.n_units, only.k)
        .and_then(|ratings| kendall_w(&ratings, Some(Resampling::default()), LEVEL));
    match found {
        Ok(KendallW { w, .. }) => Outcome::Known(widened(
            estimate(&w, CountOf::ProviderOccasions, Method::KendallBootstrap),
            scores.repeats(design),
            Evenly::Complement,
        )),
        Err(undefined) => Outcome::Undefined(reason(&undefined)),
    }
}

fn pooled(blocks: &[&super::complete_blocks::CompleteBlock], repeats: f64) -> Outcome<Estimate> {
    let (mut sum, mut squares, mut n) = (0.0, 0.0, 0usize);
    for block in blocks {
        let found = Ratings::complete(&block.scores, block.n_units, block.k)
            .and_then(|ratings| kendall_w(&ratings, None, LEVEL));
        // A panel that gives all providers the same score has no order to agree on.
        let Ok(KendallW { w, .. }) = found else { continue };
        let weight = block.n_units as f64;
        sum += weight * w.value;
        squares += weight * weight * w.se.map_or(0.0, |se| se * se);
        n += block.n_units;
    }
    if n == 0 {
        return Outcome::Undefined(Reason::NoCompletePanel);
    }
    let (value, se) = (sum / n as f64, squares.sqrt() / n as f64);
    let reach = Normal.critical(LEVEL) * se;
    let ends = Interval { low: (value - reach).max(0.0), high: (value + reach).min(1.0), level: LEVEL.get() };
    let plain = Estimate {
        value,
        se: Some(se),
        interval: (se > 0.0).then_some(ends),
        n: n as u32,
        of: CountOf::ProviderOccasions,
        method: Method::KendallPooled,
    };
    let mut wide = widened(plain, repeats, Evenly::Plain);
    wide.interval = wide.interval.map(|ends| Interval { low: ends.low.max(0.0), ..ends });
    Outcome::Known(wide)
}
