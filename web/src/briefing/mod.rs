//! The briefing: pinning, arranging, presenting and handing over.
//!
//! Slides and files are made by the engine; what is shown here, presented and exported is made by the same code.

mod exports;
mod feedback_texts;
mod full_screen;
mod notice;
mod page;
mod pin_button;
mod pin_table;
mod present;
mod present_filter;
mod settings;
mod slide_card;
mod slide_view;
mod speaker;
mod templates;

pub use page::BriefingPage;
pub use pin_button::pin_button;
pub use pin_table::{Pinning, in_address, pinned_as, pinned_table};
pub use present::Present;
