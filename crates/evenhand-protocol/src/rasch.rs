use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::Outcome;

/// Many-facet Rasch measures of all scores: providers in their rounds, evaluators and indicators on one ruler in logits
/// (Linacre 1989).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RaschMeasures {
    /// Providers by round, higher = better scores, in round and id order.
    pub providers: Vec<RaschElement>,
    /// Evaluators, higher = harsher, in id order.
    pub evaluators: Vec<RaschElement>,
    /// Indicators, higher = harder, in the order of the data set.
    pub indicators: Vec<RaschElement>,
    /// The thresholds of the scale; of all indicators one after the other where they have scales of their own.
    pub thresholds: Vec<RaschThreshold>,
    /// How far the evaluators are apart.
    pub evaluator_spread: Outcome<RaschSpread>,
    /// How the scores were made into categories.
    pub categories: RaschCategories,
    /// Scores used.
    pub n_scores: u32,
}

/// One element of a facet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RaschElement {
    /// Id of the provider, evaluator or indicator.
    pub id: String,
    /// Round id, for providers.
    pub round: Option<String>,
    /// Scores.
    pub n: u32,
    /// Measure in logits; `None` where the scores say nothing of it.
    pub measure: Option<f64>,
    /// Its standard error, all other measures taken as known.
    pub se: Option<f64>,
    /// Whether all scores are the lowest, or all the highest, so that the measure is a convention.
    pub extreme: bool,
    /// Mean category that the element would have with average others, in categories from 0.
    pub fair_average: Option<f64>,
    /// Information-weighted mean square of residuals; 1 where the model holds.
    pub infit: Option<f64>,
    /// Unweighted mean square of residuals.
    pub outfit: Option<f64>,
}

/// A threshold between a category and the one below.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RaschThreshold {
    /// The indicator with this scale; `None` where all indicators share one.
    pub indicator: Option<String>,
    /// The lowest score of the category above.
    pub score: f64,
    /// Where both categories are equally probable (Andrich 1978), in logits.
    pub measure: f64,
    /// Whether it is above the threshold before it.
    pub ordered: bool,
}

/// How far the elements of a facet are apart.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RaschSpread {
    /// Root mean square standard error.
    pub rmse: f64,
    /// Standard deviation corrected for error.
    pub adjusted_sd: f64,
    /// Adjusted standard deviation by error.
    pub separation: f64,
    /// Levels that can be told apart: (4 G + 1) / 3.
    pub strata: f64,
    /// Reliability of separation.
    pub reliability: f64,
}

/// How scores were made into categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RaschCategories {
    /// Different scores of the indicator that has the most.
    pub n_values: u32,
    /// Categories they were put into, of the scale that has the most.
    pub n_categories: u32,
    /// Whether indicators have scales of their own, since their ranges differ.
    pub by_indicator: bool,
    /// How the scores of the scale that was changed most were put together.
    pub recoding: Recoding,
}

/// How different scores were put together to categories, the least change first.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Recoding {
    /// Every score is a category.
    None,
    /// Scores given fewer than ten times joined the next better one.
    RareJoined,
    /// Classes of equal width, rare ones joined.
    EqualWidths,
}
