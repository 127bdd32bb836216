use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Estimate, Finding, Outcome};

/// What do the scores vary by, how dependable are they, and how many evaluators and indicators are enough?
///
/// Everything is on the normalised scale (0 to 100), variances in its square.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct GeneralizabilityAnswer {
    /// The G study: what single scores vary by.
    pub components: Outcome<VarianceComponents>,
    /// The D studies: one per object of measurement and design; empty where there are no components.
    pub studies: Vec<DStudy>,
    /// The severity of every evaluator who scored, harshest first, separated from providers and indicators by the same
    /// model; or why there is none.
    pub severity: Outcome<Vec<LinearSeverity>>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

/// The variance components of single scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct VarianceComponents {
    /// What the design can tell apart, the residual last.
    pub rows: Vec<VarianceShare>,
    /// What it cannot.
    pub confounded: Vec<Confounded>,
    /// Sum of all components.
    pub total: f64,
    /// Scores the model was fitted to.
    pub n_used: u32,
    /// Scores selected; more than `n_used` where only every so many panels were taken, for the time it takes.
    pub n_scores: u32,
}

/// What scores vary by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Rounds, with their occasions and sources: everybody scores higher or lower.
    Round,
    /// Providers, over all rounds.
    Provider,
    /// Providers in one round and on one occasion, beyond what they are over all.
    ProviderInRound,
    /// Evaluators: severity.
    Evaluator,
    /// Evaluators in one round: drift.
    EvaluatorInRound,
    /// Indicators: difficulty.
    Indicator,
    /// A provider's strong and weak indicators.
    ProviderIndicator,
    /// What an evaluator thinks of one provider in particular, on all indicators.
    ProviderEvaluator,
    /// An evaluator's view of one indicator.
    EvaluatorIndicator,
    /// All the rest.
    Residual,
}

/// One variance component.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct VarianceShare {
    /// Of what.
    pub effect: Effect,
    /// The variance; its n counts the levels.
    pub variance: Estimate,
    /// Its share of the variance of a single score.
    pub share: f64,
    /// Whether it is zero because it could not be less: a singular fit.
    pub at_boundary: bool,
}

/// An effect that the design cannot tell from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Confounded {
    /// The effect that is not in the model.
    pub effect: Effect,
    /// Where its variance went; `None` where only one level of it was seen.
    pub with: Option<Effect>,
}

/// What is measured; the others are facets over which it is generalised.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ObjectOfMeasurement {
    /// A provider in a round.
    Provider,
    /// An evaluator's severity in a round.
    Evaluator,
    /// An indicator's difficulty in a round.
    Indicator,
}

/// The dependability of mean scores for many sizes of a design (Brennan 2001, chapter 4).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct DStudy {
    /// What is measured.
    pub object: ObjectOfMeasurement,
    /// Whether every provider has evaluators of its own; else the same evaluators score all.
    pub nested: bool,
    /// Whether these indicators are the only ones of interest; else they stand for others like them.
    pub indicators_fixed: bool,
    /// Numbers of the first facet: evaluators, or providers where evaluators or indicators are measured.
    pub rows: Vec<u32>,
    /// Numbers of the second facet: indicators, or evaluators where indicators are measured.
    pub columns: Vec<u32>,
    /// Generalizability coefficient (for ranking), by rows and then columns.
    pub e_rho2: Vec<f64>,
    /// Index of dependability (for absolute decisions such as a pass mark), likewise.
    pub phi: Vec<f64>,
    /// What the panels as they were achieve, where that can be said.
    pub actual: Outcome<Dependability>,
}

impl DStudy {
    /// The coefficient that is usually asked for before decisions about groups and programmes (Brennan 2001, section 2.3).
    pub const TARGET: f64 = 0.8;

    /// A coefficient (`e_rho2` or `phi` of this study) for the sizes at these places of `rows` and `columns`.
    pub fn at(&self, coefficient: &[f64], row: usize, column: usize) -> Option<f64> {
        coefficient.get(row * self.columns.len() + column).copied()
    }

    /// What may be asked for instead: less for a first look, more before decisions about single providers (Nunnally &
    /// Bernstein 1994, chapter 7 asks .90 at least, better .95, for those).
    pub const TARGETS: [f64; 4] = [0.7, Self::TARGET, 0.9, 0.95];

    /// The smallest number of `rows` tried with which a coefficient reaches a target at a place of `columns`.
    pub fn enough(&self, coefficient: &[f64], column: usize, target: f64) -> Option<u32> {
        let reaches = |row: usize| self.at(coefficient, row, column).is_some_and(|value| value >= target);
        self.rows.iter().enumerate().find(|(row, _)| reaches(*row)).map(|(_, n)| *n)
    }
}

/// How dependable the mean scores of the panels as they were are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Dependability {
    /// Generalizability coefficient.
    pub e_rho2: f64,
    /// Index of dependability.
    pub phi: f64,
    /// Standard error of measurement for comparisons, in points.
    pub relative_sem: f64,
    /// Standard error of measurement for absolute decisions, in points.
    pub absolute_sem: f64,
    /// Harmonic mean of the evaluators of a panel.
    pub n_evaluators: f64,
    /// Harmonic mean of the indicators of a score sheet.
    pub n_indicators: f64,
}

/// An evaluator's severity by the mixed model, in points, positive = harsher.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct LinearSeverity {
    /// Evaluator id.
    pub evaluator: String,
    /// Drawn towards the mean of all evaluators the more, the less is known.
    pub shrunken: Estimate,
    /// As it is.
    pub unshrunken: Option<Estimate>,
}
