//! An item becomes a page.

use evenhand_charts::domain::Context;
use evenhand_charts::{DataTable, Frame, Scene, TableCell};
use evenhand_protocol::{
    AgreementOf, Answer, Briefing, BriefingItem, Coefficient, EntityKind, Failure, Finding, Loaded, Pinned,
    PinnedChoice, Stale, Topic,
};
use evenhand_words::{
    DatasetNames, Language, MethodNote, Names, Sentence, clearest_drawn, failure, filter, finding,
    groups_left_out, method_note, note_of_chart, rows_drawn, source_line,
};

use super::fingerprint::Fingerprint;
use super::said::{is_caveat, question, said_first, told};
use super::{Body, Page, Room, Said, title};
use crate::answers::Answers;
use crate::catalogue::{self, Chart, Drawn, Figure, Kept, OwnTable, Suppressed, chart_of_table};

/// What is said first about each question of a summary.
const SAID: usize = 2;

/// A chart on a slide is flat where it needs no more than this of the height.
const FLAT: f64 = 0.62;

/// Charts that are higher than this by themselves have a row for each of many.
const ROWS_FROM: f64 = 430.0;

/// How much narrower it is drawn then.
const NARROWER: f64 = 0.74;

/// What is at hand when an item becomes a page.
pub(super) struct Resolver<'a> {
    pub(super) language: Language,
    pub(super) briefing: &'a Briefing,
    pub(super) loaded: &'a Loaded,
    pub(super) answers: &'a Answers,
    pub(super) names: &'a DatasetNames<'a>,
    pub(super) suppressed: Suppressed<'a>,
    pub(super) room: Room,
}

/// A page before the reader's words are put on it.
#[derive(Default)]
struct Draft {
    eyebrow: String,
    heading: String,
    body: Option<Body>,
    detail: String,
    note: Option<&'static str>,
    stale: Option<Stale>,
    fingerprint: Option<String>,
    left_out: u64,
    /// Which rows are drawn, where that is not all.
    drawn: Option<Kept>,
    table: Option<DataTable>,
}

impl Resolver<'_> {
    pub(super) fn page(&self, item: &BriefingItem) -> Page {
        let hidden = self.suppressed.hides_filter(&item.filter);
        let draft = if hidden { self.hidden(item) } else { self.draft(item) };
        let own = item.heading.clone().filter(|heading| !heading.trim().is_empty());
        let method = draft.note.and_then(method_note);
        let changed = match (&item.fingerprint, &draft.fingerprint) {
            (Some(pinned), Some(now)) => pinned != now,
            _ => false,
        };
        let method_title = method.map(|note: &MethodNote| note.title(self.language));
        Page {
            id: item.id.clone(),
            eyebrow: draft.eyebrow,
            heading: own.unwrap_or(draft.heading),
            body: draft.body.unwrap_or(Body::Words),
            annotation: item.annotation.trim().to_owned(),
            detail: draft.detail,
            statistics: item.statistics,
            notes: item.notes.trim().to_owned(),
            source: source_line(
                self.language,
                &self.loaded.summary.name,
                &item.filter,
                self.names,
                method_title,
                &self.briefing.date,
            ),
            filter: filter(self.language, &item.filter, self.names),
            method,
            stale: draft.stale.or(changed.then_some(Stale::Changed)),
            fingerprint: draft.fingerprint,
            left_out: (draft.left_out > 0)
                .then(|| groups_left_out(self.language, draft.left_out, self.suppressed.least())),
            drawn: draft.drawn.map(|kept| match kept {
                Kept::Ends { drawn, all } => rows_drawn(self.language, drawn as u64, all as u64),
                Kept::Clearest { drawn, all } => clearest_drawn(self.language, drawn as u64, all as u64),
            }),
            table: draft.table,
        }
    }

    /// A page about so few that nothing is shown.
    fn hidden(&self, item: &BriefingItem) -> Draft {
        let words = &self.language.words().report;
        match item.pinned {
            Pinned::Title | Pinned::Text => self.draft(item),
            _ => Draft {
                heading: words.suppressed.to_owned(),
                body: Some(Body::Missing(groups_left_out(self.language, 1, self.suppressed.least()))),
                ..Draft::default()
            },
        }
    }

    fn draft(&self, item: &BriefingItem) -> Draft {
        match &item.pinned {
            Pinned::Title => Draft {
                heading: title(self.briefing, self.language),
                body: Some(Body::Title),
                ..Draft::default()
            },
            Pinned::Text => Draft::default(),
            Pinned::Summary => self.summary(item),
            Pinned::Finding { topic, code, subjects } => self.finding(item, *topic, code, subjects),
            Pinned::Chart { name, choice } => self.chart(item, name, choice, false),
            Pinned::Table { name, choice } => match catalogue::own_table(name) {
                Some(table) => self.table(item, table, choice),
                None => self.chart(item, chart_of_table(name), choice, true),
            },
            Pinned::Figure { name, choice } => self.figure(item, name, choice),
            Pinned::Caveats { topics } => self.caveats(item, topics),
        }
    }

    fn sentence(&self, found: &Finding) -> Sentence {
        finding(self.language, &found.kind, self.names)
    }

    fn summary(&self, item: &BriefingItem) -> Draft {
        let words = &self.language.words().report;
        let said = [Topic::Evaluators, Topic::Indicators, Topic::Providers].map(|topic| {
            let mut sentences = match self.answers.of(topic, item) {
                Some(Ok(answer)) => said_first(answer, SAID, self.language, self.names, &self.suppressed),
                Some(Err(why)) => vec![failure(self.language, why)],
                None => Vec::new(),
            };
            if sentences.is_empty() {
                sentences.push(words.nothing_said.to_owned());
            }
            Said { question: question(self.language, topic), sentences }
        });
        Draft {
            heading: words.in_short.to_owned(),
            body: Some(Body::Summary(said.into())),
            ..Draft::default()
        }
    }

    fn finding(&self, item: &BriefingItem, topic: Topic, code: &str, subjects: &[String]) -> Draft {
        let answer = match self.known(item, topic) {
            Ok(answer) => answer,
            Err(draft) => return *draft,
        };
        let mut all = answer.findings().iter();
        let Some(found) = all.find(|found| found.code() == code && found.subjects() == subjects) else {
            return self.gone(question(self.language, topic).to_owned());
        };
        if self.suppressed.hides(&found.kind) {
            return self.hidden(item);
        }
        let sentence = self.sentence(found);
        let evidence = catalogue::CHARTS.iter().find(|chart| chart.findings.contains(&code));
        Draft {
            eyebrow: question(self.language, topic).to_owned(),
            heading: sentence.headline,
            body: Some(Body::Words),
            detail: sentence.detail,
            note: evidence.and_then(|chart| note_of_chart(chart.name)),
            fingerprint: Some(Fingerprint::default().finding(&found.kind).finish()),
            ..Draft::default()
        }
    }

    fn chart(&self, item: &BriefingItem, name: &str, choice: &PinnedChoice, as_table: bool) -> Draft {
        let Some(chart) = catalogue::chart(name) else { return self.gone(name.to_owned()) };
        let answer = match chart.topic.map(|topic| self.known(item, topic)).transpose() {
            Ok(answer) => answer,
            Err(draft) => return *draft,
        };
        let frame = Frame::new(self.room.width);
        let Some(whole) = self.drawn(name, choice, answer, frame) else { return self.gone(name.to_owned()) };
        let fingerprint = Fingerprint::default().table(&whole.scene.table).finish();
        let table = Some(whole.scene.table.clone()).filter(|table| !table.rows.is_empty());
        let left_out = whole.left_out;
        let (scene, drawn) = self.fitted(name, choice, answer, whole.scene);
        let found = answer.and_then(|answer| self.evidence(chart, choice, answer));
        let sentence = found.map(|found| self.sentence(found));
        let about = chart.topic.map(|topic| question(self.language, topic).to_owned());
        let (eyebrow, heading, detail) = match sentence {
            Some(sentence) => (scene.caption.title.clone(), sentence.headline, sentence.detail),
            None => (about.unwrap_or_default(), scene.caption.title.clone(), String::new()),
        };
        let body = match &table {
            Some(table) if as_table => Body::Table(table.clone()),
            _ => Body::Chart(Box::new(scene)),
        };
        Draft {
            eyebrow,
            heading,
            body: Some(body),
            detail,
            note: note(name, answer),
            fingerprint: Some(fingerprint),
            left_out,
            drawn: drawn.filter(|_| !as_table),
            table,
            ..Draft::default()
        }
    }

    fn table(&self, item: &BriefingItem, table: &OwnTable, choice: &PinnedChoice) -> Draft {
        let answer = match self.known(item, table.topic) {
            Ok(answer) => answer,
            Err(draft) => return *draft,
        };
        let heading = table.heading(self.language).to_owned();
        let made = table.make(choice, answer, self.language, self.names, &self.suppressed);
        let Some(made) = made else { return self.gone(heading) };
        let fingerprint = Fingerprint::default().table(&made.table).finish();
        Draft {
            eyebrow: question(self.language, table.topic).to_owned(),
            heading: match made.about {
                Some(about) => format!("{heading} · {about}"),
                None => heading,
            },
            detail: made.detail,
            fingerprint: Some(fingerprint),
            body: Some(Body::Table(made.table.clone())),
            table: Some(made.table),
            note: Some(table.note),
            left_out: made.left_out,
            ..Draft::default()
        }
    }

    fn drawn(
        &self,
        name: &str,
        choice: &PinnedChoice,
        answer: Option<&Answer>,
        frame: Frame,
    ) -> Option<Drawn> {
        let context =
            Context { language: self.language, names: self.names, dataset: &self.loaded.summary, frame };
        catalogue::draw(name, choice, answer, self.loaded, &context, &self.suppressed)
    }

    /// A chart that is too high for its room with fewer rows, or drawn flatter; and how many rows there are in all.
    fn fitted(
        &self,
        name: &str,
        choice: &PinnedChoice,
        answer: Option<&Answer>,
        scene: Scene,
    ) -> (Scene, Option<Kept>) {
        let Some(height) = self.room.height else { return (scene, None) };
        let frame = Frame::new(self.room.width);
        if scene.height <= height * FLAT {
            // A flat chart is drawn narrower, and so with larger letters where it is stretched to the width.
            let narrow = self.drawn(name, choice, answer, Frame::new(self.room.width * NARROWER));
            let fits = |drawn: &Drawn| drawn.scene.height / drawn.scene.width <= height / self.room.width;
            return (narrow.filter(fits).map_or(scene, |drawn| drawn.scene), None);
        }
        if scene.height <= height {
            return (scene, None);
        }
        let (focused, all) = match answer.map(|answer| catalogue::focus(name, choice, answer, self.room.rows))
        {
            Some((focused, all)) => (Some(focused), all),
            None => (None, None),
        };
        // Rows that cannot be left out are made smaller as a whole, and not pushed into one another.
        if all.is_none() && scene.height > ROWS_FROM && name != "change" {
            return (scene, None);
        }
        let flat = self.drawn(name, choice, focused.as_deref(), frame.with_height(height));
        (flat.map_or(scene, |drawn| drawn.scene), all)
    }

    /// The weightiest finding that a chart is evidence for; one about a round only where that is the round shown.
    fn evidence<'b>(
        &'b self,
        chart: &Chart,
        choice: &PinnedChoice,
        answer: &'b Answer,
    ) -> Option<&'b Finding> {
        let of_choice = |found: &&Finding| {
            let subjects = found.subjects();
            ["evaluator", "indicator", "kind"]
                .iter()
                .all(|key| choice.get(*key).is_none_or(|id| subjects.contains(id)))
        };
        // Findings about one round are about the latest.
        if choice.contains_key("in") {
            return None;
        }
        told(answer, &self.suppressed).filter(of_choice).find(|found| chart.findings.contains(&found.code()))
    }

    fn figure(&self, item: &BriefingItem, name: &str, choice: &PinnedChoice) -> Draft {
        let Some(topic) = catalogue::figure_topic(name) else { return self.gone(name.to_owned()) };
        let answer = match self.known(item, topic) {
            Ok(answer) => answer,
            Err(draft) => return *draft,
        };
        let Some(figure) = catalogue::figure(name, choice, answer, self.language) else {
            return self.gone(name.to_owned());
        };
        let mut fingerprint = Fingerprint::default();
        figure.numbers.iter().for_each(|value| fingerprint.number(*value));
        let note = match topic {
            Topic::Indicators => "cronbach-alpha",
            Topic::Providers => "adjusted-composite",
            Topic::Conflicts => "conflicts",
            Topic::Turnover => "turnover",
            _ if name.starts_with("affiliation") => "affiliation",
            _ if name.contains("alpha") => "krippendorff-alpha",
            _ => "icc",
        };
        let round = choice.get("in").map(|round| self.names.name(EntityKind::Round, round));
        Draft {
            eyebrow: round.unwrap_or_else(|| question(self.language, topic).to_owned()),
            heading: figure.label.to_owned(),
            detail: figure.tip.clone(),
            fingerprint: Some(fingerprint.finish()),
            table: Some(figure_table(&figure, self.language)),
            body: Some(Body::Figure(figure)),
            note: Some(note),
            ..Draft::default()
        }
    }

    fn caveats(&self, item: &BriefingItem, topics: &[Topic]) -> Draft {
        let words = &self.language.words().report;
        let mut said: Vec<(String, String)> = Vec::new();
        for answer in topics.iter().filter_map(|topic| self.answers.of(*topic, item)?.as_ref().ok()) {
            for found in answer.findings().iter().filter(|found| is_caveat(found)) {
                let sentence = self.sentence(found);
                if !said.iter().any(|(known, _)| *known == sentence.headline) {
                    said.push((sentence.headline, sentence.detail));
                }
            }
        }
        let body =
            if said.is_empty() { Body::Missing(words.no_caveats.to_owned()) } else { Body::Caveats(said) };
        Draft { heading: words.not_concluded.to_owned(), body: Some(body), ..Draft::default() }
    }

    /// The answer to an item's question, or the page that says why there is none.
    fn known(&self, item: &BriefingItem, topic: Topic) -> Result<&Answer, Box<Draft>> {
        let about = question(self.language, topic).to_owned();
        match self.answers.of(topic, item) {
            Some(Ok(answer)) => Ok(answer),
            Some(Err(why)) => {
                let stale = match why {
                    Failure::UnknownInFilter { .. } => Stale::FilterUnknown,
                    _ => Stale::Gone,
                };
                Err(Box::new(Draft {
                    heading: about,
                    body: Some(Body::Missing(failure(self.language, why))),
                    stale: Some(stale),
                    ..Draft::default()
                }))
            }
            None => Err(Box::new(self.gone(about))),
        }
    }

    fn gone(&self, heading: String) -> Draft {
        let words = &self.language.words().report;
        Draft {
            heading,
            body: Some(Body::Missing(words.stale_gone.to_owned())),
            stale: Some(Stale::Gone),
            ..Draft::default()
        }
    }
}

/// A figure as a table of one row.
fn figure_table(figure: &Figure, language: Language) -> DataTable {
    let words = &language.words().common;
    let mut table = DataTable::new().text_column(words.estimate);
    let mut row = vec![TableCell::Text(figure.label.to_owned())];
    for (value, head) in figure.numbers.iter().zip([words.value, words.low, words.high]) {
        table = table.number_column(head);
        row.push(TableCell::Number { value: *value, text: value.to_string() });
    }
    table.push(row);
    table
}

/// The note on a chart; parts are compared by the coefficient that can be computed for all of them.
fn note(name: &str, answer: Option<&Answer>) -> Option<&'static str> {
    let of_parts = match answer {
        Some(Answer::Agreement(answer)) if name != "agreement-pairs" => answer.by_indicator.first(),
        _ => None,
    };
    match of_parts.map(AgreementOf::default_coefficient) {
        Some(Coefficient::AlphaInterval) => Some("krippendorff-alpha"),
        _ => note_of_chart(name),
    }
}
