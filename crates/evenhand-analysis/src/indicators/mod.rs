//! Are the indicators reliable?

mod describe;
mod findings;
mod reliability;

use evenhand_protocol::{IndicatorsAnswer, RoundReliability};

use crate::Design;

/// Internal consistency by round and over all rounds, and one row per indicator.
pub fn indicators(design: &Design) -> IndicatorsAnswer {
    let means = reliability::PanelMeans::new(design);
    let reliability = means.reliability(design, 0..design.units().len());
    let reliability_by_round = design
        .rounds()
        .into_iter()
        .map(|round| RoundReliability {
            round: design.metadata().rounds[round as usize].id.clone(),
            reliability: means.reliability(design, design.units_of_round(round)),
        })
        .collect();
    let indicators = describe::rows(design, &reliability);
    let mut answer = IndicatorsAnswer { reliability, reliability_by_round, indicators, findings: Vec::new() };
    answer.findings = findings::findings(design, &answer);
    answer
}
