//! The Evenhand dashboard: a page that asks the engine in its worker and shows the answers.
//!
//! `engine` talks to the worker, `state` holds signals, `pages` compose `components` and `charts`.
//! Words come from `evenhand-words`, drawings from `evenhand-charts`; nothing here computes a statistic.

mod app;
mod briefing;
mod charts;
mod components;
mod engine;
mod i18n;
mod matching;
mod pages;
mod palette;
mod sections;
mod state;
mod tour;

use wasm_bindgen::JsCast;

fn main() {
    console_error_panic_hook::set_once();
    let root = gloo::utils::document().get_element_by_id("app");
    match root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) {
        Some(root) => leptos::mount::mount_to(root, app::App).forget(),
        None => leptos::mount::mount_to_body(app::App),
    }
}
