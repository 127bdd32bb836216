use std::cmp::Ordering;

use evenhand_protocol::{Direction, EvaluatorInfo, IndicatorInfo, ProviderInfo, RoundInfo, ScoreScale};

/// What the codes of a [`crate::ScoreTable`] stand for. A code is an index into its list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Metadata {
    /// Rounds in their order.
    pub rounds: Vec<RoundInfo>,
    /// Providers.
    pub providers: Vec<ProviderInfo>,
    /// Occasions within a round; one unnamed occasion where the data have none.
    pub occasions: Vec<String>,
    /// Sources of scores; one unnamed source where the data have none.
    pub sources: Vec<String>,
    /// Evaluators.
    pub evaluators: Vec<EvaluatorInfo>,
    /// Indicators.
    pub indicators: Vec<IndicatorInfo>,
}

impl Metadata {
    /// The scale in which deviations are given: the common scale of the indicators, else the normalised one.
    pub fn scale(&self) -> ScoreScale {
        let mut indicators = self.indicators.iter();
        let Some(first) = indicators.next() else { return ScoreScale::Normalised };
        let same = |other: &IndicatorInfo| {
            other.min == first.min && other.max == first.max && other.direction == first.direction
        };
        if first.direction == Direction::Higher && indicators.all(same) {
            ScoreScale::Points { min: first.min, max: first.max }
        } else {
            ScoreScale::Normalised
        }
    }

    /// One normaliser per indicator.
    pub fn normalisers(&self) -> Vec<Normaliser> {
        self.indicators.iter().map(Normaliser::new).collect()
    }

    /// Distinct provider categories in natural order.
    pub fn categories(&self) -> Vec<String> {
        let mut categories: Vec<String> =
            self.providers.iter().filter_map(|provider| provider.category.clone()).collect();
        categories.sort_by(|a, b| natural_cmp(a, b));
        categories.dedup();
        categories
    }
}

/// Puts raw scores of one indicator on the normalised scale: `s = 100 (y - min) / (max - min)`, reversed where lower
/// is better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normaliser {
    min: f64,
    max: f64,
    direction: Direction,
}

impl Normaliser {
    /// The normaliser of an indicator. A scale without width maps everything to 0.
    pub fn new(indicator: &IndicatorInfo) -> Self {
        Self { min: indicator.min, max: indicator.max, direction: indicator.direction }
    }

    /// Normalises one raw score.
    pub fn apply(&self, score: f64) -> f64 {
        let width = self.max - self.min;
        if width <= 0.0 {
            return 0.0;
        }
        match self.direction {
            Direction::Higher => 100.0 * (score - self.min) / width,
            Direction::Lower => 100.0 * (self.max - score) / width,
        }
    }
}

/// Orders ids as people do: runs of digits by their number, the rest by character, so `R2` precedes `R10`.
/// Ids that are equal as people read them (`R2`, `R02`) fall back to plain string order.
pub fn natural_cmp(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    loop {
        let (left_run, left_rest) = split_run(left);
        let (right_run, right_rest) = split_run(right);
        if left_run.is_empty() || right_run.is_empty() {
            return left.len().cmp(&right.len()).then_with(|| a.cmp(b));
        }
        let both_digits = starts_with_digit(left_run) && starts_with_digit(right_run);
        let order = if both_digits { cmp_digits(left_run, right_run) } else { left_run.cmp(right_run) };
        if order != Ordering::Equal {
            return order;
        }
        (left, right) = (left_rest, right_rest);
    }
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Splits off the leading run of digits or of non-digits.
fn split_run(text: &str) -> (&str, &str) {
    let digits = starts_with_digit(text);
    let end = text.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(text.len());
    text.split_at(end)
}

fn cmp_digits(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn natural_order_reads_numbers() {
        let mut ids = ["R10", "R2", "R1", "R02", "A", "R", "第10轮", "第9轮", ""];
        ids.sort_by(|a, b| natural_cmp(a, b));
        assert_eq!(ids, ["", "A", "R", "R1", "R02", "R2", "R10", "第9轮", "第10轮"]);
    }
}
