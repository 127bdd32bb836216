//! Rating effects: planted ones are found, clean data give no more alarms than they may, and what cannot be told says why.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, effects};
use evenhand_protocol::{
    EffectVerdict, EffectsAnswer, EvaluatorEffects, FindingKind, Outcome, RatingEffect, Reason,
};
use evenhand_simulate::{Centrality, Programme, ScoreScale, Simulated, simulate};
use evenhand_stats::Random;
use support::{Row, all, complete, simulated, table, table_with};

/// The evaluator that something is planted in.
const PLANTED: u32 = 2;

/// Panels of three; 12 evaluators at a time; scores from 0 to 10 in quarters.
fn programme() -> Programme {
    Programme {
        mixed_share: 0.4,
        n_providers: 40,
        turnover: 0.0,
        scale: ScoreScale { min: 0.0, max: 10.0, step: 0.25 },
        ..Programme::default()
    }
}

/// The same on a scale from 1 to 5.
fn coarse() -> Programme {
    Programme { scale: ScoreScale { min: 1.0, max: 5.0, step: 1.0 }, ..programme() }
}

fn ask(programme: &Simulated) -> EffectsAnswer {
    effects(&Design::new(&all(&simulated(programme))).unwrap())
}

fn verdict(row: &EvaluatorEffects, effect: RatingEffect) -> Option<EffectVerdict> {
    row.effect(effect)?.known().map(|found| found.verdict)
}

/// Of 20 programmes: in how many the planted evaluator has this verdict, and how many others have any of the kind.
fn found_in(
    programme: &Programme,
    plant: impl Fn(&mut Simulated, &mut Random),
    effect: RatingEffect,
    wanted: EffectVerdict,
) -> (u32, u32) {
    let (mut found, mut others) = (0, 0);
    for seed in 0..20 {
        let mut simulated = simulate(&programme.clone().check().unwrap(), seed);
        plant(&mut simulated, &mut Random::new(seed));
        let id = simulated.tables.evaluators[PLANTED as usize].id.clone();
        for row in &ask(&simulated).evaluators {
            let verdict = verdict(row, effect);
            found += u32::from(row.evaluator == id && verdict == Some(wanted));
            others += u32::from(row.evaluator != id && verdict == Some(wanted));
        }
    }
    (found, others)
}

/// Changes the scores of each sheet of the planted evaluator.
fn change_sheets(simulated: &mut Simulated, mut change: impl FnMut(&mut [&mut f64])) {
    let mut rows: Vec<_> = simulated.scores.iter_mut().filter(|row| row.evaluator == PLANTED).collect();
    rows.sort_by_key(|row| (row.round, row.provider, row.indicator));
    for sheet in rows.chunk_by_mut(|a, b| (a.round, a.provider) == (b.round, b.provider)) {
        let mut scores: Vec<&mut f64> = sheet.iter_mut().map(|row| &mut row.score).collect();
        change(&mut scores);
    }
}

fn nothing(_: &mut Simulated, _: &mut Random) {}

#[test]
fn central_tendency_and_extremity_are_told_apart() {
    for (factor, wanted) in [(0.5, EffectVerdict::Present), (1.7, EffectVerdict::Opposite)] {
        let centrality = vec![Centrality { evaluator: PLANTED as usize, factor }];
        let programme = Programme { centrality, ..programme() };
        let (found, others) = found_in(&programme, nothing, RatingEffect::CentralTendency, wanted);
        println!("spread times {factor}: found in {found} of 20, {others} others");
        assert!(found >= 18 && others <= 2, "{factor}: {found}, {others}");
    }
}

#[test]
fn a_narrow_range_tells_little() {
    let centrality = vec![Centrality { evaluator: PLANTED as usize, factor: 0.4 }];
    let programme = Programme { centrality, ..programme() };
    for effect in [RatingEffect::RangeRestriction, RatingEffect::LowInformation] {
        let (found, others) = found_in(&programme, nothing, effect, EffectVerdict::Present);
        println!("{effect:?}: found in {found} of 20, {others} others");
        assert!(found >= 16 && others <= 2, "{effect:?}: {found}, {others}");
    }
}

#[test]
fn halo_is_found() {
    // Something of the sheet, of standard deviation 1 of 10, in all of its scores; the residual is 0.6.
    let plant = |simulated: &mut Simulated, random: &mut Random| {
        change_sheets(simulated, |sheet| {
            let common = (4.0 * random.normal()).round() / 4.0;
            sheet.iter_mut().for_each(|score| **score = (**score + common).clamp(0.0, 10.0));
        });
    };
    let (found, others) = found_in(&programme(), plant, RatingEffect::Halo, EffectVerdict::Present);
    println!("halo: found in {found} of 20, {others} others");
    assert!(found >= 18 && others <= 3, "{found}, {others}");
}

#[test]
fn straight_lining_is_found() {
    let plant = |simulated: &mut Simulated, random: &mut Random| {
        change_sheets(simulated, |sheet| {
            if random.uniform() < 0.5 {
                let first = *sheet[0];
                sheet.iter_mut().for_each(|score| **score = first);
            }
        });
    };
    let (found, others) = found_in(&coarse(), plant, RatingEffect::StraightLining, EffectVerdict::Present);
    println!("straight-lining: found in {found} of 20, {others} others");
    assert!(found >= 18 && others == 0, "{found}, {others}");
}

#[test]
fn digit_preference_is_found() {
    let plant = |simulated: &mut Simulated, random: &mut Random| {
        change_sheets(simulated, |sheet| {
            for score in sheet {
                if random.uniform() < 0.6 {
                    **score = (2.0 * **score).round() / 2.0;
                }
            }
        });
    };
    let (found, others) =
        found_in(&programme(), plant, RatingEffect::DigitPreference, EffectVerdict::Present);
    println!("digit preference: found in {found} of 20, {others} others");
    assert!(found >= 18 && others <= 2, "{found}, {others}");
}

/// Nobody does anything of his own. Benjamini-Hochberg promises that at most one programme in twenty has an alarm, and
/// without adjustment one test in twenty may have a p below 0.05.
#[test]
fn clean_programmes_raise_few_alarms() {
    let (mut programmes, mut alarmed, mut tests, mut small) = (0, 0, 0, 0);
    for base in [programme(), coarse(), Programme { panel_size: 5, ..programme() }] {
        for seed in 0..20 {
            let mut clean = base.clone();
            clean.turnover = 0.2;
            let answer = ask(&simulate(&clean.check().unwrap(), seed));
            let found = || answer.evaluators.iter().flat_map(|row| &row.effects);
            let known = || found().filter_map(|found| found.outcome.known());
            let by_round = answer.evaluators.iter().flat_map(|row| &row.by_round);
            let by_round = || by_round.clone().flat_map(|round| &round.effects);
            let alarm = |found: &evenhand_protocol::EffectEstimate| found.verdict != EffectVerdict::NotShown;
            let in_rounds = by_round().filter_map(|found| found.outcome.known()).any(alarm);
            programmes += 2;
            alarmed += u32::from(known().any(alarm)) + u32::from(in_rounds);
            tests += known().filter(|found| found.p.is_some()).count();
            small += known().filter(|found| found.p.is_some_and(|p| p < 0.05)).count();
            assert_eq!(answer.n_tests as usize, known().filter(|found| found.p.is_some()).count());
        }
    }
    println!("{alarmed} of {programmes} families with an alarm, {small} of {tests} tests below 0.05");
    // 6 of 120 expected at most; 11 would be beyond two standard deviations of that.
    assert!(alarmed <= 10, "{alarmed} of {programmes}");
    assert!(tests > 3_000 && small as f64 <= 0.05 * tests as f64, "{small} of {tests}");
}

#[test]
fn a_finding_names_the_evaluator_and_the_effects() {
    let centrality = vec![Centrality { evaluator: PLANTED as usize, factor: 0.4 }];
    let simulated = simulate(&Programme { centrality, ..programme() }.check().unwrap(), 1);
    let id = &simulated.tables.evaluators[PLANTED as usize].id;
    let answer = ask(&simulated);
    let FindingKind::RatingEffectsCount { n_evaluators, n, n_tests } = &answer.findings[0].kind else {
        unreachable!("the first finding counts")
    };
    assert_eq!((*n_evaluators, *n, *n_tests), (1, 12, answer.n_tests));
    let FindingKind::RatingEffects { evaluator, effects } = &answer.findings[1].kind else {
        unreachable!("the second names the evaluator")
    };
    assert_eq!(evaluator, id);
    let central = effects.iter().find(|named| named.effect == RatingEffect::CentralTendency).unwrap();
    assert!(central.own < 0.6 * central.panel && !central.opposite, "{central:?}");
    assert!(central.contrast.interval.unwrap().high < 1.0);
}

#[test]
fn severity_and_drift_are_no_effects() {
    // Much harsher in the last two rounds, and harsher on one indicator: nothing of it is a matter of spread or halo.
    for seed in 0..5 {
        let mut simulated = simulate(&programme().check().unwrap(), seed);
        for row in simulated.scores.iter_mut().filter(|row| row.evaluator == PLANTED) {
            let harsher = if row.round >= 2 { 1.5 } else { 0.0 } + if row.indicator == 3 { 1.0 } else { 0.0 };
            row.score -= harsher;
        }
        let answer = ask(&simulated);
        let row = &answer.evaluators[PLANTED as usize];
        for effect in [RatingEffect::CentralTendency, RatingEffect::Halo] {
            assert_eq!(verdict(row, effect), Some(EffectVerdict::NotShown), "{seed} {effect:?}");
        }
    }
}

#[test]
fn what_cannot_be_told_says_why() {
    let simulated = simulate(&coarse().check().unwrap(), 3);
    let answer = ask(&simulated);
    let why = |effect| answer.evaluators[0].effect(effect).unwrap().reason().cloned();
    assert_eq!(why(RatingEffect::DigitPreference), Some(Reason::CoarseScale { needed: 20, found: 4 }));
    // Two evaluators on six providers, one indicator: too few providers, one indicator, and nothing straight.
    let scores = [3., 4., 5., 5., 2., 3., 4., 4., 1., 2., 5., 4.];
    let few = effects(&Design::new(&all(&table(&complete(&scores, 2), 1.0, 5.0))).unwrap());
    let why = |effect| few.evaluators[1].effect(effect).unwrap().reason().cloned();
    let units = Some(Reason::TooFewUnits { needed: 8, found: 6 });
    assert_eq!(why(RatingEffect::CentralTendency), units);
    assert_eq!(why(RatingEffect::LowInformation), units);
    assert_eq!(why(RatingEffect::StraightLining), Some(Reason::TooFewUnits { needed: 1, found: 0 }));
    assert!(few.findings.is_empty() && few.n_tests == 0);
    // Alone everywhere.
    let rows: Vec<Row> = complete(&scores, 1);
    let alone = effects(&Design::new(&all(&table(&rows, 1.0, 5.0))).unwrap());
    let reasons = alone.evaluators[0].effects.iter().map(|found| found.outcome.reason());
    assert!(reasons.clone().count() == 6 && { reasons }.all(|why| why == Some(&Reason::NoColleague)));
    assert!(alone.evaluators[0].by_round.is_empty());
}

/// Three evaluators, two indicators, ten providers. By hand: the first uses only even scores, of scores from 0 to 40 in
/// steps of 1, and always the same on both indicators.
#[test]
fn shares_by_hand() {
    let mut rows = Vec::new();
    for provider in 0..10u32 {
        for indicator in 0..3u32 {
            let level = 10.0 + f64::from(provider) + f64::from(indicator);
            let scores = [5.0 * (level / 5.0).round(), level + 1.0, level + 2.0];
            for (evaluator, score) in scores.into_iter().enumerate() {
                rows.push(Row { round: 0, provider, indicator, evaluator: evaluator as u32, score });
            }
        }
    }
    let table = table_with(&rows, 0.0, 40.0, |info| info.step = Some(1.0));
    let answer = effects(&Design::new(&all(&table)).unwrap());
    let known = |evaluator: usize, effect| match answer.evaluators[evaluator].effect(effect).unwrap() {
        Outcome::Known(found) => found,
        Outcome::Undefined(why) => unreachable!("{why:?}"),
    };
    let digits = known(0, RatingEffect::DigitPreference);
    // Levels run from 10 to 21; plus 1 or 2 they are multiples of 5 where the level is 14, 19, 13 or 18: of 30 scores
    // each, 3 + 3 and 3 + 3.
    assert_eq!((digits.own, digits.panel), (1.0, 0.2));
    assert_eq!(digits.verdict, EffectVerdict::Present);
    // Levels n, n + 1, n + 2 round to one multiple of 5 where n is 3, 4 or 5 less than an odd half: n = 13, 18 and so on.
    let straight = known(0, RatingEffect::StraightLining);
    let own = (10..20).filter(|n| (n + 2) / 5 == (n + 4) / 5).count() as f64 / 10.0;
    assert_eq!((straight.own, straight.panel, straight.contrast.n), (own, 0.0, 10));
}
