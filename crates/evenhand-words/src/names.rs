use evenhand_protocol::{DatasetSummary, EntityKind};

/// Looks up how to call a round, provider, indicator or evaluator.
pub trait Names {
    /// The id with the label behind it, or the id alone.
    fn name(&self, kind: EntityKind, id: &str) -> String;
}

/// Names everything by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ids;

impl Names for Ids {
    fn name(&self, _kind: EntityKind, id: &str) -> String {
        id.to_owned()
    }
}

/// Names from the labels of a data set: "P07 Willow Lane Day Centre", or "E017" where there is no label.
#[derive(Debug, Clone)]
pub struct DatasetNames<'a> {
    rounds: Labels<'a>,
    providers: Labels<'a>,
    indicators: Labels<'a>,
    evaluators: Labels<'a>,
}

impl<'a> DatasetNames<'a> {
    /// Sorts the ids once, so that every later look-up is a binary search.
    pub fn new(dataset: &'a DatasetSummary) -> Self {
        Self {
            rounds: Labels::new(dataset.rounds.iter().map(|r| (r.id.as_str(), r.label.as_deref()))),
            providers: Labels::new(dataset.providers.iter().map(|p| (p.id.as_str(), p.label.as_deref()))),
            indicators: Labels::new(dataset.indicators.iter().map(|i| (i.id.as_str(), i.label.as_deref()))),
            evaluators: Labels::new(dataset.evaluators.iter().map(|e| (e.id.as_str(), e.label.as_deref()))),
        }
    }

    /// The label without the id, or the id where there is no label; for places that are short of room.
    pub fn label<'b>(&'b self, kind: EntityKind, id: &'b str) -> &'b str {
        self.of(kind).find(id).unwrap_or(id)
    }

    fn of(&self, kind: EntityKind) -> &Labels<'a> {
        match kind {
            EntityKind::Round => &self.rounds,
            EntityKind::Provider => &self.providers,
            EntityKind::Indicator => &self.indicators,
            EntityKind::Evaluator => &self.evaluators,
        }
    }
}

impl Names for DatasetNames<'_> {
    fn name(&self, kind: EntityKind, id: &str) -> String {
        match self.of(kind).find(id) {
            // A label that already begins with the id is not to repeat it.
            Some(label) if label.starts_with(id) => label.to_owned(),
            Some(label) => format!("{id} {label}"),
            None => id.to_owned(),
        }
    }
}

/// Ids with their labels, sorted by id; ids without a label are absent.
#[derive(Debug, Clone)]
struct Labels<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Labels<'a> {
    fn new(pairs: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> Self {
        let mut labels: Vec<_> = pairs
            .filter_map(|(id, label)| Some((id, label?.trim())))
            .filter(|(_, label)| !label.is_empty())
            .collect();
        labels.sort_unstable();
        Self(labels)
    }

    fn find(&self, id: &str) -> Option<&'a str> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        self.0.get(at).map(|(_, label)| *label)
    }
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{ProviderInfo, RoundInfo, ScoreScale};

    use super::*;

    fn provider(id: &str, label: Option<&str>) -> ProviderInfo {
        ProviderInfo { id: id.to_owned(), label: label.map(str::to_owned), category: None, affiliation: None }
    }

    #[test]
    fn labels_follow_ids() {
        let dataset = DatasetSummary {
            name: "test".to_owned(),
            n_scores: 0,
            n_score_sheets: 0,
            rounds: vec![RoundInfo {
                id: "R04".to_owned(),
                label: Some("R04 Spring".to_owned()),
                date: None,
            }],
            providers: vec![
                provider("P10", Some("Mill Road Clinic")),
                provider("P07", Some("Willow Lane Day Centre")),
                provider("P02", None),
                provider("P03", Some("  ")),
            ],
            indicators: Vec::new(),
            evaluators: Vec::new(),
            categories: Vec::new(),
            dimensions: Vec::new(),
            sources: Vec::new(),
            groups: Vec::new(),
            scale: ScoreScale::Normalised,
            has_occasions: false,
        };
        let names = DatasetNames::new(&dataset);
        assert_eq!(names.name(EntityKind::Provider, "P07"), "P07 Willow Lane Day Centre");
        assert_eq!(names.name(EntityKind::Provider, "P10"), "P10 Mill Road Clinic");
        assert_eq!(names.name(EntityKind::Provider, "P02"), "P02");
        assert_eq!(names.name(EntityKind::Provider, "P03"), "P03");
        assert_eq!(names.name(EntityKind::Round, "R04"), "R04 Spring");
        assert_eq!(names.name(EntityKind::Evaluator, "E017"), "E017");
        assert_eq!(names.label(EntityKind::Provider, "P07"), "Willow Lane Day Centre");
        assert_eq!(names.label(EntityKind::Provider, "P02"), "P02");
    }
}
