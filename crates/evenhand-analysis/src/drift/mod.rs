//! Did the severity of evaluators move between rounds, how, and what did it do to providers?
//!
//! Two engines side by side. The linear one fits composites as `panel + evaluator` within every round, and the Rasch one
//! scores; each gives a severity per evaluator and round, which the evaluators common to rounds put on one scale. Whether
//! a linear severity moved is decided by the F test of the additive model of all rounds (see [`crate::purified`]), the
//! same that the evaluators' answer gives: it knows more than the severities do.

mod categories;
mod consequences;
mod disagreement;
mod findings;
mod linear;
mod links;
mod measures;
mod parts;
mod rasch_rounds;
mod track;

use evenhand_protocol::{
    DriftPolicy, DriftReport, EvaluatorDrift, Marks, Method, Outcome, RaschMeasures, Reason, SeverityTrack,
};
use evenhand_stats::{ControlLimits, DriftOptions, LinkOptions};

use self::categories::Categories;
use self::consequences::{Consequences, consequences};
use self::links::Links;
use self::parts::Parts;
use self::track::Engine;
use crate::distinct::distinct;
use crate::{ALPHA, Design};

/// Drift of all evaluators by both engines, what links the rounds, the measures, and the consequences for providers.
pub fn drift(design: &Design) -> DriftReport {
    let parts = Parts::new(design);
    let linear = parts.as_ref().map_err(Clone::clone).and_then(|parts| linear::engine(design, parts));
    let categories = Categories::new(design);
    let rasch = parts
        .as_ref()
        .map_err(Clone::clone)
        .and_then(|parts| rasch_rounds::engine(design, parts, categories.as_ref().map_err(Clone::clone)?));
    let measures = categories
        .as_ref()
        .map_err(Clone::clone)
        .and_then(|categories| measures::measures(design, categories));
    let links = parts.as_ref().map(|parts| links::links(design, parts)).unwrap_or_default();
    assembled(design, &linear, &rasch, measures, links)
}

fn assembled(
    design: &Design,
    linear: &Result<Engine, Reason>,
    rasch: &Result<Engine, Reason>,
    measures: Result<RaschMeasures, Reason>,
    links: Links,
) -> DriftReport {
    let codes = distinct(design.sheets().iter().map(|sheet| sheet.evaluator));
    let track = |engine: &Result<Engine, Reason>, code: u32| -> Outcome<SeverityTrack> {
        engine.as_ref().map_err(Clone::clone).and_then(|engine| engine.track(design, code)).into()
    };
    let mut evaluators: Vec<EvaluatorDrift> = codes
        .iter()
        .map(|&code| EvaluatorDrift {
            evaluator: design.metadata().evaluators[code as usize].id.clone(),
            linear: track(linear, code),
            rasch: track(rasch, code),
            disagreement: None,
            effect: None,
        })
        .collect();
    for evaluator in &mut evaluators {
        evaluator.disagreement = disagreement::disagreement(design, evaluator, measures.as_ref().ok());
    }
    let Consequences { effects, providers } =
        consequences(design, &codes, &evaluators, Marks::DEFAULT.pass_points());
    for (evaluator, effect) in evaluators.iter_mut().zip(effects) {
        evaluator.effect = effect;
    }
    let mut report = DriftReport {
        scale: design.scale(),
        policy: policy(),
        evaluators,
        links: links.found,
        missing_links: links.missing,
        rasch_dependence: rasch.as_ref().ok().and_then(|engine| engine.dependence),
        rasch: measures.into(),
        consequences: providers,
        findings: Vec::new(),
    };
    report.findings = findings::findings(&report);
    report
}

fn policy() -> DriftPolicy {
    let DriftOptions { link: LinkOptions { purification, least_common }, limits, .. } =
        DriftOptions::default();
    let ControlLimits { lambda, width, allowance, decision } = limits;
    DriftPolicy {
        alpha: ALPHA,
        purification,
        least_common: least_common as u32,
        ewma_lambda: lambda,
        ewma_width: width,
        cusum_allowance: allowance,
        cusum_decision: decision,
        pass_mark: Marks::DEFAULT.pass_points(),
    }
}

/// The method behind the severities of an engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Model {
    Linear,
    Rasch,
}

impl Model {
    fn method(self) -> Method {
        match self {
            Self::Linear => Method::LinkedLinear,
            Self::Rasch => Method::LinkedRasch,
        }
    }
}
