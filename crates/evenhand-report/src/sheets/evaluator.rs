//! The sheet of one evaluator: what is advised and why, severity, drift, agreement, effects, ties, consequences, work.

use evenhand_charts::Frame;
use evenhand_charts::domain::{Context, evaluator_track};
use evenhand_protocol::{EntityKind, Scorecard};
use evenhand_words::{Names, evaluator_sheet};

use super::{Density, Part, Sheet, Source, file_name, own_or};

/// Width and height of the chart in pixels: flat, as a page has to hold all of it.
const CHART: (f64, f64) = (640.0, 230.0);

pub(super) fn sheet(source: &Source<'_>, place: usize) -> Option<Sheet> {
    let answer = source.scorecards()?;
    // In the order of ids: that of urgency would say how urgent the others are.
    let mut cards: Vec<&Scorecard> = answer.evaluators.iter().collect();
    cards.sort_by(|a, b| a.evaluator.cmp(&b.evaluator));
    let card = *cards.get(place)?;
    let language = source.language;
    let (words, report) = (&language.words().scorecards, &language.words().report);
    let said = evaluator_sheet(language, &source.names, answer, card);
    let context = Context {
        language,
        names: &source.names,
        dataset: &source.loaded.summary,
        frame: Frame::new(CHART.0).with_height(CHART.1),
    };
    Some(Sheet {
        file: file_name("evaluator", place, &card.evaluator),
        kind: report.for_evaluator,
        title: source.names.name(EntityKind::Evaluator, &card.evaluator),
        lead: said.advice,
        opening: own_or(&source.texts.evaluator_opening, report.evaluator_opening),
        parts: vec![
            Part::wide("", said.reasons).giving(),
            Part::new(words.severity.header, said.severity),
            Part::new(words.drift.header, said.drift).giving(),
            Part::new(words.agreement.header, said.agreement),
            Part::new(words.effects.header, said.effects),
            Part::new(words.conflicts.header, said.ties).giving(),
            Part::new(words.consequences, said.consequences).giving(),
            Part::wide(words.workload, said.work).giving(),
        ],
        chart: Some(evaluator_track(card, &answer.scale, &context)),
        closing: own_or(&source.texts.evaluator_closing, report.evaluator_closing),
        source: source.source.clone(),
        density: Density::default(),
    })
}
