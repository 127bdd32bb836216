//! Shrinks and speeds up a module with Binaryen's `wasm-opt`, when it is installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bindgen::Bound;
use crate::command;
use crate::failure::{Failure, Result};
use crate::say;
use crate::table_exports;

/// What the compiler uses beyond the first version of WebAssembly; old versions of `wasm-opt` must be told.
const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Finds `wasm-opt`, or says what goes without it.
pub fn find() -> Option<PathBuf> {
    let found = command::find("wasm-opt");
    if found.is_none() {
        say::note(
            "wasm-opt is not installed: skipped. The modules work without it; with it (package `binaryen`) \
             the engine gets about a tenth smaller and a little faster, for a minute more of build time.",
        );
    }
    found
}

/// Optimises a module into a file beside it, unless that is there already.
///
/// When `wasm-opt` cannot, says so and returns the module as it is.
pub fn module(wasm_opt: &Path, module: Bound) -> Result<Bound> {
    let optimised = module.wasm.with_extension("opt.wasm");
    if !optimised.exists() {
        let unfinished = module.wasm.with_extension("unfinished.wasm");
        let mut command = Command::new(wasm_opt);
        command.arg("-O2").args(FEATURES).arg(&module.wasm).arg("-o").arg(&unfinished);
        if let Err(failure) = command::run(&mut command) {
            say::note(&format!("{failure}; going on with the module as it is (a newer Binaryen may help)"));
            return Ok(module);
        }
        let original = fs::read(&module.wasm).map_err(Failure::io("read", &module.wasm))?;
        let output = fs::read(&unfinished).map_err(Failure::io("read", &unfinished))?;
        let Some(output) = table_exports::restore(&original, output) else {
            say::note("wasm-opt changed the tables of the module; going on with the module as it is");
            return Ok(module);
        };
        fs::write(&unfinished, output).map_err(Failure::io("write", &unfinished))?;
        fs::rename(&unfinished, &optimised).map_err(Failure::io("write", &optimised))?;
    }
    let size = |path: &Path| fs::metadata(path).map(|data| data.len()).map_err(Failure::io("read", path));
    let name = module.wasm.file_name().unwrap_or_default().to_string_lossy();
    let (before, after) = (say::size(size(&module.wasm)?), say::size(size(&optimised)?));
    say::note(&format!("{name}: {before} became {after}"));
    Ok(Bound { wasm: optimised, ..module })
}
