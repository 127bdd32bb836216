//! Where the providers stand, for a terminal: the latest round.

use evenhand_protocol::{EntityKind, RankInterval, StandingAnswer, StandingRow};
use evenhand_words::{
    COMPOSITE_DECIMALS, Language, NO_VALUE, Names, number, percent, rank_range, value_or_reason,
};

use crate::text_table::TextTable;

/// A line per provider: best guess, chances, likely ranks and those that hold together.
pub fn standing(language: Language, answer: &StandingAnswer, names: &dyn Names, listed: usize) -> String {
    let Some(round) = answer.rounds.last() else { return String::new() };
    let words = language.words();
    let columns = &words.standing.columns;
    let heads = [
        words.common.provider,
        columns.shrunken.header,
        columns.pass.header,
        columns.top.header,
        words.providers.columns.likely_ranks.header,
        columns.rank_together.header,
        columns.index.header,
    ];
    let mut table = TextTable::new(heads);
    for row in round.rows.iter().take(listed) {
        table.push(line(language, row, names));
    }
    if round.rows.len() > listed {
        table.push(vec!["…".into()]);
    }
    let mark = number(answer.marks.pass_points(), COMPOSITE_DECIMALS);
    format!("  {}: {mark}\n{}", words.standing.pass_mark, table.render())
}

fn line(language: Language, row: &StandingRow, names: &dyn Names) -> Vec<String> {
    let chances = row.chances.known();
    let share = |share: Option<f64>| share.map_or(NO_VALUE.to_owned(), |share| percent(share, 0));
    let ranks =
        |set: Option<&RankInterval>| set.map_or(NO_VALUE.to_owned(), |set| rank_range(set.low, set.high));
    let index = row.reliable_change.known().map(|change| {
        let mark = if change.reliable { "*" } else { "" };
        format!("{}{mark}", evenhand_words::signed(change.index, 2))
    });
    vec![
        names.name(EntityKind::Provider, &row.provider),
        value_or_reason(language, &row.shrunken, COMPOSITE_DECIMALS),
        share(chances.map(|chances| chances.pass)),
        share(chances.map(|chances| chances.top)),
        ranks(row.rank.known()),
        ranks(row.rank_simultaneous.known()),
        index.unwrap_or_else(|| NO_VALUE.to_owned()),
    ]
}
