//! The tables and key figures about indicators.

use evenhand_protocol::{EntityKind, IndicatorRow, IndicatorsAnswer, Outcome, RoundReliability, entity_link};
use evenhand_words::{COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, Column, alpha_benchmark, number};

use super::figures::{estimate_figure, undefined_figure};
use super::page_frame::Scope;
use crate::components::{Cell, FigureModel, Head, Row, SortKey, Table};

/// Decimals of means and spreads in an indicator's own points.
const OWN_POINTS_DECIMALS: usize = 2;

/// One row per indicator.
pub fn indicators_table(answer: &IndicatorsAnswer, scope: &Scope<'_>) -> Table {
    let columns = &scope.language.words().indicators.columns;
    let heads = vec![
        Head::text(columns.indicator),
        Head::number(columns.mean),
        Head::number(columns.difficulty),
        Head::number(columns.sd),
        Head::number(columns.floor_share),
        Head::number(columns.ceiling_share),
        Head::number(columns.missing_share),
        Head::number(columns.item_rest).explained("item-rest"),
        Head::number(columns.alpha_if_deleted).explained("cronbach-alpha"),
        Head::number(columns.n_scores),
    ];
    Table::new(heads, answer.indicators.iter().map(|row| indicator_row(row, scope)))
}

fn indicator_row(row: &IndicatorRow, scope: &Scope<'_>) -> Row {
    let (id, language) = (&row.indicator, scope.language);
    let cells = vec![
        Cell::entity(&scope.names, EntityKind::Indicator, id),
        Cell::estimate_outcome(&row.mean, OWN_POINTS_DECIMALS, language).testid(format!("mean-{id}")),
        row.difficulty.map_or_else(Cell::empty, Cell::percent),
        Cell::maybe_number(row.sd, OWN_POINTS_DECIMALS),
        Cell::percent(row.floor_share),
        Cell::percent(row.ceiling_share),
        Cell::percent(row.missing_share),
        Cell::estimate_outcome(&row.item_rest, COEFFICIENT_DECIMALS, language)
            .testid(format!("item-rest-{id}")),
        Cell::outcome(&row.alpha_if_deleted, COEFFICIENT_DECIMALS, language)
            .testid(format!("alpha-if-deleted-{id}")),
        Cell::count(row.n_scores),
    ];
    Row::about(entity_link(EntityKind::Indicator, id), cells)
}

/// Reliability round by round.
pub fn reliability_table(answer: &IndicatorsAnswer, scope: &Scope<'_>) -> Table {
    let words = scope.language.words();
    let heads = vec![
        Head::plain(words.common.round, false),
        Head::plain(words.indicators.alpha, true),
        Head::plain(words.indicators.standardised_alpha, true),
        Head::number(Column { header: words.indicators.sem, tip: words.indicators.sem_tip }),
        Head::plain(words.indicators.n_units, true),
        Head::plain(words.indicators.n_left_out, true),
    ];
    Table::new(
        heads,
        answer.reliability_by_round.iter().enumerate().map(|(k, row)| reliability_row(k, row, scope)),
    )
}

fn reliability_row(place: usize, row: &RoundReliability, scope: &Scope<'_>) -> Row {
    let language = scope.language;
    let round = Cell::entity(&scope.names, EntityKind::Round, &row.round);
    let mut cells = vec![round.sorted_by(SortKey::Number(place as f64))];
    match &row.reliability {
        Outcome::Known(reliability) => cells.extend([
            Cell::estimate(&reliability.alpha, COEFFICIENT_DECIMALS, language)
                .testid(format!("alpha-{}", row.round)),
            Cell::outcome(&reliability.standardised, COEFFICIENT_DECIMALS, language),
            Cell::maybe_number(Some(reliability.sem), COMPOSITE_DECIMALS),
            Cell::count(reliability.alpha.n),
            Cell::count(reliability.n_left_out),
        ]),
        Outcome::Undefined(reason) => cells.extend((0..5).map(|_| Cell::undefined(reason, language))),
    }
    Row::new(cells)
}

/// Reliability over all rounds as key figures.
pub fn reliability_figures(answer: &IndicatorsAnswer, scope: &Scope<'_>) -> Vec<FigureModel> {
    let words = &scope.language.words().indicators;
    let column = |header| Column { header, tip: "" };
    let reliability = match &answer.reliability {
        Outcome::Known(reliability) => reliability,
        Outcome::Undefined(reason) => {
            return vec![undefined_figure(reason, column(words.alpha), "alpha-overall", scope)];
        }
    };
    let plain = |header: &str, tip: &str, cell: Cell| FigureModel {
        label: header.to_owned(),
        tip: tip.to_owned(),
        cell,
        basis: None,
        note: Some("cronbach-alpha"),
        chosen: None,
    };
    let standardised = Cell::outcome(&reliability.standardised, COEFFICIENT_DECIMALS, scope.language);
    let sem = Cell::value(reliability.sem, number(reliability.sem, COMPOSITE_DECIMALS));
    let of_alpha = &reliability.alpha;
    let mut alpha =
        estimate_figure(of_alpha, column(words.alpha), "alpha-overall", COEFFICIENT_DECIMALS, scope);
    alpha.cell.note = Some(alpha_benchmark(scope.language, of_alpha.interval.as_ref()));
    vec![
        alpha,
        plain(words.standardised_alpha, "", standardised.testid("alpha-standardised-overall")),
        plain(words.sem, words.sem_tip, sem.testid("sem-overall")),
    ]
}
