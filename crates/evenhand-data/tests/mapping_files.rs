//! Plans as files: what is read again the same way, and what is said where the files do not fit.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{loaded_by, plan, previews};
use evenhand_protocol::{Field, LoadPlan, MappingFile, MappingMismatch, TableKind, TablePreview};

const MARCH: &str = "ort,juror,wert\nA,X,1\nA,Y,2\n";

fn look(files: &[(&str, &str)]) -> Vec<TablePreview> {
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    previews(&bytes)
}

/// The mapping of a table whose headers nobody could guess, set by hand.
fn by_hand() -> LoadPlan {
    let mut mapping = look(&[("scores 2024-03.csv", MARCH)]).remove(0).mapping;
    mapping.kind = TableKind::Scores;
    for (column, field) in mapping.columns.iter_mut().zip([Field::Provider, Field::Evaluator, Field::Score]) {
        column.field = field;
    }
    LoadPlan::of(vec![mapping])
}

#[test]
fn next_month_is_read_like_this_month() {
    let file = MappingFile::of(&by_hand());
    let next = [("scores 2024-04.csv", " Ort ,JUROR,wert\nB,X,3\nB,Z,4\n")];
    let plan = file.apply(&look(&next)).unwrap();
    let loaded = loaded_by(&plan, &next);
    assert_eq!(loaded.table.score(), [3.0, 4.0]);
    assert_eq!(loaded.table.metadata().providers[0].id, "B");
}

#[test]
fn constants_of_names_are_read_off_the_new_names() {
    let sheet = "provider,evaluator,score\nA,X,1\nA,Y,2\n";
    let file = MappingFile::of(&plan(&[("scores 2024-03.csv", sheet)]));
    let next = [("scores 2024-04.csv", sheet)];
    let plan = file.apply(&look(&next)).unwrap();
    assert_eq!(plan.tables[0].constant(Field::Round), Some("2024-04"));
}

#[test]
fn what_does_not_fit_is_named() {
    let file = MappingFile::of(&by_hand());
    let other = look(&[("other.csv", "ort,wert,note\nA,1,x\n")]);
    let mismatch = MappingMismatch::NoSuchTable {
        name: "scores 2024-03.csv".into(),
        sheet: None,
        missing_header: Some("juror".into()),
    };
    assert_eq!(file.apply(&other), Err(mismatch));
    let newer = MappingFile { evenhand_mapping: 2, ..file };
    assert_eq!(newer.apply(&other), Err(MappingMismatch::Version { found: 2 }));
}
