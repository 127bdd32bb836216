//! Instances of problems, asked of the engine page by page.

use std::rc::Rc;

use evenhand_protocol::{ProblemCode, ProblemPage, Request};
use leptos::prelude::*;

use crate::engine::{Client, Report};

/// The way to the instances of problems that the engine keeps.
#[derive(Clone, Copy)]
pub struct ProblemLists {
    client: StoredValue<Rc<Client>, LocalStorage>,
}

impl ProblemLists {
    /// Asks over this client.
    pub fn new(client: Rc<Client>) -> Self {
        Self { client: StoredValue::new_local(client) }
    }

    /// Asks for some instances; `on_page` hears `None` where there is no answer.
    pub fn ask(
        &self,
        code: ProblemCode,
        from: u32,
        count: u32,
        on_page: impl Fn(Option<ProblemPage>) + 'static,
    ) {
        let on_report = move |report| match report {
            Report::Problems(page) => on_page(Some(page)),
            Report::Progress(_) => {}
            _ => on_page(None),
        };
        let request = Request::Problems { code, from, count };
        self.client.with_value(|client| client.send(request, Vec::new(), Rc::new(on_report)));
    }
}
