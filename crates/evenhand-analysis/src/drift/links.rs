//! What links the rounds, and what is missing.
//!
//! Every part of a round has severities of its own by least squares; two parts are linked by the evaluators common to
//! both, without those who moved too far from the others.

use evenhand_protocol::{CountOf, Estimate, Method, MissingLink, SeverityLink};
use evenhand_stats::{LinkOptions, LinkStrength, Severity, SeverityTable, linked_frame, missing_links};

use super::parts::Parts;
use super::track::normal_estimate;
use crate::Design;

/// The links that put all rounds on one scale and those that are missing or weak.
#[derive(Default)]
pub(super) struct Links {
    pub(super) found: Vec<SeverityLink>,
    pub(super) missing: Vec<MissingLink>,
}

/// The links; none where the severities of rounds have no error to compare them by.
pub(super) fn links(design: &Design, parts: &Parts) -> Links {
    let options = LinkOptions::default();
    let Some(table) = severities(design, parts) else { return Links::default() };
    let Ok(frame) = linked_frame(&table, &options) else { return Links::default() };
    let id = |part: u32| design.metadata().rounds[parts.rounds[part as usize] as usize].id.clone();
    let names = |codes: &[u32]| -> Vec<String> {
        codes.iter().map(|code| design.metadata().evaluators[*code as usize].id.clone()).collect()
    };
    let missing = missing_links(&table, &frame, &options).into_iter().map(|link| MissingLink {
        rounds: link.rounds.map(id),
        common: link.common as u32,
        to_compare: link.to_compare as u32,
        to_be_strong: link.to_be_strong as u32,
        unlinked: link.unlinked,
    });
    let missing = missing.collect();
    let found = frame.links.iter().map(|link| SeverityLink {
        rounds: link.rounds.map(id),
        shift: Estimate {
            of: CountOf::Evaluators,
            ..normal_estimate(link.shift, link.se, link.kept.len() as u32, Method::LinkedLinear)
        },
        kept: names(&link.kept),
        dropped: names(&link.dropped),
        strong: link.strength == LinkStrength::Strong,
    });
    Links { found: found.collect(), missing }
}

/// Severities against the mean of the part, with standard errors from the variance pooled over all rounds.
fn severities(design: &Design, parts: &Parts) -> Option<SeverityTable> {
    let factor = design.scale_factor();
    let mut severities = Vec::new();
    for (code, one) in parts.codes.iter().enumerate() {
        let (Some(effect), Some(round)) = (parts.fit.effects[code], parts.fit.component_of_evaluator[code])
        else {
            continue;
        };
        let Ok(se) = parts.fit.effect_se(code) else { continue };
        let (value, se) = (-effect * factor, se * factor);
        severities.push(Severity { evaluator: one.evaluator, round, value, se });
    }
    SeverityTable::new(&severities, design.metadata().evaluators.len(), parts.rounds.len()).ok()
}
