use evenhand_protocol::{DecimalMark, ValueRules, WordValue};

use super::Cell;
use super::fraction::composed;
use super::missing::token;
use super::number::{exact, marked, plain};
use crate::fold::half_width;

/// The value rules of a table, ready to be applied to many cells.
#[derive(Debug, Clone, Default)]
pub(crate) struct CellRules {
    decimal: DecimalMark,
    words: Vec<WordValue>,
    /// Folded words and their indices, sorted.
    index: Vec<(String, usize)>,
    /// Folded tokens, sorted.
    missing: Vec<String>,
}

impl CellRules {
    /// The rules of a plan.
    pub fn new(rules: &ValueRules) -> Self {
        let mut index: Vec<(String, usize)> =
            rules.words.iter().enumerate().map(|(k, word)| (token(&word.word), k)).collect();
        index.sort();
        let mut missing: Vec<String> = rules.missing.iter().map(|word| token(word)).collect();
        missing.sort();
        Self { decimal: rules.decimal, words: rules.words.clone(), index, missing }
    }

    /// The word at an index that [`Cell::Word`] names.
    pub fn word(&self, index: usize) -> Option<&WordValue> {
        self.words.get(index)
    }

    /// How many words stand for scores.
    pub fn n_words(&self) -> usize {
        self.words.len()
    }

    /// Reads a cell.
    pub fn read(&self, cell: &str) -> Cell {
        // `1.250` groups thousands where commas are decimal marks, so the quick way is not for it.
        let quick = self.decimal == DecimalMark::Point || !cell.contains('.');
        if let Some(value) = quick.then(|| plain(cell.as_bytes())).flatten() {
            return Cell::Number(value);
        }
        self.read_slowly(cell.trim())
    }

    fn read_slowly(&self, cell: &str) -> Cell {
        if cell.is_empty() {
            return Cell::Blank;
        }
        let folded = token(cell);
        if let Ok(place) = self.index.binary_search_by(|(word, _)| word.as_str().cmp(&folded)) {
            return Cell::Word(self.index[place].1);
        }
        if self.missing.binary_search_by(|word| word.as_str().cmp(&folded)).is_ok() {
            return Cell::Missing;
        }
        if self.decimal == DecimalMark::Point
            && let Some(value) = exact(cell)
        {
            return Cell::Number(value);
        }
        let half: String = cell.chars().map(|c| if c == '−' { '-' } else { half_width(c) }).collect();
        let half = half.trim();
        match marked(half, self.decimal) {
            Some(value) => Cell::Number(value),
            None => composed(half, self.decimal).unwrap_or(Cell::Unreadable),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_words_and_numbers() {
        let word = |word: &str, value| WordValue { word: word.into(), value, confirmed: true };
        let words = vec![word("优秀", Some(4.0)), word("0", None)];
        let rules = CellRules::new(&ValueRules { words, ..ValueRules::default() });
        for (cell, expected) in [
            ("", Cell::Blank),
            (" \u{3000}", Cell::Blank),
            ("-", Cell::Missing),
            ("——", Cell::Missing),
            (" n/a ", Cell::Missing),
            ("Ｎ／Ａ", Cell::Missing),
            ("缺 考", Cell::Missing),
            ("not scored", Cell::Missing),
            ("７．５", Cell::Number(7.5)),
            ("1,250", Cell::Number(1250.0)),
            ("７分", Cell::WithUnit(7.0)),
            ("85％", Cell::Part { part: 85.0, whole: 100.0, percent: true }),
            ("优秀", Cell::Word(0)),
            ("良", Cell::Unreadable),
            ("NaN", Cell::Unreadable),
            ("-5", Cell::Number(-5.0)),
        ] {
            assert_eq!(rules.read(cell), expected, "{cell:?}");
        }
        let comma = ValueRules { decimal: DecimalMark::Comma, ..ValueRules::default() };
        let rules = CellRules::new(&comma);
        assert_eq!(rules.read("1,250"), Cell::Number(1.25));
        assert_eq!(rules.read("1.250"), Cell::Number(1250.0));
        assert_eq!(rules.read("7.5"), Cell::Number(7.5));
    }
}
