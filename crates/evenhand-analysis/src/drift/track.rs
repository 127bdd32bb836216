//! The drift of one evaluator by one engine, as it is told.

use std::collections::BTreeMap;

use evenhand_protocol::{
    ControlPoint, CountOf, DriftClass, Estimate, Interval, LinkedSeverity, Method, Reason, SeverityChange,
    SeverityShift, SeverityTrack, SeverityTrend,
};
use evenhand_stats::{EvaluatorDrift, LinkStrength, Normal};

use super::Model;
use crate::convert::{estimate, t_estimate};
use crate::{Design, LEVEL};

/// The drift of all evaluators by one model, or of all indicators, which are then what is called evaluators here.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(super) model: Model,
    /// By evaluator code. Their rounds are positions in the list below.
    pub(super) evaluators: Vec<EvaluatorDrift>,
    /// Round codes.
    pub(super) rounds: Vec<u32>,
    pub(super) counts: Counts,
    /// What is counted.
    pub(super) of: CountOf,
    /// Why an evaluator, by code, could not be tested.
    pub(super) why_not: Vec<Option<Reason>>,
    /// The error of the sharpest change by evaluator code, where the model knows it; nobody's by models that do not.
    pub(super) shift_errors: Vec<Option<ShiftError>>,
    /// How much more score sheets vary than the model expects, where it is one of single scores.
    pub(super) dependence: Option<f64>,
}

/// The standard error of a change and the degrees of freedom it rests on.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShiftError {
    pub(super) se: f64,
    pub(super) df: f64,
}

/// What is said of somebody's drift, the same wherever it is said.
#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    pub(crate) class: DriftClass,
    /// p of "the same severity in every round".
    pub(crate) p: f64,
    /// The same, adjusted over all evaluators.
    pub(crate) p_adjusted: f64,
    /// The sharpest change; the only one where there are two rounds.
    pub(crate) shift: Option<SeverityShift>,
    /// The rounds that were compared.
    pub(crate) n_rounds: u32,
}

/// Score sheets, or scores, by evaluator, or indicator, and round of the engine.
#[derive(Debug, Default)]
pub(super) struct Counts(BTreeMap<(u32, u32), u32>);

impl Counts {
    pub(super) fn add(&mut self, evaluator: u32, round: u32, n: u32) {
        *self.0.entry((evaluator, round)).or_default() += n;
    }

    fn of(&self, evaluator: u32, round: u32) -> u32 {
        self.0.get(&(evaluator, round)).copied().unwrap_or(0)
    }
}

/// An estimate with a normal interval.
pub(super) fn normal_estimate(value: f64, se: f64, n: u32, method: Method) -> Estimate {
    let reach = Normal.critical(LEVEL) * se;
    let interval = Some(Interval { low: value - reach, high: value + reach, level: LEVEL.get() });
    Estimate { value, se: Some(se), interval, n, of: CountOf::ScoreSheets, method }
}

impl Engine {
    /// The id of a round.
    fn round_id(&self, design: &Design, round: u32) -> String {
        design.metadata().rounds[self.rounds[round as usize] as usize].id.clone()
    }

    /// The verdict on one evaluator.
    pub(crate) fn verdict(&self, design: &Design, code: u32) -> Result<Verdict, Reason> {
        let found = self.found(code)?;
        self.judged(design, code, found, &self.changes(design, code, found))
    }

    fn judged(
        &self,
        design: &Design,
        code: u32,
        found: &EvaluatorDrift,
        changes: &[SeverityChange],
    ) -> Result<Verdict, Reason> {
        let (Some(movement), Some(class)) = (found.movement, class(found.class)) else {
            return Err(self.why(code));
        };
        let shift = match (&found.change_point, changes) {
            (Some(point), _) => Some(SeverityShift {
                from_round: self.round_id(design, point.round),
                change: self.shift(code, point.shift, point.se),
                p: Some(point.p),
            }),
            (None, [only]) => Some(SeverityShift {
                from_round: only.round.clone(),
                change: self.shift(code, only.change.value, only.change.se.unwrap_or(0.0)),
                p: None,
            }),
            _ => None,
        };
        Ok(Verdict {
            class: one_way(class, shift.as_ref()),
            p: movement.p,
            p_adjusted: movement.p_adjusted,
            shift,
            n_rounds: found.severities.len() as u32,
        })
    }

    /// A change of severity, with the error that the model has for it where it has one.
    fn shift(&self, code: u32, value: f64, se: f64) -> Estimate {
        let n = self.n_of(code);
        match self.shift_errors.get(code as usize).copied().flatten() {
            Some(error) => t_estimate(value, error.se, error.df, n, self.of, Method::ChangePoint),
            None => Estimate { of: self.of, ..normal_estimate(value, se, n, Method::SeverityShift) },
        }
    }

    fn found(&self, code: u32) -> Result<&EvaluatorDrift, Reason> {
        self.evaluators.get(code as usize).ok_or(Reason::NoColleague)
    }

    /// What is counted of an evaluator in all rounds that were compared.
    fn n_of(&self, code: u32) -> u32 {
        let rounds = self.found(code).map(|found| found.severities.iter().map(|severity| severity.round));
        rounds.map_or(0, |rounds| rounds.map(|round| self.counts.of(code, round)).sum())
    }

    /// The changes between successive rounds that can be compared.
    fn changes(&self, design: &Design, code: u32, found: &EvaluatorDrift) -> Vec<SeverityChange> {
        let in_group = |round: u32| found.severities.iter().any(|severity| severity.round == round);
        let told = |change: &evenhand_stats::SeverityChange| {
            let n = change.rounds.into_iter().map(|round| self.counts.of(code, round)).sum();
            SeverityChange {
                from_round: self.round_id(design, change.rounds[0]),
                round: self.round_id(design, change.rounds[1]),
                change: Estimate {
                    of: self.of,
                    ..normal_estimate(change.change, change.se, n, self.model.method())
                },
                p: change.p,
                weak_link: change.strength == LinkStrength::Weak,
            }
        };
        let comparable =
            |change: &&evenhand_stats::SeverityChange| change.rounds.iter().all(|round| in_group(*round));
        found.changes.iter().filter(comparable).map(told).collect()
    }

    /// What one evaluator did.
    pub(super) fn track(&self, design: &Design, code: u32) -> Result<SeverityTrack, Reason> {
        let found = self.found(code)?;
        let changes = self.changes(design, code, found);
        let Verdict { class, p, p_adjusted, shift, .. } = self.judged(design, code, found, &changes)?;
        let (method, of) = (self.model.method(), self.of);
        let severities = found.severities.iter().map(|severity| {
            let n = self.counts.of(code, severity.round);
            LinkedSeverity {
                round: self.round_id(design, severity.round),
                severity: Estimate { of, ..normal_estimate(severity.value, severity.se, n, method) },
            }
        });
        let measured = self.counts.0.range((code, 0)..=(code, u32::MAX)).count();
        let trend = found.trend.as_ref().map(|trend| SeverityTrend {
            slope: Estimate { n: self.n_of(code), ..estimate(&trend.slope, of, Method::SeverityTrend) },
            p: trend.p,
            instability: trend.instability.variance.sqrt(),
            instability_p: trend.instability.p,
        });
        let chart = found.chart.as_ref();
        Ok(SeverityTrack {
            class,
            p,
            p_adjusted,
            severities: severities.collect(),
            n_not_comparable: measured.saturating_sub(found.severities.len()) as u32,
            changes,
            trend,
            change_point: shift,
            target: chart.map_or(0.0, |chart| chart.target),
            chart: chart.map(|chart| chart.points.iter().map(control_point).collect()).unwrap_or_default(),
        })
    }

    /// Why nothing can be said of an evaluator.
    fn why(&self, code: u32) -> Reason {
        if let Some(reason) = self.why_not.get(code as usize).cloned().flatten() {
            return reason;
        }
        match self.counts.0.range((code, 0)..=(code, u32::MAX)).count() {
            0 => Reason::NoColleague,
            1 => Reason::OneRound,
            _ => Reason::NotLinked,
        }
    }
}

/// Somebody of whom the changes say one thing and the sharpest shift the other went both ways.
fn one_way(class: DriftClass, shift: Option<&SeverityShift>) -> DriftClass {
    match (class, shift.map(|shift| shift.change.value)) {
        (DriftClass::Harsher, Some(change)) if change < 0.0 => DriftClass::Erratic,
        (DriftClass::MoreLenient, Some(change)) if change > 0.0 => DriftClass::Erratic,
        _ => class,
    }
}

fn control_point(point: &evenhand_stats::ChartPoint) -> ControlPoint {
    ControlPoint {
        ewma: point.ewma,
        low: point.low,
        high: point.high,
        cusum_harsher: point.cusum_harsher,
        cusum_lenient: point.cusum_lenient,
        ewma_signal: point.ewma_signal,
        cusum_signal: point.cusum_signal,
    }
}

fn class(class: evenhand_stats::DriftClass) -> Option<DriftClass> {
    use evenhand_stats::DriftClass as Of;
    match class {
        Of::Stable => Some(DriftClass::Stable),
        Of::Harsher => Some(DriftClass::Harsher),
        Of::MoreLenient => Some(DriftClass::MoreLenient),
        Of::Erratic => Some(DriftClass::Erratic),
        Of::TooLittleData => None,
    }
}
