//! Posts reports to the page.

use evenhand_protocol::{Failure, FromEngine, Progress, Stage};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

use crate::convert::to_js;

/// The worker's side of the channel to the page.
#[derive(Debug, Clone)]
pub(crate) struct Channel {
    scope: DedicatedWorkerGlobalScope,
}

impl Channel {
    /// The channel of the worker this runs in; `None` outside a worker.
    pub(crate) fn of_this_worker() -> Option<Self> {
        js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>().ok().map(|scope| Self { scope })
    }

    /// The worker's global scope.
    pub(crate) fn scope(&self) -> &DedicatedWorkerGlobalScope {
        &self.scope
    }

    /// Posts a report. A report that cannot be converted is a mistake in the protocol and is told as one.
    pub(crate) fn post(&self, report: &FromEngine) {
        let value = to_js(report).unwrap_or_else(|error| JsValue::from_str(&error.to_string()));
        // Posting fails only while the worker is being terminated; nobody is left to tell.
        let _ = self.scope.post_message(&value);
    }

    pub(crate) fn progress(&self, id: u32, stage: Stage, done: u64, total: u64) {
        self.post(&FromEngine::Progress { id, progress: Progress { stage, done, total } });
    }

    pub(crate) fn failed(&self, id: u32, failure: Failure) {
        self.post(&FromEngine::Failed { id, failure });
    }
}
