//! Small tables for the tests of the answers.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod league;
pub mod published;
pub mod rating;
pub mod skating;
pub mod split;

use evenhand_protocol::{
    Direction, EvaluatorInfo, Filter, IndicatorInfo, ProviderInfo, RoundInfo, ScaleSource,
};
use evenhand_simulate::Simulated;
use evenhand_table::{Metadata, ScoreTable, Selection, TableBuilder};

/// One score by its codes.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub round: u32,
    pub provider: u32,
    pub indicator: u32,
    pub evaluator: u32,
    pub score: f64,
}

/// A table with numbered ids and indicators from `min` to `max`, of weight 1.
pub fn table(rows: &[Row], min: f64, max: f64) -> ScoreTable {
    let n = |code: fn(&Row) -> u32| rows.iter().map(|row| code(row) + 1).max().unwrap_or(0);
    let metadata = Metadata {
        rounds: (1..=n(|r| r.round))
            .map(|i| RoundInfo { id: format!("R{i}"), label: None, date: None })
            .collect(),
        providers: (1..=n(|r| r.provider)).map(|i| provider(format!("P{i}"))).collect(),
        occasions: vec![String::new()],
        sources: vec![String::new()],
        evaluators: (1..=n(|r| r.evaluator)).map(|i| evaluator(format!("E{i}"))).collect(),
        indicators: (1..=n(|r| r.indicator)).map(|i| indicator(format!("I{i}"), 1.0, min, max)).collect(),
        conflicts: Vec::new(),
        whole_scale: None,
    };
    build(metadata, rows.iter().copied())
}

/// The same with every indicator changed.
pub fn table_with(rows: &[Row], min: f64, max: f64, change: impl Fn(&mut IndicatorInfo)) -> ScoreTable {
    let mut metadata = table(rows, min, max).metadata().clone();
    metadata.indicators.iter_mut().for_each(change);
    build(metadata, rows.iter().copied())
}

/// The rows of a complete table of providers by `k` evaluators, row by row, in one round on one indicator.
pub fn complete(scores: &[f64], k: usize) -> Vec<Row> {
    let row = |(at, &score): (usize, &f64)| Row {
        round: 0,
        provider: (at / k) as u32,
        indicator: 0,
        evaluator: (at % k) as u32,
        score,
    };
    scores.iter().enumerate().map(row).collect()
}

/// The table of a simulated programme.
pub fn simulated(simulated: &Simulated) -> ScoreTable {
    let tables = &simulated.tables;
    let some = |text: &String| (!text.is_empty()).then(|| text.clone());
    let metadata = Metadata {
        rounds: tables
            .rounds
            .iter()
            .map(|r| RoundInfo { id: r.id.clone(), label: None, date: None })
            .collect(),
        providers: tables
            .providers
            .iter()
            .map(|p| ProviderInfo {
                category: some(&p.category),
                affiliation: some(&p.affiliation),
                ..provider(p.id.clone())
            })
            .collect(),
        occasions: vec![String::new()],
        sources: vec![String::new()],
        evaluators: tables
            .evaluators
            .iter()
            .map(|e| EvaluatorInfo {
                affiliation: some(&e.affiliation),
                qualification: some(&e.qualification),
                ..evaluator(e.id.clone())
            })
            .collect(),
        indicators: tables
            .indicators
            .iter()
            .map(|i| IndicatorInfo {
                direction: if i.lower_is_better { Direction::Lower } else { Direction::Higher },
                ..indicator(i.id.clone(), i.weight, i.scale.min, i.scale.max)
            })
            .collect(),
        conflicts: simulated.truth.conflicts.iter().map(|(e, p)| (*e as u32, *p as u32)).collect(),
        whole_scale: None,
    };
    let rows = simulated.scores.iter().map(|row| Row {
        round: row.round,
        provider: row.provider,
        indicator: row.indicator,
        evaluator: row.evaluator,
        score: row.score,
    });
    build(metadata, rows)
}

/// Everything in the table.
pub fn all(table: &ScoreTable) -> Selection<'_> {
    Selection::new(table, &Filter::default())
}

/// A table of these rows.
pub fn build(metadata: Metadata, rows: impl Iterator<Item = Row>) -> ScoreTable {
    let mut builder = TableBuilder { metadata, ..TableBuilder::default() };
    for row in rows {
        builder.round.push(row.round);
        builder.provider.push(row.provider);
        builder.occasion.push(0);
        builder.source.push(0);
        builder.evaluator.push(row.evaluator);
        builder.indicator.push(row.indicator);
        builder.score.push(row.score);
    }
    builder.build().unwrap().table
}

fn provider(id: String) -> ProviderInfo {
    ProviderInfo { id, label: None, category: None, affiliation: None }
}

fn evaluator(id: String) -> EvaluatorInfo {
    EvaluatorInfo { id, label: None, affiliation: None, qualification: None, group: None }
}

fn indicator(id: String, weight: f64, min: f64, max: f64) -> IndicatorInfo {
    IndicatorInfo {
        id,
        label: None,
        dimension: None,
        weight,
        min,
        max,
        step: None,
        direction: Direction::Higher,
        scale_source: ScaleSource::Given,
    }
}
