//! What the cells of score columns may hold.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{counts, loaded, loaded_by, only, plan, problems};
use evenhand_data::LoadedTable;
use evenhand_protocol::{Action, Choice, DecimalMark, Expected, ProblemCode};

/// A long table with these scores of one indicator, given by one evaluator to one provider each.
fn with_scores(scores: &[&str], delimiter: char, max: Option<&str>) -> LoadedTable {
    let rows: String = scores
        .iter()
        .enumerate()
        .map(|(k, score)| format!("P{k},E1,\"{score}\"\nP{k},E2,\"{score}\"\n"))
        .collect();
    let text = format!("provider,evaluator,score\n{rows}")
        .replace("\",", "\"~")
        .replace(',', &delimiter.to_string())
        .replace('~', ",");
    let text = if delimiter == ',' { text } else { quoted_commas(&text, scores, delimiter) };
    let indicators = max.map(|max| format!("indicator,min,max\nscore,0,{max}\n"));
    let mut files = vec![("scores.csv", text.as_str())];
    files.extend(indicators.as_deref().map(|text| ("indicators.csv", text)));
    loaded(&files)
}

fn quoted_commas(_: &str, scores: &[&str], delimiter: char) -> String {
    let d = delimiter;
    let rows: String = scores
        .iter()
        .enumerate()
        .map(|(k, score)| format!("P{k}{d}E1{d}\"{score}\"\nP{k}{d}E2{d}\"{score}\"\n"))
        .collect();
    format!("provider{d}evaluator{d}score\n{rows}")
}

#[track_caller]
fn check(scores: &[&str], max: Option<&str>, expected: &[f64]) -> LoadedTable {
    let table = with_scores(scores, ';', max);
    let found: Vec<f64> = table.table.score().chunks(2).map(|pair| pair[0]).collect();
    assert_eq!(found, expected, "{scores:?}");
    table
}

#[test]
fn thousands_and_decimals() {
    check(&["1,250.5", "980", "2,000"], None, &[1250.5, 980.0, 2000.0]);
    check(&["7,25", "8,5", "9"], None, &[7.25, 8.5, 9.0]);
    check(&["7,250", "8", "9"], None, &[7.25, 8.0, 9.0]);
    check(&["7,250", "8,5", "1.250"], None, &[7.25, 8.5, 1250.0]);
    check(&["1,250", "850", "990.5"], None, &[1250.0, 850.0, 990.5]);
    check(&["８５", "９０．５", "７"], None, &[85.0, 90.5, 7.0]);
    let plan = plan(&[("scores.csv", "provider;evaluator;score\nP;E;7,5\nP;F;8\n")]);
    assert_eq!(plan.tables[0].values.decimal, DecimalMark::Comma);
}

#[test]
fn percentages() {
    check(&["85%", "90%"], None, &[85.0, 90.0]);
    check(&["85%", "90％"], Some("100"), &[85.0, 90.0]);
    check(&["50%", "0.25", "1"], None, &[0.5, 0.25, 1.0]);
    check(&["85%", "72", "64"], None, &[85.0, 72.0, 64.0]);
    let table = check(&["50%", "7", "6"], Some("10"), &[5.0, 7.0, 6.0]);
    let told = only(&table, ProblemCode::ConvertedValue);
    assert_eq!((told.found.as_str(), told.action), ("50%", Action::Converted));
    assert_eq!(told.expected, Expected::ReadAs { value: 5.0, cells: 2 });
}

#[test]
fn fractions() {
    check(&["85/100", "90/100"], None, &[85.0, 90.0]);
    check(&["4/5", "3/5"], None, &[4.0, 3.0]);
    check(&["4/5", "9/10"], None, &[80.0, 90.0]);
    check(&["85/100", "7"], Some("10"), &[8.5, 7.0]);
}

#[test]
fn units() {
    let table = check(&["85分", "90.5 分", "8"], None, &[85.0, 90.5, 8.0]);
    assert_eq!(
        only(&table, ProblemCode::ConvertedValue).expected,
        Expected::ReadAs { value: 85.0, cells: 4 }
    );
    check(&["8.5 pts", "9 points"], None, &[8.5, 9.0]);
}

#[test]
fn words_are_proposed_told_and_confirmed() {
    let text = "机构,评委,得分\n甲,张,优秀\n甲,李,合格\n乙,张,不合格\n乙,李,良好\n";
    let table = loaded(&[("得分.csv", text)]);
    let mut scores = table.table.score().to_vec();
    scores.sort_by(f64::total_cmp);
    assert_eq!(scores, [1.0, 2.0, 3.0, 4.0]);
    let told = problems(&table, ProblemCode::WordsGuessed);
    assert_eq!(told.len(), 4);
    assert_eq!((told[0].found.as_str(), told[0].action), ("优秀", Action::Guessed));
    assert_eq!(told[0].expected, Expected::ReadAs { value: 4.0, cells: 1 });

    let mut plan = plan(&[("得分.csv", text)]);
    for word in &mut plan.tables[0].values.words {
        word.confirmed = true;
        word.value = word.value.map(|value| value * 10.0);
    }
    let table = loaded_by(&plan, &[("得分.csv", text)]);
    assert!(problems(&table, ProblemCode::WordsGuessed).is_empty());
    assert_eq!(table.table.score().iter().sum::<f64>(), 100.0);

    plan.tables[0]
        .values
        .words
        .iter_mut()
        .for_each(|word| word.confirmed = word.word == "优秀" || word.word == "合格");
    plan.choices = vec![Choice { code: ProblemCode::WordsGuessed, action: Action::RowLeftOut }];
    let table = loaded_by(&plan, &[("得分.csv", text)]);
    assert_eq!(table.table.len(), 2);
    assert_eq!(table.loaded.quality.choices, plan.choices);
}

#[test]
fn words_for_missing_scores_are_counted() {
    let table = with_scores(&["7", "缺考", "-", "N/A", "弃权", "缺考", "8"], ';', Some("10"));
    assert_eq!(counts(&table), [(ProblemCode::MissingScore, 10)]);
    let found = &table.loaded.quality.counts[0].found;
    assert_eq!((found[0].found.as_str(), found[0].count), ("缺考", 4));
    assert_eq!(found.len(), 4);
    assert_eq!(table.table.len(), 4);
}

#[test]
fn missing_words_are_the_plan_s() {
    let text = "provider,evaluator,score\nP1,E1,0\nP1,E2,7\nP2,E1,8\nP2,E2,x\n";
    let mut plan = plan(&[("scores.csv", text)]);
    plan.tables[0].values.missing = vec!["x".into()];
    let table = loaded_by(&plan, &[("scores.csv", text)]);
    assert_eq!(only(&table, ProblemCode::MissingScore).found, "x");
}
