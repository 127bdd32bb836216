//! Whether evaluators agree more in one round or group than in another.

use crate::agreement_weights::AgreementWeights;
use crate::chance_corrected::{Coefficient, CoefficientStatistic};
use crate::distribution::StudentT;
use crate::estimate::{Estimate, Level};
use crate::krippendorff::{AlphaStatistic, Metric};
use crate::random::Random;
use crate::ratings::Ratings;
use crate::resampling::{
    Linearised, Resampling, Studentised, Transform, UnitStatistic, studentised_interval,
};
use crate::undefined::Undefined;

/// The statistic whose values are compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AgreementStatistic<'a> {
    /// Krippendorff's alpha.
    Krippendorff(Metric),
    /// A coefficient of Gwet's family.
    Coefficient {
        /// Which one.
        coefficient: Coefficient,
        /// The credit for pairs of categories.
        weights: AgreementWeights<'a>,
        /// The categories of the scale, which should be given: those that occur may differ between the two.
        scale: Option<&'a [f64]>,
    },
}

/// The agreement in two sets of ratings and its difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgreementDifference {
    /// The agreement in the first set.
    pub first: f64,
    /// The agreement in the second set.
    pub second: f64,
    /// First minus second; `n` is the number of units in either set.
    pub difference: Estimate,
    /// The two-sided p of no difference, by t on n - 1 degrees of freedom; `None` without variation.
    pub p: Option<f64>,
    /// The number of units in both sets, which are resampled together.
    pub n_shared: usize,
}

/// The difference of agreement between two sets of ratings, paired over units with the same code.
///
/// The standard error is the infinitesimal jackknife over units: a unit in both sets moves both statistics, and what the
/// two have in common cancels. The interval is the studentised bootstrap over units; units of both sets, of the first
/// only and of the second only are resampled as three strata, so that the sets keep their sizes.
///
/// # Errors
/// As [`krippendorff_alpha`](crate::krippendorff_alpha) or [`agreement_set`](crate::agreement_set) of either set;
/// `TooFewUnits` below two units.
pub fn agreement_difference(
    first: &Ratings,
    second: &Ratings,
    statistic: AgreementStatistic,
    resampling: Resampling,
    level: Level,
) -> Result<AgreementDifference, Undefined> {
    let (first, second) = (OneSet::new(first, statistic)?, OneSet::new(second, statistic)?);
    let paired = Paired::new(first, second);
    let n = paired.n_units();
    if n < 2 {
        return Err(Undefined::TooFewUnits { needed: 2, found: n });
    }
    let ones = vec![1.0; n];
    let value = |set: &OneSet| set.statistic.value(&vec![1.0; set.statistic.n_units()]);
    let values = value(&paired.sets[0]).zip(value(&paired.sets[1])).ok_or(Undefined::NoVariance)?;
    let found = paired.with_se(&ones).ok_or(Undefined::NoVariance)?;
    let p = (found.se > 1e-14)
        .then(|| StudentT::new((n - 1) as f64).map(|t| t.two_sided(found.value / found.se)))
        .flatten();
    let interval = studentised_interval(&paired, Transform::Identity, resampling, level);
    Ok(AgreementDifference {
        first: values.0,
        second: values.1,
        difference: Estimate { value: found.value, se: Some(found.se), interval, n },
        p,
        n_shared: paired.strata[0].len(),
    })
}

/// Either kind of statistic.
enum Either<'a> {
    Alpha(AlphaStatistic),
    Coefficient(CoefficientStatistic<'a>),
}

impl Either<'_> {
    fn n_units(&self) -> usize {
        match self {
            Self::Alpha(alpha) => alpha.n_units(),
            Self::Coefficient(coefficient) => coefficient.n_units(),
        }
    }

    fn value(&self, weights: &[f64]) -> Option<f64> {
        match self {
            Self::Alpha(alpha) => alpha.value(weights),
            Self::Coefficient(coefficient) => coefficient.value(weights),
        }
    }

    fn linearised(&self, weights: &[f64]) -> Option<Linearised> {
        match self {
            Self::Alpha(alpha) => alpha.linearised(weights),
            Self::Coefficient(coefficient) => coefficient.linearised(weights),
        }
    }
}

/// One set's statistic with the codes of the units that it is made of.
struct OneSet<'a> {
    statistic: Either<'a>,
    codes: Vec<u32>,
}

impl<'a> OneSet<'a> {
    fn new(ratings: &Ratings, statistic: AgreementStatistic<'a>) -> Result<Self, Undefined> {
        match statistic {
            AgreementStatistic::Krippendorff(metric) => {
                let alpha = AlphaStatistic::new(ratings, metric)?;
                let codes = alpha.units_used().iter().map(|unit| ratings.unit_codes()[*unit]).collect();
                Ok(Self { statistic: Either::Alpha(alpha), codes })
            }
            AgreementStatistic::Coefficient { coefficient, weights, scale } => {
                let statistic = CoefficientStatistic::new(ratings, scale, weights, coefficient)?;
                let codes = ratings.unit_codes().to_vec();
                Ok(Self { statistic: Either::Coefficient(statistic), codes })
            }
        }
    }
}

/// Both sets over the union of their units.
struct Paired<'a> {
    sets: [OneSet<'a>; 2],
    /// For each set the position of each of its units in the union.
    places: [Vec<usize>; 2],
    n: usize,
    /// The positions of units in both sets, in the first only, in the second only.
    strata: [Vec<usize>; 3],
}

impl<'a> Paired<'a> {
    fn new(first: OneSet<'a>, second: OneSet<'a>) -> Self {
        let mut codes = [first.codes.as_slice(), second.codes.as_slice()].concat();
        codes.sort_unstable();
        codes.dedup();
        let places = [&first, &second]
            .map(|set| set.codes.iter().map(|code| codes.partition_point(|c| c < code)).collect::<Vec<_>>());
        let mut member = vec![[false; 2]; codes.len()];
        for (set, places) in places.iter().enumerate() {
            for place in places {
                member[*place][set] = true;
            }
        }
        let stratum =
            |of: [bool; 2]| (0..codes.len()).filter(|unit| member[*unit] == of).collect::<Vec<usize>>();
        let strata = [stratum([true, true]), stratum([true, false]), stratum([false, true])];
        Self { sets: [first, second], places, n: codes.len(), strata }
    }

    /// The weights of one set's units.
    fn of_set(&self, set: usize, weights: &[f64]) -> Vec<f64> {
        self.places[set].iter().map(|place| weights[*place]).collect()
    }
}

impl UnitStatistic for Paired<'_> {
    fn n_units(&self) -> usize {
        self.n
    }

    fn value(&self, weights: &[f64]) -> Option<f64> {
        let value = |set: usize| self.sets[set].statistic.value(&self.of_set(set, weights));
        Some(value(0)? - value(1)?)
    }

    fn influence(&self) -> Option<Vec<f64>> {
        Some(self.linearised(&vec![1.0; self.n])?.slopes)
    }

    fn resample(&self, random: &mut Random, weights: &mut [f64]) {
        weights.fill(0.0);
        for stratum in &self.strata {
            for _ in 0..stratum.len() {
                weights[stratum[random.below(stratum.len())]] += 1.0;
            }
        }
    }
}

impl Studentised for Paired<'_> {
    fn linearised(&self, weights: &[f64]) -> Option<Linearised> {
        let mut slopes = vec![0.0; self.n];
        let mut value = 0.0;
        for (set, sign) in [(0, 1.0), (1, -1.0)] {
            let found = self.sets[set].statistic.linearised(&self.of_set(set, weights))?;
            value += sign * found.value;
            for (place, slope) in self.places[set].iter().zip(&found.slopes) {
                slopes[*place] += sign * slope;
            }
        }
        Some(Linearised { value, slopes })
    }
}
