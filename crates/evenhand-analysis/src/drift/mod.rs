//! Did the severity of evaluators move between rounds, how, and what did it do to providers?
//!
//! Two engines side by side. The linear one fits composites as `panel + evaluator` within every round, and the Rasch one
//! scores; each gives a severity per evaluator and round, which the evaluators common to rounds put on one scale. Whether
//! a linear severity moved is decided by the F test of the additive model of all rounds (see [`crate::purified`]), which
//! knows more than the severities do. The linear verdict on an evaluator is found once (see [`Design::linear_drift`]) and
//! told by every answer that speaks of drift.

mod consequences;
mod disagreement;
mod findings;
mod linear;
mod links;
mod measures;
mod parts;
mod rasch_rounds;
mod track;

use std::ops::ControlFlow;

use evenhand_protocol::{
    DriftPolicy, DriftReport, EvaluatorDrift, IndicatorDrift, Marks, Method, Outcome, Reason, SeverityTrack,
};
use evenhand_stats::{ControlLimits, DriftOptions, LinkOptions};

use self::consequences::{Consequences, consequences};
pub(crate) use self::linear::linear_drift;
use self::links::Links;
use self::parts::Parts;
use self::rasch_rounds::RaschRounds;
pub(crate) use self::track::Engine;
use crate::distinct::distinct;
use crate::progress::{Cancelled, Listener, Progress};
use crate::rasch::{Categories, Measured};
use crate::{ALPHA, Design};

/// Of the whole work: what the linear model takes, and all rounds of the Rasch model.
const LINEAR: f64 = 0.05;
const ROUNDS: f64 = 0.6;

/// Drift of all evaluators by both engines, what links the rounds, the measures, and the consequences for providers.
pub fn drift(design: &Design, marks: Marks) -> DriftReport {
    let mut work = DriftWork::new(design);
    loop {
        // Nobody listens, so nobody cancels.
        if let Ok(Some(report)) = work.advance(design, marks, &mut |_| ControlFlow::Continue(())) {
            return report;
        }
    }
}

/// The same against other marks: only the consequences are computed again.
pub(crate) fn remarked(design: &Design, mut report: DriftReport, marks: Marks) -> DriftReport {
    report.policy.pass_mark = marks.ordered().pass_points();
    judge(design, &mut report);
    report
}

/// The answer about drift under way: a stretch at a time, so that whoever computes it can attend to something else in
/// between, above all to a reader who wants it no more.
#[derive(Debug)]
pub(crate) struct DriftWork {
    parts: Result<Parts, Reason>,
    categories: Result<Categories, Reason>,
    rounds: Result<RaschRounds, Reason>,
}

impl DriftWork {
    /// The parts of the rounds, and nothing of the Rasch model yet.
    pub(crate) fn new(design: &Design) -> Self {
        let parts = Parts::new(design);
        let categories = Categories::new(design);
        let rounds = parts
            .as_ref()
            .map_err(Clone::clone)
            .and_then(|parts| RaschRounds::new(design, parts, categories.as_ref().map_err(Clone::clone)?));
        Self { parts, categories, rounds }
    }

    /// Goes on for a stretch; `None` if there is more to do.
    ///
    /// # Errors
    /// [`Cancelled`]; what was done before stays done.
    pub(crate) fn advance(
        &mut self,
        design: &Design,
        marks: Marks,
        listener: &mut Listener<'_>,
    ) -> Result<Option<DriftReport>, Cancelled> {
        let mut progress = Progress::whole(listener);
        progress.report(LINEAR)?;
        if let (Ok(rounds), Ok(parts), Ok(categories)) = (&mut self.rounds, &self.parts, &self.categories)
            && !rounds.is_done()
        {
            rounds.advance(design, parts, categories, &mut progress.part(LINEAR, ROUNDS))?;
            return Ok(None);
        }
        let measured = design.measured(&mut progress.part(ROUNDS, 1.0))?;
        Ok(Some(self.assembled(design, marks, measured)))
    }

    fn assembled(&self, design: &Design, marks: Marks, measured: Result<&Measured, Reason>) -> DriftReport {
        let rounds = || self.rounds.as_ref().map_err(Clone::clone);
        let parts = || self.parts.as_ref().map_err(Clone::clone);
        let rasch = rounds().and_then(|rounds| rounds.evaluators(design, parts()?));
        let indicators = rounds().and_then(|rounds| rounds.indicators(design));
        let measures = measured.map(|measured| measures::measures(design, measured));
        let Links { found, missing } = parts().map(|parts| links::links(design, parts)).unwrap_or_default();
        let linear = design.linear_drift();
        let evaluators = codes(design).into_iter().map(|code| {
            let mut evaluator = EvaluatorDrift {
                evaluator: design.metadata().evaluators[code as usize].id.clone(),
                linear: track(design, linear.clone(), code),
                rasch: track(design, rasch.as_ref().map_err(Clone::clone), code),
                disagreement: None,
                effect: None,
            };
            evaluator.disagreement = disagreement::disagreement(design, &evaluator, measures.as_ref().ok());
            evaluator
        });
        let indicator = |(code, info): (usize, &evenhand_protocol::IndicatorInfo)| IndicatorDrift {
            indicator: info.id.clone(),
            track: track(design, indicators.as_ref().map_err(Clone::clone), code as u32),
        };
        let mut report = DriftReport {
            scale: design.scale(),
            policy: policy(marks),
            evaluators: evaluators.collect(),
            indicators: design.metadata().indicators.iter().enumerate().map(indicator).collect(),
            links: found,
            missing_links: missing,
            rasch_dependence: rasch.as_ref().ok().and_then(|engine| engine.dependence),
            rasch: measures.into(),
            consequences: Vec::new(),
            findings: Vec::new(),
        };
        judge(design, &mut report);
        report
    }
}

/// The evaluators who scored, by code.
fn codes(design: &Design) -> Vec<u32> {
    distinct(design.sheets().iter().map(|sheet| sheet.evaluator))
}

fn track(design: &Design, engine: Result<&Engine, Reason>, code: u32) -> Outcome<SeverityTrack> {
    engine.and_then(|engine| engine.track(design, code)).into()
}

/// Fills in what depends on the pass mark.
fn judge(design: &Design, report: &mut DriftReport) {
    let Consequences { effects, providers } =
        consequences(design, &codes(design), &report.evaluators, report.policy.pass_mark);
    for (evaluator, effect) in report.evaluators.iter_mut().zip(effects) {
        evaluator.effect = effect;
    }
    report.consequences = providers;
    report.findings = findings::findings(report);
}

fn policy(marks: Marks) -> DriftPolicy {
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
        pass_mark: marks.ordered().pass_points(),
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
