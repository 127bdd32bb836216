//! Units seen as members of a population: draws of their true values.

use super::joint::JointEstimates;
use super::population_draws::PopulationDraws;
use crate::linalg::{Square, dot};
use crate::random::Random;
use crate::sum::{sum, variance};
use crate::undefined::Undefined;

/// With fewer units the spread of their population cannot be estimated.
const LEAST_UNITS: usize = 4;
/// More units than this are not drawn jointly: the time grows with the cube.
const MOST_UNITS: usize = 300;
/// Points at which the spread of the population can lie.
const GRID: usize = 60;
/// Every so many points are looked at first, to find where the others matter.
const STRIDE: usize = 6;
/// Points whose logarithm of density lies so far below the highest have no weight that could be told from zero.
const NEGLIGIBLE: f64 = 30.0;
/// Multiplications for one draw after the other.
const WORK: usize = 100_000_000;
/// Any number would do, as long as it is always the same.
const SEED: u64 = 0x706f_7075_6c61_7465;

/// Draws from the posterior of true values `theta` given estimates of them, `theta ~ N(mu, tau²)`, flat priors on `mu`
/// and on `tau` (Gelman 2006, Bayesian Analysis 1, section 5).
///
/// The moments are those that Morris (1983, Journal of the American Statistical Association 78) approximates in
/// closed form: estimates are shrunken towards the mean, the less so the surer they are, and the uncertainty about the
/// population's mean and spread is allowed for. `tau` is drawn from its posterior on a grid, as in Gelman et al. 2013
/// (Bayesian Data Analysis, section 5.4), then `mu` and all `theta` with their covariances, every draw with its mirror
/// image about their means (Hammersley & Morton 1956). The residual variance is inflated by `df / (df - 2)`, the
/// variance of a t, and then taken as known.
///
/// There are `n_draws` of them, but of many units no more than some 1,100, which is where 300 units end. The seed is fixed.
///
/// # Errors
/// `TooFewUnits` below 4 units or where `df` is not above 2; `TooLarge` above 300 units; `NoVariance` where all
/// estimates are equal.
pub fn population_draws(joint: &JointEstimates, n_draws: usize) -> Result<PopulationDraws, Undefined> {
    let n = joint.values().len();
    if n < LEAST_UNITS {
        return Err(Undefined::TooFewUnits { needed: LEAST_UNITS, found: n });
    }
    if n > MOST_UNITS {
        return Err(Undefined::TooLarge { limit: MOST_UNITS, found: n });
    }
    if joint.df() <= 2.0 {
        return Err(Undefined::TooFewUnits { needed: 3, found: joint.df() as usize });
    }
    let inflation = if joint.df().is_finite() { joint.df() / (joint.df() - 2.0) } else { 1.0 };
    let model = Model { joint, sigma2: joint.sigma2() * inflation };
    let points = model.points()?;
    let n_draws = (WORK / (n * n)).min(n_draws);
    let precision = model.precision()?;
    let mut random = Random::new(SEED);
    let mut of_unit = vec![Vec::with_capacity(n_draws); n];
    for (point, count) in points.iter().zip(allotted(&points, n_draws)) {
        if count > 0 {
            model.conditional(point.tau, &precision)?.draw(count, &mut random, &mut of_unit);
        }
    }
    let spread = sum(&points.iter().map(|point| point.tau * point.weight).collect::<Vec<f64>>());
    Ok(PopulationDraws::new(spread, joint.values(), of_unit))
}

/// A possible spread of the population with its posterior weight; the weights sum to 1.
struct Point {
    tau: f64,
    weight: f64,
}

/// How many draws each point gets: as even as its weight allows, without chance.
fn allotted(points: &[Point], n_draws: usize) -> Vec<usize> {
    let mut before = 0.0;
    let reached = |share: f64| libm::round(share * n_draws as f64) as usize;
    points
        .iter()
        .map(|point| {
            let from = reached(before);
            before += point.weight;
            reached(before.min(1.0)).saturating_sub(from)
        })
        .collect()
}

struct Model<'a> {
    joint: &'a JointEstimates,
    sigma2: f64,
}

/// The mean of the population at one of its spreads, and how well that spread fits the estimates.
struct Marginal {
    /// One over the variance of the population's mean.
    precision: f64,
    mean: f64,
    log_density: f64,
}

impl Model<'_> {
    /// The points that have weight, in ascending order.
    fn points(&self) -> Result<Vec<Point>, Undefined> {
        let values = self.joint.values();
        let sd = variance(values).filter(|variance| *variance > 0.0).ok_or(Undefined::NoVariance)?.sqrt();
        let widest = if values.len() < 10 { 10.0 } else { 4.0 } * sd;
        let density = |k: usize| {
            // Points lie closer where the spread is small, where its size matters most.
            let u = (k as f64 + 0.5) / GRID as f64;
            let tau = widest * u * u;
            Ok((tau, self.marginal(tau)?.log_density + libm::log(u)))
        };
        let mut found: Vec<Option<(f64, f64)>> = vec![None; GRID];
        let mut best = 0;
        for k in (0..GRID).step_by(STRIDE) {
            found[k] = Some(density(k)?);
            if found[k].map(|point| point.1) > found[best].map(|point| point.1) {
                best = k;
            }
        }
        // From the best of these outwards, until a point has no weight.
        let mut highest = found[best].map_or(f64::NEG_INFINITY, |point| point.1);
        for way in [(best + 1..GRID).collect::<Vec<usize>>(), (0..best).rev().collect()] {
            for k in way {
                let point = found[k].map_or_else(|| density(k), Ok)?;
                found[k] = Some(point);
                highest = highest.max(point.1);
                if point.1 < highest - NEGLIGIBLE {
                    break;
                }
            }
        }
        let found: Vec<(f64, f64)> = found.into_iter().flatten().collect();
        let weights: Vec<f64> = found.iter().map(|point| libm::exp(point.1 - highest)).collect();
        let total = sum(&weights);
        Ok(found.iter().zip(weights).map(|((tau, _), w)| Point { tau: *tau, weight: w / total }).collect())
    }

    fn covariance(&self, i: usize, j: usize) -> f64 {
        self.sigma2 * self.joint.relative().get(i, j)
    }

    fn marginal(&self, tau: f64) -> Result<Marginal, Undefined> {
        let values = self.joint.values();
        let n = values.len();
        let mut covariance = Square::zero(n);
        for i in 0..n {
            for j in 0..=i {
                let own = if i == j { tau * tau } else { 0.0 };
                covariance.add(i, j, self.covariance(i, j) + own);
            }
        }
        let factor = covariance.lower_factor().ok_or(Undefined::NoVariance)?;
        let (ones, scores) = (forward(&factor, &vec![1.0; n]), forward(&factor, values));
        let precision = dot(&ones, &ones);
        let mean = dot(&ones, &scores) / precision;
        let rest: Vec<f64> = scores.iter().zip(&ones).map(|(y, one)| y - mean * one).collect();
        let log_det: Vec<f64> = factor.iter().enumerate().map(|(i, row)| libm::log(row[i])).collect();
        let log_density = -sum(&log_det) - 0.5 * libm::log(precision) - 0.5 * dot(&rest, &rest);
        Ok(Marginal { precision, mean, log_density })
    }

    /// The inverse of the estimates' covariance.
    fn precision(&self) -> Result<Square, Undefined> {
        let n = self.joint.values().len();
        let mut covariance = Square::zero(n);
        for i in 0..n {
            for j in i..n {
                covariance.add(i, j, self.covariance(i, j));
            }
        }
        covariance.inverse().map_err(|_| Undefined::NoVariance)
    }

    /// The true values at one spread of their population.
    fn conditional(&self, tau: f64, precision: &Square) -> Result<Conditional, Undefined> {
        let values = self.joint.values();
        let n = values.len();
        let of_population = self.marginal(tau)?;
        let shrinkage = 1.0 / (tau * tau);
        let mut sum = precision.clone();
        (0..n).for_each(|i| sum.add(i, i, shrinkage));
        let factor = sum.lower_factor().ok_or(Undefined::NoVariance)?;
        let pull = shrinkage * of_population.mean;
        let drawn: Vec<f64> = (0..n).map(|i| dot(precision.row(i), values) + pull).collect();
        let along = vec![shrinkage / of_population.precision.sqrt(); n];
        let solve = |b: &[f64]| backward(&factor, forward(&factor, b));
        Ok(Conditional { mean: solve(&drawn), along: solve(&along), factor })
    }
}

/// The true values given the spread of their population: jointly normal.
struct Conditional {
    mean: Vec<f64>,
    /// What one standard deviation of the population's mean adds to them.
    along: Vec<f64>,
    /// The lower factor of the inverse of their covariance given that mean.
    factor: Vec<Vec<f64>>,
}

impl Conditional {
    /// Adds so many draws to those of every unit, in pairs on either side of the mean.
    fn draw(&self, count: usize, random: &mut Random, of_unit: &mut [Vec<f64>]) {
        let n = self.mean.len();
        let mut normal = vec![0.0; n + 1];
        for done in (0..count).step_by(2) {
            random.fill_normal(&mut normal);
            let [common, own @ ..] = normal.as_slice() else { return };
            let own = backward(&self.factor, own.to_vec());
            for (i, (unit, own)) in of_unit.iter_mut().zip(own).enumerate() {
                let apart = common * self.along[i] + own;
                unit.push(self.mean[i] + apart);
                if done + 1 < count {
                    unit.push(self.mean[i] - apart);
                }
            }
        }
    }
}

/// The solution of `L x = b`.
fn forward(factor: &[Vec<f64>], b: &[f64]) -> Vec<f64> {
    let mut x: Vec<f64> = Vec::with_capacity(b.len());
    for (row, value) in factor.iter().zip(b) {
        let at = x.len();
        x.push((value - dot(&row[..at], &x)) / row[at]);
    }
    x
}

/// The solution of `L' x = b`.
fn backward(factor: &[Vec<f64>], mut x: Vec<f64>) -> Vec<f64> {
    for (at, row) in factor.iter().enumerate().rev() {
        x[at] /= row[at];
        let value = x[at];
        for (other, l) in x[..at].iter_mut().zip(row) {
            *other -= l * value;
        }
    }
    x
}
