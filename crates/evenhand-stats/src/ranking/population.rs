//! Units seen as members of a population: shrunken values and probabilities.

use super::joint::JointEstimates;
use crate::estimate::{Interval, Level};
use crate::linalg::{Square, dot};
use crate::random::Random;
use crate::sum::{mean, sum, variance};
use crate::undefined::Undefined;

/// With fewer units the spread of their population cannot be estimated.
const LEAST_UNITS: usize = 4;
/// More units than this are not drawn jointly: the time grows with the cube.
const MOST_UNITS: usize = 300;
/// Points at which the spread of the population is looked at.
const GRID: usize = 60;
/// Multiplications over all draws: a few tenths of a second.
const WORK: usize = 250_000_000;
/// Draws beyond this change a probability by less than a hundredth.
const MOST_DRAWS: usize = 4_000;
/// Any number would do, as long as it is always the same.
const SEED: u64 = 0x706f_7075_6c61_7465;

/// Draws of the true values of all units from their joint posterior distribution.
#[derive(Debug, Clone)]
pub struct PopulationDraws {
    /// The posterior mean of the population's standard deviation.
    pub spread: f64,
    n_units: usize,
    /// One row of `n_units` values per draw.
    draws: Vec<f64>,
}

/// What the draws say of one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PopulationSummary {
    /// The posterior mean: the estimate shrunken towards the mean of the population.
    pub mean: f64,
    /// The posterior standard deviation.
    pub sd: f64,
    /// The equal-tailed interval.
    pub interval: Interval,
}

/// Draws from the posterior of true values `theta` given estimates of them, `theta ~ N(mu, tau²)`, flat priors on `mu`
/// and on `tau` (Gelman 2006, Bayesian Analysis 1, section 5).
///
/// The moments are those that Morris (1983, Journal of the American Statistical Association 78) approximates in
/// closed form: estimates are shrunken towards the mean, the less so the surer they are, and the uncertainty about the
/// population's mean and spread is allowed for. `tau` is drawn from its posterior on a grid, as in Gelman et al. 2013
/// (Bayesian Data Analysis, section 5.4), then `mu`, then all `theta` with their covariances. The residual variance is
/// inflated by `df / (df - 2)`, the variance of a t, and then taken as known.
///
/// # Errors
/// `TooFewUnits` below 4 units or where `df` is not above 2; `TooLarge` above 300 units; `NoVariance` where all
/// estimates are equal.
pub fn population_draws(joint: &JointEstimates) -> Result<PopulationDraws, Undefined> {
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
    let n_draws = (WORK / (2 * n * n)).clamp(500, MOST_DRAWS);
    let mut random = Random::new(SEED);
    let mut draws = Vec::with_capacity(n * n_draws);
    for (point, count) in points.iter().zip(allotted(&points, n_draws)) {
        if count > 0 {
            model.draw(point, count, &mut random, &mut draws)?;
        }
    }
    let spread = sum(&points.iter().map(|point| point.tau * point.weight).collect::<Vec<f64>>());
    Ok(PopulationDraws { spread, n_units: n, draws })
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

/// The estimates' covariance over the population, factored, and what follows from it.
struct Marginal {
    factor: Vec<Vec<f64>>,
    /// One over the variance of the population's mean.
    precision: f64,
    mean: f64,
    log_density: f64,
}

impl Model<'_> {
    fn points(&self) -> Result<Vec<Point>, Undefined> {
        let values = self.joint.values();
        let sd = variance(values).filter(|variance| *variance > 0.0).ok_or(Undefined::NoVariance)?.sqrt();
        let widest = if values.len() < 10 { 10.0 } else { 4.0 } * sd;
        let mut points = Vec::with_capacity(GRID);
        for k in 0..GRID {
            // Points lie closer where the spread is small, where its size matters most.
            let u = (k as f64 + 0.5) / GRID as f64;
            let tau = widest * u * u;
            points.push((tau, self.marginal(tau)?.log_density + libm::log(u)));
        }
        let highest = points.iter().map(|point| point.1).fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = points.iter().map(|point| libm::exp(point.1 - highest)).collect();
        let total = sum(&weights);
        Ok(points.iter().zip(weights).map(|((tau, _), w)| Point { tau: *tau, weight: w / total }).collect())
    }

    fn marginal(&self, tau: f64) -> Result<Marginal, Undefined> {
        let values = self.joint.values();
        let n = values.len();
        let mut covariance = Square::zero(n);
        for i in 0..n {
            for j in 0..=i {
                let own = if i == j { tau * tau } else { 0.0 };
                covariance.add(i, j, self.sigma2 * self.joint.relative().get(i, j) + own);
            }
        }
        let factor = covariance.lower_factor().ok_or(Undefined::NoVariance)?;
        let (ones, scores) = (forward(&factor, &vec![1.0; n]), forward(&factor, values));
        let precision = dot(&ones, &ones);
        let mean = dot(&ones, &scores) / precision;
        let rest: Vec<f64> = scores.iter().zip(&ones).map(|(y, one)| y - mean * one).collect();
        let log_det: Vec<f64> = factor.iter().enumerate().map(|(i, row)| libm::log(row[i])).collect();
        let log_density = -sum(&log_det) - 0.5 * libm::log(precision) - 0.5 * dot(&rest, &rest);
        Ok(Marginal { factor, precision, mean, log_density })
    }

    /// Draws of the true values at one spread: a population and estimates of it are made up, and the difference
    /// between the real and the made-up estimates corrects the population (Hoffman & Ribak 1991).
    fn draw(
        &self,
        point: &Point,
        count: usize,
        random: &mut Random,
        into: &mut Vec<f64>,
    ) -> Result<(), Undefined> {
        let values = self.joint.values();
        let n = values.len();
        let marginal = self.marginal(point.tau)?;
        let sigma = self.sigma2.sqrt();
        let (mut normal, mut errors) = (vec![0.0; n], vec![0.0; n]);
        for _ in 0..count {
            let mu = marginal.mean + random.normal() / marginal.precision.sqrt();
            let made: Vec<f64> = (0..n).map(|_| mu + point.tau * random.normal()).collect();
            self.joint.draw(random, &mut normal, &mut errors);
            let gap: Vec<f64> = (0..n).map(|i| values[i] - made[i] - sigma * errors[i]).collect();
            let gain = backward(&marginal.factor, forward(&marginal.factor, &gap));
            into.extend(made.iter().zip(&gain).map(|(made, gain)| made + point.tau * point.tau * gain));
        }
        Ok(())
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

impl PopulationDraws {
    /// How many draws there are.
    pub fn n_draws(&self) -> usize {
        self.draws.len() / self.n_units.max(1)
    }

    /// Mean, standard deviation and interval of one unit.
    ///
    /// # Errors
    /// `NotComplete` where there is no such unit.
    pub fn summary(&self, unit: usize, level: Level) -> Result<PopulationSummary, Undefined> {
        let mut values = self.of(unit);
        let (mean, variance) = mean(&values).zip(variance(&values)).ok_or(Undefined::NotComplete)?;
        values.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| values[((share * values.len() as f64) as usize).min(values.len() - 1)];
        let interval = Interval { low: at(level.tail()), high: at(1.0 - level.tail()), level: level.get() };
        Ok(PopulationSummary { mean, sd: variance.sqrt(), interval })
    }

    /// The probability that one unit's true value is at least `mark`; 0 where there is no such unit.
    pub fn at_least(&self, unit: usize, mark: f64) -> f64 {
        let reached = self.of(unit).into_iter().filter(|value| *value >= mark).count();
        reached as f64 / self.n_draws().max(1) as f64
    }

    /// For every unit the probability that its true value is among the `k` highest.
    pub fn among_highest(&self, k: usize) -> Vec<f64> {
        let mut counts = vec![0u32; self.n_units];
        let mut order: Vec<usize> = (0..self.n_units).collect();
        for draw in self.draws.chunks_exact(self.n_units.max(1)) {
            order.sort_unstable_by(|a, b| draw[*b].total_cmp(&draw[*a]).then(a.cmp(b)));
            for unit in order.iter().take(k) {
                counts[*unit] += 1;
            }
        }
        counts.into_iter().map(|count| f64::from(count) / self.n_draws().max(1) as f64).collect()
    }

    fn of(&self, unit: usize) -> Vec<f64> {
        if unit >= self.n_units {
            return Vec::new();
        }
        self.draws.iter().skip(unit).step_by(self.n_units).copied().collect()
    }
}
