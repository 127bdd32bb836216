//! Differences of shares against published and computed figures.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use evenhand_stats::{Level, share_difference};

#[test]
fn differences_of_shares() {
    // Newcombe (1998), Interval estimation for the difference between independent proportions, table II, method 10,
    // examples (a) to (d); to more digits statsmodels 0.15.0, confint_proportions_2indep(method="newcomb") and
    // test_proportions_2indep(method="score", correction=False).
    let cases = [
        ([56, 70], [48, 80], 0.05243147240236498, 0.33387265403690614, 0.00804508136819656),
        ([9, 10], [3, 10], 0.1705227239345029, 0.809017973535488, 0.006169899320544151),
        ([6, 7], [2, 7], 0.05822792748231209, 0.8062496375242278, 0.03075356125927459),
        ([5, 56], [0, 29], -0.038137147903536936, 0.19256001385511165, 0.09718656817057973),
    ];
    for (first, second, low, high, p) in cases {
        let found = share_difference(first, second, Level::P95).unwrap();
        let interval = found.difference.interval.unwrap();
        close("low", interval.low, low, 1e-12);
        close("high", interval.high, high, 1e-12);
        close("p", found.p.unwrap(), p, 1e-12);
    }
    assert_eq!(share_difference([0, 5], [0, 9], Level::P95).unwrap().p, None);
    assert!(share_difference([0, 0], [0, 9], Level::P95).is_err());
}
