//! Crossed mixed models of a size: how long they take natively and in WebAssembly.
//!
//! The program is the same, `examples/mixed_bench.rs` of `evenhand-stats`, which makes its ratings from a seed. In
//! WebAssembly it is compiled for WASI, with the flags of the engine, and run by Node.

use std::path::PathBuf;
use std::process::Command;

use crate::command;
use crate::failure::{Failure, Result};
use crate::fit::Fit;
use crate::node::Node;
use crate::say;
use crate::toolchain::{self, WASI_TARGET};
use crate::wasm;
use crate::workspace::Workspace;

/// Ratings, providers and evaluators.
const SIZES: [[&str; 3]; 2] = [["73000", "3000", "1100"], ["1000000", "20000", "2000"]];

/// Seconds that the larger one may take natively.
const BUDGET: f64 = 60.0;

/// The program, which is an example.
const EXAMPLE: &str = "mixed_bench";

/// Fits models of both sizes and prints their times, stopping where the two platforms differ in a digit.
pub fn mixed(workspace: &Workspace) -> Result<()> {
    let native = native(workspace)?;
    let wasi = wasi(workspace)?;
    for size in SIZES {
        let own = Fit::read(&command::capture(Command::new(&native).args(size))?)?;
        let [n, providers, evaluators] = size;
        let limit = if size == SIZES[1] { against(own.seconds) } else { String::new() };
        let mut line = format!(
            "{n} ratings, {providers} providers, {evaluators} evaluators: native {:.2} s{limit}",
            own.seconds
        );
        if let Some((node, module)) = &wasi {
            let script = workspace.root.join("tests").join("support").join("wasi.mjs");
            let mut run = Command::new(node);
            let printed = command::capture(run.arg(script).arg(module).args(size))?;
            let other = Fit::read(&printed)?;
            if other.deviance.to_bits() != own.deviance.to_bits() {
                let (own, other) = (own.deviance, other.deviance);
                return Err(Failure::Other(format!("the deviances differ: {own} natively, {other}")));
            }
            let ratio = other.seconds / own.seconds;
            line += &format!(", WebAssembly in Node {:.2} s, ratio {ratio:.2}", other.seconds);
        }
        say::note(&line);
    }
    Ok(())
}

fn against(seconds: f64) -> String {
    let verdict = if seconds <= BUDGET { "kept" } else { "MISSED" };
    format!(" (budget {BUDGET:.0} s: {verdict})")
}

fn native(workspace: &Workspace) -> Result<PathBuf> {
    let mut cargo = command::cargo(&workspace.root);
    cargo.args(["build", "--release", "--package", "evenhand-stats", "--example", EXAMPLE]);
    command::run(&mut cargo)?;
    let file = format!("{EXAMPLE}{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace.target.join("release").join("examples").join(file))
}

/// Node and the program for WASI; `None` where either is not to be had.
fn wasi(workspace: &Workspace) -> Result<Option<(PathBuf, PathBuf)>> {
    let Some(node) = Node::find()? else {
        say::note("SKIPPED in WebAssembly: there is no Node.js");
        return Ok(None);
    };
    if let Err(failure) = toolchain::ensure_target(&workspace.root, WASI_TARGET) {
        say::note(&format!("SKIPPED in WebAssembly: {failure}"));
        return Ok(None);
    }
    Ok(Some((node, wasm::example(workspace, "evenhand-stats", EXAMPLE)?)))
}
