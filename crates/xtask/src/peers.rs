//! `cargo xtask bench --peers`: the native statistics beside other programs, on the same tables in the same run.
//!
//! Python packages come from PyPI into an environment of their own under `target/`; R and lme4 are used where they are.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::failure::{Failure, Result};
use crate::fit::Fit;
use crate::python;
use crate::say::{self, Steps};
use crate::workspace::Workspace;

/// Ratings, providers and evaluators of the mixed models that lme4 fits too.
const MIXED: [[&str; 3]; 2] = [["10000", "500", "200"], ["73000", "3000", "1100"]];

/// Ratings, providers, evaluators and indicators of the Rasch models that RaschPy and scipy fit too.
const RASCH: [[&str; 4]; 2] = [["20000", "250", "20", "10"], ["100000", "1000", "40", "10"]];

/// The criterion of both programs at their optima may differ by this, relatively.
const SAME_DEVIANCE: f64 = 1e-6;

/// How R and lme4 are installed where they are missing.
const INSTALL_R: &str =
    "Debian: apt-get install r-base-core r-cran-lme4; elsewhere: install.packages(\"lme4\") in R";

/// Runs all comparisons.
pub fn peers(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::new(5);
    steps.run("Build the native benchmarks, optimised", || build(workspace))?;
    let python = steps.run("Prepare the Python packages", || environment(workspace))?;
    steps.run("Agreement beside pingouin, krippendorff and irrCAC", || agreement(workspace, &python))?;
    steps.run("Many-facet Rasch model beside RaschPy and scipy", || rasch(workspace, &python))?;
    steps.run("Mixed model beside lme4", || mixed(workspace))
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("peers")
}

fn scripts(workspace: &Workspace) -> PathBuf {
    workspace.root.join("tests").join("bench").join("peers")
}

fn build(workspace: &Workspace) -> Result<()> {
    let mut cargo = command::cargo(&workspace.root);
    cargo.args(["build", "--release", "--package", "evenhand-stats"]);
    command::run(cargo.args([
        "--example",
        "agreement_bench",
        "--example",
        "mixed_bench",
        "--example",
        "rasch_bench",
    ]))
}

fn example(workspace: &Workspace, name: &str) -> Command {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    Command::new(workspace.target.join("release").join("examples").join(file))
}

/// The interpreter of an environment with the packages of `requirements.txt`.
fn environment(workspace: &Workspace) -> Result<PathBuf> {
    python::environment(&folder(workspace), &scripts(workspace).join("requirements.txt"))
}

fn agreement(workspace: &Workspace, python: &Path) -> Result<()> {
    let tables = folder(workspace).join("agreement");
    command::run(example(workspace, "agreement_bench").arg(&tables))?;
    command::run(Command::new(python).arg(scripts(workspace).join("agreement.py")).arg(&tables))
}

/// The peer script compares the numbers and ends with an error where they differ too far.
fn rasch(workspace: &Workspace, python: &Path) -> Result<()> {
    let folder = folder(workspace);
    fs::create_dir_all(&folder).map_err(Failure::io("create", &folder))?;
    let (ratings, measures) = (folder.join("rasch-ratings.csv"), folder.join("rasch-measures.csv"));
    for size in RASCH {
        let mut bench = example(workspace, "rasch_bench");
        bench.args(size).arg("--short").arg("--write").arg(&ratings).arg("--measures").arg(&measures);
        command::run(&mut bench)?;
        let script = scripts(workspace).join("rasch.py");
        command::run(Command::new(python).arg(script).arg(&ratings).arg(&measures))?;
    }
    Ok(())
}

fn mixed(workspace: &Workspace) -> Result<()> {
    let Some(rscript) = command::find("Rscript").filter(|rscript| has_lme4(rscript)) else {
        say::note(&format!("SKIPPED: R with lme4 was not found. {INSTALL_R}"));
        return Ok(());
    };
    let ratings = folder(workspace).join("ratings.csv");
    fs::create_dir_all(folder(workspace)).map_err(Failure::io("create", &folder(workspace)))?;
    for size in MIXED {
        let own =
            command::capture(example(workspace, "mixed_bench").args(size).arg("--write").arg(&ratings))?;
        let script = scripts(workspace).join("lme4.R");
        let peer = command::capture(Command::new(&rscript).arg(script).arg(&ratings))?;
        compare(&size, &Fit::read(&own)?, &Fit::read(&peer)?)?;
    }
    Ok(())
}

fn has_lme4(rscript: &Path) -> bool {
    let question = "quit(status = if (requireNamespace(\"lme4\", quietly = TRUE)) 0 else 1)";
    Command::new(rscript).args(["-e", question]).status().is_ok_and(|status| status.success())
}

fn compare([n, providers, evaluators]: &[&str; 3], own: &Fit, peer: &Fit) -> Result<()> {
    say::note(&format!(
        "{n} ratings, {providers} providers, {evaluators} evaluators: {} {:.3} s, {} {:.3} s, ratio {:.1}",
        own.program,
        own.seconds,
        peer.program,
        peer.seconds,
        peer.seconds / own.seconds
    ));
    let apart = (own.deviance - peer.deviance).abs() / peer.deviance.abs().max(1.0);
    if apart <= SAME_DEVIANCE {
        Ok(())
    } else {
        Err(Failure::Other(format!("the deviances differ: {} and {}", own.deviance, peer.deviance)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fits_that_differ_are_refused() {
        let fit = |deviance| Fit { program: "x".to_owned(), seconds: 1.0, deviance };
        assert!(compare(&MIXED[0], &fit(1000.0), &fit(1000.0005)).is_ok());
        assert!(compare(&MIXED[0], &fit(1000.0), &fit(1000.1)).is_err());
    }
}
