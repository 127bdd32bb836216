//! The restricted likelihood at given variances, with its slope and average information.

use super::design::Design;
use super::information::expected_information;
use crate::linalg::{Square, dot};
use crate::undefined::Undefined;

/// Variances of unit, evaluator and residual, in squared units of the scores.
pub(super) type Variances = [f64; 3];

/// The restricted likelihood at one point.
pub(super) struct Likelihood {
    /// Minus twice its logarithm, but for a constant.
    pub(super) deviance: f64,
    /// Its slope by each variance.
    pub(super) score: Variances,
    /// The average information of the variances (Gilmour, Thompson & Cullis 1995, eq. 6).
    pub(super) information: [[f64; 3]; 3],
}

/// The inverse of the covariance matrix `V = u ZZ' + v WW' + e I`, units absorbed.
///
/// Within a unit of m scores `e I + u J` has the inverse `(I - u d J) / e` with `d = 1 / (e + u m)`. The evaluators
/// then follow by Woodbury's identity, which needs one inverse of their number only: the cost is that of a pass over the
/// panels and of that inverse.
pub(super) struct Inverse<'a> {
    pub(super) design: &'a Design,
    pub(super) variances: Variances,
    /// d of every unit.
    pub(super) d: Vec<f64>,
    /// The evaluators' crossproduct after absorbing units.
    pub(super) cross: Square,
    /// `(I + v cross)^-1`.
    pub(super) inner: Square,
    log_det: f64,
}

impl<'a> Inverse<'a> {
    fn new(design: &'a Design, variances: Variances) -> Result<Self, Undefined> {
        let [unit, evaluator, residual] = variances;
        let d: Vec<f64> = design.units().map(|rows| 1.0 / (residual + unit * rows.len() as f64)).collect();
        let absorbed: Vec<f64> = d.iter().map(|d| -unit * d / residual).collect();
        let mut cross = design.pairs(&absorbed);
        for (j, n) in design.by_evaluator(&vec![1.0; design.y.len()]).iter().enumerate() {
            cross.add(j, j, n / residual);
        }
        let mut system = Square::zero(design.n_evaluators);
        for i in 0..design.n_evaluators {
            for j in 0..design.n_evaluators {
                system.add(i, j, evaluator * cross.get(i, j) + f64::from(u8::from(i == j)));
            }
        }
        let (inner, of_evaluators) = system.inverse_with_log_det()?;
        let of_units: f64 = design
            .units()
            .zip(&d)
            .map(|(rows, d)| (rows.len() - 1) as f64 * libm::log(residual) - libm::log(*d))
            .sum();
        Ok(Self { design, variances, d, cross, inner, log_det: of_units + of_evaluators })
    }

    /// The product of a row vector with the inverse without evaluators.
    fn within_units(&self, x: &[f64]) -> Vec<f64> {
        let [unit, _, residual] = self.variances;
        let sums: Vec<f64> =
            self.design.by_unit(x).iter().zip(&self.d).map(|(sum, d)| unit * d * sum).collect();
        self.design.of_units(&sums).iter().zip(x).map(|(shared, x)| (x - shared) / residual).collect()
    }

    /// The product of a row vector with the inverse.
    pub(super) fn times(&self, x: &[f64]) -> Vec<f64> {
        let mut product = self.within_units(x);
        let sums = self.design.by_evaluator(&product);
        let effects: Vec<f64> =
            (0..sums.len()).map(|j| self.variances[1] * dot(self.inner.row(j), &sums)).collect();
        let shared = self.within_units(&self.design.of_evaluators(&effects));
        for (value, shared) in product.iter_mut().zip(&shared) {
            *value -= shared;
        }
        product
    }
}

impl Likelihood {
    /// The likelihood at variances of which the residual one is positive.
    pub(super) fn at(design: &Design, variances: Variances) -> Result<Self, Undefined> {
        let inverse = Inverse::new(design, variances)?;
        let ones = inverse.times(&vec![1.0; design.y.len()]);
        let size: f64 = ones.iter().sum();
        // Multiplies by P, the inverse less what the mean explains.
        let project = |x: &[f64]| {
            let mut product = inverse.times(x);
            let shift = product.iter().sum::<f64>() / size;
            for (value, one) in product.iter_mut().zip(&ones) {
                *value -= shift * one;
            }
            product
        };
        let residual = project(&design.y);
        let (of_unit, of_evaluator) = (design.by_unit(&residual), design.by_evaluator(&residual));
        let squares = [dot(&of_unit, &of_unit), dot(&of_evaluator, &of_evaluator), dot(&residual, &residual)];
        let traces = traces(&inverse, &ones, size);
        let directions = [design.of_units(&of_unit), design.of_evaluators(&of_evaluator), residual.clone()];
        let projected = directions.each_ref().map(|direction| project(direction));
        Ok(Self {
            deviance: inverse.log_det + libm::log(size) + dot(&design.y, &residual),
            score: std::array::from_fn(|k| -0.5 * (traces[k] - squares[k])),
            information: std::array::from_fn(|k| {
                std::array::from_fn(|l| 0.5 * dot(&directions[k], &projected[l]))
            }),
        })
    }
}

/// The expected information at variances of which the residual one is positive.
pub(super) fn information_at(design: &Design, variances: Variances) -> Result<[[f64; 3]; 3], Undefined> {
    let inverse = Inverse::new(design, variances)?;
    let ones = inverse.times(&vec![1.0; design.y.len()]);
    let size: f64 = ones.iter().sum();
    let traces = traces(&inverse, &ones, size);
    Ok(expected_information(&inverse, &ones, size, traces))
}

/// The traces of P times each component's crossproduct; they weigh up to n - 1 with the variances.
fn traces(inverse: &Inverse, ones: &[f64], size: f64) -> Variances {
    let design = inverse.design;
    let [unit, evaluator, residual] = inverse.variances;
    let squares: Vec<f64> = inverse.d.iter().map(|d| evaluator * d * d).collect();
    let alone: f64 = design.units().zip(&inverse.d).map(|(rows, d)| rows.len() as f64 * d).sum();
    let (by_unit, by_evaluator) = (design.by_unit(ones), design.by_evaluator(ones));
    let of_unit = alone - design.sum_over_pairs(&squares, &inverse.inner) - dot(&by_unit, &by_unit) / size;
    let of_evaluator: f64 =
        (0..design.n_evaluators).map(|j| dot(inverse.inner.row(j), inverse.cross.row(j))).sum::<f64>()
            - dot(&by_evaluator, &by_evaluator) / size;
    let n = design.y.len() as f64;
    [of_unit, of_evaluator, (n - 1.0 - unit * of_unit - evaluator * of_evaluator) / residual]
}
