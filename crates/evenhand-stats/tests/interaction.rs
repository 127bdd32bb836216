//! The partial F test of one evaluator's effect by group, against refitting the split model.

use evenhand_stats::{FisherF, additive};

/// Round, cell, evaluator, score: three rounds of four cells, panels of three from five evaluators.
fn observations() -> Vec<(u32, u32, u32, f64)> {
    let mut seed = 7u64;
    let mut noise = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 11) as f64 / (1u64 << 53) as f64 - 0.5
    };
    let mut rows = Vec::new();
    for cell in 0..12u32 {
        for seat in 0..3u32 {
            let evaluator = (cell + seat * seat + seat) % 5;
            let shift = if evaluator == 2 && cell >= 8 { 1.5 } else { 0.0 };
            let score = f64::from(cell % 4) + 0.4 * f64::from(evaluator) + shift + noise();
            rows.push((cell / 4, cell, evaluator, score));
        }
    }
    rows
}

fn split(evaluator: u32) -> (Vec<u32>, Vec<(u32, usize)>) {
    let rows = observations();
    let code = |round: u32, e: u32| if e == evaluator { 5 + round } else { e };
    let codes = rows.iter().map(|row| code(row.0, row.2)).collect();
    (codes, (0..3).map(|round| (round, 5 + round as usize)).collect())
}

#[track_caller]
fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9 * (1.0 + expected.abs()), "found {found}, expected {expected}");
}

#[test]
fn equals_the_extra_sum_of_squares_of_the_split_model() {
    let rows = observations();
    let cells: Vec<u32> = rows.iter().map(|row| row.1).collect();
    let evaluators: Vec<u32> = rows.iter().map(|row| row.2).collect();
    let y: Vec<f64> = rows.iter().map(|row| row.3).collect();
    let group_of_cell: Vec<u32> = (0..12).map(|cell| cell / 4).collect();
    let base = additive(&cells, &evaluators, &y, 12, 5).unwrap();
    for evaluator in 0..5 {
        let (codes, parts) = split(evaluator);
        let full = additive(&cells, &codes, &y, 12, 8).unwrap();
        let (rss0, rss1) = (base.sigma2 * base.df as f64, full.sigma2 * full.df as f64);
        let df1 = base.df - full.df;
        let f = (rss0 - rss1) / df1 as f64 / full.sigma2;
        let test = base.interaction(evaluator as usize, &group_of_cell).unwrap();
        assert_eq!((test.df1, test.df2), (df1, full.df));
        close(test.f, f);
        close(test.p, FisherF::new(df1 as f64, full.df as f64).unwrap().sf(f));
        let wald = full.compare(&parts).unwrap();
        close(wald.f, f);
        let weights = [-0.5, -0.5, 1.0];
        let (a, b) = (test.contrast(&weights).unwrap(), wald.contrast(&weights).unwrap());
        close(a.value, b.value);
        close(a.se, b.se);
        let refitted = full.effects[7].unwrap() - 0.5 * (full.effects[5].unwrap() + full.effects[6].unwrap());
        close(a.value, refitted);
    }
}

#[test]
fn only_linked_groups_are_compared() {
    // Evaluator 0 is the only one in both rounds: split by round, nothing links them.
    let fit = additive(
        &[0, 0, 1, 1, 2, 2, 3, 3],
        &[0, 1, 0, 1, 0, 2, 0, 2],
        &[1.0, 2.0, 3.0, 3.5, 5.0, 7.0, 6.0, 9.0],
        4,
        3,
    )
    .unwrap();
    assert!(fit.interaction(0, &[0, 0, 1, 1]).is_err());
    assert!(fit.interaction(0, &[0, 0, 1]).is_err());
}
