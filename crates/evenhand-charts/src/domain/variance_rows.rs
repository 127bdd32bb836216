//! What single scores vary by.

use evenhand_protocol::{
    Estimate, GeneralizabilityAnswer, Interval, Outcome, VarianceComponents, VarianceShare,
};
use evenhand_words::{COMPOSITE_DECIMALS, effect, percent};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns, share_cell};
use super::interval_marks::Look;
use super::phrases::share_with_interval;
use super::reach::{explain_cut, reach};
use super::rows::{Row, RowsLayout, draw_rows, plot_rows, rows_facts};
use crate::axis::Axis;
use crate::number_format::NumberStyle;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;

/// The share of every component in the variance of a single score, with its interval.
pub fn variance_rows(answer: &GeneralizabilityAnswer, context: &Context) -> Scene {
    let words = &context.charts().variance;
    let components = match &answer.components {
        Outcome::Known(components) => components,
        Outcome::Undefined(why) => {
            return empty(context, context.caption(words, &[], &[]), DataTable::new(), [why]);
        }
    };
    let rows: Vec<Row> = components.rows.iter().map(|row| row_of(row, components.total, context)).collect();
    let mut caption = context.caption(words, &[], &rows_facts(context, &rows));
    let shares: Vec<&Estimate> = rows.iter().filter_map(|row| row.estimate.as_ref()).collect();
    let scale = reach(&shares).including(0.0);
    explain_cut(context, &mut caption, &shares, &scale);
    let layout = RowsLayout { row_height: 26.0, header: 4.0, heading: &[] };
    let x = Axis::linear(scale).style(NumberStyle::Percent).title(words.x);
    let mut plot = plot_rows(context, x, &rows, layout);
    draw_rows(&mut plot, &rows);
    plot.finish(caption, table(components, context))
}

/// Hollow where the component may be nothing.
fn row_of(row: &VarianceShare, total: f64, context: &Context) -> Row {
    let share = as_share(row, total);
    let surely = share.interval.is_some_and(|interval| interval.low > 0.0);
    Row {
        name: effect(context.language, row.effect).to_owned(),
        link: String::new(),
        look: if surely { Look::filled(Role::Accent) } else { Look::uncertain() },
        value: percent(share.value, 1),
        lines: vec![share_with_interval(context.language, &share)],
        estimate: Some(share),
        second: None,
    }
}

/// The variance and its interval as shares of the total, which is taken as known.
fn as_share(row: &VarianceShare, total: f64) -> Estimate {
    let interval = row.variance.interval.filter(|_| total > 0.0).map(|interval| Interval {
        low: interval.low / total,
        high: interval.high / total,
        ..interval
    });
    Estimate { value: row.share, se: None, interval, ..row.variance.clone() }
}

fn table(components: &VarianceComponents, context: &Context) -> DataTable {
    let columns = &context.words().generalizability.columns;
    let table = DataTable::new().text_column(columns.effect.header);
    let mut table =
        estimate_columns(context, table, columns.variance.header).number_column(columns.share.header);
    for row in &components.rows {
        let mut cells = vec![effect(context.language, row.effect).into()];
        cells.extend(estimate_cells(context, &Outcome::Known(row.variance.clone()), COMPOSITE_DECIMALS + 1));
        cells.push(share_cell(row.share));
        table.push(cells);
    }
    table
}
