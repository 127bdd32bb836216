use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Benchmark, Coefficient, CoefficientValue, Estimate, Finding, Outcome, Part};

/// How far do the evaluators agree, by every coefficient and part by part?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct AgreementAnswer {
    /// The composites of all score sheets.
    pub overall: AgreementOf,
    /// What the default coefficients of `overall` are worth on each benchmark scale.
    pub benchmarks: Vec<Benchmark>,
    /// The composites of each round, in round order.
    pub by_round: Vec<AgreementOf>,
    /// The ratings of each indicator, in the order of the indicators table.
    pub by_indicator: Vec<AgreementOf>,
    /// The composites over the indicators of each dimension, in the order in which the indicators table names them.
    pub by_dimension: Vec<AgreementOf>,
    /// The composites of the evaluators of each qualification, sorted by its name; none where no qualification is given.
    pub by_qualification: Vec<AgreementOf>,
    /// The composites of the evaluators of each group, sorted by its name; none where no group is given.
    pub by_group: Vec<AgreementOf>,
    /// Each round less the one before, in round order; pairs without a value in one of them are absent.
    pub round_differences: Vec<AgreementDifference>,
    /// Each two qualifications, first less second.
    pub qualification_differences: Vec<AgreementDifference>,
    /// Each two groups, first less second.
    pub group_differences: Vec<AgreementDifference>,
    /// Weighted kappa of each two evaluators who share enough units.
    pub pairs: Outcome<PairAgreements>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

impl AgreementAnswer {
    /// Every part of it, all scores first.
    pub fn parts(&self) -> impl Iterator<Item = &AgreementOf> {
        std::iter::once(&self.overall)
            .chain(&self.by_round)
            .chain(&self.by_indicator)
            .chain(&self.by_dimension)
            .chain(&self.by_qualification)
            .chain(&self.by_group)
    }
}

/// What is compared between evaluators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compared {
    /// Composites on the normalised scale.
    Composites,
    /// The ratings of one indicator in its own points.
    Ratings,
}

/// The agreement of one part of the scores.
/// A unit is a provider on one occasion of one round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct AgreementOf {
    /// Which part.
    pub part: Part,
    /// What is compared.
    pub compared: Compared,
    /// Every coefficient, in the order of [`Coefficient::ALL`].
    pub coefficients: Vec<CoefficientValue>,
    /// Evaluators per panel behind the coefficients of panel means; `None` without any.
    pub k: Option<f64>,
    /// Units with at least one score sheet.
    pub n_units: u32,
    /// Units with two or more, which alone say something about agreement.
    pub n_units_shared: u32,
    /// Evaluators.
    pub n_evaluators: u32,
    /// Different values; categories are counted where coefficients of categories are computed.
    pub n_values: u32,
    /// Categories of the scale; `None` where coefficients of categories are not computed.
    pub n_categories: Option<u32>,
}

impl AgreementOf {
    /// The estimate of a coefficient, or why it has none; `None` where it is not listed.
    pub fn value(&self, coefficient: Coefficient) -> Option<&Outcome<Estimate>> {
        self.coefficients.iter().find(|value| value.coefficient == coefficient).map(|value| &value.value)
    }

    /// The coefficient shown unless another is asked for: ICC(A,1) of composites, Krippendorff alpha of ratings.
    pub fn default_coefficient(&self) -> Coefficient {
        match self.compared {
            Compared::Composites => Coefficient::IccA1,
            Compared::Ratings => Coefficient::AlphaInterval,
        }
    }
}

/// Agreement of each two evaluators on the composites.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct PairAgreements {
    /// The evaluators of at least one pair, by id order.
    pub evaluators: Vec<String>,
    /// One entry per pair with at least `min_shared` common units, in the order of `evaluators`.
    pub pairs: Vec<PairAgreement>,
    /// Fewest common units of a pair that is listed.
    pub min_shared: u32,
    /// Pairs with fewer common units, which are left out.
    pub n_left_out: u32,
    /// Whether the composites were rounded to whole points of 100 for it.
    pub rounded: bool,
}

/// Weighted kappa (quadratic weights) of two evaluators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct PairAgreement {
    /// Id of one evaluator.
    pub first: String,
    /// Id of the other.
    pub second: String,
    /// Units both scored.
    pub n_shared: u32,
    /// Their kappa.
    pub kappa: Outcome<Estimate>,
    /// Two-sided p of "no more agreement than by chance".
    pub p: Option<f64>,
    /// The same, Benjamini-Hochberg adjusted over the pairs.
    pub p_adjusted: Option<f64>,
}

/// Difference of Krippendorff alpha (interval, composites) between two parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct AgreementDifference {
    /// The part that is compared.
    pub first: Part,
    /// The part it is compared with.
    pub second: Part,
    /// First less second.
    pub difference: Estimate,
    /// Units in both parts, over which the two are paired.
    pub n_shared: u32,
    /// Two-sided p of "no difference".
    pub p: Option<f64>,
    /// The same, Benjamini-Hochberg adjusted over the differences of its kind.
    pub p_adjusted: Option<f64>,
}
