//! The drift of all evaluators.

use super::change::{SeverityChange, severity_changes};
use super::change_point::{ChangePoint, change_point};
use super::class::{DriftClass, DriftPolicy, Evidence};
use super::control_chart::{ControlChart, ControlLimits, control_chart};
use super::frame::{LinkedFrame, linked_frame};
use super::link::LinkOptions;
use super::missing_link::{MissingLink, missing_links};
use super::table::{Severity, SeverityTable};
use super::trend::{SeverityTrend, severity_trend};
use crate::benjamini_hochberg::benjamini_hochberg;
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
    /// The changes between successive rounds, in any group.
    pub changes: Vec<SeverityChange>,
    /// The trend; `None` for fewer than three rounds.
    pub trend: Option<SeverityTrend>,
    /// The adjusted p of the trend.
    pub trend_p_adjusted: Option<f64>,
    /// The adjusted p of the instability around it.
    pub instability_p_adjusted: Option<f64>,
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
/// The p-values of all changes, trends and instabilities are adjusted together (Benjamini & Hochberg 1995), so that of
/// the movements that count at most a share alpha is expected to be false. Change points and control charts are shown
/// beside them and do not decide the class.
///
/// # Errors
/// As [`linked_frame`] and [`control_chart`]; rounds that are not linked are no error, they are in different groups.
pub fn drift_report(table: &SeverityTable, options: &DriftOptions) -> Result<DriftReport, Undefined> {
    let frame = linked_frame(table, &options.link)?;
    let missing = missing_links(table, &frame, &options.link);
    let changes = severity_changes(table, &frame, &options.link)?;
    let mut evaluators = Vec::with_capacity(table.n_evaluators());
    for evaluator in 0..table.n_evaluators() {
        evaluators.push(described(table, &frame, evaluator, options)?);
    }
    for change in changes {
        evaluators[change.evaluator as usize].changes.push(change);
    }
    adjust(&mut evaluators);
    for evaluator in &mut evaluators {
        evaluator.class = options.policy.class(evidence(evaluator, &options.policy));
    }
    Ok(DriftReport { frame, missing, evaluators })
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
        changes: Vec::new(),
        trend: severity_trend(&severities, options.level).ok(),
        trend_p_adjusted: None,
        instability_p_adjusted: None,
        change_point: change_point(&severities, options.resampling).ok(),
        chart,
        class: DriftClass::TooLittleData,
        severities,
    })
}

/// Adjusts all p-values together.
fn adjust(evaluators: &mut [EvaluatorDrift]) {
    let p_values = evaluators.iter().flat_map(|evaluator| {
        let changes = evaluator.changes.iter().map(|change| change.p);
        changes.chain(evaluator.trend.iter().flat_map(|trend| [trend.p, trend.instability.p]))
    });
    let mut adjusted = benjamini_hochberg(&p_values.collect::<Vec<f64>>()).into_iter();
    for evaluator in evaluators {
        for change in &mut evaluator.changes {
            change.p_adjusted = adjusted.next().unwrap_or(1.0);
        }
        if evaluator.trend.is_some() {
            evaluator.trend_p_adjusted = adjusted.next();
            evaluator.instability_p_adjusted = adjusted.next();
        }
    }
}

fn evidence(evaluator: &EvaluatorDrift, policy: &DriftPolicy) -> Evidence {
    let mut evidence = Evidence { n_rounds: evaluator.severities.len(), ..Evidence::default() };
    let mut moved = |movement: f64, p_adjusted: f64| {
        if policy.counts(movement, p_adjusted) {
            evidence.rose |= movement > 0.0;
            evidence.fell |= movement < 0.0;
        }
    };
    for change in &evaluator.changes {
        moved(change.change, change.p_adjusted);
    }
    if let (Some(trend), Some(p)) = (&evaluator.trend, evaluator.trend_p_adjusted) {
        let rounds = evaluator.severities.first().zip(evaluator.severities.last());
        let span = rounds.map_or(0.0, |(first, last)| f64::from(last.round - first.round));
        moved(trend.slope.value * span, p);
    }
    if let (Some(trend), Some(p)) = (&evaluator.trend, evaluator.instability_p_adjusted) {
        evidence.scattered = policy.counts(trend.instability.variance.sqrt(), p);
    }
    evidence
}
