//! Facets: planted interactions, slips and unused steps are found, and little is found where nothing was planted.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, facets};
use evenhand_protocol::{Facets, FindingKind, InteractionTable, InteractionWith, Outcome, Reason, Recoding};
use evenhand_stats::Random;
use evenhand_table::ScoreTable;
use support::{Row, all, build, rating::rating, skating::skating, table};

const N_ROUNDS: u32 = 3;
const N_PROVIDERS: u32 = 40;
const N_EVALUATORS: usize = 12;
const PANEL: usize = 4;
const N_INDICATORS: u32 = 6;

/// Logits by which evaluator 0 is harsher on indicator 2, evaluator 1 with every second provider, and evaluator 2 in the
/// last round.
fn planted(size: f64, seed: u64) -> Vec<Row> {
    let mut random = Random::new(seed);
    let mut effects = |n: usize| -> Vec<f64> { (0..n).map(|_| 0.5 * random.normal()).collect() };
    let (severity, difficulty) = (effects(N_EVALUATORS), effects(N_INDICATORS as usize));
    let mut rows = Vec::new();
    for round in 0..N_ROUNDS {
        for provider in 0..N_PROVIDERS {
            let ability = random.normal();
            let mut members: Vec<usize> = (0..N_EVALUATORS).collect();
            for place in 0..PANEL {
                members.swap(place, place + random.below(N_EVALUATORS - place));
            }
            for evaluator in members[..PANEL].iter().copied() {
                for indicator in 0..N_INDICATORS {
                    let departs = (evaluator == 0 && indicator == 2)
                        || (evaluator == 1 && provider % 2 == 1)
                        || (evaluator == 2 && round == 2);
                    let harsher = if departs { size } else { 0.0 };
                    let eta = ability - severity[evaluator] - difficulty[indicator as usize] - harsher;
                    let score = rating(eta, &mut random);
                    let evaluator = evaluator as u32;
                    rows.push(Row { round, provider, indicator, evaluator, score });
                }
            }
        }
    }
    rows
}

/// Providers of two categories in turn.
fn with_categories(rows: &[Row]) -> ScoreTable {
    let mut metadata = table(rows, 0.0, 4.0).metadata().clone();
    for (code, provider) in metadata.providers.iter_mut().enumerate() {
        provider.category = Some(if code % 2 == 1 { "home care" } else { "day care" }.to_owned());
    }
    build(metadata, rows.iter().copied())
}

fn known(table: &ScoreTable) -> Facets {
    match facets(&Design::new(&all(table)).unwrap()).facets {
        Outcome::Known(facets) => facets,
        Outcome::Undefined(reason) => unreachable!("{reason:?}"),
    }
}

fn of(facets: &Facets, with: InteractionWith) -> &InteractionTable {
    facets.interactions.iter().find(|table| table.with == with).unwrap()
}

const ALL: [InteractionWith; 3] =
    [InteractionWith::Round, InteractionWith::Indicator, InteractionWith::Category];

#[test]
fn planted_interactions_are_the_surest() {
    let table = with_categories(&planted(1.2, 7));
    let answer = facets(&Design::new(&all(&table)).unwrap());
    let facets = known(&table);
    for (with, evaluator, element) in [
        (InteractionWith::Round, "E3", "R3"),
        (InteractionWith::Indicator, "E1", "I3"),
        (InteractionWith::Category, "E2", ""),
    ] {
        let found = of(&facets, with);
        let surest = &found.terms[0];
        assert_eq!(surest.evaluator, evaluator, "{with:?}");
        // With two categories the departures of an evaluator mirror each other.
        assert!(element.is_empty() || surest.with == element, "{surest:?}");
        assert!(surest.p_adjusted.unwrap() < 0.05, "{surest:?}");
        assert_eq!(surest.points < 0.0, surest.size < 0.0);
        assert!((surest.t - surest.size / surest.se).abs() < 1e-12);
        let (p, df) = (found.p.unwrap(), found.df);
        println!(
            "{with:?}: chi-square {} on {df}, p {p}, dependence {}",
            found.chi_squared, found.dependence
        );
        // Of all pairs together one or two are not many.
        assert!(p < 0.5 && found.dependence >= 1.0 && df < f64::from(found.n_terms));
        let said = answer.findings.iter().any(|finding| {
            matches!(&finding.kind, FindingKind::InteractionExtreme { with: of, evaluator: who, .. }
                if *of == with && who == evaluator)
        });
        assert!(said, "{with:?}");
    }
}

#[test]
fn little_is_found_where_nothing_was_planted() {
    let (mut alarms, mut families) = (0, 0);
    for seed in 0..30 {
        let facets = known(&with_categories(&planted(0.0, 100 + seed)));
        for with in ALL {
            let found = of(&facets, with);
            families += 1;
            alarms += u32::from(found.n_beyond_chance > 0);
        }
    }
    // Where nothing is true, the adjustment promises an alarm in at most 5 of 100 families; 90 of them would have
    // more than 11 with a probability below 0.2%.
    println!("{alarms} of {families} families raised an alarm");
    assert!(alarms <= 11, "{alarms} of {families}");
}

#[test]
fn a_slip_is_the_most_surprising_score() {
    let mut rows = planted(0.0, 3);
    // A provider who gets the best scores from everybody, and the worst from one on one indicator.
    for row in rows.iter_mut().filter(|row| (row.round, row.provider) == (1, 5)) {
        row.score = 4.0;
    }
    let slip = rows.iter().position(|row| (row.round, row.provider, row.indicator) == (1, 5, 4)).unwrap();
    rows[slip].score = 0.0;
    let facets = known(&with_categories(&rows));
    let surprising = &facets.unexpected.scores[0];
    assert_eq!((surprising.round.as_str(), surprising.provider.as_str()), ("R2", "P6"));
    assert_eq!(surprising.indicator, "I5");
    assert_eq!(surprising.evaluator, format!("E{}", rows[slip].evaluator + 1));
    assert!(surprising.score == 0.0 && surprising.expected > 2.0 && surprising.standardised < -3.0);
}

#[test]
fn every_score_is_in_a_step_and_curves_add_up() {
    let facets = known(&with_categories(&planted(0.0, 5)));
    let [scale] = facets.scales.as_slice() else { unreachable!("{:?}", facets.scales.len()) };
    assert_eq!(scale.categories.len(), 5);
    assert_eq!(facets.categories.recoding, Recoding::None);
    let n: u32 = scale.categories.iter().map(|category| category.n).sum();
    assert!(n <= facets.n_scores && n > facets.n_scores / 2);
    for (k, category) in scale.categories.iter().enumerate() {
        assert_eq!((category.first, category.last), (k as f64, k as f64));
        // Thresholds a logit apart make every step the most probable one from its threshold on.
        assert!(category.is_modal);
        assert_eq!(category.most_probable_from.is_some(), k > 0);
        if let (Some(from), Some(threshold)) = (category.most_probable_from, category.threshold) {
            assert!((from - threshold).abs() < 1e-9, "{category:?}");
            assert!((threshold - (k as f64 - 2.5)).abs() < 0.3, "{category:?}");
        }
    }
    for place in 0..scale.curves.locations.len() {
        let total: f64 = scale.curves.probabilities.iter().map(|curve| curve[place]).sum();
        assert!((total - 1.0).abs() < 1e-12);
    }
}

#[test]
fn what_was_put_together_is_told() {
    let mut random = Random::new(9);
    let mut rows = planted(0.0, 9);
    rows.iter_mut().for_each(|row| row.score = (row.score * 20.0 + 20.0 * random.uniform()).floor());
    let table = table(&rows, 0.0, 100.0);
    let answer = facets(&Design::new(&all(&table)).unwrap());
    let facets = known(&table);
    assert_eq!(facets.categories.recoding, Recoding::EqualWidths);
    assert!(facets.categories.n_values > 30 && facets.categories.n_categories <= 20);
    assert!(answer.findings.iter().any(|f| matches!(f.kind, FindingKind::ScoresRecoded { .. })));
    // One category of providers is none to depart with.
    assert!(facets.interactions.iter().all(|table| table.with != InteractionWith::Category));
}

#[test]
fn evaluators_nothing_links_have_no_answer() {
    let row = |round: u32, provider: u32, seat: u32, indicator: u32| Row {
        round,
        provider,
        indicator,
        evaluator: 6 * round + (provider + seat) % 6,
        score: f64::from((provider * 7 + seat * 3 + indicator * 5 + round) % 5),
    };
    let rows: Vec<Row> =
        (0..2 * 12 * 3 * 3).map(|k: u32| row(k / 108, k / 9 % 12, k / 3 % 3, k % 3)).collect();
    let answer = facets(&Design::new(&all(&table(&rows, 0.0, 4.0))).unwrap());
    assert_eq!(answer.facets, Outcome::Undefined(Reason::NotLinked));
    assert!(answer.findings.is_empty());
}

#[test]
fn skating_has_interactions() {
    let Some(table) = skating() else { return };
    let facets = known(&table);
    assert_eq!(facets.n_scores, 77_630);
    assert_eq!(facets.categories.recoding, Recoding::RareJoined);
    // The data of this test name no categories of providers.
    let [rounds, indicators] = facets.interactions.as_slice() else { unreachable!() };
    assert_eq!(indicators.n_terms, 5 * 214);
    assert!(rounds.n_terms > 214 && rounds.dependence > 2.0, "{} {}", rounds.n_terms, rounds.dependence);
    for table in [rounds, indicators] {
        println!("{:?}: {} of {} terms", table.with, table.n_beyond_chance, table.n_terms);
    }
    assert!(facets.convergence.largest_residual <= 0.01);
}
