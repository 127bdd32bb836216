//! Feedback sheets: one page for each provider and each evaluator, from the same answers and in the same words as on the
//! dashboard, with the purchaser's own words around the numbers.

mod evaluator;
mod fit;
mod page;
mod provider;

use evenhand_charts::Scene;
use evenhand_protocol::{Answer, Failure, FeedbackTexts, Loaded, ReportRequest, Topic};
use evenhand_words::{DatasetNames, Language, source_line};

use crate::answers::Answers;

/// One sheet in words.
pub(crate) struct Sheet {
    /// Name of its file, without an ending.
    pub(crate) file: String,
    pub(crate) kind: &'static str,
    pub(crate) title: String,
    /// What is said first, in bold.
    pub(crate) lead: String,
    pub(crate) opening: String,
    pub(crate) parts: Vec<Part>,
    pub(crate) chart: Option<Scene>,
    pub(crate) closing: String,
    pub(crate) source: String,
    pub(crate) density: Density,
}

/// A heading with lines.
pub(crate) struct Part {
    pub(crate) heading: &'static str,
    pub(crate) lines: Vec<String>,
    /// Whether it takes the whole width.
    pub(crate) wide: bool,
    /// Whether its last lines may be left out where the page is full.
    may_give: bool,
}

impl Part {
    fn new(heading: &'static str, lines: Vec<String>) -> Self {
        Self { heading, lines, wide: false, may_give: false }
    }

    /// One that takes the whole width.
    fn wide(heading: &'static str, lines: Vec<String>) -> Self {
        Self { wide: true, ..Self::new(heading, lines) }
    }

    /// The same, whose last lines may be left out.
    fn giving(self) -> Self {
        Self { may_give: true, ..self }
    }
}

/// What sheets are made of.
pub(crate) struct Source<'a> {
    language: Language,
    names: DatasetNames<'a>,
    loaded: &'a Loaded,
    answers: [Option<&'a Answer>; 2],
    texts: &'a FeedbackTexts,
    source: String,
}

impl<'a> Source<'a> {
    /// From the answers about the part that the first item of the briefing is about.
    ///
    /// # Errors
    /// Why there is no answer about the providers, where there is none about the evaluators either.
    pub(crate) fn new(
        request: &'a ReportRequest,
        loaded: &'a Loaded,
        answers: &'a Answers,
    ) -> Result<Self, Failure> {
        let briefing = &request.briefing;
        let item = briefing.items.first().cloned().unwrap_or_default();
        let of = |topic| answers.of(topic, &item);
        let (standing, scorecards) = (of(Topic::Standing), of(Topic::Scorecards));
        if let (Some(Err(why)), Some(Err(_))) = (standing, scorecards) {
            return Err(why.clone());
        }
        let known =
            |answer: Option<&'a Result<Answer, Failure>>| answer.and_then(|answer| answer.as_ref().ok());
        let language: Language = briefing.language.into();
        let names = DatasetNames::new(&loaded.summary);
        let source = source_line(language, &loaded.summary.name, &item.filter, &names, None, &briefing.date);
        Ok(Self {
            language,
            names,
            loaded,
            answers: [known(standing), known(scorecards)],
            texts: &request.texts,
            source,
        })
    }

    /// How many sheets there are.
    pub(crate) fn n(&self) -> usize {
        self.n_providers() + self.n_evaluators()
    }

    fn n_providers(&self) -> usize {
        self.standing().map_or(0, |(_, standing)| standing.rows.len())
    }

    fn n_evaluators(&self) -> usize {
        self.scorecards().map_or(0, |answer| answer.evaluators.len())
    }

    /// The sheet at a place: those of the providers first, each kind in the order of their names.
    pub(crate) fn sheet(&self, place: usize) -> Option<Sheet> {
        let n = self.n_providers();
        let sheet = if place < n { provider::sheet(self, place) } else { evaluator::sheet(self, place - n) };
        sheet.map(|sheet| fit::fitted(sheet, self.language))
    }

    /// The answer about the providers with its latest round.
    fn standing(
        &self,
    ) -> Option<(&'a evenhand_protocol::StandingAnswer, &'a evenhand_protocol::RoundStanding)> {
        match self.answers[0]? {
            Answer::Standing(answer) => Some((answer, answer.rounds.last()?)),
            _ => None,
        }
    }

    fn scorecards(&self) -> Option<&'a evenhand_protocol::ScorecardsAnswer> {
        match self.answers[1]? {
            Answer::Scorecards(answer) => Some(answer),
            _ => None,
        }
    }
}

/// The reader's words, or those that a sheet has by itself.
fn own_or(text: &str, otherwise: &'static str) -> String {
    if text.trim().is_empty() { otherwise.to_owned() } else { text.trim().to_owned() }
}

/// A name that files may have everywhere: letters and digits of ids, all else as a hyphen.
fn file_name(kind: &str, place: usize, id: &str) -> String {
    let clean: String = id.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(40).collect();
    format!("{kind}-{:03}-{clean}", place + 1)
}

pub(crate) use fit::Density;
pub(crate) use page::{index, one, together};
