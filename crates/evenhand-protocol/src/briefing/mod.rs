//! Briefings: what a reader pinned, in which order, with which words; and what is made of one.
//!
//! Everything is pinned by reference: a chart by its name on the page, a finding by its kind and whom it is about.
//! Language, anonymity and filters are applied when it is shown, so that a briefing is a small file without data.

mod item;
mod own_words;
mod pinnable;
mod pinned;
mod slide;
mod topic;
mod whole;

pub use item::{BriefingItem, Statistics};
pub use own_words::{IdsLeft, OwnPlace, ids_left, is_plain_number};
pub use pinnable::{PINNED_CHARTS, PINNED_FIGURES, PINNED_TABLES, Pinnable};
pub use pinned::{Choice, Pinned};
pub use slide::{FeedbackTexts, ReportFile, ReportFormat, ReportRequest, Slide, SlideOptions, Stale};
pub use topic::Topic;
pub use whole::{Anonymise, BRIEFING_VERSION, Briefing, ComposeRequest, ReportLanguage, Template};
