//! The browser's print dialogue. A browser that refuses to print has told the user why.

use gloo::events::EventListener;
use gloo::utils::{document_element, window};

/// The attribute of the document that says what is printed, where that is not all of it.
const PRINTED: &str = "data-print";

/// Prints the page.
pub fn print_page() {
    let _ = window().print();
}

/// Prints one thing alone: the style sheet leaves everything else out while the document is marked, which it is until the
/// dialogue closes.
pub fn print_alone(what: &str) {
    let root = document_element();
    if root.set_attribute(PRINTED, what).is_ok() {
        EventListener::once(&window(), "afterprint", move |_| {
            let _ = root.remove_attribute(PRINTED);
        })
        .forget();
        print_page();
    }
}
