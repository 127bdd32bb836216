//! `evenhand analyze`: the three answers as a summary or as a report.

use std::fs;
use std::io::Write;
use std::process::ExitCode;

use evenhand_analysis::{
    Design, agreement, drift, effects, evaluators, generalizability, indicators, overview, providers,
    standing, structure,
};
use evenhand_data::LoadedTable;
use evenhand_protocol::{Failure as EngineFailure, Filter, Marks, REPORT_VERSION, Report};
use evenhand_table::Selection;
use evenhand_words::Language;

use crate::arguments::Analyze;
use crate::failure::Failure;
use crate::{input, summary};

pub fn run(arguments: &Analyze) -> Result<ExitCode, Failure> {
    let language: Language = arguments.input.language.into();
    let marks = Marks::checked(arguments.pass, &arguments.bands, arguments.top)
        .map_err(|error| Failure::Marks(language, error))?;
    let loaded = input::load(&arguments.input)?;
    let filter =
        Filter { rounds: arguments.only_rounds.clone(), categories: arguments.only_categories.clone() };
    let report =
        report(loaded, filter, marks).map_err(|failure| Failure::Engine(language, Box::new(failure)))?;
    if let Some(path) = &arguments.output {
        let json = serde_json::to_string(&report).map_err(Failure::Json)?;
        fs::write(path, json + "\n").map_err(Failure::io("write", path))?;
    }
    let text = if arguments.json {
        serde_json::to_string_pretty(&report).map_err(Failure::Json)? + "\n"
    } else {
        summary::report(language, &report)
    };
    // A reader who has seen enough (`| head`) closes the pipe; that is no failure.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    Ok(ExitCode::SUCCESS)
}

/// All answers about one selection.
fn report(loaded: LoadedTable, filter: Filter, marks: Marks) -> Result<Report, EngineFailure> {
    let selection = Selection::new(&loaded.table, &filter)
        .map_err(|error| EngineFailure::UnknownInFilter { kind: error.kind, found: error.found })?;
    let design = Design::new(&selection).map_err(EngineFailure::Undefined)?;
    let evaluators = evaluators(&design);
    let indicators = indicators(&design);
    let providers = providers(&design);
    Ok(Report {
        version: REPORT_VERSION,
        evenhand: env!("CARGO_PKG_VERSION").to_owned(),
        overview: overview(&design, &evaluators, &indicators, &providers),
        agreement: agreement(&design),
        structure: structure(&design),
        generalizability: generalizability(&design),
        effects: effects(&design),
        standing: standing(&design, marks),
        drift: drift(&design),
        evaluators,
        indicators,
        providers,
        filter,
        loaded: loaded.loaded,
    })
}
