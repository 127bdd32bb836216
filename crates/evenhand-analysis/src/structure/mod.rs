//! Do the indicators measure one thing, and does each count for what it should?

mod consistency;
mod correlations;
mod findings;
mod item_scores;
mod items;
mod weights;

use evenhand_protocol::{Component, CountOf, Dimensionality, Outcome, StructureAnswer};
use evenhand_stats::{Correlations, Resampling, parallel_analysis};

use crate::Design;
use crate::convert::outcome;
use consistency::Unit;
use item_scores::ItemScores;

/// Internal consistency, correlations, dimensions and weights of the indicators of a design.
pub fn structure(design: &Design) -> StructureAnswer {
    let all = 0..design.units().len();
    let means = ItemScores::panel_means(design, all.clone());
    let sheets = ItemScores::sheets(design, all.clone());
    let residuals = ItemScores::residuals(design, all);
    let of_means = Unit { scores: ItemScores::panel_means, of: CountOf::ProviderRounds };
    let of_sheets = Unit { scores: ItemScores::sheets, of: CountOf::ScoreSheets };
    let mut answer = StructureAnswer {
        provider_means: consistency::parts(design, of_means, &means),
        score_sheets: consistency::parts(design, of_sheets, &sheets),
        items: items::items(design, &means),
        correlations: correlations::correlations(design, &means, &residuals),
        dimensionality: dimensionality(&means),
        weights: weights::weights(design, &means),
        findings: Vec::new(),
    };
    answer.findings = findings::findings(&answer);
    answer
}

/// Parallel analysis of panel means; a provider that comes back counts once for the noise.
fn dimensionality(means: &ItemScores) -> Outcome<Dimensionality> {
    let n_providers = means.n_providers();
    let found = means
        .complete()
        .and_then(|table| Correlations::of(&table))
        .and_then(|r| parallel_analysis(&r, n_providers, Resampling::default()));
    outcome(found).map(|found| Dimensionality {
        components: found
            .dimensions
            .iter()
            .map(|one| Component {
                eigenvalue: one.eigenvalue,
                noise_mean: one.noise_mean,
                noise_p95: one.noise_p95,
            })
            .collect(),
        n_dimensions: found.n_dimensions as u32,
        n_providers: n_providers as u32,
    })
}
