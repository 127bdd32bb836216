//! What is said first about a topic.

use evenhand_protocol::{Answer, Finding, FindingKind, Topic};
use evenhand_words::{DatasetNames, Language, finding};

use crate::catalogue::Suppressed;

/// Whether it says what may not be concluded.
pub(crate) fn is_caveat(finding: &Finding) -> bool {
    matches!(finding.kind, FindingKind::Caveat { .. })
}

/// The findings of an answer that may be told, most consequential first.
pub(crate) fn told<'a>(
    answer: &'a Answer,
    suppressed: &'a Suppressed<'_>,
) -> impl Iterator<Item = &'a Finding> {
    answer.findings().iter().filter(|found| !is_caveat(found) && !suppressed.hides(&found.kind))
}

/// The headlines of the first findings of an answer, at most `n`.
pub(crate) fn said_first(
    answer: &Answer,
    n: usize,
    language: Language,
    names: &DatasetNames<'_>,
    suppressed: &Suppressed<'_>,
) -> Vec<String> {
    told(answer, suppressed).take(n).map(|found| finding(language, &found.kind, names).headline).collect()
}

/// What a topic of the summary is called.
pub(super) fn question(language: Language, topic: Topic) -> &'static str {
    evenhand_words::topic_question(language, topic)
}
