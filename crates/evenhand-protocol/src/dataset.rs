use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// A round of evaluation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RoundInfo {
    /// The user's id.
    pub id: String,
    /// Words for it, where given.
    pub label: Option<String>,
    /// Date or month as written, where given.
    pub date: Option<String>,
}

/// A provider of services.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ProviderInfo {
    /// The user's id.
    pub id: String,
    /// Name, where given.
    pub label: Option<String>,
    /// Category, where given; the page filters by it.
    pub category: Option<String>,
    /// Affiliation, where given.
    pub affiliation: Option<String>,
}

/// Whether a higher score is better.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// A higher score is better.
    #[default]
    Higher,
    /// A lower score is better; normalised scores are reversed.
    Lower,
}

/// Where the ends of an indicator's scale come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScaleSource {
    /// From the indicators table.
    Given,
    /// Guessed from the scores; the page says so.
    Guessed,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct IndicatorInfo {
    /// The user's id.
    pub id: String,
    /// Name, where given.
    pub label: Option<String>,
    /// Dimension, where given.
    pub dimension: Option<String>,
    /// Nominal weight; 1 where not given.
    pub weight: f64,
    /// Lowest possible score.
    pub min: f64,
    /// Highest possible score.
    pub max: f64,
    /// Step between possible scores, where given.
    pub step: Option<f64>,
    /// Whether a higher score is better.
    pub direction: Direction,
    /// Where `min` and `max` come from.
    pub scale_source: ScaleSource,
}

/// An evaluator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EvaluatorInfo {
    /// The user's id.
    pub id: String,
    /// Name, where given.
    pub label: Option<String>,
    /// Affiliation, where given.
    pub affiliation: Option<String>,
    /// Qualification, where given.
    pub qualification: Option<String>,
    /// Group, where given.
    #[serde(default)]
    pub group: Option<String>,
}

/// The scale in which deviations and severities are given.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ScoreScale {
    /// All indicators share one scale: values are in its own points.
    Points {
        /// Lowest possible score.
        min: f64,
        /// Highest possible score.
        max: f64,
    },
    /// Indicators differ: values are in points of the normalised scale from 0 to 100.
    Normalised,
}

/// What is loaded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct DatasetSummary {
    /// Name shown for the data set (file name or sample name).
    pub name: String,
    /// Number of scores in the table.
    pub n_scores: u32,
    /// Number of score sheets.
    pub n_score_sheets: u32,
    /// Rounds in order.
    pub rounds: Vec<RoundInfo>,
    /// Providers in id order.
    pub providers: Vec<ProviderInfo>,
    /// Indicators in the order of the indicators table, else id order.
    pub indicators: Vec<IndicatorInfo>,
    /// Evaluators in id order.
    pub evaluators: Vec<EvaluatorInfo>,
    /// Distinct provider categories, sorted.
    pub categories: Vec<String>,
    /// Distinct dimensions of indicators, in the order of the indicators.
    #[serde(default)]
    pub dimensions: Vec<String>,
    /// Distinct named sources of scores, sorted.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Distinct groups of evaluators, sorted.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Scale of deviations and severities.
    pub scale: ScoreScale,
    /// Whether the scores name an occasion within the round.
    pub has_occasions: bool,
}
