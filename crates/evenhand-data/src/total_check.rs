//! Totals that do not follow from the scores of their row.

use evenhand_protocol::{Action, Expected, Field, ProblemCode, TotalRule};

use crate::listing::Listing;
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::staged::{RowTotal, Staged};

const RULES: [TotalRule; 4] =
    [TotalRule::Sum, TotalRule::Mean, TotalRule::WeightedSum, TotalRule::WeightedMean];

/// The most decimals that a column of totals is taken to be rounded to.
const MOST_DECIMALS: i32 = 4;

/// Finds out how the totals of each column are made, and reports those that are made otherwise.
///
/// A rule is believed where it gives at least three of five totals of the column; a column that none fits is left
/// alone. Returns the scores of rows with impossible totals.
pub(crate) fn check(
    tables: &[PlannedTable],
    staged: &Staged,
    listing: &Listing,
    action: Action,
    problems: &mut Problems,
) -> Vec<usize> {
    let mut totals: Vec<&RowTotal> = staged.totals.iter().collect();
    totals.sort_by_key(|total| (total.table, total.column, total.row));
    let weights: Vec<Option<f64>> = staged
        .ids
        .indicator
        .ids()
        .iter()
        .map(|id| listing.entry(id).and_then(|entry| entry.number(Field::Weight)))
        .collect();
    let mut wrong = Vec::new();
    for column in totals.chunk_by(|a, b| (a.table, a.column) == (b.table, b.column)) {
        let tolerance = tolerance(column);
        let value = |total: &RowTotal, rule| total_of(staged, total, &weights, rule);
        let fits = |total: &RowTotal, rule| {
            value(total, rule).is_some_and(|value| (value - total.total).abs() < tolerance)
        };
        let rule = RULES.into_iter().find(|rule| {
            let fitting = column.iter().filter(|total| fits(total, *rule)).count();
            5 * fitting >= 3 * column.len()
        });
        let Some(rule) = rule else { continue };
        for total in column.iter().filter(|total| !fits(total, rule)) {
            let Some(value) = value(total, rule) else { continue };
            let at = At::column(total.table, Some(total.row), total.column);
            let (code, found) = (ProblemCode::ImpossibleTotal, total.total.to_string());
            problems.add(tables, at, code, &found, Expected::TotalOf { rule, value }, action);
            wrong.extend(total.first..total.first + total.count);
        }
    }
    wrong
}

/// Half of the last decimal of a column's totals.
fn tolerance(column: &[&RowTotal]) -> f64 {
    let whole = |power: f64| {
        column.iter().all(|total| (total.total * power - (total.total * power).round()).abs() < 1e-6)
    };
    let mut power = 1.0;
    for _ in 0..MOST_DECIMALS {
        if whole(power) {
            break;
        }
        power *= 10.0;
    }
    0.5 / power + 1e-6
}

fn total_of(staged: &Staged, total: &RowTotal, weights: &[Option<f64>], rule: TotalRule) -> Option<f64> {
    let rows = total.first..total.first + total.count;
    let scores = staged.score.get(rows.clone())?;
    let sum: f64 = scores.iter().sum();
    match rule {
        TotalRule::Sum => return Some(sum),
        TotalRule::Mean => return Some(sum / scores.len() as f64),
        TotalRule::WeightedSum | TotalRule::WeightedMean => {}
    }
    let (mut weighted, mut weight_sum) = (0.0, 0.0);
    for (score, indicator) in scores.iter().zip(staged.indicator.get(rows)?) {
        let weight = weights.get(*indicator as usize).copied().flatten()?;
        weighted += weight * score;
        weight_sum += weight;
    }
    match rule {
        TotalRule::WeightedMean if weight_sum > 0.0 => Some(weighted / weight_sum),
        TotalRule::WeightedSum => Some(weighted),
        _ => None,
    }
}
