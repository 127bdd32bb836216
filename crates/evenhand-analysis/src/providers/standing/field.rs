//! The providers of a round that have an adjusted composite, with the joint distribution of their errors.

use std::ops::Range;

use evenhand_protocol::{Estimate, Funnel, Outcome, Reason};
use evenhand_stats::{Combination, JointEstimates, Level, Normal, funnel};

use super::super::adjustment::Adjustment;
use crate::convert::reason;

/// More providers in a round than this have no joint distribution here: its matrix would take 8 MB and more.
const MOST: usize = 1_000;
/// Share of the z scores at each end that does not count for over-dispersion (Spiegelhalter 2005).
const WINSORISED: f64 = 0.1;

/// The units of a round that can be compared.
pub(super) struct Field {
    units: Range<usize>,
    /// Place of every unit of the round among those with a composite.
    places: Vec<Option<usize>>,
    combinations: Vec<Combination>,
    estimates: Vec<(Outcome<Estimate>, u32)>,
    joint: Result<JointEstimates, Reason>,
    sigma2: Option<f64>,
}

impl Field {
    pub(super) fn new(adjustment: &Adjustment, units: Range<usize>) -> Self {
        let mut combinations = Vec::new();
        let mut why = Reason::TooFewUnits { needed: 2, found: 0 };
        let mut places = Vec::with_capacity(units.len());
        for combination in adjustment.units(units.clone()) {
            places.push(match combination {
                Ok(combination) => {
                    combinations.push(combination);
                    Some(combinations.len() - 1)
                }
                Err(reason) => {
                    why = reason;
                    None
                }
            });
        }
        // Values in different parts of the design are not on one scale.
        let joint = if !adjustment.are_comparable(&combinations) {
            Err(Reason::NotLinked)
        } else if combinations.is_empty() {
            Err(why)
        } else {
            joint(adjustment, &combinations)
        };
        let estimates =
            units.clone().map(|unit| (adjustment.estimate(unit), adjustment.n_sheets(unit))).collect();
        Self { units, places, combinations, estimates, joint, sigma2: adjustment.sigma2() }
    }

    /// The composites, in the order of the joint distribution.
    pub(super) fn combinations(&self) -> &[Combination] {
        &self.combinations
    }

    pub(super) fn joint(&self) -> Result<&JointEstimates, Reason> {
        self.joint.as_ref().map_err(Clone::clone)
    }

    /// The adjusted composite of a unit of the round.
    pub(super) fn estimate(&self, unit: usize) -> Outcome<Estimate> {
        let known = self.at(unit).map(|(estimate, _)| estimate.clone());
        known.unwrap_or(Outcome::Undefined(Reason::NotScored))
    }

    /// Its score sheets.
    pub(super) fn n_sheets(&self, unit: usize) -> u32 {
        self.at(unit).map_or(0, |(_, n_sheets)| *n_sheets)
    }

    fn at(&self, unit: usize) -> Option<&(Outcome<Estimate>, u32)> {
        self.estimates.get(unit.checked_sub(self.units.start)?)
    }

    /// The place of a unit in the joint distribution.
    pub(super) fn place(&self, unit: usize) -> Option<usize> {
        self.places.get(unit.checked_sub(self.units.start)?).copied().flatten()
    }

    /// How many score sheets without evaluators' effects would be as sure.
    pub(super) fn precision(&self, unit: usize) -> Option<f64> {
        let variance = self.combinations[self.place(unit)?].relative_variance();
        (variance > 0.0).then(|| 1.0 / variance)
    }

    /// Sheets behind each composite of the field, as [`Field::precision`] counts them.
    pub(super) fn funnel(&self) -> Result<Funnel, Reason> {
        let joint = self.joint()?;
        let sigma2 = self.sigma2.ok_or(Reason::NoVariance)?;
        let se = |one: &Combination| (sigma2 * one.relative_variance()).sqrt();
        let ses: Vec<f64> = self.combinations.iter().map(se).collect();
        let found = funnel(joint.values(), &ses, WINSORISED).map_err(|undefined| reason(&undefined))?;
        let z = |level| Level::new(level).map_or(0.0, |level| Normal.critical(level));
        Ok(Funnel {
            target: found.target,
            dispersion: found.dispersion,
            overdispersed: found.overdispersed,
            between_sd: found.between_sd,
            sheet_sd: sigma2.sqrt(),
            z_95: z(0.95),
            z_998: z(0.998),
            n: found.n as u32,
        })
    }
}

/// Adjusted composites with the covariances of their errors; all of them must be linked.
pub(in super::super) fn joint<'a>(
    adjustment: &Adjustment,
    combinations: impl IntoIterator<Item = &'a Combination>,
) -> Result<JointEstimates, Reason> {
    let combinations: Vec<&Combination> = combinations.into_iter().collect();
    let n = combinations.len();
    if n > MOST {
        return Err(Reason::TooLarge { limit: MOST as u32, found: n as u32 });
    }
    let mut relative = vec![0.0; n * n];
    for (i, first) in combinations.iter().enumerate() {
        relative[i * n + i] = first.relative_variance();
        for (j, second) in combinations.iter().enumerate().skip(i + 1) {
            let covariance = adjustment.relative_covariance(first, second)?;
            relative[i * n + j] = covariance;
            relative[j * n + i] = covariance;
        }
    }
    let values: Vec<f64> = combinations.iter().map(|one| one.value()).collect();
    let sigma2 = adjustment.sigma2().ok_or(Reason::NoVariance)?;
    JointEstimates::new(&values, &relative, sigma2, adjustment.df()).map_err(|undefined| reason(&undefined))
}
