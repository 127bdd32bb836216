//! The funnel of a round.

use evenhand_charts::domain::funnel;
use evenhand_protocol::{CountOf, Funnel, Method, Outcome, Reason, RoundStanding, StandingRow};
use evenhand_words::Language;

use crate::data::{assert_sentence, check_three, draw, estimate, provider_id, round_id};
use crate::support::Seeded;

/// A round of providers with panels of different sizes, the first far above the others.
fn round(n: usize, seed: u64) -> RoundStanding {
    let mut seeded = Seeded::new(seed);
    let unknown = || Reason::NoEarlierRound;
    let mut row = |k: usize| {
        let precision = 2.0 + 6.0 * seeded.next();
        let value = if k == 0 { 92.0 } else { 71.0 + 3.0 * seeded.normal() };
        let half = 1.96 * 4.0 / precision.sqrt();
        StandingRow {
            provider: provider_id(k),
            n_sheets: precision.ceil() as u32,
            adjusted: Outcome::Known(estimate(
                value,
                half,
                4,
                CountOf::ScoreSheets,
                Method::RandomEvaluators,
            )),
            precision: Some(precision),
            shrunken: Outcome::Undefined(unknown()),
            rank: Outcome::Undefined(unknown()),
            rank_alone: Outcome::Undefined(unknown()),
            rank_simultaneous: Outcome::Undefined(unknown()),
            chances: Outcome::Undefined(unknown()),
            side: None,
            reliable_change: Outcome::Undefined(unknown()),
            indicators: Vec::new(),
            by_source: Vec::new(),
        }
    };
    RoundStanding {
        round: round_id(5),
        sets: Outcome::Undefined(unknown()),
        population: Outcome::Undefined(unknown()),
        funnel: Outcome::Known(Funnel {
            target: 71.0,
            dispersion: 1.9,
            overdispersed: true,
            between_sd: 2.0,
            sheet_sd: 4.0,
            z_95: 1.96,
            z_998: 3.09,
            n: n as u32,
        }),
        measurement: Outcome::Undefined(unknown()),
        voices: Outcome::Undefined(Reason::OneSource),
        rows: (0..n).map(&mut row).collect(),
    }
}

#[test]
fn the_funnel_of_a_round() {
    check_three("funnel", funnel, &round(24, 11));
}

#[test]
fn a_round_without_a_funnel_says_why() {
    let mut none = round(2, 1);
    none.funnel = Outcome::Undefined(Reason::TooFewUnits { needed: 3, found: 2 });
    assert_sentence(&draw(funnel, &none, Language::En, 688.0), "3");
    assert_sentence(&draw(funnel, &none, Language::Zh, 308.0), "3");
}
