//! Which indicators are hard to score well on.

use evenhand_protocol::{
    Direction, EntityKind, Estimate, IndicatorInfo, IndicatorRow, IndicatorsAnswer, Interval, Outcome,
    entity_link,
};
use evenhand_words::percent;

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns, share_cell, value_cell};
use super::interval_marks::Look;
use super::phrases::{share_with_interval, without_value};
use super::reach::{explain_cut, finite, reach};
use super::rows::{Row, RowsLayout, draw_rows, plot_rows, rows_facts};
use crate::axis::Axis;
use crate::number_format::NumberStyle;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::{DataTable, TableCell};

/// Decimals of scores in an indicator's own points.
const OWN_POINTS: usize = 2;

/// Mean score of every indicator as a share of its scale with its interval, hardest on top.
pub fn indicator_difficulty(answer: &IndicatorsAnswer, context: &Context) -> Scene {
    let mut known: Vec<(&IndicatorRow, &Estimate, Estimate)> = answer
        .indicators
        .iter()
        .filter_map(|row| {
            let mean = finite(&row.mean)?;
            Some((row, mean, share_of_scale(mean, info(context, &row.indicator)?)?))
        })
        .collect();
    known.sort_by(|a, b| a.2.value.total_cmp(&b.2.value));
    let rows: Vec<Row> =
        known.iter().map(|(row, mean, share)| difficulty_row(row, mean, share, context)).collect();
    let words = &context.charts().difficulty;
    let notes = without_value(context.language, answer.indicators.len() - rows.len());
    let facts: Vec<String> = rows_facts(context, &rows);
    let mut caption = context.caption(words, notes.as_slice(), &facts);
    let table = table(answer, context);
    if rows.is_empty() {
        return empty(context, caption, table, answer.indicators.iter().filter_map(|row| row.mean.reason()));
    }
    let shares: Vec<&Estimate> = known.iter().map(|row| &row.2).collect();
    let scale = reach(&shares).nice().including(1.0);
    explain_cut(context, &mut caption, &shares, &scale);
    let x = Axis::linear(scale).style(NumberStyle::Percent).title(words.x);
    let mut plot = plot_rows(context, x, &rows, RowsLayout { row_height: 26.0, header: 0.0, heading: &[] });
    draw_rows(&mut plot, &rows);
    plot.finish(caption, table)
}

fn info<'a>(context: &'a Context, id: &str) -> Option<&'a IndicatorInfo> {
    context.dataset.indicators.iter().find(|info| info.id == id)
}

/// The mean and its interval from the indicator's own points to shares of its scale, turned round where
/// lower is better. There is none for a scale without length.
fn share_of_scale(mean: &Estimate, info: &IndicatorInfo) -> Option<Estimate> {
    let length = info.max - info.min;
    let share = |score: f64| match info.direction {
        Direction::Higher => (score - info.min) / length,
        Direction::Lower => (info.max - score) / length,
    };
    let interval = mean.interval.map(|interval| {
        let (a, b) = (share(interval.low), share(interval.high));
        Interval { low: a.min(b), high: a.max(b), level: interval.level }
    });
    let value = share(mean.value);
    let se = mean.se.map(|se| se / length);
    (length > 0.0 && value.is_finite()).then(|| Estimate { value, se, interval, ..mean.clone() })
}

fn difficulty_row(row: &IndicatorRow, mean: &Estimate, share: &Estimate, context: &Context) -> Row {
    let mut lines = vec![share_with_interval(context.language, share)];
    let header = context.words().indicators.columns.mean.header;
    lines.push(context.estimate_fact(header, mean, OWN_POINTS));
    lines.extend(context.estimate_lines(mean, OWN_POINTS).into_iter().skip(1));
    Row {
        name: context.name(EntityKind::Indicator, &row.indicator),
        link: entity_link(EntityKind::Indicator, &row.indicator),
        estimate: Some(share.clone()),
        second: None,
        look: Look { radius: if context.frame.compact { 3.0 } else { 4.5 }, ..Look::filled(Role::Accent) },
        value: percent(share.value, 0),
        lines,
    }
}

fn table(answer: &IndicatorsAnswer, context: &Context) -> DataTable {
    let (words, common) = (&context.words().indicators.columns, &context.words().common);
    let table = DataTable::new()
        .text_column(words.indicator.header)
        .number_column(words.difficulty.header)
        .number_column(common.low)
        .number_column(common.high);
    let mut table = estimate_columns(context, table, words.mean.header).number_column(words.sd.header);
    for row in &answer.indicators {
        let info = info(context, &row.indicator);
        let share = finite(&row.mean).zip(info).and_then(|(mean, info)| share_of_scale(mean, info));
        let end = |end: fn(&Interval) -> f64| {
            let interval = share.as_ref().and_then(|share| share.interval);
            interval.map_or(TableCell::Empty, |interval| share_cell(end(&interval)))
        };
        let value = match (&share, &row.mean) {
            (Some(share), _) => share_cell(share.value),
            (None, Outcome::Undefined(why)) => evenhand_words::reason(context.language, why).into(),
            (None, Outcome::Known(_)) => TableCell::Empty,
        };
        let mut cells = vec![context.name(EntityKind::Indicator, &row.indicator).into(), value];
        cells.extend([end(|interval| interval.low), end(|interval| interval.high)]);
        cells.extend(estimate_cells(context, &row.mean, OWN_POINTS));
        cells.push(row.sd.map_or(TableCell::Empty, |sd| value_cell(sd, OWN_POINTS)));
        table.push(cells);
    }
    table
}
