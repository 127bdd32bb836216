//! The tables of drift.

use evenhand_protocol::{
    DriftClass, DriftConsequence, DriftReport, EntityKind, EvaluatorDrift, IndicatorDrift, Outcome,
    SeverityTrack, SeverityTrend, entity_link,
};
use evenhand_words::{
    COMPOSITE_DECIMALS, Language, Names, count_entities, drift_class, drift_decision, drift_disagreement,
    drift_disagreement_brief, number, p_value, rank, scale_decimals, signed, surely,
};

use super::page_frame::Scope;
use crate::components::{Cell, Head, Row, Table};

/// One row per evaluator: both models side by side, and what the drift did.
pub fn drift_table(report: &DriftReport, scope: &Scope<'_>) -> Table {
    let all = scope.language.words();
    let words = &all.drift;
    let heads = vec![
        Head::text(all.evaluators.columns.evaluator),
        Head::text(words.class_linear).explained("drift"),
        Head::text(words.from_round),
        Head::number(words.change),
        Head::number(words.affected),
        Head::number(words.would_pass),
        Head::number(words.would_fail),
        Head::number(words.p_linear),
        Head::text(words.class_rasch).explained("rasch"),
        Head::number(words.p_rasch),
        Head::number(words.trend).explained("drift"),
        Head::number(words.instability).explained("drift"),
    ];
    // Those who drift first, the largest changes before the others; then those who could be tested.
    let mut sorted: Vec<&EvaluatorDrift> = report.evaluators.iter().collect();
    let size = |row: &EvaluatorDrift| row.effect.as_ref().map_or(0.0, |e| e.shift.change.value.abs());
    sorted.sort_by(|a, b| {
        let tested = |row: &EvaluatorDrift| row.linear.known().is_some();
        size(b).total_cmp(&size(a)).then(tested(b).cmp(&tested(a)))
    });
    let rows = sorted.into_iter().map(|row| {
        let mut cells = vec![Cell::entity(&scope.names, EntityKind::Evaluator, &row.evaluator)];
        let [linear, p_linear] = verdict(&row.linear, scope);
        let [mut rasch, p_rasch] = verdict(&row.rasch, scope);
        rasch.beside = None;
        if let Some(why) = row.disagreement {
            rasch.beside = Some(drift_disagreement_brief(scope.language, why).to_owned());
            rasch.note = Some(drift_disagreement(scope.language, why).to_owned());
        }
        // What it did stands beside who did it; how it is known comes after.
        cells.push(linear);
        cells.extend(effect(report, row, scope));
        cells.extend(consequences(row, scope));
        cells.extend([p_linear, rasch, p_rasch]);
        cells.extend(trend(report, row, scope));
        Row::about(entity_link(EntityKind::Evaluator, &row.evaluator), cells)
    });
    Table::new(heads, rows)
}

fn verdict(track: &Outcome<SeverityTrack>, scope: &Scope<'_>) -> [Cell; 2] {
    match track {
        Outcome::Known(track) => [
            Cell {
                beside: Some(count_entities(
                    scope.language,
                    EntityKind::Round,
                    track.severities.len() as u32,
                )),
                ..Cell::text(drift_class(scope.language, track.class))
            },
            Cell::value(track.p_adjusted, p_value(track.p_adjusted)),
        ],
        Outcome::Undefined(reason) => [Cell::undefined(reason, scope.language), Cell::empty()],
    }
}

/// From when on, and by how much.
fn effect(report: &DriftReport, row: &EvaluatorDrift, scope: &Scope<'_>) -> Vec<Cell> {
    let decimals = scale_decimals(&report.scale);
    match &row.effect {
        Some(effect) => {
            let change = &effect.shift.change;
            vec![
                Cell::entity(&scope.names, EntityKind::Round, &effect.shift.from_round),
                Cell::with_interval(change, signed(change.value, decimals), decimals, scope.language),
            ]
        }
        None => vec![Cell::empty(), Cell::empty()],
    }
}

/// Along which line, and how unsteadily.
fn trend(report: &DriftReport, row: &EvaluatorDrift, scope: &Scope<'_>) -> [Cell; 2] {
    let trend = row.linear.known().and_then(|track| track.trend.as_ref());
    trend_cells(trend, scale_decimals(&report.scale), scope.language)
}

/// How many providers it touched, and of how many it decided, with how sure that is.
fn consequences(row: &EvaluatorDrift, scope: &Scope<'_>) -> Vec<Cell> {
    let Some(effect) = &row.effect else { return (0..3).map(|_| Cell::empty()).collect() };
    let decided = |n: u32, sure: u32| {
        let beside = (n > 0).then(|| format!("({})", surely(scope.language, sure)));
        Cell { beside, ..Cell::count(n) }
    };
    vec![
        Cell::count(effect.n_providers),
        decided(effect.n_would_pass, effect.n_surely_pass),
        decided(effect.n_would_fail, effect.n_surely_fail),
    ]
}

/// The slope with its interval, and the spread around the line.
fn trend_cells(trend: Option<&SeverityTrend>, decimals: usize, language: Language) -> [Cell; 2] {
    let Some(trend) = trend else { return [Cell::empty(), Cell::empty()] };
    let slope = &trend.slope;
    [
        Cell::with_interval(slope, signed(slope.value, decimals), decimals, language),
        Cell::value(trend.instability, number(trend.instability, decimals)),
    ]
}

/// Decimals of a difficulty.
const LOGITS: usize = 2;

/// One row per indicator, those whose difficulty moved first.
pub fn indicators_table(report: &DriftReport, scope: &Scope<'_>) -> Table {
    let all = scope.language.words();
    let words = &all.drift;
    let heads = vec![
        Head::text(all.indicators.columns.indicator),
        Head::text(words.difficulty).explained("drift"),
        Head::number(words.difficulty_p),
        Head::text(words.from_round),
        Head::number(words.difficulty_change),
        Head::number(words.difficulty_trend),
        Head::number(words.difficulty_instability),
    ];
    let mut sorted: Vec<&IndicatorDrift> = report.indicators.iter().collect();
    let p = |row: &IndicatorDrift| row.track.known().map_or(f64::INFINITY, |track| track.p_adjusted);
    sorted.sort_by(|a, b| p(a).total_cmp(&p(b)));
    let rows = sorted.into_iter().map(|row| {
        let mut cells = vec![Cell::entity(&scope.names, EntityKind::Indicator, &row.indicator)];
        match &row.track {
            Outcome::Known(track) => cells.extend(difficulty_cells(track, scope)),
            Outcome::Undefined(reason) => {
                cells.push(Cell::undefined(reason, scope.language));
                cells.extend((0..5).map(|_| Cell::empty()));
            }
        }
        Row::about(entity_link(EntityKind::Indicator, &row.indicator), cells)
    });
    Table::new(heads, rows)
}

fn difficulty_cells(track: &SeverityTrack, scope: &Scope<'_>) -> Vec<Cell> {
    let class = difficulty_class(scope.language, track.class);
    let shift = track.change_point.as_ref().filter(|_| track.class != DriftClass::Stable);
    let mut cells = vec![Cell::text(class), Cell::value(track.p_adjusted, p_value(track.p_adjusted))];
    cells.extend(match shift {
        Some(shift) => [
            Cell::entity(&scope.names, EntityKind::Round, &shift.from_round),
            Cell::with_interval(&shift.change, signed(shift.change.value, LOGITS), LOGITS, scope.language),
        ],
        None => [Cell::empty(), Cell::empty()],
    });
    cells.extend(trend_cells(track.trend.as_ref(), LOGITS, scope.language));
    cells
}

/// What the difficulty of an indicator did.
pub fn difficulty_class(language: Language, class: DriftClass) -> &'static str {
    let words = &language.words().drift;
    match class {
        DriftClass::Stable => words.steady,
        DriftClass::Harsher => words.harder,
        DriftClass::MoreLenient => words.easier,
        DriftClass::Erratic => words.up_and_down,
    }
}

/// One row per provider and round touched by drift.
pub fn consequences_table(report: &DriftReport, scope: &Scope<'_>) -> Table {
    let all = scope.language.words();
    let words = &all.drift;
    let heads = vec![
        Head::text(all.overview.columns.round),
        Head::text(all.providers.columns.provider),
        Head::text(all.evaluators.columns.evaluator),
        Head::number(words.composite),
        Head::number(words.without_drift),
        Head::number(words.rank),
        Head::number(words.rank_without_drift),
        Head::text(words.decision),
    ];
    // Decisions that hang on the drift first, the sure ones before the others, then the composites that moved most.
    let mut sorted: Vec<&DriftConsequence> = report.consequences.iter().collect();
    let moved = |one: &DriftConsequence| (one.without_drift.value - one.composite).abs();
    sorted.sort_by(|a, b| {
        let decided =
            |one: &DriftConsequence| u8::from(one.passed != one.would_pass) * (1 + u8::from(one.sure));
        decided(b).cmp(&decided(a)).then(moved(b).total_cmp(&moved(a)))
    });
    let rows = sorted.into_iter().map(|one| {
        let evaluators: Vec<String> =
            one.evaluators.iter().map(|id| scope.names.name(EntityKind::Evaluator, id)).collect();
        let cells = vec![
            Cell::entity(&scope.names, EntityKind::Round, &one.round),
            Cell::entity(&scope.names, EntityKind::Provider, &one.provider),
            Cell::text(evaluators.join(" · ")),
            Cell::value(one.composite, number(one.composite, COMPOSITE_DECIMALS)),
            Cell::estimate(&one.without_drift, COMPOSITE_DECIMALS, scope.language),
            Cell::value(one.rank, rank(one.rank)),
            Cell::value(one.rank_without_drift, rank(one.rank_without_drift)),
            Cell::text(drift_decision(scope.language, one)),
        ];
        let others = one.evaluators.iter().map(|id| entity_link(EntityKind::Evaluator, id)).collect();
        Row::about(entity_link(EntityKind::Provider, &one.provider), cells).with(others)
    });
    Table::new(heads, rows)
}

/// One row per link between rounds.
pub fn links_table(report: &DriftReport, scope: &Scope<'_>) -> Table {
    let words = &scope.language.words().drift;
    let heads = vec![
        Head::text(words.rounds),
        Head::number(words.shift).explained("rasch"),
        Head::number(words.kept),
        Head::number(words.dropped),
        Head::text(words.strength),
    ];
    let decimals = scale_decimals(&report.scale);
    // In the order of the rounds.
    let place = |id: &str| scope.dataset.rounds.iter().position(|round| round.id == id);
    let mut links: Vec<_> = report.links.iter().collect();
    links.sort_by_key(|link| [0, 1].map(|at: usize| place(&link.rounds[at])));
    let rows = links.into_iter().map(|link| {
        let [first, second] = [0, 1].map(|at| scope.names.name(EntityKind::Round, &link.rounds[at]));
        Row::new(vec![
            Cell::text(format!("{first} – {second}")),
            Cell::with_interval(&link.shift, signed(link.shift.value, decimals), decimals, scope.language),
            Cell::count(link.kept.len() as u32),
            Cell::count(link.dropped.len() as u32),
            Cell::text(if link.strong { words.strong } else { words.weak }),
        ])
    });
    Table::new(heads, rows)
}
