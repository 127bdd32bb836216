//! The `evenhand` command: the dashboard's engine on the command line.
//!
//! Exit codes: 0 done; 1 the data were refused or have errors (`check`); 2 the command itself was wrong.

mod agreement_summary;
mod analyze;
mod arguments;
mod check;
mod conflicts_summary;
mod drift_summary;
mod effects_summary;
mod facet_measures_summary;
mod facets_summary;
mod failure;
mod generalizability_summary;
mod input;
mod measures;
mod policy;
mod quality;
mod report;
mod scorecards_summary;
mod simulate;
mod simulated_effects;
mod standing_summary;
mod structure_summary;
mod summary;
mod text_table;
mod turnover_summary;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match &arguments.command {
        Command::Analyze(analyze) => analyze::run(analyze),
        Command::Report(report) => report::run(report),
        Command::Check(check) => check::run(check),
        Command::Simulate(simulate) => simulate::run(simulate),
    };
    match result {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}
