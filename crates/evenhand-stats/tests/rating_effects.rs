//! Signs of rating effects against published and computed figures and simulations.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{Normals, close};
use evenhand_stats::{
    ItemTable, Level, Missing, Undefined, digit_preference, halo, low_information, range_restriction,
    share_difference, spread_ratio, straight_lining,
};

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

/// Values 1, 2, ... as often as the counts say.
fn scores(counts: &[usize]) -> Vec<f64> {
    let repeated = counts.iter().enumerate();
    repeated.flat_map(|(value, count)| std::iter::repeat_n((value + 1) as f64, *count)).collect()
}

#[test]
fn digits() {
    // scipy 1.12.0, stats.chi2_contingency(table, correction=False).
    let (own, panel) = (scores(&[10, 20, 5, 15, 30]), scores(&[30, 25, 25, 20, 20]));
    let found = digit_preference(&own, &panel, 5.0, Level::P95).unwrap();
    close("chi-squared", found.chi_squared, 19.378306878306876, 1e-12);
    close("p", found.p, 0.0006622125976481393, 1e-14);
    assert_eq!((found.df, found.own_round.value, found.own_round.n), (4, 0.375, 80));
    close("panel", found.panel_round.value, 1.0 / 6.0, 1e-15);
    // The first two values have to be joined: the smaller expected count of the first is 62/161 of 6.
    let (own, panel) = (scores(&[2, 10, 5, 15, 30]), scores(&[4, 30, 25, 20, 20]));
    let found = digit_preference(&own, &panel, 0.5, Level::P95).unwrap();
    close("joined", found.chi_squared, 19.073612468773756, 1e-12);
    assert_eq!((found.df, found.own_round.value, found.difference.p), (3, 1.0, None));
    let few = digit_preference(&[1., 2.], &panel, 1.0, Level::P95).unwrap_err();
    assert_eq!(few, Undefined::TooFewUnits { needed: 10, found: 2 });
    assert_eq!(digit_preference(&own, &panel, 0.0, Level::P95).unwrap_err(), Undefined::InvalidParameter);
}

#[test]
fn information() {
    // scipy 1.12.0, stats.entropy(counts, base=2), before the correction (m - 1) / (2 n ln 2).
    let (own, panel) = (scores(&[10, 20, 5, 15, 30]), scores(&[30, 25, 25, 20, 20]));
    let found = low_information(&own, &panel, Level::P95).unwrap();
    let correction = |n: f64| 4.0 / (2.0 * n * std::f64::consts::LN_2);
    close("own", found.own.value, 2.1084585933443494 + correction(80.0), 1e-12);
    close("panel", found.panel.value, 2.3045851693377997 + correction(120.0), 1e-12);
    close("difference", found.difference.value, found.own.value - found.panel.value, 1e-15);
    assert!(found.p.unwrap() < 0.05);
    let equal = low_information(&[3.0; 5], &[4.0; 6], Level::P95).unwrap();
    assert_eq!((equal.p, equal.difference.interval, equal.difference.value), (None, None, 0.0));
}

#[test]
fn spread_covers_and_errs_as_often_as_it_says() {
    // Skew scores (exponential) of standard deviation 0.6 against 1, then against the same.
    for (sd, truth) in [(0.6, 0.6), (1.0, 1.0)] {
        let mut random = Normals::new(3);
        let (mut covered, mut significant) = (0, 0);
        for _ in 0..400 {
            let own: Vec<f64> = (0..60).map(|_| -sd * random.uniform().ln()).collect();
            let panel: Vec<f64> = (0..200).map(|_| 5.0 - random.uniform().ln()).collect();
            let found = spread_ratio(&own, &panel, Level::P95).unwrap();
            let interval = found.ratio.interval.unwrap();
            covered += usize::from(interval.low <= truth && truth <= interval.high);
            significant += usize::from(found.p < 0.05);
        }
        // 380 expected, standard deviation 4.4; Bonett (2006), table 1, has 93 to 96% for exponential scores.
        assert!((364..=396).contains(&covered), "{covered} of 400");
        if truth == 1.0 {
            assert!((4..=36).contains(&significant), "{significant} of 400");
        } else {
            assert!(significant > 250, "{significant} of 400");
        }
    }
}

#[test]
fn spread_by_hand() {
    // Equal scores have a ratio of 1 and p of 1; twice the scores have a ratio of 2.
    let scores = [1., 2., 4., 4., 5., 7., 8., 9., 9., 12.];
    let same = spread_ratio(&scores, &scores, Level::P95).unwrap();
    assert_eq!((same.ratio.value, same.p, same.ratio.n), (1.0, 1.0, 10));
    let twice: Vec<f64> = scores.iter().map(|score| 2.0 * score).collect();
    close("ratio", spread_ratio(&twice, &scores, Level::P95).unwrap().ratio.value, 2.0, 1e-12);
    let narrow = range_restriction(&[4., 5., 5., 4., 6.], &scores, 0.0, 20.0, Level::P95).unwrap();
    close("own", narrow.own_range, 0.1, 1e-15);
    close("panel", narrow.panel_range, 0.55, 1e-15);
    assert!(narrow.spread.ratio.value < 1.0);
    let few = Undefined::TooFewUnits { needed: 5, found: 4 };
    assert_eq!(spread_ratio(&scores[..4], &scores, Level::P95).unwrap_err(), few);
    assert_eq!(spread_ratio(&[1.; 5], &scores, Level::P95).unwrap_err(), Undefined::NoVariance);
    let wrong = range_restriction(&scores, &scores, 1.0, 1.0, Level::P95).unwrap_err();
    assert_eq!(wrong, Undefined::InvalidParameter);
}

/// Sheets of four indicators whose correlation is that of a shared part of this standard deviation.
fn sheets(random: &mut Normals, n: usize, shared: f64) -> Vec<f64> {
    (0..n)
        .flat_map(|_| {
            let common = shared * random.next();
            [0; 4].map(|_| common + random.next())
        })
        .collect()
}

#[test]
fn halo_is_found_where_it_is() {
    let mut random = Normals::new(6);
    let (mut covered, mut false_alarms) = (0, 0);
    for _ in 0..300 {
        let (own, panel) = (sheets(&mut random, 40, 0.5), sheets(&mut random, 200, 0.5));
        let table = |scores| ItemTable::new(scores, scores.len() / 4, 4, Missing::Pairwise).unwrap();
        let found = halo(&table(&own), &table(&panel), Level::P95).unwrap();
        let interval = found.difference.interval.unwrap();
        covered += usize::from(interval.low <= 0.0 && 0.0 <= interval.high);
        false_alarms += usize::from(found.p.unwrap() < 0.05);
    }
    // 285 expected, standard deviation 3.8.
    assert!((272..=297).contains(&covered), "{covered} of 300");
    assert!((3..=28).contains(&false_alarms), "{false_alarms} of 300");
    let (own, panel) = (sheets(&mut random, 60, 1.5), sheets(&mut random, 200, 0.3));
    let own = ItemTable::new(&own, 60, 4, Missing::Pairwise).unwrap();
    let panel = ItemTable::new(&panel, 200, 4, Missing::Pairwise).unwrap();
    assert!(halo(&own, &panel, Level::P95).unwrap().p.unwrap() < 1e-4);
}

#[test]
fn mean_correlation() {
    // numpy 1.26: the mean of the upper triangle of corrcoef.
    #[rustfmt::skip]
    let scores = [1., 2., 1.5, 2., 1., 2.5, 3., 3.5, 2., 4., 3., 5., 2.5, 4., 3., 5., 4.5, 4.];
    let table = ItemTable::new(&scores, 6, 3, Missing::Listwise).unwrap();
    let found = halo(&table, &table, Level::P95).unwrap();
    close("own", found.own.value, 0.638234334828904, 1e-12);
    assert_eq!(found.difference.value, 0.0);
    let other = ItemTable::new(&scores, 9, 2, Missing::Listwise).unwrap();
    assert_eq!(halo(&table, &other, Level::P95).unwrap_err(), Undefined::NotComplete);
}

#[test]
fn straight_sheets() {
    let nan = f64::NAN;
    // Straight: the first, and the fourth with three scores; the third has too few.
    let own = [2., 2., 2., 2., 1., 2., 3., 4., 5., 5., nan, nan, 3., nan, 3., 3.];
    let panel = [1., 2., 2., 2., 4., 4., 4., 4., 1., 2., 3., 4., 4., 4., 4., 5.];
    let own = ItemTable::new(&own, 4, 4, Missing::Pairwise).unwrap();
    let panel = ItemTable::new(&panel, 4, 4, Missing::Pairwise).unwrap();
    let found = straight_lining(&own, &panel, 3, Level::P95).unwrap();
    close("own", found.own.value, 2.0 / 3.0, 1e-15);
    assert_eq!((found.own.n, found.panel.value, found.panel.n), (3, 0.25, 4));
    close("difference", found.difference.difference.value, 2.0 / 3.0 - 0.25, 1e-15);
    assert_eq!(straight_lining(&own, &panel, 1, Level::P95).unwrap_err(), Undefined::InvalidParameter);
    let none = straight_lining(&own, &panel, 5, Level::P95).unwrap_err();
    assert_eq!(none, Undefined::TooFewUnits { needed: 1, found: 0 });
}
