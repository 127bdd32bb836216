//! Codes in place of names.
//!
//! Names are taken out before anything is computed: the engine gets a table with codes for ids
//! ([`Codes::id`], [`Codes::affiliation`]), so that no chart, finding, table or file can hold a name. What the reader
//! wrote goes through [`Codes::briefing`], what was said when the files were read through [`Codes::loaded`].

mod lists;
mod loaded;
mod order;
mod words;

use std::collections::BTreeMap;

use evenhand_protocol::{Anonymise, Briefing, DatasetSummary, EntityKind, Pinned, ReportRequest};

use evenhand_table::NewNames;
use words::Replaced;

/// The codes of a data set: the same data set and names give the same codes.
///
/// They stand in an order of their own, so that counting up the codes is not counting up the ids.
#[derive(Debug, Clone, PartialEq)]
pub struct Codes {
    whose: Anonymise,
    providers: BTreeMap<String, String>,
    evaluators: BTreeMap<String, String>,
    affiliations: BTreeMap<String, String>,
    replaced: Replaced,
}

impl Codes {
    /// The codes for those whose names are to go.
    pub fn of(dataset: &DatasetSummary, whose: Anonymise) -> Self {
        let taken = taken(dataset);
        let ids = |wanted: bool, ids: Vec<&str>, prefixes: &[&str]| {
            if wanted { coded(ids, prefixes, &taken) } else { BTreeMap::new() }
        };
        let providers = dataset.providers.iter().map(|info| info.id.as_str()).collect();
        let providers = ids(whose.providers, providers, &["PR", "PRV", "PRX"]);
        let evaluators = dataset.evaluators.iter().map(|info| info.id.as_str()).collect();
        let evaluators = ids(whose.evaluators, evaluators, &["EV", "EVL", "EVX"]);
        // An affiliation tells who somebody is on either side, and both sides must go on to match.
        let of_providers = dataset.providers.iter().filter_map(|info| info.affiliation.as_deref());
        let of_evaluators = dataset.evaluators.iter().filter_map(|info| info.affiliation.as_deref());
        let mut affiliations: Vec<&str> = of_providers.chain(of_evaluators).collect();
        affiliations.sort_unstable();
        affiliations.dedup();
        let affiliations = ids(whose.any(), affiliations, &["AF", "AFF", "AFX"]);
        let replaced = Replaced::new(dataset, &providers, &evaluators, &affiliations);
        Self { whose, providers, evaluators, affiliations, replaced }
    }

    /// Whose names go.
    pub fn whose(&self) -> Anonymise {
        self.whose
    }

    /// The code of an id; none where its kind keeps its names.
    pub fn id(&self, kind: EntityKind, id: &str) -> Option<&str> {
        let codes = match kind {
            EntityKind::Provider => &self.providers,
            EntityKind::Evaluator => &self.evaluators,
            EntityKind::Round | EntityKind::Indicator => return None,
        };
        codes.get(id).map(String::as_str)
    }

    /// The code of an affiliation, or its name where all names are kept.
    pub fn affiliation<'a>(&'a self, name: &'a str) -> &'a str {
        self.affiliations.get(name).map_or(name, String::as_str)
    }

    /// Text of the reader with every id and name replaced.
    pub fn text(&self, text: &str) -> String {
        self.replaced.text(text)
    }

    /// The briefing with codes wherever it names somebody.
    pub fn briefing(&self, briefing: &Briefing) -> Briefing {
        let mut coded = briefing.clone();
        coded.title = self.text(&briefing.title);
        coded.subtitle = briefing.subtitle.as_deref().map(|text| self.text(text));
        coded.dataset = self.text(&briefing.dataset);
        for item in &mut coded.items {
            item.heading = item.heading.as_deref().map(|text| self.text(text));
            item.annotation = self.text(&item.annotation);
            item.notes = self.text(&item.notes);
            match &mut item.pinned {
                Pinned::Finding { subjects, .. } => {
                    // Subjects are ids and codes of kinds; a round may be called as somebody else is.
                    for subject in subjects {
                        let code = self.evaluators.get(subject).or_else(|| self.providers.get(subject));
                        if let Some(code) = code {
                            subject.clone_from(code);
                        }
                    }
                }
                Pinned::Chart { choice, .. }
                | Pinned::Table { choice, .. }
                | Pinned::Figure { choice, .. } => {
                    for (name, value) in choice.iter_mut() {
                        let code = match name.as_str() {
                            "evaluator" => self.evaluators.get(value.as_str()),
                            "provider" => self.providers.get(value.as_str()),
                            _ => None,
                        };
                        if let Some(code) = code {
                            value.clone_from(code);
                        }
                    }
                }
                Pinned::Title | Pinned::Text | Pinned::Summary | Pinned::Caveats { .. } => {}
            }
        }
        coded
    }

    /// A request whose briefing and words have codes.
    pub fn request(&self, request: &ReportRequest) -> ReportRequest {
        let mut coded = request.clone();
        coded.briefing = self.briefing(&request.briefing);
        let texts = &mut coded.texts;
        for text in [
            &mut texts.provider_opening,
            &mut texts.provider_closing,
            &mut texts.evaluator_opening,
            &mut texts.evaluator_closing,
        ] {
            *text = self.text(text);
        }
        coded
    }
}

impl NewNames for Codes {
    fn id(&self, kind: EntityKind, id: &str) -> Option<String> {
        Self::id(self, kind, id).map(str::to_owned)
    }

    fn affiliation(&self, name: &str) -> String {
        Self::affiliation(self, name).to_owned()
    }
}

/// Every id and name of a data set.
fn taken(dataset: &DatasetSummary) -> Vec<&str> {
    let mut taken: Vec<&str> = Vec::new();
    taken.extend(dataset.rounds.iter().map(|info| info.id.as_str()));
    taken.extend(dataset.indicators.iter().map(|info| info.id.as_str()));
    taken.extend(dataset.providers.iter().map(|info| info.id.as_str()));
    taken.extend(dataset.evaluators.iter().map(|info| info.id.as_str()));
    taken
}

/// Codes for ids: a prefix that no id of the data set begins with, and a number.
fn coded(ids: Vec<&str>, prefixes: &[&str], taken: &[&str]) -> BTreeMap<String, String> {
    let free = |prefix: &&&str| !taken.iter().any(|id| id.starts_with(**prefix));
    // Where every one is taken, an id that begins with the last and goes on otherwise is still none of the codes.
    let prefix = prefixes.iter().find(free).or(prefixes.last()).copied().unwrap_or("X");
    let digits = ids.len().to_string().len().max(2);
    let shuffled = order::shuffled(ids).into_iter().enumerate();
    shuffled.map(|(place, id)| (id.to_owned(), format!("{prefix}{:0digits$}", place + 1))).collect()
}
