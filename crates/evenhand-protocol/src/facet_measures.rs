use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Outcome, RaschSpread};

/// The elements of one facet with all that Facets prints of them (Linacre, Table 7).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct FacetMeasures {
    /// The facet.
    pub facet: MeasuredFacet,
    /// Its elements that have scores: evaluators and providers in id order, indicators in that of the data set.
    pub elements: Vec<FacetElement>,
    /// How far its elements are apart.
    pub summary: Outcome<FacetSummary>,
    /// How often evaluators give the same score; `None` for the other facets.
    pub agreement: Option<ExactAgreement>,
}

/// A facet of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasuredFacet {
    /// Evaluators, higher = harsher.
    Evaluators,
    /// Indicators, higher = harder.
    Indicators,
    /// Providers in their rounds, higher = better.
    Providers,
}

impl MeasuredFacet {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Evaluators, Self::Indicators, Self::Providers];

    /// Its name in the page's address and in briefings.
    pub fn code(self) -> &'static str {
        match self {
            Self::Evaluators => "evaluators",
            Self::Indicators => "indicators",
            Self::Providers => "providers",
        }
    }

    /// The facet of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.code() == code)
    }
}

/// One element of a facet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct FacetElement {
    /// Id of the evaluator, indicator or provider.
    pub id: String,
    /// Round id, for providers.
    pub round: Option<String>,
    /// Scores.
    pub n: u32,
    /// Their mean, in points of the scale of the answer.
    pub observed_average: f64,
    /// What the element would be scored, or score, with average others, in the same points; `None` without a measure.
    pub fair_average: Option<f64>,
    /// The measure, corrected for bias like all measures of the model; `None` where the scores say nothing of it.
    pub measure: Option<LogitMeasure>,
    /// The measure of maximum likelihood, as Facets prints it.
    pub uncorrected: Option<LogitMeasure>,
    /// Whether all scores are the lowest, or all the highest, so that the measure is a convention.
    pub extreme: bool,
    /// How well the scores fit the model; `None` for extreme elements.
    pub fit: Option<FacetFit>,
    /// Pairs of scores with colleagues, for evaluators that have any.
    pub agreement: Option<ExactAgreement>,
}

/// A measure in logits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct LogitMeasure {
    /// Logits.
    pub value: f64,
    /// Its standard error, all other measures taken as known; `None` where the scores have no information.
    pub se: Option<f64>,
}

/// How well the scores of an element fit the model (Wright & Masters 1982).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct FacetFit {
    /// Information-weighted mean square of residuals; 1 where the model holds, above noisier, below more regular.
    pub infit: f64,
    /// The same as a standard normal deviate; `None` where it can take one value only.
    pub infit_z: Option<f64>,
    /// Unweighted mean square, sensitive to single surprising scores.
    pub outfit: f64,
    /// The same as a standard normal deviate.
    pub outfit_z: Option<f64>,
    /// Correlation of the scores with the locations that the model gives them; `None` where either does not vary.
    pub point_measure: Option<f64>,
    /// That correlation if the scores followed the model.
    pub point_measure_expected: Option<f64>,
}

/// How far the elements of a facet are apart, and whether at all.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct FacetSummary {
    /// Over all elements with a measure.
    pub all: FacetSpread,
    /// Without extreme elements; `None` where there are none.
    pub without_extremes: Option<FacetSpread>,
}

/// The spread of measures beside their errors.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct FacetSpread {
    /// Elements.
    pub n: u32,
    /// With the elements as all there are.
    pub population: RaschSpread,
    /// With the elements as a sample.
    pub sample: RaschSpread,
    /// Test of equal measures: whether they differ by no more than their errors (fixed effects).
    pub fixed: Option<ChiSquaredTest>,
    /// Test of a normal distribution of measures (random effects); `None` where they vary less than their errors.
    pub random: Option<ChiSquaredTest>,
}

/// A chi-square test.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ChiSquaredTest {
    /// The statistic.
    pub chi_squared: f64,
    /// Its degrees of freedom.
    pub df: f64,
    /// The probability of a larger one.
    pub p: f64,
}

/// Pairs of scores by two evaluators for the same provider, round and indicator.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ExactAgreement {
    /// Pairs.
    pub pairs: f64,
    /// Pairs in the same category.
    pub observed: f64,
    /// Pairs that would be if all scores followed the model, independently of each other.
    pub expected: f64,
    /// Agreement beyond that as a share of what is left (Linacre's Rasch kappa); near 0 for evaluators who score
    /// independently. `None` where nothing is left.
    pub kappa: Option<f64>,
}
