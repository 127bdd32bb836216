use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Estimate, Finding, Outcome};

/// Do evaluators use the scale in ways of their own: narrowly, alike on all indicators, in round numbers?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EffectsAnswer {
    /// One entry per evaluator who scored, in id order.
    pub evaluators: Vec<EvaluatorEffects>,
    /// Tests over all rounds together, over which their p are adjusted.
    pub n_tests: u32,
    /// Tests by round, over which theirs are.
    pub n_tests_by_round: u32,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

/// The rating effects of one evaluator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EvaluatorEffects {
    /// Evaluator id.
    pub evaluator: String,
    /// Score sheets with a colleague's beside them.
    pub n_score_sheets: u32,
    /// Over all rounds, in the order of [`RatingEffect::ALL`].
    pub effects: Vec<EffectOutcome>,
    /// By round, in round order; rounds without a score sheet beside a colleague's are absent.
    pub by_round: Vec<RoundEffects>,
}

impl EvaluatorEffects {
    /// One of the effects over all rounds; `None` where it is not listed.
    pub fn effect(&self, effect: RatingEffect) -> Option<&Outcome<EffectEstimate>> {
        self.effects.iter().find(|found| found.effect == effect).map(|found| &found.outcome)
    }
}

/// The rating effects of one evaluator in one round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RoundEffects {
    /// Round id.
    pub round: String,
    /// Score sheets with a colleague's beside them.
    pub n_score_sheets: u32,
    /// In the order of [`RatingEffect::ALL`].
    pub effects: Vec<EffectOutcome>,
}

/// One effect, or why it cannot be told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EffectOutcome {
    /// Which effect.
    pub effect: RatingEffect,
    /// Its size.
    pub outcome: Outcome<EffectEstimate>,
}

/// A way of using the scale (Saal, Downey & Lahey 1980; Myford & Wolfe 2003, 2004).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum RatingEffect {
    /// Scores of different providers lie closer together than colleagues' (present) or further apart (opposite).
    CentralTendency,
    /// Scores of one sheet move together beyond what the provider explains, more than colleagues' do.
    Halo,
    /// All scores, indicators included, take up less of the scale than colleagues'.
    RangeRestriction,
    /// More sheets than colleagues' have one value on all indicators.
    StraightLining,
    /// More scores than colleagues' are round.
    DigitPreference,
    /// Scores tell less, as fewer values are used, than colleagues'.
    LowInformation,
}

impl RatingEffect {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::CentralTendency,
        Self::Halo,
        Self::RangeRestriction,
        Self::StraightLining,
        Self::DigitPreference,
        Self::LowInformation,
    ];

    /// Its name in briefings.
    pub fn code(self) -> &'static str {
        match self {
            Self::CentralTendency => "central_tendency",
            Self::Halo => "halo",
            Self::RangeRestriction => "range_restriction",
            Self::StraightLining => "straight_lining",
            Self::DigitPreference => "digit_preference",
            Self::LowInformation => "low_information",
        }
    }

    /// The effect of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|effect| effect.code() == code)
    }
}

/// How far an evaluator differs from the colleagues in one way of using the scale.
///
/// `own` and `panel` are standard deviations in points of the normalised scale (central tendency, range restriction), mean
/// correlations (halo), shares (straight-lining, digit preference) or bits (low information).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EffectEstimate {
    /// Of the evaluator.
    pub own: f64,
    /// Of the colleagues.
    pub panel: f64,
    /// Own by panel for the standard deviations (corrected for bias), own less panel for the others.
    pub contrast: Estimate,
    /// Two-sided p of "like the colleagues"; `None` where there is nothing to test.
    pub p: Option<f64>,
    /// The same, Benjamini-Hochberg adjusted over all effects of all evaluators (or of all evaluators in all rounds).
    pub p_adjusted: Option<f64>,
    /// The verdict at the adjusted 5% level.
    pub verdict: EffectVerdict,
}

/// What can be said of an effect at the adjusted 5% level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum EffectVerdict {
    /// No difference from the colleagues that is more than chance.
    NotShown,
    /// The evaluator shows the effect more than the colleagues do.
    Present,
    /// The evaluator shows it less than they do.
    Opposite,
}

/// An effect that a finding names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct NamedEffect {
    /// Which effect.
    pub effect: RatingEffect,
    /// Of the evaluator.
    pub own: f64,
    /// Of the colleagues.
    pub panel: f64,
    /// The contrast with its interval.
    pub contrast: Estimate,
    /// Whether it is the opposite: extremity instead of central tendency.
    pub opposite: bool,
}
