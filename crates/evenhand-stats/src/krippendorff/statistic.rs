//! Alpha and its derivative where every unit counts a given number of times.

use super::metric::Metric;
use super::moments::{Moments, within};
use super::pairable::Pairable;
use super::ratio;
use crate::ratings::Ratings;
use crate::resampling::{Linearised, Studentised, UnitStatistic};
use crate::undefined::Undefined;

/// The pairable scores with what does not change between resamples.
pub(crate) struct AlphaStatistic {
    pub(super) pairable: Pairable,
    metric: Metric,
    /// The number of scores of every unit.
    sizes: Vec<f64>,
    /// The within-unit disagreement of every unit, but for the ordinal metric, whose ranks depend on all units.
    within: Vec<f64>,
    /// For the interval metric the moments of every unit about the grand mean.
    moments: Vec<Moments>,
}

/// The parts of alpha, and how they change with the weight of each unit where that is asked for.
pub(super) struct Parts {
    /// The number of pairable scores.
    pub(super) n: f64,
    /// The sum over units of the within-unit disagreements, each divided by m - 1.
    pub(super) within: f64,
    /// The sum of disagreements over all ordered pairs of scores.
    pub(super) between: f64,
    d_within: Vec<f64>,
    d_between: Vec<f64>,
}

impl Parts {
    fn alpha(&self) -> Option<f64> {
        let alpha = 1.0 - (self.n - 1.0) * self.within / self.between;
        (self.between > 0.0 && alpha.is_finite()).then_some(alpha)
    }
}

impl AlphaStatistic {
    pub(crate) fn new(ratings: &Ratings, metric: Metric) -> Result<Self, Undefined> {
        let mut pairable = Pairable::new(ratings)?;
        match metric {
            Metric::Ratio if pairable.values[0] < 0.0 => return Err(Undefined::Negative),
            Metric::Interval => centre(&mut pairable),
            _ => {}
        }
        let sizes = (0..pairable.n_units()).map(|unit| pairable.of_unit(unit).len() as f64).collect();
        let mut statistic = Self { pairable, metric, sizes, within: Vec::new(), moments: Vec::new() };
        statistic.within = match metric {
            Metric::Ordinal => Vec::new(),
            _ => statistic.units().map(|unit| statistic.within_of(unit)).collect(),
        };
        if metric == Metric::Interval {
            let moments = |unit: usize| {
                Moments::of(statistic.pairable.of_unit(unit).iter().map(|k| statistic.value_of(*k)))
            };
            statistic.moments = statistic.units().map(moments).collect();
        }
        Ok(statistic)
    }

    /// The positions in the ratings of the units that are used: those with two or more scores.
    pub(crate) fn units_used(&self) -> &[usize] {
        &self.pairable.units
    }

    fn units(&self) -> std::ops::Range<usize> {
        0..self.pairable.n_units()
    }

    fn value_of(&self, category: u32) -> f64 {
        self.pairable.values[category as usize]
    }

    /// The disagreement within a unit over its ordered pairs, divided by m - 1.
    fn within_of(&self, unit: usize) -> f64 {
        let categories = self.pairable.of_unit(unit);
        match self.metric {
            Metric::Nominal | Metric::Ratio => {
                let mut sorted = categories.to_vec();
                sorted.sort_unstable();
                let (values, counts): (Vec<f64>, Vec<f64>) = sorted
                    .chunk_by(|a, b| a == b)
                    .map(|same| (self.value_of(same[0]), same.len() as f64))
                    .unzip();
                let m = categories.len() as f64;
                let profile = if self.metric == Metric::Ratio {
                    ratio::profile(&values, &counts)
                } else {
                    counts.iter().map(|count| m - count).collect()
                };
                profile.iter().zip(&counts).map(|(p, n)| p * n).sum::<f64>() / (m - 1.0)
            }
            Metric::Ordinal | Metric::Interval => {
                let points: Vec<f64> = categories.iter().map(|k| self.value_of(*k)).collect();
                within(&points)
            }
        }
    }

    /// The parts of alpha where unit u counts `weights[u]` times.
    pub(super) fn parts(&self, weights: &[f64], derivatives: bool) -> Parts {
        match self.metric {
            Metric::Interval => self.interval(weights, derivatives),
            Metric::Ordinal => self.ordinal(weights, derivatives),
            Metric::Nominal | Metric::Ratio => self.by_counts(weights, derivatives),
        }
    }

    fn n(&self, weights: &[f64]) -> f64 {
        self.sizes.iter().zip(weights).map(|(size, weight)| size * weight).sum()
    }

    fn by_counts(&self, weights: &[f64], derivatives: bool) -> Parts {
        let counts = self.pairable.counts(weights);
        let n = self.n(weights);
        let profile = match self.metric {
            Metric::Ratio => ratio::profile(&self.pairable.values, &counts),
            _ => counts.iter().map(|count| n - count).collect(),
        };
        let d_between = |unit: usize| -> f64 {
            2.0 * self.pairable.of_unit(unit).iter().map(|k| profile[*k as usize]).sum::<f64>()
        };
        Parts {
            n,
            within: self.within.iter().zip(weights).map(|(within, weight)| within * weight).sum(),
            between: profile.iter().zip(&counts).map(|(p, n)| p * n).sum(),
            d_within: if derivatives { self.within.clone() } else { Vec::new() },
            d_between: if derivatives { self.units().map(d_between).collect() } else { Vec::new() },
        }
    }

    fn interval(&self, weights: &[f64], derivatives: bool) -> Parts {
        let all =
            self.moments.iter().zip(weights).fold(Moments::default(), |all, (unit, w)| all.plus(*w, *unit));
        Parts {
            n: all.n,
            within: self.within.iter().zip(weights).map(|(within, weight)| within * weight).sum(),
            between: all.pairs(),
            d_within: if derivatives { self.within.clone() } else { Vec::new() },
            d_between: if derivatives {
                self.moments.iter().map(|unit| 2.0 * all.to(*unit)).collect()
            } else {
                Vec::new()
            },
        }
    }

    /// The interval metric on midranks, which move with the weights.
    fn ordinal(&self, weights: &[f64], derivatives: bool) -> Parts {
        let counts = self.pairable.counts(weights);
        let n: f64 = counts.iter().sum();
        let mut below = -0.5 * n;
        let ranks: Vec<f64> = counts
            .iter()
            .map(|count| {
                below += count;
                below - 0.5 * count
            })
            .collect();
        let rank = |k: &u32| ranks[*k as usize];
        let of_unit = |unit: usize| Moments::of(self.pairable.of_unit(unit).iter().map(rank));
        let within = |unit: usize| {
            let unit = of_unit(unit);
            unit.pairs() / (unit.n - 1.0)
        };
        let all = ranks.iter().zip(&counts).fold(Moments::default(), |all, (rank, count)| {
            all.plus(*count, Moments { n: 1.0, sum: *rank, squares: rank * rank })
        });
        let mut parts = Parts {
            n,
            within: self.units().filter(|u| weights[*u] != 0.0).map(|u| weights[u] * within(u)).sum(),
            between: all.pairs(),
            d_within: Vec::new(),
            d_between: Vec::new(),
        };
        if derivatives {
            let (by_within, by_between) = self.rank_slopes(weights, &ranks, &counts, all);
            let moved = |unit: usize, slopes: &[f64]| -> f64 {
                self.pairable.of_unit(unit).iter().map(|k| slopes[*k as usize]).sum()
            };
            parts.d_within = self.units().map(|u| within(u) + moved(u, &by_within)).collect();
            parts.d_between =
                self.units().map(|u| 2.0 * all.to(of_unit(u)) + moved(u, &by_between)).collect();
        }
        parts
    }

    /// How both parts change through the ranks when one more score of each value is added: it raises the ranks of all
    /// higher values by 1 and its own by a half.
    fn rank_slopes(
        &self,
        weights: &[f64],
        ranks: &[f64],
        counts: &[f64],
        all: Moments,
    ) -> (Vec<f64>, Vec<f64>) {
        let mut within = vec![0.0; ranks.len()];
        for unit in self.units().filter(|unit| weights[*unit] != 0.0) {
            let categories = self.pairable.of_unit(unit);
            let m = categories.len() as f64;
            let sum: f64 = categories.iter().map(|k| ranks[*k as usize]).sum();
            for k in categories {
                within[*k as usize] += weights[unit] * 4.0 * (m * ranks[*k as usize] - sum) / (m - 1.0);
            }
        }
        let between: Vec<f64> =
            ranks.iter().zip(counts).map(|(rank, n)| 4.0 * n * (all.n * rank - all.sum)).collect();
        (sum_above(&within), sum_above(&between))
    }

    /// The derivative of alpha by each unit's weight.
    fn slopes(parts: &Parts) -> Option<Vec<f64>> {
        let alpha = parts.alpha()?;
        let relative = |within: f64| if parts.within > 0.0 { within / parts.within } else { 0.0 };
        Some(
            parts
                .d_within
                .iter()
                .zip(&parts.d_between)
                .map(|(within, between)| -(1.0 - alpha) * (relative(*within) - between / parts.between))
                .collect(),
        )
    }

    /// Adds the change through the number of scores.
    fn influence_at(&self, parts: &Parts) -> Option<Vec<f64>> {
        let alpha = parts.alpha()?;
        let mut slopes = Self::slopes(parts)?;
        for (slope, size) in slopes.iter_mut().zip(&self.sizes) {
            *slope -= (1.0 - alpha) * size / (parts.n - 1.0);
        }
        Some(slopes)
    }
}

/// For each position half of its number and all that follow.
fn sum_above(values: &[f64]) -> Vec<f64> {
    let mut above = 0.0;
    let mut sums: Vec<f64> = values
        .iter()
        .rev()
        .map(|value| {
            let sum = above + 0.5 * value;
            above += value;
            sum
        })
        .collect();
    sums.reverse();
    sums
}

/// Moves the values to a mean near zero, so that moments keep their digits.
fn centre(pairable: &mut Pairable) {
    let n = pairable.category.len() as f64;
    let mean = pairable.category.iter().map(|k| pairable.values[*k as usize] / n).sum::<f64>();
    for value in &mut pairable.values {
        *value -= mean;
    }
}

impl UnitStatistic for AlphaStatistic {
    fn n_units(&self) -> usize {
        self.pairable.n_units()
    }

    fn value(&self, weights: &[f64]) -> Option<f64> {
        self.parts(weights, false).alpha()
    }

    fn influence(&self) -> Option<Vec<f64>> {
        self.influence_at(&self.parts(&vec![1.0; self.n_units()], true))
    }
}

impl Studentised for AlphaStatistic {
    fn linearised(&self, weights: &[f64]) -> Option<Linearised> {
        let parts = self.parts(weights, true);
        Some(Linearised { value: parts.alpha()?, slopes: self.influence_at(&parts)? })
    }
}
