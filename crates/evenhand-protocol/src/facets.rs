use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{FacetMeasures, Finding, Interval, Outcome, RaschCategories, ScoreScale};

/// What do single scores tell beyond severity: who departs where from their usual standard, which scores surprise, and how
/// the steps of the scale are used?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct FacetsAnswer {
    /// What a many-facet Rasch model of all scores says (Linacre 1989).
    pub facets: Outcome<Facets>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

/// Interactions, unexpected scores and categories of one model of all scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Facets {
    /// Scores used.
    pub n_scores: u32,
    /// The scale of differences in points.
    pub scale: ScoreScale,
    /// How scores were made into categories.
    pub categories: RaschCategories,
    /// How the estimation ended.
    pub convergence: FitConvergence,
    /// The measures of evaluators, indicators and providers in their rounds.
    pub measures: Vec<FacetMeasures>,
    /// Where evaluators depart from their own severity, by rounds, indicators and categories of providers as far as there
    /// are at least two of each.
    pub interactions: Vec<InteractionTable>,
    /// Scores far from what is expected.
    pub unexpected: UnexpectedScores,
    /// The scale, or those of all indicators where they have their own.
    pub scales: Vec<CategoryScale>,
}

/// How the estimation of the model ended.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct FitConvergence {
    /// Iterations.
    pub iterations: u32,
    /// Largest difference between an observed and an expected sum of ratings, over all elements and categories.
    pub largest_residual: f64,
    /// Largest change of a measure in the last iteration, in logits.
    pub largest_change: f64,
}

/// What evaluators may interact with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum InteractionWith {
    /// Rounds: harsher in one round than in others.
    Round,
    /// Indicators: harsher on one indicator than on others.
    Indicator,
    /// Categories of providers: harsher with one group than with others.
    Category,
}

/// All interactions of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct InteractionTable {
    /// The kind.
    pub with: InteractionWith,
    /// The pairs, the least probable by chance first; at most some hundred.
    pub terms: Vec<InteractionTerm>,
    /// Pairs of an evaluator and another element that share scores and have others to be compared with.
    pub n_terms: u32,
    /// Pairs whose adjusted p is below 0.05.
    pub n_beyond_chance: u32,
    /// Test of no interaction at all: the sum of squared interactions over their errors, all main measures held fixed.
    pub chi_squared: f64,
    /// Its degrees of freedom: all pairs less evaluators less other elements, whose residuals add up to 0, plus 1.
    pub df: f64,
    /// Its p; `None` where no degree of freedom is left.
    pub p: Option<f64>,
    /// By how much the variances of the sizes are larger than the model says, since scores of one sheet go together; 1 for
    /// independent scores.
    pub dependence: f64,
}

/// One evaluator with one round, indicator or category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct InteractionTerm {
    /// Evaluator id.
    pub evaluator: String,
    /// Id of the round or indicator, or the name of the category.
    pub with: String,
    /// Scores of the pair.
    pub n_scores: u32,
    /// Score sheets they are from.
    pub n_sheets: u32,
    /// Mean score less what the evaluator's scores elsewhere let expect, in points of the scale of differences.
    pub points: f64,
    /// The same in logits, positive = higher scores than expected: the interaction with all main measures held fixed
    /// (Facets, Tables 9 to 13), with what they took up of it given back.
    pub size: f64,
    /// Its standard error, widened for the dependence.
    pub se: f64,
    /// Its interval by t; `None` for one score sheet.
    pub interval: Option<Interval>,
    /// Size by standard error.
    pub t: f64,
    /// Degrees of freedom of t.
    pub df: f64,
    /// Two-sided p of no interaction; `None` where nothing is left to judge by.
    pub p: Option<f64>,
    /// The same, Benjamini-Hochberg adjusted over all pairs of the kind.
    pub p_adjusted: Option<f64>,
}

/// Scores far from what the measures of everybody involved let expect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct UnexpectedScores {
    /// The size of a standardised residual from which on a score is unexpected.
    pub least: f64,
    /// Unexpected scores.
    pub n: u32,
    /// The share of scores that would be, were standardised residuals normal.
    pub share_by_chance: f64,
    /// The most unexpected ones.
    pub scores: Vec<UnexpectedScore>,
}

/// One score far from what was expected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct UnexpectedScore {
    /// Round id.
    pub round: String,
    /// Provider id.
    pub provider: String,
    /// Evaluator id.
    pub evaluator: String,
    /// Indicator id.
    pub indicator: String,
    /// The score as given.
    pub score: f64,
    /// The expected score, in the units of the indicator.
    pub expected: f64,
    /// Observed less expected category by its standard deviation; positive = better than expected.
    pub standardised: f64,
}

/// How the steps of a scale are used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct CategoryScale {
    /// The indicator with this scale; `None` where all indicators share one.
    pub indicator: Option<String>,
    /// Its categories, the best last.
    pub categories: Vec<ScoreCategory>,
    /// Thresholds below the one before.
    pub n_disordered: u32,
    /// Whether better categories come, on average, from better providers and milder evaluators.
    pub averages_ascend: bool,
    /// How probable each category is.
    pub curves: CategoryCurves,
}

/// One category of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ScoreCategory {
    /// The worst score in it, as given.
    pub first: f64,
    /// The best score in it; the same where scores were not put together.
    pub last: f64,
    /// Scores.
    pub n: u32,
    /// Their share of all scores on the scale.
    pub share: f64,
    /// Mean of provider less severity less difficulty over its scores, in logits.
    pub average_measure: f64,
    /// The same as the model expects.
    pub expected_measure: f64,
    /// Mean square of standardised residuals; 1 where the model holds.
    pub outfit: Option<f64>,
    /// Where this category and the one below are equally probable (Andrich 1978), in logits; `None` for the lowest.
    pub threshold: Option<f64>,
    /// Its standard error.
    pub threshold_se: Option<f64>,
    /// Whether the threshold is above the one before.
    pub ordered: bool,
    /// Whether the category is the most probable one anywhere.
    pub is_modal: bool,
    /// From where on it is, in logits; `None` for the lowest, which is from the bottom on, and where it never is.
    pub most_probable_from: Option<f64>,
}

/// The probabilities of all categories over the range of locations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct CategoryCurves {
    /// Locations in logits: provider less severity less difficulty.
    pub locations: Vec<f64>,
    /// By category the probability at every location.
    pub probabilities: Vec<Vec<f64>>,
}
