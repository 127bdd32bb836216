//! Whose sheet is wanted: rows of tables about evaluators set it, the sheet follows.

use leptos::prelude::*;

/// The evaluator whose sheet is wanted; a page that has sheets provides it as a context.
#[derive(Clone, Copy)]
pub struct OpenSheet(pub RwSignal<Option<String>>);

impl OpenSheet {
    /// What a click on a row about an entity does, where there is a sheet for it.
    pub fn opener(entity: Option<&str>) -> Option<impl Fn() + Copy + use<>> {
        let Self(wanted) = use_context()?;
        let id = StoredValue::new(entity?.strip_prefix("evaluator:")?.to_owned());
        Some(move || {
            // Also for the one whose sheet was wanted before: the reader may have scrolled away.
            id.with_value(|id| wanted.set(Some(id.clone())));
        })
    }
}
