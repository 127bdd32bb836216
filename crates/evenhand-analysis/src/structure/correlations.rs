//! How each two indicators go together: over providers, and in what single evaluators add.

use evenhand_protocol::{CountOf, Estimate, IndicatorCorrelations, IndicatorPair, Method, Outcome, Reason};
use evenhand_stats::pearson_estimate;

use super::item_scores::ItemScores;
use crate::convert::{estimate, outcome};
use crate::widened::{Evenly, widened};
use crate::{Design, LEVEL};

/// Correlation of panel means from which two indicators say almost the same.
const REDUNDANT: f64 = 0.90;

/// Indicators above which their pairs are too many to look at.
const MAX_INDICATORS: usize = 100;

/// The correlations of every pair of indicators that were scored.
pub(super) fn correlations(
    design: &Design,
    means: &ItemScores,
    residuals: &ItemScores,
) -> Outcome<IndicatorCorrelations> {
    let codes = &means.indicators;
    if codes.len() < 2 {
        return Outcome::Undefined(Reason::TooFewIndicators { found: codes.len() as u32 });
    }
    if codes.len() > MAX_INDICATORS {
        let (limit, found) = (MAX_INDICATORS as u32, codes.len() as u32);
        return Outcome::Undefined(Reason::TooLarge { limit, found });
    }
    let id = |code: u32| design.metadata().indicators[code as usize].id.clone();
    let mut pairs = Vec::new();
    for (at, &first) in codes.iter().enumerate() {
        for &second in &codes[at + 1..] {
            let of_means = correlation(means, (first, second), CountOf::ProviderRounds);
            let reaches = |of: fn(&Estimate) -> Option<f64>| {
                of_means.known().and_then(of).is_some_and(|value| value >= REDUNDANT)
            };
            pairs.push(IndicatorPair {
                first: id(first),
                second: id(second),
                redundant: reaches(|r| Some(r.value)),
                surely_redundant: reaches(|r| Some(r.interval?.low)),
                residual: correlation(residuals, (first, second), CountOf::ScoreSheets),
                means: of_means,
            });
        }
    }
    let indicators = codes.iter().map(|code| id(*code)).collect();
    Outcome::Known(IndicatorCorrelations { indicators, pairs, redundant_from: REDUNDANT })
}

fn correlation(scores: &ItemScores, (first, second): (u32, u32), of: CountOf) -> Outcome<Estimate> {
    let column = |code| scores.indicators.binary_search(&code).ok();
    let Some((first, second)) = column(first).zip(column(second)) else {
        return Outcome::Undefined(Reason::OneEvaluator);
    };
    let (x, y) = scores.both(first, second);
    // Fisher's z is half of this scale with k = 2.
    outcome(pearson_estimate(&x, &y, LEVEL))
        .map(|r| widened(estimate(&r, of, Method::Correlation), scores.repeats(), Evenly::FRatio(2.0)))
}
