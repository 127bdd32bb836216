//! What the page gives a chart: a width, perhaps a height, and whether the screen is narrow.

/// Screens narrower than this many CSS pixels get the compact form of a chart.
const COMPACT_BELOW: f64 = 520.0;

/// The narrowest frame a chart is laid out for; a narrower one is treated as this wide.
const NARROWEST: f64 = 160.0;

/// The room the page gives a chart, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Width of the whole chart.
    pub width: f64,
    /// Height of the whole chart; `None` lets the chart choose (rows for categories, a good aspect else).
    pub height: Option<f64>,
    /// Fewer ticks and smaller margins, for narrow screens.
    pub compact: bool,
}

impl Frame {
    /// A frame of this width whose height the chart chooses; compact below 520 px.
    #[must_use]
    pub fn new(width: f64) -> Self {
        let width = if width.is_finite() { width.max(NARROWEST) } else { 640.0 };
        Self { width, height: None, compact: width < COMPACT_BELOW }
    }

    /// The same frame with this height.
    #[must_use]
    pub fn with_height(self, height: f64) -> Self {
        Self { height: height.is_finite().then_some(height.max(80.0)), ..self }
    }

    /// The height for a chart that has no rows: the given one, or a good aspect of the width.
    pub(crate) fn open_height(self) -> f64 {
        self.height.unwrap_or_else(|| (self.width * 0.58).clamp(260.0, 420.0))
    }
}
