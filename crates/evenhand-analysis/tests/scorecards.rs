//! Scorecards: planted faults are advised about with their reasons, noise is not, and a policy changes what is said.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{
    Design, ScorecardSources, Session, conflicts, drift, effects, evaluators, scorecards,
};
use evenhand_protocol::{
    Advice, AdviceReason, Answer, Filter, FindingKind, Marks, Question, Scorecard, ScorecardPolicy,
    ScorecardsAnswer,
};
use evenhand_simulate::{
    Centrality, Drift, DriftKind, Language, Partiality, Programme, Simulated, sample_programme, simulate,
};
use support::{all, simulated};

fn ask(programme: &Simulated, policy: ScorecardPolicy) -> ScorecardsAnswer {
    let table = simulated(programme);
    let design = Design::new(&all(&table)).unwrap();
    let (evaluators, effects) = (evaluators(&design), effects(&design));
    let (drift, conflicts) = (drift(&design, Marks::DEFAULT), conflicts(&design));
    let sources =
        ScorecardSources { evaluators: &evaluators, effects: &effects, drift: &drift, conflicts: &conflicts };
    scorecards(&design, &sources, policy)
}

fn card<'a>(answer: &'a ScorecardsAnswer, id: &str) -> &'a Scorecard {
    answer.evaluators.iter().find(|card| card.evaluator == id).unwrap()
}

fn quiet() -> Programme {
    let mut programme = Programme {
        n_providers: 60,
        n_affiliations: 4,
        turnover: 0.0,
        mixed_share: 0.6,
        ..Programme::default()
    };
    programme.spreads.evaluator = 1.0;
    programme.spreads.evaluator_round = 0.0;
    programme
}

#[test]
fn planted_faults_are_advised_about_with_their_reasons() {
    let programme = Programme {
        drift: vec![Drift { evaluator: 1, kind: DriftKind::Shift { from_round: 2, by: 10.0 } }],
        centrality: vec![Centrality { evaluator: 3, factor: 0.4 }],
        partiality: vec![Partiality { evaluator: 5, leniency: 12.0 }],
        ..quiet()
    };
    let answer = ask(&simulate(&programme.check().unwrap(), 2), ScorecardPolicy::DEFAULT);
    let drifting = card(&answer, "E002");
    assert!(matches!(drifting.advice, Advice::Retrain | Advice::ReviewScores), "{:?}", drifting.advice);
    assert!(drifting.reasons.iter().any(|reason| matches!(reason, AdviceReason::Drifts { .. })));
    let central = card(&answer, "E004");
    assert!(central.advice >= Advice::Brief, "{:?}", central.advice);
    assert!(central.reasons.iter().any(|reason| matches!(reason, AdviceReason::UsesScale { .. })));
    let partial = card(&answer, "E006");
    assert_eq!(partial.advice, Advice::ReviewScores);
    assert!(partial.reasons.iter().any(|reason| matches!(reason, AdviceReason::Favours { .. })));
    // Every advice but "keep" has a reason, and the most urgent comes first.
    for one in &answer.evaluators {
        assert_eq!(one.advice == Advice::Keep, one.reasons.is_empty(), "{}", one.evaluator);
    }
    assert!(answer.evaluators.is_sorted_by_key(|card| std::cmp::Reverse(card.advice)));
    let FindingKind::AdviceCount { n, n_review, .. } = answer.findings[0].kind else {
        unreachable!("the first finding counts")
    };
    assert_eq!(n as usize, answer.evaluators.len());
    assert!(n_review >= 1);
}

#[test]
fn noise_is_no_reason() {
    let (mut advised, mut all) = (0, 0);
    for seed in 0..20 {
        let answer = ask(&simulate(&quiet().check().unwrap(), seed), ScorecardPolicy::DEFAULT);
        advised += answer.evaluators.iter().filter(|card| card.advice != Advice::Keep).count();
        all += answer.evaluators.len();
        // Even where any size is a reason, what may be chance is none.
        let strict =
            ScorecardPolicy { severity: 0, drift: 0, conflict: 0, agreement: 0, ..ScorecardPolicy::DEFAULT };
        let answer = ask(&simulate(&quiet().check().unwrap(), seed), strict);
        for card in &answer.evaluators {
            for reason in &card.reasons {
                let p = match reason {
                    AdviceReason::Severe { p_adjusted, .. }
                    | AdviceReason::Drifts { p_adjusted, .. }
                    | AdviceReason::Disagrees { p_adjusted, .. }
                    | AdviceReason::Favours { p_adjusted, .. } => *p_adjusted,
                    _ => 0.0,
                };
                assert!(p < 0.05, "{reason:?}");
            }
        }
    }
    println!("{advised} of {all} advised something in quiet programmes");
    assert!(advised as f64 <= 0.05 * all as f64, "{advised} of {all}");
}

#[test]
fn a_policy_decides_what_is_a_reason() {
    let sample = sample_programme(Language::English);
    let usual = ask(&sample, ScorecardPolicy::DEFAULT);
    let lax = ScorecardPolicy { severity: 1_000, drift: 1_000, ..ScorecardPolicy::DEFAULT };
    let lax = ask(&sample, lax);
    assert!(card(&usual, "E006").reasons.iter().any(|reason| matches!(reason, AdviceReason::Drifts { .. })));
    assert!(!card(&lax, "E006").reasons.iter().any(|reason| matches!(reason, AdviceReason::Drifts { .. })));
    let much = ScorecardPolicy { least_score_sheets: 1_000, ..ScorecardPolicy::DEFAULT };
    let much = ask(&sample, much);
    assert!(much.evaluators.iter().all(|card| card.advice == Advice::TooLittle));
    // Facts are the same under any policy.
    assert_eq!(card(&usual, "E006").severity, card(&lax, "E006").severity);
}

#[test]
fn a_session_answers_under_any_policy_as_the_function_does() {
    let sample = sample_programme(Language::English);
    let mut session = Session::new(simulated(&sample));
    for policy in [
        ScorecardPolicy::DEFAULT,
        ScorecardPolicy { severity: 100, ..ScorecardPolicy::DEFAULT },
        ScorecardPolicy::DEFAULT,
    ] {
        let Answer::Scorecards(answer) =
            session.ask(Question::Scorecards(policy), &Filter::default()).unwrap()
        else {
            unreachable!("the answer is to the question")
        };
        assert_eq!(answer, ask(&sample, policy));
    }
}
