//! Eigenvalues against those of chance.

use evenhand_protocol::{Dimensionality, Outcome, StructureAnswer};
use evenhand_words::{COEFFICIENT_DECIMALS, number};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, value_cell};
use super::phrases::fact;
use crate::axis::Axis;
use crate::datum::Datum;
use crate::end_labels::{EndLabel, Side};
use crate::layout::Layout;
use crate::mark::{Dash, Dot, Line};
use crate::role::Role;
use crate::scale::{LinearScale, PointScale};
use crate::scene::Scene;
use crate::table::DataTable;

/// The eigenvalues of the indicators' correlations in order, and the 95th percentile of those of uncorrelated indicators.
pub fn scree(answer: &StructureAnswer, context: &Context) -> Scene {
    let words = &context.charts().scree;
    let found = match &answer.dimensionality {
        Outcome::Known(found) => found,
        Outcome::Undefined(why) => {
            return empty(context, context.caption(words, &[], &[]), DataTable::new(), [why]);
        }
    };
    let columns = &context.words().structure.columns;
    let value = |value: f64| number(value, COEFFICIENT_DECIMALS);
    let facts: Vec<String> = found
        .components
        .iter()
        .take(3)
        .map(|one| fact(context.language, columns.eigenvalue.header, &value(one.eigenvalue)))
        .collect();
    let caption = context.caption(words, &[], &facts);
    let values = found.components.iter().flat_map(|one| [one.eigenvalue, one.noise_p95]);
    let y = Axis::linear(LinearScale::fit(values).including(0.0).nice()).title(words.y);
    let places: Vec<String> = (1..=found.components.len()).map(|rank| rank.to_string()).collect();
    let x = Axis::points(PointScale::new(places)).title(words.x);
    let noise = context.charts().marks.noise;
    let mut plot = Layout::new(context.frame, x, y).right_labels(&[noise]).plot();
    let at = |rank: usize, value: f64| (rank as f64, value);
    let of_chance: Vec<_> = found
        .components
        .iter()
        .enumerate()
        .map(|(rank, one)| at(rank, one.noise_p95))
        .map(|(x, y)| plot.at(x, y))
        .collect();
    plot.add(Line::through(of_chance.clone()).dash(Dash::Dashed).role(Role::Muted));
    let drawn: Vec<_> =
        found.components.iter().enumerate().map(|(rank, one)| plot.at(rank as f64, one.eigenvalue)).collect();
    plot.add(Line::through(drawn.clone()).width(1.5).role(Role::Accent));
    for (rank, (one, point)) in found.components.iter().zip(drawn).enumerate() {
        let stands_out = rank < found.n_dimensions as usize;
        let label = format!("{} {}", columns.component.header, rank + 1);
        let datum = Datum::at(point, label)
            .line(fact(context.language, columns.eigenvalue.header, &value(one.eigenvalue)))
            .line(fact(context.language, noise, &value(one.noise_p95)));
        let datum = plot.datum(datum);
        plot.add(Dot::at(point).radius(4.5).hollow(!stands_out).role(Role::Accent).datum(datum));
    }
    if let Some(end) = of_chance.last() {
        plot.end_labels(Side::Right, &[EndLabel::at(*end, noise).role(Role::Muted)]);
    }
    plot.finish(caption, table(found, context))
}

fn table(found: &Dimensionality, context: &Context) -> DataTable {
    let columns = &context.words().structure.columns;
    let mut table = DataTable::new()
        .number_column(columns.component.header)
        .number_column(columns.eigenvalue.header)
        .number_column(columns.noise_mean.header)
        .number_column(columns.noise_p95.header);
    for (rank, one) in found.components.iter().enumerate() {
        let values = [one.eigenvalue, one.noise_mean, one.noise_p95];
        let mut cells = vec![count_cell(rank as u64 + 1)];
        cells.extend(values.map(|value| value_cell(value, COEFFICIENT_DECIMALS)));
        table.push(cells);
    }
    table
}
