//! Metadata tables: what is joined, in which order, and what is guessed where they are blank or wrong.
mod common;

use common::{CLEAN, counts, loaded, only, problems};
use evenhand_data::LoadedTable;
use evenhand_protocol::{
    Action, Direction, Expected, ProblemCode, RoundInfo, ScaleSource, ScoreScale, TableKind,
};

fn with_indicators(indicators: &str) -> LoadedTable {
    loaded(&[("scores.csv", CLEAN), ("indicators.csv", indicators)])
}

#[test]
fn all_tables_are_joined_by_id() {
    let scores = "轮次,机构,指标,评估员,得分\n一,甲社,专业,张,8\n一,甲社,专业,李,7\n一,乙社,专业,张,6\n一,乙社,专业,李,9\n";
    let table = loaded(&[
        ("得分.csv", scores),
        ("轮次.csv", "轮次,顺序,说明,月份\n一,1,第一轮,2026-03\n"),
        (
            "机构.csv",
            "机构,名称,类别,所属单位\n甲社,甲社会工作服务中心,养老,市局\n乙社,,儿童,\n丙社,无分,助残,\n",
        ),
        ("指标.csv", "指标,维度,权重,最低分,满分,步长,方向\n专业,服务,20%,0,10,1,正向\n"),
        ("评估员.csv", "评估员,姓名,所属单位,职称\n张,张三,大学,高级\n李,,市局,\n"),
    ]);
    assert_eq!(counts(&table), []);
    let summary = &table.loaded.summary;
    let round = RoundInfo { id: "一".into(), label: Some("第一轮".into()), date: Some("2026-03".into()) };
    assert_eq!(summary.rounds, [round]);
    assert_eq!(summary.providers.len(), 2, "a provider without scores is dropped");
    let first = summary.providers.iter().find(|provider| provider.id == "甲社").unwrap();
    assert_eq!(first.label.as_deref(), Some("甲社会工作服务中心"));
    assert_eq!((first.category.as_deref(), first.affiliation.as_deref()), (Some("养老"), Some("市局")));
    assert_eq!(summary.categories, ["儿童", "养老"]);
    let indicator = &summary.indicators[0];
    assert_eq!((indicator.min, indicator.max, indicator.step, indicator.weight), (0.0, 10.0, Some(1.0), 0.2));
    assert_eq!(indicator.scale_source, ScaleSource::Given);
    assert_eq!(indicator.dimension.as_deref(), Some("服务"));
    let evaluator = summary.evaluators.iter().find(|evaluator| evaluator.id == "张").unwrap();
    assert_eq!(evaluator.label.as_deref(), Some("张三"));
    assert_eq!(
        (evaluator.affiliation.as_deref(), evaluator.qualification.as_deref()),
        (Some("大学"), Some("高级"))
    );
    assert_eq!(summary.scale, ScoreScale::Points { min: 0.0, max: 10.0 });
    assert_eq!(&summary.indicators, &table.table.metadata().indicators);
}

/// Rounds named in the scores, in this order, and the order they get.
#[track_caller]
fn check_rounds(rounds: Option<&str>, ids: &[&str], expected: &[&str]) {
    let rows: String = ids.iter().map(|id| format!("{id},P,E1,1\n{id},P,E2,2\n")).collect();
    let scores = format!("round,provider,evaluator,score\n{rows}");
    let mut files = vec![("scores.csv", scores.as_str())];
    files.extend(rounds.map(|text| ("rounds.csv", text)));
    let table = loaded(&files);
    let found: Vec<_> = table.loaded.summary.rounds.iter().map(|round| round.id.as_str()).collect();
    assert_eq!(found, expected);
}

#[test]
fn order_of_rounds() {
    check_rounds(None, &["R10", "R2", "R1"], &["R1", "R2", "R10"]);
    check_rounds(
        Some("round,order\nspring,2\nautumn,10\nwinter,1\n"),
        &["autumn", "spring", "winter"],
        &["winter", "spring", "autumn"],
    );
    check_rounds(Some("round,order\nb,1\n"), &["a", "b", "c"], &["b", "a", "c"]);
    check_rounds(
        Some("round,month\nspring,2026-3\nautumn,2025-10\n"),
        &["spring", "autumn"],
        &["autumn", "spring"],
    );
    // Dates that do not start with the year are not understood.
    check_rounds(Some("round,month\nb,12/2024\na,01/2025\n"), &["b", "a"], &["a", "b"]);
    check_rounds(Some("round,month\nb,2024-01\na,\n"), &["b", "a"], &["a", "b"]);
}

#[test]
fn order_of_the_others() {
    let scores = "provider,evaluator,indicator,score\nP10,E2,z,1\nP9,E10,a,2\nP9,E2,m,3\nP10,E10,b,3\n";
    let table = loaded(&[("scores.csv", scores), ("indicators.csv", "indicator,min,max\nz,0,5\nm,0,5\n")]);
    let summary = &table.loaded.summary;
    let providers: Vec<_> = summary.providers.iter().map(|info| info.id.as_str()).collect();
    let evaluators: Vec<_> = summary.evaluators.iter().map(|info| info.id.as_str()).collect();
    let indicators: Vec<_> = summary.indicators.iter().map(|info| info.id.as_str()).collect();
    assert_eq!(providers, ["P9", "P10"]);
    assert_eq!(evaluators, ["E2", "E10"]);
    assert_eq!(indicators, ["z", "m", "a", "b"]);
}

#[test]
fn a_guessed_scale_is_said_once_where_it_is_common() {
    let table = loaded(&[("scores.csv", CLEAN)]);
    assert_eq!(counts(&table), [(ProblemCode::ScaleGuessed, 1)]);
    let problem = &problems(&table, ProblemCode::ScaleGuessed)[0];
    assert_eq!((problem.found.as_str(), problem.action), ("", Action::Guessed));
    assert_eq!(problem.expected, Expected::GivenScale);
    let indicators = &table.loaded.summary.indicators;
    assert!(indicators.iter().all(|info| (info.min, info.max) == (0.0, 10.0)));
    assert!(indicators.iter().all(|info| info.scale_source == ScaleSource::Guessed && info.weight == 1.0));
    assert_eq!(table.loaded.summary.scale, ScoreScale::Points { min: 0.0, max: 10.0 });
}

#[test]
fn guessed_scales_that_differ_are_named() {
    let scores = "provider,evaluator,indicator,score\nP,E1,big,85\nP,E2,big,60\nP,E1,small,4\nP,E2,small,2\n";
    let table = loaded(&[("scores.csv", scores)]);
    let found: Vec<_> =
        problems(&table, ProblemCode::ScaleGuessed).into_iter().map(|problem| problem.found).collect();
    assert_eq!(found, ["big", "small"]);
    assert_eq!(table.loaded.summary.scale, ScoreScale::Normalised);
    let half = with_indicators("indicator,min,max\ncare,0,10\n");
    assert_eq!(problems(&half, ProblemCode::ScaleGuessed)[0].found, "staff");
}

#[test]
fn half_a_scale_is_kept() {
    let table = with_indicators("指标,满分\ncare,20\nstaff,8\n");
    let ends: Vec<_> = table.loaded.summary.indicators.iter().map(|info| (info.min, info.max)).collect();
    assert_eq!(ends, [(0.0, 20.0), (0.0, 8.0)]);
    let left_out = only(&table, ProblemCode::OutOfRange);
    assert_eq!((left_out.found.as_str(), left_out.place.row), ("9", Some(5)));
}

/// One row of the indicators table with something that cannot be meant.
#[track_caller]
fn check_cell(header: &str, row: &str, code: ProblemCode, column: &str, found: &str) -> LoadedTable {
    let table =
        with_indicators(&format!("{header}\nstaff{}\n{row}\n", ",".repeat(header.matches(',').count())));
    let problem = only(&table, code);
    assert_eq!((problem.place.file.as_str(), problem.place.row), ("indicators.csv", Some(3)));
    assert_eq!(problem.place.column.as_deref(), Some(column));
    assert_eq!((problem.found.as_str(), problem.action), (found, Action::Guessed));
    assert_eq!(table.table.len(), 4);
    table
}

#[test]
fn cells_that_cannot_be_meant_are_guessed() {
    let table = check_cell("indicator,weight", "care,much", ProblemCode::NotANumber, "weight", "much");
    assert_eq!(table.loaded.summary.indicators[1].weight, 1.0);
    let table = check_cell("indicator,weight", "care,-2", ProblemCode::OutOfRange, "weight", "-2");
    assert_eq!(table.loaded.summary.indicators[1].weight, 1.0);
    let table = check_cell("indicator,step", "care,0", ProblemCode::OutOfRange, "step", "0");
    assert_eq!(table.loaded.summary.indicators[1].step, None);
    let table = check_cell("indicator,min,max", "care,10,1", ProblemCode::OutOfRange, "max", "1");
    let care = &table.loaded.summary.indicators[1];
    assert_eq!((care.min, care.max, care.scale_source), (0.0, 10.0, ScaleSource::Guessed));
    check_cell("indicator,min,max", "care,0,ten", ProblemCode::NotANumber, "max", "ten");
    let table = check_cell(
        "indicator,direction",
        "care,sideways",
        ProblemCode::UnknownDirection,
        "direction",
        "sideways",
    );
    assert_eq!(table.loaded.summary.indicators[1].direction, Direction::Higher);
}

#[test]
fn directions_are_read() {
    let table = with_indicators("indicator,min,max,direction\ncare,0,10,lower\nstaff,0,10,越高越好\n");
    assert_eq!(counts(&table), []);
    let directions: Vec<_> = table.loaded.summary.indicators.iter().map(|info| info.direction).collect();
    assert_eq!(directions, [Direction::Lower, Direction::Higher]);
    assert_eq!(table.loaded.summary.scale, ScoreScale::Normalised);
}

#[test]
fn metadata_ids_twice_or_blank() {
    let table = loaded(&[
        ("scores.csv", CLEAN),
        common::INDICATORS,
        ("evaluators.csv", "evaluator,affiliation\nE1,A\nE2,B\nE1,C\n,D\n,\n"),
    ]);
    let twice = only(&table, ProblemCode::DuplicateId);
    assert_eq!((twice.found.as_str(), twice.place.row), ("E1", Some(4)));
    assert_eq!((twice.expected, twice.action), (Expected::UniqueId { first_row: 2 }, Action::FirstKept));
    let blank = only(&table, ProblemCode::MissingId);
    assert_eq!((blank.place.row, blank.place.file.as_str()), (Some(5), "evaluators.csv"));
    assert_eq!(table.loaded.summary.evaluators[0].affiliation.as_deref(), Some("A"));
    assert_eq!(table.loaded.quality.rows_read, 4, "rows of score tables only");
}

#[test]
fn a_table_may_come_before_the_scores_and_in_two_files() {
    let table = loaded(&[
        ("evaluators 1.csv", "evaluator,affiliation\nE1,A\n"),
        ("scores.csv", CLEAN),
        ("evaluators 2.csv", "evaluator;affiliation\nE2;B\n"),
        ("providers.csv", "provider,category\nP2,home\n"),
        common::INDICATORS,
    ]);
    let affiliations: Vec<_> =
        table.loaded.summary.evaluators.iter().map(|info| info.affiliation.as_deref()).collect();
    assert_eq!(affiliations, [Some("A"), Some("B")]);
    let unknown = only(&table, ProblemCode::UnknownId);
    assert_eq!((unknown.found.as_str(), unknown.place.row), ("P1", Some(2)));
    assert_eq!(unknown.expected, Expected::ListedIn { table: TableKind::Providers });
}

#[test]
fn an_order_of_rounds_by_their_names_is_told_as_a_guess() {
    let scores = |rounds: &[&str]| -> String {
        let rows = rounds.iter().map(|id| format!("{id},P,E1,1\n{id},P,E2,2\n"));
        format!("round,provider,evaluator,score\n{}", rows.collect::<String>())
    };
    let named = scores(&["spring", "autumn"]);
    let problem = only(&loaded(&[("scores.csv", &named)]), ProblemCode::RoundOrderGuessed);
    assert_eq!((problem.found.as_str(), problem.action), ("autumn, spring", Action::Guessed));
    assert_eq!(problem.expected, Expected::GivenOrder);
    // With an order or dates nothing is guessed, and names that differ in numbers only leave no doubt.
    for (scores, rounds) in [
        (&named, Some("round,order\nspring,1\nautumn,2\n")),
        (&named, Some("round,month\nspring,2026-03\nautumn,2025-10\n")),
        (&scores(&["R2", "R10"]), None),
        (&scores(&["第二轮", "第十轮"]), None),
        (&scores(&["only"]), None),
    ] {
        let mut files = vec![("scores.csv", scores.as_str())];
        files.extend(rounds.map(|text| ("rounds.csv", text)));
        assert_eq!(problems(&loaded(&files), ProblemCode::RoundOrderGuessed), [], "{files:?}");
    }
}

#[test]
fn a_missing_weight_is_the_mean_of_the_others() {
    let table = with_indicators("indicator,weight,min,max\ncare,0.25,0,10\nstaff,,0,10\n");
    let weights: Vec<f64> = table.table.metadata().indicators.iter().map(|info| info.weight).collect();
    assert_eq!(weights, [0.25, 0.25]);
    let problem = only(&table, ProblemCode::WeightGuessed);
    assert_eq!((problem.found.as_str(), problem.place.row), ("staff", Some(3)));
    // Where no weight is given at all, all are equal and nothing is guessed.
    let table = with_indicators("indicator,min,max\ncare,0,10\nstaff,0,10\n");
    assert_eq!(problems(&table, ProblemCode::WeightGuessed), []);
}
