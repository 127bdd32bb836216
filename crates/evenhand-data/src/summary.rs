use evenhand_protocol::DatasetSummary;
use evenhand_table::ScoreTable;

/// What a table holds.
pub(crate) fn summary(name: &str, table: &ScoreTable) -> DatasetSummary {
    let metadata = table.metadata();
    DatasetSummary {
        name: name.to_owned(),
        n_scores: table.len() as u32,
        n_score_sheets: score_sheets(table),
        rounds: metadata.rounds.clone(),
        providers: metadata.providers.clone(),
        indicators: metadata.indicators.clone(),
        evaluators: metadata.evaluators.clone(),
        categories: metadata.categories(),
        scale: metadata.scale(),
        has_occasions: metadata.occasions.iter().any(|occasion| !occasion.is_empty()),
    }
}

/// Distinct combinations of round, provider, occasion, source and evaluator; the table is sorted by them.
fn score_sheets(table: &ScoreTable) -> u32 {
    let sheet = |row: usize| {
        let provider = (table.round()[row], table.provider()[row]);
        (provider, table.occasion()[row], table.source()[row], table.evaluator()[row])
    };
    let starts = (0..table.len()).filter(|row| *row == 0 || sheet(*row) != sheet(row - 1));
    starts.count() as u32
}
