//! Loading files the way the command line and the page do, and the table as rows of words.
#![allow(dead_code, reason = "every test file uses some of it")]

use evenhand_corpus::File;
use evenhand_data::{HEAD_BYTES, Inspection, LoadedTable, load, needs_whole, plan_for};
use evenhand_protocol::{LoadError, TablePreview};
use evenhand_words::{Language, problem};

/// Round, provider, indicator, evaluator, score.
pub type Row = (String, String, String, String, f64);

/// What is guessed of the tables of files.
pub fn previews(files: &[File]) -> Vec<TablePreview> {
    let mut inspection = Inspection::default();
    for File { name, bytes } in files {
        let head = &bytes[..bytes.len().min(HEAD_BYTES)];
        let head = if needs_whole(name, head) { bytes } else { head };
        inspection.add_head(name, bytes.len() as u64, head);
    }
    inspection.finish()
}

/// Files taken for what they are guessed to be.
pub fn try_load(files: &[File]) -> Result<LoadedTable, LoadError> {
    let plan = plan_for(&previews(files))?;
    load("test", &plan, files.iter().map(|file| file.bytes.clone()).collect())
}

/// The table's rows, sorted by their words.
pub fn rows(loaded: &LoadedTable) -> Vec<Row> {
    let (table, metadata) = (&loaded.table, loaded.table.metadata());
    let row = |k: usize| {
        (
            metadata.rounds[table.round()[k] as usize].id.clone(),
            metadata.providers[table.provider()[k] as usize].id.clone(),
            metadata.indicators[table.indicator()[k] as usize].id.clone(),
            metadata.evaluators[table.evaluator()[k] as usize].id.clone(),
            table.score()[k],
        )
    };
    sorted((0..table.len()).map(row).collect())
}

/// Rows sorted by their words.
pub fn sorted(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by(|a, b| (&a.0, &a.1, &a.2, &a.3).cmp(&(&b.0, &b.1, &b.2, &b.3)));
    rows
}

/// The sentences about a load, for messages of tests.
pub fn sentences(result: &Result<LoadedTable, LoadError>) -> String {
    let sentence = |one| problem(Language::En, one);
    match result {
        Ok(loaded) => loaded.problems.all().iter().map(sentence).collect::<Vec<_>>().join("\n"),
        Err(error) => sentence(&error.problem),
    }
}
