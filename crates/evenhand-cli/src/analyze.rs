//! `evenhand analyze`: the three answers as a summary or as a report.

use std::fs;
use std::io::Write;
use std::process::ExitCode;

use evenhand_analysis::{
    Design, ScorecardSources, agreement, conflicts, drift, effects, evaluators, facets, generalizability,
    indicators, overview, providers, scorecards, standing, structure, turnover,
};
use evenhand_data::LoadedTable;
use evenhand_protocol::{Failure as EngineFailure, Filter, Marks, REPORT_VERSION, Report, ScorecardPolicy};
use evenhand_report::SavedReport;
use evenhand_table::Selection;
use evenhand_words::Language;

use crate::arguments::Analyze;
use crate::failure::Failure;
use crate::{input, measures, policy, summary};

pub fn run(arguments: &Analyze) -> Result<ExitCode, Failure> {
    let language: Language = arguments.input.language.into();
    let policy = policy::read(arguments.policy.as_deref())?;
    if let Some(path) = &arguments.save_policy {
        policy::write(path, policy)?;
    }
    let marks = measures::marks(&arguments.measures, language)?;
    let filter = measures::filter(&arguments.only);
    let refused = |failure| Failure::Engine(language, Box::new(failure));
    let report = match input::saved_report(&arguments.input)? {
        Some(bytes) => opened(&bytes, &filter).map_err(refused)?,
        None => report(input::load(&arguments.input)?, filter, marks, policy).map_err(refused)?,
    };
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

/// A report that was written before; it is about one part of the data and no other.
fn opened(bytes: &[u8], filter: &Filter) -> Result<Report, EngineFailure> {
    let report = SavedReport::read(bytes)?.report;
    if filter.is_empty() || *filter == report.filter { Ok(report) } else { Err(EngineFailure::ReportOnly) }
}

/// All answers about one selection.
fn report(
    loaded: LoadedTable,
    filter: Filter,
    marks: Marks,
    policy: ScorecardPolicy,
) -> Result<Report, EngineFailure> {
    loaded
        .table
        .check_filter(&filter)
        .map_err(|error| EngineFailure::UnknownInFilter { field: error.field, found: error.found })?;
    let part = loaded.table.part(&filter);
    let selection = Selection::new(part.as_ref().unwrap_or(&loaded.table), &filter);
    let design = Design::new(&selection).map_err(EngineFailure::Undefined)?;
    let evaluators = evaluators(&design);
    let indicators = indicators(&design);
    let providers = providers(&design);
    let (effects, drift, conflicts) = (effects(&design), drift(&design, marks), conflicts(&design));
    let sources =
        ScorecardSources { evaluators: &evaluators, effects: &effects, drift: &drift, conflicts: &conflicts };
    let scorecards = scorecards(&design, &sources, policy);
    Ok(Report {
        version: REPORT_VERSION,
        evenhand: env!("CARGO_PKG_VERSION").to_owned(),
        overview: overview(&design, &evaluators, &indicators, &providers),
        agreement: agreement(&design),
        structure: structure(&design),
        generalizability: generalizability(&design),
        standing: standing(&design, marks),
        turnover: turnover(&design),
        effects,
        drift,
        conflicts,
        scorecards,
        facets: facets(&design),
        evaluators,
        indicators,
        providers,
        filter,
        loaded: loaded.loaded,
        briefing: None,
    })
}
