//! The charts of the quality page.

use evenhand_charts::TableCell;
use evenhand_charts::domain::{missing_by_evaluator, missing_by_indicator};
use evenhand_protocol::{Coverage, MissingMap};
use evenhand_words::Language;

use crate::data::{Chart, assert_sentence, check_many, check_three, draw, indicator_id, round_id};
use crate::support::Seeded;

const CHARTS: [(&str, Chart<MissingMap>); 2] =
    [("missing-indicators", missing_by_indicator), ("missing-evaluators", missing_by_evaluator)];

/// Every third evaluator leaves gaps, the second indicator is often skipped, the last round does not use the first.
fn map(n_rounds: usize, n_evaluators: usize, seed: u64) -> MissingMap {
    let mut seeded = Seeded::new(seed);
    let n_indicators = 5;
    let mut gaps = |expected: u32, share: f64| {
        let missing = (f64::from(expected) * share * seeded.next()).round() as u32;
        Coverage { scored: expected - missing, expected }
    };
    let mut by_indicator = Vec::new();
    let mut by_evaluator = Vec::new();
    for round in 0..n_rounds {
        for indicator in 0..n_indicators {
            let unused = indicator == 0 && round + 1 == n_rounds;
            by_indicator.push(gaps(if unused { 0 } else { 120 }, if indicator == 1 { 0.6 } else { 0.0 }));
        }
        for evaluator in 0..n_evaluators {
            let absent = (evaluator + round) % 4 == 3;
            by_evaluator.push(gaps(if absent { 0 } else { 40 }, if evaluator % 3 == 0 { 0.3 } else { 0.0 }));
        }
    }
    MissingMap {
        rounds: (0..n_rounds).map(round_id).collect(),
        indicators: (0..n_indicators).map(indicator_id).collect(),
        evaluators: (0..n_evaluators).map(|k| format!("E{:03}", k + 1)).collect(),
        by_indicator,
        by_evaluator,
    }
}

#[test]
fn typical() {
    let map = map(6, 12, 5);
    for (name, chart) in CHARTS {
        check_three(name, chart, &map);
    }
}

#[test]
fn many_evaluators_are_cut_to_the_worst_and_the_table_has_all() {
    let map = map(17, 214, 9);
    for (name, chart) in CHARTS {
        check_many(name, chart, &map);
    }
    let scene = draw(missing_by_evaluator, &map, Language::En, 688.0);
    let took_part = map.by_evaluator.iter().filter(|cell| cell.expected > 0).count();
    assert_eq!(scene.table.rows.len(), took_part);
    assert!(scene.data.len() <= 60 * 17);
    assert!(scene.caption.subtitle.contains("60 of 214"), "{}", scene.caption.subtitle);
    let missing: f64 = scene.table.rows.iter().filter_map(|row| number(row.last()?)).sum();
    let expected: u32 = map.by_evaluator.iter().map(|cell| cell.expected - cell.scored).sum();
    assert_eq!(missing, f64::from(expected));
}

fn number(cell: &TableCell) -> Option<f64> {
    match cell {
        TableCell::Number { value, .. } => Some(*value),
        _ => None,
    }
}

#[test]
fn nothing_to_draw_is_a_sentence_and_short_lists_do_not_panic() {
    for (_, chart) in CHARTS {
        assert_sentence(&draw(chart, &MissingMap::default(), Language::En, 308.0), "No score passes");
        let mut cut = map(3, 4, 1);
        cut.by_indicator.truncate(2);
        cut.by_evaluator.truncate(2);
        for width in [0.0, 308.0, f64::NAN] {
            draw(chart, &cut, Language::Zh, width);
        }
    }
}
