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

/// What a page pins with what the reader chose, by topic: rows and numbers that follow the choice.
#[test]
fn tables_follow_what_was_chosen() {
    let folder = sample();
    let table = |name: &str, choice: Value| json!({ "kind": "table", "name": name, "choice": choice });
    let pinned = [
        table("what-if", json!({})),
        table("what-if", json!({ "weights": "5,,0", "in": "2024H1" })),
        table("coefficients", json!({})),
        table("coefficients", json!({ "part": "round:2023H1" })),
        table("effects-by-round", json!({ "effect": "halo" })),
        table("effects-by-round", json!({ "effect": "digit_preference" })),
        table("facet-measures", json!({ "facet": "indicators" })),
        table("facet-summary", json!({ "facet": "providers" })),
        table("provider-rounds", json!({ "provider": "P01" })),
        table("round-members", json!({ "in": "2024H1" })),
        table("round-change", json!({ "in": "2024H1" })),
        table("round-ends", json!({ "in": "2024H1" })),
        json!({ "kind": "chart", "name": "round-severities", "choice": { "in": "2024H1" } }),
        json!({ "kind": "chart", "name": "indicator-track" }),
        json!({ "kind": "figure", "name": "newcomer-severity" }),
        json!({ "kind": "figure", "name": "conflict-difference", "choice": { "kind": "same_affiliation" } }),
        json!({ "kind": "figure", "name": "agreement-icc-ak" }),
        json!({ "kind": "figure", "name": "sem-overall" }),
    ];
    let items: Vec<Value> = pinned
        .iter()
        .enumerate()
        .map(|(k, pinned)| json!({ "id": format!("i{k}"), "pinned": pinned }))
        .collect();
    let path = briefing(&folder, &json!(items));
    let formats = ["--briefing", &path, "--format", "html,pptx,xlsx"];
    let run = report(&folder, "out", &formats);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let page = html(&folder, "out");
    assert_eq!(page.matches("class=\"bf-stale\"").count(), 0, "every choice is understood");
    let slides: Vec<&str> = page.split("<article").skip(1).collect();
    assert_eq!(slides.len(), pinned.len());
    // The first indicator alone counts five times what the others do, the third not at all.
    let rows =
        |slide: usize| slides[slide].split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
    assert_eq!(rows(0).matches("<tr>").count(), 40);
    assert_ne!(rows(0), rows(1));
    assert!(slides[1].contains("2024H1") && slides[1].contains(": 5.00") && slides[1].contains(": 0.00"));
    assert_ne!(rows(2), rows(3));
    assert!(slides[3].contains("2023H1"));
    assert_ne!(rows(4), rows(5));
    assert_eq!(rows(6).matches("<tr>").count(), 12, "a row for each indicator");
    assert_eq!(rows(8).matches("<tr>").count(), 6, "a row for each round");
    assert_eq!(rows(9).matches("<tr>").count(), 22, "a row for each evaluator of the round");
    assert_eq!(rows(10).matches("<tr>").count(), 1);
    assert_eq!(rows(11).matches("<tr>").count(), 10, "five at either end");
    // What is no longer there is told, and what has changed.
    let gone = json!([
        { "id": "a", "pinned": table("coefficients", json!({ "part": "round:1999" })) },
        { "id": "b", "pinned": table("effects-by-round", json!({ "effect": "none" })) },
        { "id": "c", "pinned": table("voices", json!({ "share": "0.5" })) },
        { "id": "d", "pinned": table("what-if", json!({})), "fingerprint": "0000000000000000" }
    ]);
    let path = briefing(&folder, &gone);
    assert_eq!(report(&folder, "gone", &["--briefing", &path]).code, 0);
    assert_eq!(html(&folder, "gone").matches("class=\"bf-stale\"").count(), 4);
}

/// Scores of two sources; the reader moves the share of the first.
#[test]
fn a_blend_has_the_share_that_was_chosen() {
    let folder = Folder::new();
    let mut scores = String::from("round,provider,indicator,evaluator,source,score\n");
    for (provider, expert, user) in [("A1", 8.0, 4.0), ("B2", 6.0, 9.0), ("C3", 7.0, 5.0), ("D4", 3.0, 6.0)] {
        for (source, base, first) in [("expert", expert, 1), ("user", user, 4)] {
            for k in 0..3 {
                for indicator in ["x", "y"] {
                    let score = base + f64::from(k) * 0.5 - 0.5;
                    scores.push_str(&format!("R1,{provider},{indicator},E{},{source},{score}\n", first + k));
                }
            }
        }
    }
    scores.push_str("R1,A1,z,E1,expert,0\nR1,A1,z,E4,user,10\n");
    fs::write(folder.path("scores.csv"), scores).unwrap();
    let blends = |out: &str, share: &str| -> Vec<String> {
        let pinned = json!({ "kind": "table", "name": "voices", "choice": { "share": share } });
        let path = briefing(&folder, &json!([{ "id": "a", "pinned": pinned }]));
        let target = folder.path(out).to_string_lossy().into_owned();
        let run =
            folder.run(&["report", "scores.csv", "--briefing", &path, "--date", "2026-11-28", "-o", &target]);
        assert_eq!(run.code, 0, "{}", run.err);
        let page = html(&folder, out);
        assert!(!page.contains("class=\"bf-stale\""), "{page}");
        let body = page.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
        let cells = |row: &str| {
            row.split("bf-number\">")
                .skip(1)
                .map(|cell| cell.split('<').next().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        body.split("<tr>").skip(1).map(|row| cells(row).join(" ")).collect()
    };
    for (share, weight) in [("1", 1.0), ("0.25", 0.25)] {
        let rows = blends(&format!("share-{share}"), share);
        assert_eq!(rows.len(), 4);
        for row in rows {
            let numbers: Vec<f64> = row.split(' ').map(|number| number.parse().unwrap()).collect();
            let [expert, user, blend] = numbers[..] else { panic!("{row}") };
            assert!((weight * expert + (1.0 - weight) * user - blend).abs() < 0.11, "{row}");
        }
    }
}

/// Ids with a letter go wherever the reader wrote them; numbers stay and are told of.
#[test]
fn short_ids_in_the_readers_own_words() {
    let folder = Folder::new();
    let mut scores = String::from("round,provider,indicator,evaluator,score\n");
    for (provider, level) in [("7", 6), ("P2", 7), ("P3", 4)] {
        for (evaluator, shift) in [("E1", 0), ("E2", 1), ("12", -1)] {
            for (indicator, extra) in [("x", 0), ("y", 1)] {
                scores
                    .push_str(&format!("R1,{provider},{indicator},{evaluator},{}\n", level + shift + extra));
            }
        }
    }
    fs::write(folder.path("scores.csv"), scores).unwrap();
    let items = json!([
        { "id": "a", "pinned": { "kind": "text" }, "heading": "E1 and e2 on P2", "annotation": "3 points, 12 sheets" },
        { "id": "b", "pinned": { "kind": "chart", "name": "severity" }, "notes": "Ask number 7 about E2." }
    ]);
    let path = briefing(&folder, &items);
    let target = folder.path("out").to_string_lossy().into_owned();
    let anonymous = ["--briefing", &path, "--anonymise", "evaluators,providers", "-o", &target];
    let mut arguments = vec!["report", "scores.csv", "--date", "2026-11-28"];
    arguments.extend(anonymous);
    let run = folder.run(&arguments);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("12 (slide 1); 7 (slide 2)"), "{}", run.err);
    let page = html(&folder, "out");
    for id in ["E1", "e1", "E2", "e2", "P2", "P3"] {
        let stands = page.match_indices(id).any(|(at, _)| {
            let inside =
                |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-' || c == '#');
            !inside(page[..at].chars().next_back()) && !inside(page[at + id.len()..].chars().next())
        });
        assert!(!stands, "{id}");
    }
    assert!(page.contains("3 points, 12 sheets"));
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
