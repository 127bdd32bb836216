//! Products with the matrix of agreement weights, without the matrix where there is a shorter way.

use super::{AgreementWeights, CustomWeights};
use crate::undefined::Undefined;

/// The most categories for which every pair is visited (ratio and custom weights).
const MAX_PAIRWISE_CATEGORIES: usize = 5_000;

/// Agreement weights made ready for the categories at hand.
pub(crate) struct Weighting<'a> {
    /// The coordinate of each category: its value, or its rank.
    coordinates: Vec<f64>,
    kind: Kind<'a>,
}

enum Kind<'a> {
    Identity,
    /// `1 - absolute |d| - squared d^2` for coordinates d apart.
    Distance {
        absolute: f64,
        squared: f64,
    },
    /// `1 - scale ((a - b) / (a + b))^2`.
    Ratio {
        scale: f64,
    },
    Custom(&'a CustomWeights),
}

impl<'a> Weighting<'a> {
    /// The weights for categories in ascending order.
    pub(crate) fn new(weights: AgreementWeights<'a>, values: &[f64]) -> Result<Self, Undefined> {
        let q = values.len();
        let pairwise = matches!(weights, AgreementWeights::Ratio | AgreementWeights::Custom(_));
        if pairwise && q > MAX_PAIRWISE_CATEGORIES {
            return Err(Undefined::TooLarge { limit: MAX_PAIRWISE_CATEGORIES, found: q });
        }
        let (first, last) = (values.first().copied().unwrap_or(0.0), values.last().copied().unwrap_or(0.0));
        // A single category agrees with itself whatever the scheme; the range only must not be divided by.
        let range = if q > 1 { last - first } else { 1.0 };
        let kind = match weights {
            AgreementWeights::Identity => Kind::Identity,
            AgreementWeights::Linear => Kind::Distance { absolute: 1.0 / range, squared: 0.0 },
            AgreementWeights::Quadratic => Kind::Distance { absolute: 0.0, squared: 1.0 / (range * range) },
            AgreementWeights::Ordinal => {
                let share = 1.0 / (q.max(2) * (q.max(2) - 1)) as f64;
                Kind::Distance { absolute: share, squared: share }
            }
            AgreementWeights::Ratio if first < 0.0 => return Err(Undefined::Negative),
            AgreementWeights::Ratio => {
                let furthest = if q > 1 { range / (last + first) } else { 1.0 };
                Kind::Ratio { scale: 1.0 / (furthest * furthest) }
            }
            AgreementWeights::Custom(custom) if custom.n_categories() != q => {
                return Err(Undefined::InvalidWeights);
            }
            AgreementWeights::Custom(custom) => Kind::Custom(custom),
        };
        let coordinates = match weights {
            AgreementWeights::Ordinal => (0..q).map(|rank| rank as f64).collect(),
            AgreementWeights::Ratio => values.to_vec(),
            // Measured from the middle, so that squares of large values do not swallow small distances.
            _ => values.iter().map(|value| value - 0.5 * (first + last)).collect(),
        };
        Ok(Self { coordinates, kind })
    }

    /// The weight of a pair of categories.
    pub(crate) fn get(&self, k: usize, l: usize) -> f64 {
        let (a, b) = (self.coordinates[k], self.coordinates[l]);
        match &self.kind {
            Kind::Identity => f64::from(u8::from(k == l)),
            Kind::Distance { absolute, squared } => {
                let distance = (a - b).abs();
                1.0 - absolute * distance - squared * distance * distance
            }
            Kind::Ratio { .. } if k == l => 1.0,
            Kind::Ratio { scale } => {
                let relative = (a - b) / (a + b);
                1.0 - scale * relative * relative
            }
            Kind::Custom(custom) => custom.get(k, l),
        }
    }

    /// For each of the categories `at` (ascending) the weights times the masses at these categories, summed.
    ///
    /// Linear in their number for all but ratio and custom weights.
    pub(crate) fn apply(&self, at: &[u32], mass: &[f64]) -> Vec<f64> {
        match &self.kind {
            Kind::Identity => mass.to_vec(),
            Kind::Distance { absolute, squared } => self.by_distance(at, mass, *absolute, *squared),
            Kind::Ratio { .. } | Kind::Custom(_) => at
                .iter()
                .map(|k| at.iter().zip(mass).map(|(l, mass)| self.get(*k as usize, *l as usize) * mass).sum())
                .collect(),
        }
    }

    /// As [`apply`](Self::apply), over all categories.
    pub(crate) fn apply_all(&self, mass: &[f64]) -> Vec<f64> {
        let all: Vec<u32> = (0..mass.len() as u32).collect();
        self.apply(&all, mass)
    }

    /// The sum of the weights of all pairs of categories.
    pub(crate) fn total(&self) -> f64 {
        self.apply_all(&vec![1.0; self.coordinates.len()]).iter().sum()
    }

    /// Sums of absolute distances come from the masses and moments below and above each category.
    fn by_distance(&self, at: &[u32], mass: &[f64], absolute: f64, squared: f64) -> Vec<f64> {
        let x = |k: &u32| self.coordinates[*k as usize];
        let (mut total, mut first, mut second) = (0.0, 0.0, 0.0);
        for (k, mass) in at.iter().zip(mass) {
            total += mass;
            first += mass * x(k);
            second += mass * x(k) * x(k);
        }
        let (mut below, mut moment_below) = (0.0, 0.0);
        let product = |(k, mass): (&u32, &f64)| {
            let x = x(k);
            let beneath = x * below - moment_below;
            let (above, moment_above) = (total - below - mass, first - moment_below - mass * x);
            below += mass;
            moment_below += mass * x;
            let distances = beneath + (moment_above - x * above);
            let squares = x * x * total - 2.0 * x * first + second;
            total - absolute * distances - squared * squares
        };
        at.iter().zip(mass).map(product).collect()
    }
}
