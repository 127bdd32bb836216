//! The point scale: ordered categories at equal distances, each a point.

/// Categories at equal distances; a position is the category's number, counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct PointScale {
    names: Vec<String>,
    padding: f64,
    range: (f64, f64),
}

impl PointScale {
    /// The scale of these categories in this order, with half a step of room at both ends.
    #[must_use]
    pub fn new<S: Into<String>>(names: impl IntoIterator<Item = S>) -> Self {
        Self { names: names.into_iter().map(Into::into).collect(), padding: 0.5, range: (0.0, 1.0) }
    }

    /// The scale with `steps` of a step of room at both ends; 0 puts the first and last at the edges.
    #[must_use]
    pub fn padding(self, steps: f64) -> Self {
        Self { padding: if steps.is_finite() { steps.clamp(0.0, 10.0) } else { 0.5 }, ..self }
    }

    /// The scale onto the pixels from `from` to `to`.
    #[must_use]
    pub fn onto(self, from: f64, to: f64) -> Self {
        Self { range: (from, to), ..self }
    }

    /// The names of the categories.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The distance between neighbouring categories in pixels.
    #[must_use]
    pub fn step(&self) -> f64 {
        let steps = self.names.len().saturating_sub(1) as f64 + 2.0 * self.padding;
        (self.range.1 - self.range.0).abs() / steps.max(1.0)
    }

    /// The pixel of a category's number; fractions lie between categories.
    #[must_use]
    pub fn map(&self, position: f64) -> f64 {
        if !position.is_finite() {
            return f64::NAN;
        }
        if self.names.len() <= 1 && self.padding == 0.0 {
            return f64::midpoint(self.range.0, self.range.1);
        }
        let sign = if self.range.1 < self.range.0 { -1.0 } else { 1.0 };
        self.range.0 + sign * self.step() * (self.padding + position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_lie_at_equal_distances() {
        let scale = PointScale::new(["a", "b", "c"]).onto(0.0, 90.0);
        assert_eq!([scale.map(0.0), scale.map(1.0), scale.map(2.0)], [15.0, 45.0, 75.0]);
        let tight = PointScale::new(["a", "b"]).padding(0.0).onto(10.0, 50.0);
        assert_eq!([tight.map(0.0), tight.map(1.0)], [10.0, 50.0]);
    }

    #[test]
    fn one_or_no_category_is_no_trouble() {
        assert_eq!(PointScale::new(["a"]).onto(0.0, 80.0).map(0.0), 40.0);
        assert_eq!(PointScale::new(["a"]).padding(0.0).onto(0.0, 80.0).map(0.0), 40.0);
        assert!(PointScale::new(Vec::<String>::new()).onto(0.0, 80.0).map(0.0).is_finite());
    }
}
