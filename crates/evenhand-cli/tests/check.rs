//! `evenhand check`: what is told and the exit code, in both languages and as JSON.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use serde_json::Value;
use support::{CLEAN, Folder, SCALES};

fn scores(rows: &str) -> Folder {
    Folder::with(&[
        ("scores.csv", format!("{CLEAN}{rows}").as_bytes()),
        ("indicators.csv", SCALES.as_bytes()),
    ])
}

#[test]
fn nothing_wrong() {
    let run = scores("").run(&["check", "scores.csv", "indicators.csv"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains('8'), "{}", run.out);
}

#[test]
fn a_guess_is_told_and_is_no_error() {
    let run = Folder::with(&[("scores.csv", CLEAN.as_bytes())]).run(&["check", "scores.csv"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("the lowest and highest possible scores"), "{}", run.out);
}

#[test]
fn every_problem_is_told_with_its_place() {
    let folder = scores("R1,P2,care,E3,good\nR1,P1,care,E1,4\n");
    let run = folder.run(&["check", "scores.csv", "indicators.csv"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("scores.csv, row 10, column “score”: found “good”, expected a number"),
        "{}",
        run.out
    );
    assert!(run.out.contains("row 11") && run.out.contains("the first is in row 2"), "{}", run.out);
    let run = folder.run(&["check", "--language", "zh", "scores.csv", "indicators.csv"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("第10行") && run.out.contains("good"), "{}", run.out);
}

#[test]
fn the_report_as_json_lists_all() {
    let rows: String = (0..300).map(|k| format!("R1,Q{k},care,E1,\n")).collect();
    let run = scores(&rows).run(&["check", "--json", "scores.csv", "indicators.csv"]);
    assert_eq!(run.code, 1);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let problems = report["quality"]["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 300);
    assert_eq!(problems[299]["place"]["row"], 309);
    assert_eq!(report["quality"]["counts"][0]["code"], "missing_score");
    assert_eq!(report["summary"]["n_scores"], 8);
}

#[test]
fn what_cannot_be_loaded() {
    let folder = Folder::with(&[
        ("scores.csv", b"provider,indicator,score\nP1,care,7\n".as_slice()),
        ("notes.pdf", b"%PDF-1.7\n"),
    ]);
    for (file, says) in [("scores.csv", "expected a column for “Evaluator”"), ("notes.pdf", "PDF")] {
        let run = folder.run(&["check", file]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{file}");
        assert!(run.err.contains(file) && run.err.contains(says), "{}", run.err);
    }
}

#[test]
fn mistakes_in_the_command() {
    let folder = scores("");
    for arguments in [
        &["check", "absent.csv"][..],
        &["check", "--map", "judge", "scores.csv"],
        &["check", "--map", "evaluator=judge", "scores.csv"],
        &["check", "--sheet", "R1", "scores.csv"],
        &["check", "--mapping", "absent.json", "scores.csv"],
        &["check", "--mapping", "indicators.csv", "scores.csv"],
        &["check", "--wide", "providers", "scores.csv"],
        &["check"],
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!run.err.is_empty(), "{arguments:?}");
    }
}
