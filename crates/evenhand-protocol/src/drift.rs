use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{DriftClass, Estimate, Finding, MissingLink, Outcome, RaschMeasures, ScoreScale, SeverityLink};

/// Did the severity of evaluators move between rounds, how, and what did it do to providers?
///
/// Severity is measured twice: by the additive linear model of composites, in points, and by a many-facet Rasch model of
/// single scores, in logits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct DriftReport {
    /// The scale of linear severities.
    pub scale: ScoreScale,
    /// What was decided beforehand.
    pub policy: DriftPolicy,
    /// One entry per evaluator who scored, in id order.
    pub evaluators: Vec<EvaluatorDrift>,
    /// Difficulty of the indicators by round, in the order of the data set.
    pub indicators: Vec<IndicatorDrift>,
    /// The links that put the rounds on one scale, by the linear model.
    pub links: Vec<SeverityLink>,
    /// The links that are missing or weak, and the smallest change of panels that would have mended each.
    pub missing_links: Vec<MissingLink>,
    /// How much more the sums of score sheets vary than the Rasch model of single scores expects; the standard errors of its
    /// severities are larger by the root of it. 1 where the scores of a sheet are independent.
    pub rasch_dependence: Option<f64>,
    /// Everything on one ruler in logits.
    pub rasch: Outcome<RaschMeasures>,
    /// What drift, by the linear model, did to the composites of the providers it touched, by round and provider; empty
    /// where nobody drifts.
    pub consequences: Vec<DriftConsequence>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

/// The thresholds of drift.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct DriftPolicy {
    /// The adjusted p below which severity is said to have moved.
    pub alpha: f64,
    /// The standardised difference beyond which a common evaluator does not count for a link.
    pub purification: f64,
    /// The fewest common evaluators of a strong link.
    pub least_common: u32,
    /// The weight of the newest round in the moving average of the control charts.
    pub ewma_lambda: f64,
    /// The distance of the average's limits from its target, in standard errors.
    pub ewma_width: f64,
    /// The deviation that the cumulative sums forgive in every round, in standard errors.
    pub cusum_allowance: f64,
    /// The height at which a cumulative sum signals, in standard errors.
    pub cusum_decision: f64,
    /// The composite from which a provider passes, normalised points.
    pub pass_mark: f64,
}

/// The drift of one evaluator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EvaluatorDrift {
    /// Evaluator id.
    pub evaluator: String,
    /// By the linear model, in points.
    pub linear: Outcome<SeverityTrack>,
    /// By the Rasch model, in logits.
    pub rasch: Outcome<SeverityTrack>,
    /// Why the two classes differ, where both are known and they do.
    pub disagreement: Option<DriftDisagreement>,
    /// What the drift did; `None` for evaluators who do not drift by the linear model.
    pub effect: Option<DriftEffect>,
}

/// Did the difficulty of one indicator move between rounds, against that of the other indicators?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct IndicatorDrift {
    /// Indicator id.
    pub indicator: String,
    /// By the Rasch model, in logits; what is said of severity and harsher is here of difficulty and harder.
    pub track: Outcome<SeverityTrack>,
}

/// The severity of one evaluator over the rounds that can be compared, in the frame of the first of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct SeverityTrack {
    /// What severity did.
    pub class: DriftClass,
    /// p of "the same severity in every round".
    pub p: f64,
    /// The same, Benjamini-Hochberg adjusted over the evaluators.
    pub p_adjusted: f64,
    /// Severity by round, positive = harsher, in round order.
    pub severities: Vec<LinkedSeverity>,
    /// Rounds of the evaluator that cannot be compared with these.
    pub n_not_comparable: u32,
    /// Changes between successive rounds.
    pub changes: Vec<SeverityChange>,
    /// The trend; `None` for fewer than three rounds.
    pub trend: Option<SeverityTrend>,
    /// The best single change point; `None` for fewer than three rounds.
    pub change_point: Option<SeverityShift>,
    /// The severity that the control charts count deviations from: the weighted mean of the rounds.
    pub target: f64,
    /// Control charts, one point per severity.
    pub chart: Vec<ControlPoint>,
}

/// A severity in the frame of the first comparable round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct LinkedSeverity {
    /// Round id.
    pub round: String,
    /// The severity.
    pub severity: Estimate,
}

/// A change between two successive rounds of an evaluator, beyond that of the evaluators common to both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct SeverityChange {
    /// Earlier round.
    pub from_round: String,
    /// Later round.
    pub round: String,
    /// Later less earlier severity.
    pub change: Estimate,
    /// Two-sided p of "no change", for this change alone.
    pub p: f64,
    /// Whether the link between the rounds is weak.
    pub weak_link: bool,
}

/// A straight line through the severities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct SeverityTrend {
    /// Change per round; its error includes the instability.
    pub slope: Estimate,
    /// Two-sided p of "no trend".
    pub p: f64,
    /// Standard deviation around the line beyond the errors, in the units of severity.
    pub instability: f64,
    /// p of "no instability".
    pub instability_p: f64,
}

/// The sharpest change between all rounds before and all rounds after a point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct SeverityShift {
    /// First round after the shift.
    pub from_round: String,
    /// Mean severity from then on less that before; chosen for its size, so on the high side.
    pub change: Estimate,
    /// Permutation p; with few rounds it cannot be small. `None` for two rounds.
    pub p: Option<f64>,
}

/// One round of the control charts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ControlPoint {
    /// Exponentially weighted moving average of severity.
    pub ewma: f64,
    /// Its lower limit.
    pub low: f64,
    /// Its upper limit.
    pub high: f64,
    /// Cumulative sum towards harsher, in standard errors.
    pub cusum_harsher: f64,
    /// Cumulative sum towards more lenient, in standard errors, not negative.
    pub cusum_lenient: f64,
    /// Whether the average is outside of its limits.
    pub ewma_signal: bool,
    /// Whether a cumulative sum is above its decision height.
    pub cusum_signal: bool,
}

/// Why the linear and the Rasch model class an evaluator differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum DriftDisagreement {
    /// They compare different rounds: one of them has no measure for some.
    DifferentRounds,
    /// Both tests are near the line, one on either side.
    Borderline,
    /// Indicators weigh differently in the composite; every score counts alike in the Rasch model.
    Weights,
    /// Scores lie near an end of the scale, where a point is worth more logits.
    EndOfScale,
    /// None of these: the logits of the rounds, each calibrated by itself, stretch the scale differently.
    Calibration,
}

/// What the drift of one evaluator did, all else as it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct DriftEffect {
    /// The first round affected, and the change that is taken off from then on.
    pub shift: SeverityShift,
    /// Providers whose composite was changed.
    pub n_providers: u32,
    /// Of these in any round: would have passed without the drift, but did not.
    pub n_would_pass: u32,
    /// Of those surely: the whole interval of their composite without the drift lies above the pass mark.
    pub n_surely_pass: u32,
    /// Of these in any round: passed, but would not have without the drift.
    pub n_would_fail: u32,
    /// Of those surely: the whole interval lies below the pass mark.
    pub n_surely_fail: u32,
    /// Of these in any round: would have had another rank.
    pub n_rank_changed: u32,
    /// The providers who would have passed or failed: the sure ones first, then those farther from the pass mark.
    pub decided: Vec<DecidedProvider>,
}

/// A provider who would have passed or failed without an evaluator's drift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct DecidedProvider {
    /// Provider id.
    pub provider: String,
    /// Whether that is sure in any round: the interval of the composite without the drift does not include the pass mark.
    pub sure: bool,
}

/// What drift did to a provider in a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct DriftConsequence {
    /// Round id.
    pub round: String,
    /// Provider id.
    pub provider: String,
    /// The drifting evaluators on its panels.
    pub evaluators: Vec<String>,
    /// Composite as it was, normalised points.
    pub composite: f64,
    /// Composite without the drift.
    pub without_drift: Estimate,
    /// Rank in the round as it was; ties share the mean rank.
    pub rank: f64,
    /// Rank in the round without the drift of anybody.
    pub rank_without_drift: f64,
    /// Whether it passed.
    pub passed: bool,
    /// Whether it would have passed without the drift.
    pub would_pass: bool,
    /// Whether that is sure: the interval of the composite without the drift does not include the pass mark.
    pub sure: bool,
}
