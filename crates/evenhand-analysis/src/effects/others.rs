//! Statistics of single evaluators against those of the others.

use evenhand_protocol::{CountOf, Interval, Method, Reason};
use evenhand_stats::{AgainstOthers, Estimate, against_others};

use super::found::{Found, widened};
use crate::LEVEL;
use crate::convert::{estimate, reason};

/// A scale on which a statistic is compared, because its standard error does not depend on its value there.
pub(super) trait Compared {
    /// To the scale of comparison.
    fn forward(&self, value: f64) -> f64;
    /// The derivative of the same.
    fn slope(&self, value: f64) -> f64;
    /// And back.
    fn backward(&self, value: f64) -> f64;
}

/// A statistic compared as it is.
pub(super) struct AsItIs;

impl Compared for AsItIs {
    fn forward(&self, value: f64) -> f64 {
        value
    }

    fn slope(&self, _: f64) -> f64 {
        1.0
    }

    fn backward(&self, value: f64) -> f64 {
        value
    }
}

/// Each evaluator's estimate less the mean of the others', where both are known.
pub(super) fn against(
    own: Vec<Result<Estimate, Reason>>,
    scale: &impl Compared,
    of: CountOf,
    method: Method,
) -> Vec<Result<Found, Reason>> {
    let mut known: Vec<Estimate> = own
        .iter()
        .filter_map(|own| own.as_ref().ok())
        .map(|own| Estimate {
            value: scale.forward(own.value),
            se: own.se.map(|se| se * scale.slope(own.value)),
            ..*own
        })
        .collect();
    let wide = widened(known.iter().map(|own| (own.se.unwrap_or(0.0), own.n)));
    for (own, wide) in known.iter_mut().zip(&wide) {
        own.se = Some(wide.se);
    }
    let df: Vec<f64> = wide.iter().map(|wide| wide.df).collect();
    let compared = against_others(&known, &df, LEVEL).map_err(|undefined| reason(&undefined));
    let mut next = compared.iter().flatten();
    let mut settle = |own: Estimate| match (next.next(), &compared) {
        (Some(found), _) => Ok(shown(own, found, scale, of, method)),
        (None, Err(reason)) => Err(reason.clone()),
        (None, Ok(_)) => Err(Reason::NoColleague),
    };
    own.into_iter().map(|own| own.and_then(&mut settle)).collect()
}

/// The comparison on the scale of the statistic: its ends are those of the evaluator, the others staying where they are.
fn shown(own: Estimate, found: &AgainstOthers, scale: &impl Compared, of: CountOf, method: Method) -> Found {
    let others = scale.backward(found.others);
    let mut contrast = estimate(&found.difference, of, method);
    let end = |difference: f64| scale.backward(found.others + difference) - others;
    contrast.value = own.value - others;
    contrast.se = own.se;
    contrast.interval = contrast.interval.map(|i| Interval { low: end(i.low), high: end(i.high), ..i });
    Found { own: own.value, panel: others, contrast, p: found.p }
}
