//! Asking the browser for the full screen.

use gloo::utils::document_element;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Asks for the full screen; where it is refused, the window does as well.
pub fn ask_full_screen() {
    let root = document_element();
    // By its name: the typed call drops the promise, and a refusal would be an error that nobody has caught.
    let asked = Reflect::get(&root, &"requestFullscreen".into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|ask| ask.call0(&root))
        .and_then(JsCast::dyn_into::<Promise>);
    if let Ok(answer) = asked {
        spawn_local(async move {
            let _ = JsFuture::from(answer).await;
        });
    }
}
