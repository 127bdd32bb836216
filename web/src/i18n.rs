//! The words of the page in the language of the moment.

use evenhand_words::{Language, Words};
use leptos::prelude::*;

use crate::state::Router;

/// A label that follows the language switch: `t(|w| w.nav.load)`.
pub fn t(
    pick: fn(&'static Words) -> &'static str,
) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let language = expect_context::<Router>().language;
    move || pick(language.get().words())
}

/// The language of the moment; follows the switch where it is called from a reactive place.
pub fn language() -> Language {
    expect_context::<Router>().language.get()
}
