//! Are evaluators of a qualification or group harsher, or less consistent, than the others?

use std::collections::BTreeMap;

use evenhand_protocol::{
    CountOf, Estimate, EvaluatorGroup, EvaluatorInfo, GroupedBy, Method, Outcome, Reason,
};
use evenhand_stats::{Variances, benjamini_hochberg, mean_difference};

use super::model::Model;
use super::newcomers::noise_of;
use crate::convert::{estimate, reason};
use crate::{Design, LEVEL};

/// One entry per qualification and group that some, but not all, evaluators have, in the order of names.
pub(super) fn groups(design: &Design, model: &Result<Model, Reason>) -> Vec<EvaluatorGroup> {
    let severities = model.as_ref().map(Model::severities);
    let residuals = model.as_ref().map(Model::residuals).unwrap_or_default();
    let mut groups = Vec::new();
    for by in [GroupedBy::Qualification, GroupedBy::Group] {
        let of = |code: u32| name(&design.metadata().evaluators[code as usize], by);
        let mut sheets: BTreeMap<Option<&str>, (Vec<u32>, u32)> = BTreeMap::new();
        for sheet in design.sheets() {
            let group = sheets.entry(of(sheet.evaluator)).or_default();
            group.0.push(sheet.evaluator);
            group.1 += 1;
        }
        if sheets.len() < 2 {
            continue;
        }
        for (group, (evaluators, n_score_sheets)) in sheets {
            let Some(group) = group else { continue };
            let member = |code: u32| of(code) == Some(group);
            let mut row = EvaluatorGroup {
                by,
                name: group.to_owned(),
                n_evaluators: crate::distinct::distinct(evaluators).len() as u32,
                n_score_sheets,
                ..undefined(by, severities.as_ref().err().map_or(Reason::NoVariance, |why| (*why).clone()))
            };
            if let (Ok(severities), Ok(model)) = (&severities, model) {
                severity(design, severities, member, &mut row);
                noise(design, model, &residuals, member, &mut row);
            }
            groups.push(row);
        }
    }
    adjust(&mut groups);
    groups
}

fn name(info: &EvaluatorInfo, by: GroupedBy) -> Option<&str> {
    match by {
        GroupedBy::Qualification => info.qualification.as_deref(),
        GroupedBy::Group => info.group.as_deref(),
    }
}

fn undefined(by: GroupedBy, why: Reason) -> EvaluatorGroup {
    EvaluatorGroup {
        by,
        name: String::new(),
        n_evaluators: 0,
        n_score_sheets: 0,
        severity: Outcome::Undefined(why.clone()),
        difference: Outcome::Undefined(why.clone()),
        p: None,
        p_adjusted: None,
        noise: Outcome::Undefined(why.clone()),
        noise_ratio: Outcome::Undefined(why),
        p_noise: None,
        p_noise_adjusted: None,
    }
}

fn severity(
    design: &Design,
    severities: &BTreeMap<u32, f64>,
    member: impl Fn(u32) -> bool,
    row: &mut EvaluatorGroup,
) {
    let factor = design.scale_factor();
    let (own, others): (Vec<_>, Vec<_>) =
        severities.iter().map(|(code, value)| (*code, value * factor)).partition(|(code, _)| member(*code));
    let values = |list: Vec<(u32, f64)>| list.into_iter().map(|(_, value)| value).collect::<Vec<f64>>();
    match mean_difference(&values(own), &values(others), Variances::Separate, LEVEL) {
        Ok(found) => {
            let tag = |from: &evenhand_stats::Estimate| -> Outcome<Estimate> {
                Outcome::Known(estimate(from, CountOf::Evaluators, Method::GroupMean))
            };
            (row.severity, row.difference) = (tag(&found.first), tag(&found.difference));
            row.p = Some(found.p);
        }
        Err(why) => {
            row.severity = Outcome::Undefined(reason(&why));
            row.difference = Outcome::Undefined(reason(&why));
        }
    }
}

fn noise(
    design: &Design,
    model: &Model,
    residuals: &[f64],
    member: impl Fn(u32) -> bool,
    row: &mut EvaluatorGroup,
) {
    match noise_of(design, model, residuals, member) {
        Outcome::Known(found) => {
            let tag = |from: &evenhand_stats::Estimate| -> Outcome<Estimate> {
                Outcome::Known(estimate(from, CountOf::Evaluators, Method::NoiseRatio))
            };
            (row.noise, row.noise_ratio) = (tag(&found.own), tag(&found.ratio));
            row.p_noise = Some(found.p);
        }
        Outcome::Undefined(why) => {
            row.noise = Outcome::Undefined(why.clone());
            row.noise_ratio = Outcome::Undefined(why);
        }
    }
}

/// Adjusts all p of groups together.
fn adjust(groups: &mut [EvaluatorGroup]) {
    let p: Vec<f64> = groups.iter().flat_map(|group| [group.p, group.p_noise]).flatten().collect();
    let mut adjusted = benjamini_hochberg(&p).into_iter();
    for group in groups {
        group.p_adjusted = group.p.and_then(|_| adjusted.next());
        group.p_noise_adjusted = group.p_noise.and_then(|_| adjusted.next());
    }
}
