//! What a comparison of an evaluator with colleagues gives, before it is adjusted for the number of comparisons.

use evenhand_protocol::{CountOf, Estimate, Method, Reason};

use crate::convert::{t_estimate, two_sided_p};
use crate::distinct::distinct;

/// Fewest providers, or score sheets, behind a comparison whose uncertainty comes from leaving them out one by one.
pub(super) const FEWEST: usize = 8;

/// A comparison.
pub(super) struct Found {
    pub(super) own: f64,
    pub(super) panel: f64,
    pub(super) contrast: Estimate,
    pub(super) p: Option<f64>,
}

/// A comparison in the same places, on the scale on which it is tested.
pub(super) struct Paired {
    pub(super) own: f64,
    pub(super) panel: f64,
    pub(super) value: f64,
    pub(super) se: f64,
    /// Providers behind the standard error.
    pub(super) n_providers: usize,
    /// Scores.
    pub(super) n: usize,
}

/// A standard error with its degrees of freedom.
pub(super) struct Widened {
    pub(super) se: f64,
    pub(super) df: f64,
}

/// Standard errors that are at least what they are for all evaluators together, allowing for their n.
///
/// The comparison is with a panel that is taken to be alike, and of few providers a standard error can be small by
/// accident, most often where the statistic itself is far out. The pooled one cannot; the larger of the two errs on the
/// wide side.
pub(super) fn widened(of: impl Iterator<Item = (f64, usize)> + Clone) -> Vec<Widened> {
    let (mut squares, mut df) = (0.0, 0.0);
    for (se, n) in of.clone() {
        let own_df = (n - 1) as f64;
        squares += own_df * n as f64 * se * se;
        df += own_df;
    }
    let pooled = squares / f64::max(df, 1.0);
    of.map(|(se, n)| {
        let of_all = (pooled / n as f64).sqrt();
        if of_all > se { Widened { se: of_all, df } } else { Widened { se, df: (n - 1) as f64 } }
    })
    .collect()
}

/// The comparisons in the same places with their widened standard errors, each turned to the scale on which it is shown.
pub(super) fn settled(
    all: Vec<Result<Paired, Reason>>,
    method: Method,
    shown: impl Fn(f64) -> f64,
) -> Vec<Result<Found, Reason>> {
    let known = all.iter().filter_map(|paired| paired.as_ref().ok());
    let mut widened = widened(known.map(|paired| (paired.se, paired.n_providers))).into_iter();
    let settle = |paired: Paired, Widened { se, df }: Widened| {
        let mut contrast = t_estimate(paired.value, se, df, paired.n as u32, CountOf::Scores, method);
        contrast.value = shown(contrast.value);
        if let Some(interval) = &mut contrast.interval {
            interval.low = shown(interval.low);
            interval.high = shown(interval.high);
        }
        Found { own: paired.own, panel: paired.panel, contrast, p: two_sided_p(paired.value, se, df) }
    };
    let mut next = |paired: Paired| {
        let widened = widened.next().ok_or(Reason::NotFinite)?;
        Ok(settle(paired, widened))
    };
    all.into_iter().map(|paired| paired.and_then(&mut next)).collect()
}

/// Refuses scores of fewer than [`FEWEST`] different providers; returns their number.
pub(super) fn enough_providers(providers: &[u32]) -> Result<usize, Reason> {
    enough(distinct(providers).len())
}

/// Refuses fewer than [`FEWEST`].
pub(super) fn enough(found: usize) -> Result<usize, Reason> {
    if found < FEWEST {
        Err(Reason::TooFewUnits { needed: FEWEST as u32, found: found as u32 })
    } else {
        Ok(found)
    }
}
