//! Whatever the bytes, the answer is a table or an error.
mod common;

use common::{CLEAN, INDICATORS, previews, try_load_bytes};
use evenhand_data::{load, preview};
use evenhand_protocol::{ColumnMapping, Field, LoadPlan, Shape, TableKind, TableMapping, TableSource};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

const FIELDS: [Field; 7] = [
    Field::Round,
    Field::Provider,
    Field::Indicator,
    Field::Evaluator,
    Field::Occasion,
    Field::Source,
    Field::Score,
];

/// Pieces that meet the special cases of readers.
const PIECES: [&str; 24] = [
    ",", ";", "\t", "|", "\n", "\r\n", "\r", "\"", "\"\"", " ", "\u{3000}", "\u{feff}", "\0", "é", "甲", "1",
    "-1e308", "NaN", "0.1", "P1", "E1", "score", "x^", "#",
];

/// A file that is known to be valid up to its mapping, whatever the text.
fn load_anyhow(bytes: &[u8], kind: TableKind) {
    let mut mapping = preview("a.csv", bytes.len() as u64, bytes).remove(0).mapping;
    let fields: &[Field] = match kind {
        TableKind::Scores => &FIELDS,
        _ => &[Field::Indicator, Field::Min, Field::Max, Field::Step, Field::Weight, Field::Direction],
    };
    mapping.kind = kind;
    for (k, column) in mapping.columns.iter_mut().enumerate() {
        column.field = fields.get(k).copied().unwrap_or(Field::Ignored);
    }
    let mut clean = previews(&[("scores.csv", CLEAN.as_bytes())]).remove(0).mapping;
    clean.source.file = 1;
    let mut plan = LoadPlan::of(vec![mapping, clean]);
    let _ = load("any", &plan, vec![bytes.to_vec(), CLEAN.into()]);
    if kind == TableKind::Scores {
        for column in plan.tables[0].columns.iter_mut().skip(2) {
            column.field = Field::Score;
        }
        for across in [Field::Indicator, Field::Round, Field::Provider, Field::Score] {
            plan.tables[0].shape = Shape::Wide { across };
            let _ = load("any", &plan, vec![bytes.to_vec(), CLEAN.into()]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn random_bytes(bytes in vec(any::<u8>(), 0..400)) {
        let _ = try_load_bytes(&[("scores.csv", &bytes)]);
        load_anyhow(&bytes, TableKind::Scores);
    }

    #[test]
    fn random_pieces(pieces in vec(select(&PIECES), 0..200)) {
        let text = pieces.concat();
        let _ = try_load_bytes(&[("scores.csv", text.as_bytes())]);
        load_anyhow(text.as_bytes(), TableKind::Scores);
        load_anyhow(text.as_bytes(), TableKind::Indicators);
    }

    /// Every row has as many cells as the header, so the text reaches the reader.
    #[test]
    fn random_cells(cells in vec(vec(vec(select(&PIECES), 0..4), 7), 0..30)) {
        let mut text = String::from("round,provider,indicator,evaluator,occasion,source,score\n");
        for row in &cells {
            let row: Vec<String> = row
                .iter()
                .map(|cell| cell.concat().replace('\0', ""))
                .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
                .collect();
            text.push_str(&row.join(","));
            text.push('\n');
        }
        load_anyhow(text.as_bytes(), TableKind::Scores);
    }

    #[test]
    fn mutated_files(changes in vec((any::<Index>(), select(&PIECES), 0usize..3), 1..6)) {
        let mut scores = CLEAN.as_bytes().to_vec();
        let mut indicators = INDICATORS.1.as_bytes().to_vec();
        for (k, (position, piece, removed)) in changes.into_iter().enumerate() {
            let bytes = if k % 2 == 0 { &mut scores } else { &mut indicators };
            if bytes.is_empty() { continue; }
            let at = position.index(bytes.len());
            let end = (at + removed).min(bytes.len());
            bytes.splice(at..end, piece.bytes());
        }
        let _ = try_load_bytes(&[("scores.csv", &scores), ("indicators.csv", &indicators)]);
        load_anyhow(&scores, TableKind::Scores);
        load_anyhow(&indicators, TableKind::Indicators);
    }

    #[test]
    fn random_plans(
        kind in select(vec![TableKind::Scores, TableKind::Rounds, TableKind::Ignored]),
        fields in vec(select(&FIELDS), 0..8),
        delimiter in any::<char>(),
    ) {
        let mut mapping = TableMapping::unknown(TableSource { name: "a.csv".into(), ..TableSource::default() });
        mapping.columns = fields.iter().map(|field| ColumnMapping::new("x", *field)).collect();
        mapping.kind = kind;
        mapping.delimiter = delimiter;
        let _ = load("any", &LoadPlan::of(vec![mapping]), vec![CLEAN.into()]);
    }
}

#[test]
fn odd_files() {
    for text in
        ["\"", "\"\"", "\r", "\r\r", "\n\"", ",", ",\n,", "a,b\n\"\"\"", "\u{feff}", "\u{feff}\u{feff}a,b"]
    {
        for kind in [TableKind::Scores, TableKind::Indicators] {
            load_anyhow(text.as_bytes(), kind);
        }
    }
    let wide = format!("provider,evaluator,score{}\nP1,E1,1{}\n", ",x".repeat(5000), ",".repeat(5000));
    assert_eq!(try_load_bytes(&[("scores.csv", wide.as_bytes())]).unwrap().table.len(), 1);
}
