//! Mean, spread, floor, ceiling and missing share of each indicator.

use evenhand_protocol::{
    CountOf, Direction, IndicatorInfo, IndicatorRow, ItemReliability, Method, Outcome, Reason, Reliability,
};
use evenhand_stats::{clustered_mean, variance};

use crate::convert::{estimate, reason};
use crate::{Design, LEVEL};

/// One row per indicator that was scored in the selection.
pub(super) fn rows(design: &Design, reliability: &Outcome<Reliability>) -> Vec<IndicatorRow> {
    let n_indicators = design.metadata().indicators.len();
    let mut scores: Vec<Vec<f64>> = vec![Vec::new(); n_indicators];
    let mut providers: Vec<Vec<u32>> = vec![Vec::new(); n_indicators];
    for sheet in design.sheets() {
        for row in sheet.rows.clone() {
            let code = design.table().indicator()[row] as usize;
            scores[code].push(design.table().score()[row]);
            providers[code].push(design.provider_of(sheet));
        }
    }
    let n_sheets = design.sheets().len() as f64;
    (0..n_indicators)
        .filter(|&code| !scores[code].is_empty())
        .map(|code| {
            let info = &design.metadata().indicators[code];
            row(info, &scores[code], &providers[code], n_sheets, item(reliability, &info.id))
        })
        .collect()
}

/// Different scores given for an indicator in ascending order: all of them, or `limit` where there are more.
pub(super) fn first_values(design: &Design, indicator: u32, limit: usize) -> Vec<f64> {
    let table = design.table();
    let mut values: Vec<f64> = Vec::new();
    for row in design.sheets().iter().flat_map(|sheet| sheet.rows.clone()) {
        let score = table.score()[row];
        if table.indicator()[row] != indicator || values.contains(&score) {
            continue;
        }
        values.push(score);
        if values.len() == limit {
            break;
        }
    }
    values.sort_by(f64::total_cmp);
    values
}

/// The item statistics of an indicator, or why it has none.
fn item(reliability: &Outcome<Reliability>, id: &str) -> Result<ItemReliability, Reason> {
    match reliability {
        Outcome::Undefined(reason) => Err(reason.clone()),
        Outcome::Known(reliability) => reliability
            .items
            .iter()
            .find(|item| item.indicator == id)
            .cloned()
            .ok_or(Reason::TooFewUnits { needed: 2, found: 0 }),
    }
}

fn row(
    info: &IndicatorInfo,
    scores: &[f64],
    providers: &[u32],
    n_sheets: f64,
    item: Result<ItemReliability, Reason>,
) -> IndicatorRow {
    let n = scores.len() as f64;
    let mean = match clustered_mean(scores, providers, LEVEL) {
        Ok(mean) => Outcome::Known(estimate(&mean, CountOf::Scores, Method::MeanByProvider)),
        Err(undefined) => Outcome::Undefined(reason(&undefined)),
    };
    // Half a step of tolerance would hide neighbours on a fine scale; only rounding noise is forgiven.
    let tolerance = 1e-9 * (info.max - info.min);
    let share = |reached: &dyn Fn(f64) -> bool| scores.iter().filter(|&&y| reached(y)).count() as f64 / n;
    let width = info.max - info.min;
    let plain_mean = evenhand_stats::mean(scores);
    let difficulty = plain_mean.filter(|_| width > 0.0).map(|mean| match info.direction {
        Direction::Higher => (mean - info.min) / width,
        Direction::Lower => (info.max - mean) / width,
    });
    let (item_rest, alpha_if_deleted) = match item {
        Ok(item) => (item.item_rest, item.alpha_if_deleted),
        Err(reason) => (Outcome::Undefined(reason.clone()), Outcome::Undefined(reason)),
    };
    IndicatorRow {
        indicator: info.id.clone(),
        n_scores: scores.len() as u32,
        mean,
        difficulty,
        sd: variance(scores).map(f64::sqrt),
        floor_share: share(&|y| y <= info.min + tolerance),
        ceiling_share: share(&|y| y >= info.max - tolerance),
        missing_share: 1.0 - n / n_sheets,
        item_rest,
        alpha_if_deleted,
    }
}
