//! The sample data set: a municipal programme of third-party evaluation of social services.
//!
//! All people, places and organisations in it are invented.

use crate::check::CheckedProgramme;
use crate::programme::{Drift, DriftKind, Language, Programme, ProviderTrend, ScoreScale, Spreads};
use crate::sample_chinese::CHINESE;
use crate::sample_english::ENGLISH;
use crate::scale::Grid;
use crate::simulate::{Simulated, simulate};
use crate::tables::Tables;
use crate::truth::Truth;

/// The seed of the sample data set.
pub const SAMPLE_SEED: u64 = 2023;

/// The names of the sample data set in one language.
pub(crate) struct SampleNames {
    /// Organisations that evaluators and providers belong to.
    pub(crate) organisations: [&'static str; 6],
    /// Kinds of service.
    pub(crate) categories: [&'static str; 4],
    /// Providers, in rows of one per category.
    pub(crate) providers: [[&'static str; 4]; 10],
    /// Dimensions.
    pub(crate) dimensions: [&'static str; 3],
    /// Indicators, in rows of one dimension each.
    pub(crate) indicators: [[&'static str; 4]; 3],
    /// Evaluators, in the order of joining.
    pub(crate) evaluators: [&'static str; 30],
}

/// The sample data set: 6 half-yearly rounds, 40 providers in 4 categories, 12 indicators in 3 dimensions,
/// and 30 evaluators of whom 22 are active in each round, in panels of 4.
///
/// Two evaluators drift: E006 is harsher by 12 points of 100 from the fourth round on, and E015 more lenient
/// by 4 points with each round. Four providers improve, three decline. Evaluators are slightly lenient
/// towards providers of their own organisation and more so, by 8 points, towards the 24 providers with which they have
/// declared a conflict of interest, trainees are less consistent, and 2% of the cells are
/// missing.
#[must_use]
pub fn sample_programme(language: Language) -> Simulated {
    let checked = sample_checked(language);
    let mut simulated = simulate(&checked, SAMPLE_SEED);
    let names = match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    };
    put_names(names, &simulated.truth, &mut simulated.tables);
    simulated
}

/// The configuration of the sample data set, to vary it from.
#[must_use]
pub fn sample_settings(language: Language) -> Programme {
    Programme {
        language,
        n_rounds: 6,
        n_providers: 40,
        n_indicators: 12,
        n_dimensions: 3,
        weights: vec![12.0, 10.0, 10.0, 8.0, 9.0, 8.0, 7.0, 6.0, 9.0, 8.0, 7.0, 6.0],
        n_evaluators: 22,
        panel_size: 4,
        mixed_share: 0.25,
        // Eight leave and eight join over the five changes of round.
        turnover: 8.0 / (22.0 * 5.0),
        missing_share: 0.02,
        scale: SCALE,
        mean_level: 62.0,
        spreads: Spreads {
            provider: 7.0,
            provider_change: 1.0,
            indicator: 5.0,
            evaluator: 4.0,
            evaluator_round: 0.8,
            provider_indicator: 4.0,
            halo: 2.5,
            residual: 7.0,
        },
        n_affiliations: 6,
        affiliation_leniency: 2.5,
        n_conflicts: 24,
        conflict_leniency: 8.0,
        qualification_noise: [0.8, 1.0, 1.4],
        drift: vec![
            Drift { evaluator: 5, kind: DriftKind::Shift { from_round: 3, by: 12.0 } },
            Drift { evaluator: 14, kind: DriftKind::Trend { per_round: -4.0 } },
        ],
        provider_trends: [(3, 3.0), (10, 2.5), (21, 3.0), (32, 2.0), (7, -3.0), (18, -2.5), (29, -2.0)]
            .map(|(provider, per_round)| ProviderTrend { provider, per_round })
            .to_vec(),
        ..Programme::default()
    }
}

const SCALE: ScoreScale = ScoreScale { min: 1.0, max: 10.0, step: 1.0 };

/// The sample's configuration is known to be right (a test puts it through the door), so that no caller has
/// an error to handle that cannot happen.
fn sample_checked(language: Language) -> CheckedProgramme {
    CheckedProgramme { programme: sample_settings(language), grid: Grid::whole(1, 10) }
}

/// Puts the sample's names in the place of numbered ones.
fn put_names(names: &SampleNames, truth: &Truth, tables: &mut Tables) {
    let organisation = |index: &Option<usize>| {
        index.and_then(|index| names.organisations.get(index)).map_or_else(String::new, ToString::to_string)
    };
    let provider_names = names.providers.as_flattened().iter().zip(names.categories.iter().cycle());
    for ((entry, (name, category)), affiliation) in
        tables.providers.iter_mut().zip(provider_names).zip(&truth.provider_affiliation)
    {
        (*name).clone_into(&mut entry.name);
        (*category).clone_into(&mut entry.category);
        entry.affiliation = organisation(affiliation);
    }
    let dimensions = names.dimensions.iter().zip(&names.indicators);
    let indicator_names =
        dimensions.flat_map(|(dimension, row)| row.iter().map(move |name| (dimension, name)));
    for (entry, (dimension, name)) in tables.indicators.iter_mut().zip(indicator_names) {
        (*name).clone_into(&mut entry.name);
        (*dimension).clone_into(&mut entry.dimension);
    }
    for ((entry, name), affiliation) in
        tables.evaluators.iter_mut().zip(&names.evaluators).zip(&truth.evaluator_affiliation)
    {
        (*name).clone_into(&mut entry.name);
        entry.affiliation = organisation(affiliation);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_passes_the_door() {
        for language in [Language::English, Language::Chinese] {
            assert_eq!(sample_settings(language).check().unwrap(), sample_checked(language));
        }
    }
}
