//! Posts reports to the page.

use evenhand_protocol::{Failure, FromEngine, Progress, Stage, wire};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

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

    /// Posts a report as bytes (see [`wire`]), which the page gets without a copy.
    /// A report that cannot be written is a mistake in the protocol and is told as one.
    pub(crate) fn post(&self, report: &FromEngine) {
        let posted = match wire::encode(report) {
            Ok(bytes) => {
                let bytes = Uint8Array::from(bytes.as_slice());
                self.scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()))
            }
            Err(wire::Garbled(error)) => self.scope.post_message(&JsValue::from_str(&error)),
        };
        // Posting fails only while the worker is being terminated; nobody is left to tell.
        let _ = posted;
    }

    pub(crate) fn progress(&self, id: u32, stage: Stage, done: u64, total: u64) {
        self.post(&FromEngine::Progress { id, progress: Progress { stage, done, total } });
    }

    pub(crate) fn failed(&self, id: u32, failure: Failure) {
        self.post(&FromEngine::Failed { id, failure });
    }
}
