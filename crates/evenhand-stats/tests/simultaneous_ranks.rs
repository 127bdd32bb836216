//! Simultaneous confidence sets for ranks against published and independently computed values.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use evenhand_stats::{JointEstimates, Level, Random, RankInterval, joint_rank_intervals, simultaneous_ranks};

/// Mathematics in PISA 2018, OECD countries in alphabetical order: mean and standard error (OECD 2019, PISA 2018
/// Results, volume I, as the data set `pisa2018` of the R package csranks 1.2.2 has them).
const PISA: [(f64, f64); 37] = [
    (491.3600252, 1.939833031),
    (498.9423138, 2.970998694),
    (508.0703063, 2.262662011),
    (512.0169429, 2.357475749),
    (417.4065563, 2.41588757),
    (390.9322732, 2.989559274),
    (499.4676508, 2.460661531),
    (509.3983746, 1.735002337),
    (523.4145802, 1.743602224),
    (507.3013618, 1.967920411),
    (495.4075794, 2.320214487),
    (500.0437805, 2.647083096),
    (451.3703438, 3.091228197),
    (481.0826364, 2.319596741),
    (495.1873762, 1.953082603),
    (499.632894, 2.198621128),
    (463.0345488, 3.498563228),
    (486.5898573, 2.780045867),
    (526.9732502, 2.471475318),
    (525.933002, 3.121394315),
    (496.1263306, 1.962766789),
    (481.1911884, 1.953282039),
    (483.421485, 1.097632409),
    (408.8014734, 2.493225544),
    (519.2309824, 2.632277885),
    (494.489676, 1.705942856),
    (500.9637885, 2.219044878),
    (515.6478747, 2.602085176),
    (492.4874062, 2.684570081),
    (486.1648542, 2.555595707),
    (508.8975441, 1.363877596),
    (481.3926126, 1.462417763),
    (502.3877022, 2.654250935),
    (515.3147131, 2.908003898),
    (453.5077774, 2.260406789),
    (501.7698992, 2.564428111),
    (478.2447174, 3.235444099),
];

/// Best and worst ranks at 95%, computed in R 4.2.2 from the definition (pairs two-sided, step-down, pairs told apart
/// taken out) with 100,000 normal draws, seed 1; critical values of the steps 3.8236, 3.5817, 3.5735, 3.5724.
const LOW: [usize; 37] = [
    12, 7, 4, 3, 35, 37, 8, 4, 1, 5, 12, 7, 32, 23, 12, 9, 31, 16, 1, 1, 12, 24, 23, 35, 1, 12, 7, 1, 12, 18,
    4, 25, 5, 1, 32, 6, 23,
];
const HIGH: [usize; 37] = [
    29, 26, 18, 16, 36, 37, 25, 18, 6, 18, 26, 25, 34, 31, 26, 24, 34, 31, 6, 7, 26, 31, 31, 36, 10, 26, 24,
    12, 30, 31, 17, 31, 24, 13, 34, 24, 32,
];

fn independent(estimates: &[(f64, f64)], df: f64) -> JointEstimates {
    let n = estimates.len();
    let mut relative = vec![0.0; n * n];
    for (i, (_, se)) in estimates.iter().enumerate() {
        relative[i * n + i] = se * se;
    }
    let values: Vec<f64> = estimates.iter().map(|(value, _)| *value).collect();
    JointEstimates::new(&values, &relative, 1.0, df).unwrap()
}

#[test]
fn pisa_2018_as_in_r() {
    let found = simultaneous_ranks(&independent(&PISA, f64::INFINITY), Level::P95);
    // The critical value of the first step in R: 3.8236.
    assert!((found.critical - 3.8236).abs() < 0.05, "{}", found.critical);
    let apart = |k: usize| found.sets[k].low.abs_diff(LOW[k]) + found.sets[k].high.abs_diff(HIGH[k]);
    // One comparison lies within the noise of a simulated critical value.
    let off: usize = (0..PISA.len()).map(apart).sum();
    assert!(off <= 2, "{off}");
}

/// What the vignette "Inference for Ranks" of csranks 1.2.2 says of the same sets.
#[test]
fn pisa_2018_as_the_vignette_of_csranks_says() {
    let joint = independent(&PISA, f64::INFINITY);
    let sets = simultaneous_ranks(&joint, Level::P95).sets;
    let (germany, korea) = (sets[11], sets[19]);
    assert!(germany.low <= 7 && korea.high >= 7, "both contain rank 7");
    let last = [sets[4], sets[23], sets[5]];
    let others = (0..37).filter(|k| ![4, 23, 5].contains(k)).map(|k| sets[k].high).max();
    assert!(last.iter().all(|set| Some(set.low) > others), "Chile, Mexico, Colombia are apart");
    let sets = simultaneous_ranks(&joint, Level::new(0.75).unwrap()).sets;
    assert!(sets[11].low > sets[19].high, "at 75% Korea and Germany are apart");
}

/// With equal, independent errors the largest standardised difference is the studentised range over sqrt 2.
#[test]
fn the_critical_value_is_that_of_the_studentised_range() {
    // R 4: qtukey(0.95, n, df) / sqrt(2).
    let reference = [
        (3, 20.0, 2.529982),
        (3, f64::INFINITY, 2.343701),
        (5, 20.0, 2.992375),
        (10, 20.0, 3.541108),
        (10, f64::INFINITY, 3.163684),
        (40, 20.0, 4.505953),
        (40, f64::INFINITY, 3.887627),
    ];
    for (n, df, expected) in reference {
        let joint = independent(&vec![(0.0, 2.0); n], df);
        let found = simultaneous_ranks(&joint, Level::P95).critical;
        assert!((found - expected).abs() < 0.02 * expected, "{n} {df}: {found} for {expected}");
    }
}

/// Of samples with correlated errors: the share in which the sets hold all true ranks at once, and the share of single
/// ranks that the marginal sets hold.
fn coverage(truth: &[f64], samples: usize) -> (f64, f64) {
    let (n, df) = (truth.len(), 60.0);
    let relative: Vec<f64> = (0..n * n).map(|at| if at / n == at % n { 1.0 } else { 0.3 }).collect();
    let mut random = Random::new(5);
    let (mut covered, mut alone) = (0, 0);
    for _ in 0..samples {
        let common = random.normal() * 0.3_f64.sqrt();
        let values: Vec<f64> = truth.iter().map(|t| t + common + 0.7_f64.sqrt() * random.normal()).collect();
        let sigma2 = random.chi_squared(df) / df;
        let joint = JointEstimates::new(&values, &relative, sigma2, df).unwrap();
        // Any rank of a tied group is a true one; the set has to hold all of them.
        let holds = |(t, set): (&f64, &RankInterval)| {
            let above = truth.iter().filter(|other| *other > t).count();
            let tied = truth.iter().filter(|other| *other == t).count();
            set.low <= above + 1 && above + tied <= set.high
        };
        let sets = simultaneous_ranks(&joint, Level::P95).sets;
        covered += usize::from(truth.iter().zip(&sets).all(holds));
        let sets = joint_rank_intervals(&joint, Level::P95);
        alone += truth.iter().zip(&sets).filter(|pair| holds(*pair)).count();
    }
    (covered as f64 / samples as f64, alone as f64 / (samples * n) as f64)
}

/// Where no rank can be told, and between groups that are far apart, the level is met: every pair that is not told apart
/// is a tie. Of 1,000 samples at 95% the binomial 99% bounds are 0.932 and 0.968 (R 4.2: `qbinom(c(.005, .995), 1000,
/// .95) / 1000` = 0.931, 0.967). Single ranks come eight to a sample and are correlated, so their bounds are not
/// narrower.
#[test]
fn sets_cover_all_ranks_at_once_at_the_nominal_level() {
    for truth in [[0.0; 8], [0.0, 0.0, 0.0, 0.0, 30.0, 30.0, 30.0, 30.0]] {
        let (together, alone) = coverage(&truth, 1000);
        assert!((0.931..=0.968).contains(&together), "{truth:?} together: {together}");
        assert!((0.931..=0.968).contains(&alone), "{truth:?} alone: {alone}");
    }
}

/// Where some units differ a little, pairs that differ stay among those tested, which cannot go wrong but for their sign,
/// and the sets are surer than they say. Of 300 samples at 95% the lower binomial 99% bound is 0.917.
#[test]
fn sets_are_never_less_sure_than_they_say() {
    let (together, alone) = coverage(&[0.0, 0.0, 0.0, 0.0, 1.0, 1.5, 3.0, 6.0], 300);
    assert!(together >= 0.917 && alone >= 0.917, "{together} {alone}");
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    assert!(JointEstimates::new(&[1.0, 2.0], &[1.0, 0.0, 0.0], 1.0, 5.0).is_err());
    assert!(JointEstimates::new(&[1.0, 2.0], &[1.0, 1.0, 1.0, 1.0], 1.0, 5.0).is_err());
    assert!(JointEstimates::new(&[1.0, 2.0], &[1.0, 0.0, 0.0, 1.0], 0.0, 5.0).is_err());
    assert!(JointEstimates::new(&[1.0, f64::NAN], &[1.0, 0.0, 0.0, 1.0], 1.0, 5.0).is_err());
    let one = JointEstimates::new(&[1.0], &[1.0], 1.0, 5.0).unwrap();
    let sets = simultaneous_ranks(&one, Level::P95).sets;
    assert_eq!((sets[0].low, sets[0].high), (1, 1));
}
