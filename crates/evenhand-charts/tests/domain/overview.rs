//! The charts of the overview.

use evenhand_charts::domain::{links_heatmap, overview_multiples};
use evenhand_protocol::{
    CountOf, Method, Outcome, OverviewAnswer, OverviewRow, Reason, RoundLink, SelectionCounts,
};
use evenhand_words::Language;

use crate::data::{Chart, assert_sentence, check_many, check_three, draw, estimate, round_id};
use crate::support::Seeded;

const CHARTS: [(&str, Chart<OverviewAnswer>); 2] =
    [("overview", overview_multiples), ("links", links_heatmap)];

/// Rounds whose evaluators change by and by; the third has no complete panel.
fn overview(n_rounds: usize, seed: u64) -> OverviewAnswer {
    let mut seeded = Seeded::new(seed);
    let mut level = 70.0;
    let mut row = |k: usize| {
        level += 1.5 * seeded.normal();
        let icc =
            estimate(0.55 + 0.07 * seeded.normal(), 0.12, 40, CountOf::ProviderRounds, Method::IccAnova);
        let alpha =
            estimate(0.8 + 0.04 * seeded.normal(), 0.07, 40, CountOf::ProviderRounds, Method::CronbachFeldt);
        let complete = k != 2;
        OverviewRow {
            round: round_id(k),
            n_scores: 1200,
            n_providers: 40,
            n_evaluators: 22,
            n_new_evaluators: 4,
            icc_a_1: if complete {
                Outcome::Known(icc.clone())
            } else {
                Outcome::Undefined(Reason::NoCompletePanel)
            },
            icc_a_k: if complete { Outcome::Known(icc) } else { Outcome::Undefined(Reason::NoCompletePanel) },
            alpha: Outcome::Known(alpha),
            mean: Some(level),
            separated_share: Some(0.3 + 0.2 * seeded.next()),
            n_improved: 3,
            n_declined: 1,
            n_compared: 36,
        }
    };
    let rounds = (0..n_rounds).map(&mut row).collect();
    let link = |from: usize, to: usize| RoundLink {
        from: round_id(from),
        to: round_id(to),
        n_evaluators: (22_u32 + (from as u32 * 7) % 5).saturating_sub((to - from) as u32 * 5),
    };
    let links = (0..n_rounds).flat_map(|to| (0..=to).map(move |from| link(from, to))).collect();
    OverviewAnswer { selection: SelectionCounts::default(), rounds, links, findings: Vec::new() }
}

#[test]
fn typical() {
    let answer = overview(6, 3);
    for (name, chart) in CHARTS {
        check_three(name, chart, &answer);
    }
}

#[test]
fn many_rounds() {
    let answer = overview(17, 8);
    for (name, chart) in CHARTS {
        check_many(name, chart, &answer);
    }
}

#[test]
fn one_round_is_drawn_and_none_is_a_sentence() {
    let mut one = overview(1, 4);
    one.rounds[0].alpha = Outcome::Undefined(Reason::TooFewIndicators { found: 1 });
    one.rounds[0].separated_share = None;
    crate::support::check(
        "domain-overview-one-round",
        &draw(overview_multiples, &one, Language::En, 688.0),
        evenhand_charts::Palette::light(),
    );
    assert_eq!(draw(links_heatmap, &one, Language::En, 308.0).data.len(), 1);
    for (_, chart) in CHARTS {
        assert_sentence(&draw(chart, &overview(0, 1), Language::En, 308.0), "No score passes");
    }
}

#[test]
fn numbers_that_are_not_finite_do_not_panic() {
    let mut answer = overview(4, 2);
    for row in &mut answer.rounds {
        let bad = estimate(f64::NAN, f64::INFINITY, 0, CountOf::Scores, Method::IccAnova);
        row.icc_a_1 = Outcome::Known(bad);
        row.mean = Some(f64::INFINITY);
        row.separated_share = Some(f64::NAN);
    }
    answer.links[0].from = "unknown".to_owned();
    for (_, chart) in CHARTS {
        for width in [0.0, 308.0, 688.0, f64::NAN] {
            draw(chart, &answer, Language::Zh, width);
        }
    }
}
