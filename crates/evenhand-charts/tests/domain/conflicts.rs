//! The chart of ties between evaluators and providers.

use evenhand_charts::Scene;
use evenhand_charts::domain::{Context, conflict_dots};
use evenhand_protocol::{
    ConflictEffect, ConflictKind, ConflictVerdict, ConflictsAnswer, ConflictsOfKind, CountOf,
    EvaluatorConflict, EvaluatorConflictEffect, Method, Outcome, Reason,
};
use evenhand_words::Language;

use crate::data::{TEN, assert_sentence, check_many, check_three, draw, estimate};
use crate::support::Seeded;

fn of_affiliation(answer: &ConflictsAnswer, context: &Context) -> Scene {
    conflict_dots(answer, ConflictKind::SameAffiliation, context)
}

fn of_declared(answer: &ConflictsAnswer, context: &Context) -> Scene {
    conflict_dots(answer, ConflictKind::Declared, context)
}

/// Evaluators around a true difference of 0.3; every seventh has too few tied providers.
fn answer(n: usize) -> ConflictsAnswer {
    let mut seeded = Seeded::new(17);
    let mut row = |k: usize| {
        let value = 0.3 + 0.35 * seeded.normal();
        let told = |value: f64, half: f64, n| {
            estimate(value, half, n, CountOf::Providers, Method::ProviderDeviations)
        };
        let p = if value.abs() > 0.5 { 0.004 } else { 0.4 };
        let verdict = match value {
            v if v > 0.5 => ConflictVerdict::Favours,
            v if v < -0.5 => ConflictVerdict::Disfavours,
            _ => ConflictVerdict::NotShown,
        };
        let effect = EvaluatorConflictEffect {
            tied: told(value - 0.05, 0.4, 6),
            other: told(-0.05, 0.1, 40),
            difference: told(value, 0.42, 46),
            p,
            p_adjusted: p,
            p_permutation: p,
            verdict,
        };
        EvaluatorConflict {
            evaluator: format!("E{:03}", k + 1),
            n_scores: 60,
            n_score_sheets: 12,
            n_providers: 6,
            effect: if k % 7 == 6 {
                Outcome::Undefined(Reason::TooFewUnits { needed: 2, found: 1 })
            } else {
                Outcome::Known(effect)
            },
            n_would_pass: 0,
            n_would_fail: 1,
        }
    };
    let told = |value, half, n| estimate(value, half, n, CountOf::Scores, Method::LeaveOneOutByEvaluator);
    let effect = ConflictEffect {
        tied: told(0.275, 0.03, 6_995),
        other: told(-0.027, 0.03, 70_635),
        difference: told(0.31, 0.04, 77_630),
        p: 1e-9,
        p_permutation: 0.001,
        n_permutations: 999,
        n_evaluators: n as u32,
    };
    ConflictsAnswer {
        scale: TEN,
        pass_mark: 60.0,
        kinds: vec![
            ConflictsOfKind {
                kind: ConflictKind::SameAffiliation,
                overall: Outcome::Known(effect),
                evaluators: (0..n).map(&mut row).collect(),
                n_tests: n as u32,
                consequences: None,
            },
            ConflictsOfKind {
                kind: ConflictKind::Declared,
                overall: Outcome::Undefined(Reason::NoConflicts),
                evaluators: Vec::new(),
                n_tests: 0,
                consequences: None,
            },
        ],
        findings: Vec::new(),
    }
}

#[test]
fn differences_towards_tied_providers() {
    check_three("conflicts", of_affiliation, &answer(16));
    check_many("conflicts", of_affiliation, &answer(120));
}

#[test]
fn the_table_has_everybody_and_the_chart_the_clearest() {
    let scene = draw(of_affiliation, &answer(120), Language::En, 688.0);
    // All together, and 40 of those who can be told.
    assert_eq!((scene.data.len(), scene.table.rows.len()), (41, 121));
    assert!(scene.caption.subtitle.contains("40 of 103"), "{}", scene.caption.subtitle);
    assert_sentence(&draw(of_declared, &answer(4), Language::En, 688.0), "declare no conflicts");
    assert_sentence(&draw(of_declared, &answer(4), Language::Zh, 308.0), "申报");
}
