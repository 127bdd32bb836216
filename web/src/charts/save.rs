//! Files made by the page and handed to the browser's download list.

use evenhand_charts::{Palette, Scene, SvgOptions, to_svg};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to start a download before its address is taken back.
const GRACE_MS: u32 = 10_000;

/// Saves text as a file.
pub fn save_text(name: &str, mime: &str, text: &str) {
    // Without a blob there is nothing to save, and no words would help the user; the browser logs why.
    let _ = try_save(name, mime, text);
}

/// Saves a chart with its words, in colours for light paper.
pub fn save_svg(name: &str, scene: &Scene) {
    let svg = to_svg(scene, &SvgOptions::standalone(Palette::light()));
    save_text(&format!("{name}.svg"), "image/svg+xml", &svg);
}

fn try_save(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{mime};charset=utf-8"));
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Timeout::new(GRACE_MS, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
