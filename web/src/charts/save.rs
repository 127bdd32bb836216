//! Files made by the page and handed to the browser's download list.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement,
    Url,
};

/// How long the browser may take to start a download before its address is taken back.
const GRACE_MS: u32 = 10_000;

/// Saves text as a file.
pub fn save_text(name: &str, mime: &str, text: &str) {
    // Without a blob there is nothing to save, and no words would help the user; the browser logs why.
    let _ = blob_of(mime, text).and_then(|blob| save_blob(name, &blob));
}

/// Saves bytes as a file.
pub fn save_bytes(name: &str, mime: &str, bytes: &[u8]) {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let bytes = Uint8Array::from(bytes);
    // As above.
    let _ = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options)
        .and_then(|blob| save_blob(name, &blob));
}

/// Saves a chart.
pub fn save_svg(name: &str, svg: &str) {
    save_text(&format!("{name}.svg"), "image/svg+xml", svg);
}

/// The same as a picture for programs that do not read SVG, with so many pixels to one of the chart.
pub fn save_png(name: &str, svg: String, sharpness: u32) {
    let name = format!("{name}.png");
    spawn_local(async move {
        // As above: the browser logs why.
        let _ = picture(name, &svg, sharpness).await;
    });
}

/// Draws an SVG on a canvas and saves what is on it.
async fn picture(name: String, svg: &str, sharpness: u32) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&blob_of("image/svg+xml", svg)?)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&url);
    let decoded = JsFuture::from(image.decode()).await;
    let _ = Url::revoke_object_url(&url);
    decoded?;
    let (width, height) = (image.natural_width() * sharpness, image.natural_height() * sharpness);
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or("no canvas")?.dyn_into::<CanvasRenderingContext2d>()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        f64::from(width),
        f64::from(height),
    )?;
    let save = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            let _ = save_blob(&name, &blob);
        }
    });
    canvas.to_blob(save.unchecked_ref())
}

fn blob_of(mime: &str, text: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{mime};charset=utf-8"));
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}

fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
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
