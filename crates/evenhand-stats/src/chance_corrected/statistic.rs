//! One coefficient as a function of how often each unit counts, for resampling.

use super::coefficient::observed;
use super::table::Table;
use super::{brennan_prediger, conger, fleiss, gwet};
use crate::agreement_weights::AgreementWeights;
use crate::ratings::Ratings;
use crate::resampling::{Linearised, Studentised, UnitStatistic};
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
    pub(super) coefficient: Coefficient,
}

impl<'a> CoefficientStatistic<'a> {
    pub(crate) fn new(
        ratings: &Ratings,
        scale: Option<&[f64]>,
        weights: AgreementWeights<'a>,
        coefficient: Coefficient,
    ) -> Result<Self, Undefined> {
        Ok(Self::of(Table::new(ratings, scale, weights)?, coefficient))
    }

    pub(super) fn of(table: Table<'a>, coefficient: Coefficient) -> Self {
        Self { table, coefficient }
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
    fn unit_chance(&self, weights: &[f64]) -> Option<Vec<f64>> {
        let of_category = match self.coefficient {
            Coefficient::CongerKappa => return Some(conger::unit_parts(&self.table, weights)),
            Coefficient::GwetAc => gwet::chance(&self.table, weights).ok()?.of_category?,
            Coefficient::FleissKappa => fleiss::chance(&self.table, weights).ok()?.of_category?,
            Coefficient::PercentAgreement | Coefficient::BrennanPrediger => return None,
        };
        Some(self.table.unit_means(&of_category))
    }

    /// The derivative of the coefficient by each unit's weight. Unlike Gwet's linearised values it takes the number of
    /// units with two or more scores for what it is, not for a random number.
    fn slopes(&self, weights: &[f64]) -> Option<(f64, Vec<f64>)> {
        let (observed, expected) = (observed(&self.table, weights)?, self.expected(weights)?);
        let rest = 1.0 - expected;
        if rest <= 1e-14 {
            return None;
        }
        let coefficient = (observed - expected) / rest;
        let n: f64 = weights.iter().sum();
        let paired = || self.table.agreement.iter().zip(weights).filter(|(agreement, _)| agreement.is_some());
        let n_pairs: f64 = paired().map(|(_, weight)| weight).sum();
        let chance = self.unit_chance(weights);
        let slope = |unit: usize| {
            let agreement = self.table.agreement[unit].map_or(0.0, |agreement| agreement - observed);
            let chance = chance.as_ref().map_or(0.0, |chance| chance[unit] - expected);
            (agreement / n_pairs - 2.0 * (1.0 - coefficient) * chance / n) / rest
        };
        Some((coefficient, (0..self.table.n_units()).map(slope).collect()))
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
        Some(self.slopes(&vec![1.0; self.n_units()])?.1)
    }
}

impl Studentised for CoefficientStatistic<'_> {
    fn linearised(&self, weights: &[f64]) -> Option<Linearised> {
        let (value, slopes) = self.slopes(weights)?;
        Some(Linearised { value, slopes })
    }
}
