use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::Coefficient;

/// A published scale of words for a coefficient.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum BenchmarkScale {
    /// Koo & Li (2016), for intraclass correlations.
    #[default]
    KooLi,
    /// Cicchetti (1994), for kappa and intraclass correlations.
    Cicchetti,
    /// Landis & Koch (1977), for kappa.
    LandisKoch,
    /// Altman (1991), for kappa.
    Altman,
    /// Fleiss (1981), for kappa.
    Fleiss,
    /// George & Mallery (2003), for Cronbach's alpha.
    GeorgeMallery,
}

impl BenchmarkScale {
    /// All of them, in the order of the choice on the page.
    pub const ALL: [Self; 6] =
        [Self::KooLi, Self::Cicchetti, Self::LandisKoch, Self::Altman, Self::Fleiss, Self::GeorgeMallery];
}

/// A word of a benchmark scale; what it means depends on the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// The lowest word of George & Mallery.
    Unacceptable,
    /// The lowest word of the other scales, and the second lowest of George & Mallery.
    Poor,
    /// George & Mallery only.
    Questionable,
    /// Landis & Koch only.
    Slight,
    /// Landis & Koch, Altman and Cicchetti.
    Fair,
    /// Landis & Koch, Altman, and Koo & Li.
    Moderate,
    /// Fleiss only: the middle of three.
    IntermediateToGood,
    /// George & Mallery only.
    Acceptable,
    /// Altman, Koo & Li, Cicchetti, and George & Mallery.
    Good,
    /// Altman only: its highest.
    VeryGood,
    /// Landis & Koch only.
    Substantial,
    /// Fleiss, Koo & Li, Cicchetti, and George & Mallery: the highest.
    Excellent,
    /// Landis & Koch only: the highest.
    AlmostPerfect,
}

/// What a coefficient is worth on a scale, by Gwet's (2014) cumulative membership probability.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Benchmark {
    /// Of which coefficient.
    pub coefficient: Coefficient,
    /// The scale.
    pub scale: BenchmarkScale,
    /// The word of the point estimate, which its uncertainty may not bear out.
    pub of_estimate: Grade,
    /// The probability that the coefficient deserves that word or a higher one.
    pub of_estimate_probability: f64,
    /// The highest word that it deserves with a probability of at least .95.
    pub reached: Grade,
    /// The probability of `reached` or higher.
    pub probability: f64,
    /// Whether `reached` is the lowest word of the scale, which is true of any coefficient.
    pub lowest: bool,
    /// Whether `reached` is the highest word of the scale.
    pub highest: bool,
}
