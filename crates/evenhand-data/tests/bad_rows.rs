//! Rows that are wrong while the rest is loaded: what is found, where, and what is done.
mod common;

use common::{CLEAN, INDICATORS, counts, loaded, only, problems};
use evenhand_data::LARGEST_SCORE;
use evenhand_protocol::{Action, Expected, ProblemCode, QualityReport, TableKind};

/// Adds rows to the clean text, of which rows 2 to 5 are taken, and checks the only problem.
#[track_caller]
fn check(row: &str, code: ProblemCode, column: &str, found: &str, expected: Expected, action: Action) {
    let text = format!("{CLEAN}{row}\n");
    let table = loaded(&[("scores.csv", &text), INDICATORS]);
    assert_eq!(counts(&table), [(code, 1)], "{row}");
    assert_eq!(table.loaded.quality.problems.len(), 1);
    let problem = only(&table, code);
    assert_eq!((problem.code, problem.place.row), (code, Some(6)));
    assert_eq!(problem.place.file, "scores.csv");
    assert_eq!(problem.place.column.as_deref(), Some(column));
    assert_eq!(problem.found, found);
    assert_eq!((problem.expected, problem.action), (expected, action));
    let kept = if action == Action::Kept { 5 } else { 4 };
    assert_eq!((table.table.len(), table.loaded.quality.scores_kept), (kept, kept as u64));
    assert_eq!(table.loaded.quality.rows_read, 5);
}

#[test]
fn nothing_wrong() {
    let table = loaded(&[("scores.csv", CLEAN), INDICATORS]);
    assert_eq!(table.loaded.quality.counts, []);
    assert_eq!(table.table.score(), [7.0, 8.0, 6.5, 9.0]);
    assert_eq!(table.loaded.summary.n_score_sheets, 2);
}

#[test]
fn blank_cells() {
    use Action::RowLeftOut;
    check("1,P1,care,E3,", ProblemCode::MissingScore, "score", "", Expected::Number, RowLeftOut);
    check(
        "1,P1,care,E3,\u{3000}",
        ProblemCode::MissingScore,
        "score",
        "\u{3000}",
        Expected::Number,
        RowLeftOut,
    );
    check("1, ,care,E3,7", ProblemCode::MissingId, "provider", "", Expected::Id, RowLeftOut);
    check("1,P1,care,,7", ProblemCode::MissingId, "evaluator", "", Expected::Id, RowLeftOut);
    check(",P1,care,E3,7", ProblemCode::MissingId, "round", "", Expected::Id, RowLeftOut);
    check("1,P1,,E3,", ProblemCode::MissingId, "indicator", "", Expected::Id, RowLeftOut);
}

#[test]
fn scores_that_are_not_numbers() {
    for found in ["good", "NaN", "inf", "1e400", "7/0"] {
        let row = format!("1,P1,care,E3,{found}");
        let number = Expected::Number;
        check(&row, ProblemCode::NotANumber, "score", found, number, Action::RowLeftOut);
    }
}

#[test]
fn scores_off_the_scale() {
    let range = Expected::Range { min: 0.0, max: 10.0 };
    for found in ["10.5", "-1"] {
        let row = format!("1,P1,care,E3,{found}");
        check(&row, ProblemCode::OutOfRange, "score", found, range.clone(), Action::RowLeftOut);
    }
    let step = Expected::Step { min: 0.0, step: 0.5 };
    check("1,P1,care,E3,7.3", ProblemCode::OffStep, "score", "7.3", step, Action::Kept);
    let text = format!("{CLEAN}1,P1,care,E3,1e300\n");
    let unlimited = problems(&loaded(&[("scores.csv", &text)]), ProblemCode::OutOfRange);
    assert_eq!(unlimited[0].expected, Expected::Range { min: -LARGEST_SCORE, max: LARGEST_SCORE });
}

#[test]
fn decimal_steps_are_no_problem() {
    let scores: String = (0..=100)
        .map(|k| format!("1,P{k},x,E1,{}\n1,P{k},x,E2,{}\n", k as f64 / 10.0, k as f64 / 10.0))
        .collect();
    let text = format!("round,provider,indicator,evaluator,score\n{scores}");
    let table = loaded(&[("scores.csv", &text), ("indicators.csv", "indicator,min,max,step\nx,0,10,0.1\n")]);
    assert_eq!(table.loaded.quality.counts, []);
}

#[test]
fn duplicates() {
    let first = Expected::OneScore { first_row: 3 };
    check("1,P1,staff,E1,8", ProblemCode::DuplicateSame, "score", "8", first.clone(), Action::FirstKept);
    check("1,P1,staff,E1,6", ProblemCode::DuplicateConflict, "score", "6", first, Action::FirstKept);
}

#[test]
fn duplicates_across_files_name_the_later_file() {
    let later = "round,provider,indicator,evaluator,score\n2,P1,care,E1,5\n1,P1,care,E1,4\n";
    let table = loaded(&[("first scores.csv", CLEAN), ("later scores.csv", later), INDICATORS]);
    let found = problems(&table, ProblemCode::DuplicateConflict);
    assert_eq!((found[0].place.file.as_str(), found[0].place.row), ("later scores.csv", Some(3)));
    assert_eq!(found[0].expected, Expected::OneScore { first_row: 2 });
    assert_eq!(table.table.len(), 5);
}

#[test]
fn unknown_ids_are_named_once() {
    let text = format!("{CLEAN}1,P9,care,E1,7\n1,P9,care,E2,7\n1,P9,manner,E1,7\n1,P9,manner,E2,7\n");
    let providers = ("providers.csv", "provider,category\nP1,home\n");
    let table = loaded(&[("scores.csv", &text), INDICATORS, providers]);
    let found: Vec<_> = problems(&table, ProblemCode::UnknownId)
        .into_iter()
        .map(|problem| (problem.place.row, problem.found, problem.expected, problem.action))
        .collect();
    let listed = |table| Expected::ListedIn { table };
    assert_eq!(
        found,
        [
            (Some(6), "P9".to_owned(), listed(TableKind::Providers), Action::Kept),
            (Some(8), "manner".to_owned(), listed(TableKind::Indicators), Action::Kept),
        ]
    );
    assert_eq!(table.table.len(), 8);
}

#[test]
fn lone_evaluators() {
    let text = format!("{CLEAN}1,P2,care,E3,7\n2,P1,care,E3,7\n");
    let table = loaded(&[("scores.csv", &text), INDICATORS]);
    let problem = only(&table, ProblemCode::LoneEvaluator);
    assert_eq!((problem.found.as_str(), problem.place.row), ("E3", Some(6)));
    assert_eq!(problem.place.column.as_deref(), Some("evaluator"));
    assert_eq!((problem.expected, problem.action), (Expected::TwoEvaluators, Action::Kept));

    let one = "round,provider,evaluator,score\n1,P1,E1,1\n1,P2,E1,3\n";
    assert!(counts(&loaded(&[("scores.csv", one)])).contains(&(ProblemCode::LoneEvaluator, 1)));
    let apart = "round,provider,occasion,evaluator,score\n1,P1,am,E1,1\n1,P1,pm,E2,3\n";
    assert!(counts(&loaded(&[("scores.csv", apart)])).contains(&(ProblemCode::LoneEvaluator, 2)));
}

#[test]
fn counts_go_on_where_the_list_ends() {
    let blank: String = (0..500).map(|k| format!("1,P{k},care,E1,\n")).collect();
    let table = loaded(&[("scores.csv", &format!("{CLEAN}{blank}")), INDICATORS]);
    assert_eq!(counts(&table), [(ProblemCode::MissingScore, 500)]);
    assert_eq!(table.loaded.quality.problems.len(), QualityReport::LISTED);
    assert_eq!(table.loaded.quality.problems[199].place.row, Some(205));
    assert_eq!(table.loaded.quality.rows_read, 504);
}

#[test]
fn problems_are_in_input_order_and_counts_by_severity() {
    let text = format!("{CLEAN}1,P1,care,E1,7\n1,P1,care,E3,\n1,P1,care,E1,2\n1,P1,care,E4,good\n");
    let table = loaded(&[("scores.csv", &text), INDICATORS]);
    let rows: Vec<_> =
        table.loaded.quality.problems.iter().map(|problem| problem.place.row.unwrap()).collect();
    assert_eq!(rows, [6, 7, 8, 9]);
    let codes: Vec<_> = counts(&table).into_iter().map(|(code, _)| code).collect();
    use ProblemCode::{DuplicateConflict, DuplicateSame, MissingScore, NotANumber};
    assert_eq!(codes, [DuplicateConflict, NotANumber, MissingScore, DuplicateSame]);
}
