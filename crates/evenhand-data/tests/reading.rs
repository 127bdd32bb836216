//! Delimiters, quotes, line ends, byte-order marks and row numbers.
mod common;

use common::{CLEAN, INDICATORS, counts, loaded, problems, try_load};
use evenhand_data::{DEFAULT_INDICATOR, DEFAULT_ROUND};
use evenhand_protocol::ProblemCode;

/// A text in another form gives the same table as the clean one.
#[track_caller]
fn same_as_clean(text: &str) {
    let expected = loaded(&[("scores.csv", CLEAN), INDICATORS]);
    let found = loaded(&[("scores.csv", text), INDICATORS]);
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn the_form_does_not_matter() {
    for delimiter in [";", "\t", "|"] {
        same_as_clean(&CLEAN.replace(',', delimiter));
    }
    same_as_clean(&format!("\u{feff}{CLEAN}"));
    same_as_clean(&CLEAN.replace('\n', "\r\n"));
    same_as_clean(CLEAN.trim_end());
    same_as_clean(&format!("{CLEAN}\r\n\n\n"));
    same_as_clean(&format!("{CLEAN},,,,\n ,, ,,\n,,,,"));
    same_as_clean(&CLEAN.replace("care", "\"care\"").replace("P1", " P1\u{3000}"));
    same_as_clean(&CLEAN.replace("6.5", "６．５"));
    same_as_clean(&CLEAN.replace(',', ";").replace("6.5", "6,5"));
    same_as_clean(&CLEAN.replace("6.5", "\"6,5\""));
    same_as_clean(&CLEAN.replace("round,provider", " Round ,PROVIDER"));
}

#[test]
fn blank_lines_count_as_rows_but_are_none() {
    let text = format!("\n\n{}1,P1,care,E3,\n", CLEAN.replacen("1,P1,staff,E1", "\n   \n1,P1,staff,E1", 1));
    let table = loaded(&[("scores.csv", &text), INDICATORS]);
    assert_eq!(table.table.len(), 4);
    assert_eq!(table.loaded.quality.rows_read, 5);
    assert_eq!(problems(&table, ProblemCode::MissingScore)[0].place.row, Some(10));
}

#[test]
fn quoted_cells_hold_delimiters_quotes_and_line_ends() {
    let text = "round,provider,indicator,evaluator,note,score\n\
        1,\"P, one\",\"a \"\"b\"\"\",E1,\"two\nlines, \"\"quoted\"\"\",7\r\n\
        1,\"P, one\",\"a \"\"b\"\"\",E2,\"\r\n\r\n\",8\r\n\
        1,\"P, one\",\"a \"\"b\"\"\",E3,,bad\r\n";
    let table = loaded(&[("scores.csv", text)]);
    let metadata = table.table.metadata();
    assert_eq!(metadata.providers[0].id, "P, one");
    assert_eq!(metadata.indicators[0].id, "a \"b\"");
    assert_eq!(table.table.score(), [7.0, 8.0]);
    assert_eq!(problems(&table, ProblemCode::NotANumber)[0].place.row, Some(4));
}

#[test]
fn loose_quotes_are_plain_characters() {
    let text = "round,provider,indicator,evaluator,score\n\
        1,5\" pipe,care,E1,7\n1,5\" pipe,care,E2,8\n1,\"5\" pipe,care,E3,8\n";
    let table = loaded(&[("scores.csv", text)]);
    let providers: Vec<_> =
        table.table.metadata().providers.iter().map(|provider| provider.id.as_str()).collect();
    assert_eq!(providers, ["5\" pipe", "\"5\" pipe"]);
    assert_eq!(table.table.len(), 3);
}

#[test]
fn texts_that_look_compressed_are_read() {
    // The first two characters of the first row are those of a zlib stream.
    let text = "provider,evaluator,score\nx^2,E1,1\nx^2,E2,2\n";
    assert_eq!(loaded(&[("scores.csv", text)]).table.len(), 2);
}

#[test]
fn headers_may_repeat_and_be_empty() {
    let text = "score,provider,,provider,evaluator,score,\n1,P1,x,Q1,E1,9,\n2,P1,x,Q2,E2,9,\n";
    let table = loaded(&[("scores.csv", text)]);
    assert_eq!(table.table.score(), [1.0, 2.0]);
    assert_eq!(table.table.metadata().providers[0].id, "P1");
}

#[test]
fn columns_may_come_in_any_order() {
    let text = "score,evaluator,indicator,provider,round\n7,E1,care,P1,1\n8,E1,staff,P1,1\n\
        6.5,E2,care,P1,1\n9,E2,staff,P1,1\n";
    same_as_clean(text);
}

#[test]
fn missing_columns_have_defaults() {
    let table = loaded(&[("scores.csv", "provider,evaluator,score\nP1,E1,3\nP1,E2,5\n")]);
    let summary = &table.loaded.summary;
    assert_eq!((summary.rounds.len(), summary.rounds[0].id.as_str()), (1, DEFAULT_ROUND));
    assert_eq!((summary.indicators.len(), summary.indicators[0].id.as_str()), (1, DEFAULT_INDICATOR));
    assert!(!summary.has_occasions);
    assert_eq!(table.table.metadata().occasions, [""]);
    assert_eq!(table.table.metadata().sources, [""]);
}

#[test]
fn occasions_and_sources_are_told_apart() {
    let text = "provider,evaluator,visit,source,score\nP1,E1,am,expert,3\nP1,E1,pm,expert,4\nP1,E1,,,5\n\
        P1,E2,am,expert,3\nP1,E2,pm,user,2\nP1,E2,,,5\n";
    let table = loaded(&[("scores.csv", text)]);
    assert_eq!(table.table.metadata().occasions, ["", "am", "pm"]);
    assert_eq!(table.table.metadata().sources, ["", "expert", "user"]);
    assert!(table.loaded.summary.has_occasions);
    assert_eq!(table.loaded.summary.n_score_sheets, 6);
    assert_eq!(counts(&table), [(ProblemCode::ScaleGuessed, 1)]);
}

#[test]
fn files_of_several_parts() {
    // More than two parts of 8 MiB, with quoted line ends, a loose quote and a blank line somewhere.
    let mut text = String::from("round,provider,indicator,evaluator,note,score\n");
    let filler = "x".repeat(2000);
    for k in 0..10_000 {
        let note = if k == 6000 { "5\" pipe".to_owned() } else { format!("\"{filler}\n\"") };
        text.push_str(&format!("1,P{},care,E{},{note},{}\n", k / 2, k % 2, k % 11));
    }
    text.push_str("\n1,P0,care,E7,,bad\n");
    let table = loaded(&[("scores.csv", &text), INDICATORS]);
    assert_eq!(table.table.len(), 10_000);
    assert_eq!(problems(&table, ProblemCode::NotANumber)[0].place.row, Some(10_003));
    assert_eq!(table.table.metadata().providers.len(), 5000);
}

#[test]
fn previews_of_a_cut_head_still_load() {
    let mut text = CLEAN.replace("P1", "机构一");
    while text.len() < 300_000 {
        let k = text.len();
        text.push_str(&format!("1,机构{k},care,E1,7\n1,机构{k},care,E2,8\n"));
    }
    assert_eq!(try_load(&[("scores.csv", &text), INDICATORS]).unwrap().loaded.quality.counts, []);
}
