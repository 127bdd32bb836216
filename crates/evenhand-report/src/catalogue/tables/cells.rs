//! Cells and columns that several tables share.

use evenhand_charts::{DataTable, TableCell};
use evenhand_protocol::{Estimate, Outcome};
use evenhand_words::{count, number, p_value, percent, rank, reason};

use super::Scope;

/// A column of estimates takes three: the value and the ends of its interval.
pub(super) fn estimates(table: DataTable, name: &str, scope: &Scope<'_>) -> DataTable {
    let words = &scope.language.words().common;
    table
        .number_column(name)
        .number_column(format!("{name}: {}", words.low))
        .number_column(format!("{name}: {}", words.high))
}

/// The cells of an estimate.
pub(super) fn estimate(found: &Estimate, decimals: usize) -> [TableCell; 3] {
    let ends = found.interval.as_ref();
    let end = |end: Option<f64>| end.map_or(TableCell::Empty, |end| value(end, decimals));
    [value(found.value, decimals), end(ends.map(|ends| ends.low)), end(ends.map(|ends| ends.high))]
}

/// The same, or why there is no value.
pub(super) fn outcome(found: &Outcome<Estimate>, decimals: usize, scope: &Scope<'_>) -> [TableCell; 3] {
    match found {
        Outcome::Known(found) => estimate(found, decimals),
        Outcome::Undefined(why) => {
            [TableCell::Text(reason(scope.language, why)), TableCell::Empty, TableCell::Empty]
        }
    }
}

pub(super) fn value(value: f64, decimals: usize) -> TableCell {
    written(value, number(value, decimals))
}

pub(super) fn written(value: f64, text: String) -> TableCell {
    if value.is_finite() { TableCell::Number { value, text } } else { TableCell::Empty }
}

pub(super) fn counted(n: u32) -> TableCell {
    TableCell::Number { value: f64::from(n), text: count(n) }
}

pub(super) fn share(share: f64) -> TableCell {
    written(share, percent(share, 0))
}

pub(super) fn ranked(place: f64) -> TableCell {
    written(place, rank(place))
}

pub(super) fn p(p: Option<f64>) -> TableCell {
    p.map_or(TableCell::Empty, |p| written(p, p_value(p)))
}
