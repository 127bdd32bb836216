//! Scenes on the page: drawn as SVG, pointed at, stepped through by keyboard, and saved as files.

mod appearance;
mod chart;
mod save;
mod tooltip;
mod turns;

pub use chart::Chart;
pub use save::{save_png, save_svg, save_text};
