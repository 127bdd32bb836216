//! Compiles the two WebAssembly modules: the page and the engine.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::failure::{Failure, Result};
use crate::toolchain::{WASI_TARGET, WASM_TARGET};
use crate::workspace::Workspace;

/// One flag set for both modules and for clippy, so that they share what is compiled.
const RUSTFLAGS: &str = "-C target-feature=+simd128";

/// The page's own flags: its components hide the types of what they show, which makes it a tenth smaller.
const PAGE_RUSTFLAGS: &str = "-C target-feature=+simd128 --cfg erase_components";

/// How the modules are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Fast to build: for `serve` and the tests.
    Quick,
    /// Small and fast to run, slow to build: for `dist`.
    Release,
}

impl Profile {
    fn page(self) -> &'static str {
        match self {
            Self::Quick => "wasm-page",
            Self::Release => "wasm-page-dist",
        }
    }

    fn engine(self) -> &'static str {
        match self {
            Self::Quick => "wasm",
            Self::Release => "wasm-dist",
        }
    }
}

/// Compiles the page and returns its module.
pub fn page(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    build(workspace, PAGE_RUSTFLAGS, "evenhand-web", profile.page(), "evenhand-web.wasm")
}

/// Compiles the engine and returns its module.
pub fn engine(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    build(workspace, RUSTFLAGS, "evenhand-wasm", profile.engine(), "evenhand_wasm.wasm")
}

/// Whether the engine has been compiled before, so that the next time takes seconds.
pub fn engine_is_warm(workspace: &Workspace, profile: Profile) -> bool {
    module(workspace, profile.engine(), "evenhand_wasm.wasm").exists()
}

/// Cargo with the flags of the WebAssembly builds.
pub fn cargo(root: &Path) -> Command {
    let mut cargo = command::cargo(root);
    // RUSTFLAGS would override the target's own flags.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", RUSTFLAGS);
    cargo.env("CARGO_TARGET_WASM32_WASIP1_RUSTFLAGS", RUSTFLAGS);
    cargo
}

fn build(workspace: &Workspace, flags: &str, package: &str, profile: &str, file: &str) -> Result<PathBuf> {
    let mut cargo = cargo(&workspace.root);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    cargo.args(["build", "--package", package, "--target", WASM_TARGET, "--profile", profile]);
    command::run(&mut cargo)?;
    let module = module(workspace, profile, file);
    if module.is_file() {
        Ok(module)
    } else {
        Err(Failure::Other(format!("cargo built {package} but {} is not there", module.display())))
    }
}

/// Compiles an example for WASI, as the engine that `dist` ships is compiled, and returns its module.
pub fn example(workspace: &Workspace, package: &str, name: &str) -> Result<PathBuf> {
    let profile = Profile::Release.engine();
    let mut cargo = cargo(&workspace.root);
    cargo.args(["build", "--package", package, "--example", name]);
    cargo.args(["--target", WASI_TARGET, "--profile", profile]);
    command::run(&mut cargo)?;
    Ok(workspace.target.join(WASI_TARGET).join(profile).join("examples").join(format!("{name}.wasm")))
}

fn module(workspace: &Workspace, profile: &str, file: &str) -> PathBuf {
    workspace.target.join(WASM_TARGET).join(profile).join(file)
}
