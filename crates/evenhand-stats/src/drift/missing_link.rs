//! The smallest change of panels that would have linked what is not.

use super::frame::LinkedFrame;
use super::link::{LinkOptions, LinkStrength};
use super::table::SeverityTable;

/// The fewest common evaluators by which one who moved can be told from a round that did.
const LEAST_TO_COMPARE: usize = 2;

/// Two rounds and how many more evaluators they would need in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingLink {
    /// The codes of both rounds.
    pub rounds: [u32; 2],
    /// The evaluators that make the link now.
    pub common: usize,
    /// How many more evaluators of either round would have had to score in the other as well for changes between the
    /// rounds to be seen at all.
    pub to_compare: usize,
    /// How many more for the link to be strong.
    pub to_be_strong: usize,
    /// Whether the rounds are not linked at all now, not even through others, so that nothing can be compared.
    pub unlinked: bool,
}

/// The links that are missing or weak: for every group of rounds after the first the nearest pair of rounds, of which
/// one is in the group and one in a group before it; and every weak link that the frame rests on.
pub fn missing_links(table: &SeverityTable, frame: &LinkedFrame, options: &LinkOptions) -> Vec<MissingLink> {
    let missing = |rounds: [u32; 2], common: usize, unlinked: bool| MissingLink {
        rounds,
        common,
        to_compare: LEAST_TO_COMPARE.saturating_sub(common),
        to_be_strong: options.least_common.saturating_sub(common),
        unlinked,
    };
    let n = table.n_rounds();
    let nearest = |group: u32| {
        let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| [a, b]));
        let between = pairs.filter(|rounds| {
            let [a, b] = rounds.map(|round| frame.group_of[round]);
            a.max(b) == group && a.min(b) < group
        });
        // Rounds with a common evaluator are linked, so there is none between groups.
        between.min_by_key(|[a, b]| b - a).map(|rounds| missing(rounds.map(|round| round as u32), 0, true))
    };
    let weak = frame.links.iter().filter(|link| link.strength == LinkStrength::Weak);
    (1..frame.n_groups() as u32)
        .filter_map(nearest)
        .chain(weak.map(|link| missing(link.rounds, link.kept.len(), false)))
        .collect()
}
