//! What is said about indicators, and what is not.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, indicators};
use evenhand_protocol::{Direction, FindingKind, IndicatorInfo, ScaleSource};
use evenhand_table::{Metadata, ScoreTable, TableBuilder};
use support::{Row, all};

/// A table of one round, two evaluators and one score per indicator and provider, by indicator; both evaluators give
/// the same scores.
fn table(scores: &[Vec<f64>], change: impl Fn(&mut IndicatorInfo)) -> ScoreTable {
    let mut rows = Vec::new();
    for (indicator, scores) in scores.iter().enumerate() {
        for (provider, &score) in scores.iter().enumerate() {
            for evaluator in 0..2 {
                let (indicator, provider) = (indicator as u32, provider as u32);
                rows.push(Row { round: 0, provider, indicator, evaluator, score });
            }
        }
    }
    let plain = support::table(&rows, 1.0, 5.0);
    let mut metadata: Metadata = plain.metadata().clone();
    metadata.indicators.iter_mut().for_each(change);
    let mut builder = TableBuilder { metadata, ..TableBuilder::default() };
    for row in rows {
        builder.round.push(row.round);
        builder.provider.push(row.provider);
        builder.occasion.push(0);
        builder.source.push(0);
        builder.evaluator.push(row.evaluator);
        builder.indicator.push(row.indicator);
        builder.score.push(row.score);
    }
    builder.build().unwrap().table
}

fn said(table: &ScoreTable) -> Vec<FindingKind> {
    let design = Design::new(&all(table)).unwrap();
    indicators(&design).findings.into_iter().map(|finding| finding.kind).collect()
}

/// The ends spoken of: share, whether it is the top, whether it means good, whether it was guessed.
fn ends(scores: &[f64], change: impl Fn(&mut IndicatorInfo)) -> Vec<(f64, bool, bool, bool)> {
    let kinds = said(&table(&[scores.to_vec()], change));
    let end = |kind| match kind {
        FindingKind::CeilingOrFloor { share, ceiling, good_end, guessed, .. } => {
            Some((share, ceiling, good_end, guessed))
        }
        _ => None,
    };
    kinds.into_iter().filter_map(end).collect()
}

const FULL: [f64; 10] = [5.0, 5.0, 2.0, 3.0, 4.0, 2.0, 3.0, 4.0, 3.0, 2.0];
const LOW: [f64; 10] = [1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 3.0, 4.0, 3.0, 2.0];

#[test]
fn the_good_end_follows_the_direction() {
    assert_eq!(ends(&FULL, |_| ()), [(0.2, true, true, false)]);
    assert_eq!(ends(&LOW, |_| ()), [(0.5, false, false, false)]);
    let lower = |info: &mut IndicatorInfo| info.direction = Direction::Lower;
    assert_eq!(ends(&FULL, lower), [(0.2, true, false, false)]);
    assert_eq!(ends(&LOW, lower), [(0.5, false, true, false)]);
}

#[test]
fn a_guessed_end_is_said_to_be_one() {
    let guessed = |info: &mut IndicatorInfo| info.scale_source = ScaleSource::Guessed;
    assert_eq!(ends(&FULL, guessed), [(0.2, true, true, true)]);
    assert_eq!(ends(&[5.0; 10], guessed), []);
}

#[test]
fn short_scales_cannot_avoid_crowded_ends() {
    // Three values by the step, and three as far as the scores tell.
    let by_step = |info: &mut IndicatorInfo| info.step = Some(2.0);
    assert_eq!(ends(&[1.0, 3.0, 3.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 1.0], by_step), []);
    assert_eq!(ends(&[1.0, 3.0, 3.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 1.0], |_| ()), []);
    // Yes or no.
    let yes_or_no = |info: &mut IndicatorInfo| (info.min, info.max) = (0.0, 1.0);
    assert_eq!(ends(&[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 1.0], yes_or_no), []);
    // Four values are enough, also where the step is not a binary fraction.
    let four = |info: &mut IndicatorInfo| (info.min, info.max, info.step) = (0.0, 0.3, Some(0.1));
    assert_eq!(ends(&[0.3, 0.3, 0.0, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1], four), [(0.2, true, true, false)]);
}

#[test]
fn few_values_on_a_longer_scale_need_half_the_scores() {
    assert_eq!(ends(&[5.0, 5.0, 5.0, 5.0, 4.0, 4.0, 4.0, 3.0, 4.0, 4.0], |_| ()), []);
    let end = ends(&[5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 4.0, 4.0, 4.0], |_| ());
    assert_eq!(end, [(0.7, true, true, false)]);
}

/// Of each indicator called weak: its id and whether that is sure.
fn weak_ones(kinds: &[FindingKind]) -> Vec<(&str, bool)> {
    let weak = |kind| match kind {
        &FindingKind::WeakIndicator { ref indicator, sure, .. } => Some((indicator.as_str(), sure)),
        _ => None,
    };
    kinds.iter().filter_map(weak).collect()
}

fn none_weak(kinds: &[FindingKind]) -> Option<u32> {
    kinds.iter().find_map(|kind| match kind {
        FindingKind::NoWeakIndicator { n } => Some(*n),
        _ => None,
    })
}

/// Scores of `n` providers on three indicators, of which the third has nothing to do with the others.
fn odd_one_out(n: usize) -> [Vec<f64>; 3] {
    let pattern = |scores: [f64; 8]| scores.into_iter().cycle().take(n).collect::<Vec<f64>>();
    let common = pattern([1.0, 2.0, 3.0, 4.0, 1.0, 2.0, 3.0, 4.0]);
    [common.clone(), common, pattern([2.0, 2.0, 2.0, 2.0, 3.0, 3.0, 3.0, 3.0])]
}

#[test]
fn weak_indicators_are_named_as_surely_as_the_interval_allows() {
    let few = said(&table(&odd_one_out(8), |_| ()));
    assert_eq!(weak_ones(&few), [("I3", false)]);
    let many = said(&table(&odd_one_out(400), |_| ()));
    assert_eq!(weak_ones(&many), [("I3", true)]);
    assert_eq!((none_weak(&few), none_weak(&many)), (None, None));
}

#[test]
fn none_is_weak_only_among_those_whose_correlation_is_known() {
    let alike = [FULL.to_vec(), FULL.to_vec(), vec![3.0; 10]];
    assert_eq!(none_weak(&said(&table(&alike, |_| ()))), Some(2));
    // Two providers leave no correlation.
    let two = alike.map(|scores| scores[1..3].to_vec());
    let kinds = said(&table(&two, |_| ()));
    assert!(kinds.iter().any(|kind| matches!(kind, FindingKind::ReliabilityLevel { .. })));
    assert_eq!(none_weak(&kinds), None);
}
