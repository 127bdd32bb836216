use evenhand_protocol::{Filter, FilterField};

use crate::{FilterError, Metadata, ScoreTable};

impl ScoreTable {
    /// The table of the scores that pass a filter by dimension, source and group; `None` where the filter chooses by
    /// round and category only, for which a [`crate::Selection`] of this table will do.
    ///
    /// The part keeps the scale of the whole ([`Metadata::whole_scale`]).
    pub fn part(&self, filter: &Filter) -> Option<Self> {
        if filter.within_units().is_empty() {
            return None;
        }
        let Metadata { indicators, sources, evaluators, .. } = self.metadata();
        let named = |field, name: &Option<String>| filter.passes(field, name.as_deref().unwrap_or_default());
        let indicators: Vec<bool> =
            indicators.iter().map(|info| named(FilterField::Dimension, &info.dimension)).collect();
        let sources: Vec<bool> =
            sources.iter().map(|name| filter.passes(FilterField::Source, name)).collect();
        let evaluators: Vec<bool> =
            evaluators.iter().map(|info| named(FilterField::Group, &info.group)).collect();
        let passes = |row: usize| {
            indicators[self.indicator[row] as usize]
                && sources[self.source[row] as usize]
                && evaluators[self.evaluator[row] as usize]
        };
        let keep: Vec<bool> = (0..self.len()).map(passes).collect();
        let mut part = self.restricted(&keep, self.score());
        part.metadata.whole_scale = Some(self.metadata.scale());
        Some(part)
    }

    /// Whether the table has what a filter names.
    ///
    /// # Errors
    /// [`FilterError`] for the first name that it has not: a misspelt filter must not give the answer to another
    /// question.
    pub fn check_filter(&self, filter: &Filter) -> Result<(), FilterError> {
        let metadata = self.metadata();
        for field in FilterField::ALL {
            if filter.of(field).is_empty() {
                continue;
            }
            let known = match field {
                FilterField::Round => metadata.rounds.iter().map(|round| round.id.clone()).collect(),
                FilterField::Category => metadata.categories(),
                FilterField::Dimension => metadata.dimensions(),
                FilterField::Source => metadata.named_sources(),
                FilterField::Group => metadata.groups(),
            };
            if let Some(found) = filter.of(field).iter().find(|name| !known.contains(name)) {
                return Err(FilterError { field, found: found.clone() });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builder::tests::metadata;
    use crate::{Selection, TableBuilder};
    use evenhand_protocol::ScoreScale;

    /// Two providers scored by two evaluators of different groups on two indicators of different dimensions.
    fn table() -> ScoreTable {
        let mut metadata = metadata(1, 2, 2, 2);
        metadata.sources = vec!["experts".to_owned(), "users".to_owned()];
        for (k, name) in ["a", "b"].into_iter().enumerate() {
            metadata.indicators[k].dimension = Some(name.to_owned());
            metadata.evaluators[k].group = Some(name.to_owned());
        }
        metadata.indicators[1].max = 5.0;
        let mut builder = TableBuilder { metadata, ..TableBuilder::default() };
        for (k, score) in [1.0, 2.0, 3.0, 4.0, 1.5, 2.5, 3.5, 4.5].into_iter().enumerate() {
            builder.round.push(0);
            builder.provider.push(k as u32 / 4);
            builder.occasion.push(0);
            builder.source.push(k as u32 / 2 % 2);
            builder.evaluator.push(k as u32 / 2 % 2);
            builder.indicator.push(k as u32 % 2);
            builder.score.push(score);
        }
        builder.build().unwrap().table
    }

    fn filter(field: FilterField, name: &str) -> Filter {
        let mut filter = Filter::default();
        filter.of_mut(field).push(name.to_owned());
        filter
    }

    #[test]
    fn only_what_passes_is_left() {
        for (field, name, expected) in [
            (FilterField::Dimension, "b", [2.0, 4.0, 2.5, 4.5]),
            (FilterField::Group, "a", [1.0, 2.0, 1.5, 2.5]),
            (FilterField::Source, "users", [3.0, 4.0, 3.5, 4.5]),
        ] {
            let part = table().part(&filter(field, name)).unwrap();
            assert_eq!(part.score(), expected, "{name}");
            assert_eq!(part.metadata().scale(), ScoreScale::Normalised, "the scale of the whole");
            assert_eq!(Selection::new(&part, &filter(field, name)).units().len(), 2);
        }
    }

    #[test]
    fn whole_units_need_no_part() {
        assert_eq!(table().part(&filter(FilterField::Round, "R0")), None);
        assert_eq!(table().part(&Filter::default()), None);
    }

    #[test]
    fn what_is_not_there_is_an_error() {
        for field in FilterField::ALL {
            let error = FilterError { field, found: "z".to_owned() };
            assert_eq!(table().check_filter(&filter(field, "z")), Err(error));
        }
        for (field, name) in [
            (FilterField::Round, "R0"),
            (FilterField::Dimension, "a"),
            (FilterField::Source, "users"),
            (FilterField::Group, "b"),
        ] {
            assert_eq!(table().check_filter(&filter(field, name)), Ok(()));
        }
    }
}
