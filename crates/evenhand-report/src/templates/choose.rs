//! What a place of a template is filled with.

use evenhand_protocol::{Answer, BriefingItem, Outcome, Pinned, PinnedChoice};

use super::slots::Slot;
use crate::answers::Answers;
use crate::catalogue::{Suppressed, chart};
use crate::document::told;

/// The item of a place; `None` where the answers have nothing for it.
pub(super) fn chosen(
    slot: &Slot,
    item: &BriefingItem,
    answers: &Answers,
    suppressed: &Suppressed<'_>,
) -> Option<Pinned> {
    let pin = |name: &str| Pinned::Chart { name: name.to_owned(), choice: PinnedChoice::new() };
    match *slot {
        Slot::Title => Some(Pinned::Title),
        Slot::Summary => Some(Pinned::Summary),
        Slot::Chart(name) => Some(pin(name)),
        Slot::Caveats(topics) => Some(Pinned::Caveats { topics: topics.to_vec() }),
        Slot::Best(names) => {
            let drawable = names.iter().filter(|name| is_known(name, item, answers));
            let weighed: Vec<(&str, Option<f64>)> =
                drawable.map(|name| (*name, weight(name, item, answers, suppressed))).collect();
            // Weights can be compared within an answer only: the first chart with a finding wins.
            let with_finding = weighed.iter().find(|(_, weight)| weight.is_some());
            with_finding.or(weighed.first()).map(|(name, _)| pin(name))
        }
    }
}

fn answer_of<'a>(name: &str, item: &BriefingItem, answers: &'a Answers) -> Option<&'a Answer> {
    answers.of(chart(name)?.topic?, item)?.as_ref().ok()
}

/// Whether the answer has what the chart shows.
fn is_known(name: &str, item: &BriefingItem, answers: &Answers) -> bool {
    match answer_of(name, item, answers) {
        None => false,
        Some(Answer::Facets(answer)) => answer.facets.known().is_some(),
        Some(Answer::Evaluators(answer)) => {
            name != "affiliation" || matches!(answer.affiliation, Outcome::Known(_))
        }
        Some(Answer::Conflicts(answer)) => answer
            .of(evenhand_protocol::ConflictKind::SameAffiliation)
            .is_some_and(|found| !found.evaluators.is_empty()),
        Some(Answer::Turnover(answer)) => answer.rounds.len() > 1,
        Some(Answer::Drift(answer)) => answer.evaluators.len() > 1,
        Some(_) => true,
    }
}

/// The weight of the first finding that a chart is evidence for.
fn weight(name: &str, item: &BriefingItem, answers: &Answers, suppressed: &Suppressed<'_>) -> Option<f64> {
    let chart = chart(name)?;
    let answer = answer_of(name, item, answers)?;
    let found = told(answer, suppressed).find(|found| chart.findings.contains(&found.code()))?;
    Some(found.weight)
}
