//! `cargo xtask bench`: module sizes, scripts of `tests/bench`, and the command-line program on real scores.
//!
//! Add a measurement as one more function in `bench`; each prints what it measured and on what.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::command;
use crate::failure::{Failure, Result};
use crate::mixed;
use crate::node::{self, Builds, Node};
use crate::say::{self, Steps};
use crate::workspace::Workspace;

/// Ratings, providers, evaluators and indicators of the Rasch models that are timed.
const RASCH: [[&str; 4]; 3] =
    [["250000", "5000", "500", "12"], ["500000", "10000", "500", "12"], ["1000000", "20000", "500", "12"]];

/// How often the command-line program is timed.
const RUNS: usize = 5;

/// Runs every measurement.
pub fn bench(workspace: &Workspace, scores: Option<&Path>) -> Result<()> {
    let mut steps = Steps::new(6);
    steps.run("Sizes of the modules in dist/", || sizes(workspace))?;
    steps.run("Build the command-line program, optimised", || {
        command::run(command::cargo(&workspace.root).args([
            "build",
            "--release",
            "--package",
            "evenhand-cli",
        ]))
    })?;
    steps.run("Time the command-line program", || command_line(workspace, scores))?;
    steps.run("Time the many-facet Rasch model", || rasch(workspace))?;
    steps.run("Crossed mixed models, native and in WebAssembly", || mixed::mixed(workspace))?;
    steps.run("Run tests/bench", || scripts(workspace))
}

/// Prints each module raw, with gzip and with Brotli, as `cargo xtask dist` left them.
fn sizes(workspace: &Workspace) -> Result<()> {
    let folder = workspace.dist();
    if !folder.is_dir() {
        say::note("SKIPPED: dist/ is not there; build it with cargo xtask dist");
        return Ok(());
    }
    say::note(&format!("{:<40} {:>10} {:>10} {:>10}", "file", "raw", "gzip", "brotli"));
    let mut files: Vec<_> = fs::read_dir(&folder)
        .map_err(Failure::io("read", &folder))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "wasm" || extension == "js"))
        .collect();
    files.sort();
    for path in files {
        let size = |suffix: &str| {
            let file = path.with_extension(suffix);
            fs::metadata(&file).map_or_else(|_| "-".to_owned(), |data| say::size(data.len()))
        };
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let (raw, gzip) = (size(&extension), size(&format!("{extension}.gz")));
        say::note(&format!("{name:<40} {raw:>10} {gzip:>10} {:>10}", size(&format!("{extension}.br"))));
    }
    Ok(())
}

/// Times `evenhand analyze` on a score file, process start included.
fn command_line(workspace: &Workspace, scores: Option<&Path>) -> Result<()> {
    let shared = workspace.shared_data().map(|data| data.join("skating").join("scores.csv"));
    let Some(scores) = scores.map(Path::to_path_buf).or(shared).filter(|scores| scores.is_file()) else {
        say::note("SKIPPED: no score file; name one with --scores FILE");
        return Ok(());
    };
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let mut analyze = Command::new(workspace.cli("release"));
        analyze.args(["analyze", "--json"]).arg(&scores).stdout(Stdio::null());
        let started = Instant::now();
        command::run(&mut analyze)?;
        times.push(started.elapsed());
    }
    times.sort();
    let at = |index: usize| times.get(index).copied().unwrap_or(Duration::ZERO).as_secs_f64();
    say::note(&format!(
        "evenhand analyze --json {}: fastest {:.3} s, median {:.3} s of {RUNS} runs",
        scores.display(),
        at(0),
        at(RUNS / 2)
    ));
    Ok(())
}

/// Fits simulated ratings, more and more of them; memory has to grow with them.
fn rasch(workspace: &Workspace) -> Result<()> {
    let mut cargo = command::cargo(&workspace.root);
    command::run(cargo.args([
        "build",
        "--release",
        "--package",
        "evenhand-stats",
        "--example",
        "rasch_bench",
    ]))?;
    let file = format!("rasch_bench{}", std::env::consts::EXE_SUFFIX);
    let program = workspace.target.join("release").join("examples").join(file);
    for size in RASCH {
        command::run(Command::new(&program).args(size).arg("--short"))?;
    }
    Ok(())
}

/// Runs each script of `tests/bench` on the site of `dist/`, or on the one of `serve` when that is all there is.
fn scripts(workspace: &Workspace) -> Result<()> {
    let scripts = node::scripts(workspace, "bench", ".mjs")?;
    let Some(program) = Node::find()?.filter(|_| !scripts.is_empty()) else {
        say::note("SKIPPED: there is no script in tests/bench, or no Node.js to run it");
        return Ok(());
    };
    let dist = workspace.dist();
    let site = if dist.is_dir() { dist } else { workspace.site() };
    say::note(&format!("on the site in {}", site.display()));
    let builds = Builds { site, cli: workspace.cli("release"), browser: true };
    let node = Node::prepare(workspace, program, builds)?;
    for script in scripts {
        command::run(node.command().arg(script))?;
    }
    Ok(())
}
