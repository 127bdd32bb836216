//! The columns and cells of estimates in the tables behind charts.

use evenhand_protocol::{Estimate, Outcome, Reason};
use evenhand_words::{count, count_of, number, p_value, percent, reason};

use super::context::Context;
use super::phrases::joined;
use crate::table::{DataTable, TableCell};

/// The table with the columns of an estimate: value, both ends, standard error, n.
pub(super) fn estimate_columns(context: &Context, table: DataTable, name: &str) -> DataTable {
    let words = &context.words().common;
    let part = |part: &str| joined(context.language, name, part);
    table
        .number_column(name)
        .number_column(part(words.low))
        .number_column(part(words.high))
        .number_column(part(words.standard_error))
        .number_column(part(words.n))
}

/// The cells of an estimate; the reason stands in place of a value that is undefined.
pub(super) fn estimate_cells(
    context: &Context,
    outcome: &Outcome<Estimate>,
    decimals: usize,
) -> [TableCell; 5] {
    let none = |why: &Reason| {
        let reason = TableCell::Text(reason(context.language, why));
        [reason, TableCell::Empty, TableCell::Empty, TableCell::Empty, TableCell::Empty]
    };
    let estimate = match outcome {
        Outcome::Undefined(why) => return none(why),
        Outcome::Known(estimate) if !estimate.value.is_finite() => return none(&Reason::NotFinite),
        Outcome::Known(estimate) => estimate,
    };
    let end = |end: Option<f64>| end.map_or(TableCell::Empty, |end| value_cell(end, decimals));
    let n = TableCell::Number {
        value: f64::from(estimate.n),
        text: count_of(context.language, estimate.of, estimate.n),
    };
    [
        value_cell(estimate.value, decimals),
        end(estimate.interval.map(|interval| interval.low)),
        end(estimate.interval.map(|interval| interval.high)),
        end(estimate.se),
        n,
    ]
}

/// A number in full, written with so many decimals.
pub(super) fn value_cell(value: f64, decimals: usize) -> TableCell {
    cell(value, number(value, decimals))
}

/// A share in full, written in per cent.
pub(super) fn share_cell(share: f64) -> TableCell {
    cell(share, percent(share, 1))
}

/// A count.
pub(super) fn count_cell(n: impl Into<u64>) -> TableCell {
    let n = n.into();
    TableCell::Number { value: n as f64, text: count(n) }
}

/// A p value, if there is one.
pub(super) fn p_cell(p: Option<f64>) -> TableCell {
    p.map_or(TableCell::Empty, |p| cell(p, p_value(p)))
}

fn cell(value: f64, text: String) -> TableCell {
    if value.is_finite() { TableCell::Number { value, text } } else { TableCell::Empty }
}
