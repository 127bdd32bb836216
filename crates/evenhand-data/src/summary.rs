use evenhand_protocol::DatasetSummary;
use evenhand_table::ScoreTable;

/// What a table holds.
pub(crate) fn summary(name: &str, table: &ScoreTable, n_score_sheets: usize) -> DatasetSummary {
    let metadata = table.metadata();
    DatasetSummary {
        name: name.to_owned(),
        n_scores: table.len() as u32,
        n_score_sheets: n_score_sheets as u32,
        rounds: metadata.rounds.clone(),
        providers: metadata.providers.clone(),
        indicators: metadata.indicators.clone(),
        evaluators: metadata.evaluators.clone(),
        categories: metadata.categories(),
        dimensions: metadata.dimensions(),
        sources: metadata.named_sources(),
        groups: metadata.groups(),
        scale: metadata.scale(),
        has_occasions: metadata.occasions.iter().any(|occasion| !occasion.is_empty()),
    }
}
