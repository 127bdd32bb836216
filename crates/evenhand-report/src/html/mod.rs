//! Slides as HTML fragments, and a briefing as a page that opens without a network.

mod body;
mod colours;
mod escape;
mod page;
mod slide;
mod table;

pub(crate) use page::page;
pub use slide::slides;

/// The style of slides, for whoever shows the fragments of [`slides`]: sizes follow the width of an ancestor with the
/// class `bf-stage`.
pub const SLIDE_CSS: &str = include_str!("slide.css");
