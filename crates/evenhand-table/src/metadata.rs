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
    /// The scale of deviations where it is not that of the indicators at hand: a part of a data set keeps the scale of
    /// the whole, so that numbers can be compared.
    pub whole_scale: Option<ScoreScale>,
}

impl Metadata {
    /// The scale in which deviations are given: the common scale of the indicators, else the normalised one.
    pub fn scale(&self) -> ScoreScale {
        if let Some(scale) = self.whole_scale {
            return scale;
        }
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
        distinct(self.providers.iter().filter_map(|provider| provider.category.as_deref()))
    }

    /// Distinct dimensions in the order of the indicators.
    pub fn dimensions(&self) -> Vec<String> {
        let mut dimensions: Vec<String> = Vec::new();
        for dimension in self.indicators.iter().filter_map(|indicator| indicator.dimension.as_ref()) {
            if !dimensions.contains(dimension) {
                dimensions.push(dimension.clone());
            }
        }
        dimensions
    }

    /// Distinct named sources in natural order.
    pub fn named_sources(&self) -> Vec<String> {
        distinct(self.sources.iter().map(String::as_str).filter(|source| !source.is_empty()))
    }

    /// Distinct groups of evaluators in natural order.
    pub fn groups(&self) -> Vec<String> {
        distinct(self.evaluators.iter().filter_map(|evaluator| evaluator.group.as_deref()))
    }
}

/// Distinct names in natural order.
fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<&str> = names.collect();
    names.sort_by(|a, b| natural_cmp(a, b));
    names.dedup();
    names.into_iter().map(str::to_owned).collect()
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
