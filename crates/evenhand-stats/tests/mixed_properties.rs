//! What must hold for every mixed model.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/designs.rs"]
mod designs;
#[path = "common/panel.rs"]
mod panels;

use designs::{codes, fit, variances};
use evenhand_stats::Criterion::{Ml, Reml};
use evenhand_stats::{BalancedDesign, FacetSet, balanced_anova, linear_severity};
use panels::{Panel, Scales, panel};
use proptest::prelude::*;

fn example(seed: u64, n: usize) -> Panel {
    let scales = Scales { provider: 6.0, evaluator: 3.0, indicator: 2.0, sheet: 0.0, item: 0.0, noise: 5.0 };
    panel(seed, n, &scales)
}

fn factors(panel: &Panel) -> [&[u32]; 3] {
    [&panel.provider, &panel.evaluator, &panel.indicator]
}

fn all_close(found: &[f64], expected: &[f64], relative: f64) -> Result<(), TestCaseError> {
    let total: f64 = expected.iter().sum();
    for (found, expected) in found.iter().zip(expected) {
        // Variances near zero are determined no better than the others.
        prop_assert!((found - expected).abs() <= relative * total, "{found:?} and {expected:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_does_not_matter(seed in 1_u64..1_000_000, n in 60_usize..250) {
        let panel = example(seed, n);
        let order: Vec<usize> = (0..n).map(|row| (row * 7 + 3) % n).collect();
        prop_assume!(n % 7 != 0);
        let take = |codes: &[u32]| order.iter().map(|row| codes[*row]).collect::<Vec<u32>>();
        let y: Vec<f64> = order.iter().map(|row| panel.y[*row]).collect();
        let shuffled = [take(&panel.provider), take(&panel.evaluator), take(&panel.indicator)];
        let first = fit(&panel.y, &[], &factors(&panel), Reml);
        let second = fit(&y, &[], &[&shuffled[0], &shuffled[1], &shuffled[2]], Reml);
        all_close(&variances(&second), &variances(&first), 1e-6)?;
        prop_assert!((first.deviance - second.deviance).abs() < 1e-7);
    }

    #[test]
    fn names_of_levels_and_the_order_of_factors_do_not_matter(seed in 1_u64..1_000_000, n in 60_usize..250) {
        let panel = example(seed, n);
        let renamed: Vec<u32> = panel.provider.iter().map(|code| (code * 4 + 2) % 15).collect();
        let first = fit(&panel.y, &[], &factors(&panel), Ml);
        let second = fit(&panel.y, &[], &[&panel.indicator, &renamed, &panel.evaluator], Ml);
        let moved = variances(&second);
        all_close(&[moved[1], moved[2], moved[0], moved[3]], &variances(&first), 1e-6)?;
        prop_assert!((first.deviance - second.deviance).abs() < 1e-7);
    }

    #[test]
    fn variances_scale_with_the_square(seed in 1_u64..1_000_000, power in -20_i32..20) {
        let panel = example(seed, 120);
        let scale = 10.0_f64.powi(power);
        let y: Vec<f64> = panel.y.iter().map(|y| scale * y + 3.0 * scale).collect();
        let first = fit(&panel.y, &[], &factors(&panel), Reml);
        let second = fit(&y, &[], &factors(&panel), Reml);
        let back: Vec<f64> = variances(&second).iter().map(|variance| variance / scale / scale).collect();
        all_close(&back, &variances(&first), 1e-6)?;
        let severity = |fit| linear_severity(fit, 1, evenhand_stats::Level::P95).unwrap();
        for (a, b) in severity(&first).iter().zip(severity(&second)) {
            prop_assert!((a.shrunken.value - b.shrunken.value / scale).abs() < 1e-4);
        }
    }

    #[test]
    fn equal_weights_do_not_matter(seed in 1_u64..1_000_000, weight in 0.01_f64..100.0) {
        let panel = example(seed, 120);
        let weights = vec![weight; 120];
        let first = fit(&panel.y, &[], &factors(&panel), Reml);
        let second = designs::fit_with(
            &panel.y, Some(&weights), &[], &factors(&panel), Reml, evenhand_stats::Intervals::Absent,
        );
        let mut expected = variances(&first);
        *expected.last_mut().unwrap() *= weight;
        all_close(&variances(&second), &expected, 1e-6)?;
        prop_assert!((first.deviance - second.deviance).abs() < 1e-7);
    }

    #[test]
    fn balanced_reml_is_anova_where_no_estimate_is_negative(seed in 1_u64..1_000_000, a in 4_usize..9, b in 3_usize..7) {
        let source = example(seed, a * b);
        let (rows, columns) = (codes(a * b, b, a), codes(a * b, 1, b));
        let y: Vec<f64> = (0..a * b)
            .map(|i| {
                let row = f64::from(rows[i] * rows[i] % 7);
                source.y[i] + 2.0 * row + 3.0 * f64::from(columns[i])
            })
            .collect();
        let design = BalancedDesign { sizes: &[a, b], nested_in: &[FacetSet::EMPTY; 2] };
        let anova = balanced_anova(&y, &design).unwrap();
        prop_assume!(anova.iter().all(|effect| effect.estimate > 0.0));
        let expected: Vec<f64> = anova.iter().map(|effect| effect.estimate).collect();
        all_close(&variances(&fit(&y, &[], &[&rows, &columns], Reml)), &expected, 1e-5)?;
    }

    #[test]
    fn every_search_ends_at_an_optimum(seed in 1_u64..1_000_000, n in 40_usize..200) {
        // Few scores, often with variances at zero: no search may end unconverged, and derivatives at zero point up.
        let scales = Scales { provider: 3.0, evaluator: 0.5, indicator: 0.3, sheet: 0.0, item: 0.0, noise: 6.0 };
        let panel = panel(seed, n, &scales);
        for criterion in [Reml, Ml] {
            let found = fit(&panel.y, &[&panel.x], &factors(&panel), criterion);
            prop_assert!(found.convergence.converged, "{:?}", found.convergence);
            prop_assert!(found.convergence.boundary_gradients.iter().all(|gradient| *gradient >= 0.0));
            prop_assert!(found.convergence.gradient < 1e-4, "{:?}", found.convergence);
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bits() {
    let panel = example(5, 200);
    let first = fit(&panel.y, &[], &factors(&panel), Reml);
    let second = fit(&panel.y, &[], &factors(&panel), Reml);
    assert_eq!(variances(&first), variances(&second));
    assert_eq!(first.random_effects(), second.random_effects());
}
