//! The sheet of one provider: where it stands, what changed, its highest and lowest indicators.

use evenhand_words::provider_sheet;

use super::{Density, Part, Sheet, Source, file_name, own_or};

pub(super) fn sheet(source: &Source<'_>, place: usize) -> Option<Sheet> {
    let (answer, standing) = source.standing()?;
    let row = standing.rows.get(place)?;
    let (words, report) = (&source.language.words().standing, &source.language.words().report);
    let said = provider_sheet(source.language, &source.names, answer, standing, row, evenhand_stats::mean);
    Some(Sheet {
        file: file_name("provider", place, &row.provider),
        kind: report.for_provider,
        title: said.title,
        lead: String::new(),
        opening: own_or(&source.texts.provider_opening, report.provider_opening),
        parts: vec![
            Part::new(words.sheet_standing, said.standing),
            Part::new(words.sheet_change, vec![said.change]),
            Part::new(words.sheet_strong, said.strong),
            Part::new(words.sheet_weak, said.weak),
        ],
        chart: None,
        closing: own_or(&source.texts.provider_closing, report.provider_closing),
        source: source.source.clone(),
        density: Density::default(),
    })
}
