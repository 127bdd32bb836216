//! Every case of the corpus against what was written of it by hand in `tests/corpus/`: the table cell for cell, and
//! every problem with its place. The same cases run in WebAssembly in `tests/wasm/corpus.test.mjs`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use common::{Row, rows, sentences, sorted, try_load};
use evenhand_corpus::cases;
use evenhand_data::LoadedTable;
use evenhand_protocol::Problem;
use serde::Deserialize;
use serde_json::{Value, json};

/// What is expected of a case: a table and problems, or the one problem that stops the load.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expectation {
    case: String,
    table: Option<Value>,
    #[serde(default)]
    and: Vec<Row>,
    problems: Option<Vec<Told>>,
    refused: Option<Told>,
}

/// A problem as a person would note it down. What is absent is absent, but for `found` where a library's words are
/// quoted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    file: String,
    sheet: Option<String>,
    row: Option<u64>,
    column: Option<String>,
    code: String,
    #[serde(default = "stopped")]
    action: String,
    found: Option<String>,
}

fn stopped() -> String {
    "stopped".to_owned()
}

#[derive(Deserialize)]
struct Theme {
    cases: Vec<Expectation>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus")
}

fn expectations() -> Vec<Expectation> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let is_theme =
        |path: &PathBuf| path.extension().is_some_and(|end| end == "json") && !path.ends_with("tables.json");
    let theme = |path: PathBuf| -> Theme {
        serde_json::from_str(&fs::read_to_string(&path).unwrap())
            .map_err(|error| format!("{}: {error}", path.display()))
            .unwrap()
    };
    paths.into_iter().filter(is_theme).flat_map(|path| theme(path).cases).collect()
}

/// The named tables of `tables.json`.
fn tables() -> BTreeMap<String, Value> {
    serde_json::from_str(&fs::read_to_string(folder().join("tables.json")).unwrap()).unwrap()
}

fn told(problem: &Problem) -> Told {
    let word = |value: Value| value.as_str().unwrap().to_owned();
    Told {
        file: problem.place.file.clone(),
        sheet: problem.place.sheet.clone(),
        row: problem.place.row,
        column: problem.place.column.clone(),
        code: word(json!(problem.code)),
        action: word(json!(problem.action)),
        found: Some(problem.found.clone()),
    }
}

/// Problems in a fixed order, without what was found where the expectation leaves that open.
fn aligned(found: &[Problem], expected: &[Told]) -> (Vec<Told>, Vec<Told>) {
    let open = |one: &Told| {
        let same = |told: &Told| (&told.code, &told.file) == (&one.code, &one.file) && told.found.is_none();
        expected.iter().any(same)
    };
    let mut found: Vec<Told> = found.iter().map(told).collect();
    found.iter_mut().filter(|one| open(one)).for_each(|one| one.found = None);
    let mut expected = expected.to_vec();
    found.sort();
    expected.sort();
    (found, expected)
}

fn table(expectation: &Expectation, tables: &BTreeMap<String, Value>) -> Vec<Row> {
    let named = |name: &str| tables.get(name).cloned().unwrap();
    let table = expectation.table.clone().unwrap();
    let table = table.as_str().map(named).unwrap_or(table);
    let mut rows: Vec<Row> = serde_json::from_value(table).unwrap();
    rows.extend(expectation.and.iter().cloned());
    sorted(rows)
}

fn check_loaded(
    loaded: &LoadedTable,
    expectation: &Expectation,
    tables: &BTreeMap<String, Value>,
) -> Vec<String> {
    let mut wrong = Vec::new();
    let (found, expected) = (rows(loaded), table(expectation, tables));
    if found != expected {
        wrong.push(format!("the table is\n{found:#?}\nnot\n{expected:#?}"));
    }
    let (found, expected) =
        aligned(loaded.problems.all(), expectation.problems.as_deref().unwrap_or_default());
    if found != expected {
        wrong.push(format!("what is told is\n{found:#?}\nnot\n{expected:#?}"));
    }
    wrong
}

#[test]
fn every_case_is_read_as_expected() {
    let (tables, mut failures) = (tables(), Vec::new());
    let files: BTreeMap<&str, _> = cases().unwrap().into_iter().map(|case| (case.name, case.files)).collect();
    for expectation in expectations() {
        let result = try_load(&files[expectation.case.as_str()]);
        let wrong = match (&result, &expectation.refused) {
            (Ok(loaded), None) => check_loaded(loaded, &expectation, &tables),
            (Err(error), Some(refused)) => {
                let (found, expected) =
                    aligned(std::slice::from_ref(&error.problem), std::slice::from_ref(refused));
                if found == expected {
                    Vec::new()
                } else {
                    vec![format!("it is refused for\n{found:#?}\nnot for\n{expected:#?}")]
                }
            }
            (Ok(_), Some(_)) => vec!["it is loaded".to_owned()],
            (Err(_), None) => vec!["it is refused".to_owned()],
        };
        for wrong in wrong {
            failures.push(format!("== {}: {wrong}\n{}", expectation.case, sentences(&result)));
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n\n"));
}

#[test]
fn every_case_has_one_expectation() {
    let cases = cases().unwrap();
    let made: BTreeSet<String> = cases.iter().map(|case| case.name.to_owned()).collect();
    assert_eq!(made.len(), cases.len(), "two cases have the same name");
    let expectations = expectations();
    let expected: BTreeSet<String> = expectations.iter().map(|one| one.case.clone()).collect();
    assert_eq!(expected.len(), expectations.len(), "two expectations are for the same case");
    assert_eq!(made, expected);
    assert!(made.len() >= 60);
}
