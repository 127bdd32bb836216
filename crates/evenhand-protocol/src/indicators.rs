use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Estimate, Finding, Outcome};

/// Are the indicators reliable?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct IndicatorsAnswer {
    /// Internal consistency over all rounds; the unit is provider × round (panel mean).
    pub reliability: Outcome<Reliability>,
    /// Internal consistency by round, in round order.
    pub reliability_by_round: Vec<RoundReliability>,
    /// One row per indicator, in the order of the indicators table.
    pub indicators: Vec<IndicatorRow>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

/// Internal consistency of one round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RoundReliability {
    /// Round id.
    pub round: String,
    /// Reliability, or why there is none.
    pub reliability: Outcome<Reliability>,
}

/// Cronbach alpha and what comes with it, of panel means on the normalised scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Reliability {
    /// Cronbach alpha with Feldt's interval; n counts providers × rounds.
    pub alpha: Estimate,
    /// Alpha of standardised indicators.
    pub standardised: Outcome<f64>,
    /// Standard error of measurement of the mean over indicators, in points of the normalised scale.
    pub sem: f64,
    /// Units left out because an indicator was not scored.
    pub n_left_out: u32,
    /// Item statistics, in the order of the indicators.
    pub items: Vec<ItemReliability>,
}

/// How one indicator goes with the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ItemReliability {
    /// Indicator id.
    pub indicator: String,
    /// Correlation with the mean of the other indicators.
    pub item_rest: Outcome<Estimate>,
    /// Alpha without this indicator.
    pub alpha_if_deleted: Outcome<f64>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct IndicatorRow {
    /// Indicator id.
    pub indicator: String,
    /// Scores given.
    pub n_scores: u32,
    /// Mean score in the indicator's own points, standard error clustered by provider.
    pub mean: Outcome<Estimate>,
    /// Mean as a share of the scale: (mean - min) / (max - min), reversed where lower is better.
    pub difficulty: Option<f64>,
    /// Standard deviation of scores in the indicator's own points.
    pub sd: Option<f64>,
    /// Share of scores at the lowest possible value.
    pub floor_share: f64,
    /// Share of scores at the highest possible value.
    pub ceiling_share: f64,
    /// Share of score sheets without a score for this indicator.
    pub missing_share: f64,
    /// Correlation with the mean of the other indicators, all rounds.
    pub item_rest: Outcome<Estimate>,
    /// Alpha without this indicator, all rounds.
    pub alpha_if_deleted: Outcome<f64>,
}
