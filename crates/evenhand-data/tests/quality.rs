//! The quality report: near duplicates, weights, suspects, coverage, design, choices, pages.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{CLEAN, INDICATORS, counts, loaded, loaded_by, only, plan, problems};
use evenhand_protocol::{
    Action, Choice, Coverage, Expected, Field, IdJoin, ProblemCode, QualityReport, actions,
};

const HEADER: &str = "round,provider,indicator,evaluator,score\n";

fn choose(code: ProblemCode, action: Action) -> Vec<Choice> {
    assert!(actions(code).contains(&action));
    vec![Choice { code, action }]
}

#[test]
fn near_duplicates_are_told_and_joined_only_when_confirmed() {
    let text = format!("{CLEAN}1,p1,care,E3,7\n1,Ｐ1,staff,E3,8\n");
    let files = [("scores.csv", text.as_str()), INDICATORS];
    let table = loaded(&files);
    let told = problems(&table, ProblemCode::NearDuplicateId);
    assert_eq!(told.len(), 2);
    assert_eq!((told[0].found.as_str(), told[0].place.row), ("p1", Some(6)));
    assert_eq!(told[0].expected, Expected::SameIdAs { field: Field::Provider, id: "P1".into() });
    assert_eq!(table.table.metadata().providers.len(), 3);

    let mut plan = plan(&files);
    let join = |from: &str| IdJoin { field: Field::Provider, from: from.into(), to: "P1".into() };
    plan.joins = vec![join("p1"), join("Ｐ1")];
    let table = loaded_by(&plan, &files);
    assert_eq!(table.table.metadata().providers.len(), 1);
    assert_eq!(table.table.len(), 6);
    assert!(problems(&table, ProblemCode::NearDuplicateId).is_empty());
}

#[test]
fn conflicting_duplicates_by_choice() {
    let text = format!("{CLEAN}1,P1,care,E1,5\n1,P1,care,E1,9\n");
    let files = [("scores.csv", text.as_str()), INDICATORS];
    for (action, first, len) in [
        (Action::FirstKept, 7.0, 4),
        (Action::LastKept, 9.0, 4),
        (Action::Averaged, 7.0, 4),
        (Action::AllLeftOut, 8.0, 3),
    ] {
        let mut plan = plan(&files);
        plan.choices = choose(ProblemCode::DuplicateConflict, action);
        let table = loaded_by(&plan, &files);
        assert_eq!((table.table.score()[0], table.table.len()), (first, len), "{action:?}");
        assert!(problems(&table, ProblemCode::DuplicateConflict).iter().all(|p| p.action == action));
        assert_eq!(table.loaded.quality.scores_kept, len as u64);
    }
}

#[test]
fn scores_off_the_scale_by_choice() {
    let text = format!("{CLEAN}1,P1,care,E3,12\n1,P1,staff,E3,7.3\n");
    let files = [("scores.csv", text.as_str()), INDICATORS];
    let mut plan = plan(&files);
    plan.choices = [
        choose(ProblemCode::OutOfRange, Action::MovedToScale),
        choose(ProblemCode::OffStep, Action::RoundedToStep),
    ]
    .concat();
    let table = loaded_by(&plan, &files);
    assert_eq!(table.table.score(), [7.0, 8.0, 6.5, 9.0, 10.0, 7.5]);
    plan.choices = choose(ProblemCode::OffStep, Action::RowLeftOut);
    assert_eq!(loaded_by(&plan, &files).table.len(), 4);
    // An action that makes no sense for a kind is not taken.
    plan.choices = vec![Choice { code: ProblemCode::OffStep, action: Action::Averaged }];
    assert_eq!(loaded_by(&plan, &files).table.len(), 5);
}

#[test]
fn unknown_ids_by_choice() {
    let text = format!("{CLEAN}1,P9,care,E1,7\n1,P9,care,E2,7\n");
    let files =
        [("scores.csv", text.as_str()), INDICATORS, ("providers.csv", "provider,category\nP1,home\n")];
    let mut plan = plan(&files);
    plan.choices = choose(ProblemCode::UnknownId, Action::RowLeftOut);
    let table = loaded_by(&plan, &files);
    assert_eq!((table.table.len(), table.table.metadata().providers.len()), (4, 1));
}

#[test]
fn ragged_rows_are_padded_or_left_out() {
    let text = format!("{CLEAN}1,P1,care\n1,P1,care,E9,7,8\n1,P1,care,E8,7,,\n");
    let table = loaded(&[("scores.csv", &text), INDICATORS]);
    let told: Vec<_> = problems(&table, ProblemCode::RaggedRow)
        .into_iter()
        .map(|p| (p.place.row, p.found, p.action))
        .collect();
    assert_eq!(
        told,
        [
            (Some(6), "3 cells".to_owned(), Action::Padded),
            (Some(7), "6 cells".to_owned(), Action::RowLeftOut)
        ]
    );
    assert_eq!(table.table.len(), 5);
    assert_eq!(only(&table, ProblemCode::MissingId).place.column.as_deref(), Some("evaluator"));
}

#[test]
fn weights_that_do_not_add_up() {
    let with = |indicators: &str| loaded(&[("scores.csv", CLEAN), ("indicators.csv", indicators)]);
    let table = with("indicator,weight,min,max\ncare,60,0,10\nstaff,35,0,10\n");
    let told = only(&table, ProblemCode::WeightsInconsistent);
    assert_eq!((told.found.as_str(), told.expected), ("95", Expected::WeightSum { sum: 100.0 }));
    for weights in [("0.4", "0.6"), ("40%", "60%"), ("33.3", "66.7"), ("1", "1"), ("2", "3")] {
        let text = format!("indicator,weight,min,max\ncare,{},0,10\nstaff,{},0,10\n", weights.0, weights.1);
        assert_eq!(counts(&with(&text)), [], "{weights:?}");
    }
    let dimensions =
        "indicator,dimension,weight,min,max\ncare,A,0.5,0,10\nx,A,0.5,0,10\nstaff,B,0.5,0,10\ny,B,0.2,0,10\n";
    assert_eq!(only(&with(dimensions), ProblemCode::WeightsInconsistent).found, "B: 0.7");
}

#[test]
fn straight_lines_and_single_sheets() {
    let mut text = HEADER.to_owned();
    for provider in ["P1", "P2"] {
        for evaluator in ["E1", "E2"] {
            for (k, indicator) in ["care", "staff", "access"].iter().enumerate() {
                text.push_str(&format!("1,{provider},{indicator},{evaluator},{}\n", k + 1));
            }
        }
    }
    for indicator in ["care", "staff", "access"] {
        text.push_str(&format!("1,P1,{indicator},E3,5\n"));
    }
    let files = [("scores.csv", text.as_str())];
    let table = loaded(&files);
    let line = only(&table, ProblemCode::StraightLined);
    assert_eq!((line.found.as_str(), line.place.row, line.action), ("5", Some(14), Action::Kept));
    let single = only(&table, ProblemCode::SingleSheet);
    assert_eq!((single.found.as_str(), single.place.row), ("E3", Some(14)));
    let mut plan = plan(&files);
    plan.choices = choose(ProblemCode::StraightLined, Action::RowLeftOut);
    let table = loaded_by(&plan, &files);
    assert_eq!((table.table.len(), table.table.metadata().evaluators.len()), (12, 2));
}

#[test]
fn coverage_and_design() {
    let text = format!(
        "{HEADER}R1,P1,care,E1,1\nR1,P1,staff,E1,2\nR1,P1,care,E2,3\nR2,P1,care,E1,4\nR2,P2,care,E3,5\nR2,P2,care,E4,5\n"
    );
    let table = loaded(&[("scores.csv", &text)]);
    let map = &table.loaded.quality.missing;
    let of = |scored, expected| Coverage { scored, expected };
    assert_eq!(
        (map.rounds.as_slice(), map.indicators.as_slice()),
        (&["R1".into(), "R2".into()][..], &["care".into(), "staff".into()][..])
    );
    assert_eq!(map.by_indicator, [of(2, 2), of(1, 2), of(3, 3), of(0, 0)]);
    assert_eq!(map.by_evaluator[..4], [of(2, 2), of(1, 2), of(0, 0), of(0, 0)]);
    let design = &table.loaded.quality.design;
    assert_eq!(design.pairs.len(), 1);
    assert_eq!((design.pairs[0].evaluators, design.pairs[0].providers), (1, 1));
    let subsets: Vec<_> = design
        .subsets
        .iter()
        .map(|s| (s.evaluators.join(","), s.providers.join(","), s.rounds.join(",")))
        .collect();
    let subset = |e: &str, p: &str, r: &str| (e.to_owned(), p.to_owned(), r.to_owned());
    assert_eq!(subsets, [subset("E1,E2", "P1", "R1,R2"), subset("E3,E4", "P2", "R2")]);
}

#[test]
fn groups_and_conflicts() {
    let table = loaded(&[
        ("scores.csv", CLEAN),
        INDICATORS,
        ("evaluators.csv", "evaluator,group\nE1,expert\nE2,user\n"),
        ("conflicts.csv", "evaluator,provider\nE2,P1\nE2,P1\nE7,P1\n"),
    ]);
    assert_eq!(counts(&table), []);
    assert_eq!(table.table.metadata().conflicts, [(1, 0)]);
    let groups: Vec<_> = table.loaded.summary.evaluators.iter().map(|info| info.group.as_deref()).collect();
    assert_eq!(groups, [Some("expert"), Some("user")]);
}

#[test]
fn many_problems_come_in_pages() {
    let blank: String = (0..1000).map(|k| format!("1,P{k},care,E1,\n")).collect();
    let table = loaded(&[("scores.csv", &format!("{CLEAN}{blank}")), INDICATORS]);
    assert_eq!(table.loaded.quality.problems.len(), QualityReport::LISTED);
    let page = table.problems.page(ProblemCode::MissingScore, 900, 200);
    assert_eq!((page.total, page.from, page.problems.len()), (1000, 900, 100));
    assert_eq!(page.problems[0].place.row, Some(906));
    assert_eq!(table.problems.all().len(), 1000);
}
