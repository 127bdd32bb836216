use evenhand_protocol::{DecimalMark, Field, TableMapping, ValueRules, WordValue};

use crate::seen::Seen;
use crate::values::{Cell, CellRules, is_scale_word, scale_of, value_in_scale};

/// How the score cells of a table become numbers, guessed from its first rows.
pub(crate) fn value_rules(seen: &Seen, mapping: &TableMapping) -> ValueRules {
    let scores: Vec<usize> = (0..mapping.columns.len())
        .filter(|column| mapping.columns[*column].field == Field::Score && *column < seen.facts.len())
        .collect();
    ValueRules {
        decimal: decimal(seen, &scores),
        words: words(seen, &scores).unwrap_or_default(),
        ..ValueRules::default()
    }
}

/// The mark without doubt in most cells; where a comma stands alone and could group thousands, it separates decimals
/// if all other numbers are too small for thousands.
fn decimal(seen: &Seen, scores: &[usize]) -> DecimalMark {
    let facts = || scores.iter().map(|column| &seen.facts[*column]);
    let commas: u32 = facts().map(|facts| facts.decimal_commas).sum();
    let points: u32 = facts().map(|facts| facts.decimal_points).sum();
    let doubtful: u32 = facts().map(|facts| facts.doubtful_commas).sum();
    let max = facts().map(|facts| facts.max).fold(f64::NEG_INFINITY, f64::max);
    let small = max.is_finite() && max < 100.0;
    if commas > points || commas == 0 && points == 0 && doubtful > 0 && small {
        DecimalMark::Comma
    } else {
        DecimalMark::Point
    }
}

/// The scale in words that the score columns use, where at least half of their cells hold words.
fn words(seen: &Seen, scores: &[usize]) -> Option<Vec<WordValue>> {
    let facts = || scores.iter().map(|column| &seen.facts[*column]);
    let (words, numbers): (u32, u32) =
        (facts().map(|facts| facts.words).sum(), facts().map(|facts| facts.numbers).sum());
    if words == 0 || words < numbers {
        return None;
    }
    let used: Vec<&str> =
        scores.iter().flat_map(|column| seen.cells(*column)).filter(|cell| is_scale_word(cell)).collect();
    let scale = scale_of(&used)?;
    let word = |word: &&str| WordValue {
        word: (*word).to_owned(),
        value: value_in_scale(&scale, word),
        confirmed: false,
    };
    Some(scale.iter().map(word).collect())
}

/// Whether a cell can be a score or say that there is none.
pub(crate) fn looks_like_score(cell: &str) -> bool {
    let rules = CellRules::new(&ValueRules::default());
    !matches!(rules.read(cell), Cell::Unreadable) || is_scale_word(cell)
}
