//! How much harsher an evaluator became from one round to the next.

use super::frame::LinkedFrame;
use super::link::{LinkOptions, LinkStrength, link_rounds};
use super::table::{Severity, SeverityTable};
use crate::benjamini_hochberg::benjamini_hochberg;
use crate::distribution::Normal;
use crate::undefined::Undefined;

/// The change of an evaluator's severity between two rounds, beyond that of the evaluators common to both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeverityChange {
    /// The code of the evaluator.
    pub evaluator: u32,
    /// The codes of both rounds, the earlier one first.
    pub rounds: [u32; 2],
    /// The change, positive for harsher.
    pub change: f64,
    /// Its standard error, with the link taken as known.
    pub se: f64,
    /// The change over its standard error.
    pub z: f64,
    /// The two-sided probability of a larger z.
    pub p: f64,
    /// The same after Benjamini & Hochberg (1995), over all changes of the answer.
    pub p_adjusted: f64,
    /// How far the link between the rounds can be trusted.
    pub strength: LinkStrength,
}

/// The change of every evaluator between each two successive rounds he or she was measured in, by evaluator and round.
///
/// `z = (C(t) - C(s) - link) / sqrt(SE(t)^2 + SE(s)^2)`, with the link of the two rounds themselves where at least
/// two evaluators make it, otherwise that of the frame. Rounds in different groups of the frame are not compared, nor
/// are rounds whose only link is the evaluator's own severity.
///
/// # Errors
/// `InvalidParameter` as [`link_rounds`].
pub fn severity_changes(
    table: &SeverityTable,
    frame: &LinkedFrame,
    options: &LinkOptions,
) -> Result<Vec<SeverityChange>, Undefined> {
    let n = table.n_rounds();
    // The links of pairs of rounds, found when they are first needed.
    let mut links: Vec<Option<Option<Shift>>> = vec![None; n * n];
    let mut changes = Vec::new();
    for evaluator in 0..table.n_evaluators() {
        let severities: Vec<_> = table.of_evaluator(evaluator).collect();
        for pair in severities.windows(2) {
            let rounds = [pair[0].round as usize, pair[1].round as usize];
            let link = &mut links[rounds[0] * n + rounds[1]];
            let shift = match *link {
                Some(known) => known,
                None => *link.insert(shift_between(table, frame, rounds, options)?),
            };
            let Some(shift) = shift else { continue };
            changes.push(change([pair[0], pair[1]], shift));
        }
    }
    Ok(adjusted(changes))
}

/// The changes with their p adjusted over all of them.
fn adjusted(mut changes: Vec<SeverityChange>) -> Vec<SeverityChange> {
    let p: Vec<f64> = changes.iter().map(|change| change.p).collect();
    for (change, p_adjusted) in changes.iter_mut().zip(benjamini_hochberg(&p)) {
        change.p_adjusted = p_adjusted;
    }
    changes
}

/// The same for severities that are in one frame already.
pub(super) fn framed_changes(table: &SeverityTable) -> Vec<SeverityChange> {
    let mut changes = Vec::new();
    for evaluator in 0..table.n_evaluators() {
        let severities: Vec<_> = table.of_evaluator(evaluator).collect();
        let strength = LinkStrength::Strong;
        changes.extend(
            severities.windows(2).map(|pair| change([pair[0], pair[1]], Shift { value: 0.0, strength })),
        );
    }
    adjusted(changes)
}

fn change([first, second]: [&Severity; 2], shift: Shift) -> SeverityChange {
    let change = second.value - first.value - shift.value;
    let se = libm::hypot(first.se, second.se);
    let z = change / se;
    SeverityChange {
        evaluator: first.evaluator,
        rounds: [first.round, second.round],
        change,
        se,
        z,
        p: (2.0 * Normal.sf(z.abs())).min(1.0),
        p_adjusted: 1.0,
        strength: shift.strength,
    }
}

#[derive(Clone, Copy)]
struct Shift {
    value: f64,
    strength: LinkStrength,
}

fn shift_between(
    table: &SeverityTable,
    frame: &LinkedFrame,
    rounds: [usize; 2],
    options: &LinkOptions,
) -> Result<Option<Shift>, Undefined> {
    let direct = match link_rounds(table, rounds, options) {
        Ok(link) => Some(link),
        Err(Undefined::NotLinked) => None,
        Err(reason) => return Err(reason),
    };
    if let Some(link) = direct.filter(|link| link.kept.len() > 1) {
        return Ok(Some(Shift { value: link.shift, strength: link.strength }));
    }
    // A single common evaluator is linked to itself; only a way through other rounds tells more.
    let is_edge = frame
        .links
        .iter()
        .any(|link| link.rounds.map(|round| round as usize) == rounds && link.kept.len() < 2);
    let linked = frame.group_of[rounds[0]] == frame.group_of[rounds[1]] && !is_edge;
    Ok(linked.then(|| Shift {
        value: frame.shifts[rounds[1]] - frame.shifts[rounds[0]],
        strength: LinkStrength::Weak,
    }))
}
