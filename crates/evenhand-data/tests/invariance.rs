//! The order of rows, of columns and of files changes no answer.
mod common;

use common::loaded;
use evenhand_data::LoadedTable;
use proptest::prelude::*;

const HEADER: &str = "round,provider,indicator,evaluator,score\n";

/// Distinct score sheet cells, so that no row is a duplicate of which the first is kept.
fn rows() -> Vec<String> {
    let mut rows = Vec::new();
    for round in ["2", "10", "1"] {
        for provider in ["B", "A10", "A9", "甲"] {
            for (k, evaluator) in ["E3", "E1", "E20"].iter().enumerate() {
                for (j, indicator) in ["staff", "care"].iter().enumerate() {
                    rows.push(format!("{round},{provider},{indicator},{evaluator},{}", 1 + 2 * k + j));
                }
            }
        }
    }
    rows.push("1,A9,care,E7,".to_owned());
    rows.push("1,,care,E7,3".to_owned());
    rows
}

fn load(rows: &[String], metadata: &[(&str, &str)]) -> LoadedTable {
    let text = format!("{HEADER}{}\n", rows.join("\n"));
    let mut files = vec![("scores.csv", text.as_str())];
    files.extend_from_slice(metadata);
    loaded(&files)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_rows_does_not_matter(shuffled in Just(rows()).prop_shuffle()) {
        let expected = load(&rows(), &[]);
        let found = load(&shuffled, &[]);
        prop_assert_eq!(found.table, expected.table);
        prop_assert_eq!(found.loaded.summary, expected.loaded.summary);
        prop_assert_eq!(found.loaded.quality.counts, expected.loaded.quality.counts);
    }

    #[test]
    fn the_order_of_metadata_rows_does_not_matter(
        shuffled in Just(vec!["E1,X", "E3,Y", "E20,", "E7,X"]).prop_shuffle(),
        rounds in Just(vec!["1,3", "2,2", "10,1"]).prop_shuffle(),
    ) {
        let expected = load(&rows(), &[
            ("rounds.csv", "round,order\n1,3\n2,2\n10,1\n"),
            ("evaluators.csv", "evaluator,affiliation\nE1,X\nE3,Y\nE20,\nE7,X\n"),
        ]);
        let found = load(&rows(), &[
            ("evaluators.csv", &format!("evaluator,affiliation\n{}\n", shuffled.join("\n"))),
            ("rounds.csv", &format!("round,order\n{}\n", rounds.join("\n"))),
        ]);
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn one_file_or_two_is_the_same(shuffled in Just(rows()).prop_shuffle(), cut in 1usize..70) {
        let (first, second) = shuffled.split_at(cut);
        let second = format!("{HEADER}{}\n", second.join("\n"));
        let found = load(first, &[("more scores.csv", &second)]);
        prop_assert_eq!(found.table, load(&rows(), &[]).table);
    }
}
