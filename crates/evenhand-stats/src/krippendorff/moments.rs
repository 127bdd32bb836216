//! Sums of squared differences of points on a line, in closed form from their moments.

/// The number, sum and sum of squares of some points.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Moments {
    pub(super) n: f64,
    pub(super) sum: f64,
    pub(super) squares: f64,
}

impl Moments {
    /// The moments of points, about an origin near their mean that keeps digits.
    pub(super) fn of(points: impl Iterator<Item = f64>) -> Self {
        points.fold(Self::default(), |m, x| Self { n: m.n + 1.0, sum: m.sum + x, squares: m.squares + x * x })
    }

    /// The sum of squared differences over all ordered pairs: `2 (n sum x^2 - (sum x)^2)`.
    pub(super) fn pairs(self) -> f64 {
        2.0 * (self.n * self.squares - self.sum * self.sum)
    }

    /// The sum of squared differences of other points to these.
    pub(super) fn to(self, other: Self) -> f64 {
        other.n * self.squares + self.n * other.squares - 2.0 * self.sum * other.sum
    }

    /// These points and `weight` times others.
    pub(super) fn plus(self, weight: f64, other: Self) -> Self {
        Self {
            n: self.n + weight * other.n,
            sum: self.sum + weight * other.sum,
            squares: self.squares + weight * other.squares,
        }
    }
}

/// Within-unit disagreement `sum over ordered pairs of (x - y)^2 / (m - 1)`, two passes for small spreads.
pub(super) fn within(points: &[f64]) -> f64 {
    let m = points.len() as f64;
    let mean = points.iter().sum::<f64>() / m;
    let squares: f64 = points.iter().map(|x| (x - mean) * (x - mean)).sum();
    2.0 * m * squares / (m - 1.0)
}
