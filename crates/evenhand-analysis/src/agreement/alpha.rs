//! Krippendorff's alpha of the scores of a part.

use evenhand_protocol::{CountOf, Estimate, Interval, Method, Outcome};
use evenhand_stats::{KrippendorffAlpha, Metric, Normal, Ratings, Resampling, krippendorff_alpha};

use crate::LEVEL;
use crate::convert::{estimate, reason};
use crate::widened::{Evenly, widened};

/// Scores up to which the interval is a bootstrap; with more, the jackknife's says the same and costs nothing.
const MAX_RESAMPLED: usize = 3_000;

/// The same for ratio alpha, which costs a hundred times as much.
const MAX_RESAMPLED_RATIO: usize = 500;

/// Alpha at a level of measurement, its interval widened by how often units come back.
pub(super) fn alpha(ratings: &Ratings, metric: Metric, repeats: f64) -> Outcome<Estimate> {
    let most = if metric == Metric::Ratio { MAX_RESAMPLED_RATIO } else { MAX_RESAMPLED };
    let resampling = (ratings.n_ratings() <= most).then(Resampling::default);
    match krippendorff_alpha(ratings, metric, resampling, LEVEL) {
        Ok(alpha) => Outcome::Known(widened(tagged(&alpha, resampling), repeats, Evenly::Complement)),
        Err(undefined) => Outcome::Undefined(reason(&undefined)),
    }
}

fn tagged(alpha: &KrippendorffAlpha, resampling: Option<Resampling>) -> Estimate {
    let of = CountOf::ProviderOccasions;
    if resampling.is_some() {
        return estimate(&alpha.alpha, of, Method::AlphaBootstrap);
    }
    let mut tagged = estimate(&alpha.alpha, of, Method::AlphaJackknife);
    let rest = 1.0 - tagged.value;
    // -ln(1 - alpha) has the standard error se / (1 - alpha).
    tagged.interval = tagged.se.filter(|se| *se > 0.0 && rest > 0.0).map(|se| {
        let reach = Normal.critical(LEVEL) * se / rest;
        Interval {
            low: 1.0 - rest * libm::exp(reach),
            high: 1.0 - rest * libm::exp(-reach),
            level: LEVEL.get(),
        }
    });
    tagged
}
