//! The figure-skating data, where they lie beside the project.
use std::path::Path;

use evenhand_data::{HEAD_BYTES, load, plan_for, preview};
use evenhand_protocol::{Field, ScaleSource, ScoreScale, TableKind};

#[test]
fn the_skating_set_loads_without_problems() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/skating");
    if !folder.is_dir() {
        eprintln!("SKIPPED: ../shared/data/skating is absent");
        return;
    }
    let names = ["scores.csv", "rounds.csv", "providers.csv", "evaluators.csv", "indicators.csv"];
    let files: Vec<Vec<u8>> = names.iter().map(|name| std::fs::read(folder.join(name)).unwrap()).collect();
    let previews: Vec<_> = names
        .iter()
        .zip(&files)
        .map(|(name, bytes)| preview(name, bytes.len() as u64, &bytes[..bytes.len().min(HEAD_BYTES)]))
        .collect();
    let kinds: Vec<_> = previews.iter().map(|preview| preview.mapping.kind).collect();
    use TableKind::{Evaluators, Indicators, Providers, Rounds, Scores};
    assert_eq!(kinds, [Scores, Rounds, Providers, Evaluators, Indicators]);
    let ignored = previews.iter().flat_map(|preview| &preview.mapping.columns);
    let ignored: Vec<_> = ignored.filter(|column| column.field == Field::Ignored).collect();
    assert_eq!(ignored.iter().map(|column| column.header.as_str()).collect::<Vec<_>>(), ["level"]);

    let table = load("skating", &plan_for(&previews).unwrap(), files).unwrap();
    let summary = &table.loaded.summary;
    assert_eq!(table.loaded.quality.counts, []);
    assert_eq!((summary.n_scores, table.loaded.quality.rows_read), (77_630, 77_630));
    assert_eq!((summary.rounds.len(), summary.providers.len()), (17, 319));
    assert_eq!((summary.indicators.len(), summary.evaluators.len()), (5, 214));
    assert_eq!(summary.rounds[0].id, "R01");
    assert_eq!(summary.scale, ScoreScale::Points { min: 0.0, max: 10.0 });
    assert!(summary.has_occasions);
    assert!(summary.indicators.iter().all(|info| info.scale_source == ScaleSource::Given));
    assert!(summary.evaluators.iter().all(|info| info.affiliation.is_some()));
}
