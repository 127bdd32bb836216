//! Fitting a linear mixed model.

use super::convergence::Convergence;
use super::criterion::Criterion;
use super::data::MixedData;
use super::design::Design;
use super::engine::{Engine, Solution};
use super::search::{Found, search};
use super::variance_component::{VarianceComponent, standard_errors};
use crate::distribution::Normal;
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::sum_of;
use crate::undefined::Undefined;

/// The residual variance below which, as a share of that of the response, a fit counts as perfect.
const PERFECT: f64 = 1e-11;

/// How the intervals of variance components are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Intervals {
    /// Profile likelihood: the variances at which the criterion, minimised over all others, has risen by the quantile
    /// of chi-squared on one degree of freedom. Some twenty more searches for each component.
    #[default]
    Profile,
    /// Percentiles of refits to responses simulated from the fit.
    Bootstrap {
        /// The number of simulated responses.
        samples: usize,
        /// The seed of the generator.
        seed: u64,
    },
    /// From the standard error, by the chi-squared distribution whose degrees of freedom it stands for (Satterthwaite
    /// 1946); no further fit. None at the boundary, where there is no standard error.
    Satterthwaite,
    /// None: nothing beyond standard errors, which are poor guides for variances.
    Absent,
}

/// How a mixed model is fitted.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MixedOptions {
    /// What is minimised.
    pub criterion: Criterion,
    /// How intervals of variance components are made.
    pub intervals: Intervals,
    /// The level of all intervals.
    pub level: Level,
}

/// A fitted linear mixed model.
#[derive(Debug, Clone)]
pub struct MixedFit {
    /// The criterion that was minimised.
    pub criterion: Criterion,
    /// The variance component of each factor, in the order given.
    pub components: Vec<VarianceComponent>,
    /// The residual variance, of an observation of weight 1.
    pub residual: VarianceComponent,
    /// The constant, then the coefficient of each covariate; `n` is the number of observations. Standard errors take
    /// the variances as known, intervals are normal.
    pub fixed: Vec<Estimate>,
    /// Minus twice the log-likelihood, or for REML minus twice the restricted one.
    pub deviance: f64,
    /// The log-likelihood or restricted log-likelihood.
    pub log_likelihood: f64,
    /// The number of observations.
    pub n: usize,
    /// The evidence that this is the optimum.
    pub convergence: Convergence,
    pub(super) engine: Engine,
    pub(super) solution: Solution,
    pub(super) level: Level,
}

/// Fits a linear mixed model with crossed or nested scalar random effects by REML or maximum likelihood, for tables with
/// any pattern of missing and repeated observations.
///
/// The deviance is profiled over the fixed effects and the residual variance and minimised over the variance
/// ratios of the factors by projected Newton steps with the average information; it and its gradient come from
/// a sparse Cholesky factorisation whose ordering and pattern are found once. See Bates, Maechler, Bolker & Walker
/// (2015) and Gilmour, Thompson & Cullis (1995). No observation is dropped; incomplete and unbalanced data are
/// taken to be missing at random.
///
/// ```
/// use evenhand_stats::{Criterion, Factor, Intervals, Level, MixedData, MixedOptions, mixed_model};
/// // Yield of dyestuff from six batches, five samples each (Davies & Goldsmith 1972, table 6.1).
/// let y = [
///     1545., 1440., 1440., 1520., 1580., 1540., 1555., 1490., 1560., 1495., 1595., 1550., 1605., 1510., 1560.,
///     1445., 1440., 1595., 1465., 1545., 1595., 1630., 1515., 1635., 1625., 1520., 1455., 1450., 1480., 1445.,
/// ];
/// let batch: Vec<u32> = (0..30).map(|row| row / 5).collect();
/// let data = MixedData {
///     y: &y, weights: None, covariates: &[], factors: &[Factor { codes: &batch, n_levels: 6 }],
/// };
/// let options = MixedOptions { criterion: Criterion::Ml, intervals: Intervals::Absent, level: Level::P95 };
/// let fit = mixed_model(&data, &options)?;
/// assert!((fit.deviance - 327.3270599).abs() < 1e-6);
/// assert!((fit.components[0].sd - 37.2603).abs() < 1e-4);
/// # Ok::<(), evenhand_stats::Undefined>(())
/// ```
///
/// # Errors
/// `NotComplete` if slices differ in length or a code is not below its number; `NotFinite` for such a value or a
/// weight that is not positive; `TooFewUnits` with hardly more observations than fixed effects; `OneLevel` for a
/// factor of which only one level is observed; `Saturated` for one with as many levels as observations, whose
/// effects could not be told from residuals; `Aliased` where two factors group the observations alike or
/// covariates are linearly dependent; `NoVariance` if the response is constant, or is explained to the last
/// digit; `TooLarge` for more than 1,000 fixed effects or 60 million observations, levels or entries of the
/// factorisation.
pub fn mixed_model(data: &MixedData<'_>, options: &MixedOptions) -> Result<MixedFit, Undefined> {
    let engine = Engine::new(Design::new(data)?, data.y)?;
    let found = search(&engine, options.criterion, None)?;
    let mut fit = assemble(engine, found, options)?;
    match options.intervals {
        Intervals::Profile => fit.profile_intervals(),
        Intervals::Bootstrap { samples, seed } => {
            let intervals = fit.bootstrap(samples, seed, options.level)?;
            for (component, interval) in fit.components.iter_mut().zip(&intervals.components) {
                component.variance.interval = Some(*interval);
            }
            fit.residual.variance.interval = Some(intervals.residual);
        }
        Intervals::Satterthwaite => fit.satterthwaite_intervals(),
        Intervals::Absent => {}
    }
    Ok(fit)
}

fn assemble(engine: Engine, found: Found, options: &MixedOptions) -> Result<MixedFit, Undefined> {
    let solution = found.solution;
    let sigma2 = solution.squares / options.criterion.degrees(&engine);
    let weighted = |(row, value): (usize, &f64)| engine.design.weight(row) * value * value;
    let total = sum_of(engine.response.values.iter().enumerate().map(weighted)) / engine.design.n as f64;
    if sigma2 <= PERFECT * total {
        return Err(Undefined::NoVariance);
    }
    let mut variances: Vec<f64> = solution.ratios.iter().map(|ratio| ratio * sigma2).collect();
    variances.push(sigma2);
    let errors = standard_errors(&engine, options.criterion, &variances, &found.at_boundary)?;
    let component = |index: usize, n: usize| VarianceComponent {
        variance: Estimate { value: variances[index], se: errors[index], interval: None, n },
        sd: variances[index].sqrt(),
        at_boundary: found.at_boundary.get(index) == Some(&true),
    };
    let k = engine.design.n_factors();
    Ok(MixedFit {
        criterion: options.criterion,
        components: (0..k).map(|index| component(index, engine.design.n_observed[index])).collect(),
        residual: component(k, engine.design.n),
        fixed: fixed_effects(&engine, &solution, sigma2, options.level),
        deviance: found.deviance,
        log_likelihood: -0.5 * found.deviance,
        n: engine.design.n,
        convergence: found.convergence,
        engine,
        solution,
        level: options.level,
    })
}

fn fixed_effects(engine: &Engine, solution: &Solution, sigma2: f64, level: Level) -> Vec<Estimate> {
    let coefficients = engine.response.taken_off.iter().zip(&solution.beta).map(|(a, b)| a + b);
    let variances = solution.rx.inverse_diagonal();
    let estimate = |(value, variance): (f64, f64)| {
        let se = (sigma2 * variance).sqrt();
        let interval = Interval::around(value, se, Normal.critical(level), level);
        Estimate { value, se: Some(se), interval, n: engine.design.n }
    };
    coefficients.zip(variances).map(estimate).collect()
}

impl MixedFit {
    /// The residual of every observation, less fixed and random effects, in units of the response.
    pub fn residuals(&self) -> Vec<f64> {
        self.engine.residuals(&self.solution)
    }

    /// All variances, the residual one last.
    pub(super) fn variances(&self) -> Vec<f64> {
        self.components.iter().chain([&self.residual]).map(|component| component.variance.value).collect()
    }
}
