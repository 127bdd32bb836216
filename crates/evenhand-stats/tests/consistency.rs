//! Internal consistency against R and known factor structures.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use common::tables::{ATTITUDE, THURSTONE, correlation_matrix};
use evenhand_stats::{
    Correlations, InternalConsistency, ItemTable, Level, Missing, Random, Resampling, Undefined,
    cronbach_alpha, internal_consistency, lambda_6, omega_hierarchical, omega_total, standardised_alpha,
};
use proptest::prelude::*;

fn table(scores: &[f64], k: usize, missing: Missing) -> ItemTable<'_> {
    ItemTable::new(scores, scores.len() / k, k, missing).unwrap()
}

fn consistency(table: &ItemTable) -> InternalConsistency {
    internal_consistency(table, None, Level::P95).unwrap()
}

/// The data set attitude without the scores (1, 1), (5, 2), (9, 3), ..., (29, 1), counted from 1.
fn with_holes() -> Vec<f64> {
    let mut scores = ATTITUDE.to_vec();
    for (hole, unit) in (0..30).step_by(4).enumerate() {
        scores[unit * 7 + hole % 7] = f64::NAN;
    }
    scores
}

#[test]
fn attitude() {
    // R 4.2.2, psych 2.2.9, alpha(attitude)$total: raw_alpha, std.alpha, G6(smc).
    let found = consistency(&table(&ATTITUDE, 7, Missing::Listwise));
    close("alpha", found.alpha.unwrap().value, 0.8431427696, 5e-11);
    close("standardised", found.standardised.unwrap().value, 0.839083803, 5e-10);
    close("lambda-6", found.lambda_6.unwrap().value, 0.8752151374, 5e-11);
    // R, the Feldt interval as in METHODS section 4.
    let interval = found.alpha.unwrap().interval.unwrap();
    close("low", interval.low, 0.73938, 5e-6);
    close("high", interval.high, 0.91577, 5e-6);
    assert_eq!((found.n_units, found.n_items, found.n_dropped), (30, 7, 0));
    let other = cronbach_alpha(&ATTITUDE, 30, 7, Level::P95).unwrap();
    close("sem", found.sem.unwrap(), other.sem, 1e-12);
}

#[test]
fn one_factor_of_attitude() {
    // R 4.2.2, psych 2.2.9, fa(attitude, 1, fm = "minres")$loadings, whose search stops early; and optim(..., "BFGS",
    // reltol 1e-16) of the same sum of squares, with (sum l)^2 / ((sum l)^2 + sum (1 - l^2)) of its loadings.
    let psych =
        [0.7577722249, 0.8338271617, 0.6034272763, 0.7887270563, 0.8411193771, 0.2844648071, 0.4910468649];
    let optim =
        [0.7577732004, 0.8338260940, 0.6034272224, 0.7887263826, 0.8411199254, 0.2844651213, 0.4910465606];
    let found = omega_total(&Correlations::of(&table(&ATTITUDE, 7, Missing::Listwise)).unwrap()).unwrap();
    for ((found, psych), optim) in found.loadings.iter().zip(psych).zip(optim) {
        close("psych", *found, psych, 5e-6);
        close("optim", *found, optim, 5e-6);
    }
    close("omega", found.omega, 0.8506823589, 1e-7);
}

#[test]
fn thurstone() {
    // R 4.2.2, psych 2.2.9, alpha(Thurstone)$total and fa(Thurstone, 1, fm = "minres")$loadings.
    let correlations = Correlations::from_matrix(9, &correlation_matrix(9, &THURSTONE)).unwrap();
    close("alpha", standardised_alpha(&correlations).unwrap(), 0.891457536, 5e-10);
    close("lambda-6", lambda_6(&correlations).unwrap(), 0.908176242, 5e-10);
    let loadings = [
        0.80835579, 0.82759576, 0.78414610, 0.67568666, 0.66203835, 0.61306527, 0.61261968, 0.65526692,
        0.57798969,
    ];
    for (found, expected) in omega_total(&correlations).unwrap().loadings.iter().zip(loadings) {
        close("loading", *found, expected, 1e-4);
    }
    // scipy 1.12.0, optimize.minimize(method="L-BFGS-B") of the same sum of squares from 20 random starts.
    let found = omega_hierarchical(&correlations, &[1, 1, 1, 2, 2, 2, 3, 3, 3]).unwrap();
    close("omega hierarchical", found.hierarchical, 0.791801394, 1e-7);
    close("omega", found.total, 0.932201317, 1e-7);
    let general = [
        0.74246471, 0.76730956, 0.72588197, 0.62824187, 0.62196229, 0.57792782, 0.57872433, 0.65928325,
        0.55671169,
    ];
    for (found, expected) in found.general.iter().zip(general) {
        close("general loading", *found, expected, 1e-6);
    }
}

#[test]
fn missing_scores_pairwise() {
    // R 4.2.2: cov and cor with use = "pairwise", then the formulas of alpha, standardised alpha and lambda-6.
    let scores = with_holes();
    let found = consistency(&table(&scores, 7, Missing::Pairwise));
    close("standardised", found.standardised.unwrap().value, 0.8182516243, 5e-11);
    close("lambda-6", found.lambda_6.unwrap().value, 0.8861883331, 5e-11);
    close("alpha", found.alpha.unwrap().value, 0.819637362, 5e-10);
    let correlations = Correlations::of(&table(&scores, 7, Missing::Pairwise)).unwrap();
    close("r", correlations.get(0, 1), 0.7980956718, 5e-11);
    let listwise = consistency(&table(&scores, 7, Missing::Listwise));
    assert_eq!((listwise.n_units, listwise.n_dropped), (22, 8));
}

#[test]
fn alpha_with_missing_scores_has_the_interval_of_the_jackknife() {
    // numpy 1.26.4, pandas 2.3.3 (DataFrame.cov, pairwise) and scipy 1.12.0: -log(1 - alpha) with each row left out,
    // sqrt(29 / 30 * sum of squares about their mean), stats.t(29).
    let found = consistency(&table(&with_holes(), 7, Missing::Pairwise)).alpha.unwrap();
    let interval = found.interval.unwrap();
    close("alpha", found.value, 0.8196373620245454, 1e-12);
    close("se", found.se.unwrap(), (1.0 - 0.8196373620245454) * 0.2910564943872611, 1e-12);
    close("low", interval.low, 0.6729062426686252, 1e-10);
    close("high", interval.high, 0.9005463098933177, 1e-10);
}

/// Nominal 95% intervals of alpha with 40% of the scores missing: 93 to 97% at 2,000 samples by `--example coverage`, here
/// 400 samples, whose standard deviation is 1.1%.
#[test]
fn alpha_with_missing_scores_is_covered() {
    let mut random = Random::new(11);
    let (n, k, missing) = (30, 8, 0.4);
    // One factor of loading 0.6: variances of 1, covariances of 0.36.
    let alpha = 8.0 * 0.36 / (1.0 + 7.0 * 0.36);
    let (mut covered, mut intervals) = (0, 0);
    for _ in 0..400 {
        let mut scores = Vec::new();
        for _ in 0..n {
            let factor = random.normal();
            for _ in 0..k {
                let score = 0.6 * factor + 0.8 * random.normal();
                scores.push(if random.uniform() < missing { f64::NAN } else { score });
            }
        }
        let Ok(table) = ItemTable::new(&scores, n, k, Missing::Pairwise) else { continue };
        let found = internal_consistency(&table, None, Level::P95).ok().and_then(|found| found.alpha.ok());
        if let Some(interval) = found.and_then(|found| found.interval) {
            intervals += 1;
            covered += usize::from(interval.low <= alpha && alpha <= interval.high);
        }
    }
    assert!(intervals >= 390, "{intervals} of 400 have an interval");
    let share = covered as f64 / intervals as f64;
    assert!((0.925..=0.98).contains(&share), "{covered} of {intervals}");
}

#[test]
fn intervals() {
    let scores = with_holes();
    let run = |scores: &[f64]| {
        let resampling = Some(Resampling::default());
        internal_consistency(&table(scores, 7, Missing::Pairwise), resampling, Level::P95).unwrap()
    };
    let (found, complete) = (run(&scores), run(&ATTITUDE));
    for estimate in [found.alpha, found.standardised, found.omega_total, complete.lambda_6] {
        let estimate = estimate.unwrap();
        let interval = estimate.interval.unwrap();
        assert!(0.4 < interval.low && interval.low < estimate.value, "{estimate:?}");
        assert!(estimate.value < interval.high && interval.high < 1.0, "{estimate:?}");
    }
    assert_eq!(found, run(&scores));
    // Too many resamples of pairwise correlations have no inverse.
    assert_eq!(found.lambda_6.unwrap().interval, None);
}

/// The correlations of a bifactor model.
fn bifactor(general: &[f64], own: &[f64], groups: &[u32]) -> Correlations {
    let k = general.len();
    let upper: Vec<f64> = (0..k)
        .flat_map(|i| (i + 1..k).map(move |j| (i, j)))
        .map(|(i, j)| general[i] * general[j] + if groups[i] == groups[j] { own[i] * own[j] } else { 0.0 })
        .collect();
    Correlations::from_matrix(k, &correlation_matrix(k, &upper)).unwrap()
}

#[test]
fn a_bifactor_structure_is_recovered() {
    let general = [0.7, 0.6, 0.5, 0.6, 0.5, 0.7, 0.4, 0.6, 0.5];
    let own = [0.4, 0.5, 0.3, 0.5, 0.4, 0.3, 0.6, 0.4, 0.5];
    let groups = [4, 4, 4, 7, 7, 7, 9, 9, 9];
    let found = omega_hierarchical(&bifactor(&general, &own, &groups), &groups).unwrap();
    for i in 0..9 {
        close("general", found.general[i], general[i], 1e-5);
        close("own", found.of_group[i], own[i], 1e-5);
    }
    // By hand: (sum of general)^2 = 26.01; sums of own 1.2, 1.2, 1.5; unique variances.
    let unique: f64 = (0..9).map(|i| 1.0 - general[i] * general[i] - own[i] * own[i]).sum();
    let total = 26.01 + 1.44 + 1.44 + 2.25 + unique;
    close("hierarchical", found.hierarchical, 26.01 / total, 1e-5);
    close("total", found.total, 31.14 / total, 1e-5);
}

#[test]
fn dimensions_of_two_indicators_share_their_correlation() {
    let (general, own) = ([0.7, 0.6, 0.5, 0.6, 0.5, 0.7], [0.4, 0.4, 0.3, 0.3, 0.5, 0.5]);
    let groups = [0, 0, 1, 1, 2, 2];
    let found = omega_hierarchical(&bifactor(&general, &own, &groups), &groups).unwrap();
    for i in 0..6 {
        close("general", found.general[i], general[i], 1e-5);
        close("own", found.of_group[i], own[i], 1e-5);
    }
}

#[test]
fn reasons() {
    let new = |scores: &[f64], k| ItemTable::new(scores, scores.len() / k, k, Missing::Listwise).unwrap_err();
    assert_eq!(new(&[1., 2., 3.], 1), Undefined::TooFewIndicators { found: 1 });
    assert_eq!(new(&[1., 2., 3., f64::NAN], 2), Undefined::TooFewUnits { needed: 3, found: 1 });
    assert_eq!(new(&[1., 2., 3., f64::INFINITY], 2), Undefined::NotFinite);
    assert_eq!(ItemTable::new(&[1.], 2, 2, Missing::Pairwise).unwrap_err(), Undefined::NotComplete);
    let apart = [1., f64::NAN, 2., f64::NAN, 3., f64::NAN, f64::NAN, 1., f64::NAN, 2., f64::NAN, 3.];
    let apart = table(&apart, 2, Missing::Pairwise);
    assert!(matches!(
        internal_consistency(&apart, None, Level::P95).unwrap_err(),
        Undefined::TooFewUnits { found: 0, .. }
    ));
    // A constant indicator has no correlation, but alpha does not need it.
    let constant = [1., 5., 1., 2., 5., 3., 3., 5., 2., 4., 5., 5.];
    let found = consistency(&table(&constant, 3, Missing::Listwise));
    assert_eq!(found.standardised.unwrap_err(), Undefined::NoVariance);
    assert!(found.alpha.is_ok());
    // Totals that are all equal.
    let opposite = [1., 3., 2., 2., 3., 1.];
    assert_eq!(
        consistency(&table(&opposite, 2, Missing::Listwise)).alpha.unwrap_err(),
        Undefined::NoVariance
    );
    // An indicator that repeats another.
    let twice = [1., 1., 4., 2., 2., 2., 3., 3., 5., 5., 5., 1.];
    let found = consistency(&table(&twice, 3, Missing::Listwise));
    assert_eq!(found.lambda_6.unwrap_err(), Undefined::NoVariance);
    let correlations = Correlations::from_matrix(2, &[1., 0.5, 0.5, 1.]).unwrap();
    assert_eq!(omega_total(&correlations).unwrap_err(), Undefined::TooFewIndicators { found: 2 });
    assert_eq!(
        omega_hierarchical(&correlations, &[0, 1]).unwrap_err(),
        Undefined::TooFewGroups { needed: 3, found: 2 }
    );
    assert_eq!(Correlations::from_matrix(2, &[1., 0.5, 0.4, 1.]).unwrap_err(), Undefined::NotComplete);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn complete_tables_agree_with_cronbach(scores in prop::collection::vec(-3.0_f64..3.0, 40), slope in 0.1_f64..9.0) {
        let one = consistency(&table(&scores, 4, Missing::Listwise));
        if let Ok(other) = cronbach_alpha(&scores, 10, 4, Level::P95) {
            prop_assert!((one.alpha.unwrap().value - other.alpha.value).abs() < 1e-9);
            prop_assert!((one.sem.unwrap() - other.sem).abs() < 1e-9);
        }
        let scaled: Vec<f64> = scores.iter().map(|score| slope * score - 7.0).collect();
        let two = consistency(&table(&scaled, 4, Missing::Pairwise));
        if let (Ok(a), Ok(b)) = (one.lambda_6, two.lambda_6) {
            prop_assert!((a.value - b.value).abs() < 1e-9);
        }
    }
}
