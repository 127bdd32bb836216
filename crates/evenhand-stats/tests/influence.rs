//! The weight of every observation in comparisons of the additive model.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use evenhand_stats::{Random, Undefined, additive};

/// Panels of three out of eight evaluators on thirty cells.
fn table() -> (Vec<u32>, Vec<u32>, Vec<f64>) {
    let mut random = Random::new(4);
    let (mut cells, mut evaluators, mut y) = (Vec::new(), Vec::new(), Vec::new());
    for cell in 0..30u32 {
        let level = 5.0 * random.normal();
        // Two steps of different widths, so that all evaluators are linked.
        for step in [0, 1, 2 + cell % 5] {
            let evaluator = (cell + step) % 8;
            cells.push(cell);
            evaluators.push(evaluator);
            y.push(60.0 + level + f64::from(evaluator) + random.normal());
        }
    }
    (cells, evaluators, y)
}

#[test]
fn weights_give_the_value_and_its_standard_error() {
    let (cells, evaluators, y) = table();
    let fit = additive(&cells, &evaluators, &y, 30, 8).unwrap();
    let coefficients = [(0, 0.5), (3, 0.5), (7, -0.25), (9, -0.75)];
    let contrast = fit.contrast(&coefficients).unwrap();
    let influence = fit.influence(&coefficients, &[]).unwrap();
    close("value", influence.value, contrast.value, 1e-12);
    let weights: Vec<f64> = cells
        .iter()
        .zip(&evaluators)
        .map(|(cell, evaluator)| influence.weight(*cell as usize, *evaluator as usize))
        .collect();
    let sum: f64 = weights.iter().zip(&y).map(|(weight, y)| weight * y).sum();
    close("weighted sum", sum, contrast.value, 1e-10);
    let squares: f64 = weights.iter().map(|weight| weight * weight).sum();
    close("standard error", (fit.sigma2 * squares).sqrt(), contrast.se, 1e-10);
}

#[test]
fn effects_compare_as_refitting_with_a_changed_score_does() {
    let (cells, evaluators, y) = table();
    let fit = additive(&cells, &evaluators, &y, 30, 8).unwrap();
    let of = |fit: &evenhand_stats::AdditiveFit| {
        fit.influence(&[(2, 1.0), (5, -1.0)], &[(1, 1.0), (4, -1.0)]).unwrap()
    };
    let found = of(&fit);
    let direct = fit.contrast(&[(2, 1.0), (5, -1.0)]).unwrap().value + fit.effects[1].unwrap()
        - fit.effects[4].unwrap();
    close("value", found.value, direct, 1e-12);
    for at in [0, 17, 44, 89] {
        let mut changed = y.clone();
        changed[at] += 1.0;
        let refitted = of(&additive(&cells, &evaluators, &changed, 30, 8).unwrap());
        let weight = found.weight(cells[at] as usize, evaluators[at] as usize);
        close("weight", weight, refitted.value - found.value, 1e-9);
    }
}

#[test]
fn what_is_not_linked_is_refused() {
    // Two parts without a common evaluator.
    let cells = [0, 0, 1, 1, 2, 2, 3, 3];
    let evaluators = [0, 1, 0, 1, 2, 3, 2, 3];
    let y = [1.0, 2.0, 2.5, 3.0, 1.0, 4.0, 2.0, 3.0];
    let fit = additive(&cells, &evaluators, &y, 4, 4).unwrap();
    assert!(fit.influence(&[(0, 1.0), (1, -1.0)], &[(2, 1.0), (3, -1.0)]).is_ok());
    for (cells, effects) in [
        (vec![(0, 1.0), (2, -1.0)], vec![]),
        (vec![], vec![(0, 1.0), (2, -1.0)]),
        (vec![(0, 1.0)], vec![]),
        (vec![(9, 1.0), (0, -1.0)], vec![]),
        (vec![], vec![(9, 1.0), (0, -1.0)]),
    ] {
        assert_eq!(fit.influence(&cells, &effects).unwrap_err(), Undefined::NotLinked);
    }
}
