//! `cargo xtask test`: every check and test, in the order in which they fail fastest.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Args;

use crate::check;
use crate::command;
use crate::failure::{Failure, Result};
use crate::node::{self, Builds, Node};
use crate::reports;
use crate::say;
use crate::site;
use crate::tally::Tally;
use crate::toolchain::{self, WASM_TARGET};
use crate::wasm;
use crate::workspace::Workspace;

/// The crates that native steps build: all but the page, which is for the browser only, and this program.
///
/// Every native step names the same crates, so that cargo resolves the same features and compiles Polars once.
const NATIVE: [&str; 5] = ["--workspace", "--exclude", "evenhand-web", "--exclude", "xtask"];

/// How long browser tests may print nothing: longer than the longest test may take.
const BROWSER_PATIENCE: Duration = Duration::from_secs(360);

/// Which steps to run.
#[derive(Args)]
pub struct Selection {
    /// Run only this step (may be repeated).
    #[arg(long, value_name = "STEP")]
    only: Vec<String>,
    /// Leave this step out (may be repeated).
    #[arg(long, value_name = "STEP")]
    skip: Vec<String>,
    /// List the steps and stop.
    #[arg(long)]
    list: bool,
}

/// One step of the test run.
struct Step {
    name: &'static str,
    title: &'static str,
    /// Counts into the tally even when it fails.
    run: fn(&Workspace, &mut Tally) -> Result<()>,
}

const STEPS: [Step; 10] = [
    Step { name: "format", title: "Check the formatting", run: format },
    Step { name: "check", title: "Check the rules of the code base", run: rules },
    Step { name: "clippy", title: "Lint, natively", run: clippy },
    Step { name: "clippy-wasm", title: "Lint, for WebAssembly", run: clippy_wasm },
    Step { name: "build", title: "Build the command-line program and the native tests", run: build },
    Step { name: "test", title: "Run the native tests", run: native_tests },
    Step { name: "reports", title: "Read exported reports with other programs", run: reports::test },
    Step { name: "site", title: "Build the site and the engine for Node", run: build_site },
    Step { name: "wasm", title: "Test the engine in Node", run: wasm_tests },
    Step { name: "browser", title: "Test the dashboard in Chromium", run: browser_tests },
];

/// Runs the selected steps until one fails; the last line printed is `N passed, M failed`.
pub fn test(workspace: &Workspace, selection: &Selection) -> Result<ExitCode> {
    if selection.list {
        for step in &STEPS {
            println!("{:<12} {}", step.name, step.title);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let steps = selection.steps()?;
    let started = Instant::now();
    let mut tally = Tally::default();
    let mut times = Vec::new();
    let mut failure = None;
    for (index, step) in steps.iter().enumerate() {
        println!("\n== {}/{} {}: {}", index + 1, steps.len(), step.name, step.title);
        let step_started = Instant::now();
        let outcome = (step.run)(workspace, &mut tally);
        times.push((step.name, step_started.elapsed()));
        if let Err(error) = outcome {
            println!("FAILED: {error}");
            failure = Some((step.name, error));
            break;
        }
    }
    tally.failed = tally.failed.max(usize::from(failure.is_some()));
    summarise(&tally, &times, started.elapsed());
    if let Some((step, error)) = &failure {
        println!("The step `{step}` failed: {error}");
        println!("Run it alone: cargo xtask test --only {step}");
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Selection {
    fn steps(&self) -> Result<Vec<&'static Step>> {
        for name in self.only.iter().chain(&self.skip) {
            if !STEPS.iter().any(|step| step.name == name) {
                let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
                return Err(Failure::missing(
                    format!("there is no step `{name}`"),
                    format!("the steps are {}", known.join(", ")),
                ));
            }
        }
        let wanted = |step: &&Step| {
            let named = |names: &[String]| names.iter().any(|name| name == step.name);
            (self.only.is_empty() || named(&self.only)) && !named(&self.skip)
        };
        let steps: Vec<_> = STEPS.iter().filter(wanted).collect();
        if steps.is_empty() {
            return Err(Failure::Other("every step is left out, so nothing would be tested".to_owned()));
        }
        Ok(steps)
    }
}

fn summarise(tally: &Tally, times: &[(&str, Duration)], total: Duration) {
    println!("\n== Summary");
    for (name, time) in times {
        println!("{name:<12} {:>12}", say::elapsed(*time));
    }
    println!("{:<12} {:>12}", "together", say::elapsed(total));
    if !tally.skipped.is_empty() {
        println!("SKIPPED:");
        for what in &tally.skipped {
            println!("  {what}");
        }
    }
}

fn format(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    command::run(command::cargo(&workspace.root).args(["fmt", "--all", "--check"]))?;
    *tally += Tally::passed(1);
    Ok(())
}

fn rules(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    *tally += Tally::passed(check::check(workspace)?);
    Ok(())
}

fn clippy(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    let mut cargo = command::cargo(&workspace.root);
    cargo.args([
        "clippy",
        "--workspace",
        "--exclude",
        "evenhand-web",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]);
    command::run(&mut cargo)?;
    *tally += Tally::passed(1);
    Ok(())
}

fn clippy_wasm(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    toolchain::ensure_target(&workspace.root, WASM_TARGET)?;
    let mut cargo = wasm::cargo(&workspace.root);
    cargo.env("CLIPPY_CONF_DIR", workspace.root.join(".clippy").join("wasm"));
    cargo.args([
        "clippy",
        "--package",
        "evenhand-web",
        "--package",
        "evenhand-wasm",
        "--target",
        WASM_TARGET,
    ]);
    command::run(cargo.args(["--", "-D", "warnings"]))?;
    *tally += Tally::passed(1);
    Ok(())
}

/// Builds with the features of the tests, so that the next step compiles nothing again.
fn build(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    command::run(command::cargo(&workspace.root).arg("build").args(NATIVE).args(["--tests", "--bins"]))?;
    *tally += Tally::passed(1);
    Ok(())
}

fn native_tests(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    let shared = workspace.shared_data();
    if shared.is_none() {
        let folder = workspace.root.join("../shared/data");
        let what = format!("what needs the reference data sets of {}, which is not there", folder.display());
        println!("SKIPPED: {what}");
        *tally += Tally::skipped(what);
    }
    for packages in [&NATIVE[..], &["--package", "xtask"]] {
        let mut cargo = command::cargo(&workspace.root);
        cargo.arg("test").args(packages);
        cargo.envs(shared.iter().map(|data| ("EVENHAND_SHARED", data)));
        command::stream(&mut cargo, |line| tally.count_libtest(line))?;
    }
    Ok(())
}

fn build_site(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    site::quick(workspace)?;
    *tally += Tally::passed(1);
    Ok(())
}

fn wasm_tests(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    node_tests(workspace, tally, "wasm", false)
}

fn browser_tests(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    node_tests(workspace, tally, "browser", true)
}

/// Runs a file of browser tests in a process of its own; once more where the browser has stopped answering.
fn browser_file(node: &Node, script: &str, tally: &mut Tally) -> Result<()> {
    say::note(script);
    let attempt = |tally: &mut Tally| {
        let mut command = node.command();
        command.args(["--test-reporter=spec", script]);
        command::stream_within(&mut command, Some(BROWSER_PATIENCE), |line| tally.count_node(line))
    };
    let before = tally.clone();
    match attempt(tally) {
        Err(failure @ Failure::Silent { .. }) => {
            println!("STOPPED: {failure}; it is run once more");
            *tally = before;
            attempt(tally)
        }
        ended => ended,
    }
}

/// Runs `tests/FOLDER/*.test.mjs` in Node.
fn node_tests(workspace: &Workspace, tally: &mut Tally, folder: &str, browser: bool) -> Result<()> {
    let scripts = node::scripts(workspace, folder, ".test.mjs")?;
    if scripts.is_empty() {
        let what = format!("tests/{folder}: there are no tests in it");
        println!("SKIPPED: {what}");
        *tally += Tally::skipped(what);
        return Ok(());
    }
    let Some(program) = Node::find()? else {
        let what = format!("tests/{folder}: needs Node.js 20 or newer (https://nodejs.org)");
        println!("SKIPPED: {what}");
        *tally += Tally::skipped(what);
        return Ok(());
    };
    let builds = Builds { site: workspace.site(), cli: workspace.cli("debug"), browser };
    let node = Node::prepare(workspace, program, builds)?;
    if browser {
        // One browser at a time: two of them on two cores only measure each other.
        let ended: Vec<Result<()>> =
            scripts.iter().map(|script| browser_file(&node, script, tally)).collect();
        return ended.into_iter().collect();
    }
    let mut command = node.command();
    command.args(["--test", "--test-reporter=spec"]).args(scripts);
    command::stream(&mut command, |line| tally.count_node(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(only: &[&str], skip: &[&str]) -> Result<Vec<&'static str>> {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let selection = Selection { only: owned(only), skip: owned(skip), list: false };
        Ok(selection.steps()?.iter().map(|step| step.name).collect())
    }

    #[test]
    fn steps_keep_their_order() {
        assert_eq!(selected(&["test", "check"], &[]).expect("both exist"), ["check", "test"]);
        assert_eq!(selected(&[], &["browser"]).expect("it exists").len(), STEPS.len() - 1);
    }

    #[test]
    fn testing_nothing_is_an_error() {
        assert!(selected(&["check"], &["check"]).is_err());
    }

    #[test]
    fn an_unknown_step_is_an_error_that_names_the_others() {
        let error = selected(&["cllippy"], &[]).expect_err("it does not exist").to_string();
        assert!(error.contains("`cllippy`") && error.contains("clippy-wasm"), "{error}");
    }
}
