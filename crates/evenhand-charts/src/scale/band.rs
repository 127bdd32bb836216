//! The band scale: ordered categories that fill the range, each a band with a width.

/// Categories that share the range; a position is the category's number, counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct BandScale {
    names: Vec<String>,
    gap: f64,
    range: (f64, f64),
}

impl BandScale {
    /// The scale of these categories in this order, with a tenth of each band left as gap.
    #[must_use]
    pub fn new<S: Into<String>>(names: impl IntoIterator<Item = S>) -> Self {
        Self { names: names.into_iter().map(Into::into).collect(), gap: 0.1, range: (0.0, 1.0) }
    }

    /// The scale with this share (0 to 0.9) of each band left as gap.
    #[must_use]
    pub fn gap(self, share: f64) -> Self {
        Self { gap: if share.is_finite() { share.clamp(0.0, 0.9) } else { 0.1 }, ..self }
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

    /// The distance between the middles of neighbouring bands in pixels.
    #[must_use]
    pub fn step(&self) -> f64 {
        (self.range.1 - self.range.0).abs() / self.names.len().max(1) as f64
    }

    /// The width of one band in pixels, without its gap.
    #[must_use]
    pub fn bandwidth(&self) -> f64 {
        self.step() * (1.0 - self.gap)
    }

    /// The pixel of the middle of a band.
    #[must_use]
    pub fn map(&self, position: f64) -> f64 {
        if !position.is_finite() {
            return f64::NAN;
        }
        let sign = if self.range.1 < self.range.0 { -1.0 } else { 1.0 };
        self.range.0 + sign * self.step() * (position + 0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_fill_the_range() {
        let scale = BandScale::new(["a", "b"]).gap(0.2).onto(0.0, 100.0);
        assert_eq!([scale.map(0.0), scale.map(1.0)], [25.0, 75.0]);
        assert_eq!(scale.bandwidth(), 40.0);
        assert_eq!(BandScale::new(Vec::<String>::new()).onto(0.0, 9.0).step(), 9.0);
    }
}
