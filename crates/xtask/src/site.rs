//! Builds the site: compile, bind, optimise, assemble, compress.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::bindgen::{self, Bound, Host};
use crate::bundle::{self, Parts};
use crate::compress;
use crate::failure::{Failure, Result};
use crate::optimise;
use crate::say::{self, Steps};
use crate::toolchain;
use crate::wasm::{self, Profile};
use crate::workspace::Workspace;

/// The file name of the engine's loader for Node, without extension.
pub const ENGINE: &str = "engine";

/// Builds the site for this computer, and the engine for Node; returns the site's folder.
pub fn quick(workspace: &Workspace) -> Result<PathBuf> {
    announce(workspace, Profile::Quick);
    let mut steps = Steps::new(5);
    let (page, engine) = compile(workspace, Profile::Quick, &mut steps)?;
    let (page, engine) = bind(workspace, &page, &engine, Profile::Quick, &mut steps)?;
    let folder = workspace.site();
    steps.run("Assemble the site", || assemble(workspace, &page, &engine, &folder))?;
    Ok(folder)
}

/// Builds the site for a static host into `dist/`, and the engine for Node.
pub fn dist(workspace: &Workspace) -> Result<()> {
    let started = Instant::now();
    announce(workspace, Profile::Release);
    let mut steps = Steps::new(7);
    let (page, engine) = compile(workspace, Profile::Release, &mut steps)?;
    let (page, engine) = bind(workspace, &page, &engine, Profile::Release, &mut steps)?;
    let folder = workspace.dist();
    let (page, engine) = steps.run("Optimise the modules with wasm-opt", || match optimise::find() {
        Some(wasm_opt) => {
            let page = optimise::module(&wasm_opt, page)?;
            let plain = engine.wasm.clone();
            let engine = optimise::module(&wasm_opt, engine)?;
            share_with_node(workspace, &plain, &engine.wasm)?;
            Ok((page, engine))
        }
        None => Ok((page, engine)),
    })?;
    let files = steps.run("Assemble the site", || assemble(workspace, &page, &engine, &folder))?;
    steps.run("Compress with Brotli and gzip", || compress::files(&folder, &files))?;
    println!("The site is in {} after {}.", folder.display(), say::elapsed(started.elapsed()));
    println!("Every address in it is relative: it works at the root of a host and in any folder of one.");
    println!(
        "Hosts that read `_headers` send the security headers; elsewhere index.html carries the policy."
    );
    Ok(())
}

/// Says beforehand how long it will take.
fn announce(workspace: &Workspace, profile: Profile) {
    if !wasm::engine_is_warm(workspace, profile) {
        let minutes = if profile == Profile::Quick { 10 } else { 15 };
        println!(
            "The first build takes about {minutes} minutes on two cores, most of it Polars; later ones seconds."
        );
    }
}

fn compile(workspace: &Workspace, profile: Profile, steps: &mut Steps) -> Result<(PathBuf, PathBuf)> {
    steps.run("Look for the WebAssembly target", || {
        toolchain::ensure_target(&workspace.root, toolchain::WASM_TARGET)
    })?;
    let page = steps.run("Compile the page", || wasm::page(workspace, profile))?;
    let engine = steps.run("Compile the engine", || wasm::engine(workspace, profile))?;
    Ok((page, engine))
}

fn bind(
    workspace: &Workspace,
    page: &Path,
    engine: &Path,
    profile: Profile,
    steps: &mut Steps,
) -> Result<(Bound, Bound)> {
    let lean = profile == Profile::Release;
    let folder = workspace.generated().join(if lean { "bound-dist" } else { "bound" });
    steps.run("Generate the JavaScript that loads the modules", || {
        let page = bindgen::bind(page, &folder.join("page"), "page", Host::Web, lean)?;
        let web = bindgen::bind(engine, &folder.join(ENGINE), ENGINE, Host::Web, lean)?;
        let node = bindgen::bind(engine, &workspace.node_package(), ENGINE, Host::Node, lean)?;
        describe_package(workspace, &node.folder)?;
        Ok((page, web))
    })
}

fn assemble(workspace: &Workspace, page: &Bound, engine: &Bound, folder: &Path) -> Result<Vec<String>> {
    let loader = fs::read_to_string(&engine.js).map_err(Failure::io("read", &engine.js))?;
    if !loader.contains("export function start_worker(") {
        say::note("WARNING: the engine exports no `start_worker`, so the worker cannot start");
    }
    let web = workspace.root.join("web");
    let slides = workspace.root.join("crates/evenhand-report/src/html/slide.css");
    let parts = Parts { web: &web, slides: &slides, page, engine, version: &workspace.version };
    let files = bundle::assemble(&parts, folder)?;
    for module in files.iter().filter(|file| file.ends_with(".wasm")) {
        let path = folder.join(module);
        let bytes = fs::metadata(&path).map_err(Failure::io("read", &path))?.len();
        say::note(&format!("{module}: {}", say::size(bytes)));
    }
    Ok(files)
}

/// Gives Node the optimised engine too, when its own is the same module as the browser's.
fn share_with_node(workspace: &Workspace, plain: &Path, optimised: &Path) -> Result<()> {
    let node = workspace.node_package().join(format!("{ENGINE}_bg.wasm"));
    let plain = fs::read(plain).map_err(Failure::io("read", plain))?;
    let node_plain = fs::read(&node).map_err(Failure::io("read", &node))?;
    if plain == node_plain {
        fs::copy(optimised, &node).map_err(Failure::io("write", &node))?;
    }
    Ok(())
}

/// Makes the Node folder an npm package.
fn describe_package(workspace: &Workspace, folder: &Path) -> Result<()> {
    let package = serde_json::json!({
        "name": "evenhand",
        "version": workspace.version,
        "description": "The Evenhand engine: are evaluators even-handed, do indicators hold, do providers differ?",
        "license": "MIT",
        "main": format!("{ENGINE}.js"),
        "types": format!("{ENGINE}.d.ts"),
        "files": [format!("{ENGINE}.js"), format!("{ENGINE}.d.ts"), format!("{ENGINE}_bg.wasm"), format!("{ENGINE}_bg.wasm.d.ts")],
    });
    let path = folder.join("package.json");
    fs::write(&path, format!("{package:#}\n")).map_err(Failure::io("write", &path))
}
