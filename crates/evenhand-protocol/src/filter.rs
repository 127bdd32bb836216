use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// What a filter chooses by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum FilterField {
    /// Rounds, by id.
    Round,
    /// Providers, by category.
    Category,
    /// Indicators, by dimension.
    Dimension,
    /// Scores, by source.
    Source,
    /// Evaluators, by group.
    Group,
}

impl FilterField {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Round, Self::Category, Self::Dimension, Self::Source, Self::Group];
}

/// Which part of the data set a question is about. An empty list means no restriction.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(default)]
pub struct Filter {
    /// Round ids.
    pub rounds: Vec<String>,
    /// Provider categories.
    pub categories: Vec<String>,
    /// Dimensions of indicators.
    pub dimensions: Vec<String>,
    /// Sources of scores.
    pub sources: Vec<String>,
    /// Groups of evaluators.
    pub groups: Vec<String>,
}

impl Filter {
    /// Whether the filter lets everything pass.
    pub fn is_empty(&self) -> bool {
        FilterField::ALL.into_iter().all(|field| self.of(field).is_empty())
    }

    /// What is chosen of a field.
    pub fn of(&self, field: FilterField) -> &Vec<String> {
        match field {
            FilterField::Round => &self.rounds,
            FilterField::Category => &self.categories,
            FilterField::Dimension => &self.dimensions,
            FilterField::Source => &self.sources,
            FilterField::Group => &self.groups,
        }
    }

    /// What is chosen of a field, to be changed.
    pub fn of_mut(&mut self, field: FilterField) -> &mut Vec<String> {
        match field {
            FilterField::Round => &mut self.rounds,
            FilterField::Category => &mut self.categories,
            FilterField::Dimension => &mut self.dimensions,
            FilterField::Source => &mut self.sources,
            FilterField::Group => &mut self.groups,
        }
    }

    /// Whether a value of a field passes.
    pub fn passes(&self, field: FilterField, value: &str) -> bool {
        let chosen = self.of(field);
        chosen.is_empty() || chosen.iter().any(|known| known == value)
    }

    /// The part of the filter that chooses among the scores of a provider in a round, and not whole ones.
    pub fn within_units(&self) -> Self {
        Self { rounds: Vec::new(), categories: Vec::new(), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_counts() {
        for field in FilterField::ALL {
            let mut filter = Filter::default();
            assert!(filter.is_empty() && filter.passes(field, "x"));
            filter.of_mut(field).push("x".to_owned());
            assert!(!filter.is_empty());
            assert!(filter.passes(field, "x") && !filter.passes(field, "y"));
            assert_eq!(
                filter.within_units().is_empty(),
                matches!(field, FilterField::Round | FilterField::Category)
            );
        }
    }
}
