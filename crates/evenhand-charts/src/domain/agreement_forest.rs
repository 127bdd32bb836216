//! One coefficient of agreement, part by part.

use evenhand_protocol::{AgreementOf, Coefficient, EntityKind, Estimate, Outcome, Part, entity_link};
use evenhand_words::{COEFFICIENT_DECIMALS, coefficient, number, part};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, estimate_cells, estimate_columns};
use super::interval_marks::Look;
use super::phrases::without_value;
use super::reach::{coefficient_scale, ends, explain_cut, finite};
use super::references::{REFERENCE_HEADER, draw_value};
use super::rows::{Row, RowsLayout, draw_rows, plot_rows, rows_facts};
use crate::axis::Axis;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;

/// A coefficient of every part with its interval, least agreement on top, and that of all scores as a line.
///
/// `overall` is the value the parts are held against, where it is the same coefficient of the same kind of scores.
pub fn agreement_forest(
    parts: &[AgreementOf],
    overall: Option<&Estimate>,
    which: Coefficient,
    context: &Context,
) -> Scene {
    let mut known: Vec<(&AgreementOf, &Estimate)> =
        parts.iter().filter_map(|of| Some((of, finite(of.value(which)?)?))).collect();
    known.sort_by(|a, b| a.1.value.total_cmp(&b.1.value));
    let all = overall.map(|estimate| estimate.value).filter(|value| value.is_finite());
    let rows: Vec<Row> = known.iter().map(|(of, estimate)| row(of, estimate, all, context)).collect();
    let words = &context.charts().agreement_forest;
    let name = coefficient(context.language, which).header;
    let mut notes = vec![name.to_owned()];
    notes.extend(without_value(context.language, parts.len() - known.len()));
    let mut caption = context.caption(words, &notes, &rows_facts(context, &rows));
    let table = table(parts, which, context);
    if rows.is_empty() {
        let reasons = parts.iter().filter_map(|of| of.value(which)?.reason());
        return empty(context, caption, table, reasons);
    }
    let mut estimates: Vec<&Estimate> = known.iter().map(|row| row.1).collect();
    estimates.extend(overall.filter(|_| all.is_some()));
    let scale = coefficient_scale(&estimates);
    explain_cut(context, &mut caption, &estimates, &scale);
    let layout = RowsLayout { row_height: 26.0, header: REFERENCE_HEADER, heading: &[] };
    let mut plot = plot_rows(context, Axis::linear(scale).title(name), &rows, layout);
    if let Some(value) = all {
        let label = format!("{} {}", number(value, COEFFICIENT_DECIMALS), context.charts().marks.all_scores);
        draw_value(&mut plot, value, &label);
    }
    draw_rows(&mut plot, &rows);
    plot.finish(caption, table)
}

/// Filled where the interval leaves no doubt on which side of all scores the part lies.
fn row(of: &AgreementOf, estimate: &Estimate, all: Option<f64>, context: &Context) -> Row {
    let look = match (ends(estimate), all) {
        (Some((_, high)), Some(all)) if high < all => Look::filled(Role::Worse),
        (Some(_), _) => Look::filled(Role::Accent),
        (None, _) => Look::uncertain(),
    };
    Row {
        name: part(context.language, &of.part, context.names),
        link: link(&of.part),
        estimate: Some(estimate.clone()),
        second: None,
        look,
        value: number(estimate.value, COEFFICIENT_DECIMALS),
        lines: context.estimate_lines(estimate, COEFFICIENT_DECIMALS),
    }
}

/// The entity a part leads to; a dimension or group leads nowhere.
fn link(part: &Part) -> String {
    match part {
        Part::Round(id) => entity_link(EntityKind::Round, id),
        Part::Indicator(id) => entity_link(EntityKind::Indicator, id),
        Part::All | Part::Dimension(_) | Part::Qualification(_) | Part::Group(_) => String::new(),
    }
}

fn table(parts: &[AgreementOf], which: Coefficient, context: &Context) -> DataTable {
    let columns = &context.words().agreement.columns;
    let table = DataTable::new().text_column(columns.part.header);
    let name = coefficient(context.language, which).header;
    let mut table = estimate_columns(context, table, name)
        .number_column(columns.n_units.header)
        .number_column(columns.n_evaluators.header);
    let nothing = Outcome::Undefined(evenhand_protocol::Reason::NothingSelected);
    for of in parts {
        let mut cells = vec![part(context.language, &of.part, context.names).into()];
        cells.extend(estimate_cells(context, of.value(which).unwrap_or(&nothing), COEFFICIENT_DECIMALS));
        cells.extend([of.n_units_shared, of.n_evaluators].map(count_cell));
        table.push(cells);
    }
    table
}
