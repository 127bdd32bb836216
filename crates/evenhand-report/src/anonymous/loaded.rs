//! What was said about a data set when it was loaded, with codes.

use evenhand_protocol::{EntityKind, Loaded};

use super::{Codes, lists};

impl Codes {
    /// What is loaded, with codes. Single problems of the files are left out: they quote what was found in cells.
    pub fn loaded(&self, loaded: &Loaded) -> Loaded {
        let mut coded = loaded.clone();
        if !self.whose().any() {
            return coded;
        }
        coded.summary.name = self.text(&loaded.summary.name);
        for info in &mut coded.summary.providers {
            if let Some(code) = self.id(EntityKind::Provider, &info.id) {
                info.id = code.to_owned();
                info.label = None;
            }
            info.affiliation = info.affiliation.as_deref().map(|name| self.affiliation(name).to_owned());
        }
        for info in &mut coded.summary.evaluators {
            if let Some(code) = self.id(EntityKind::Evaluator, &info.id) {
                info.id = code.to_owned();
                info.label = None;
            }
            info.affiliation = info.affiliation.as_deref().map(|name| self.affiliation(name).to_owned());
        }
        let quality = &mut coded.quality;
        quality.problems.clear();
        quality.choices.clear();
        quality.counts.iter_mut().for_each(|count| count.found.clear());
        self.recode(EntityKind::Evaluator, &mut quality.missing.evaluators);
        if self.whose().evaluators {
            lists::missing(&mut quality.missing);
            coded.summary.evaluators.sort_by(|a, b| a.id.cmp(&b.id));
        }
        if self.whose().providers {
            coded.summary.providers.sort_by(|a, b| a.id.cmp(&b.id));
        }
        for subset in &mut quality.design.subsets {
            self.recode(EntityKind::Evaluator, &mut subset.evaluators);
            self.recode(EntityKind::Provider, &mut subset.providers);
            if self.whose().evaluators {
                subset.evaluators.sort();
            }
            if self.whose().providers {
                subset.providers.sort();
            }
        }
        coded
    }

    fn recode(&self, kind: EntityKind, ids: &mut [String]) {
        for id in ids {
            if let Some(code) = self.id(kind, id) {
                *id = code.to_owned();
            }
        }
    }
}
