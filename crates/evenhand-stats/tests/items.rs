//! Item statistics, shares and entropy against figures worked by hand, R and published tables.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use common::tables::ATTITUDE;
use evenhand_stats::{
    ItemProfile, ItemScale, ItemTable, Level, Missing, Undefined, entropy, item_profiles, proportion,
};

fn profiles(scores: &[f64], k: usize, scale: ItemScale) -> Vec<ItemProfile> {
    let table = ItemTable::new(scores, scores.len() / k, k, Missing::Pairwise).unwrap();
    item_profiles(&table, &vec![scale; k], Level::P95).unwrap()
}

#[test]
fn attitude() {
    // R 4.2.2, psych 2.2.9, alpha(attitude)$item.stats$r.drop; METHODS section 4 for alpha if deleted.
    let rest =
        [0.6712620572, 0.7421097102, 0.5607111115, 0.7144454981, 0.7862755938, 0.2650343392, 0.4608105495];
    let deleted = [0.8098, 0.7969, 0.8278, 0.8030, 0.7954, 0.8639, 0.8405];
    let found = profiles(&ATTITUDE, 7, ItemScale { min: 0.0, max: 100.0 });
    for ((item, rest), deleted) in found.iter().zip(rest).zip(deleted) {
        close("item-rest", item.item_rest.unwrap().value, rest, 5e-11);
        close("alpha if deleted", item.alpha_if_deleted.unwrap(), deleted, 5e-5);
        assert_eq!((item.n, item.missing.value, item.floor.value), (30, 0.0, 0.0));
    }
    // R's summary(attitude): the mean rating is 64.63.
    close("difficulty", found[0].difficulty.unwrap(), 0.6463, 5e-5);
}

#[test]
fn by_hand() {
    // Ten units; totals (twice the mean) 2 3 3 5 5 6 6 8 9 10. The lower 27% are three units (2, 3, 3), the upper three
    // (8, 9, 10): first indicator 1 1 2 and 5 4 5, means 4/3 and 14/3, difference 10/3 of a range of 4.
    #[rustfmt::skip]
    let scores = [1., 1., 1., 2., 2., 1., 3., 2., 2., 3., 3., 3., 2., 4., 5., 3., 4., 5., 5., 5.];
    let found = &profiles(&scores, 2, ItemScale { min: 1.0, max: 5.0 })[0];
    let discrimination = found.discrimination.unwrap();
    close("discrimination", discrimination.value, 10.0 / 12.0, 1e-12);
    // Variances 1/3 each over a range of 4, three units in each group: Welch's error and 4 degrees of freedom.
    close("its error", discrimination.se.unwrap(), (2.0_f64 / 9.0).sqrt() / 4.0, 1e-12);
    let half = 2.776_445_105_197_793 * (2.0_f64 / 9.0).sqrt() / 4.0;
    close("its interval", discrimination.interval.unwrap().high, 10.0 / 12.0 + half, 1e-9);
    assert_eq!((discrimination.n, found.floor.value, found.ceiling.value), (6, 0.2, 0.2));
    close("difficulty", found.difficulty.unwrap(), 2.8 / 5.0, 1e-12);
}

#[test]
fn missing_scores_are_counted() {
    let mut scores = ATTITUDE.to_vec();
    for unit in 0..6 {
        scores[unit * 7] = f64::NAN;
    }
    let found = profiles(&scores, 7, ItemScale { min: 0.0, max: 100.0 });
    assert_eq!((found[0].n, found[0].missing.value, found[1].n), (24, 0.2, 30));
}

#[test]
fn wilson() {
    // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
    let cases =
        [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)];
    for (successes, trials, low, high) in cases {
        let interval = proportion(successes, trials, Level::P95).unwrap().interval.unwrap();
        close("low", interval.low, low, 5.1e-5);
        close("high", interval.high, high, 5.1e-5);
    }
    assert_eq!(proportion(0, 0, Level::P95).unwrap_err(), Undefined::TooFewUnits { needed: 1, found: 0 });
    assert_eq!(proportion(3, 2, Level::P95).unwrap_err(), Undefined::InvalidParameter);
}

#[test]
fn entropy_in_bits() {
    // By hand: shares 1/2, 1/4, 1/4 have 1.5 bits; the correction is 2 / (2 * 8 ln 2); the variance of -log2 p is 1/4.
    let scores = [1., 1., 1., 1., 2., 2., 3., 3.];
    let found = entropy(&scores, Level::P95).unwrap();
    close("entropy", found.value, 1.5 + 1.0 / (8.0 * std::f64::consts::LN_2), 1e-12);
    close("error", found.se.unwrap(), (0.25_f64 / 8.0).sqrt(), 1e-12);
    let equal = entropy(&[2.0; 9], Level::P95).unwrap();
    assert_eq!((equal.value, equal.interval), (0.0, None));
    assert_eq!(entropy(&[1.0], Level::P95).unwrap_err(), Undefined::TooFewUnits { needed: 2, found: 1 });
}

#[test]
fn reasons() {
    let table = ItemTable::new(&ATTITUDE, 30, 7, Missing::Listwise).unwrap();
    let scale = ItemScale { min: 0.0, max: 100.0 };
    assert_eq!(item_profiles(&table, &[scale], Level::P95).unwrap_err(), Undefined::NotComplete);
    let empty = ItemScale { min: 5.0, max: 5.0 };
    assert_eq!(item_profiles(&table, &[empty; 7], Level::P95).unwrap_err(), Undefined::InvalidParameter);
    let same = [1., 2., 2., 1., 1., 2., 2., 1., 1., 2., 2., 1.];
    let found = profiles(&same, 2, ItemScale { min: 0.0, max: 2.0 });
    assert_eq!(found[0].discrimination.unwrap_err(), Undefined::NoVariance);
}
