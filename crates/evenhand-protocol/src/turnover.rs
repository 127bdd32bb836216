use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Estimate, Finding, Outcome, ScoreScale};

/// Who came and went, whether that shows in the scores, and how the panels hang together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct TurnoverAnswer {
    /// Scale of severities.
    pub scale: ScoreScale,
    /// One entry per round, in round order.
    pub rounds: Vec<RoundPanel>,
    /// Evaluators in their first round against those who stayed, on the same panels.
    pub newcomers: Outcome<Newcomers>,
    /// Qualifications and groups against all other evaluators.
    pub groups: Vec<EvaluatorGroup>,
    /// What each change of the mean composite from one round to the next is made of.
    pub splits: Vec<ChangeSplit>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

/// The evaluators of one round, who shares panels, and what links them to the round before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RoundPanel {
    /// Round id.
    pub round: String,
    /// Those who scored in it, by part and then by id.
    pub evaluators: Vec<PanelMember>,
    /// Of these scored in the round before, too.
    pub n_stayed: u32,
    /// Of these scored in an earlier round, but not in the one before.
    pub n_returned: u32,
    /// Of these scored for the first time; in the first round all.
    pub n_joined: u32,
    /// Evaluators of the round before who did not score in this one.
    pub n_left: u32,
    /// Share of the evaluators of the round before who stayed; `None` in the first round.
    pub retention: Option<f64>,
    /// Mean number of rounds the evaluators have scored in, this one included.
    pub mean_tenure: f64,
    /// Share of the scores that first-time evaluators gave; `None` in the first round.
    pub newcomer_share: Option<f64>,
    /// Number of parts: evaluators linked by panels they sat on together, directly or through others.
    pub n_parts: u32,
    /// Pairs of places in `evaluators` who shared panels.
    pub shared: Vec<SharedPanels>,
    /// Evaluators common to a part of the round before and a part of this one.
    pub links: Vec<PartLink>,
}

/// An evaluator in a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct PanelMember {
    /// Evaluator id.
    pub evaluator: String,
    /// The part of the round, from 0; larger parts first.
    pub part: u32,
    /// Where the evaluator comes from.
    pub status: MemberStatus,
    /// Panels sat on.
    pub n_panels: u32,
    /// Whether the part would fall apart without this evaluator.
    pub bridge: bool,
}

/// Where an evaluator of a round comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberStatus {
    /// Scored in the round before, too.
    Stayed,
    /// Scored earlier, but not in the round before.
    Returned,
    /// Scores for the first time.
    Joined,
}

/// Two evaluators who sat on panels together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct SharedPanels {
    /// Place of the first in the round's list.
    pub first: u32,
    /// Place of the second, larger than the first's.
    pub second: u32,
    /// Panels they shared.
    pub n: u32,
}

/// Evaluators common to a part of a round and a part of the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct PartLink {
    /// Part of the earlier round.
    pub from: u32,
    /// Part of this round.
    pub to: u32,
    /// How many.
    pub n: u32,
}

/// Evaluators in their first round against colleagues who stayed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Newcomers {
    /// How much lower newcomers score than the staying colleagues on the same panels: positive = harsher; standard error
    /// clustered by newcomer.
    pub severity: Estimate,
    /// Two-sided p of "no difference".
    pub p: f64,
    /// Standard deviation of newcomers' score sheets around panel and own severity, by that of the others.
    pub noise_ratio: Outcome<Estimate>,
    /// Two-sided p of "a ratio of 1".
    pub p_noise: Option<f64>,
    /// Newcomers.
    pub n_newcomers: u32,
}

/// Evaluators who have a qualification or group in common, against all others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EvaluatorGroup {
    /// What they have in common.
    pub by: GroupedBy,
    /// Its value, as given.
    pub name: String,
    /// Evaluators.
    pub n_evaluators: u32,
    /// Their score sheets.
    pub n_score_sheets: u32,
    /// Mean severity, every evaluator counting once; interval over evaluators. 0 is the mean of all evaluators.
    pub severity: Outcome<Estimate>,
    /// The same less that of all other evaluators.
    pub difference: Outcome<Estimate>,
    /// Two-sided p of "no difference".
    pub p: Option<f64>,
    /// The same, Benjamini-Hochberg adjusted over all tests of groups.
    pub p_adjusted: Option<f64>,
    /// Standard deviation of score sheets around panel and own severity, in points of the scale: less is more consistent.
    pub noise: Outcome<Estimate>,
    /// The same by that of all other evaluators.
    pub noise_ratio: Outcome<Estimate>,
    /// Two-sided p of "a ratio of 1".
    pub p_noise: Option<f64>,
    /// The same, adjusted over all tests of groups.
    pub p_noise_adjusted: Option<f64>,
}

/// What evaluators are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupedBy {
    /// Their qualification.
    Qualification,
    /// Their group.
    Group,
}

/// What a change of the mean composite between two successive rounds is made of.
///
/// `raw = composition + drift + provider_mix + provider_change`, exactly (Kitagawa 1955; Oaxaca 1973; Blinder 1973).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ChangeSplit {
    /// Earlier round.
    pub from_round: String,
    /// Later round.
    pub round: String,
    /// Mean raw composite of the earlier round, normalised points.
    pub from_mean: f64,
    /// Mean raw composite of the later round.
    pub mean: f64,
    /// Later less earlier.
    pub raw: f64,
    /// Its parts, or why they cannot be told apart.
    pub parts: Outcome<SplitParts>,
}

/// The parts of a change, normalised points, positive = higher scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct SplitParts {
    /// Other evaluators scored, or the same ones other shares.
    pub composition: Estimate,
    /// Evaluators of both rounds changed their severity.
    pub drift: Estimate,
    /// Other providers were scored.
    pub provider_mix: Estimate,
    /// Providers of both rounds changed.
    pub provider_change: Estimate,
    /// Evaluators common to both rounds.
    pub n_common_evaluators: u32,
    /// Providers common to both rounds.
    pub n_common_providers: u32,
    /// Standard deviation of an evaluator's unsteadiness from round to round that is nobody's drift; the standard errors
    /// include it.
    pub unsteadiness: f64,
}
