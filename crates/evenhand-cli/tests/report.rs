//! `evenhand report`: what is written, what is refused, and what anonymity and small groups leave out.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};
use support::{Folder, Run};

const TABLES: [&str; 5] = ["scores.csv", "rounds.csv", "providers.csv", "indicators.csv", "evaluators.csv"];

/// The sample in a folder.
fn sample() -> Folder {
    let folder = Folder::new();
    let path = folder.path("").to_string_lossy().into_owned();
    assert_eq!(folder.run(&["simulate", "--output", &path]).code, 0);
    folder
}

fn report(folder: &Folder, out: &str, options: &[&str]) -> Run {
    let path = folder.path(out).to_string_lossy().into_owned();
    let mut arguments = vec!["report"];
    arguments.extend(TABLES);
    arguments.extend(["--date", "2026-11-28", "-o", &path]);
    arguments.extend(options);
    folder.run(&arguments)
}

fn read(folder: &Folder, out: &str, name: &str) -> Vec<u8> {
    fs::read(folder.path(out).join(name)).unwrap()
}

fn html(folder: &Folder, out: &str) -> String {
    String::from_utf8(read(folder, out, "evenhand-briefing.html")).unwrap()
}

/// A briefing of some items in a file of the folder.
fn briefing(folder: &Folder, items: &Value) -> String {
    let path = folder.path("own-briefing.json");
    let briefing = json!({ "version": 1, "title": "Ours", "items": items });
    fs::write(&path, briefing.to_string()).unwrap();
    path.to_string_lossy().into_owned()
}

#[test]
fn the_same_files_every_time() {
    let folder = sample();
    for out in ["one", "two"] {
        let run = report(&folder, out, &["--format", "html,pptx,xlsx,sheets"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert_eq!(run.out.lines().count(), 4, "{}", run.out);
    }
    for name in [
        "evenhand-briefing.html",
        "evenhand-briefing.pptx",
        "evenhand-briefing.xlsx",
        "evenhand-feedback-sheets.zip",
    ] {
        assert_eq!(read(&folder, "one", name), read(&folder, "two", name), "{name}");
    }
    let page = html(&folder, "one");
    assert!(page.contains("2026-11-28") && page.matches("<article").count() == 8);
}

#[test]
fn what_is_refused() {
    let folder = sample();
    let unknown = ["--round", "1999"];
    let run = report(&folder, "out", &unknown);
    let mut analyze = vec!["analyze"];
    analyze.extend(TABLES);
    analyze.extend(unknown);
    let same = folder.run(&analyze);
    assert_eq!((run.code, &run.err), (1, &same.err), "as analyze says it");
    assert!(run.err.contains("1999"));
    let run = report(&folder, "out", &["--date", "2026-13-01"]);
    assert_eq!(run.code, 2, "{}", run.err);
    let path = folder.path("no-briefing.json");
    fs::write(&path, "{\"evaluators\": []}").unwrap();
    let run = report(&folder, "out", &["--briefing", &path.to_string_lossy()]);
    assert!(run.code == 2 && run.err.contains("is no briefing"), "{}", run.err);
    fs::write(&path, "{\"version\": 99, \"items\": []}").unwrap();
    let run = report(&folder, "out", &["--briefing", &path.to_string_lossy()]);
    assert!(run.code == 2 && run.err.contains("99"), "{}", run.err);
    assert!(!folder.path("out").exists(), "nothing is written where something is wrong");
}

#[test]
fn small_groups_are_left_out() {
    let folder = sample();
    let by_qualification =
        json!([{ "id": "a", "pinned": { "kind": "chart", "name": "agreement-by-qualification" } }]);
    let path = briefing(&folder, &by_qualification);
    assert_eq!(report(&folder, "all", &["--briefing", &path]).code, 0);
    let all = html(&folder, "all");
    assert!(
        all.contains("trainee") && !all.contains("of fewer than"),
        "groups that are large enough are shown"
    );
    assert_eq!(report(&folder, "few", &["--briefing", &path, "--min-group", "100"]).code, 0);
    let few = html(&folder, "few");
    assert!(few.contains("groups of fewer than 100 are left out"));
    assert!(!few.contains("trainee"), "neither in the chart nor in the table behind it");
    // A filter that leaves few providers hides everything that is said of them.
    let path = briefing(&folder, &json!([{ "id": "a", "pinned": { "kind": "chart", "name": "league" } }]));
    let options = ["--briefing", &path, "--category", "Elderly care", "--min-group", "100"];
    assert_eq!(report(&folder, "hidden", &options).code, 0);
    let hidden = html(&folder, "hidden");
    assert!(hidden.contains("too small to be published") && !hidden.contains("<svg"));
}

#[test]
fn what_is_no_longer_there_is_told() {
    let folder = sample();
    let items = json!([
        { "id": "a", "pinned": { "kind": "chart", "name": "severity" }, "fingerprint": "0000000000000000" },
        { "id": "b", "pinned": { "kind": "finding", "topic": "evaluators", "code": "no_such", "subjects": [] } },
        { "id": "c", "pinned": { "kind": "chart", "name": "severity" }, "filter": { "rounds": ["1999"] } },
        { "id": "d", "pinned": { "kind": "text" }, "heading": "<b>Ours</b>", "annotation": "One\nTwo" }
    ]);
    let path = briefing(&folder, &items);
    assert_eq!(report(&folder, "out", &["--briefing", &path]).code, 0);
    let page = html(&folder, "out");
    assert_eq!(page.matches("class=\"bf-stale\"").count(), 3);
    for said in ["have changed since this was pinned", "no longer give this", "“1999”"] {
        assert!(page.contains(said), "{said}");
    }
    assert!(page.contains("&lt;b&gt;Ours&lt;/b&gt;") && !page.contains("<b>Ours"));
}

#[test]
fn codes_stand_for_the_same_numbers() {
    let folder = sample();
    let whole = |out: &str, options: &[&str]| -> Value {
        let mut all = vec!["--format", "json"];
        all.extend(options);
        assert_eq!(report(&folder, out, &all).code, 0);
        serde_json::from_slice(&read(&folder, out, "evenhand-report.json")).unwrap()
    };
    let named = whole("named", &[]);
    let coded = whole("coded", &["--anonymise", "evaluators"]);
    // Severities, of which no two are alike, tell who is who.
    let by_severity = |report: &Value| -> BTreeMap<u64, String> {
        let rows = report["evaluators"]["evaluators"].as_array().unwrap();
        let known = rows.iter().filter_map(|row| {
            Some((
                row["severity"]["known"]["value"].as_f64()?.to_bits(),
                row["evaluator"].as_str()?.to_owned(),
            ))
        });
        known.collect()
    };
    let (names, codes) = (by_severity(&named), by_severity(&coded));
    assert!(names.len() > 20);
    let bits = |rows: &BTreeMap<u64, String>| rows.keys().copied().collect::<Vec<_>>();
    assert_eq!(bits(&names), bits(&codes), "the same bits");
    let who: BTreeMap<&String, &String> = names.iter().map(|(bits, id)| (&codes[bits], id)).collect();
    assert_eq!(who.len(), names.len(), "one code for each");
    let order: Vec<&&String> = who.values().collect();
    assert!(!order.is_sorted(), "codes are not in the order of the ids");
    let listed = coded["evaluators"]["evaluators"].as_array().unwrap().iter();
    let listed: Vec<&str> = listed.map(|row| row["evaluator"].as_str().unwrap()).collect();
    assert!(listed.is_sorted(), "lists are in the order of the codes");
    // Answers that name no evaluator are the same as a whole.
    for answer in ["providers", "indicators", "structure", "standing"] {
        assert!(named[answer].is_object());
        assert_eq!(named[answer], coded[answer], "{answer} names no evaluator");
    }
    assert_eq!(coded["loaded"]["summary"]["evaluators"][0]["label"], Value::Null);
}

/// What was written is opened again, by its content and without the scores.
#[test]
fn a_report_is_opened_again_without_its_scores() {
    let folder = sample();
    let written = folder.path("written.json").to_string_lossy().into_owned();
    let mut arguments = vec!["analyze"];
    arguments.extend(TABLES);
    arguments.extend(["-o", &written]);
    let first = folder.run(&arguments);
    assert_eq!(first.code, 0, "{}", first.err);
    let again = folder.run(&["analyze", &written]);
    assert_eq!((again.code, &again.out), (0, &first.out), "{}", again.err);
    // Another part of the data is not in it.
    let other = folder.run(&["analyze", &written, "--round", "2023H1"]);
    assert_eq!(other.code, 1);
    assert!(other.err.contains("report without its scores"), "{}", other.err);
    let text = fs::read_to_string(&written).unwrap();
    let older =
        text.replacen(&format!("\"version\":{}", evenhand_protocol::REPORT_VERSION), "\"version\":1", 1);
    assert_ne!(older, text);
    fs::write(folder.path("older.json"), older).unwrap();
    let refused = folder.run(&["analyze", &folder.path("older.json").to_string_lossy()]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("version 1"), "{}", refused.err);
}
