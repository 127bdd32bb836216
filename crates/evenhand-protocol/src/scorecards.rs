use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{ConflictKind, DriftClass, Estimate, Finding, Outcome, RatingEffect, RoundSeverity, ScoreScale};

/// When an evaluator is advised what; everything in whole steps, so that a question stays a plain value that can be
/// compared and hashed.
///
/// A size alone is never a reason: what is beyond its threshold must be beyond chance, too, at the adjusted level.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(default, deny_unknown_fields)]
pub struct ScorecardPolicy {
    /// The level that adjusted p must stay below, in thousandths; 50 is 5%.
    ///
    /// 5% after Benjamini & Hochberg (1995), so that of those advised something 1 in 20 at most is a false alarm on
    /// average; the verdicts that advice rests on are made at that level, so that a policy can only ask for less.
    pub alpha: u16,
    /// The fewest score sheets beside a colleague's for any advice.
    ///
    /// 10: below that the interval of a mean of sheets is more than 1.4 times their standard deviation wide.
    pub least_score_sheets: u16,
    /// The severity, either way, from which it is a reason, in tenths of a point of 100.
    ///
    /// 50, that is 5 points: half of the 10 points between grade bands, so that one evaluator on a panel of four moves a
    /// composite by an eighth of a band.
    pub severity: u16,
    /// The change of severity from which it is a reason, in tenths of a point of 100.
    ///
    /// 30, that is 3 points: about 0.3 standard deviations where providers spread by 10, the smallest drift that can be
    /// found reliably with 30 score sheets a round.
    pub drift: u16,
    /// The correlation with the colleagues below which it is a reason, in hundredths.
    ///
    /// 50: agreement below .50 is poor by Koo & Li (2016).
    pub agreement: u16,
    /// How many rating effects are a reason to re-train instead of to brief.
    ///
    /// 2: a single effect is talked over, several are a way of working (Myford & Wolfe 2004).
    pub effects_to_retrain: u16,
    /// The leniency towards tied providers from which it is a reason, in tenths of a point of 100.
    ///
    /// 20, that is 2 points: with a panel of four, half a point of the composite.
    pub conflict: u16,
    /// How many decisions must hang on drift or tied scores before scores are to be reviewed.
    ///
    /// 1: every provider whose pass hangs on it has a right to a second look.
    pub decisions_to_review: u16,
}

impl ScorecardPolicy {
    /// The defaults, each with its source at its field.
    pub const DEFAULT: Self = Self {
        alpha: 50,
        least_score_sheets: 10,
        severity: 50,
        drift: 30,
        agreement: 50,
        effects_to_retrain: 2,
        conflict: 20,
        decisions_to_review: 1,
    };

    /// The level of adjusted p.
    pub fn alpha_level(&self) -> f64 {
        f64::from(self.alpha) / 1_000.0
    }

    /// The severity from which it is a reason, in points of 100.
    pub fn severity_points(&self) -> f64 {
        f64::from(self.severity) / 10.0
    }

    /// The change of severity from which it is a reason, in points of 100.
    pub fn drift_points(&self) -> f64 {
        f64::from(self.drift) / 10.0
    }

    /// The correlation below which it is a reason.
    pub fn agreement_level(&self) -> f64 {
        f64::from(self.agreement) / 100.0
    }

    /// The leniency towards tied providers from which it is a reason, in points of 100.
    pub fn conflict_points(&self) -> f64 {
        f64::from(self.conflict) / 10.0
    }

    /// The same within what makes sense: levels up to 5%, sizes up to 100 points, correlations below 1, at least one of
    /// what is counted and three score sheets.
    #[must_use]
    pub fn ordered(mut self) -> Self {
        self.alpha = self.alpha.clamp(1, 50);
        self.least_score_sheets = self.least_score_sheets.max(3);
        for size in [&mut self.severity, &mut self.drift, &mut self.conflict] {
            *size = (*size).min(1_000);
        }
        self.agreement = self.agreement.min(99);
        self.effects_to_retrain = self.effects_to_retrain.max(1);
        self.decisions_to_review = self.decisions_to_review.max(1);
        self
    }
}

impl Default for ScorecardPolicy {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// A policy as a file of its own, to be published and used again.
///
/// ```json
/// { "evenhand_scorecard_policy": 1, "policy": { "alpha": 50, "severity": 50, … } }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScorecardPolicyFile {
    /// Version of the format.
    pub evenhand_scorecard_policy: u32,
    /// The policy; thresholds that are not named have their defaults.
    pub policy: ScorecardPolicy,
}

impl ScorecardPolicyFile {
    /// The version that is written.
    pub const VERSION: u32 = 1;

    /// The file of a policy.
    pub fn of(policy: ScorecardPolicy) -> Self {
        Self { evenhand_scorecard_policy: Self::VERSION, policy }
    }

    /// The policy, in order; `None` for a file of another version.
    pub fn policy(&self) -> Option<ScorecardPolicy> {
        (self.evenhand_scorecard_policy == Self::VERSION).then(|| self.policy.ordered())
    }
}

/// What should be done about each evaluator, and why?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ScorecardsAnswer {
    /// The thresholds.
    pub policy: ScorecardPolicy,
    /// Scale of severities and deviations.
    pub scale: ScoreScale,
    /// Composite from which a provider passes, normalised points.
    pub pass_mark: f64,
    /// One entry per evaluator who scored: the most urgent advice first, then in id order.
    pub evaluators: Vec<Scorecard>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

/// Everything about one evaluator in one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Scorecard {
    /// Evaluator id.
    pub evaluator: String,
    /// What is advised.
    pub advice: Advice,
    /// Why, weightiest first; for [`Advice::Keep`] empty, else never.
    pub reasons: Vec<AdviceReason>,
    /// Scores given.
    pub n_scores: u32,
    /// Score sheets filled in.
    pub n_score_sheets: u32,
    /// Different providers seen.
    pub n_providers: u32,
    /// Rounds taken part in.
    pub n_rounds: u32,
    /// Score sheets by round, in round order; rounds without one are absent.
    pub sheets_by_round: Vec<RoundSheets>,
    /// Severity over all rounds, positive = harsher, on the scale.
    pub severity: Outcome<Estimate>,
    /// Adjusted p of "no severity".
    pub p_severity: Option<f64>,
    /// Severity by round.
    pub by_round: Vec<RoundSeverity>,
    /// What severity did between rounds.
    pub drift: Outcome<ScorecardDrift>,
    /// Correlation of the composites with the colleagues' mean on the same panels, the means of rounds taken out.
    pub agreement: Outcome<Estimate>,
    /// Infit mean square of the many-facet Rasch model, where it was fitted; 1 is as the model expects.
    pub infit: Option<f64>,
    /// Rating effects beyond chance, clearest first.
    pub effects: Vec<RatingEffect>,
    /// Ties to providers, by kind; kinds without a score of a tied provider are absent.
    pub conflicts: Vec<ScorecardConflict>,
    /// Providers whose composite this evaluator's drift changed; `None` where no drift was found.
    pub n_drift_affected: Option<u32>,
    /// Providers in a round whose pass hangs on this evaluator's drift.
    pub n_drift_decisions: u32,
    /// Of these those whose interval without the drift does not include the pass mark.
    pub n_sure_drift_decisions: u32,
    /// Providers in a round whose pass hangs on this evaluator's scores of tied providers.
    pub n_conflict_decisions: u32,
}

/// Score sheets of an evaluator in a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RoundSheets {
    /// Round id.
    pub round: String,
    /// Score sheets filled in.
    pub n: u32,
}

/// What the severity of an evaluator did between rounds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ScorecardDrift {
    /// The class at the usual adjusted 5% level.
    pub class: DriftClass,
    /// Severity after the sharpest change less before, on the scale.
    pub change: Estimate,
    /// First round after it.
    pub from_round: String,
    /// Adjusted p of "the same severity in every round".
    pub p_adjusted: f64,
    /// Rounds that were compared.
    pub n_rounds: u32,
}

/// How an evaluator scores tied providers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ScorecardConflict {
    /// Kind of tie.
    pub kind: ConflictKind,
    /// Tied providers scored.
    pub n_providers: u32,
    /// Deviation of tied providers less that of the others, on the scale.
    pub difference: Outcome<Estimate>,
    /// Its adjusted p.
    pub p_adjusted: Option<f64>,
    /// Its permutation p.
    pub p_permutation: Option<f64>,
}

/// What is advised about an evaluator, least urgent first.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// Nothing that calls for anything.
    Keep,
    /// Too few score sheets to say anything.
    TooLittle,
    /// Talk over what was found before the next round.
    Brief,
    /// Train again before the next round.
    Retrain,
    /// Look at scores again, as decisions may hang on them; then train or reassign.
    ReviewScores,
}

impl Advice {
    /// All of them, most urgent first.
    pub const ALL: [Self; 5] = [Self::ReviewScores, Self::Retrain, Self::Brief, Self::TooLittle, Self::Keep];
}

/// A reason for an advice: what was found, beyond its threshold and beyond chance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum AdviceReason {
    /// Fewer score sheets beside a colleague's than the policy asks for.
    TooFewScoreSheets {
        /// How many there are.
        found: u32,
        /// How many are needed.
        needed: u32,
    },
    /// Harsher or more lenient than the colleagues.
    Severe {
        /// Severity, on the scale.
        severity: Estimate,
        /// Its adjusted p.
        p_adjusted: f64,
    },
    /// Severity moved.
    Drifts {
        /// How.
        class: DriftClass,
        /// The sharpest change, on the scale.
        change: Estimate,
        /// First round after it.
        from_round: String,
        /// Adjusted p.
        p_adjusted: f64,
    },
    /// Orders providers otherwise than the colleagues do.
    Disagrees {
        /// Correlation with the colleagues' mean.
        correlation: Estimate,
        /// One-sided p of "at least as high as the threshold", adjusted over the evaluators.
        p_adjusted: f64,
    },
    /// Uses the scale in ways of the own.
    UsesScale {
        /// The effects beyond chance, clearest first.
        effects: Vec<RatingEffect>,
    },
    /// Favours tied providers.
    Favours {
        /// Kind of tie.
        kind: ConflictKind,
        /// Tied less other providers, on the scale.
        difference: Estimate,
        /// Its adjusted p.
        p_adjusted: f64,
        /// Tied providers scored.
        n_providers: u32,
    },
    /// Decisions hang on the drift.
    DriftDecides {
        /// Providers in a round who would have passed.
        n_would_pass: u32,
        /// Providers in a round who would not have passed.
        n_would_fail: u32,
        /// Of both together those whose interval does not include the pass mark.
        n_sure: u32,
    },
    /// Decisions hang on scores of tied providers.
    ConflictDecides {
        /// Kind of tie.
        kind: ConflictKind,
        /// Providers in a round who would have passed.
        n_would_pass: u32,
        /// Providers in a round who would not have passed.
        n_would_fail: u32,
    },
}
