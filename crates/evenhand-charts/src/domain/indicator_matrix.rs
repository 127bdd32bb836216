//! Correlation of panel means of each two indicators.

use evenhand_protocol::{EntityKind, IndicatorCorrelations, IndicatorPair, Outcome, StructureAnswer};
use evenhand_words::{COEFFICIENT_DECIMALS, count_entities};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns};
use super::matrix::{MatrixCell, draw_matrix, draw_outline_legend, plot_matrix};
use super::phrases::joined;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;

/// The correlation of every pair of indicators; redundant ones outlined.
pub fn indicator_matrix(answer: &StructureAnswer, context: &Context) -> Scene {
    let words = &context.charts().indicator_matrix;
    let found = match &answer.correlations {
        Outcome::Known(found) => found,
        Outcome::Undefined(why) => {
            return empty(context, context.caption(words, &[], &[]), DataTable::new(), [why]);
        }
    };
    let facts = [count_entities(context.language, EntityKind::Indicator, found.indicators.len() as u64)];
    let caption = context.caption(words, &[], &facts);
    let table = table(found, context);
    let cells: Vec<MatrixCell> = found.pairs.iter().filter_map(|pair| cell(pair, found, context)).collect();
    if cells.is_empty() {
        return empty(context, caption, table, found.pairs.iter().filter_map(|pair| pair.means.reason()));
    }
    let names: Vec<String> =
        found.indicators.iter().map(|id| context.name(EntityKind::Indicator, id)).collect();
    let alike = cells.iter().any(|cell| cell.outlined);
    let mut plot = plot_matrix(context, &names, alike);
    draw_matrix(&mut plot, &cells, Role::Worse);
    if alike {
        draw_outline_legend(&mut plot, context.charts().marks.almost_alike, Role::Worse);
    }
    plot.finish(caption, table)
}

fn cell(pair: &IndicatorPair, found: &IndicatorCorrelations, context: &Context) -> Option<MatrixCell> {
    let means = pair.means.known().filter(|r| r.value.is_finite())?;
    let place = |id: &String| found.indicators.iter().position(|other| other == id);
    let name = |id: &str| context.name(EntityKind::Indicator, id);
    Some(MatrixCell {
        pair: (place(&pair.first)?, place(&pair.second)?),
        value: means.value,
        outlined: pair.redundant,
        label: joined(context.language, &name(&pair.first), &name(&pair.second)),
        lines: context.estimate_lines(means, COEFFICIENT_DECIMALS),
    })
}

fn table(found: &IndicatorCorrelations, context: &Context) -> DataTable {
    let columns = &context.words().structure.columns;
    let table = DataTable::new().text_column(columns.first.header).text_column(columns.second.header);
    let table = estimate_columns(context, table, columns.means.header);
    let mut table = estimate_columns(context, table, columns.residual.header);
    for pair in &found.pairs {
        let name = |id: &str| context.name(EntityKind::Indicator, id).into();
        let mut cells = vec![name(&pair.first), name(&pair.second)];
        cells.extend(estimate_cells(context, &pair.means, COEFFICIENT_DECIMALS));
        cells.extend(estimate_cells(context, &pair.residual, COEFFICIENT_DECIMALS));
        table.push(cells);
    }
    table
}
