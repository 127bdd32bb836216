//! The drift of all evaluators.

use super::change::{SeverityChange, framed_changes, severity_changes};
use super::change_point::{ChangePoint, change_point};
use super::class::{DriftClass, DriftPolicy, Evidence};
use super::control_chart::{ControlChart, ControlLimits, control_chart};
use super::frame::{LinkedFrame, linked_frame};
use super::link::LinkOptions;
use super::missing_link::{MissingLink, missing_links};
use super::movement::{MovementTest, adjusted, same_in_all_rounds};
use super::table::{Severity, SeverityTable};
use super::trend::{SeverityTrend, trend_over};
use crate::estimate::Level;
use crate::resampling::Resampling;
use crate::undefined::Undefined;

/// How drift is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct DriftOptions {
    /// How rounds are linked.
    pub link: LinkOptions,
    /// How control charts are drawn.
    pub limits: ControlLimits,
    /// How evaluators are classed.
    pub policy: DriftPolicy,
    /// The orders drawn to test change points.
    pub resampling: Resampling,
    /// The level of intervals.
    pub level: Level,
}

/// The drift of one evaluator.
#[derive(Debug, Clone, PartialEq)]
pub struct EvaluatorDrift {
    /// The code of the evaluator.
    pub evaluator: u32,
    /// The severities in the frame of the first round of the group of rounds below, in the order of rounds.
    pub severities: Vec<Severity>,
    /// The group of linked rounds that these are in: of all groups the one with the most rounds of this evaluator.
    pub group: Option<u32>,
    /// Whether severity moved; `None` where it was measured in fewer than two comparable rounds.
    pub movement: Option<MovementTest>,
    /// The changes between successive rounds, in any group.
    pub changes: Vec<SeverityChange>,
    /// The trend; `None` for fewer than three rounds.
    pub trend: Option<SeverityTrend>,
    /// The best single change point; `None` for fewer than three rounds.
    pub change_point: Option<ChangePoint>,
    /// The control charts; `None` without a round.
    pub chart: Option<ControlChart>,
    /// What severity did, by the policy.
    pub class: DriftClass,
}

/// The drift of all evaluators, and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct DriftReport {
    /// The rounds in one frame, as far as they are linked.
    pub frame: LinkedFrame,
    /// The links that are missing or weak, and what would mend them.
    pub missing: Vec<MissingLink>,
    /// The evaluators in the order of their codes, those without a severity included.
    pub evaluators: Vec<EvaluatorDrift>,
}

/// Looks for drift in the severities of all evaluators.
///
/// One test per evaluator decides whether severity moved: whether the severities are the same in all rounds that can be
/// compared, adjusted over all evaluators (Benjamini & Hochberg 1995), so that of those who are said to move at most a
/// share alpha is expected to be false. Changes, trend, instability and change point say how, for those who do; control
/// charts are shown beside them. To let each of these decide as well multiplies the false alarms by their number.
///
/// # Errors
/// As [`linked_frame`] and [`control_chart`]; rounds that are not linked are no error, they are in different groups.
pub fn drift_report(table: &SeverityTable, options: &DriftOptions) -> Result<DriftReport, Undefined> {
    let frame = linked_frame(table, &options.link)?;
    let missing = missing_links(table, &frame, &options.link);
    let changes = severity_changes(table, &frame, &options.link)?;
    let mut evaluators = all_described(table, &frame, changes, options)?;
    // Rounds whose only link is the evaluator's own severity show no change, and no movement either.
    let moved = |evaluator: &EvaluatorDrift| match evaluator.changes.is_empty() {
        true => None,
        false => same_in_all_rounds(&with_link_errors(&frame, evaluator)),
    };
    let moved: Vec<Option<f64>> = evaluators.iter().map(moved).collect();
    judge(table, &mut evaluators, &moved, options);
    Ok(DriftReport { frame, missing, evaluators })
}

/// The drift of evaluators whose severities are in one frame already, as a model of all rounds gives them, where a test of
/// that model decides whether each moved: raw p-values by evaluator, `None` for those who could not be tested.
///
/// # Errors
/// As [`control_chart`], and `NotComplete` unless there is an entry for every evaluator.
pub fn framed_drift(
    table: &SeverityTable,
    moved: &[Option<f64>],
    options: &DriftOptions,
) -> Result<Vec<EvaluatorDrift>, Undefined> {
    if moved.len() != table.n_evaluators() {
        return Err(Undefined::NotComplete);
    }
    let n = table.n_rounds();
    let frame = LinkedFrame {
        group_of: vec![0; n],
        shifts: vec![0.0; n],
        shift_errors: vec![0.0; n],
        links: Vec::new(),
    };
    let mut evaluators = all_described(table, &frame, framed_changes(table), options)?;
    judge(table, &mut evaluators, moved, options);
    Ok(evaluators)
}

fn all_described(
    table: &SeverityTable,
    frame: &LinkedFrame,
    changes: Vec<SeverityChange>,
    options: &DriftOptions,
) -> Result<Vec<EvaluatorDrift>, Undefined> {
    let mut evaluators = Vec::with_capacity(table.n_evaluators());
    for evaluator in 0..table.n_evaluators() {
        evaluators.push(described(table, frame, evaluator, options)?);
    }
    for change in changes {
        evaluators[change.evaluator as usize].changes.push(change);
    }
    Ok(evaluators)
}

fn judge(
    table: &SeverityTable,
    evaluators: &mut [EvaluatorDrift],
    moved: &[Option<f64>],
    options: &DriftOptions,
) {
    for (evaluator, movement) in evaluators.iter_mut().zip(adjusted(moved)) {
        evaluator.movement = movement;
        evaluator.class = options.policy.class(evidence(table, evaluator, &options.policy));
    }
}

/// The severities of an evaluator with the errors of the links as well, where the evaluator makes none of them: those who
/// make a link are nearer to it than chance would have them.
fn with_link_errors(frame: &LinkedFrame, evaluator: &EvaluatorDrift) -> Vec<Severity> {
    let links = |round: u32| {
        let touching = frame.links.iter().filter(move |link| link.rounds.contains(&round));
        touching.into_iter().any(|link| link.kept.contains(&evaluator.evaluator))
    };
    let wider = |severity: &Severity| match links(severity.round) {
        true => *severity,
        false => {
            let se = libm::hypot(severity.se, frame.shift_errors[severity.round as usize]);
            Severity { se, ..*severity }
        }
    };
    evaluator.severities.iter().map(wider).collect()
}

fn described(
    table: &SeverityTable,
    frame: &LinkedFrame,
    evaluator: usize,
    options: &DriftOptions,
) -> Result<EvaluatorDrift, Undefined> {
    let mut counts = vec![0_usize; frame.n_groups()];
    for severity in table.of_evaluator(evaluator) {
        counts[frame.group_of[severity.round as usize] as usize] += 1;
    }
    // Of groups with equally many rounds the latest says most of the evaluator now.
    let group = (0..counts.len()).filter(|group| counts[*group] > 0).max_by_key(|group| counts[*group]);
    let in_group = |severity: &&Severity| Some(frame.group_of[severity.round as usize] as usize) == group;
    let severities: Vec<Severity> =
        table.of_evaluator(evaluator).filter(in_group).map(|severity| frame.framed(severity)).collect();
    let chart = match control_chart(&severities, None, &options.limits) {
        Ok(chart) => Some(chart),
        Err(Undefined::TooFewUnits { .. }) => None,
        Err(reason) => return Err(reason),
    };
    Ok(EvaluatorDrift {
        evaluator: evaluator as u32,
        group: group.map(|group| group as u32),
        movement: None,
        changes: Vec::new(),
        trend: trend_over(&severities, options.level, |severity| table.time(severity.round)).ok(),
        change_point: change_point(&severities, options.resampling).ok(),
        chart,
        class: DriftClass::TooLittleData,
        severities,
    })
}

fn evidence(table: &SeverityTable, evaluator: &EvaluatorDrift, policy: &DriftPolicy) -> Evidence {
    let Some(movement) = evaluator.movement else { return Evidence::default() };
    let mut evidence = Evidence { n_rounds: evaluator.severities.len(), ..Evidence::default() };
    let mut largest = 0.0_f64;
    let mut moved = |movement: f64, p: f64, n: usize| {
        largest = largest.max(movement.abs());
        if policy.stands_out(movement, p, n) {
            evidence.rose |= movement > 0.0;
            evidence.fell |= movement < 0.0;
        }
    };
    for change in &evaluator.changes {
        moved(change.change, change.p, evaluator.changes.len());
    }
    if let Some(trend) = &evaluator.trend {
        let rounds = evaluator.severities.first().zip(evaluator.severities.last());
        let span = rounds.map_or(0.0, |(first, last)| table.time(last.round) - table.time(first.round));
        moved(trend.slope.value * span, trend.p, 1);
        evidence.scattered = policy.stands_out(trend.instability.variance.sqrt(), trend.instability.p, 1);
    }
    if let Some(point) = &evaluator.change_point {
        largest = largest.max(point.shift.abs());
        evidence.higher_after = Some(point.shift > 0.0);
    } else if let [change] = evaluator.changes.as_slice() {
        evidence.higher_after = Some(change.change > 0.0);
    }
    evidence.moved = movement.p_adjusted < policy.alpha && largest >= policy.least_change;
    evidence
}
