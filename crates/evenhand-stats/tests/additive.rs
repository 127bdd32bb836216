//! The additive model against ordinary least squares with dummy variables.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::excessive_precision, reason = "reference values keep the digits that were printed")]

mod common;

use common::{Normals, close};
use evenhand_stats::{AdditiveFit, Undefined, additive};
use proptest::prelude::*;

/// Cell, evaluator, score: 6 cells by 5 evaluators, unbalanced, with one repeated score.
const OBSERVATIONS: [(u32, u32, f64); 16] = [
    (0, 0, 5.5),
    (0, 1, 7.0),
    (0, 2, 6.25),
    (1, 0, 4.0),
    (1, 2, 3.5),
    (1, 2, 4.75),
    (2, 1, 8.0),
    (2, 3, 9.5),
    (3, 0, 2.5),
    (3, 3, 5.0),
    (3, 1, 4.25),
    (4, 2, 6.0),
    (4, 4, 5.5),
    (5, 4, 3.0),
    (5, 1, 6.5),
    (5, 3, 6.0),
];

fn fit(
    observations: &[(u32, u32, f64)],
    n_cells: usize,
    n_evaluators: usize,
) -> Result<AdditiveFit, Undefined> {
    let cells: Vec<u32> = observations.iter().map(|o| o.0).collect();
    let evaluators: Vec<u32> = observations.iter().map(|o| o.1).collect();
    let y: Vec<f64> = observations.iter().map(|o| o.2).collect();
    additive(&cells, &evaluators, &y, n_cells, n_evaluators)
}

#[test]
fn statsmodels() {
    // statsmodels 0.15.0: OLS(y, X).fit() with one dummy per cell and sum-coded evaluators; standard errors of
    // combinations by t_test.
    let fit = fit(&OBSERVATIONS, 6, 5).unwrap();
    assert_eq!((fit.df, fit.n_components), (6, 1));
    close("sigma2", fit.sigma2, 0.391_978_164_322_724_03, 1e-13);
    let cells = [
        6.3118430792005915,
        4.626239822353804,
        7.410288675055519,
        3.2687268689859343,
        6.721909696521099,
        4.772612879348636,
    ];
    let cell_se = [
        0.40286959677729417,
        0.46988933847684466,
        0.5215137189183766,
        0.40588308900607406,
        0.5221809009211483,
        0.40787971498574677,
    ];
    for (cell, (value, se)) in cells.into_iter().zip(cell_se).enumerate() {
        close("cell", fit.cell_estimate(cell).unwrap(), value, 1e-12);
        let contrast = fit.contrast(&[(cell, 1.0)]).unwrap();
        close("cell by contrast", contrast.value, value, 1e-12);
        close("cell se", contrast.se, se, 1e-12);
    }
    let effects = [
        -0.7356032568467707,
        0.9966321243523271,
        -0.4465581051073304,
        1.6827905255366438,
        -1.4972612879348697,
    ];
    let effect_se = [
        0.38148900606704367,
        0.3348280408600637,
        0.3962617533289565,
        0.40322952680242885,
        0.47278250774074804,
    ];
    for (evaluator, (value, se)) in effects.into_iter().zip(effect_se).enumerate() {
        close("effect", fit.effects[evaluator].unwrap(), value, 1e-12);
        close("effect se", fit.effect_se(evaluator).unwrap(), se, 1e-12);
    }
}

#[test]
fn contrasts_of_statsmodels() {
    // As above.
    let fit = fit(&OBSERVATIONS, 6, 5).unwrap();
    let check = |cells: &[(usize, f64)], value, se| {
        let found = fit.contrast(cells).unwrap();
        close("contrast", found.value, value, 1e-12);
        close("contrast se", found.se, se, 1e-12);
    };
    check(&[(0, 1.0), (2, -1.0)], -1.098445595854927, 0.6774956365151559);
    let third = 1.0 / 3.0;
    let halves = [(0, third), (1, third), (2, third), (3, -third), (4, -third), (5, -third)];
    check(&halves, 1.195040710584748, 0.36822785857450074);
    let all: Vec<(usize, f64)> = (0..6).map(|cell| (cell, 1.0 / 6.0)).collect();
    check(&all, 5.518603503577596, 0.16452961623905485);
    // The same cell twice counts with the sum of its coefficients.
    check(&[(0, 0.25), (2, -1.0), (0, 0.75)], -1.098445595854927, 0.6774956365151559);
}

/// Two components: evaluators 0 and 1 on cells 0 and 1, evaluators 2 and 4 on cells 2 and 3; evaluator 3 and cell 5
/// unobserved; evaluator 5 alone on cell 4.
const TWO_COMPONENTS: [(u32, u32, f64); 11] = [
    (0, 0, 1.0),
    (0, 1, 2.5),
    (1, 0, 3.0),
    (1, 1, 4.0),
    (2, 2, 7.0),
    (2, 4, 6.0),
    (3, 2, 9.0),
    (3, 4, 7.5),
    (4, 5, 2.0),
    (4, 5, 3.0),
    (0, 0, 1.5),
];

#[test]
fn components_are_not_compared() {
    let fit = fit(&TWO_COMPONENTS, 6, 6).unwrap();
    assert_eq!(fit.n_components, 3);
    assert_eq!(fit.component_of_evaluator, [Some(0), Some(0), Some(1), None, Some(1), Some(2)]);
    assert_eq!(fit.component_of_cell, [Some(0), Some(0), Some(1), Some(1), Some(2), None]);
    // 11 observations, 5 cells and 5 evaluators observed, 3 components.
    assert_eq!(fit.df, 11 - 5 - (5 - 3));
    assert!(fit.effects[3].is_none() && fit.effects[5].is_none());
    assert_eq!(fit.effect_se(5), Err(Undefined::NotLinked));
    assert_eq!(fit.effect_se(99), Err(Undefined::NotLinked));
    assert_eq!(fit.cell_estimate(5), Err(Undefined::NotLinked));
    close("cell of a lone evaluator", fit.cell_estimate(4).unwrap(), 2.5, 1e-15);
    assert_eq!(fit.contrast(&[(0, 1.0), (2, -1.0)]), Err(Undefined::NotLinked));
    assert_eq!(fit.contrast(&[(0, 1.0), (99, -1.0)]), Err(Undefined::NotLinked));
    assert!(fit.contrast(&[(0, 1.0), (1, -1.0)]).is_ok());
    // A difference of differences within components, and an average over components.
    assert!(fit.contrast(&[(0, 1.0), (1, -1.0), (2, -1.0), (3, 1.0)]).is_ok());
    let average = fit.contrast(&[(0, 0.5), (2, 0.5)]).unwrap();
    let parts = [fit.contrast(&[(0, 0.5)]).unwrap(), fit.contrast(&[(2, 0.5)]).unwrap()];
    close("value", average.value, parts[0].value + parts[1].value, 1e-14);
    let of = |cells: &[(usize, f64)]| fit.combination(cells).unwrap();
    assert_eq!(fit.difference(&of(&[(0, 1.0)]), &of(&[(2, 1.0)])), Err(Undefined::NotLinked));
    close("variance", average.se * average.se, parts[0].se * parts[0].se + parts[1].se * parts[1].se, 1e-14);
}

#[test]
fn reasons() {
    let reason = |observations: &[(u32, u32, f64)], c, e| fit(observations, c, e).err();
    assert_eq!(reason(&[], 0, 0), Some(Undefined::TooFewUnits { needed: 1, found: 0 }));
    assert_eq!(
        reason(&[(0, 0, 1.0), (1, 1, 2.0)], 2, 2),
        Some(Undefined::TooFewUnits { needed: 3, found: 2 })
    );
    assert_eq!(reason(&[(2, 0, 1.0)], 2, 1), Some(Undefined::NotComplete));
    assert_eq!(reason(&[(0, 1, 1.0)], 1, 1), Some(Undefined::NotComplete));
    assert_eq!(reason(&[(0, 0, f64::NAN)], 1, 1), Some(Undefined::NotFinite));
    assert!(matches!(reason(&[(0, 0, 1.0)], usize::MAX, 1), Some(Undefined::TooLarge { .. })));
    let crowd: Vec<(u32, u32, f64)> = (0..5002).map(|i| (i % 2, i / 2, f64::from(i % 7))).collect();
    assert_eq!(reason(&crowd, 2, 2501), Some(Undefined::TooLarge { limit: 2500, found: 2501 }));
    let fit = fit(&OBSERVATIONS, 6, 5).unwrap();
    assert_eq!(fit.contrast(&[]), Err(Undefined::TooFewUnits { needed: 1, found: 0 }));
    assert_eq!(fit.contrast(&[(0, f64::INFINITY)]), Err(Undefined::NotFinite));
}

#[test]
fn a_chain_of_evaluators_is_linked() {
    // 400 evaluators, each sharing two cells with the next only: the hardest case for the normal equations.
    let mut normals = Normals::new(3);
    let severity: Vec<f64> = (0..400).map(|_| normals.next()).collect();
    let observations: Vec<(u32, u32, f64)> = (0..399_u32)
        .flat_map(|e| [(2 * e, e), (2 * e, e + 1), (2 * e + 1, e), (2 * e + 1, e + 1)])
        .map(|(cell, e)| (cell, e, f64::from(cell % 13) + severity[e as usize]))
        .collect();
    let fit = fit(&observations, 798, 400).unwrap();
    let centre = severity.iter().sum::<f64>() / 400.0;
    for (effect, truth) in fit.effects.iter().zip(&severity) {
        close("effect", effect.unwrap(), truth - centre, 1e-9);
    }
    let found = fit.contrast(&[(0, 1.0), (797, -1.0)]).unwrap();
    close("contrast", found.value, f64::from(-(797 % 13)), 1e-8);
}

/// A random design in which every evaluator scores the first cell, so that all are linked.
fn linked_design() -> impl Strategy<Value = Vec<(u32, u32, f64)>> {
    prop::collection::vec((0u32..6, 0u32..4, 0.0..10.0f64), 12..30).prop_map(|mut rows| {
        rows.extend((0..4).map(|evaluator| (0, evaluator, f64::from(evaluator))));
        rows.extend((0..6).map(|cell| (cell, 0, f64::from(cell % 4))));
        rows
    })
}

proptest! {
    #[test]
    fn a_shift_of_one_evaluator_moves_only_its_effect(rows in linked_design(), shift in -5.0..5.0f64) {
        let before = fit(&rows, 6, 4).unwrap();
        let moved: Vec<_> = rows.iter().map(|(c, e, y)| (*c, *e, if *e == 2 { y + shift } else { *y })).collect();
        let after = fit(&moved, 6, 4).unwrap();
        for e in 0..4 {
            let expected = if e == 2 { 0.75 * shift } else { -0.25 * shift };
            let change = after.effects[e].unwrap() - before.effects[e].unwrap();
            prop_assert!((change - expected).abs() < 1e-9);
        }
        let cells = [(1, 1.0), (4, -0.5), (5, -0.5)];
        let (a, b) = (before.contrast(&cells).unwrap(), after.contrast(&cells).unwrap());
        prop_assert!((a.value - b.value).abs() < 1e-9 && (a.se - b.se).abs() < 1e-9);
    }

    #[test]
    fn a_difference_of_combinations_is_their_contrast(
        rows in linked_design(), a in prop::array::uniform3(0.1..1.0f64), b in prop::array::uniform3(0.1..1.0f64),
    ) {
        let fit = fit(&rows, 6, 4).unwrap();
        let share = |w: [f64; 3], at: usize| w[at] / (w[0] + w[1] + w[2]);
        // The two averages have cell 2 in common.
        let first: Vec<(usize, f64)> = (0..3).map(|i| (i, share(a, i))).collect();
        let second: Vec<(usize, f64)> = (0..3).map(|i| (i + 2, share(b, i))).collect();
        let joint: Vec<(usize, f64)> =
            first.iter().copied().chain(second.iter().map(|(cell, weight)| (*cell, -weight))).collect();
        let expected = fit.contrast(&joint).unwrap();
        let (first, second) = (fit.combination(&first).unwrap(), fit.combination(&second).unwrap());
        let found = fit.difference(&first, &second).unwrap();
        prop_assert!((found.value - expected.value).abs() < 1e-10 && (found.se - expected.se).abs() < 1e-10);
    }

    #[test]
    fn order_does_not_matter(rows in linked_design()) {
        let reversed: Vec<_> = rows.iter().rev().copied().collect();
        let (a, b) = (fit(&rows, 6, 4).unwrap(), fit(&reversed, 6, 4).unwrap());
        prop_assert!((a.sigma2 - b.sigma2).abs() < 1e-10);
        for cell in 0..6 {
            prop_assert!((a.cell_estimate(cell).unwrap() - b.cell_estimate(cell).unwrap()).abs() < 1e-10);
        }
    }

    #[test]
    fn any_input_gives_a_fit_or_a_reason(
        rows in prop::collection::vec((0u32..5, 0u32..5, prop::num::f64::ANY), 0..12),
    ) {
        if let Ok(fit) = fit(&rows, 4, 4) {
            prop_assert!(fit.sigma2.is_finite() && fit.effects.iter().flatten().all(|effect| effect.is_finite()));
        }
    }
}
