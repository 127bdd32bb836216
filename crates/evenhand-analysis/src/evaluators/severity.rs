//! Severity of each evaluator, overall and by round, from leave-one-out deviations.

use evenhand_protocol::{CountOf, EvaluatorRow, Method, Outcome, Reason, RoundSeverity};
use evenhand_stats::{benjamini_hochberg, clustered_mean};

use super::deviations::Deviations;
use super::drift::Drifts;
use super::round_mean::{PooledVariance, RoundMean};
use crate::convert::{estimate, negated, reason, t_estimate, two_sided_p};
use crate::{Design, LEVEL};

/// Fewer sheets than this carry an interval but no test: with so few, equal sheets are too likely by chance.
const MIN_SHEETS: u32 = 3;

/// What one evaluator did, gathered from the sheets.
#[derive(Default, Clone)]
struct Work {
    values: Vec<f64>,
    clusters: Vec<u32>,
    n_clusters: u32,
    n_scores: u32,
    n_sheets: u32,
    providers: Vec<u32>,
    rounds: Vec<RoundMean>,
}

/// One row per evaluator of the design, harshest first, those without a severity last.
pub(super) fn rows(design: &Design, deviations: &Deviations) -> Vec<EvaluatorRow> {
    let work = gather(design, deviations);
    let pooled = PooledVariance::of(work.iter().flat_map(|work| &work.rounds));
    let drifts = Drifts::new(design);
    let mut rows: Vec<EvaluatorRow> = work
        .iter()
        .enumerate()
        .filter(|(_, work)| work.n_sheets > 0)
        .map(|(evaluator, work)| row(design, evaluator, work, pooled, &drifts))
        .collect();
    adjust(&mut rows);
    rows.sort_by(|a, b| severity_of(b).total_cmp(&severity_of(a)));
    rows
}

fn severity_of(row: &EvaluatorRow) -> f64 {
    row.severity.known().map_or(f64::NEG_INFINITY, |estimate| estimate.value)
}

fn gather(design: &Design, deviations: &Deviations) -> Vec<Work> {
    let mut work = vec![Work::default(); design.metadata().evaluators.len()];
    for (index, sheet) in design.sheets().iter().enumerate() {
        let mine = &mut work[sheet.evaluator as usize];
        mine.n_sheets += 1;
        mine.n_scores += sheet.rows.len() as u32;
        mine.providers.push(design.provider_of(sheet));
        let round = design.round_of(sheet);
        if mine.rounds.last().is_none_or(|last| last.round != round) {
            mine.rounds.push(RoundMean { round, ..RoundMean::default() });
        }
        if let (Some(mean), Some(last)) = (deviations.sheet_mean[index], mine.rounds.last_mut()) {
            last.severities.push(-mean);
        }
    }
    let mut previous = u32::MAX;
    for (&value, &sheet) in deviations.value.iter().zip(&deviations.sheet) {
        let mine = &mut work[design.sheets()[sheet as usize].evaluator as usize];
        if sheet != previous {
            mine.n_clusters += 1;
            previous = sheet;
        }
        mine.values.push(value);
        mine.clusters.push(mine.n_clusters - 1);
    }
    for mine in &mut work {
        mine.providers.sort_unstable();
        mine.providers.dedup();
    }
    work
}

fn row(
    design: &Design,
    evaluator: usize,
    work: &Work,
    pooled: Option<PooledVariance>,
    drifts: &Drifts,
) -> EvaluatorRow {
    let severity = if work.values.is_empty() {
        Outcome::Undefined(Reason::NoColleague)
    } else {
        match clustered_mean(&work.values, &work.clusters, LEVEL) {
            Ok(mean) => Outcome::Known(negated(estimate(&mean, CountOf::Scores, Method::LeaveOneOut))),
            Err(undefined) => Outcome::Undefined(reason(&undefined)),
        }
    };
    let p = severity
        .known()
        .filter(|_| work.n_clusters >= MIN_SHEETS)
        .and_then(|severity| two_sided_p(severity.value, severity.se?, f64::from(work.n_clusters) - 1.0));
    let by_round = work
        .rounds
        .iter()
        .map(|mean| RoundSeverity {
            round: design.metadata().rounds[mean.round as usize].id.clone(),
            severity: round_severity(mean, pooled),
        })
        .collect();
    EvaluatorRow {
        evaluator: design.metadata().evaluators[evaluator].id.clone(),
        n_scores: work.n_scores,
        n_score_sheets: work.n_sheets,
        n_providers: work.providers.len() as u32,
        n_rounds: work.rounds.len() as u32,
        severity,
        p,
        p_adjusted: None,
        by_round,
        drift: drifts.answer(design, evaluator as u32),
    }
}

fn round_severity(mean: &RoundMean, pooled: Option<PooledVariance>) -> Outcome<evenhand_protocol::Estimate> {
    let Some(value) = mean.mean() else { return Outcome::Undefined(Reason::NoColleague) };
    let Some(pooled) = pooled else { return Outcome::Undefined(Reason::OneCluster) };
    let n = mean.severities.len() as u32;
    let se = (pooled.variance / f64::from(n)).sqrt();
    Outcome::Known(t_estimate(value, se, pooled.df, n, CountOf::ScoreSheets, Method::LeaveOneOutPooled))
}

fn adjust(rows: &mut [EvaluatorRow]) {
    let tested: Vec<usize> = (0..rows.len()).filter(|&row| rows[row].p.is_some()).collect();
    let p: Vec<f64> = tested.iter().filter_map(|&row| rows[row].p).collect();
    for (&row, adjusted) in tested.iter().zip(benjamini_hochberg(&p)) {
        rows[row].p_adjusted = Some(adjusted);
    }
}
