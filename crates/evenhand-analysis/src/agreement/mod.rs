//! How far do the evaluators agree, by every coefficient and part by part?

mod alpha;
mod benchmarks;
mod categories;
mod complete_blocks;
mod concordance;
mod differences;
mod findings;
mod icc;
mod pairs;
mod panel_scores;
mod parts;
mod strata;

use std::ops::Range;

use evenhand_protocol::{AgreementAnswer, AgreementOf, EvaluatorInfo, Outcome, Part};

pub(crate) use icc::six_iccs;
pub(crate) use panel_scores::PanelScores;

use crate::{Design, Sheet};

/// Agreement overall, by round, indicator, dimension, qualification and evaluator group, and of each two evaluators.
pub fn agreement(design: &Design) -> AgreementAnswer {
    let all = 0..design.units().len();
    let composites = PanelScores::composites(design, all.clone());
    let overall = parts::of_composites(design, Part::All, &composites);
    let by_round = design
        .rounds()
        .into_iter()
        .map(|round| {
            let part = Part::Round(design.metadata().rounds[round as usize].id.clone());
            let scores = PanelScores::composites(design, design.units_of_round(round));
            parts::of_composites(design, part, &scores)
        })
        .collect();
    let qualifications =
        by_attribute(design, &all, |info| info.qualification.as_deref(), Part::Qualification);
    let groups = by_attribute(design, &all, |info| info.group.as_deref(), Part::Group);
    let mut answer = AgreementAnswer {
        benchmarks: benchmarks::benchmarks(&overall),
        by_round,
        by_indicator: by_indicator(design, &all),
        by_dimension: by_dimension(design, &all),
        round_differences: differences::of_rounds(design),
        qualification_differences: differences::of_groups(&qualifications),
        group_differences: differences::of_groups(&groups),
        by_qualification: qualifications.into_iter().map(|(of, _)| of).collect(),
        by_group: groups.into_iter().map(|(of, _)| of).collect(),
        pairs: pairs::pairs(design, &composites, overall.n_values as usize),
        findings: Vec::new(),
        overall,
    };
    answer.findings = findings::findings(&answer);
    answer
}

/// The intraclass correlations of the composites of a range of units.
pub(crate) fn agreement_of_composites(
    design: &Design,
    units: Range<usize>,
) -> Outcome<evenhand_protocol::Agreement> {
    six_iccs(design, &PanelScores::composites(design, units))
}

fn by_indicator(design: &Design, units: &Range<usize>) -> Vec<AgreementOf> {
    let infos = &design.metadata().indicators;
    let of = |(code, info)| {
        let scores = PanelScores::new(design, units.clone(), |sheet| rating(design, sheet, code as u32));
        (!scores.values().is_empty()).then(|| parts::of_ratings(design, info, &scores))
    };
    infos.iter().enumerate().filter_map(of).collect()
}

/// The score of one indicator on a sheet, in its own points; rows of a sheet are in order of indicator codes.
fn rating(design: &Design, sheet: &Sheet, indicator: u32) -> Option<f64> {
    let codes = &design.table().indicator()[sheet.rows.clone()];
    let at = codes.binary_search(&indicator).ok()?;
    Some(design.table().score()[sheet.rows.start + at])
}

fn by_dimension(design: &Design, units: &Range<usize>) -> Vec<AgreementOf> {
    let of = |name: &str| {
        let member = design.members(name);
        let scores = PanelScores::new(design, units.clone(), |sheet| design.composite_over(sheet, &member));
        (!scores.values().is_empty())
            .then(|| parts::of_composites(design, Part::Dimension(name.to_owned()), &scores))
    };
    design.dimensions().into_iter().filter_map(of).collect()
}

/// The composites of the evaluators of each value of an attribute, sorted by it.
fn by_attribute(
    design: &Design,
    units: &Range<usize>,
    attribute: impl Fn(&EvaluatorInfo) -> Option<&str>,
    part: fn(String) -> Part,
) -> Vec<(AgreementOf, PanelScores)> {
    let infos = &design.metadata().evaluators;
    let mut names: Vec<&str> = infos.iter().filter_map(&attribute).collect();
    names.sort_unstable();
    names.dedup();
    let of = |name: &str| {
        let belongs = |sheet: &Sheet| {
            infos.get(sheet.evaluator as usize).is_some_and(|info| attribute(info) == Some(name))
        };
        let scores = PanelScores::new(design, units.clone(), |sheet| {
            if belongs(sheet) { panel_scores::composite(sheet) } else { None }
        });
        let part = part(name.to_owned());
        (!scores.values().is_empty()).then(|| (parts::of_composites(design, part, &scores), scores))
    };
    names.into_iter().filter_map(of).collect()
}
