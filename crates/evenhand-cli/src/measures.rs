//! The part of the data set and the marks that the command line names.

use evenhand_protocol::{Filter, Marks};
use evenhand_words::Language;

use crate::arguments::{Measures, Only};
use crate::failure::Failure;

/// The part of the data set.
pub fn filter(only: &Only) -> Filter {
    Filter {
        rounds: only.only_rounds.clone(),
        categories: only.only_categories.clone(),
        dimensions: only.only_dimensions.clone(),
        sources: only.only_sources.clone(),
        groups: only.only_groups.clone(),
    }
}

/// What providers are measured by.
pub fn marks(measures: &Measures, language: Language) -> Result<Marks, Failure> {
    Marks::checked(measures.pass, &measures.bands, measures.top)
        .map_err(|error| Failure::Marks(language, error))
}
