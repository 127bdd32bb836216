//! Funnel limits and the reliable change index against published values.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use evenhand_stats::{Level, MeasurementError, funnel};

/// Log relative risks and standard errors of the 13 BCG trials (Colditz et al. 1994): R package metafor 3.8.1,
/// escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg).
const BCG: [(f64, f64); 13] = [
    (-0.8893113339, 0.5706003549),
    (-1.5853886572, 0.4411135017),
    (-1.3480731483, 0.6444904696),
    (-1.4415511900, 0.1414568199),
    (-0.2175473222, 0.2262966464),
    (-0.7861155858, 0.0831000509),
    (-1.6208982236, 0.4722470197),
    (0.0119523335, 0.0629410780),
    (-0.4694176487, 0.2375588568),
    (-1.3713448035, 0.2702310005),
    (-0.3393588283, 0.1114101161),
    (0.4459134006, 0.7297299810),
    (-0.0173139482, 0.2672165034),
];

#[test]
fn without_winsorising_the_variance_between_is_that_of_dersimonian_and_laird() {
    let (values, ses): (Vec<f64>, Vec<f64>) = BCG.into_iter().unzip();
    let found = funnel(&values, &ses, 0.0).unwrap();
    // metafor 3.8.1, rma(yi, vi, data = dat.bcg, method = "DL"): tau2 = 0.3087602629, QE = 152.2330081;
    // the inverse-variance mean is -0.4302851637.
    assert!((found.between_sd * found.between_sd - 0.3087602629).abs() < 1e-8);
    assert!((found.dispersion * 13.0 - 152.2330081).abs() < 1e-6);
    assert!(found.overdispersed);
    assert!((found.target + 0.4302851637).abs() < 1e-8);
    // Winsorising takes the extreme trials' part out.
    assert!(funnel(&values, &ses, 0.1).unwrap().dispersion < found.dispersion);
}

#[test]
fn limits_without_overdispersion_are_those_of_the_normal_distribution() {
    let found = funnel(&[10.2, 9.7, 10.1, 9.9, 10.1], &[1.0, 1.0, 2.0, 2.0, 0.5], 0.1).unwrap();
    assert!(!found.overdispersed);
    assert_eq!(found.between_sd, 0.0);
    // Quantiles of the normal distribution: 1.959964 and, for 99.8%, 3.090232.
    for (level, z) in [(0.95, 1.959964), (0.998, 3.090232)] {
        let limits = found.limits(2.0, Level::new(level).unwrap());
        assert!((limits.high - found.target - 2.0 * z).abs() < 1e-5);
        assert!((found.target - limits.low - 2.0 * z).abs() < 1e-5);
    }
}

#[test]
fn a_funnel_needs_units_and_errors() {
    assert!(funnel(&[1.0, 2.0], &[1.0, 1.0], 0.1).is_err());
    assert!(funnel(&[1.0, 2.0, 3.0], &[1.0, 0.0, 1.0], 0.1).is_err());
    assert!(funnel(&[1.0, 2.0, 3.0], &[1.0, 1.0], 0.1).is_err());
    assert!(funnel(&[1.0, 2.0, 3.0], &[1.0, 1.0, 1.0], 0.5).is_err());
}

#[test]
fn the_reliable_change_index_is_the_change_over_the_error_of_a_difference() {
    // The definition of Jacobson & Truax 1991 with s = 7.5, r = .80 and a change from 32.5 to 47.5, in R 4.2.2:
    // 7.5 * sqrt(1 - .8) = 3.354102, times sqrt(2) = 4.743416, 15 / 4.743416 = 3.162278.
    let error = MeasurementError::from_reliability(7.5, 0.80, 30).unwrap();
    assert!((error.sem - 3.354102).abs() < 1e-6);
    assert!((error.sem * std::f64::consts::SQRT_2 - 4.743416).abs() < 1e-6);
    let change = error.reliable_change(47.5 - 32.5);
    assert!((change.index - 3.162278).abs() < 1e-6);
    assert!(change.reliable && change.p < 0.01);
    assert!(!error.reliable_change(-9.0).reliable);
}

#[test]
fn errors_of_scores_give_what_their_reliability_gives() {
    // Variance of 1..5 is 2.5; an error variance of 0.5 is a reliability of 0.8.
    let scores = [1.0, 2.0, 3.0, 4.0, 5.0];
    let error = MeasurementError::from_errors(&scores, &[0.5_f64.sqrt(); 5]).unwrap();
    let same = MeasurementError::from_reliability(2.5_f64.sqrt(), 0.8, 5).unwrap();
    assert!((error.sem - same.sem).abs() < 1e-12 && (error.reliability - 0.8).abs() < 1e-12);
    assert!(MeasurementError::from_errors(&scores, &[0.0; 5]).is_err());
    assert_eq!(MeasurementError::from_errors(&scores, &[9.0; 5]).unwrap().reliability, 0.0);
}
