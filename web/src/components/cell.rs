//! One cell of a table: what is shown, what it is sorted by, and what tests and exports read.

use std::cmp::Ordering;

use evenhand_protocol::{EntityKind, Estimate, Outcome, Reason, entity_link};
use evenhand_words::{Language, NO_VALUE, Names, count, interval, number, percent};

/// What a cell is sorted by; unknown values come last in either direction.
#[derive(Debug, Clone, PartialEq)]
pub enum SortKey {
    /// By size.
    Number(f64),
    /// By the order of the letters.
    Text(String),
    /// Nothing known.
    Unknown,
}

impl SortKey {
    /// Order in a column, unknown values last.
    pub fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let turn = |order: Ordering| if descending { order.reverse() } else { order };
        match (self, other) {
            (Self::Unknown, Self::Unknown) => Ordering::Equal,
            (Self::Unknown, _) => Ordering::Greater,
            (_, Self::Unknown) => Ordering::Less,
            (Self::Number(a), Self::Number(b)) => turn(a.total_cmp(b)),
            (Self::Text(a), Self::Text(b)) => turn(a.cmp(b)),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
        }
    }
}

/// What the colour of a cell says; always beside words that say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing.
    #[default]
    Plain,
    /// Secondary.
    Muted,
    /// Harsher than the panel.
    Harsher,
    /// More lenient than the panel.
    Lenient,
    /// Better than before.
    Better,
    /// Worse than before.
    Worse,
}

impl Tone {
    /// The CSS class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Muted => "tone-muted",
            Self::Harsher => "tone-harsher",
            Self::Lenient => "tone-lenient",
            Self::Better => "tone-better",
            Self::Worse => "tone-worse",
        }
    }
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What is shown.
    pub text: String,
    /// Shown beside it in a quieter tone, such as an interval.
    pub beside: Option<String>,
    /// What it is sorted by.
    pub sort: SortKey,
    /// The ends of the interval, for exports.
    pub ends: Option<(f64, f64)>,
    /// Name for tests.
    pub testid: Option<String>,
    /// A sentence about it, such as why there is no value.
    pub note: Option<String>,
    /// What its colour says.
    pub tone: Tone,
    /// The entity it leads to, such as `evaluator:E017`.
    pub link: Option<String>,
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let sort = if text.is_empty() { SortKey::Unknown } else { SortKey::Text(text.clone()) };
        Self { text, beside: None, sort, ends: None, testid: None, note: None, tone: Tone::Plain, link: None }
    }

    /// The name of an entity, which leads to its sheet.
    pub fn entity(names: &dyn Names, kind: EntityKind, id: &str) -> Self {
        Self { link: Some(entity_link(kind, id)), ..Self::text(names.name(kind, id)) }
    }

    /// With the words that so many were tested at once beside it, where that is so; a remark below the table explains.
    #[must_use]
    pub fn one_of_many(mut self, is_so: bool, language: Language) -> Self {
        if is_so {
            self.beside = Some(format!("({})", language.words().common.one_of_many));
        }
        self
    }

    /// Words where there are any.
    pub fn maybe_text(text: Option<&str>) -> Self {
        text.map_or_else(Self::empty, Self::text)
    }

    /// Nothing known.
    pub fn empty() -> Self {
        Self { sort: SortKey::Unknown, tone: Tone::Muted, ..Self::text(NO_VALUE) }
    }

    /// Nothing known, and why.
    pub fn undefined(reason: &Reason, language: Language) -> Self {
        Self { note: Some(evenhand_words::reason(language, reason)), ..Self::empty() }
    }

    /// A number written as `text`.
    pub fn value(value: f64, text: impl Into<String>) -> Self {
        Self { sort: SortKey::Number(value), ..Self::text(text) }
    }

    /// A whole number.
    pub fn count(n: u32) -> Self {
        Self::value(f64::from(n), count(n))
    }

    /// A share in per cent.
    pub fn percent(share: f64) -> Self {
        Self::value(share, percent(share, 0))
    }

    /// A number with fixed decimals, where there is one.
    pub fn maybe_number(value: Option<f64>, decimals: usize) -> Self {
        value.map_or_else(Self::empty, |value| Self::value(value, number(value, decimals)))
    }

    /// A number with fixed decimals, or the reason why there is none.
    pub fn outcome(outcome: &Outcome<f64>, decimals: usize, language: Language) -> Self {
        match outcome {
            Outcome::Known(value) => Self::value(*value, number(*value, decimals)),
            Outcome::Undefined(reason) => Self::undefined(reason, language),
        }
    }

    /// An estimate with its interval beside it.
    pub fn estimate(estimate: &Estimate, decimals: usize, language: Language) -> Self {
        Self::with_interval(estimate, number(estimate.value, decimals), decimals, language)
    }

    /// An estimate written as `text` with its interval beside it.
    pub fn with_interval(estimate: &Estimate, text: String, decimals: usize, language: Language) -> Self {
        Self {
            beside: estimate.interval.map(|ends| interval(language, &ends, decimals)),
            ends: estimate.interval.map(|ends| (ends.low, ends.high)),
            ..Self::value(estimate.value, text)
        }
    }

    /// An estimate with its interval, or the reason why there is none.
    pub fn estimate_outcome(outcome: &Outcome<Estimate>, decimals: usize, language: Language) -> Self {
        match outcome {
            Outcome::Known(estimate) => Self::estimate(estimate, decimals, language),
            Outcome::Undefined(reason) => Self::undefined(reason, language),
        }
    }

    /// The same cell, named for tests.
    pub fn testid(self, testid: impl Into<String>) -> Self {
        Self { testid: Some(testid.into()), ..self }
    }

    /// The same cell in another tone.
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The same cell sorted by something else.
    pub fn sorted_by(self, sort: SortKey) -> Self {
        Self { sort, ..self }
    }

    /// The number behind the text in full, for tests and exports.
    pub fn number(&self) -> Option<f64> {
        match self.sort {
            SortKey::Number(value) => Some(value),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_values_come_last_in_either_direction() {
        for descending in [false, true] {
            assert_eq!(SortKey::Unknown.compare(&SortKey::Number(1.0), descending), Ordering::Greater);
            assert_eq!(SortKey::Text("a".into()).compare(&SortKey::Unknown, descending), Ordering::Less);
        }
        assert_eq!(SortKey::Number(1.0).compare(&SortKey::Number(2.0), true), Ordering::Greater);
    }
}
