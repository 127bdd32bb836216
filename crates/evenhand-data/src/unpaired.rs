use evenhand_table::ScoreTable;

/// Codes of the evaluators who are alone on every panel: nobody else scored the same provider in the same round, on
/// the same occasion and from the same source, so nothing can be said of their agreement or severity.
pub(crate) fn lone_evaluators(table: &ScoreTable) -> Vec<u32> {
    let mut paired = vec![false; table.metadata().evaluators.len()];
    for unit in table.units() {
        let rows = unit.rows.clone();
        let occasion = &table.occasion()[rows.clone()];
        let source = &table.source()[rows.clone()];
        let evaluator = &table.evaluator()[rows];
        let mut start = 0;
        // Rows of a unit are sorted by occasion and source, so a panel is one run of both.
        let keys: Vec<(u32, u32)> = occasion.iter().copied().zip(source.iter().copied()).collect();
        for run in keys.chunk_by(|a, b| a == b) {
            let panel = &evaluator[start..start + run.len()];
            if panel.iter().any(|other| *other != panel[0]) {
                panel.iter().for_each(|evaluator| paired[*evaluator as usize] = true);
            }
            start += run.len();
        }
    }
    (0..paired.len() as u32).filter(|evaluator| !paired[*evaluator as usize]).collect()
}
