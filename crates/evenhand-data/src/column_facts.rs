use crate::fold::half_width;
use crate::values::{Cell, CellRules, Form, form, is_scale_word};

/// What the first rows show of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ColumnFacts {
    /// Cells that are not blank.
    pub filled: u32,
    /// Cells that hold a number in any form.
    pub numbers: u32,
    /// Cells that say there is no score.
    pub missing: u32,
    /// Cells that hold a word of a known scale.
    pub words: u32,
    /// Lowest number.
    pub min: f64,
    /// Highest number.
    pub max: f64,
    /// Cells whose comma separates decimals without doubt.
    pub decimal_commas: u32,
    /// Cells whose point separates decimals without doubt.
    pub decimal_points: u32,
    /// Cells with one comma that can be read both ways.
    pub doubtful_commas: u32,
}

impl ColumnFacts {
    /// The facts about some cells, read without any rules of their own.
    pub fn of<'a>(cells: impl Iterator<Item = &'a str>, rules: &CellRules) -> Self {
        let mut facts = Self {
            filled: 0,
            numbers: 0,
            missing: 0,
            words: 0,
            min: f64::INFINITY,
            max: f64::NEG_INFINITY,
            decimal_commas: 0,
            decimal_points: 0,
            doubtful_commas: 0,
        };
        cells.for_each(|cell| facts.add(cell.trim(), rules));
        facts
    }

    fn add(&mut self, cell: &str, rules: &CellRules) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        match rules.read(cell) {
            Cell::Number(value) | Cell::WithUnit(value) | Cell::Part { part: value, .. } => {
                self.numbers += 1;
                self.count_marks(cell, value);
            }
            Cell::Missing => self.missing += 1,
            _ => self.words += u32::from(is_scale_word(cell)),
        }
    }

    fn count_marks(&mut self, cell: &str, value: f64) {
        let half: String =
            cell.chars().map(half_width).filter(|c| c.is_ascii_digit() || ",.".contains(*c)).collect();
        match form(&half) {
            Form::Comma => self.decimal_commas += 1,
            Form::Point => self.decimal_points += 1,
            Form::EitherComma => {
                self.doubtful_commas += 1;
                return;
            }
            Form::Whole | Form::EitherPoint => {}
        }
        self.min = self.min.min(value);
        self.max = self.max.max(value);
    }

    /// Whether at least four of five filled cells can be scores.
    pub fn holds_scores(&self) -> bool {
        let scored = self.numbers + self.words;
        scored > 0 && 5 * (scored + self.missing) >= 4 * self.filled
    }
}
