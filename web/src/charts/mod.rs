//! Scenes on the page: drawn as SVG, pointed at, stepped through by keyboard, and saved as files.

mod appearance;
mod brush;
mod chart;
mod linked_marks;
mod picture_source;
mod room;
mod save;
mod tooltip;
mod turns;
mod zoom;

pub use appearance::is_dark;
pub use chart::Chart;
pub use picture_source::picture_source;
pub use save::{save_bytes, save_png, save_svg, save_text};
pub use turns::in_turn;
pub use zoom::Zoom;
