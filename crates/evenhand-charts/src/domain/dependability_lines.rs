//! What panels of other sizes would achieve.

use evenhand_protocol::{DStudy, ObjectOfMeasurement, Outcome};
use evenhand_words::{COEFFICIENT_DECIMALS, Column, count, number};

use super::context::Context;
use super::estimate_table::{count_cell, value_cell};
use super::phrases::fact;
use super::references::draw_level;
use crate::axis::Axis;
use crate::datum::Datum;
use crate::end_labels::{EndLabel, Side};
use crate::layout::Layout;
use crate::mark::{Dot, Line};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::LinearScale;
use crate::scene::Scene;
use crate::table::DataTable;

/// Which coefficient is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DependabilityFor {
    /// E-rho², for ranking.
    Ranking,
    /// Phi, for pass marks and levels.
    Levels,
}

/// A coefficient against the number of evaluators (or providers), a line for some numbers of indicators (or evaluators),
/// and the target that it is to reach.
pub fn dependability_lines(study: &DStudy, which: DependabilityFor, target: f64, context: &Context) -> Scene {
    let words = &context.charts().dependability;
    let values = match which {
        DependabilityFor::Ranking => &study.e_rho2,
        DependabilityFor::Levels => &study.phi,
    };
    let [first, second] = heads(study, context);
    let lines = chosen_columns(study);
    let facts: Vec<String> = lines
        .iter()
        .filter_map(|column| fact_of(study, *column, (values, target), [first, second], context))
        .collect();
    let caption = context.caption(words, &[], &facts);
    let most = study.rows.last().copied().unwrap_or(1);
    let x = Axis::linear(LinearScale::new(0.0, f64::from(most))).title(first.header);
    let y = Axis::linear(LinearScale::new(0.0, 1.0)).title(words.y);
    let marks = &context.charts().marks;
    let names: Vec<String> =
        lines.iter().map(|column| line_name(study.columns[*column], second, context)).collect();
    let asked_for = format!("{} {}", marks.asked_for, number(target, 2));
    let room: Vec<&str> =
        names.iter().map(String::as_str).chain([asked_for.as_str(), marks.as_it_was]).collect();
    let mut plot = Layout::new(context.frame, x, y).right_labels(&room).plot();
    let mut labels = vec![draw_level(&mut plot, target, &asked_for)];
    for (place, (column, name)) in lines.iter().zip(&names).enumerate() {
        let role = if lines.len() == 1 { Role::Accent } else { Role::Series(place as u8) };
        let points: Vec<(f64, f64)> = study
            .rows
            .iter()
            .enumerate()
            .filter_map(|(row, n)| Some((f64::from(*n), study.at(values, row, *column)?)))
            .collect();
        if let Some(end) = draw_line(&mut plot, &points, role, [first.header, name], context) {
            labels.push(EndLabel::at(end, name).role(role));
        }
    }
    draw_actual(&mut plot, study, which, context);
    plot.end_labels(Side::Right, &labels);
    plot.finish(caption, table(study, [first, second], context))
}

/// The column heads of the two sizes.
fn heads(study: &DStudy, context: &Context) -> [Column; 2] {
    let columns = &context.words().generalizability.columns;
    match study.object {
        ObjectOfMeasurement::Provider => [columns.n_evaluators, columns.n_indicators],
        ObjectOfMeasurement::Evaluator => [columns.n_providers, columns.n_indicators],
        ObjectOfMeasurement::Indicator => [columns.n_providers, columns.n_evaluators],
    }
}

/// At most four columns: the smallest, a quarter, half and all of the largest.
fn chosen_columns(study: &DStudy) -> Vec<usize> {
    let n = study.columns.len();
    let mut chosen: Vec<usize> =
        [1, n.div_ceil(4), n.div_ceil(2), n].into_iter().filter_map(|place| place.checked_sub(1)).collect();
    chosen.dedup();
    chosen
}

fn line_name(n: u32, head: Column, context: &Context) -> String {
    match context.language {
        evenhand_words::Language::En => format!("{} {}", count(n), head.header.to_lowercase()),
        evenhand_words::Language::Zh => format!("{}：{}", head.header, count(n)),
    }
}

/// From which number on a line reaches the target.
fn fact_of(
    study: &DStudy,
    column: usize,
    (values, target): (&[f64], f64),
    [first, second]: [Column; 2],
    context: &Context,
) -> Option<String> {
    let name = line_name(*study.columns.get(column)?, second, context);
    let asked_for = number(target, 2);
    let value = match study.enough(values, column, target) {
        Some(n) => format!("≥ {asked_for} · {} {}", first.header, count(n)),
        None => format!("< {asked_for}"),
    };
    Some(fact(context.language, &name, &value))
}

fn draw_line(
    plot: &mut Plot,
    points: &[(f64, f64)],
    role: Role,
    [head, name]: [&str; 2],
    context: &Context,
) -> Option<crate::geometry::Point> {
    let drawn: Vec<_> = points.iter().map(|(x, y)| plot.at(*x, *y)).collect();
    plot.add(Line::through(drawn.clone()).width(2.0).role(role));
    for ((n, value), point) in points.iter().zip(&drawn) {
        let datum = Datum::at(*point, name)
            .line(fact(context.language, head, &count(*n as u64)))
            .line(number(*value, COEFFICIENT_DECIMALS));
        let datum = plot.datum(datum);
        plot.add(Dot::at(*point).radius(2.0).role(role).datum(datum));
    }
    drawn.last().copied()
}

/// The panels as they were, for providers.
fn draw_actual(plot: &mut Plot, study: &DStudy, which: DependabilityFor, context: &Context) {
    let Outcome::Known(actual) = &study.actual else { return };
    let value = match which {
        DependabilityFor::Ranking => actual.e_rho2,
        DependabilityFor::Levels => actual.phi,
    };
    let columns = &context.words().generalizability.columns;
    let point = plot.at(actual.n_evaluators, value);
    let datum = Datum::at(point, context.words().generalizability.actual)
        .line(number(value, COEFFICIENT_DECIMALS))
        .line(fact(context.language, columns.n_evaluators.header, &number(actual.n_evaluators, 1)))
        .line(fact(context.language, columns.n_indicators.header, &number(actual.n_indicators, 1)));
    let datum = plot.datum(datum);
    plot.add(Dot::at(point).radius(6.0).role(Role::Ink).datum(datum));
}

fn table(study: &DStudy, [first, second]: [Column; 2], context: &Context) -> DataTable {
    let columns = &context.words().generalizability.columns;
    let mut table = DataTable::new()
        .number_column(first.header)
        .number_column(second.header)
        .number_column(columns.e_rho2.header)
        .number_column(columns.phi.header);
    let pairs = study.rows.iter().flat_map(|row| study.columns.iter().map(move |column| (*row, *column)));
    for ((row, column), (e_rho2, phi)) in pairs.zip(study.e_rho2.iter().zip(&study.phi)) {
        table.push(vec![
            count_cell(row),
            count_cell(column),
            value_cell(*e_rho2, COEFFICIENT_DECIMALS),
            value_cell(*phi, COEFFICIENT_DECIMALS),
        ]);
    }
    table
}
