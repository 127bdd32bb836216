//! Each configuration that cannot be simulated is refused at the door, with the field and the value.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail the test")]

use evenhand_simulate::{
    Drift, DriftKind, Halo, IndicatorDrift, Partiality, Programme, ProviderTrend, Rounding, ScoreScale,
    SimulationError, StraightLining,
};

#[track_caller]
fn refused(change: impl FnOnce(&mut Programme), message: &str) {
    let mut programme = Programme::default();
    change(&mut programme);
    let error: SimulationError = programme.check().unwrap_err();
    assert_eq!(error.to_string(), message);
}

#[test]
fn counts_out_of_bounds() {
    refused(|p| p.n_rounds = 0, "n_rounds is 0, expected 1 to 10000");
    refused(|p| p.n_providers = 0, "n_providers is 0, expected 1 to 1000000");
    refused(|p| p.n_dimensions = 9, "n_dimensions is 9, expected 1 to 8");
    refused(|p| p.n_reversed = 9, "n_reversed is 9, expected 0 to 8");
    refused(|p| p.panel_size = 13, "panel_size is 13, expected 1 to 12");
    let huge =
        |p: &mut Programme| (p.n_rounds, p.n_providers, p.n_indicators) = (10_000, 1_000_000, 1_000_000);
    refused(huge, &format!("number of scores is {}, expected 1 to 400000000", 30_000_000_000_000_000_u64));
}

#[test]
fn shares_and_spreads_out_of_bounds() {
    refused(|p| p.missing_share = 1.5, "missing_share is 1.5, expected a share from 0 to 1");
    refused(|p| p.turnover = f64::NAN, "turnover is NaN, expected a share from 0 to 1");
    refused(|p| p.spreads.halo = -1.0, "spreads.halo is -1, expected a finite number of at least 0");
    refused(|p| p.mean_level = f64::INFINITY, "mean_level is inf, expected a finite number");
}

#[test]
fn scales_and_weights_that_do_not_fit() {
    refused(
        |p| p.scale = ScoreScale { min: 1.0, max: 10.0, step: 0.7 },
        "the scale 1 to 10 by 0.7 is not a whole number of steps, from 1 to 100000, \
         written with at most six decimals",
    );
    refused(|p| p.weights = vec![1.0; 3], "weights has 3 values, expected none or 8 with a sum above 0");
    refused(|p| p.weights = vec![0.0; 8], "weights has 8 values, expected none or 8 with a sum above 0");
    refused(|p| p.weights = vec![-1.0; 8], "weights is -1, expected a finite number of at least 0");
}

#[test]
fn effects_on_what_does_not_exist() {
    refused(
        |p| p.drift = vec![Drift { evaluator: 99, kind: DriftKind::Trend { per_round: 1.0 } }],
        "drift.evaluator names index 99, expected less than 16",
    );
    refused(
        |p| p.drift = vec![Drift { evaluator: 0, kind: DriftKind::Shift { from_round: 4, by: 1.0 } }],
        "drift.from_round names index 4, expected less than 4",
    );
    refused(|p| p.breaks = vec![7], "breaks names index 7, expected less than 4");
    refused(
        |p| p.provider_trends = vec![ProviderTrend { provider: 20, per_round: 1.0 }],
        "provider_trends.provider names index 20, expected less than 20",
    );
}

#[test]
fn more_leave_than_may() {
    refused(
        |p| {
            p.turnover = 1.0;
            p.drift = vec![Drift { evaluator: 0, kind: DriftKind::Erratic { sd: 1.0 } }];
        },
        "turnover has 12 evaluators leave in one round, but only 11 may leave",
    );
}

#[test]
fn ways_that_cannot_be() {
    refused(|p| p.n_conflicts = 161, "n_conflicts is 161, expected 0 to 160");
    refused(|p| p.conflict_leniency = f64::NAN, "conflict_leniency is NaN, expected a finite number");
    refused(
        |p| p.partiality = vec![Partiality { evaluator: 16, leniency: 1.0 }],
        "partiality.evaluator names index 16, expected less than 16",
    );
    refused(
        |p| p.halo = vec![Halo { evaluator: 0, sd: -1.0 }],
        "halo.sd is -1, expected a finite number of at least 0",
    );
    refused(
        |p| p.straight_lining = vec![StraightLining { evaluator: 0, share: 2.0 }],
        "straight_lining.share is 2, expected a share from 0 to 1",
    );
    refused(
        |p| p.rounding = vec![Rounding { evaluator: 0, share: 0.5, steps: 0 }],
        "rounding.steps is 0, expected 1 to 1000000",
    );
    refused(
        |p| p.indicator_drift = vec![IndicatorDrift { indicator: 0, from_round: 4, by: 1.0 }],
        "indicator_drift.from_round names index 4, expected less than 4",
    );
}
