//! What can be said of each provider of a round.

use evenhand_protocol::{
    Chances, EntityKind, Marks, Outcome, PassSide, RankInterval, ReliableChange, RoundStanding, StandingRow,
    entity_link,
};
use evenhand_words::{
    COMPOSITE_DECIMALS, Language, band_names, pass_side, percent, rank_range, reliable_change, signed,
};

use super::page_frame::Scope;
use crate::components::{Cell, Head, Row, Table, Tone};

/// One row per provider, best first.
pub fn standing_table(standing: &RoundStanding, marks: &Marks, scope: &Scope<'_>) -> Table {
    let words = scope.language.words();
    let columns = &words.standing.columns;
    let heads = vec![
        Head::text(words.providers.columns.provider),
        Head::number(words.providers.columns.adjusted).explained("adjusted-composite"),
        Head::text(columns.side),
        Head::number(columns.pass).explained("chances"),
        Head::number(columns.top).explained("chances"),
        Head::text(columns.band).explained("chances"),
        Head::number(words.providers.columns.likely_ranks).explained("ranks"),
        Head::number(columns.rank_together).explained("ranks"),
        Head::number(columns.rank_alone),
        Head::text(columns.change),
        Head::number(columns.index).explained("change"),
        Head::number(columns.shrunken),
    ];
    let bands = band_names(marks);
    Table::new(heads, standing.rows.iter().map(|row| provider_row(row, &bands, scope)))
}

fn provider_row(row: &StandingRow, bands: &[String; 5], scope: &Scope<'_>) -> Row {
    let (id, language) = (&row.provider, scope.language);
    let chance = |pick: fn(&Chances) -> f64| match &row.chances {
        Outcome::Known(chances) => Cell::percent(pick(chances)),
        Outcome::Undefined(reason) => Cell::undefined(reason, language),
    };
    let [change, index] = change_cells(&row.reliable_change, scope);
    let cells = vec![
        Cell::entity(&scope.names, EntityKind::Provider, id),
        Cell::estimate_outcome(&row.adjusted, COMPOSITE_DECIMALS, language),
        side_cell(row.side, language).testid(format!("standing-{id}-side")),
        chance(|chances| chances.pass).testid(format!("standing-{id}-pass")),
        chance(|chances| chances.top),
        band_cell(row.chances.known(), bands).testid(format!("standing-{id}-band")),
        rank_cell(&row.rank, scope).testid(format!("standing-{id}-likely")),
        rank_cell(&row.rank_simultaneous, scope).testid(format!("standing-{id}-ranks")),
        rank_cell(&row.rank_alone, scope),
        change.testid(format!("standing-{id}-change")),
        index,
        Cell::estimate_outcome(&row.shrunken, COMPOSITE_DECIMALS, language),
    ];
    Row::about(entity_link(EntityKind::Provider, id), cells)
}

fn side_cell(side: Option<PassSide>, language: Language) -> Cell {
    let Some(side) = side else { return Cell::empty() };
    let tone = match side {
        PassSide::Above => Tone::Better,
        PassSide::Below => Tone::Worse,
        PassSide::Open => Tone::Muted,
    };
    Cell::text(pass_side(language, side)).tone(tone)
}

/// The most probable band with its probability.
fn band_cell(chances: Option<&Chances>, bands: &[String; 5]) -> Cell {
    let likeliest = chances.and_then(|chances| {
        let all = bands.iter().zip(chances.bands).enumerate();
        all.max_by(|a, b| a.1.1.total_cmp(&b.1.1))
    });
    likeliest.map_or_else(Cell::empty, |(place, (name, chance))| Cell {
        beside: Some(percent(chance, 0)),
        ..Cell::value(place as f64, name.as_str())
    })
}

fn rank_cell(set: &Outcome<RankInterval>, scope: &Scope<'_>) -> Cell {
    match set {
        Outcome::Known(set) => Cell::value(f64::from(set.low), rank_range(set.low, set.high)),
        Outcome::Undefined(reason) => Cell::undefined(reason, scope.language),
    }
}

fn change_cells(change: &Outcome<ReliableChange>, scope: &Scope<'_>) -> [Cell; 2] {
    match change {
        Outcome::Undefined(reason) => [Cell::undefined(reason, scope.language), Cell::empty()],
        Outcome::Known(change) => {
            let tone = match change.reliable {
                true if change.index > 0.0 => Tone::Better,
                true => Tone::Worse,
                false => Tone::Muted,
            };
            [
                Cell::text(reliable_change(scope.language, change)).tone(tone),
                Cell::value(change.index, signed(change.index, 2)),
            ]
        }
    }
}
