//! Sums in a fixed order, compensated, so that every platform prints the same digits.

/// A running sum that also carries the rounding error it has made.
///
/// Source: Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, algorithm IV.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Accumulator {
    total: f64,
    lost: f64,
}

impl Accumulator {
    /// Adds one value.
    pub(crate) fn add(&mut self, value: f64) {
        let next = self.total + value;
        // The smaller addend loses its low digits; they are what the larger one did not absorb.
        self.lost += if self.total.abs() >= value.abs() {
            (self.total - next) + value
        } else {
            (value - next) + self.total
        };
        self.total = next;
    }

    /// The sum so far.
    pub(crate) fn get(self) -> f64 {
        // An infinite total makes the correction meaningless, and the total alone says what happened.
        if self.total.is_finite() { self.total + self.lost } else { self.total }
    }
}

impl FromIterator<f64> for Accumulator {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut sum = Self::default();
        for value in values {
            sum.add(value);
        }
        sum
    }
}

/// The compensated sum of an iterator, in its order.
pub(crate) fn sum_of(values: impl IntoIterator<Item = f64>) -> f64 {
    values.into_iter().collect::<Accumulator>().get()
}

/// The sum of the values, in slice order with Neumaier (1974) compensation; 0 for an empty slice.
///
/// A slice that holds a value that is not finite has a sum that is not finite.
///
/// ```
/// assert_eq!(evenhand_stats::sum(&[1.0, 1e100, 1.0, -1e100]), 2.0);
/// ```
pub fn sum(values: &[f64]) -> f64 {
    sum_of(values.iter().copied())
}

/// The arithmetic mean; `None` for an empty slice or where the sum is not finite.
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    let mean = sum(values) / values.len() as f64;
    mean.is_finite().then_some(mean)
}

/// The sample variance, with n - 1 in the denominator, in squared units of the values.
///
/// Two passes: the mean first, then the squared deviations, less the square of what the deviations leave over
/// (Chan, Golub & LeVeque 1983, eq. 1.7). `None` for fewer than two values or where a value is not finite.
pub fn variance(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let n = values.len() as f64;
    let mean = mean(values)?;
    // The mean of equal values may be rounded; their variance is still exactly 0.
    if values.iter().all(|value| *value == values[0]) {
        return Some(0.0);
    }
    let squares = sum_of(values.iter().map(|value| (value - mean) * (value - mean)));
    let rest = sum_of(values.iter().map(|value| value - mean));
    let variance = ((squares - rest * rest / n) / (n - 1.0)).max(0.0);
    variance.is_finite().then_some(variance)
}

/// The largest magnitude among the values; 0 for none.
pub(crate) fn magnitude(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |largest, value| value.abs().max(largest))
}

/// A sum of `n` squares without what rounding alone can produce from values of this magnitude.
///
/// Differences of sums that are equal in exact arithmetic come out near 1e-16 of the magnitude; a decimal scale
/// like 0.1 has such differences everywhere, and they must count as no variance.
pub(crate) fn without_rounding(squares: f64, n: usize, magnitude: f64) -> f64 {
    // Compared as a root mean square, which does not overflow where the squares do.
    if (squares / n as f64).sqrt() <= 1e-14 * magnitude { 0.0 } else { squares }
}
