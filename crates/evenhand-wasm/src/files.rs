//! Reads `File` handles in the worker, in chunks, so that progress can be shown and work cancelled.

use evenhand_protocol::{Action, Expected, Failure, LoadError, Place, Problem, ProblemCode};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, File};

/// Bytes read at a time.
const CHUNK: u64 = 4 << 20;

/// Reads the first `limit` bytes of a file, telling `progress` the bytes read so far; `progress` may stop it.
pub(crate) async fn read(
    file: &File,
    limit: u64,
    mut progress: impl FnMut(u64) -> Result<(), Failure>,
) -> Result<Vec<u8>, Failure> {
    let size = (file.size() as u64).min(limit);
    if size > evenhand_data::MAX_BYTES {
        return Err(too_large(file, size));
    }
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(size as usize).map_err(|_| too_large(file, size))?;
    while (bytes.len() as u64) < size {
        let start = bytes.len() as u64;
        let end = (start + CHUNK).min(size);
        let chunk = chunk(file, start, end).await.map_err(|error| unreadable(file, &error))?;
        if chunk.length() == 0 {
            return Err(unreadable(file, &JsValue::from_str("the file ended early")));
        }
        let filled = bytes.len();
        bytes.resize(filled + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[filled..]);
        progress(bytes.len() as u64)?;
    }
    Ok(bytes)
}

async fn chunk(file: &File, start: u64, end: u64) -> Result<Uint8Array, JsValue> {
    let blob = file.slice_with_f64_and_f64(start as f64, end as f64)?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer))
}

/// The file was removed, changed or locked since it was chosen.
fn unreadable(file: &File, error: &JsValue) -> Failure {
    let found = match error.dyn_ref::<DomException>() {
        Some(exception) => exception.name(),
        None => error.as_string().unwrap_or_else(|| format!("{error:?}")),
    };
    stopped(file, ProblemCode::FileUnreadable, found, Expected::ReadableFile)
}

fn too_large(file: &File, size: u64) -> Failure {
    let limit = evenhand_data::MAX_BYTES;
    stopped(file, ProblemCode::TooLarge, size.to_string(), Expected::AtMostBytes { bytes: limit })
}

fn stopped(file: &File, code: ProblemCode, found: String, expected: Expected) -> Failure {
    let place = Place { file: file.name(), ..Place::default() };
    Failure::Load(LoadError { problem: Problem { code, place, found, expected, action: Action::Stopped } })
}
