//! Briefings, slides, workbooks and feedback sheets, from answers and scenes.
//!
//! What a reader pinned is a list of references ([`evenhand_protocol::Briefing`]). This crate says which questions it
//! needs ([`needs`], [`template_needs`], [`report_needs`]), and makes slides and files of their answers ([`slides`],
//! [`Making`]). It asks nothing itself: whoever holds the engine puts the answers into [`Answers`].
//!
//! The same briefing about the same data gives the same bytes natively and in WebAssembly: there is no clock (the date
//! of a report is a part of the briefing), no hash order and no locale.

mod anonymous;
mod answers;
mod catalogue;
mod document;
mod html;
mod json;
mod make;
mod opened;
mod package;
mod pptx;
mod sheets;
mod slide_table;
mod table_fit;
mod templates;
mod version;
mod xlsx;
mod xml;

pub use anonymous::Codes;
pub use answers::{Answers, Asking, needs, report_needs, template_needs};
pub use catalogue::{CHARTS, FIGURES, OWN_TABLES, TABLES};
pub use html::{SLIDE_CSS, slides};
pub use make::Making;
pub use opened::SavedReport;
pub use templates::compose;
