//! One web worker and the listeners on it.

use evenhand_protocol::{FromEngine, ToEngine, wire};
use gloo::events::EventListener;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What comes from a worker.
#[derive(Debug)]
pub enum Arrival {
    /// A report.
    Report(Box<FromEngine>),
    /// The worker threw, could not be loaded, or sent what cannot be read.
    Broken,
}

/// A running worker; dropping it ends the worker.
pub struct Transport {
    worker: Worker,
    _listeners: [EventListener; 3],
}

impl Transport {
    /// Starts a worker from the script at `url`.
    pub fn start(url: &str, on_arrival: impl Fn(Arrival) + Clone + 'static) -> Result<Self, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(url, &options)?;
        let on_message = {
            let on_arrival = on_arrival.clone();
            EventListener::new(&worker, "message", move |event| {
                let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data).unwrap_or_default();
                on_arrival(report_of(&data).map_or(Arrival::Broken, Arrival::Report));
            })
        };
        let broken = move |_: &web_sys::Event| on_arrival(Arrival::Broken);
        let on_error = EventListener::new(&worker, "error", broken.clone());
        let on_message_error = EventListener::new(&worker, "messageerror", broken);
        Ok(Self { worker, _listeners: [on_message, on_error, on_message_error] })
    }

    /// Sends a request. `File` handles are cloned with it, not their bytes.
    pub fn post(&self, message: &ToEngine, files: &[File]) -> Result<(), JsValue> {
        let envelope = Object::new();
        Reflect::set(&envelope, &"message".into(), &serde_wasm_bindgen::to_value(message)?)?;
        Reflect::set(&envelope, &"files".into(), &files.iter().collect::<Array>())?;
        self.worker.post_message(&envelope)
    }
}

/// The report that a worker posted as bytes.
fn report_of(data: &JsValue) -> Option<Box<FromEngine>> {
    let bytes = data.dyn_ref::<Uint8Array>()?.to_vec();
    wire::decode(&bytes).ok().map(Box::new)
}

impl Drop for Transport {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
