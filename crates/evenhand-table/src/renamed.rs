use evenhand_protocol::EntityKind;

use crate::ScoreTable;

/// What providers, evaluators and affiliations are to be called.
pub trait NewNames {
    /// The new id of a provider or evaluator; `None` where it keeps its id and label.
    fn id(&self, kind: EntityKind, id: &str) -> Option<String>;
    /// The new name of an affiliation.
    fn affiliation(&self, name: &str) -> String;
}

impl ScoreTable {
    /// The same scores with other names: whoever gets a new id loses its label. Codes and their order stay, so that every
    /// answer about the table has the same bits.
    #[must_use]
    pub fn renamed(&self, names: &dyn NewNames) -> Self {
        let mut table = self.clone();
        for provider in &mut table.metadata.providers {
            if let Some(id) = names.id(EntityKind::Provider, &provider.id) {
                provider.id = id;
                provider.label = None;
            }
            provider.affiliation = provider.affiliation.as_deref().map(|name| names.affiliation(name));
        }
        for evaluator in &mut table.metadata.evaluators {
            if let Some(id) = names.id(EntityKind::Evaluator, &evaluator.id) {
                evaluator.id = id;
                evaluator.label = None;
            }
            evaluator.affiliation = evaluator.affiliation.as_deref().map(|name| names.affiliation(name));
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TableBuilder;
    use crate::builder::tests::metadata;

    struct Shout;

    impl NewNames for Shout {
        fn id(&self, kind: EntityKind, id: &str) -> Option<String> {
            (kind == EntityKind::Provider).then(|| format!("{id}!"))
        }

        fn affiliation(&self, name: &str) -> String {
            format!("{name}?")
        }
    }

    #[test]
    fn names_change_and_nothing_else() {
        let mut metadata = metadata(1, 2, 2, 1);
        metadata.providers[0].label = Some("Day centre".to_owned());
        metadata.evaluators[0].label = Some("Ana".to_owned());
        metadata.evaluators[0].affiliation = Some("University".to_owned());
        let table = TableBuilder { metadata, ..TableBuilder::default() }.build().unwrap().table;
        let renamed = table.renamed(&Shout);
        let info = renamed.metadata();
        assert!(info.providers.iter().all(|info| info.id.ends_with('!') && info.label.is_none()));
        assert_eq!(info.evaluators[0].label.as_deref(), Some("Ana"));
        assert_eq!(info.evaluators[0].affiliation.as_deref(), Some("University?"));
        assert_eq!(info.rounds, table.metadata().rounds);
    }
}
