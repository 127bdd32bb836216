//! Which questions a report needs, and their answers.

use evenhand_protocol::{
    Answer, Briefing, BriefingItem, ComposeRequest, Failure, Filter, Pinned, Question, ReportFormat,
    ReportRequest, Topic,
};

use crate::catalogue;
use crate::templates;

/// A question about a part of the data set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// The question.
    pub question: Question,
    /// The part.
    pub filter: Filter,
}

/// Answers by question and filter, each asked once.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    held: Vec<(Asking, Result<Answer, Failure>)>,
}

impl Answers {
    /// No answers as yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an answer, or why there is none.
    pub fn insert(&mut self, asking: Asking, answer: Result<Answer, Failure>) {
        self.held.push((asking, answer));
    }

    /// The answer to a question, or why there is none; `None` where it was not asked.
    pub fn get(&self, question: Question, filter: &Filter) -> Option<&Result<Answer, Failure>> {
        let held =
            self.held.iter().find(|(asking, _)| asking.question == question && asking.filter == *filter);
        held.map(|(_, answer)| answer)
    }

    /// The answer to an item's question about a topic.
    pub(crate) fn of(&self, topic: Topic, item: &BriefingItem) -> Option<&Result<Answer, Failure>> {
        self.get(topic.question(item.marks, item.policy), &item.filter)
    }
}

/// The questions that a briefing needs, each once, in the order of its items.
pub fn needs(briefing: &Briefing) -> Vec<Asking> {
    let mut needed = Vec::new();
    for item in &briefing.items {
        for topic in topics_of(item) {
            add(&mut needed, topic.question(item.marks, item.policy), &item.filter);
        }
    }
    needed
}

/// The questions that a template needs.
pub fn template_needs(request: &ComposeRequest) -> Vec<Asking> {
    let mut needed = Vec::new();
    for topic in templates::topics(request.template) {
        add(&mut needed, topic.question(request.marks, request.policy), &request.filter);
    }
    needed
}

/// The questions that a file needs.
pub fn report_needs(request: &ReportRequest) -> Vec<Asking> {
    let mut needed = needs(&request.briefing);
    let first = request.briefing.items.first().cloned().unwrap_or_default();
    let topics: &[Topic] = match request.format {
        ReportFormat::Html | ReportFormat::Pptx | ReportFormat::Xlsx => &[],
        ReportFormat::Json => &Topic::ALL,
        ReportFormat::Sheets | ReportFormat::SheetsHtml => &[Topic::Standing, Topic::Scorecards],
    };
    for topic in topics {
        add(&mut needed, topic.question(first.marks, first.policy), &first.filter);
    }
    needed
}

fn add(needed: &mut Vec<Asking>, question: Question, filter: &Filter) {
    if !needed.iter().any(|asking| asking.question == question && asking.filter == *filter) {
        needed.push(Asking { question, filter: filter.clone() });
    }
}

/// The topics of an item.
pub(crate) fn topics_of(item: &BriefingItem) -> Vec<Topic> {
    match &item.pinned {
        Pinned::Title | Pinned::Text => Vec::new(),
        Pinned::Summary => vec![Topic::Evaluators, Topic::Indicators, Topic::Providers],
        Pinned::Finding { topic, .. } => vec![*topic],
        Pinned::Chart { name, .. } => {
            catalogue::chart(name).and_then(|chart| chart.topic).into_iter().collect()
        }
        Pinned::Table { name, .. } => {
            if let Some(table) = catalogue::own_table(name) {
                return vec![table.topic];
            }
            let chart = catalogue::chart(catalogue::chart_of_table(name));
            chart.and_then(|chart| chart.topic).into_iter().collect()
        }
        Pinned::Figure { name, .. } => catalogue::figure_topic(name).into_iter().collect(),
        Pinned::Caveats { topics } => topics.clone(),
    }
}
