use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Estimate, Outcome};

/// A coefficient of agreement.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Coefficient {
    /// ICC(1): one evaluator, one-way layout.
    #[serde(rename = "icc_1")]
    Icc1,
    /// ICC(A,1): one evaluator, absolute agreement.
    #[serde(rename = "icc_a_1")]
    IccA1,
    /// ICC(C,1): one evaluator, consistency.
    #[serde(rename = "icc_c_1")]
    IccC1,
    /// ICC(1,k): panel mean, one-way layout.
    #[serde(rename = "icc_1_k")]
    Icc1k,
    /// ICC(A,k): panel mean, absolute agreement.
    #[serde(rename = "icc_a_k")]
    IccAk,
    /// ICC(C,k): panel mean, consistency.
    #[serde(rename = "icc_c_k")]
    IccCk,
    /// Krippendorff alpha, squared differences of the values.
    AlphaInterval,
    /// Krippendorff alpha, ranks.
    AlphaOrdinal,
    /// Krippendorff alpha, equal or not.
    AlphaNominal,
    /// Krippendorff alpha, squared relative differences.
    AlphaRatio,
    /// Share of pairs of ratings that are equal, not corrected for chance.
    PercentAgreement,
    /// Fleiss' kappa.
    FleissKappa,
    /// Conger's kappa.
    CongerKappa,
    /// Brennan & Prediger's coefficient.
    BrennanPrediger,
    /// Gwet's AC1: equal or not.
    #[serde(rename = "gwet_ac1")]
    GwetAc1,
    /// Gwet's AC2, linear weights.
    #[serde(rename = "gwet_ac2_linear")]
    GwetAc2Linear,
    /// Gwet's AC2, quadratic weights.
    #[serde(rename = "gwet_ac2_quadratic")]
    GwetAc2Quadratic,
    /// Gwet's AC2, ordinal weights.
    #[serde(rename = "gwet_ac2_ordinal")]
    GwetAc2Ordinal,
    /// Kendall's W, corrected for ties.
    KendallW,
}

impl Coefficient {
    /// All of them, in the order in which answers and pages list them.
    pub const ALL: [Self; 19] = [
        Self::IccA1,
        Self::IccAk,
        Self::IccC1,
        Self::IccCk,
        Self::Icc1,
        Self::Icc1k,
        Self::AlphaInterval,
        Self::AlphaOrdinal,
        Self::AlphaNominal,
        Self::AlphaRatio,
        Self::GwetAc1,
        Self::GwetAc2Linear,
        Self::GwetAc2Quadratic,
        Self::GwetAc2Ordinal,
        Self::FleissKappa,
        Self::CongerKappa,
        Self::BrennanPrediger,
        Self::PercentAgreement,
        Self::KendallW,
    ];
}

/// A coefficient with its estimate, or why it has none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct CoefficientValue {
    /// Which.
    pub coefficient: Coefficient,
    /// Its estimate.
    pub value: Outcome<Estimate>,
}
