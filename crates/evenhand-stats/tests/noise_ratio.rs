//! How much some evaluators scatter against the others: known variances are found again, intervals cover.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use evenhand_stats::{Level, NoiseResidual, Random, Undefined, additive, noise_ratio};

/// Panels of three out of 12 evaluators, of whom the first four scatter `ratio` times as much as the others.
fn residuals(ratio: f64, n_cells: u32, random: &mut Random) -> Vec<NoiseResidual> {
    let (mut cells, mut evaluators, mut y) = (Vec::new(), Vec::new(), Vec::new());
    for cell in 0..n_cells {
        let mut seats: Vec<u32> = (0..12).collect();
        for place in 0..3 {
            let other = place + random.below(12 - place);
            seats.swap(place, other);
        }
        seats.truncate(3);
        seats.sort_unstable();
        let level = 8.0 * random.normal();
        for evaluator in seats {
            let sd = if evaluator < 4 { 2.0 * ratio } else { 2.0 };
            cells.push(cell);
            evaluators.push(evaluator);
            y.push(level + f64::from(evaluator) + sd * random.normal());
        }
    }
    let fit = additive(&cells, &evaluators, &y, n_cells as usize, 12).unwrap();
    let one = |((panel, evaluator), y): ((&u32, &u32), &f64)| {
        let value =
            y - fit.cell_estimate(*panel as usize).unwrap() - fit.effects[*evaluator as usize].unwrap();
        NoiseResidual { panel: *panel, evaluator: *evaluator, member: *evaluator < 4, value }
    };
    cells.iter().zip(&evaluators).zip(&y).map(one).collect()
}

#[test]
fn known_variances_are_found_again_and_intervals_cover() {
    let mut random = Random::new(3);
    for ratio in [1.0, 1.75] {
        let (mut covered, mut sum, mut own, mut small) = (0, 0.0, 0.0, 0);
        for _ in 0..300 {
            let found = noise_ratio(&residuals(ratio, 80, &mut random), Level::P95).unwrap();
            let interval = found.ratio.interval.unwrap();
            covered += u32::from(interval.low <= ratio && ratio <= interval.high);
            small += u32::from(found.p < 0.05);
            sum += found.ratio.value;
            own += found.own.value;
        }
        let (mean, own, covered) = (sum / 300.0, own / 300.0, f64::from(covered) / 300.0);
        println!(
            "ratio {ratio}: mean {mean:.3}, own {own:.3}, covered {covered:.3}, p < 0.05 in {small} of 300"
        );
        assert!((mean / ratio - 1.0).abs() < 0.03, "{mean}");
        assert!((own / (2.0 * ratio) - 1.0).abs() < 0.03, "{own}");
        // The jackknife over four evaluators is only so exact.
        assert!((0.91..=0.99).contains(&covered), "{covered}");
        assert!(if ratio > 1.0 { small > 220 } else { small < 27 }, "{small}");
    }
}

#[test]
fn what_cannot_be_told_says_why() {
    let mut random = Random::new(8);
    let all = residuals(1.0, 40, &mut random);
    let one = |member: fn(u32) -> bool| {
        all.iter().map(|one| NoiseResidual { member: member(one.evaluator), ..*one }).collect::<Vec<_>>()
    };
    let few = |found| Undefined::TooFewUnits { needed: 2, found };
    assert_eq!(noise_ratio(&one(|evaluator| evaluator == 3), Level::P95).unwrap_err(), few(1));
    assert_eq!(noise_ratio(&one(|_| true), Level::P95).unwrap_err(), few(0));
    assert_eq!(noise_ratio(&[], Level::P95).unwrap_err(), few(0));
    let silent: Vec<NoiseResidual> = all.iter().map(|one| NoiseResidual { value: 0.0, ..*one }).collect();
    assert_eq!(noise_ratio(&silent, Level::P95).unwrap_err(), Undefined::NoVariance);
}
