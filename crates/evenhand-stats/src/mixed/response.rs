//! The response of a mixed model, with what the engine needs of it.

use super::cross_products::{CrossProducts, by_column, by_node};
use super::design::Design;
use crate::sum::{magnitude, sum_of};
use crate::undefined::Undefined;

/// The response less its ordinary least-squares fit on the fixed effects.
///
/// The criterion is the same for both, and sums of squares of residuals lose fewer digits.
#[derive(Debug, Clone)]
pub(super) struct Response {
    pub(super) values: Vec<f64>,
    /// The least-squares coefficients that were taken off.
    pub(super) taken_off: Vec<f64>,
    /// `Z'Wy` and `X'Wy` of the values that are left.
    pub(super) zy: Vec<f64>,
    pub(super) xy: Vec<f64>,
}

impl Response {
    /// # Errors
    /// `NoVariance` if the fixed effects leave nothing.
    pub(super) fn new(design: &Design, cross: &CrossProducts, y: &[f64]) -> Result<Self, Undefined> {
        let taken_off = cross.xx_factor.solve(&by_column(design, y));
        let fitted = |row: usize| -> f64 {
            taken_off.iter().zip(&design.columns).map(|(coefficient, column)| coefficient * column[row]).sum()
        };
        let values: Vec<f64> = y.iter().enumerate().map(|(row, value)| value - fitted(row)).collect();
        let squares = sum_of(values.iter().map(|value| value * value));
        if !squares.is_finite() {
            return Err(Undefined::NotFinite);
        }
        // What rounding alone can leave is nothing.
        if (squares / design.n as f64).sqrt() <= 1e-12 * magnitude(y) {
            return Err(Undefined::NoVariance);
        }
        Ok(Self { zy: by_node(design, &values), xy: by_column(design, &values), values, taken_off })
    }
}
