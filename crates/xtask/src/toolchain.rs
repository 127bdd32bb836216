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

/// WebAssembly for programs with a clock and an output, which benchmarks need.
pub const WASI_TARGET: &str = "wasm32-wasip1";

/// Installs a target into the toolchain when it is not there.
pub fn ensure_target(root: &Path, target: &str) -> Result<()> {
    if has_target(root, target)? {
        return Ok(());
    }
    if command::find("rustup").is_none() {
        return Err(Failure::missing(
            format!("this Rust toolchain cannot compile for {target}"),
            "install Rust through https://rustup.rs, or add the target's standard library by hand",
        ));
    }
    say::note(&format!("adding the target {target} to the toolchain"));
    command::run(Command::new("rustup").args(["target", "add", target]).current_dir(root))
}

/// Looks for the target's standard library where the compiler keeps it; works with and without rustup.
fn has_target(root: &Path, target: &str) -> Result<bool> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    let sysroot = command::capture(Command::new(rustc).args(["--print", "sysroot"]).current_dir(root))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib").join(target).join("lib").is_dir())
}
