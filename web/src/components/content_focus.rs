//! The focus on what the page shows.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The id of the element that holds the page of the moment.
pub const CONTENT: &str = "content";

/// Puts the focus on the page of the moment.
pub fn focus_content() {
    let content = document().get_element_by_id(CONTENT);
    if let Some(content) = content.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = content.focus();
    }
}
