use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Estimate, Finding, Outcome, ScoreScale};

/// Are the evaluators consistent, or drifting from round to round?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EvaluatorsAnswer {
    /// Scale of severities and deviations.
    pub scale: ScoreScale,
    /// Agreement within all rounds together: every panel of every round.
    pub agreement: Outcome<Agreement>,
    /// Agreement by round, in round order.
    pub agreement_by_round: Vec<RoundAgreement>,
    /// One row per evaluator in the selection, harshest first, then those without a severity.
    pub evaluators: Vec<EvaluatorRow>,
    /// Deviations of scores given to providers of the evaluator's own affiliation against all others.
    pub affiliation: Outcome<AffiliationEffect>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

/// Agreement of one round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RoundAgreement {
    /// Round id.
    pub round: String,
    /// Agreement, or why there is none.
    pub agreement: Outcome<Agreement>,
}

/// Intraclass correlations of the composites (McGraw & Wong 1996).
///
/// Where every panel is complete they come from mean squares, else from REML variance components of all panels; the
/// method of each estimate says which.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Agreement {
    /// ICC(1): one-way, single evaluator.
    pub icc_1: Estimate,
    /// ICC(A,1): absolute agreement, single evaluator.
    pub icc_a_1: Estimate,
    /// ICC(C,1): consistency, single evaluator.
    pub icc_c_1: Estimate,
    /// ICC(1,k): one-way, panel mean.
    pub icc_1_k: Estimate,
    /// ICC(A,k): absolute agreement, panel mean.
    pub icc_a_k: Estimate,
    /// ICC(C,k): consistency, panel mean.
    pub icc_c_k: Estimate,
    /// Effective number of evaluators per panel.
    pub k: f64,
    /// Number of complete panels (a set of evaluators who all scored the same two or more providers).
    pub n_panels: u32,
    /// Provider occasions behind the estimates.
    pub n_units: u32,
    /// Provider occasions in the selection; the others have no composite, or a panel of their own where only complete
    /// panels could be used, and add nothing here.
    pub n_units_all: u32,
}

/// One evaluator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EvaluatorRow {
    /// Evaluator id.
    pub evaluator: String,
    /// Scores given.
    pub n_scores: u32,
    /// Score sheets filled in.
    pub n_score_sheets: u32,
    /// Providers seen.
    pub n_providers: u32,
    /// Rounds taken part in.
    pub n_rounds: u32,
    /// Severity over all rounds: minus the mean leave-one-out deviation, positive = harsher than the panel.
    pub severity: Outcome<Estimate>,
    /// Two-sided p of "no severity".
    pub p: Option<f64>,
    /// The same, Benjamini-Hochberg adjusted over the evaluators.
    pub p_adjusted: Option<f64>,
    /// Severity in each round the evaluator took part in, in round order.
    pub by_round: Vec<RoundSeverity>,
    /// Whether the severity changed between rounds.
    pub drift: Outcome<DriftAnswer>,
}

/// Severity of one evaluator in one round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RoundSeverity {
    /// Round id.
    pub round: String,
    /// Severity, positive = harsher.
    pub severity: Outcome<Estimate>,
}

/// How an evaluator's severity moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum DriftClass {
    /// No change that the data can show.
    Stable,
    /// Severity rose.
    Harsher,
    /// Severity fell.
    MoreLenient,
    /// Severity moved both ways, or without a direction.
    Erratic,
}

/// Test of change between rounds for one evaluator, in an additive model of panels and evaluators: a change of
/// colleagues is not taken for drift, and a drifting colleague is not held against the others.
///
/// Class, round, change and adjusted p are those of the linear model in [`crate::DriftReport`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct DriftAnswer {
    /// Verdict at the adjusted 5% level.
    pub class: DriftClass,
    /// Partial F statistic of "the same severity in every round".
    pub f: f64,
    /// Numerator degrees of freedom: rounds - 1.
    pub df1: f64,
    /// Residual degrees of freedom of the model.
    pub df2: f64,
    /// p of the F test.
    pub p: f64,
    /// Benjamini-Hochberg adjusted over the evaluators.
    pub p_adjusted: f64,
    /// Rounds that were compared.
    pub n_rounds: u32,
    /// First round after the best single change point.
    pub from_round: String,
    /// Severity from that round on minus severity before.
    /// The change point was chosen for its size, so the size is on the high side.
    pub change: Estimate,
    /// Providers this evaluator scored from that round on; in all rounds that were compared where the class is erratic.
    pub n_providers: u32,
}

impl DriftAnswer {
    /// Whether no change is told although the interval excludes zero: so many evaluators were tested at once, and the
    /// change is the sharpest of several.
    pub fn is_one_of_many(&self) -> bool {
        self.class == DriftClass::Stable && self.change.interval.is_some_and(|ends| ends.excludes_zero())
    }
}

/// Leave-one-out deviations by affiliation (Emerson, Seltzer & Lin 2009; Zitzewitz 2006).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct AffiliationEffect {
    /// Mean deviation of scores where evaluator and provider share the affiliation (positive = higher scores).
    pub same: Estimate,
    /// Mean deviation of the other scores.
    pub other: Estimate,
    /// Same minus other within evaluators: each is compared with itself, so it need not be the difference of the two
    /// means. Standard error clustered by evaluator.
    pub difference: Estimate,
    /// Two-sided p of "no difference".
    pub p: f64,
    /// Evaluators with scores of both kinds.
    pub n_evaluators: u32,
}
