use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Estimate, Finding, Outcome, Part};

/// Do the indicators measure one thing, and does each count for what it should?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct StructureAnswer {
    /// Internal consistency of panel means: the unit is provider × round.
    pub provider_means: ConsistencyParts,
    /// Internal consistency of single score sheets.
    pub score_sheets: ConsistencyParts,
    /// What single scores of each indicator tell, in the order of the indicators table.
    pub items: Vec<ItemDetail>,
    /// How each two indicators go together.
    pub correlations: Outcome<IndicatorCorrelations>,
    /// How many dimensions stand out from noise, from panel means.
    pub dimensionality: Outcome<Dimensionality>,
    /// What share of the composite each indicator decides, in the order of the indicators table.
    pub weights: Outcome<Vec<IndicatorWeight>>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

/// Internal consistency of one kind of unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ConsistencyParts {
    /// All indicators, all rounds.
    pub overall: Outcome<Consistency>,
    /// All indicators, in round order.
    pub by_round: Vec<ConsistencyOf>,
    /// The indicators of each dimension, all rounds, in the order in which the indicators table names them.
    pub by_dimension: Vec<ConsistencyOf>,
}

/// Internal consistency of a part of the scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ConsistencyOf {
    /// Which part.
    pub part: Part,
    /// Its consistency, or why it has none.
    pub consistency: Outcome<Consistency>,
}

/// How consistently a set of indicators measures, on the normalised scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Consistency {
    /// Cronbach alpha with Feldt's interval.
    pub alpha: Outcome<Estimate>,
    /// Alpha of standardised indicators.
    pub standardised: Outcome<Estimate>,
    /// Guttman's lambda-6.
    pub lambda_6: Outcome<Estimate>,
    /// McDonald's omega total, one factor.
    pub omega_total: Outcome<Estimate>,
    /// McDonald's omega hierarchical: the share of the general factor where the indicators have three dimensions or more.
    pub omega_hierarchical: Outcome<f64>,
    /// Standard error of measurement of the mean over indicators, in points of the normalised scale.
    pub sem: Outcome<f64>,
    /// Indicators.
    pub n_indicators: u32,
    /// Units without a missing score.
    pub n_units: u32,
    /// Units left out because an indicator was not scored.
    pub n_left_out: u32,
}

/// What the scores of one indicator tell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ItemDetail {
    /// Indicator id.
    pub indicator: String,
    /// Mean of the upper 27% of panel means less that of the lower 27%, as a share of the scale.
    pub discrimination: Outcome<Estimate>,
    /// Entropy of the single scores in bits: how many different answers the indicator effectively gives.
    pub entropy: Outcome<Estimate>,
}

/// Correlations of the indicators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct IndicatorCorrelations {
    /// Indicator ids, in the order of the indicators table.
    pub indicators: Vec<String>,
    /// Each two of them once.
    pub pairs: Vec<IndicatorPair>,
    /// Correlation of panel means from which two indicators are called redundant.
    pub redundant_from: f64,
}

/// How two indicators go together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct IndicatorPair {
    /// Id of one.
    pub first: String,
    /// Id of the other.
    pub second: String,
    /// Correlation of panel means over providers × rounds.
    pub means: Outcome<Estimate>,
    /// Correlation of what single evaluators deviate from their panel on the two: what they share beside the provider.
    pub residual: Outcome<Estimate>,
    /// Whether `means` reaches the limit.
    pub redundant: bool,
    /// Whether the whole interval does.
    pub surely_redundant: bool,
}

/// Horn's (1965) parallel analysis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Dimensionality {
    /// Components by descending eigenvalue.
    pub components: Vec<Component>,
    /// Leading eigenvalues above the 95th percentile of noise.
    pub n_dimensions: u32,
    /// Providers counted for the noise.
    pub n_providers: u32,
}

/// One component of the correlation matrix.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Component {
    /// Its eigenvalue: variance in units of one indicator's.
    pub eigenvalue: f64,
    /// Mean eigenvalue of that rank of uncorrelated indicators.
    pub noise_mean: f64,
    /// Their 95th percentile (Glorfeld 1995).
    pub noise_p95: f64,
}

/// The weight an indicator is given and the one it has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct IndicatorWeight {
    /// Indicator id.
    pub indicator: String,
    /// Its share of all weights.
    pub nominal: f64,
    /// Its share of the variance of the composite.
    pub effective: Estimate,
    /// Two-sided p of "effective equals nominal".
    pub p: Option<f64>,
    /// The same, Benjamini-Hochberg adjusted over the indicators.
    pub p_adjusted: Option<f64>,
}
