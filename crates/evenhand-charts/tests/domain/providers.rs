//! The charts about providers.

use evenhand_charts::domain::{change_slope, league};
use evenhand_protocol::{
    Change, ChangeVerdict, CountOf, Method, Outcome, ProviderRow, RankInterval, Reason, RoundLeague,
};
use evenhand_words::Language;

use crate::data::{Chart, assert_sentence, check_many, check_three, draw, estimate, provider_id, round_id};
use crate::support::Seeded;

const CHARTS: [(&str, Chart<RoundLeague>); 2] = [("league", league), ("slope", change_slope)];

/// A round: the third provider without a link to the others, some new, some compared with other rounds.
fn round(n: usize, seed: u64) -> RoundLeague {
    let mut seeded = Seeded::new(seed);
    let mut rows: Vec<ProviderRow> = (0..n).map(|k| provider(k, n, &mut seeded)).collect();
    let value = |row: &ProviderRow| row.adjusted.known().map_or(0.0, |e| e.value);
    rows.sort_by(|a, b| value(b).total_cmp(&value(a)));
    for (k, row) in rows.iter_mut().enumerate() {
        let reach = (n / 8) as u32;
        let place = k as u32 + 1;
        if row.adjusted.known().is_some() {
            row.rank = Outcome::Known(RankInterval {
                rank: f64::from(place),
                low: place.saturating_sub(reach).max(1),
                high: (place + reach).min(n as u32),
                probability: Some(0.96),
            });
        }
    }
    RoundLeague { round: round_id(5), mean: Some(71.24), separated_share: Some(0.41), rows }
}

fn provider(k: usize, n: usize, seeded: &mut Seeded) -> ProviderRow {
    let value = 71.0 + 7.0 * seeded.normal();
    let half = 2.0 + 2.5 * seeded.next();
    let change = 4.0 * seeded.normal();
    let linked = k != 2;
    let verdict = match change {
        c if c > 5.0 => ChangeVerdict::Improved,
        c if c < -5.0 => ChangeVerdict::Declined,
        _ => ChangeVerdict::NoReliableChange,
    };
    let of = |value: f64, half: f64| estimate(value, half, 4, CountOf::ScoreSheets, Method::Additive);
    let adjusted =
        if linked { Outcome::Known(of(value, half)) } else { Outcome::Undefined(Reason::NotLinked) };
    ProviderRow {
        provider: provider_id(k),
        n_evaluators: 4,
        n_scores: 32,
        coverage: if k == 4 { 0.75 } else { 1.0 },
        raw: Outcome::Known(of(value + 1.6 * seeded.normal(), half * 1.2)),
        adjusted,
        rank_raw: k as f64 + 1.0,
        rank: Outcome::Undefined(Reason::NotLinked),
        change: if k % 7 == 3 || !linked {
            Outcome::Undefined(Reason::NoEarlierRound)
        } else {
            Outcome::Known(Change {
                from_round: round_id(if n > 60 && k.is_multiple_of(5) { 3 } else { 4 }),
                change: of(change, 3.6),
                raw_change: change + seeded.normal(),
                p: 0.01,
                p_adjusted: if verdict == ChangeVerdict::NoReliableChange { 0.4 } else { 0.02 },
                verdict,
            })
        },
    }
}

fn undefined() -> RoundLeague {
    let mut answer = round(4, 1);
    for row in &mut answer.rows {
        row.raw = Outcome::Undefined(Reason::NothingSelected);
        row.adjusted = Outcome::Undefined(Reason::NotLinked);
        row.change = Outcome::Undefined(Reason::NoEarlierRound);
    }
    answer
}

#[test]
fn typical() {
    let answer = round(24, 3);
    for (name, chart) in CHARTS {
        check_three(name, chart, &answer);
    }
}

#[test]
fn many_providers() {
    let answer = round(120, 8);
    for (name, chart) in CHARTS {
        check_many(name, chart, &answer);
    }
}

#[test]
fn nothing_known_is_a_sentence_with_the_reason() {
    for ((_, chart), part) in CHARTS.into_iter().zip(["share no evaluator", "no earlier round"]) {
        assert_sentence(&draw(chart, &undefined(), Language::En, 308.0), part);
    }
    let nobody = RoundLeague { rows: Vec::new(), ..undefined() };
    assert_sentence(&draw(league, &nobody, Language::En, 308.0), "No score passes");
}

#[test]
fn numbers_that_are_not_finite_do_not_panic() {
    let mut answer = round(12, 2);
    for (k, row) in answer.rows.iter_mut().enumerate() {
        let bad = [f64::NAN, f64::INFINITY, f64::MAX, 1.0][k % 4];
        let estimate = estimate(bad, f64::NAN, 0, CountOf::Scores, Method::Additive);
        row.adjusted = Outcome::Known(estimate.clone());
        row.coverage = bad;
        row.rank_raw = bad;
        if let Outcome::Known(change) = &mut row.change {
            change.change = estimate;
            change.verdict = ChangeVerdict::Improved;
        }
    }
    answer.mean = Some(f64::NAN);
    for (_, chart) in CHARTS {
        for width in [0.0, 308.0, 688.0, f64::NAN] {
            draw(chart, &answer, Language::Zh, width);
        }
    }
}

/// A ministry's league is drawn with few marks in a height that can be scrolled through, its ends by name.
#[test]
fn thousands_of_providers_share_a_strip() {
    let answer = round(5_000, 11);
    for language in Language::ALL {
        let scene = draw(league, &answer, language, 900.0);
        assert!(scene.marks.len() <= 5_000, "{} marks", scene.marks.len());
        assert!(scene.height < 3_000.0, "{} px", scene.height);
        assert!(scene.merged > 0);
        // All can be pointed at, and all are in the table.
        assert_eq!((scene.data.len(), scene.table.rows.len()), (5_000, 5_000));
        let slopes = draw(change_slope, &answer, language, 900.0);
        assert!(slopes.marks.len() <= 5_000, "{} marks", slopes.marks.len());
    }
}
