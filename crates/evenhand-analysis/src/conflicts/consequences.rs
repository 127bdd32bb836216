//! What the composites would be without the scores of tied evaluators, and which decisions would be others.

use evenhand_protocol::{ConflictConsequence, ConflictConsequences, EvaluatorConflict};
use evenhand_stats::{Random, mean, mean_ranks};

use super::overall::SEED;
use crate::Design;
use crate::distinct::distinct;

/// Random draws of as many other score sheets, for how many decisions any scores left out would change.
const DRAWS: usize = 40;

/// The consequences of all ties together; those of every evaluator alone are noted in the rows.
pub(super) fn consequences(
    design: &Design,
    tied: &[Option<bool>],
    rows: &mut [EvaluatorConflict],
    pass_mark: f64,
) -> Option<ConflictConsequences> {
    let sheets: Vec<bool> = tied.iter().map(|tied| *tied == Some(true)).collect();
    let metadata = design.metadata();
    let was: Vec<Option<f64>> = composites(design, |_| false);
    let without = composites(design, |sheet| sheets[sheet]);
    let ranks = [ranks(design, &was), ranks(design, &without)];
    let mut found = ConflictConsequences {
        n_touched: 0,
        n_would_pass: 0,
        n_would_fail: 0,
        n_rank_changed: 0,
        n_nothing_left: 0,
        decisions_by_chance: by_chance(design, &sheets, &was, pass_mark),
        providers: Vec::new(),
    };
    for (unit, info) in design.units().iter().enumerate() {
        let evaluators = tied_evaluators(design, unit, &sheets);
        let Some(composite) = was[unit].filter(|_| !evaluators.is_empty()) else { continue };
        let passed = composite >= pass_mark;
        let would_pass = without[unit].map(|composite| composite >= pass_mark);
        let rank_without = without[unit].map(|_| ranks[1][unit]);
        found.n_touched += 1;
        found.n_nothing_left += u32::from(would_pass.is_none());
        found.n_would_pass += u32::from(!passed && would_pass == Some(true));
        found.n_would_fail += u32::from(passed && would_pass == Some(false));
        found.n_rank_changed += u32::from(rank_without.is_some_and(|rank| rank != ranks[0][unit]));
        found.providers.push(ConflictConsequence {
            round: metadata.rounds[info.round as usize].id.clone(),
            provider: metadata.providers[info.provider as usize].id.clone(),
            evaluators: evaluators
                .iter()
                .map(|code| metadata.evaluators[*code as usize].id.clone())
                .collect(),
            composite,
            without: without[unit],
            rank: ranks[0][unit],
            rank_without,
            passed,
            would_pass,
        });
    }
    of_each(design, &sheets, &was, rows, pass_mark);
    (found.n_touched > 0).then_some(found)
}

/// The composite of every unit without some score sheets: the mean of its panels' means.
fn composites(design: &Design, left_out: impl Fn(usize) -> bool) -> Vec<Option<f64>> {
    (0..design.units().len()).map(|unit| composite(design, unit, &left_out)).collect()
}

fn composite(design: &Design, unit: usize, left_out: impl Fn(usize) -> bool) -> Option<f64> {
    let panels = design.panels()[design.units()[unit].panels.clone()].iter();
    let means = panels.filter_map(|panel| {
        let counting = panel.sheets.clone().filter(|at| design.sheets()[*at].coverage > 0.0);
        let left = counting.filter(|at| !left_out(*at)).map(|at| design.sheets()[at].composite);
        mean(&left.collect::<Vec<f64>>())
    });
    mean(&means.collect::<Vec<f64>>())
}

fn tied_evaluators(design: &Design, unit: usize, tied: &[bool]) -> Vec<u32> {
    let sheets = design.panels()[design.units()[unit].panels.clone()].iter().flat_map(|p| p.sheets.clone());
    let counting = sheets.filter(|at| tied[*at] && design.sheets()[*at].coverage > 0.0);
    distinct(counting.map(|at| design.sheets()[at].evaluator))
}

/// The rank of every unit in its round, 1 for the highest; ties share the mean rank.
fn ranks(design: &Design, composites: &[Option<f64>]) -> Vec<f64> {
    let mut ranks = vec![0.0; composites.len()];
    for round in design.rounds() {
        let units = design.units_of_round(round);
        let values: Vec<f64> =
            units.clone().map(|unit| composites[unit].unwrap_or(f64::NEG_INFINITY)).collect();
        ranks[units].copy_from_slice(&mean_ranks(&values));
    }
    ranks
}

/// Notes the decisions that hang on the tied scores of each evaluator alone.
fn of_each(
    design: &Design,
    tied: &[bool],
    was: &[Option<f64>],
    rows: &mut [EvaluatorConflict],
    pass_mark: f64,
) {
    for (at, sheet) in design.sheets().iter().enumerate().filter(|(at, _)| tied[*at]) {
        let unit = design.panels()[sheet.panel].unit;
        let mine = |other: usize| tied[other] && design.sheets()[other].evaluator == sheet.evaluator;
        let first = design.panels()[design.units()[unit].panels.clone()]
            .iter()
            .flat_map(|panel| panel.sheets.clone())
            .find(|other| mine(*other));
        // Once per unit, where the evaluator saw it on several occasions.
        if first != Some(at) {
            continue;
        }
        let (Some(was), Some(without)) = (was[unit], composite(design, unit, mine)) else { continue };
        let id = &design.metadata().evaluators[sheet.evaluator as usize].id;
        if let Some(row) = rows.iter_mut().find(|row| row.evaluator == *id) {
            row.n_would_pass += u32::from(was < pass_mark && without >= pass_mark);
            row.n_would_fail += u32::from(was >= pass_mark && without < pass_mark);
        }
    }
}

/// How many decisions change on average where every evaluator's score sheets left out are drawn at random from all of
/// the evaluator's.
fn by_chance(design: &Design, tied: &[bool], was: &[Option<f64>], pass_mark: f64) -> f64 {
    let mut of: Vec<(Vec<usize>, usize)> = vec![(Vec::new(), 0); design.metadata().evaluators.len()];
    for (at, sheet) in design.sheets().iter().enumerate().filter(|(_, sheet)| sheet.coverage > 0.0) {
        let mine = &mut of[sheet.evaluator as usize];
        mine.0.push(at);
        mine.1 += usize::from(tied[at]);
    }
    let mut random = Random::new(SEED);
    let mut changed = 0u32;
    for _ in 0..DRAWS {
        let mut left_out = vec![false; tied.len()];
        for (sheets, n) in of.iter_mut().filter(|(_, n)| *n > 0) {
            for place in 0..*n {
                let other = place + random.below(sheets.len() - place);
                sheets.swap(place, other);
                left_out[sheets[place]] = true;
            }
        }
        for (unit, was) in was.iter().enumerate() {
            let touched = || {
                let panels = design.panels()[design.units()[unit].panels.clone()].iter();
                panels.flat_map(|panel| panel.sheets.clone()).any(|at| left_out[at])
            };
            let Some(was) = was.filter(|_| touched()) else { continue };
            if let Some(without) = composite(design, unit, |at| left_out[at]) {
                changed += u32::from((was >= pass_mark) != (without >= pass_mark));
            }
        }
    }
    f64::from(changed) / DRAWS as f64
}
