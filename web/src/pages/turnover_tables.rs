//! The tables and key figures of turnover.

use evenhand_protocol::{
    ChangeSplit, EntityKind, Estimate, EvaluatorGroup, Outcome, RoundPanel, TurnoverAnswer,
};
use evenhand_words::{
    COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, Names, grouped_by, number, p_value, scale_decimals, signed,
};

use super::figures::{estimate_figure, undefined_figure};
use super::page_frame::Scope;
use crate::components::{Cell, FigureModel, Head, Row, Table};

/// Newcomers against those who stayed: severity, and how much their score sheets scatter.
pub fn newcomer_figures(answer: &TurnoverAnswer, scope: &Scope<'_>) -> Vec<FigureModel> {
    let words = &scope.language.words().turnover;
    let found = match &answer.newcomers {
        Outcome::Known(found) => found,
        Outcome::Undefined(why) => {
            return vec![undefined_figure(why, words.newcomers, "newcomer-severity", scope)];
        }
    };
    let decimals = scale_decimals(&answer.scale);
    let mut severity =
        estimate_figure(&found.severity, words.newcomers, "newcomer-severity", decimals, scope);
    severity.cell.text = signed(found.severity.value, decimals);
    severity.tip = format!("{} {}", severity.tip, p_value(found.p));
    let mut noise = match &found.noise_ratio {
        Outcome::Known(ratio) => {
            estimate_figure(ratio, words.newcomer_noise, "newcomer-scatter", COEFFICIENT_DECIMALS, scope)
        }
        Outcome::Undefined(why) => undefined_figure(why, words.newcomer_noise, "newcomer-scatter", scope),
    };
    if let Some(p) = found.p_noise {
        noise.tip = format!("{} {}", noise.tip, p_value(p));
    }
    vec![severity, noise]
}

/// One row per change of round: the raw change and its parts.
pub fn splits_table(answer: &TurnoverAnswer, scope: &Scope<'_>) -> Table {
    let words = &scope.language.words().turnover;
    let heads = vec![
        Head::text(words.to),
        Head::text(words.from),
        Head::number(words.raw),
        Head::number(words.composition).explained("turnover"),
        Head::number(words.drift).explained("turnover"),
        Head::number(words.provider_mix),
        Head::number(words.provider_change).explained("turnover"),
    ];
    let row = |split: &ChangeSplit| {
        let mut cells = vec![
            Cell::entity(&scope.names, EntityKind::Round, &split.round),
            Cell::entity(&scope.names, EntityKind::Round, &split.from_round),
            Cell::value(split.raw, signed(split.raw, COMPOSITE_DECIMALS))
                .testid(format!("split-raw-{}", split.round)),
        ];
        match &split.parts {
            Outcome::Known(parts) => {
                let all = [
                    (&parts.composition, "composition"),
                    (&parts.drift, "drift"),
                    (&parts.provider_mix, "mix"),
                    (&parts.provider_change, "change"),
                ];
                cells.extend(all.map(|(part, name)| {
                    let text = signed(part.value, COMPOSITE_DECIMALS);
                    Cell::with_interval(part, text, COMPOSITE_DECIMALS, scope.language)
                        .testid(format!("split-{name}-{}", split.round))
                }));
            }
            Outcome::Undefined(why) => {
                cells.push(Cell::undefined(why, scope.language));
                cells.extend((0..3).map(|_| Cell::empty()));
            }
        }
        Row::new(cells)
    };
    Table::new(heads, answer.splits.iter().map(row))
}

/// One row per round: who was there.
pub fn rounds_table(answer: &TurnoverAnswer, scope: &Scope<'_>) -> Table {
    let words = &scope.language.words().turnover;
    let heads = vec![
        Head::plain(scope.language.words().common.round, false),
        Head::number(words.n_evaluators),
        Head::number(words.n_stayed),
        Head::number(words.n_returned),
        Head::number(words.n_joined),
        Head::number(words.n_left),
        Head::number(words.retention),
        Head::number(words.tenure),
        Head::number(words.newcomer_share),
        Head::number(words.n_parts),
        Head::text(words.bridges),
    ];
    let share = |share: Option<f64>| share.map_or_else(Cell::empty, Cell::percent);
    let row = |round: &RoundPanel| {
        let bridges: Vec<String> = round
            .evaluators
            .iter()
            .filter(|one| one.bridge)
            .map(|one| scope.names.name(EntityKind::Evaluator, &one.evaluator))
            .collect();
        Row::new(vec![
            Cell::entity(&scope.names, EntityKind::Round, &round.round),
            Cell::count(round.evaluators.len() as u32),
            Cell::count(round.n_stayed),
            Cell::count(round.n_returned),
            Cell::count(round.n_joined),
            Cell::count(round.n_left),
            share(round.retention),
            Cell::value(round.mean_tenure, number(round.mean_tenure, 1)),
            share(round.newcomer_share),
            Cell::count(round.n_parts),
            if bridges.is_empty() { Cell::empty() } else { Cell::text(bridges.join(" · ")) },
        ])
    };
    Table::new(heads, answer.rounds.iter().map(row))
}

/// One row per qualification and group: severity and scatter, each against all others.
pub fn groups_table(answer: &TurnoverAnswer, scope: &Scope<'_>) -> Table {
    let words = &scope.language.words().turnover;
    let heads = vec![
        Head::text(words.group),
        Head::text(words.by),
        Head::number(words.n_evaluators),
        Head::number(words.severity).explained("turnover"),
        Head::number(words.difference),
        Head::number(words.p_severity),
        Head::number(words.noise).explained("turnover"),
        Head::number(words.noise_ratio),
        Head::number(words.p_noise),
    ];
    let decimals = scale_decimals(&answer.scale);
    let p = |p: Option<f64>| p.map_or_else(Cell::empty, |p| Cell::value(p, p_value(p)));
    let side = |outcome: &Outcome<Estimate>| match outcome {
        Outcome::Known(found) => {
            Cell::with_interval(found, signed(found.value, decimals), decimals, scope.language)
        }
        Outcome::Undefined(why) => Cell::undefined(why, scope.language),
    };
    let row = |group: &EvaluatorGroup| {
        Row::new(vec![
            Cell::text(group.name.as_str()),
            Cell::text(grouped_by(scope.language, group.by)),
            Cell::count(group.n_evaluators),
            side(&group.severity),
            side(&group.difference),
            p(group.p_adjusted),
            Cell::estimate_outcome(&group.noise, decimals, scope.language),
            Cell::estimate_outcome(&group.noise_ratio, COEFFICIENT_DECIMALS, scope.language),
            p(group.p_noise_adjusted),
        ])
    };
    Table::new(heads, answer.groups.iter().map(row))
}
