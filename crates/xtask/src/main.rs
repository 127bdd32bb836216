//! Build, serve, test, check and bench Evenhand: `cargo xtask serve | dist | test | check | bench`.
//!
//! Everything the project needs beyond cargo itself lives here, so that a clone and a Rust toolchain are enough.

mod apt;
mod bench;
mod bindgen;
mod browser;
mod bundle;
mod check;
mod command;
mod compress;
mod content_hash;
mod failure;
mod fit;
mod headers;
mod invariants;
mod methods_page;
mod mixed;
mod node;
mod optimise;
mod peers;
mod python;
mod reports;
mod say;
mod server;
mod site;
mod table_exports;
mod tally;
mod test;
mod toolchain;
mod wasm;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Result;
use workspace::Workspace;

/// Build, serve, test, check and bench Evenhand.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

/// What to do.
#[derive(Subcommand)]
enum Task {
    /// Build the dashboard and serve it on this computer.
    Serve {
        /// First port to try; the next free one is taken when it is in use.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Open the dashboard in the default browser.
        #[arg(long)]
        open: bool,
    },
    /// Build the dashboard for a static web host, into `dist/`.
    Dist,
    /// Run every check and test, as continuous integration does.
    Test(test::Selection),
    /// Check the rules of the code base that the compiler cannot see.
    Check,
    /// Measure module sizes and running times.
    Bench {
        /// Score file for the command-line timing; the shared skating set when left out.
        #[arg(long)]
        scores: Option<PathBuf>,
        /// Compare the native statistics with Python packages and lme4 instead.
        #[arg(long, conflicts_with = "scores")]
        peers: bool,
        /// Only fit the crossed mixed models, natively and in WebAssembly.
        #[arg(long, conflicts_with_all = ["scores", "peers"])]
        mixed: bool,
    },
}

fn main() -> ExitCode {
    match run(&Cli::parse().task) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    match task {
        Task::Serve { port, open } => server::serve(&workspace, *port, *open)?,
        Task::Dist => site::dist(&workspace)?,
        Task::Test(selection) => return test::test(&workspace, selection),
        Task::Check => {
            check::check(&workspace)?;
        }
        Task::Bench { peers: true, .. } => peers::peers(&workspace)?,
        Task::Bench { mixed: true, .. } => mixed::mixed(&workspace)?,
        Task::Bench { scores, .. } => bench::bench(&workspace, scores.as_deref())?,
    }
    Ok(ExitCode::SUCCESS)
}
