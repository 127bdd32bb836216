//! Turns a compiled module into a WebAssembly file and the JavaScript that loads it.
//!
//! The post-processor is a library of the very version in `Cargo.lock`, so no global install can mismatch.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::content_hash;
use crate::failure::{Failure, Result};

/// The file that records which input a folder was generated from.
const STAMP: &str = ".generated-from";

/// Where the JavaScript runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// An ES module for the browser, page or worker.
    Web,
    /// A CommonJS module for Node, with TypeScript types.
    Node,
}

/// A module and its loader.
#[derive(Debug)]
pub struct Bound {
    /// The folder of all generated files.
    pub folder: PathBuf,
    /// The JavaScript.
    pub js: PathBuf,
    /// The WebAssembly.
    pub wasm: PathBuf,
}

/// Generates `NAME.js` and `NAME_bg.wasm` into `folder`, unless it holds them for this very input already.
///
/// `lean` drops function names and producer notes, which only help when reading a trap.
pub fn bind(input: &Path, folder: &Path, name: &str, host: Host, lean: bool) -> Result<Bound> {
    let bound = Bound {
        folder: folder.to_path_buf(),
        js: folder.join(format!("{name}.js")),
        wasm: folder.join(format!("{name}_bg.wasm")),
    };
    let bytes = fs::read(input).map_err(Failure::io("read", input))?;
    let stamp = format!("{} {name} {host:?} {lean}", content_hash::of(&bytes));
    let stamp_file = folder.join(STAMP);
    if fs::read_to_string(&stamp_file).is_ok_and(|text| text == stamp) && bound.js.exists() {
        return Ok(bound);
    }
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Failure::io("empty", folder))?;
    }
    generate(bytes, folder, name, host, lean)
        .map_err(|error| Failure::Other(format!("wasm-bindgen on {}: {error}", input.display())))?;
    fs::write(&stamp_file, stamp).map_err(Failure::io("write", &stamp_file))?;
    Ok(bound)
}

fn generate(
    bytes: Vec<u8>,
    folder: &Path,
    name: &str,
    host: Host,
    lean: bool,
) -> std::result::Result<(), Box<dyn std::error::Error>> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(name, bytes)
        .typescript(host == Host::Node)
        .omit_default_module_path(true)
        .remove_name_section(lean)
        .remove_producers_section(lean);
    match host {
        Host::Web => bindgen.web(true)?,
        Host::Node => bindgen.nodejs(true)?,
    };
    bindgen.generate(folder)?;
    Ok(())
}
