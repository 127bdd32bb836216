//! A briefing put together with the answers: headings, sentences, scenes and tables, ready to be written in any format.

mod fingerprint;
mod resolve;
mod said;

use evenhand_charts::{DataTable, Scene};
use evenhand_protocol::{Briefing, Loaded, Stale, Statistics};
use evenhand_words::{DatasetNames, Language, MethodNote, dataset};

use crate::answers::Answers;
use crate::catalogue::{Figure, Suppressed};
use resolve::Resolver;
pub(crate) use said::told;

/// A briefing in words and scenes.
pub(crate) struct Document {
    pub(crate) language: Language,
    pub(crate) title: String,
    pub(crate) subtitle: Option<String>,
    pub(crate) date: String,
    /// Name of the data set.
    pub(crate) dataset: String,
    /// What it holds, in a sentence.
    pub(crate) holds: String,
    /// What is said about anonymity; none where names are given.
    pub(crate) anonymity: Option<&'static str>,
    pub(crate) pages: Vec<Page>,
    /// Each distinct filter in words.
    pub(crate) filters: Vec<String>,
    /// How the numbers are computed, each note once.
    pub(crate) methods: Vec<&'static MethodNote>,
}

/// One item in words and scenes.
pub(crate) struct Page {
    pub(crate) id: String,
    /// What the heading is about, in small.
    pub(crate) eyebrow: String,
    pub(crate) heading: String,
    pub(crate) body: Body,
    /// The reader's words.
    pub(crate) annotation: String,
    /// The statistics behind the heading.
    pub(crate) detail: String,
    pub(crate) statistics: Statistics,
    /// The reader's notes.
    pub(crate) notes: String,
    pub(crate) source: String,
    /// The filter in words.
    pub(crate) filter: String,
    pub(crate) method: Option<&'static MethodNote>,
    pub(crate) stale: Option<Stale>,
    pub(crate) fingerprint: Option<String>,
    /// What was left out for the size of its groups.
    pub(crate) left_out: Option<String>,
    /// How many rows of a chart are drawn, where that is not all.
    pub(crate) drawn: Option<String>,
    /// The numbers behind it; none where it has none.
    pub(crate) table: Option<DataTable>,
}

/// What a page shows.
pub(crate) enum Body {
    /// The title of the briefing.
    Title,
    /// The reader's words alone, or a finding that says all in its heading.
    Words,
    /// Questions, each with what is said first.
    Summary(Vec<Said>),
    /// A chart.
    Chart(Box<Scene>),
    /// A table.
    Table(DataTable),
    /// A key figure.
    Figure(Figure),
    /// What may not be concluded.
    Caveats(Vec<(String, String)>),
    /// Nothing, and why.
    Missing(String),
}

/// A question with what is said first about it.
pub(crate) struct Said {
    pub(crate) question: &'static str,
    pub(crate) sentences: Vec<String>,
}

impl Page {
    /// How to read its chart.
    pub(crate) fn how_to_read(&self) -> &str {
        match &self.body {
            Body::Chart(scene) => &scene.caption.how_to_read,
            _ => "",
        }
    }
}

/// The room that a chart has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    /// In pixels.
    pub(crate) width: f64,
    /// In pixels; none where a page grows with its charts.
    pub(crate) height: Option<f64>,
    /// Rows at most, where charts have rows that can be left out.
    pub(crate) rows: usize,
}

impl Room {
    /// Of pages that are scrolled or printed.
    pub(crate) const PAGE: Self = Self { width: 960.0, height: None, rows: usize::MAX };
    /// Of slides: narrow, so that letters are large.
    pub(crate) const SLIDE: Self = Self { width: 860.0, height: Some(318.0), rows: 12 };
}

/// Puts a briefing together, with charts for some room.
pub(crate) fn document(briefing: &Briefing, loaded: &Loaded, answers: &Answers, room: Room) -> Document {
    let language: Language = briefing.language.into();
    let words = &language.words().report;
    let names = DatasetNames::new(&loaded.summary);
    let resolver = Resolver {
        language,
        briefing,
        loaded,
        answers,
        names: &names,
        suppressed: Suppressed::new(briefing.min_group, &loaded.summary),
        room,
    };
    let pages: Vec<Page> = briefing.items.iter().map(|item| resolver.page(item)).collect();
    let mut methods: Vec<&'static MethodNote> = Vec::new();
    for note in pages.iter().filter_map(|page| page.method) {
        if !methods.iter().any(|known| known.id == note.id) {
            methods.push(note);
        }
    }
    let mut filters: Vec<String> = Vec::new();
    for filter in pages.iter().map(|page| &page.filter) {
        if !filters.contains(filter) {
            filters.push(filter.clone());
        }
    }
    let anonymity = match (briefing.anonymise.evaluators, briefing.anonymise.providers) {
        (true, true) => Some(words.anonymised_both),
        (true, false) => Some(words.anonymised_evaluators),
        (false, true) => Some(words.anonymised_providers),
        (false, false) => None,
    };
    Document {
        language,
        title: title(briefing, language),
        subtitle: briefing.subtitle.clone().filter(|subtitle| !subtitle.trim().is_empty()),
        date: briefing.date.clone(),
        dataset: loaded.summary.name.clone(),
        holds: dataset(language, &loaded.summary),
        anonymity,
        pages,
        filters,
        methods,
    }
}

/// The title of a briefing, or a plain one.
fn title(briefing: &Briefing, language: Language) -> String {
    if briefing.title.trim().is_empty() {
        language.words().report.default_title.to_owned()
    } else {
        briefing.title.clone()
    }
}
