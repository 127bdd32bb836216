//! The same scores laid out in different ways give the same table, cell for cell.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::collections::BTreeMap;

use common::{loaded, plan};
use evenhand_data::LoadedTable;
use evenhand_protocol::{AcrossReason, ConstantSource, Field, GuessReason, ProblemCode, Shape, TableKind};
use proptest::collection::vec;
use proptest::prelude::*;

/// Round, provider, evaluator, indicator.
type Key = [String; 4];
/// Tenths of points by key.
type Scores = BTreeMap<Key, u32>;

const NAMES: [&str; 4] = ["round", "provider", "evaluator", "indicator"];

fn id(field: usize, index: usize) -> String {
    const INDICATORS: [&str; 4] = ["care", "staff", "access", "safety"];
    match field {
        0 => format!("R{}", index + 1),
        1 => format!("P{}", index * 7 + 1),
        2 => format!("E{}", index * 5 + 3),
        _ => INDICATORS[index].to_owned(),
    }
}

fn text(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A table with three or four of everything and some holes.
fn scores() -> impl Strategy<Value = Scores> {
    let sizes = (2usize..4, 3usize..5, 2usize..5, 2usize..5);
    (sizes, vec(proptest::option::weighted(0.9, 0u32..=100), 256)).prop_map(|((r, p, e, i), values)| {
        let mut scores = Scores::new();
        let mut values = values.into_iter();
        for round in 0..r {
            for provider in 0..p {
                for evaluator in 0..e {
                    for indicator in 0..i {
                        let key = [(0, round), (1, provider), (2, evaluator), (3, indicator)];
                        if let Some(value) = values.next().flatten() {
                            scores.insert(key.map(|(field, index)| id(field, index)), value);
                        }
                    }
                }
            }
        }
        scores
    })
}

fn ids(scores: &Scores, field: usize) -> Vec<String> {
    let mut ids: Vec<String> = scores.keys().map(|key| key[field].clone()).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// One score a row, without the column of one field where `without` names it.
fn long(scores: &Scores, without: Option<usize>) -> String {
    let kept = |field: &usize| Some(*field) != without;
    let names: Vec<&str> = (0..4).filter(kept).map(|field| NAMES[field]).collect();
    let mut csv = format!("{},score\n", names.join(","));
    for (key, value) in scores {
        let cells: Vec<&str> = (0..4).filter(kept).map(|field| key[field].as_str()).collect();
        csv.push_str(&format!("{},{}\n", cells.join(","), text(*value)));
    }
    csv
}

/// One column for each id of a field.
fn wide(scores: &Scores, across: usize) -> String {
    let rest: Vec<usize> = (0..4).filter(|field| *field != across).collect();
    let columns = ids(scores, across);
    let names: Vec<&str> = rest.iter().map(|field| NAMES[*field]).collect();
    let mut rows: BTreeMap<Vec<&str>, BTreeMap<&str, u32>> = BTreeMap::new();
    for (key, value) in scores {
        let row = rest.iter().map(|field| key[*field].as_str()).collect();
        rows.entry(row).or_default().insert(&key[across], *value);
    }
    let mut csv = format!("{},{}\n", names.join(","), columns.join(","));
    for (row, values) in rows {
        let cells: Vec<String> = columns
            .iter()
            .map(|id| values.get(id.as_str()).map(|value| text(*value)).unwrap_or_default())
            .collect();
        csv.push_str(&format!("{},{}\n", row.join(","), cells.join(",")));
    }
    csv
}

/// The scores with one id of a field.
fn part(scores: &Scores, field: usize, id: &str) -> Scores {
    scores.iter().filter(|(key, _)| key[field] == id).map(|(key, value)| (key.clone(), *value)).collect()
}

#[track_caller]
fn same(found: &LoadedTable, expected: &LoadedTable, what: &str) {
    assert_eq!(found.table, expected.table, "{what}");
    assert_eq!(found.loaded.summary.n_score_sheets, expected.loaded.summary.n_score_sheets, "{what}");
}

fn in_files(
    scores: &Scores,
    field: usize,
    name: impl Fn(&str) -> String,
    wide_across: Option<usize>,
) -> LoadedTable {
    let texts: Vec<(String, String)> = ids(scores, field)
        .into_iter()
        .map(|id| {
            let part = part(scores, field, &id);
            let text = match wide_across {
                Some(across) => wide(&part, across)
                    .replace(&format!("{},", NAMES[field]), "")
                    .replace(&format!("\n{id},"), "\n"),
                None => long(&part, Some(field)),
            };
            (name(&id), text)
        })
        .collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    loaded(&files)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_layout_does_not_matter(scores in scores()) {
        prop_assume!((0..4).all(|field| ids(&scores, field).len() > 1));
        let expected = loaded(&[("scores.csv", &long(&scores, None))]);
        prop_assert_eq!(expected.table.len(), scores.len());
        for (across, name) in [(3, "indicator"), (2, "evaluator"), (0, "round")] {
            same(&loaded(&[("scores.csv", &wide(&scores, across))]), &expected, name);
        }
        let blocks: String = ids(&scores, 0)
            .iter()
            .map(|id| format!("Scores of {id}\n{}\n\n", long(&part(&scores, 0, id), Some(0))))
            .collect();
        same(&loaded(&[("scores.csv", &blocks)]), &expected, "a block per round");
        let blocks: String = ids(&scores, 2)
            .iter()
            .map(|id| format!("Evaluator: {id}\n{}\n\n", long(&part(&scores, 2, id), Some(2))))
            .collect();
        same(&loaded(&[("scores.csv", &blocks)]), &expected, "a block per evaluator");
        same(&in_files(&scores, 0, |id| format!("scores {id}.csv"), None), &expected, "a file per round");
        same(&in_files(&scores, 2, |id| format!("scores_{id}.csv"), None), &expected, "a file per evaluator");
    }
}

#[test]
fn wide_by_indicator_is_explained() {
    let csv = "机构,评委,态度,专业,响应\n甲,张,7,8,9\n甲,李,6,8.5,10\n乙,张,5,,7\n";
    let plan = plan(&[("得分.csv", csv)]);
    let table = &plan.tables[0];
    assert_eq!(table.shape, Shape::Wide { across: Field::Indicator });
    let because = AcrossReason::Remaining;
    let reason =
        GuessReason::ScoreColumns { count: 3, min: 5.0, max: 10.0, across: Field::Indicator, because };
    assert_eq!(table.reasons, [reason]);
    let loaded = loaded(&[("得分.csv", csv)]);
    assert_eq!(loaded.table.len(), 8);
    let missing = common::only(&loaded, ProblemCode::MissingScore);
    assert_eq!((missing.place.row, missing.place.column.as_deref()), (Some(4), Some("专业")));
    assert_eq!(missing.action, evenhand_protocol::Action::SetMissing);
}

#[test]
fn two_header_rows_give_dimensions() {
    let csv = "2024年第一轮评估得分表,,,,,\n机构,评委,服务,,管理,\n,,态度,专业,制度,档案\n甲,张,1,2,3,4\n甲,李,2,3,4,5\n";
    let loaded = loaded(&[("a.csv", csv)]);
    let metadata = loaded.table.metadata();
    let indicators: Vec<(&str, Option<&str>)> =
        metadata.indicators.iter().map(|info| (info.id.as_str(), info.dimension.as_deref())).collect();
    let mut expected =
        [("态度", Some("服务")), ("专业", Some("服务")), ("制度", Some("管理")), ("档案", Some("管理"))];
    expected.sort();
    assert_eq!(indicators, expected);
    assert_eq!(metadata.rounds[0].id, "2024年第一轮");
    let constant = common::only(&loaded, ProblemCode::ConstantGuessed);
    assert_eq!(constant.found, "2024年第一轮");
}

#[test]
fn evaluators_of_a_table_are_known_in_headers() {
    let wide = "机构,张三,李四,王五\n甲,7,8,9\n乙,6,8,\n";
    let plan = plan(&[("得分.csv", wide), ("评估员.csv", "评估员,职称\n张三,高级\n李四,中级\n王五,中级\n")]);
    assert_eq!(plan.tables[0].shape, Shape::Wide { across: Field::Evaluator });
    let numbered = "机构,评委1,评委2,平均分\n甲,7,8,7.5\n乙,6,8,7\n";
    let loaded = loaded(&[("得分.csv", numbered)]);
    assert_eq!(loaded.table.len(), 4);
    assert_eq!(common::counts(&loaded), [(ProblemCode::ScaleGuessed, 1)]);
}

#[test]
fn totals_are_left_out_and_checked() {
    let csv = "provider,evaluator,care,staff,access,total\nP1,E1,7,8,9,24\nP1,E2,6,7,8,21\nP2,E1,5,5,6,16\nP2,E2,5,9,6,26\n\
        average,,5.75,7.25,7.25,21.75\n";
    let loaded = loaded(&[("scores.csv", csv)]);
    assert_eq!(loaded.table.len(), 12);
    let wrong = common::only(&loaded, ProblemCode::ImpossibleTotal);
    assert_eq!(
        (wrong.found.as_str(), wrong.place.row, wrong.place.column.as_deref()),
        ("26", Some(5), Some("total"))
    );
    let rule = evenhand_protocol::TotalRule::Sum;
    assert_eq!(wrong.expected, evenhand_protocol::Expected::TotalOf { rule, value: 20.0 });
    let row = common::only(&loaded, ProblemCode::TotalRow);
    assert_eq!((row.found.as_str(), row.place.row), ("average", Some(6)));
}

#[test]
fn total_rows_of_long_tables() {
    let csv = format!("{}1,合计,care,E1,70\n1,P1,Total,E1,15\n", common::CLEAN);
    let loaded = loaded(&[("scores.csv", &csv), common::INDICATORS]);
    assert_eq!(loaded.table.len(), 4);
    assert_eq!(common::counts(&loaded), [(ProblemCode::TotalRow, 2)]);
}

#[test]
fn metadata_in_numbers_is_no_wide_table() {
    let providers = ("providers.csv", "provider,category,level,staff\nP1,home,3,20\nP2,day,4,30\n");
    let plan = plan(&[("scores.csv", common::CLEAN), providers]);
    assert_eq!(plan.tables[1].kind, TableKind::Providers);
}

#[test]
fn constants_may_be_set_by_hand() {
    let csv = "provider,care,staff\nP1,1,2\nP2,3,4\n";
    let mut plan = evenhand_protocol::LoadPlan::of(
        common::previews(&[("scores.csv", csv.as_bytes())])
            .into_iter()
            .map(|preview| preview.mapping)
            .collect(),
    );
    let table = &mut plan.tables[0];
    table.constants = vec![
        evenhand_protocol::Constant {
            field: Field::Evaluator,
            value: "E1".into(),
            from: ConstantSource::ByHand,
        },
        evenhand_protocol::Constant { field: Field::Round, value: "R7".into(), from: ConstantSource::ByHand },
    ];
    let loaded = common::loaded_by(&plan, &[("scores.csv", csv)]);
    assert_eq!(loaded.table.len(), 4);
    assert_eq!(loaded.table.metadata().rounds[0].id, "R7");
    assert!(common::problems(&loaded, ProblemCode::ConstantGuessed).is_empty());
}
