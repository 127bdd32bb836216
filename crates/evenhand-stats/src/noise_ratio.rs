//! How much the observations of some evaluators scatter, against those of all others.

use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::{mean, sum_of};
use crate::undefined::{Undefined, check_finite};

/// A residual of the additive model and whose it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NoiseResidual {
    /// The panel it was given on; residuals of a panel stand together.
    pub panel: u32,
    /// The evaluator.
    pub evaluator: u32,
    /// Whether it belongs to the evaluators looked at.
    pub member: bool,
    /// Observation less panel and severity.
    pub value: f64,
}

/// The scatter of two kinds of evaluators.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NoiseRatio {
    /// Standard deviation of the errors of the evaluators looked at; `n` counts evaluators.
    pub own: Estimate,
    /// Standard deviation of the errors of all others.
    pub others: Estimate,
    /// Own by others.
    pub ratio: Estimate,
    /// Two-sided p of "a ratio of 1".
    pub p: f64,
}

/// The error variances of two kinds of evaluators who sit on panels together, as a ratio of standard deviations.
///
/// The residual of an evaluator holds a part of the errors of the colleagues, since the level of the panel is estimated
/// from all: `E r_i^2 = (1 - 1/k)^2 v_i + sum over the k - 1 colleagues of v_j / k^2`. Summed over each kind this gives
/// two equations for two variances (Rao 1970, MINQUE with the residuals of equal variances), each evaluator's own part
/// reduced by `1 - 1/m` for `m` sheets, as the severity is estimated, too. The standard errors of the logarithms are
/// those of a jackknife over evaluators within each kind (Miller 1968), the degrees of freedom Welch's (1947).
///
/// # Errors
/// `TooFewUnits` with fewer than two evaluators of either kind who sat on panels with others; `NotFinite`; `NoVariance`
/// where a variance is not positive, or would not be without some evaluator.
pub fn noise_ratio(residuals: &[NoiseResidual], level: Level) -> Result<NoiseRatio, Undefined> {
    check_finite(&residuals.iter().map(|one| one.value).collect::<Vec<f64>>())?;
    let evaluators = equations(residuals);
    let kinds: [Vec<&Equation>; 2] =
        [true, false].map(|member| evaluators.iter().filter(|one| one.member == member).collect());
    let fewest = kinds[0].len().min(kinds[1].len());
    if fewest < 2 {
        return Err(Undefined::TooFewUnits { needed: 2, found: fewest });
    }
    let total = [Equation::sum(&kinds[0], true), Equation::sum(&kinds[1], false)];
    let logs = solved(&total)?;
    // Leave out each evaluator of a kind in turn.
    let mut left_out: [[Vec<f64>; 3]; 2] = Default::default();
    for (at, kind) in kinds.iter().enumerate() {
        for one in kind {
            let mut less = total;
            less[at] = less[at].less(one);
            let [own, others] = solved(&less)?;
            for (list, value) in left_out[at].iter_mut().zip([own, others, own - others]) {
                list.push(value);
            }
        }
    }
    let uncertain = |which: usize| {
        let parts = [jackknife(&left_out[0][which]), jackknife(&left_out[1][which])];
        let sum = parts[0] + parts[1];
        let df = |at: usize| (kinds[at].len() - 1) as f64;
        (sum.sqrt(), sum * sum / (parts[0] * parts[0] / df(0) + parts[1] * parts[1] / df(1)))
    };
    let told = |log: f64, which: usize, n: usize, half: f64| {
        let (se, df) = uncertain(which);
        // Logarithms of variances; half of them are those of standard deviations.
        let (log, se) = (half * log, half * se);
        let t = StudentT::new(df).filter(|_| se > 0.0).ok_or(Undefined::NoVariance)?;
        let reach = t.critical(level) * se;
        let value = libm::exp(log);
        let interval = Interval::finite(libm::exp(log - reach), libm::exp(log + reach), level);
        Ok((Estimate { value, se: Some(value * se), interval, n }, t.two_sided(log / se)))
    };
    let (own, _) = told(logs[0], 0, kinds[0].len(), 0.5)?;
    let (others, _) = told(logs[1], 1, kinds[1].len(), 0.5)?;
    let (ratio, p) = told(logs[0] - logs[1], 2, evaluators.len(), 0.5)?;
    Ok(NoiseRatio { own, others, ratio, p })
}

/// The squared residuals of one or several evaluators, and what they are expected to be made of.
#[derive(Debug, Clone, Copy, Default)]
struct Equation {
    evaluator: u32,
    member: bool,
    squares: f64,
    /// Weights of the two variances, of the evaluators looked at first.
    weights: [f64; 2],
}

impl Equation {
    fn sum(all: &[&Self], member: bool) -> Self {
        let of = |part: fn(&Self) -> f64| sum_of(all.iter().map(|one| part(one)));
        let weights = [of(|one| one.weights[0]), of(|one| one.weights[1])];
        Self { evaluator: 0, member, squares: of(|one| one.squares), weights }
    }

    fn less(self, one: &Self) -> Self {
        let weights = [self.weights[0] - one.weights[0], self.weights[1] - one.weights[1]];
        Self { squares: self.squares - one.squares, weights, ..self }
    }
}

/// One equation per evaluator who sat on a panel with others, ascending.
fn equations(residuals: &[NoiseResidual]) -> Vec<Equation> {
    let mut sheets: Vec<Equation> = Vec::with_capacity(residuals.len());
    for panel in residuals.chunk_by(|a, b| a.panel == b.panel) {
        let k = panel.len() as f64;
        if panel.len() < 2 {
            continue;
        }
        let members = panel.iter().filter(|one| one.member).count() as f64;
        for one in panel {
            let mut weights = [members / (k * k), (k - members) / (k * k)];
            let own = usize::from(!one.member);
            weights[own] += (1.0 - 1.0 / k) * (1.0 - 1.0 / k) - 1.0 / (k * k);
            let squares = one.value * one.value;
            sheets.push(Equation { evaluator: one.evaluator, member: one.member, squares, weights });
        }
    }
    sheets.sort_by_key(|sheet| sheet.evaluator);
    let of_one = |sheets: &[Equation]| {
        let all: Vec<&Equation> = sheets.iter().collect();
        let mut one = Equation::sum(&all, sheets[0].member);
        one.evaluator = sheets[0].evaluator;
        let severity = 1.0 - 1.0 / sheets.len() as f64;
        one.weights = one.weights.map(|weight| weight * severity);
        one
    };
    let by_evaluator = sheets.chunk_by(|a, b| a.evaluator == b.evaluator);
    // A single sheet says nothing of scatter: the severity takes it up.
    by_evaluator.filter(|sheets| sheets.len() > 1).map(of_one).collect()
}

/// The logarithms of the two variances.
fn solved([own, others]: &[Equation; 2]) -> Result<[f64; 2], Undefined> {
    let determinant = own.weights[0] * others.weights[1] - own.weights[1] * others.weights[0];
    let first = (own.squares * others.weights[1] - own.weights[1] * others.squares) / determinant;
    let second = (own.weights[0] * others.squares - own.squares * others.weights[0]) / determinant;
    let positive = |value: f64| value > 0.0 && value.is_finite();
    if positive(first) && positive(second) {
        Ok([libm::log(first), libm::log(second)])
    } else {
        Err(Undefined::NoVariance)
    }
}

/// The jackknife variance from the values without each of `n`.
fn jackknife(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let centre = mean(values).unwrap_or(0.0);
    (n - 1.0) / n * sum_of(values.iter().map(|value| (value - centre) * (value - centre)))
}
