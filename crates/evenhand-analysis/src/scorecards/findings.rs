//! What to say about the scorecards.

use evenhand_protocol::{
    Advice, Caveat, EntityKind, EntityRef, Finding, FindingKind, Page, Scorecard, ScorecardsAnswer,
};

/// How many are advised what, and those whose scores should be reviewed or who should be trained again, by name.
pub(super) fn findings(answer: &ScorecardsAnswer) -> Vec<Finding> {
    let count = |advice| answer.evaluators.iter().filter(|card| card.advice == advice).count() as u32;
    let counted = FindingKind::AdviceCount {
        n_review: count(Advice::ReviewScores),
        n_retrain: count(Advice::Retrain),
        n_brief: count(Advice::Brief),
        n_too_little: count(Advice::TooLittle),
        n: answer.evaluators.len() as u32,
    };
    let finding = |weight, subject, kind| Finding { kind, page: Page::Evaluators, subject, weight };
    let mut findings = vec![finding(60.0, None, counted)];
    let urgent = |card: &&Scorecard| matches!(card.advice, Advice::ReviewScores | Advice::Retrain);
    for card in answer.evaluators.iter().filter(urgent) {
        let subject = EntityRef { kind: EntityKind::Evaluator, id: card.evaluator.clone() };
        let weight = if card.advice == Advice::ReviewScores { 50.0 } else { 40.0 };
        let kind = FindingKind::Advised {
            evaluator: card.evaluator.clone(),
            advice: card.advice,
            reasons: card.reasons.clone(),
            scale: answer.scale,
        };
        findings.push(finding(weight, Some(subject), kind));
    }
    findings.push(finding(0.0, None, FindingKind::Caveat { caveat: Caveat::AdviceIsNoVerdict }));
    findings
}
