//! What the scores of each indicator tell.

use evenhand_protocol::{CountOf, Estimate, ItemDetail, Method, Outcome};
use evenhand_stats::{ItemScale, Undefined, entropy, item_profiles};

use super::item_scores::ItemScores;
use crate::convert::{estimate, outcome};
use crate::widened::{Evenly, widened};
use crate::{Design, LEVEL};

/// One row per indicator that was scored.
pub(super) fn items(design: &Design, means: &ItemScores) -> Vec<ItemDetail> {
    let scales = vec![ItemScale { min: 0.0, max: 100.0 }; means.indicators.len()];
    let profiles = means.table().and_then(|table| item_profiles(&table, &scales, LEVEL));
    let scores = single_scores(design);
    let repeats = means.repeats();
    let row = |(at, &code): (usize, &u32)| {
        let discrimination: Result<evenhand_stats::Estimate, Undefined> = match &profiles {
            Ok(profiles) => profiles[at].discrimination,
            Err(undefined) => Err(*undefined),
        };
        let tag = |value| -> Estimate {
            widened(estimate(&value, CountOf::ProviderRounds, Method::UpperLower), repeats, Evenly::Plain)
        };
        ItemDetail {
            indicator: design.metadata().indicators[code as usize].id.clone(),
            discrimination: outcome(discrimination).map(tag),
            entropy: entropy_of(&scores[code as usize]),
        }
    };
    means.indicators.iter().enumerate().map(row).collect()
}

fn entropy_of(scores: &[f64]) -> Outcome<Estimate> {
    outcome(entropy(scores, LEVEL)).map(|found| estimate(&found, CountOf::Scores, Method::Entropy))
}

/// The single scores of every indicator, by code, in its own points.
fn single_scores(design: &Design) -> Vec<Vec<f64>> {
    let mut scores = vec![Vec::new(); design.metadata().indicators.len()];
    for row in design.sheets().iter().flat_map(|sheet| sheet.rows.clone()) {
        scores[design.table().indicator()[row] as usize].push(design.table().score()[row]);
    }
    scores
}
