//! The way to start the engine again after it could not be started.

use std::rc::Rc;

use leptos::prelude::*;

use crate::engine::Client;

/// What a button needs to start the engine again.
#[derive(Clone, Copy)]
pub struct EngineStart(StoredValue<Rc<Client>, LocalStorage>);

impl EngineStart {
    /// For this client.
    pub fn new(client: Rc<Client>) -> Self {
        Self(StoredValue::new_local(client))
    }

    /// Tries again, where it could not be started.
    pub fn try_again(&self) {
        self.0.with_value(|client| client.try_again());
    }
}
