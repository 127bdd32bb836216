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

/// Two rows that both could be the header: the guess takes the wrong one.
const CODED: &str = "Results of March\nwho,by,q1,q2,\nprovider,evaluator,round,order,note\nA,X,1,2,\nA,Y,2,3,\nB,X,3,1,\nB,Y,4,2,\n";

#[test]
fn a_header_moved_by_hand_is_found_in_other_files() {
    let preview = look(&[("march.csv", CODED)]).remove(0);
    assert_eq!(preview.mapping.header_row, 3, "the guess is the row with the most known words");
    let known: Vec<u32> = preview.known_rows().map(|(row, _)| row).collect();
    assert_eq!(known[..4], [1, 2, 3, 4]);

    // Moved up by one row; the row below it is data then, and not wanted here.
    let mut mapping = preview.with_header(&preview.mapping, 2, 1).unwrap();
    mapping.kind = TableKind::Scores;
    mapping.shape = evenhand_protocol::Shape::Wide { across: Field::Indicator };
    for (column, field) in
        mapping.columns.iter_mut().zip([Field::Provider, Field::Evaluator, Field::Score, Field::Score])
    {
        column.field = field;
    }
    let file = MappingFile::of(&LoadPlan::of(vec![mapping]));
    let headers = |plan: &LoadPlan| -> Vec<String> {
        plan.tables[0].columns.iter().map(|column| column.header.clone()).collect()
    };

    let plan = file.apply(&look(&[("march.csv", CODED)])).unwrap();
    assert_eq!(
        (plan.tables[0].header_row, headers(&plan)),
        (2, ["who", "by", "q1", "q2", ""].map(Into::into).into())
    );
    let loaded = loaded_by(&plan, &[("march.csv", CODED)]);
    assert_eq!(loaded.table.metadata().indicators.len(), 2);
    assert_eq!(loaded.table.len(), 8);

    // Next month there is one more title.
    let april = CODED.replace("March\n", "April\nChecked by Z\n");
    let next = [("april.csv", april.as_str())];
    let plan = file.apply(&look(&next)).unwrap();
    assert_eq!(
        (plan.tables[0].header_row, headers(&plan)),
        (3, ["who", "by", "q1", "q2", ""].map(Into::into).into())
    );
    assert_eq!(loaded_by(&plan, &next).table, loaded.table);

    let other =
        file.apply(&look(&[("other.csv", "Results\nwho,by,q1,\nprovider,evaluator,round,note\nA,X,1,\n")]));
    assert!(matches!(other, Err(MappingMismatch::NoSuchTable { .. })), "{other:?}");
}
