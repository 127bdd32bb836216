//! What should be done about each evaluator, and why, under a policy of thresholds.

mod advice;
mod agreement;
mod facts;
mod findings;

use evenhand_protocol::{Marks, ScoreScale, Scorecard, ScorecardPolicy, ScorecardsAnswer};

use self::facts::Facts;
pub use self::facts::ScorecardSources;
use crate::Design;

/// The facts about all evaluators, to be held against any policy.
#[derive(Debug)]
pub(crate) struct Unjudged {
    scale: ScoreScale,
    facts: Vec<Facts>,
}

impl Unjudged {
    pub(crate) fn new(design: &Design, sources: &ScorecardSources) -> Self {
        Self { scale: design.scale(), facts: facts::facts(design, sources) }
    }

    /// The scorecards under a policy.
    pub(crate) fn under(&self, policy: ScorecardPolicy) -> ScorecardsAnswer {
        let policy = policy.ordered();
        let p_disagreement = advice::p_disagreement(&self.facts, &policy);
        let card = |(facts, p): (&Facts, Option<f64>)| {
            let (advice, reasons) = advice::advice(facts, p, &policy);
            Scorecard { advice, reasons, ..facts.card.clone() }
        };
        let mut evaluators: Vec<Scorecard> = self.facts.iter().zip(p_disagreement).map(card).collect();
        evaluators.sort_by_key(|card| std::cmp::Reverse(card.advice));
        let mut answer = ScorecardsAnswer {
            policy,
            scale: self.scale,
            pass_mark: Marks::DEFAULT.pass_points(),
            evaluators,
            findings: Vec::new(),
        };
        answer.findings = findings::findings(&answer);
        answer
    }
}

/// The scorecards of all evaluators under a policy, from the other answers about the same design.
pub fn scorecards(design: &Design, sources: &ScorecardSources, policy: ScorecardPolicy) -> ScorecardsAnswer {
    Unjudged::new(design, sources).under(policy)
}
