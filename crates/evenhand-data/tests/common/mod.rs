//! Loading inline texts the way the page does: preview, plan, load.
#![allow(dead_code, reason = "every test file uses some of it")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use evenhand_data::{HEAD_BYTES, Inspection, LoadedTable, load, needs_whole, plan_for};
use evenhand_protocol::{LoadError, LoadPlan, Problem, ProblemCode, TablePreview};

/// Previews of the tables of named files.
pub fn previews(files: &[(&str, &[u8])]) -> Vec<TablePreview> {
    let mut inspection = Inspection::default();
    for (name, bytes) in files {
        let head = &bytes[..bytes.len().min(HEAD_BYTES)];
        let head = if needs_whole(name, head) { bytes } else { head };
        inspection.add_head(name, bytes.len() as u64, head);
    }
    inspection.finish()
}

/// The plan that takes named texts for what they are guessed to be.
pub fn plan(files: &[(&str, &str)]) -> LoadPlan {
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    plan_for(&previews(&bytes)).unwrap()
}

/// Loads named texts by a plan.
#[track_caller]
pub fn loaded_by(plan: &LoadPlan, files: &[(&str, &str)]) -> LoadedTable {
    load("test", plan, files.iter().map(|(_, text)| text.as_bytes().to_vec()).collect()).unwrap()
}

/// Loads named bytes.
pub fn try_load_bytes(files: &[(&str, &[u8])]) -> Result<LoadedTable, LoadError> {
    let plan = plan_for(&previews(files))?;
    load("test", &plan, files.iter().map(|(_, bytes)| bytes.to_vec()).collect())
}

/// Loads named texts.
pub fn try_load(files: &[(&str, &str)]) -> Result<LoadedTable, LoadError> {
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    try_load_bytes(&bytes)
}

/// Loads named texts that can be loaded.
#[track_caller]
pub fn loaded(files: &[(&str, &str)]) -> LoadedTable {
    try_load(files).unwrap()
}

/// The problem that keeps named texts from being loaded.
#[track_caller]
pub fn refused(files: &[(&str, &str)]) -> Problem {
    try_load(files).unwrap_err().problem
}

/// The listed problems of a kind.
pub fn problems(loaded: &LoadedTable, code: ProblemCode) -> Vec<Problem> {
    loaded.loaded.quality.problems.iter().filter(|problem| problem.code == code).cloned().collect()
}

/// The one problem of a kind.
#[track_caller]
pub fn only(loaded: &LoadedTable, code: ProblemCode) -> Problem {
    let mut problems = problems(loaded, code);
    assert_eq!(problems.len(), 1, "{:?}", loaded.loaded.quality);
    problems.remove(0)
}

/// Codes of the report with their counts.
pub fn counts(loaded: &LoadedTable) -> Vec<(ProblemCode, u32)> {
    loaded.loaded.quality.counts.iter().map(|count| (count.code, count.count)).collect()
}

/// An indicators table that keeps scales from being guessed.
pub const INDICATORS: (&str, &str) =
    ("indicators.csv", "indicator,min,max,step\ncare,0,10,0.5\nstaff,0,10,0.5\n");

/// Two evaluators, one provider, nothing wrong.
pub const CLEAN: &str = "round,provider,indicator,evaluator,score\n\
    1,P1,care,E1,7\n1,P1,staff,E1,8\n1,P1,care,E2,6.5\n1,P1,staff,E2,9\n";
