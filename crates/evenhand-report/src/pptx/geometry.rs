/// A slide's width in pixels.
pub(super) const WIDTH: f64 = 1280.0;
/// A slide's height in pixels.
pub(super) const HEIGHT: f64 = 720.0;
/// The free space at both sides.
pub(super) const MARGIN: f64 = 56.0;
/// The width of what stands between the margins.
pub(super) const INNER: f64 = WIDTH - 2.0 * MARGIN;

/// EMU to a pixel: 12,192,000 across 1280.
const EMU: f64 = 9_525.0;

/// Pixels as EMU.
pub(super) fn emu(pixels: f64) -> i64 {
    let pixels = if pixels.is_finite() { pixels.clamp(-100_000.0, 100_000.0) } else { 0.0 };
    (pixels * EMU).round() as i64
}

/// The size of letters in hundredths of a point, by their size in pixels.
pub(super) fn hundredths(pixels: f64) -> i64 {
    // Half points, as people set them.
    ((pixels * 0.75 * 2.0).round() * 50.0) as i64
}

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Area {
    pub(super) fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width: width.max(0.0), height: height.max(0.0) }
    }

    /// The place of a shape.
    pub(super) fn transform(&self, attributes: &str) -> String {
        format!(
            "<a:xfrm{attributes}><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm>",
            emu(self.x),
            emu(self.y),
            emu(self.width),
            emu(self.height)
        )
    }
}
