//! The quality report in full: every kind of problem with its instances, and where scores and links are missing.

use evenhand_data::ProblemList;
use evenhand_protocol::{Loaded, QualityReport};
use evenhand_words::{Language, action, count, problem, problem_title};

use crate::summary;
use crate::text_table::TextTable;

/// Pairs of rounds that are listed; the report as JSON has them all.
const PAIRS_LISTED: usize = 20;

/// The report, grouped by kind, the most severe first.
pub fn report(language: Language, loaded: &Loaded, problems: &ProblemList) -> String {
    let mut text = summary::quality(language, loaded);
    for counted in &loaded.quality.counts {
        let title = problem_title(language, counted.code);
        let done = action(language, counted.action);
        text.push_str(&format!("{title}: {} ({done})\n", count(counted.count)));
        let own =
            problems.all().iter().filter(|one| (one.code, one.action) == (counted.code, counted.action));
        for one in own {
            text.push_str(&format!("  {}\n", problem(language, one)));
        }
        text.push('\n');
    }
    text.push_str(&coverage(language, &loaded.quality));
    text.push_str(&design(language, &loaded.quality));
    text
}

/// Rounds whose score sheets have gaps.
fn coverage(language: Language, quality: &QualityReport) -> String {
    let words = language.words();
    let map = &quality.missing;
    let mut table = TextTable::new([words.common.round, words.quality.scored, words.quality.expected_scores]);
    let mut gaps = false;
    for (round, row) in map.rounds.iter().zip(map.by_indicator.chunks(map.indicators.len().max(1))) {
        let scored: u64 = row.iter().map(|coverage| u64::from(coverage.scored)).sum();
        let expected: u64 = row.iter().map(|coverage| u64::from(coverage.expected)).sum();
        gaps |= scored < expected;
        table.push(vec![round.clone(), count(scored), count(expected)]);
    }
    if gaps { format!("{}\n{}\n", words.quality.missing_heading, table.render()) } else { String::new() }
}

/// Who links the rounds, where there are several.
fn design(language: Language, quality: &QualityReport) -> String {
    let words = language.words();
    let design = &quality.design;
    if design.pairs.is_empty() && design.subsets.len() < 2 {
        return String::new();
    }
    let mut table = TextTable::new([
        words.quality.rounds_linked,
        words.quality.common_evaluators,
        words.quality.common_providers,
    ]);
    for pair in design.pairs.iter().take(PAIRS_LISTED) {
        let rounds = format!("{} – {}", pair.first, pair.second);
        table.push(vec![rounds, count(pair.evaluators), count(pair.providers)]);
    }
    if design.pairs.len() > PAIRS_LISTED {
        table.push(vec!["…".into()]);
    }
    let subsets = count(design.subsets.len() as u64);
    format!("{}\n{}  {}: {subsets}\n\n", words.quality.design_heading, table.render(), words.quality.subsets)
}
