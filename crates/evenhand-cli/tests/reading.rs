//! What the command line says about how files are read: `--map`, `--sheet`, `--wide`, `--mapping`, `--save-mapping`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use serde_json::Value;
use support::{CLEAN, Folder, SCALES, workbook};

/// Tables whose headers name no field.
const MARCH: &str = "ort,juror,wert\nA,X,1\nA,Y,2\nB,X,3\nB,Y,5\n";
const APRIL: &str = " Ort ,JUROR,wert\nB,X,3\nB,Z,4\nC,X,4\nC,Z,2\n";

/// The summary that `check --json` prints.
#[track_caller]
fn summary(folder: &Folder, arguments: &[&str]) -> Value {
    let run = folder.run(&[&["check", "--json"], arguments].concat());
    assert!(run.code < 2 && !run.out.is_empty(), "{arguments:?}: {}", run.err);
    serde_json::from_str::<Value>(&run.out).unwrap()["summary"].take()
}

#[track_caller]
fn ids(summary: &Value, list: &str) -> Vec<String> {
    let id = |entry: &Value| entry["id"].as_str().unwrap().to_owned();
    summary[list].as_array().unwrap().iter().map(id).collect()
}

#[test]
fn columns_by_name() {
    let folder = Folder::with(&[("scores.csv", MARCH.as_bytes())]);
    let run = folder.run(&["check", "scores.csv"]);
    assert_eq!(run.code, 1, "nobody can guess these headers: {}", run.out);
    let map = "provider=ort,evaluator=juror,score=wert";
    let summary = summary(&folder, &["--map", map, "scores.csv"]);
    assert_eq!((ids(&summary, "providers"), ids(&summary, "evaluators")), (words("A B"), words("X Y")));
}

#[test]
fn sheets_by_name() {
    let book = workbook(&[("R1", CLEAN), ("R2", &CLEAN.replace("R1,", "R2,")), ("scales", SCALES)]);
    let folder = Folder::with(&[("scores.xlsx", &book)]);
    assert_eq!(ids(&summary(&folder, &["scores.xlsx"]), "rounds"), words("R1 R2"));
    assert_eq!(ids(&summary(&folder, &["--sheet", "R2", "scores.xlsx"]), "rounds"), words("R2"));
    let both = summary(&folder, &["--sheet", "R1", "--sheet", "R2", "scores.xlsx"]);
    assert_eq!(ids(&both, "rounds"), words("R1 R2"));
    for rest in [&["--wide", "indicators"][..], &["--map", "score=score"]] {
        let only = summary(&folder, &[&["--sheet", "R2"], rest, &["scores.xlsx"]].concat());
        assert_eq!(ids(&only, "rounds"), words("R2"), "{rest:?}");
    }
    let run = folder.run(&["check", "--sheet", "R3", "scores.xlsx"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("R3"), "{}", run.err);
}

#[test]
fn hidden_sheets_are_read_where_they_are_named() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, hidden) in [("shown", false), ("kept", true)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap().set_hidden(hidden);
        for (row, line) in (0..).zip(CLEAN.replace("P1", name).lines()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    let folder = Folder::with(&[("scores.xlsx", &book.save_to_buffer().unwrap())]);
    assert_eq!(ids(&summary(&folder, &["scores.xlsx"]), "providers"), words("P2 shown"));
    assert_eq!(ids(&summary(&folder, &["--sheet", "kept", "scores.xlsx"]), "providers"), words("P2 kept"));
}

#[test]
fn wide_by_what_is_said() {
    let text = "provider,a,b,c\nP1,1,2,3\nP2,2,3,4\n";
    let named = "round,provider,indicator,a,b\nR1,P1,care,1,2\nR1,P2,care,2,3\n";
    let rounds = "provider,evaluator,a,b\nP1,E1,1,2\nP1,E2,2,3\n";
    let folder = Folder::with(&[
        ("plain.csv", text.as_bytes()),
        ("named.csv", named.as_bytes()),
        ("rounds.csv", rounds.as_bytes()),
    ]);
    assert_eq!(folder.run(&["check", "plain.csv"]).code, 1, "who scored is not said");
    let by_evaluator = summary(&folder, &["--wide", "evaluators", "plain.csv"]);
    assert_eq!(ids(&by_evaluator, "evaluators"), words("a b c"));
    assert_eq!(ids(&summary(&folder, &["--wide", "evaluators", "named.csv"]), "evaluators"), words("a b"));
    assert_eq!(ids(&summary(&folder, &["--wide", "rounds", "rounds.csv"]), "rounds"), words("a b"));
    assert_eq!(ids(&summary(&folder, &["--wide", "indicators", "rounds.csv"]), "indicators"), words("a b"));
}

#[test]
fn a_mapping_is_saved_and_reads_the_next_file() {
    let folder =
        Folder::with(&[("scores 2024-03.csv", MARCH.as_bytes()), ("scores 2024-04.csv", APRIL.as_bytes())]);
    let map = "provider=ort,evaluator=juror,score=wert";
    let march = summary(&folder, &["--map", map, "--save-mapping", "map.json", "scores 2024-03.csv"]);
    assert_eq!(ids(&march, "rounds"), words("2024-03"));
    let file: Value = serde_json::from_str(&folder.text("map.json")).unwrap();
    assert_eq!((file["evenhand_mapping"].as_u64(), file["tables"].as_array().unwrap().len()), (Some(1), 1));
    let again = summary(&folder, &["--mapping", "map.json", "scores 2024-03.csv"]);
    assert_eq!(again, march);
    let april = summary(&folder, &["--mapping", "map.json", "scores 2024-04.csv"]);
    assert_eq!((ids(&april, "providers"), ids(&april, "evaluators")), (words("B C"), words("X Z")));
    assert_eq!(ids(&april, "rounds"), words("2024-04"));
}

#[test]
fn a_mapping_that_does_not_fit_is_told() {
    let folder = Folder::with(&[("march.csv", MARCH.as_bytes()), ("other.csv", b"ort,wert,note\nA,1,x\n")]);
    let map = "provider=ort,evaluator=juror,score=wert";
    summary(&folder, &["--map", map, "--save-mapping", "map.json", "march.csv"]);
    let run = folder.run(&["check", "--mapping", "map.json", "other.csv"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("march.csv") && run.err.contains("juror"), "{}", run.err);
    let chinese = folder.run(&["check", "--language", "zh", "--mapping", "map.json", "other.csv"]);
    assert!(chinese.err.contains("映射") && chinese.err.contains("juror"), "{}", chinese.err);
}

#[test]
fn choices_of_a_mapping_file_are_kept() {
    let rows = format!("{CLEAN}R1,P1,care,E1,9\n");
    let folder = Folder::with(&[("scores.csv", rows.as_bytes()), ("indicators.csv", SCALES.as_bytes())]);
    summary(&folder, &["--save-mapping", "map.json", "scores.csv", "indicators.csv"]);
    let mut file: Value = serde_json::from_str(&folder.text("map.json")).unwrap();
    file["choices"] = serde_json::json!([{ "code": "duplicate_conflict", "action": "averaged" }]);
    std::fs::write(folder.path("map.json"), file.to_string()).unwrap();
    let run = folder.run(&["check", "--json", "--mapping", "map.json", "scores.csv", "indicators.csv"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["quality"]["counts"][0]["action"], "averaged");
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}
