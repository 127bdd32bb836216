//! Who came and went, whether that shows in the scores, and how the panels hang together.

mod findings;
mod groups;
mod model;
mod network;
mod newcomers;
mod panels;
mod split;
mod unsteadiness;

use evenhand_protocol::TurnoverAnswer;

use self::model::Model;
use crate::Design;

/// Turnover of the panels, newcomers, qualifications and groups, and what changes between rounds are made of.
///
/// Who is new, and since when, is told within the rounds selected.
pub fn turnover(design: &Design) -> TurnoverAnswer {
    let model = Model::new(design);
    let mut answer = TurnoverAnswer {
        scale: design.scale(),
        rounds: panels::panels(design),
        newcomers: newcomers::newcomers(design, &model).into(),
        groups: groups::groups(design, &model),
        splits: split::splits(design, &model),
        findings: Vec::new(),
    };
    answer.findings = findings::findings(&answer);
    answer
}
