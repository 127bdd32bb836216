//! Tables that can be pinned, and as what.

use std::sync::Arc;

use evenhand_protocol::{PINNED_TABLES, Pinned, PinnedChoice};
use leptos::prelude::*;

use crate::state::Router;

/// What is pinned when the button is pressed.
pub type Pinning = Arc<dyn Fn() -> Pinned + Send + Sync>;

/// The table of a name as the address has it; nothing where a briefing has no place for it.
pub fn pinned_table(name: &str, router: Router) -> Option<Pinning> {
    let table = PINNED_TABLES.iter().find(|known| known.name == name)?;
    Some(Arc::new(move || Pinned::Table {
        name: table.name.to_owned(),
        choice: in_address(table.choices, router),
    }))
}

/// A table about what the reader chose in another way than in the address.
pub fn pinned_as(
    name: &'static str,
    chosen: impl Fn() -> Option<(&'static str, String)> + Send + Sync + 'static,
) -> Pinning {
    let choices =
        PINNED_TABLES.iter().find(|known| known.name == name).map_or(&[][..], |table| table.choices);
    let router = expect_context::<Router>();
    Arc::new(move || {
        let mut choice = in_address(choices, router);
        choice.extend(chosen().map(|(key, value)| (key.to_owned(), value)));
        Pinned::Table { name: name.to_owned(), choice }
    })
}

/// What of these choices the address has.
pub fn in_address(choices: &[&str], router: Router) -> PinnedChoice {
    choices.iter().filter_map(|key| Some(((*key).to_owned(), router.choice(key)?))).collect()
}
