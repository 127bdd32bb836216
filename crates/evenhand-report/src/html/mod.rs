//! Slides as HTML fragments, and a briefing as a page that opens without a network.

mod body;
mod colours;
mod escape;
mod page;
mod slide;
mod table;

pub(crate) use escape::{element, escaped, paragraphs};
pub(crate) use page::{close as close_page, open as open_page, page};
pub(crate) use slide::notes as speaker_notes;
pub use slide::slides;
pub(crate) use table::text as cell_text;

/// The style of slides, for whoever shows the fragments of [`slides`]: sizes follow the width of an ancestor with the
/// class `bf-stage`.
pub const SLIDE_CSS: &str = include_str!("slide.css");
