use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Estimate, Finding, Outcome, ScoreScale};

/// Do evaluators score providers to which they are tied differently, who does, and what did it change?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ConflictsAnswer {
    /// Scale of deviations.
    pub scale: ScoreScale,
    /// Composite from which a provider passes, normalised points.
    pub pass_mark: f64,
    /// One entry per kind of tie, in the order of [`ConflictKind::ALL`].
    pub kinds: Vec<ConflictsOfKind>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

impl ConflictsAnswer {
    /// The entry of a kind; `None` where it is not listed.
    pub fn of(&self, kind: ConflictKind) -> Option<&ConflictsOfKind> {
        self.kinds.iter().find(|one| one.kind == kind)
    }
}

/// How an evaluator is tied to a provider.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// Evaluator and provider share an affiliation.
    SameAffiliation,
    /// The pair is listed in the table of conflicts of interest.
    Declared,
}

impl ConflictKind {
    /// Both of them, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::SameAffiliation, Self::Declared];
}

/// Everything about one kind of tie.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ConflictsOfKind {
    /// Which kind.
    pub kind: ConflictKind,
    /// All evaluators together.
    pub overall: Outcome<ConflictEffect>,
    /// One entry per evaluator with a score of a tied provider, in id order.
    pub evaluators: Vec<EvaluatorConflict>,
    /// Evaluators tested, over whom p are adjusted.
    pub n_tests: u32,
    /// What the composites would be without the scores of tied evaluators; `None` where there are none.
    pub consequences: Option<ConflictConsequences>,
}

/// Leave-one-out deviations of scores of tied providers against all others (Emerson, Seltzer & Lin 2009; Zitzewitz 2006).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ConflictEffect {
    /// Mean deviation of scores of tied providers, positive = higher than the colleagues'; standard error clustered by
    /// evaluator.
    pub tied: Estimate,
    /// Mean deviation of the other scores.
    pub other: Estimate,
    /// Tied less other within evaluators: each is compared with itself, so it need not be the difference of the two
    /// means. Standard error clustered by evaluator.
    pub difference: Estimate,
    /// Two-sided p of "no difference".
    pub p: f64,
    /// The same by drawing at random, for every evaluator, which of the providers scored are the tied ones.
    pub p_permutation: f64,
    /// Random draws behind it.
    pub n_permutations: u32,
    /// Evaluators with scores of both kinds.
    pub n_evaluators: u32,
}

/// One evaluator with scores of tied providers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EvaluatorConflict {
    /// Evaluator id.
    pub evaluator: String,
    /// Scores of tied providers, with a colleague's beside them or not.
    pub n_scores: u32,
    /// Score sheets with them.
    pub n_score_sheets: u32,
    /// Tied providers scored.
    pub n_providers: u32,
    /// How tied providers are scored, against the others.
    pub effect: Outcome<EvaluatorConflictEffect>,
    /// Providers in a round who would have passed without the scores of this evaluator alone, but did not.
    pub n_would_pass: u32,
    /// Providers in a round who passed, but would not have without them.
    pub n_would_fail: u32,
}

/// How one evaluator scores tied providers, every provider counting once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EvaluatorConflictEffect {
    /// Mean deviation over tied providers.
    pub tied: Estimate,
    /// Mean deviation over the other providers.
    pub other: Estimate,
    /// Tied less other, with the variance between providers pooled.
    pub difference: Estimate,
    /// Two-sided p of "no difference".
    pub p: f64,
    /// The same, Benjamini-Hochberg adjusted over the evaluators.
    pub p_adjusted: f64,
    /// The same by drawing at random which of the providers scored are the tied ones.
    pub p_permutation: f64,
    /// The verdict: beyond chance where both the adjusted p and the permutation p are below 5%.
    pub verdict: ConflictVerdict,
}

/// What can be said of an evaluator's scores of tied providers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConflictVerdict {
    /// No difference that is more than chance.
    NotShown,
    /// Tied providers get higher scores.
    Favours,
    /// Tied providers get lower scores.
    Disfavours,
}

/// What the composites would be without the scores of tied evaluators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ConflictConsequences {
    /// Providers in a round with a score of a tied evaluator.
    pub n_touched: u32,
    /// Of these would have passed, but did not.
    pub n_would_pass: u32,
    /// Of these passed, but would not have.
    pub n_would_fail: u32,
    /// Of these would have had another rank.
    pub n_rank_changed: u32,
    /// Of these were scored by tied evaluators only, so that nothing would be left.
    pub n_nothing_left: u32,
    /// Decisions that would change if as many scores of the same evaluators were left out of other providers' panels:
    /// the mean of random draws. Leaving out any scores changes some decisions.
    pub decisions_by_chance: f64,
    /// Every provider and round touched, by round and provider.
    pub providers: Vec<ConflictConsequence>,
}

/// A provider in a round with scores of tied evaluators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ConflictConsequence {
    /// Round id.
    pub round: String,
    /// Provider id.
    pub provider: String,
    /// The tied evaluators.
    pub evaluators: Vec<String>,
    /// Composite as it was, normalised points.
    pub composite: f64,
    /// Composite without their scores; `None` where no other score is left.
    pub without: Option<f64>,
    /// Rank in the round as it was; ties share the mean rank.
    pub rank: f64,
    /// Rank in the round without the scores of any tied evaluator.
    pub rank_without: Option<f64>,
    /// Whether it passed.
    pub passed: bool,
    /// Whether it would have passed.
    pub would_pass: Option<bool>,
}
