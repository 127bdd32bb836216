//! One coefficient as a function of how often each unit counts, for resampling.

use super::coefficient::{observed, unit_values};
use super::table::Table;
use super::{brennan_prediger, conger, fleiss, gwet};
use crate::agreement_weights::AgreementWeights;
use crate::ratings::Ratings;
use crate::resampling::UnitStatistic;
use crate::undefined::Undefined;

/// A coefficient of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coefficient {
    /// The share of agreeing pairs.
    PercentAgreement,
    /// Gwet's AC1 or AC2.
    GwetAc,
    /// Fleiss' kappa.
    FleissKappa,
    /// Conger's kappa.
    CongerKappa,
    /// Brennan & Prediger's coefficient.
    BrennanPrediger,
}

/// The coefficient of ratings whose units can be weighed.
pub(crate) struct CoefficientStatistic<'a> {
    table: Table<'a>,
    coefficient: Coefficient,
}

impl<'a> CoefficientStatistic<'a> {
    pub(crate) fn new(
        ratings: &Ratings,
        scale: Option<&[f64]>,
        weights: AgreementWeights<'a>,
        coefficient: Coefficient,
    ) -> Result<Self, Undefined> {
        Ok(Self { table: Table::new(ratings, scale, weights)?, coefficient })
    }

    fn expected(&self, weights: &[f64]) -> Option<f64> {
        match self.coefficient {
            Coefficient::PercentAgreement => Some(0.0),
            Coefficient::GwetAc => gwet::chance(&self.table, weights).ok().map(|chance| chance.expected),
            Coefficient::FleissKappa => {
                fleiss::chance(&self.table, weights).ok().map(|chance| chance.expected)
            }
            Coefficient::CongerKappa => Some(conger::expected(&self.table, weights)),
            Coefficient::BrennanPrediger => {
                brennan_prediger::chance(&self.table).ok().map(|chance| chance.expected)
            }
        }
    }

    /// Each unit's part in the chance agreement, where that depends on the scores.
    fn unit_chance(&self, ones: &[f64]) -> Option<Vec<f64>> {
        let of_category = match self.coefficient {
            Coefficient::CongerKappa => return Some(conger::unit_parts(&self.table)),
            Coefficient::GwetAc => gwet::chance(&self.table, ones).ok()?.of_category?,
            Coefficient::FleissKappa => fleiss::chance(&self.table, ones).ok()?.of_category?,
            Coefficient::PercentAgreement | Coefficient::BrennanPrediger => return None,
        };
        Some(self.table.unit_means(&of_category))
    }
}

impl UnitStatistic for CoefficientStatistic<'_> {
    fn n_units(&self) -> usize {
        self.table.n_units()
    }

    fn value(&self, weights: &[f64]) -> Option<f64> {
        let expected = self.expected(weights)?;
        let value = (observed(&self.table, weights)? - expected) / (1.0 - expected);
        (1.0 - expected > 1e-14 && value.is_finite()).then_some(value)
    }

    fn influence(&self) -> Option<Vec<f64>> {
        let ones = vec![1.0; self.n_units()];
        let (observed, expected) = (observed(&self.table, &ones)?, self.expected(&ones)?);
        if 1.0 - expected <= 1e-14 {
            return None;
        }
        let chance = self.unit_chance(&ones);
        let values = unit_values(&self.table, observed, expected, chance.as_deref());
        let coefficient = (observed - expected) / (1.0 - expected);
        let n = self.n_units() as f64;
        Some(values.iter().map(|value| (value - coefficient) / n).collect())
    }
}
