use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Estimate, Finding, Marks, Outcome, RankInterval};

/// Where do the providers stand, how surely, and what would change it?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct StandingAnswer {
    /// What it is measured by.
    pub marks: Marks,
    /// In round order.
    pub rounds: Vec<RoundStanding>,
    /// What composites under other weights are made of.
    pub weights: Outcome<WeightBasis>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

/// What composites under other weights are made of, beside the indicators' means in every [`StandingRow`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct WeightBasis {
    /// Indicator ids, in the order of every list of indicators here.
    pub indicators: Vec<String>,
    /// The weights in use; all 1 where the data set gives no positive one.
    pub weights: Vec<f64>,
    /// Covariance matrix of the errors of one score sheet's indicators, row by row, in squared points of the normalised
    /// scale.
    pub error_covariance: Vec<f64>,
    /// Degrees of freedom behind it.
    pub df: f64,
}

impl WeightBasis {
    /// The weights with those that a reader moved in their places ([`moved_weights`]).
    pub fn with_moved(&self, moved: &[Option<f64>]) -> Vec<f64> {
        let one = |(place, given): (usize, &f64)| moved.get(place).copied().flatten().unwrap_or(*given);
        self.weights.iter().enumerate().map(one).collect()
    }
}

/// Moved weights as they are in the address and in briefings: by indicator, with nothing for one that was not moved.
pub fn moved_weights_text(moved: &[Option<f64>]) -> String {
    let one = |weight: &Option<f64>| weight.map(|weight| weight.to_string()).unwrap_or_default();
    moved.iter().map(one).collect::<Vec<_>>().join(",")
}

/// The moved weights of such a text; what is no weight was not moved.
pub fn moved_weights(text: &str) -> Vec<Option<f64>> {
    let one = |part: &str| part.parse().ok().filter(|weight: &f64| weight.is_finite() && *weight >= 0.0);
    if text.is_empty() { Vec::new() } else { text.split(',').map(one).collect() }
}

/// The providers of one round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RoundStanding {
    /// Round id.
    pub round: String,
    /// How the simultaneous rank sets were found.
    pub sets: Outcome<RankSets>,
    /// The population that shrunken composites and probabilities assume.
    pub population: Outcome<Population>,
    /// Whether providers differ more than their precision explains.
    pub funnel: Outcome<Funnel>,
    /// What reliable changes are measured by.
    pub measurement: Outcome<MeasurementError>,
    /// What the sources of scores (experts, service users, purchasers) say of the same providers.
    pub voices: Outcome<Voices>,
    /// Rows, highest adjusted composite first.
    pub rows: Vec<StandingRow>,
}

/// The sources of scores in a round and how far they agree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Voices {
    /// Their names, as in the data.
    pub sources: Vec<String>,
    /// Every two of them.
    pub pairs: Vec<VoicePair>,
}

/// Two sources on the providers that both scored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct VoicePair {
    /// One source.
    pub first: String,
    /// The other.
    pub second: String,
    /// Correlation of their raw composites over providers: whether they order them alike.
    pub correlation: Outcome<Estimate>,
    /// Mean of the first minus the second, in points: whether one is more lenient.
    pub difference: Outcome<Estimate>,
}

/// How simultaneous rank sets were found.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RankSets {
    /// The critical value of a difference, in its standard errors.
    pub critical: f64,
    /// Draws behind it; 0 where Bonferroni's bound was taken, because the providers were too many.
    pub n_draws: u32,
    /// Providers ranked.
    pub n: u32,
}

/// The population of providers that a round's providers are taken to come from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Population {
    /// Standard deviation of true composites, in points of the normalised scale.
    pub spread: f64,
    /// Draws behind the probabilities.
    pub n_draws: u32,
    /// Providers in it.
    pub n: u32,
}

/// A funnel plot's target and over-dispersion (Spiegelhalter 2005).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Funnel {
    /// Precision-weighted mean of the adjusted composites.
    pub target: f64,
    /// Mean squared z score, winsorised; 1 where chance alone makes the differences.
    pub dispersion: f64,
    /// Whether it is larger than chance would make it; the limits then allow for it.
    pub overdispersed: bool,
    /// Standard deviation between providers beyond chance, in points; 0 where there is no over-dispersion.
    pub between_sd: f64,
    /// Standard deviation of a single score sheet's composite, in points: the standard error of a provider is this over
    /// the root of its precision.
    pub sheet_sd: f64,
    /// Half the width of the 95% limits over the root of error variance plus variance between providers.
    pub z_95: f64,
    /// The same for the 99.8% limits.
    pub z_998: f64,
    /// Providers in it.
    pub n: u32,
}

/// The standard error of measurement of a round's adjusted composites and of those they are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct MeasurementError {
    /// Standard error of measurement, in points.
    pub sem: f64,
    /// Share of the variance of the composites that is not error.
    pub reliability: f64,
    /// Composites behind it.
    pub n: u32,
}

/// One provider in one round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct StandingRow {
    /// Provider id.
    pub provider: String,
    /// Score sheets it received.
    pub n_sheets: u32,
    /// Composite with each evaluator's severity removed.
    pub adjusted: Outcome<Estimate>,
    /// How many score sheets without uncertainty about severity would be as sure; known where `adjusted` is.
    pub precision: Option<f64>,
    /// Best guess, with its 95% credible interval: evaluators' severities and the composite both shrunken towards their
    /// population, the less so the surer they are.
    pub shrunken: Outcome<Estimate>,
    /// The rank with its likely range, as in the league table.
    pub rank: Outcome<RankInterval>,
    /// Ranks that the data leave open for this provider alone: a confidence set.
    pub rank_alone: Outcome<RankInterval>,
    /// Ranks that the data leave open when the confidence sets of all providers are to hold at once.
    pub rank_simultaneous: Outcome<RankInterval>,
    /// Probabilities.
    pub chances: Outcome<Chances>,
    /// On which side of the pass mark the 95% interval of the adjusted composite lies.
    pub side: Option<PassSide>,
    /// The change since the provider's previous round in units of measurement error.
    pub reliable_change: Outcome<ReliableChange>,
    /// Mean by indicator with each evaluator's severity on that indicator removed, on the normalised scale; `None` where
    /// it was not scored or cannot be adjusted.
    pub indicators: Vec<Option<f64>>,
    /// Raw composite by source, in the order of [`Voices::sources`]; empty where the round has no two sources.
    pub by_source: Vec<Option<f64>>,
}

/// Probabilities of where a provider's true composite lies.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Chances {
    /// Of being among the top providers of the round.
    pub top: f64,
    /// Of reaching the pass mark.
    pub pass: f64,
    /// Of each grade band, lowest first; they sum to 1.
    pub bands: [f64; 5],
}

/// Where an interval lies relative to the pass mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum PassSide {
    /// All of it above.
    Above,
    /// All of it below.
    Below,
    /// The mark is inside: the data cannot tell.
    Open,
}

/// A change in units of measurement error (Jacobson & Truax 1991).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ReliableChange {
    /// Change over the standard error of a difference.
    pub index: f64,
    /// Two-sided p of "no change", adjusted over the providers of the round (Benjamini & Hochberg 1995).
    pub p_adjusted: f64,
    /// Whether it is beyond measurement error: an adjusted p below 0.05.
    pub reliable: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moved_weights_are_written_and_read() {
        let moved = [Some(0.25), None, Some(2.0)];
        assert_eq!(moved_weights_text(&moved), "0.25,,2");
        assert_eq!(moved_weights("0.25,,2"), moved);
        assert_eq!(moved_weights(""), []);
        assert_eq!(moved_weights("-1,x,NaN"), [None, None, None]);
    }
}
