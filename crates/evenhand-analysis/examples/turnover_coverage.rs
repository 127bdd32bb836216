//! How often the intervals of what a change is made of cover the truth, and how often ties to providers are found where
//! they are and where they are not, by simulation: `cargo run --release -p evenhand-analysis --example turnover_coverage
//! [PROGRAMMES]`.
//!
//! Changes: four rounds of 40 providers, half of whom improve by 3 points a round, 20 evaluators of whom a quarter is
//! replaced every round, severities with a standard deviation of 6 points; an evaluator may be off by as much as said in a
//! round without drifting. Ties: 15 evaluators of 5 organisations, 60 providers, four rounds, 120 declared conflicts of
//! interest; one evaluator may favour the own organisation.
#![allow(clippy::unwrap_used, reason = "a simulation fails by panicking")]

#[path = "../tests/support/mod.rs"]
mod support;

use evenhand_analysis::{Design, conflicts, turnover};
use evenhand_protocol::{ConflictKind, ConflictVerdict};
use evenhand_simulate::{Partiality, Programme, ProviderTrend, simulate};
use support::split::true_parts;
use support::{all, simulated};

fn main() {
    let programmes: u64 = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(200);
    println!("{programmes} programmes each\n");
    println!(
        "| off in a round, SD | other evaluators | drift | providers' change | error of what is left for providers | of the raw change | not linked |"
    );
    println!("|---|---|---|---|---|---|---|");
    [0.0, 0.75, 1.5, 3.0].into_iter().for_each(|sd| changes(programmes, sd));
    println!(
        "\n| favour | found | others alarmed | evaluators with p < 0.05 | overall p < 0.05 | by permutation |"
    );
    println!("|---|---|---|---|---|---|");
    [0.0, 6.0, 9.0].into_iter().for_each(|favour| ties(programmes, favour));
}

fn changes(programmes: u64, evaluator_round: f64) {
    let mut programme =
        Programme { n_providers: 40, n_evaluators: 20, turnover: 0.25, ..Programme::default() };
    programme.spreads.evaluator = 6.0;
    programme.spreads.evaluator_round = evaluator_round;
    programme.provider_trends = (0..20).map(|provider| ProviderTrend { provider, per_round: 3.0 }).collect();
    let (mut covered, mut told_so) = ([0u32; 3], [0u32; 3]);
    let (mut n, mut unlinked, mut left, mut raw) = (0u32, 0u32, 0.0, 0.0);
    for seed in 0..programmes {
        let simulated_programme = simulate(&programme.clone().check().unwrap(), seed);
        let answer = turnover(&Design::new(&all(&simulated(&simulated_programme))).unwrap());
        for (from, split) in answer.splits.iter().enumerate() {
            let truth = true_parts(&simulated_programme, from);
            let Some(parts) = split.parts.known() else {
                unlinked += 1;
                continue;
            };
            let told = [&parts.composition, &parts.drift, &parts.provider_change];
            for (k, (part, truth)) in told.iter().zip([truth[0], truth[1], truth[3]]).enumerate() {
                // Where nobody drifts and nobody is seen to be unsteady, drift is 0 without an interval.
                if let Some(ends) = part.interval {
                    told_so[k] += 1;
                    covered[k] += u32::from(ends.low <= truth && truth <= ends.high);
                }
            }
            left += (parts.provider_change.value - truth[3]).powi(2);
            raw += (split.raw - truth[3]).powi(2);
            n += 1;
        }
    }
    let share = |k: usize| 100.0 * f64::from(covered[k]) / f64::from(told_so[k]);
    let rmse = |sum: f64| (sum / f64::from(n)).sqrt();
    println!(
        "| {evaluator_round} | {:.1}% | {:.1}% | {:.1}% | {:.2} | {:.2} | {unlinked} of {} |",
        share(0),
        share(1),
        share(2),
        rmse(left),
        rmse(raw),
        n + unlinked
    );
}

fn ties(programmes: u64, favour: f64) {
    let mut programme = Programme {
        n_providers: 60,
        n_evaluators: 15,
        n_affiliations: 5,
        n_conflicts: 120,
        turnover: 0.0,
        mixed_share: 0.6,
        ..Programme::default()
    };
    if favour > 0.0 {
        programme.partiality = vec![Partiality { evaluator: 4, leniency: favour }];
    }
    let (mut found, mut alarmed, mut others, mut small, mut tests) = (0u32, 0u32, 0u32, 0u32, 0u32);
    let mut overall = [0u32; 2];
    for seed in 0..programmes {
        let simulated_programme = simulate(&programme.clone().check().unwrap(), seed);
        let answer = conflicts(&Design::new(&all(&simulated(&simulated_programme))).unwrap());
        let of = answer.of(ConflictKind::SameAffiliation).unwrap();
        let effect = of.overall.known().unwrap();
        overall[0] += u32::from(effect.p < 0.05);
        overall[1] += u32::from(effect.p_permutation < 0.05);
        let mut any = false;
        for row in &of.evaluators {
            let Some(effect) = row.effect.known() else { continue };
            let shown = effect.verdict != ConflictVerdict::NotShown;
            if favour > 0.0 && row.evaluator == "E005" {
                found += u32::from(shown);
                continue;
            }
            others += u32::from(shown);
            any |= shown;
            small += u32::from(effect.p < 0.05);
            tests += 1;
        }
        alarmed += u32::from(any);
    }
    let of = |hits: u32, n: u64| 100.0 * f64::from(hits) / n as f64;
    let found = if favour > 0.0 { format!("{:.1}%", of(found, programmes)) } else { "–".to_owned() };
    println!(
        "| {favour} | {found} | {:.2}% of {tests}, in {:.1}% of the programmes | {:.1}% | {:.1}% | {:.1}% |",
        of(others, u64::from(tests)),
        of(alarmed, programmes),
        of(small, u64::from(tests)),
        of(overall[0], programmes),
        of(overall[1], programmes)
    );
}
