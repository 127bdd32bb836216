//! The tables and key figures about evaluators.

use std::collections::BTreeMap;

use evenhand_protocol::{
    Agreement, EntityKind, Estimate, EvaluatorRow, EvaluatorsAnswer, Outcome, RoundAgreement, entity_link,
};
use evenhand_words::{
    COEFFICIENT_DECIMALS, Column, drift_class, icc_benchmark, number, p_value, points, scale_decimals, signed,
};

use super::figures::{estimate_figure, undefined_figure};
use super::page_frame::Scope;
use crate::components::{Cell, FigureModel, Head, Row, SortKey, Table, Tone};

type PickIcc = fn(&Agreement) -> &Estimate;

/// One row per evaluator.
pub fn evaluators_table(answer: &EvaluatorsAnswer, scope: &Scope<'_>) -> Table {
    let columns = &scope.language.words().evaluators.columns;
    let heads = vec![
        Head::text(columns.evaluator),
        Head::text(columns.affiliation),
        Head::number(columns.severity).explained("severity"),
        Head::number(columns.p_adjusted).explained("many-tests"),
        Head::text(columns.drift).explained("drift"),
        Head::number(columns.change).explained("drift"),
        Head::text(columns.from_round),
        Head::number(columns.drift_p).explained("many-tests"),
        Head::number(columns.n_scores),
        Head::number(columns.n_score_sheets),
        Head::number(columns.n_providers),
        Head::number(columns.n_rounds),
    ];
    let affiliations: BTreeMap<&str, &str> = scope
        .dataset
        .evaluators
        .iter()
        .filter_map(|info| Some((info.id.as_str(), info.affiliation.as_deref()?)))
        .collect();
    let row = |row: &EvaluatorRow| {
        evaluator_row(row, affiliations.get(row.evaluator.as_str()).copied(), answer, scope)
    };
    Table::new(heads, answer.evaluators.iter().map(row))
}

fn evaluator_row(
    row: &EvaluatorRow,
    affiliation: Option<&str>,
    answer: &EvaluatorsAnswer,
    scope: &Scope<'_>,
) -> Row {
    let id = &row.evaluator;
    let mut cells = vec![
        Cell::entity(&scope.names, EntityKind::Evaluator, id),
        Cell::maybe_text(affiliation),
        severity_cell(row, answer, scope).testid(format!("severity-{id}")),
        row.p_adjusted.map_or_else(Cell::empty, |p| Cell::value(p, p_value(p))),
    ];
    cells.extend(drift_cells(row, answer, scope));
    cells.extend([row.n_scores, row.n_score_sheets, row.n_providers, row.n_rounds].map(Cell::count));
    Row::about(entity_link(EntityKind::Evaluator, id), cells)
}

fn severity_cell(row: &EvaluatorRow, answer: &EvaluatorsAnswer, scope: &Scope<'_>) -> Cell {
    let decimals = scale_decimals(&answer.scale);
    match &row.severity {
        Outcome::Undefined(reason) => Cell::undefined(reason, scope.language),
        Outcome::Known(severity) => {
            let beyond_chance = row.p_adjusted.is_some_and(|p| p < 0.05);
            let tone = match (beyond_chance, severity.value > 0.0) {
                (false, _) => Tone::Plain,
                (true, true) => Tone::Harsher,
                (true, false) => Tone::Lenient,
            };
            Cell::with_interval(severity, signed(severity.value, decimals), decimals, scope.language)
                .tone(tone)
        }
    }
}

fn drift_cells(row: &EvaluatorRow, answer: &EvaluatorsAnswer, scope: &Scope<'_>) -> Vec<Cell> {
    use evenhand_protocol::DriftClass;

    let language = scope.language;
    let verdict = format!("drift-{}", row.evaluator);
    let drift = match &row.drift {
        Outcome::Known(drift) => drift,
        Outcome::Undefined(reason) => {
            let first = Cell::undefined(reason, language).testid(verdict);
            return vec![first, Cell::empty(), Cell::empty(), Cell::empty()];
        }
    };
    let tone = match drift.class {
        DriftClass::Harsher => Tone::Harsher,
        DriftClass::MoreLenient => Tone::Lenient,
        DriftClass::Stable => Tone::Muted,
        DriftClass::Erratic => Tone::Plain,
    };
    let decimals = scale_decimals(&answer.scale);
    let change = &drift.change;
    vec![
        Cell::text(drift_class(language, drift.class))
            .tone(tone)
            .testid(verdict)
            .one_of_many(drift.is_one_of_many(), language),
        Cell::with_interval(change, signed(change.value, decimals), decimals, language)
            .tone(if drift.class == DriftClass::Stable { Tone::Muted } else { Tone::Plain })
            .testid(format!("drift-change-{}", row.evaluator)),
        // Where no change is shown, there is no round to name for it.
        match drift.class {
            DriftClass::Stable => Cell::empty(),
            _ => Cell::entity(&scope.names, EntityKind::Round, &drift.from_round),
        },
        Cell::value(drift.p_adjusted, p_value(drift.p_adjusted)),
    ]
}

/// Agreement round by round.
pub fn agreement_table(answer: &EvaluatorsAnswer, scope: &Scope<'_>) -> Table {
    let words = scope.language.words();
    let (names, common) = (&words.evaluators.icc, &words.common);
    let heads = vec![
        Head::plain(common.round, false),
        Head::number(names.icc_a_1).explained("icc"),
        Head::number(names.icc_c_1).explained("icc"),
        Head::number(names.icc_a_k).explained("icc"),
        Head::number(names.icc_c_k).explained("icc"),
        Head::plain(words.evaluators.panel_size, true),
        Head::plain(words.evaluators.n_panels, true),
        Head::plain(words.evaluators.n_units, true),
        Head::plain(words.evaluators.n_units_left_out, true),
    ];
    Table::new(
        heads,
        answer.agreement_by_round.iter().enumerate().map(|(k, row)| agreement_row(k, row, scope)),
    )
}

const ICCS: [(&str, PickIcc); 4] = [
    ("icc-a-1", |a| &a.icc_a_1),
    ("icc-c-1", |a| &a.icc_c_1),
    ("icc-a-k", |a| &a.icc_a_k),
    ("icc-c-k", |a| &a.icc_c_k),
];

fn agreement_row(place: usize, row: &RoundAgreement, scope: &Scope<'_>) -> Row {
    let round = Cell::entity(&scope.names, EntityKind::Round, &row.round);
    // Rounds are in order of time, which their names need not be.
    let mut cells = vec![round.sorted_by(SortKey::Number(place as f64))];
    match &row.agreement {
        Outcome::Known(agreement) => {
            cells.extend(ICCS.map(|(name, pick)| {
                Cell::estimate(pick(agreement), COEFFICIENT_DECIMALS, scope.language)
                    .testid(format!("{name}-{}", row.round))
            }));
            let left_out = agreement.n_units_all.saturating_sub(agreement.n_units);
            cells.push(Cell::value(agreement.k, number(agreement.k, 1)));
            cells.extend([agreement.n_panels, agreement.n_units, left_out].map(Cell::count));
        }
        Outcome::Undefined(reason) => cells.extend((0..8).map(|_| Cell::undefined(reason, scope.language))),
    }
    Row::new(cells)
}

/// Agreement over all rounds as key figures.
pub fn agreement_figures(answer: &EvaluatorsAnswer, scope: &Scope<'_>) -> Vec<FigureModel> {
    let names = &scope.language.words().evaluators.icc;
    let columns = [names.icc_a_1, names.icc_c_1, names.icc_a_k, names.icc_c_k];
    let figure = |((name, pick), column): ((&str, PickIcc), Column)| {
        let testid = format!("{name}-overall");
        match &answer.agreement {
            Outcome::Known(agreement) => {
                let estimate = pick(agreement);
                let mut figure = estimate_figure(estimate, column, &testid, COEFFICIENT_DECIMALS, scope);
                figure.cell.note = Some(icc_benchmark(scope.language, estimate.interval.as_ref()));
                figure
            }
            Outcome::Undefined(reason) => undefined_figure(reason, column, &testid, scope),
        }
    };
    ICCS.into_iter().zip(columns).map(figure).collect()
}

/// Scores for the own affiliation against all others.
pub fn affiliation_figures(answer: &EvaluatorsAnswer, scope: &Scope<'_>) -> Vec<FigureModel> {
    let words = &scope.language.words().evaluators;
    let head = |header, tip| Column { header, tip };
    // One more than elsewhere: means over thousands of scores are that exact, and their difference that small.
    let decimals = scale_decimals(&answer.scale) + 1;
    let effect = match &answer.affiliation {
        Outcome::Known(effect) => effect,
        Outcome::Undefined(reason) => {
            let column = head(words.difference, "");
            return vec![undefined_figure(reason, column, "affiliation-difference", scope)];
        }
    };
    let figure = |estimate: &Estimate, header, testid: &str| {
        let mut figure = estimate_figure(estimate, head(header, ""), testid, decimals, scope);
        figure.cell.text = signed(estimate.value, decimals);
        figure
    };
    let mut difference = figure(&effect.difference, words.difference, "affiliation-difference");
    difference.tip =
        format!("{}, {}", points(scope.language, effect.difference.value, &answer.scale), p_value(effect.p));
    vec![
        figure(&effect.same, words.same_affiliation, "affiliation-same"),
        figure(&effect.other, words.other_affiliation, "affiliation-other"),
        difference,
    ]
}
