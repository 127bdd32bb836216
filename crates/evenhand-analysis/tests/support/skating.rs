//! The figure-skating data, where they lie beside the project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use evenhand_protocol::{EvaluatorInfo, ProviderInfo, RoundInfo};
use evenhand_table::{Metadata, ScoreTable, TableBuilder};

use super::{evaluator, indicator, provider};

/// The table, or nothing, and a line that says so, where the data are absent.
pub fn skating() -> Option<ScoreTable> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/skating");
    let Ok(text) = std::fs::read_to_string(folder.join("scores.csv")) else {
        eprintln!("SKIPPED: ../shared/data/skating is absent");
        return None;
    };
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    // Columns: round, provider, occasion, indicator, evaluator, score.
    let codes = |column: usize| -> Vec<&str> {
        let set: BTreeMap<&str, ()> = rows.iter().map(|row| (row[column], ())).collect();
        set.into_keys().collect()
    };
    let names: Vec<Vec<&str>> = (0..5).map(codes).collect();
    let code = |row: &[&str], column: usize| names[column].binary_search(&row[column]).unwrap() as u32;
    let owned = |column: usize| names[column].iter().map(|name| (*name).to_owned());
    let metadata = Metadata {
        rounds: owned(0).map(|id| RoundInfo { id, label: None, date: None }).collect(),
        providers: owned(1)
            .map(|id| ProviderInfo {
                affiliation: affiliation(&folder, "providers.csv", &id),
                ..provider(id)
            })
            .collect(),
        occasions: owned(2).collect(),
        sources: vec![String::new()],
        evaluators: owned(4)
            .map(|id| EvaluatorInfo {
                affiliation: affiliation(&folder, "evaluators.csv", &id),
                ..evaluator(id)
            })
            .collect(),
        indicators: owned(3)
            .map(|id| evenhand_protocol::IndicatorInfo { step: Some(0.25), ..indicator(id, 1.0, 0.0, 10.0) })
            .collect(),
        conflicts: Vec::new(),
        whole_scale: None,
    };
    let mut builder = TableBuilder { metadata, ..TableBuilder::default() };
    for row in &rows {
        builder.round.push(code(row, 0));
        builder.provider.push(code(row, 1));
        builder.occasion.push(code(row, 2));
        builder.source.push(0);
        builder.indicator.push(code(row, 3));
        builder.evaluator.push(code(row, 4));
        builder.score.push(row[5].parse().unwrap());
    }
    Some(builder.build().unwrap().table)
}

/// The affiliation of an id: the second column of its table.
fn affiliation(folder: &Path, file: &str, id: &str) -> Option<String> {
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    let line = text.lines().find(|line| line.split(',').next() == Some(id))?;
    line.split(',').nth(1).map(str::to_owned)
}
