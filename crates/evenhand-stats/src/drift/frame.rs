//! One frame for the severities of all rounds that are linked.

use super::link::{LinkOptions, RoundLink, link_rounds};
use super::table::{Severity, SeverityTable};
use crate::undefined::Undefined;
use crate::union_find::Roots;

/// The rounds on one scale, as far as they are linked.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedFrame {
    /// For every round the group of rounds it can be compared with, numbered in the order of rounds.
    pub group_of: Vec<u32>,
    /// What must be taken off severities of every round to compare them with the first round of its group.
    pub shifts: Vec<f64>,
    /// The standard errors of these shifts; 0 for the first round of a group.
    pub shift_errors: Vec<f64>,
    /// The links that were used: for n rounds in g groups, n - g.
    pub links: Vec<RoundLink>,
}

impl LinkedFrame {
    /// A severity in the frame of the first round of its group.
    pub fn framed(&self, severity: &Severity) -> Severity {
        Severity { value: severity.value - self.shifts[severity.round as usize], ..*severity }
    }

    /// The number of groups; 1 if all rounds can be compared.
    pub fn n_groups(&self) -> usize {
        self.group_of.iter().max().map_or(0, |last| *last as usize + 1)
    }
}

/// Links all rounds through the pairs with the most common evaluators left after purification, near rounds before
/// distant ones: a maximum spanning forest (Kruskal 1956).
///
/// # Errors
/// `InvalidParameter` as [`link_rounds`].
pub fn linked_frame(table: &SeverityTable, options: &LinkOptions) -> Result<LinkedFrame, Undefined> {
    let n = table.n_rounds();
    let mut candidates = Vec::new();
    for first in 0..n {
        for second in first + 1..n {
            match link_rounds(table, [first, second], options) {
                Ok(link) => candidates.push(link),
                Err(Undefined::NotLinked) => {}
                Err(reason) => return Err(reason),
            }
        }
    }
    let distance = |link: &RoundLink| link.rounds[1] - link.rounds[0];
    // The sort is stable, so that of equals the earlier rounds come first.
    candidates.sort_by(|a, b| b.kept.len().cmp(&a.kept.len()).then(distance(a).cmp(&distance(b))));
    let mut roots = Roots::new(n);
    let mut links = Vec::new();
    for link in candidates {
        let [first, second] = link.rounds.map(|round| round as usize);
        if roots.find(first) != roots.find(second) {
            roots.join(first, second);
            links.push(link);
        }
    }
    Ok(framed(n, links))
}

/// Adds up shifts along the links, from the first round of every group.
fn framed(n: usize, links: Vec<RoundLink>) -> LinkedFrame {
    let mut frame = LinkedFrame {
        group_of: vec![u32::MAX; n],
        shifts: vec![0.0; n],
        shift_errors: vec![0.0; n],
        links: Vec::new(),
    };
    let mut next = 0;
    for first in 0..n {
        if frame.group_of[first] != u32::MAX {
            continue;
        }
        frame.group_of[first] = next;
        let mut reached = vec![first];
        while let Some(round) = reached.pop() {
            for link in &links {
                let ends = link.rounds.map(|round| round as usize);
                let (other, sign) = match ends {
                    [a, b] if a == round => (b, 1.0),
                    [a, b] if b == round => (a, -1.0),
                    _ => continue,
                };
                if frame.group_of[other] == u32::MAX {
                    frame.group_of[other] = next;
                    frame.shifts[other] = frame.shifts[round] + sign * link.shift;
                    frame.shift_errors[other] = libm::hypot(frame.shift_errors[round], link.se);
                    reached.push(other);
                }
            }
        }
        next += 1;
    }
    frame.links = links;
    frame
}
