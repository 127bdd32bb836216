//! The drift of one evaluator by one engine, as it is told.

use std::collections::BTreeMap;

use evenhand_protocol::{
    ControlPoint, CountOf, DriftClass, Estimate, Interval, LinkedSeverity, Method, Reason, SeverityChange,
    SeverityShift, SeverityTrack, SeverityTrend,
};
use evenhand_stats::{EvaluatorDrift, LinkStrength, Normal};

use super::Model;
use crate::convert::estimate;
use crate::{Design, LEVEL};

/// The drift of all evaluators by one model, or of all indicators, which are then what is called evaluators here.
#[derive(Debug)]
pub(super) struct Engine {
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
    /// How much more score sheets vary than the model expects, where it is one of single scores.
    pub(super) dependence: Option<f64>,
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

    /// What one evaluator did.
    pub(super) fn track(&self, design: &Design, code: u32) -> Result<SeverityTrack, Reason> {
        let found = self.evaluators.get(code as usize).ok_or(Reason::NoColleague)?;
        let Some(movement) = found.movement else { return Err(self.why(code)) };
        let Some(class) = class(found.class) else { return Err(self.why(code)) };
        let method = self.model.method();
        let n = |round: u32| self.counts.of(code, round);
        let all: u32 = found.severities.iter().map(|severity| n(severity.round)).sum();
        let of = self.of;
        let severities = found.severities.iter().map(|severity| LinkedSeverity {
            round: self.round_id(design, severity.round),
            severity: Estimate {
                of,
                ..normal_estimate(severity.value, severity.se, n(severity.round), method)
            },
        });
        let in_group = |round: u32| found.severities.iter().any(|severity| severity.round == round);
        let changes: Vec<SeverityChange> = found
            .changes
            .iter()
            .filter(|change| change.rounds.iter().all(|round| in_group(*round)))
            .map(|change| SeverityChange {
                from_round: self.round_id(design, change.rounds[0]),
                round: self.round_id(design, change.rounds[1]),
                change: Estimate {
                    of,
                    ..normal_estimate(
                        change.change,
                        change.se,
                        change.rounds.into_iter().map(n).sum(),
                        method,
                    )
                },
                p: change.p,
                weak_link: change.strength == LinkStrength::Weak,
            })
            .collect();
        let change_point = match (&found.change_point, changes.as_slice()) {
            (Some(point), _) => Some(SeverityShift {
                from_round: self.round_id(design, point.round),
                change: Estimate { of, ..normal_estimate(point.shift, point.se, all, Method::SeverityShift) },
                p: Some(point.p),
            }),
            (None, [only]) => {
                Some(SeverityShift { from_round: only.round.clone(), change: only.change.clone(), p: None })
            }
            _ => None,
        };
        let class = one_way(class, change_point.as_ref());
        let measured = self.counts.0.range((code, 0)..=(code, u32::MAX)).count();
        let trend = found.trend.as_ref().map(|trend| SeverityTrend {
            slope: Estimate { n: all, ..estimate(&trend.slope, of, Method::SeverityTrend) },
            p: trend.p,
            instability: trend.instability.variance.sqrt(),
            instability_p: trend.instability.p,
        });
        let chart = found.chart.as_ref();
        Ok(SeverityTrack {
            class,
            p: movement.p,
            p_adjusted: movement.p_adjusted,
            severities: severities.collect(),
            n_not_comparable: measured.saturating_sub(found.severities.len()) as u32,
            changes,
            trend,
            change_point,
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
