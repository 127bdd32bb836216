//! What stops a load, with its place.
mod common;

use common::{CLEAN, INDICATORS, previews, refused, try_load_bytes};
use evenhand_data::{DEFAULT_INDICATOR, Loader, MAX_BYTES, load, plan_for, preview};
use evenhand_protocol::{Action, Expected, Field, LoadPlan, Problem, ProblemCode, TableKind};

const HEADER: &str = "round,provider,indicator,evaluator,score\n";

#[track_caller]
fn check(text: &str, code: ProblemCode, row: Option<u64>, expected: Expected) -> Problem {
    let problem = refused(&[("scores.csv", text)]);
    assert_eq!((problem.code, problem.place.row), (code, row), "{problem:?}");
    assert_eq!((problem.expected.clone(), problem.action), (expected, Action::Stopped));
    assert_eq!(problem.place.file, "scores.csv");
    problem
}

#[test]
fn files_without_rows() {
    check("", ProblemCode::EmptyFile, None, Expected::Rows);
    check("\u{feff}\r\n\r\n", ProblemCode::EmptyFile, None, Expected::Rows);
    check(HEADER, ProblemCode::HeaderOnly, Some(1), Expected::Rows);
    check(HEADER.trim_end(), ProblemCode::HeaderOnly, Some(1), Expected::Rows);
    check(&format!("{HEADER}\n\n"), ProblemCode::HeaderOnly, Some(1), Expected::Rows);
    check(&format!("{HEADER},,,,\n,,,,\n"), ProblemCode::HeaderOnly, Some(1), Expected::Rows);
}

#[test]
fn files_that_are_not_text() {
    let with = |bytes: &[u8]| [HEADER.as_bytes(), b"1,P1,care,E1,7\n1,P", bytes, b",care,E1,7\n"].concat();
    for (bytes, found) in [(&[0u8][..], "0x00"), (&[0xff], "0xFF")] {
        let problem = try_load_bytes(&[("scores.csv", &with(bytes))]).unwrap_err().problem;
        assert_eq!(problem.code, ProblemCode::NotText);
        assert_eq!(problem.place.row, Some(3));
        assert_eq!(problem.found, found);
    }
    // Valid GB18030 is text.
    assert!(try_load_bytes(&[("scores.csv", &with(&[0xbb, 0xfa]))]).is_ok());
}

#[test]
fn headers_that_fit_no_table() {
    check("alone\n1\n", ProblemCode::OneColumn, Some(1), Expected::Columns);
    check("alpha,beta\n1,2\n", ProblemCode::UnknownTable, Some(1), Expected::KnownTable);
    let missing = |field| Expected::Column { field };
    let problem =
        check("provider,score\nP1,2\n", ProblemCode::MissingColumn, Some(1), missing(Field::Evaluator));
    assert_eq!(problem.found, "provider,score");
    check("评估员;得分\n甲;2\n", ProblemCode::MissingColumn, Some(1), missing(Field::Provider));
}

#[test]
fn mostly_ragged_rows() {
    let ragged = "1,P1,\"a\nb\",E1,7,0,1\n";
    let problem = check(
        &format!("{HEADER}{ragged}{ragged}1,P1,care,E1,7\n"),
        ProblemCode::RaggedRow,
        Some(2),
        Expected::Cells { count: 5 },
    );
    assert_eq!(problem.found, "7 cells");
    let problem =
        refused(&[("scores.csv", CLEAN), ("indicators.csv", "indicator,min,max\ncare,0\nstaff,0\n")]);
    assert_eq!((problem.code, problem.place.row), (ProblemCode::RaggedRow, Some(2)));
}

#[test]
fn open_quotes() {
    let text = format!("{CLEAN}1,\"P1,care,E3,7\n1,P1,care,E4,7\n");
    check(&text, ProblemCode::OpenQuote, Some(6), Expected::ClosingQuote);
    check("round,\"provider\n1,2\n", ProblemCode::OpenQuote, Some(1), Expected::ClosingQuote);
}

#[test]
fn the_wrong_score_column() {
    let text = format!("{HEADER}1,P1,care,E1,7\n1,P1,care,E2,oak\n1,P1,care,E3,elm\n");
    let problem = check(&text, ProblemCode::NotANumber, Some(3), Expected::Number);
    assert_eq!((problem.found.as_str(), problem.place.column.as_deref()), ("oak", Some("score")));
}

#[test]
fn nothing_left() {
    let text = format!("{HEADER}1,P1,care,E1,\n1,,care,E2,7\n");
    check(&text, ProblemCode::MissingScore, Some(2), Expected::Number);
    let problem = refused(&[("scores.csv", &format!("{HEADER}1,P1,care,E1,70\n")), INDICATORS]);
    assert_eq!(problem.code, ProblemCode::OutOfRange);
}

#[test]
fn too_large() {
    let preview = preview("scores.csv", MAX_BYTES + 1, CLEAN.as_bytes()).remove(0);
    let problem = preview.error.unwrap().problem;
    assert_eq!(problem.code, ProblemCode::TooLarge);
    assert_eq!(problem.expected, Expected::AtMostBytes { bytes: MAX_BYTES });
}

#[test]
fn plans_that_cannot_be_carried_out() {
    let plan = |files: &[(&str, &[u8])]| {
        LoadPlan::of(previews(files).into_iter().map(|preview| preview.mapping).collect())
    };
    let code = |plan: &LoadPlan| Loader::new("test", plan).err().unwrap().problem.code;
    assert_eq!(code(&LoadPlan::default()), ProblemCode::NoScores);
    let indicators = (INDICATORS.0, INDICATORS.1.as_bytes());
    assert_eq!(code(&plan(&[indicators])), ProblemCode::NoScores);
    assert_eq!(plan_for(&previews(&[indicators])).unwrap_err().problem.code, ProblemCode::NoScores);

    let mut twice = plan(&[("scores.csv", CLEAN.as_bytes())]);
    twice.tables[0].columns[2].field = Field::Provider;
    let problem = Loader::new("test", &twice).err().unwrap().problem;
    assert_eq!(problem.code, ProblemCode::ColumnTwice);
    assert_eq!(problem.place.column.as_deref(), Some("indicator"));

    let mut missing = plan(&[("scores.csv", CLEAN.as_bytes())]);
    missing.tables[0].columns[1].field = Field::Ignored;
    assert_eq!(code(&missing), ProblemCode::MissingColumn);

    let mut delimiter = plan(&[("scores.csv", CLEAN.as_bytes())]);
    delimiter.tables[0].delimiter = '"';
    assert_eq!(code(&delimiter), ProblemCode::OneColumn);
}

#[test]
fn files_that_changed_since_the_preview() {
    let plan = plan_for(&previews(&[("scores.csv", CLEAN.as_bytes())])).unwrap();
    let code = |files| load("test", &plan, files).unwrap_err().problem.code;
    assert_eq!(code(vec![b"other,header\n1,2\n".to_vec()]), ProblemCode::FileUnreadable);
    assert_eq!(code(vec![]), ProblemCode::FileUnreadable);
    assert_eq!(code(vec![CLEAN.into(), CLEAN.into()]), ProblemCode::FileUnreadable);
    assert_eq!(code(vec![Vec::new()]), ProblemCode::EmptyFile);
    let mut loader = Loader::new("test", &plan).unwrap();
    loader.add(0, CLEAN.into()).unwrap();
    assert_eq!(loader.add(0, CLEAN.into()).unwrap_err().problem.code, ProblemCode::FileUnreadable);
}

#[test]
fn ignored_files_need_not_be_added() {
    let mut plan =
        plan_for(&previews(&[("scores.csv", CLEAN.as_bytes()), (INDICATORS.0, INDICATORS.1.as_bytes())]))
            .unwrap();
    plan.tables[1].kind = TableKind::Ignored;
    let loaded = load("test", &plan, vec![CLEAN.into()]).unwrap();
    assert_eq!(loaded.loaded.summary.indicators.len(), 2);
    assert_ne!(loaded.loaded.summary.indicators[0].id, DEFAULT_INDICATOR);
}
