//! Random variances that say how uncertain estimated ones are.

use crate::crossed_reml::CrossedComponents;
use crate::random::Random;

/// The estimates as differences of independent mean squares.
///
/// On complete data `unit + residual / k`, `evaluator + residual / n` and the residual are independent multiples of
/// chi-squared. On incomplete data the combinations `unit + a residual` and `evaluator + b residual` that are uncorrelated
/// with the residual take their place, with degrees of freedom `2 L^2 / var(L)` from the information matrix
/// (Satterthwaite 1946). Dividing each by a chi-squared deviate over its degrees of freedom gives generalised pivotal
/// quantities (Weerahandi 1993), on complete data exactly those of Burdick, Borror & Montgomery (2005, section 3.3).
pub(super) struct Fiducial {
    unit: MeanSquare,
    evaluator: Option<MeanSquare>,
    residual: MeanSquare,
}

/// A combination `component + share * residual` with its degrees of freedom.
struct MeanSquare {
    value: f64,
    share: f64,
    df: f64,
}

impl MeanSquare {
    fn new(components: &CrossedComponents, row: usize, estimate: f64) -> Option<Self> {
        let covariance = &components.covariance;
        let share = -covariance[row][2] / covariance[2][2];
        let variance = covariance[row][row] + share * covariance[row][2];
        let value = estimate + share * components.residual;
        let df = 2.0 * value * value / variance;
        (value > 0.0 && df > 0.0 && df.is_finite()).then_some(Self { value, share, df })
    }

    fn draw(&self, random: &mut Random) -> f64 {
        self.value * self.df / random.chi_squared(self.df)
    }
}

/// One draw of the variances of unit, evaluator and residual, none negative.
pub(super) type Draw = [f64; 3];

impl Fiducial {
    /// `None` where the information matrix gives no degrees of freedom, as without any residual.
    pub(super) fn new(components: &CrossedComponents, crossed: bool) -> Option<Self> {
        let variance = components.covariance[2][2];
        let df = 2.0 * components.residual * components.residual / variance;
        if variance <= 0.0 || df <= 0.0 || !df.is_finite() {
            return None;
        }
        Some(Self {
            unit: MeanSquare::new(components, 0, components.unit)?,
            evaluator: if crossed {
                Some(MeanSquare::new(components, 1, components.evaluator)?)
            } else {
                None
            },
            residual: MeanSquare { value: components.residual, share: 0.0, df },
        })
    }

    pub(super) fn draw(&self, random: &mut Random) -> Draw {
        let residual = self.residual.draw(random);
        let mut less = |square: &MeanSquare| (square.draw(random) - square.share * residual).max(0.0);
        let unit = less(&self.unit);
        [unit, self.evaluator.as_ref().map_or(0.0, less), residual]
    }
}
