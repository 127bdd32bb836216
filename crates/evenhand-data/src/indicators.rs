use evenhand_protocol::{Action, Direction, Expected, Field, IndicatorInfo, ProblemCode};

use crate::bounds::Given;
use crate::fold::folded;
use crate::limits::LARGEST_SCORE;
use crate::listing::Entry;
use crate::plan::PlannedTable;
use crate::problems::Problems;
use crate::scale::Scale;

/// What an indicator is: its scale, and what its table says of it.
/// An indicator without a weight has `usual_weight`; `dimension` is what the header of a wide table says.
pub(crate) fn indicator(
    id: &str,
    entry: Option<&Entry>,
    scale: Scale,
    given: Given,
    usual_weight: f64,
    dimension: Option<&str>,
) -> IndicatorInfo {
    let text = |field| entry.and_then(|entry| entry.owned(field));
    IndicatorInfo {
        id: id.to_owned(),
        label: text(Field::Label),
        dimension: text(Field::Dimension).or(dimension.map(str::to_owned)),
        weight: entry.and_then(|entry| entry.number(Field::Weight)).unwrap_or(usual_weight),
        min: scale.min,
        max: scale.max,
        step: given.step,
        direction: entry
            .and_then(|entry| entry.text(Field::Direction))
            .and_then(direction)
            .unwrap_or_default(),
        scale_source: scale.source,
    }
}

/// Treats what an indicators table says as blank where it cannot be meant: a negative weight, a step of 0, a minimum
/// that is not below the maximum, a direction in unknown words.
pub(crate) fn forget_impossible(entry: &mut Entry, tables: &[PlannedTable], problems: &mut Problems) {
    let smallest = f64::MIN_POSITIVE;
    for (field, min) in [
        (Field::Weight, 0.0),
        (Field::Step, smallest),
        (Field::Min, -LARGEST_SCORE),
        (Field::Max, -LARGEST_SCORE),
    ] {
        if entry.number(field).is_some_and(|value| !(min..=LARGEST_SCORE).contains(&value)) {
            forget(entry, field, (min, LARGEST_SCORE), tables, problems);
        }
    }
    if let (Some(min), Some(max)) = (entry.number(Field::Min), entry.number(Field::Max))
        && min >= max
    {
        forget(entry, Field::Max, (min, LARGEST_SCORE), tables, problems);
        entry.forget(Field::Min);
    }
    if let Some(words) = entry.text(Field::Direction)
        && direction(words).is_none()
    {
        let (at, code) = (entry.at(Field::Direction), ProblemCode::UnknownDirection);
        problems.add(tables, at, code, words, Expected::Direction, Action::Guessed);
        entry.forget(Field::Direction);
    }
}

fn forget(
    entry: &mut Entry,
    field: Field,
    (min, max): (f64, f64),
    tables: &[PlannedTable],
    problems: &mut Problems,
) {
    let found = entry.text(field).unwrap_or_default();
    let expected = Expected::Range { min, max };
    problems.add(tables, entry.at(field), ProblemCode::OutOfRange, found, expected, Action::Guessed);
    entry.forget(field);
}

/// Reads a direction in English or Chinese.
fn direction(words: &str) -> Option<Direction> {
    const HIGHER: &[&str] = &[
        "+",
        "1",
        "up",
        "high",
        "higher",
        "higherbetter",
        "higherisbetter",
        "positive",
        "benefit",
        "asc",
        "ascending",
        "正",
        "高",
        "正向",
        "正向指标",
        "越高越好",
        "越大越好",
        "效益型",
    ];
    const LOWER: &[&str] = &[
        "down",
        "low",
        "lower",
        "lowerbetter",
        "lowerisbetter",
        "negative",
        "cost",
        "desc",
        "descending",
        "负",
        "低",
        "负向",
        "负向指标",
        "反向",
        "反向指标",
        "逆向",
        "逆向指标",
        "越低越好",
        "越小越好",
        "成本型",
    ];
    // Folding drops hyphens, and here they mean something.
    if matches!(words.trim(), "-" | "-1" | "−" | "−1" | "－") {
        return Some(Direction::Lower);
    }
    let word = folded(words);
    if HIGHER.contains(&word.as_str()) {
        Some(Direction::Higher)
    } else if LOWER.contains(&word.as_str()) {
        Some(Direction::Lower)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_in_words() {
        for words in ["Higher", "higher is better", "+", "正向", "越高越好", "1"] {
            assert_eq!(direction(words), Some(Direction::Higher), "{words}");
        }
        for words in ["LOWER", "lower-is-better", "-", "-1", "逆向指标", "越低越好"] {
            assert_eq!(direction(words), Some(Direction::Lower), "{words}");
        }
        for words in ["sideways", "0", "2", ""] {
            assert_eq!(direction(words), None, "{words}");
        }
    }
}
