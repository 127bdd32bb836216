//! Makes sure that Rust can compile for WebAssembly.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use crate::command;
use crate::failure::{Failure, Result};
use crate::say;

/// The platform of both browser modules.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Installs the WebAssembly target into the toolchain when it is not there.
pub fn ensure_wasm_target(root: &Path) -> Result<()> {
    if has_wasm_target(root)? {
        return Ok(());
    }
    if command::find("rustup").is_none() {
        return Err(Failure::missing(
            format!("this Rust toolchain cannot compile for {WASM_TARGET}"),
            "install Rust through https://rustup.rs, or add the target's standard library by hand",
        ));
    }
    say::note(&format!("adding the target {WASM_TARGET} to the toolchain"));
    command::run(Command::new("rustup").args(["target", "add", WASM_TARGET]).current_dir(root))
}

/// Looks for the target's standard library where the compiler keeps it; works with and without rustup.
fn has_wasm_target(root: &Path) -> Result<bool> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    let sysroot = command::capture(Command::new(rustc).args(["--print", "sysroot"]).current_dir(root))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir())
}
