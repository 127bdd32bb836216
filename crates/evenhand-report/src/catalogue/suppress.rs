//! Groups that are too small to be published.

use evenhand_protocol::{
    AgreementOf, DatasetSummary, EvaluatorsAnswer, Filter, FindingKind, GroupedBy, InteractionWith, Outcome,
    Part, Reason,
};

/// Which groups of a data set are too small.
pub(crate) struct Suppressed<'a> {
    least: usize,
    dataset: &'a DatasetSummary,
}

impl<'a> Suppressed<'a> {
    /// Groups of fewer than `least` members.
    pub(crate) fn new(least: u32, dataset: &'a DatasetSummary) -> Self {
        Self { least: least as usize, dataset }
    }

    /// The smallest group that is shown.
    pub(crate) fn least(&self) -> u32 {
        self.least as u32
    }

    /// The parts that are large enough; those by round, indicator and dimension are no groups of people.
    pub(crate) fn parts(&self, parts: &[AgreementOf]) -> Vec<AgreementOf> {
        parts.iter().filter(|part| !self.is_small(&part.part)).cloned().collect()
    }

    /// Whether it is a group of too few evaluators.
    pub(crate) fn is_small(&self, part: &Part) -> bool {
        match part {
            Part::Qualification(name) => self.n_grouped(GroupedBy::Qualification, name) < self.least,
            Part::Group(name) => self.n_grouped(GroupedBy::Group, name) < self.least,
            Part::All | Part::Round(_) | Part::Indicator(_) | Part::Dimension(_) => false,
        }
    }

    fn n_grouped(&self, by: GroupedBy, name: &str) -> usize {
        let evaluators = self.dataset.evaluators.iter();
        let grouped = evaluators.filter(|info| {
            let group = match by {
                GroupedBy::Qualification => &info.qualification,
                GroupedBy::Group => &info.group,
            };
            group.as_deref() == Some(name)
        });
        grouped.count()
    }

    /// Providers of a category.
    pub(crate) fn n_in_category(&self, name: &str) -> usize {
        self.dataset.providers.iter().filter(|info| info.category.as_deref() == Some(name)).count()
    }

    /// The answer without a comparison of affiliations that rests on too few evaluators.
    pub(crate) fn affiliation(&self, answer: &EvaluatorsAnswer) -> (EvaluatorsAnswer, u64) {
        let few =
            answer.affiliation.known().is_some_and(|effect| (effect.n_evaluators as usize) < self.least);
        let mut answer = answer.clone();
        if few {
            let found = answer.affiliation.known().map_or(0, |effect| effect.n_evaluators);
            answer.affiliation = Outcome::Undefined(Reason::TooFewUnits { needed: self.least(), found });
        }
        (answer, u64::from(few))
    }

    /// Whether a finding is about a group that is too small.
    pub(crate) fn hides(&self, finding: &FindingKind) -> bool {
        match finding {
            FindingKind::GroupSeverity { by, name, .. } | FindingKind::GroupNoise { by, name, .. } => {
                self.n_grouped(*by, name) < self.least
            }
            FindingKind::AgreementDiffers { first, second, .. } => {
                self.is_small(first) || self.is_small(second)
            }
            FindingKind::InteractionExtreme { with: InteractionWith::Category, element, .. } => {
                self.n_in_category(element) < self.least
            }
            _ => false,
        }
    }

    /// Whether a filter leaves so few providers or evaluators that what is said is about single ones.
    pub(crate) fn hides_filter(&self, filter: &Filter) -> bool {
        let categories = filter.categories.iter().map(|name| self.n_in_category(name)).sum::<usize>();
        let groups = filter.groups.iter().map(|name| self.n_grouped(GroupedBy::Group, name)).sum::<usize>();
        (!filter.categories.is_empty() && categories < self.least)
            || (!filter.groups.is_empty() && groups < self.least)
    }
}
