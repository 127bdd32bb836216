//! How well ratings fit the model.

/// A mean square of residuals, 1 on average where the model holds.
///
/// Source: Wright & Masters (1982), Rating Scale Analysis, p. 99 to 101.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanSquare {
    /// The mean square: above 1 for ratings noisier than the model says, below 1 for more regular ones.
    pub value: f64,
    /// The mean square as an approximately standard normal deviate, by the Wilson-Hilferty transformation; `None`
    /// where the mean square can take one value only.
    pub standardised: Option<f64>,
}

impl MeanSquare {
    /// The ratio of a sum of squares to its expectation; `variance` is that of the sum.
    pub(super) fn new(squares: f64, expected: f64, variance: f64) -> Option<Self> {
        if !(expected > 0.0 && squares.is_finite()) {
            return None;
        }
        let value = squares / expected;
        let sd = variance.max(0.0).sqrt() / expected;
        // Two categories at equal probability make every squared residual the same but for rounding.
        let standardised = (sd > 1e-6).then(|| (libm::cbrt(value) - 1.0) * (3.0 / sd) + sd / 3.0);
        Some(Self { value, standardised })
    }
}

/// How well the ratings of an element fit the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ElementFit {
    /// Mean square residual weighted by information, sensitive to many small misfits.
    pub infit: MeanSquare,
    /// Mean square of standardised residuals, sensitive to single surprising ratings.
    pub outfit: MeanSquare,
    /// The correlation of the element's ratings with the locations that the model gives them (the sum of the measures
    /// of all elements, each with the sign of its facet); `None` where either does not vary.
    pub point_measure: Option<f64>,
    /// The value of that correlation if the ratings followed the model.
    pub point_measure_expected: Option<f64>,
}
