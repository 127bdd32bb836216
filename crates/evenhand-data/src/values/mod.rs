//! From the text of a cell to a number, a missing score, or neither.

mod cell;
mod fraction;
mod missing;
mod number;
mod rules;
mod words;

pub(crate) use cell::Cell;
pub(crate) use number::{Form, form, number, share};
pub(crate) use rules::CellRules;
pub(crate) use words::{is_scale_word, scale_of, value_in_scale};
