//! How wide a chart is drawn against the room it has.

/// A step of magnification; the chart is laid out anew at each, with more ticks and more room between its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Zoom(usize);

const FACTORS: [f64; 5] = [1.0, 1.5, 2.0, 3.0, 4.0];

impl Zoom {
    /// The width against the room.
    pub fn factor(self) -> f64 {
        FACTORS[self.0.min(FACTORS.len() - 1)]
    }

    /// Whether the chart is wider than its room.
    pub fn is_wide(self) -> bool {
        self.0 > 0
    }

    /// Whether it is as wide as it can be.
    pub fn is_widest(self) -> bool {
        self.0 + 1 == FACTORS.len()
    }

    /// One step wider.
    pub fn wider(self) -> Self {
        Self((self.0 + 1).min(FACTORS.len() - 1))
    }

    /// One step narrower.
    pub fn narrower(self) -> Self {
        Self(self.0.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_end_at_both_ends() {
        let mut zoom = Zoom::default();
        assert!(!zoom.is_wide() && zoom.narrower() == zoom);
        for _ in 0..10 {
            zoom = zoom.wider();
        }
        assert!(zoom.is_widest() && (zoom.factor() - 4.0).abs() < f64::EPSILON);
        assert!((zoom.narrower().factor() - 3.0).abs() < f64::EPSILON);
    }
}
