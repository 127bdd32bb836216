//! True values of units as members of a population, against the eight schools.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use evenhand_stats::{JointEstimates, Level, population_draws};

/// Rubin 1981, Journal of Educational Statistics 6, table 1: effect and standard error.
const SCHOOLS: [(f64, f64); 8] = [
    (28.0, 15.0),
    (8.0, 10.0),
    (-3.0, 16.0),
    (7.0, 11.0),
    (-1.0, 9.0),
    (1.0, 11.0),
    (18.0, 10.0),
    (12.0, 18.0),
];

fn schools() -> JointEstimates {
    let mut relative = vec![0.0; 64];
    for (i, (_, se)) in SCHOOLS.iter().enumerate() {
        relative[i * 8 + i] = se * se;
    }
    JointEstimates::new(&SCHOOLS.map(|school| school.0), &relative, 1.0, f64::INFINITY).unwrap()
}

#[test]
fn posterior_of_the_eight_schools() {
    // Exact, by R 4.2.2's integrate over tau of the closed-form moments given tau (Gelman et al. 2013, section 5.4), flat
    // priors: posterior mean, posterior sd, probability of an effect of at least 10.
    let reference = [
        (11.4003, 8.3414, 0.5142),
        (7.8946, 6.2748, 0.3543),
        (6.1307, 7.7652, 0.2956),
        (7.6447, 6.5463, 0.3450),
        (5.1264, 6.3574, 0.2163),
        (6.1385, 6.7103, 0.2748),
        (10.6670, 6.7856, 0.5029),
        (8.4568, 7.8882, 0.3903),
    ];
    let draws = population_draws(&schools(), 4_000).unwrap();
    // R: 6.575.
    assert!((draws.spread - 6.575).abs() < 0.1, "{}", draws.spread);
    for (unit, (mean, sd, p)) in reference.into_iter().enumerate() {
        let found = draws.summary(unit, Level::P95).unwrap();
        assert!((found.mean - mean).abs() < 0.4, "{unit}: {} for {mean}", found.mean);
        assert!((found.sd - sd).abs() < 0.4, "{unit}: {} for {sd}", found.sd);
        assert!((draws.at_least(unit, 10.0) - p).abs() < 0.025, "{unit}: {p}");
    }
}

#[test]
fn quantiles_of_the_first_school() {
    // As above, by R 4.2.2's uniroot on the posterior distribution function: -2.105 and 31.623.
    let interval = population_draws(&schools(), 4_000).unwrap().summary(0, Level::P95).unwrap().interval;
    assert!((interval.low + 2.105).abs() < 1.5, "{}", interval.low);
    assert!((interval.high - 31.623).abs() < 1.5, "{}", interval.high);
}

#[test]
fn probabilities_of_being_among_the_highest_add_up() {
    let draws = population_draws(&schools(), 4_000).unwrap();
    for k in [1, 3, 8] {
        let total: f64 = draws.among_highest(k).iter().sum();
        assert!((total - k as f64).abs() < 1e-9);
    }
    let first = draws.among_highest(1);
    assert!(first[0] > first[6] && first[6] > first[4]);
}

#[test]
fn ranks_of_the_eight_schools() {
    // 200,000 draws of Gelman et al. 2013, section 5.4 (tau on 2,000 points below 60, mu, effects one by one), in plain
    // Python 3.11 with its own generator, seed 1: probabilities of being first and of being last.
    let reference = [
        (0.2511, 0.0585),
        (0.1008, 0.1042),
        (0.0839, 0.1796),
        (0.0991, 0.1149),
        (0.0499, 0.2075),
        (0.0709, 0.1680),
        (0.2061, 0.0542),
        (0.1384, 0.1132),
    ];
    let draws = population_draws(&schools(), 4_000).unwrap();
    let (first, not_last) = (draws.among_highest(1), draws.among_highest(7));
    for (unit, (best, worst)) in reference.into_iter().enumerate() {
        // Three standard errors of 4,000 draws are 0.02.
        assert!((first[unit] - best).abs() < 0.025, "{unit}: {} for {best}", first[unit]);
        assert!((1.0 - not_last[unit] - worst).abs() < 0.025, "{unit}: {} for {worst}", not_last[unit]);
    }
    let likely = draws.likely_ranks(Level::P95);
    // The same draws: ranks 1 to 7 have 0.9415, 2 to 8 have 0.9501.
    assert_eq!((likely[0].rank, likely[0].low, likely[0].high), (1.0, 1, 7));
    assert!((likely[0].probability - 0.9415).abs() < 0.015);
    assert_eq!((likely[4].rank, likely[4].low, likely[4].high), (7.0, 2, 8));
}

#[test]
fn units_far_apart_have_one_rank_each() {
    let mut relative = vec![0.0; 25];
    (0..5).for_each(|i| relative[i * 6] = 1.0);
    let joint = JointEstimates::new(&[10.0, 50.0, 20.0, 40.0, 30.0], &relative, 1.0, 30.0).unwrap();
    let likely = population_draws(&joint, 4_000).unwrap().likely_ranks(Level::P95);
    let ranks: Vec<(usize, usize)> = likely.iter().map(|range| (range.low, range.high)).collect();
    assert_eq!(ranks, [(5, 5), (1, 1), (4, 4), (2, 2), (3, 3)]);
    assert!(likely.iter().all(|range| range.probability > 0.999));
}

#[test]
fn few_units_have_no_population() {
    let three =
        JointEstimates::new(&[1.0, 2.0, 3.0], &[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0], 1.0, 9.0);
    assert!(population_draws(&three.unwrap(), 4_000).is_err());
    let mut identity = vec![0.0; 16];
    (0..4).for_each(|i| identity[i * 5] = 1.0);
    let equal = JointEstimates::new(&[2.0; 4], &identity, 1.0, 9.0).unwrap();
    assert!(population_draws(&equal, 4_000).is_err());
}
