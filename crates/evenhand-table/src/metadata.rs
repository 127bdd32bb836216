use evenhand_protocol::{Direction, EvaluatorInfo, IndicatorInfo, ProviderInfo, RoundInfo, ScoreScale};

use crate::natural_cmp;

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
    /// Declared conflicts of interest: codes of an evaluator and a provider, sorted.
    pub conflicts: Vec<(u32, u32)>,
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
