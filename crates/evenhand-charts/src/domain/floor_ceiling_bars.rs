//! Scores at the ends of the scale.

use evenhand_protocol::{CountOf, EntityKind, IndicatorRow, IndicatorsAnswer, entity_link};
use evenhand_words::{count_of, percent};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, share_cell};
use super::phrases::fact;
use super::poles::Poles;
use crate::axis::Axis;
use crate::datum::Datum;
use crate::layout::Layout;
use crate::mark::{Anchor, Bar, Text};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::{BandScale, LinearScale};
use crate::scene::Scene;
use crate::table::DataTable;

/// How many indicators the description tells of.
const DESCRIBED: usize = 6;
/// From this share on an end of the scale counts as crowded (McHorney & Tarlov 1995).
const CROWDED: f64 = 0.15;

/// Shares of scores at the lowest value, to the left, and at the highest, to the right; most crowded on top.
pub fn floor_ceiling_bars(answer: &IndicatorsAnswer, context: &Context) -> Scene {
    let sound = |row: &&IndicatorRow| {
        row.n_scores > 0 && row.floor_share.is_finite() && row.ceiling_share.is_finite()
    };
    let largest = |row: &IndicatorRow| row.floor_share.max(row.ceiling_share);
    let mut rows: Vec<&IndicatorRow> = answer.indicators.iter().filter(sound).collect();
    rows.sort_by(|a, b| largest(b).total_cmp(&largest(a)));
    let words = &context.charts().floor_ceiling;
    let caption = context.caption(words, &[], &facts(&rows, context));
    let table = table(answer, context);
    let Some(longest) = rows.first().map(|row| largest(row)) else {
        return empty(context, caption, table, answer.indicators.iter().filter_map(|row| row.mean.reason()));
    };

    let marks = &context.charts().marks;
    // The bars leave room for the numbers at their ends.
    let reach = longest.max(0.1) * if context.frame.compact { 1.7 } else { 1.25 };
    let scale = LinearScale::new(-reach, reach);
    let poles =
        Poles::new((marks.floor, Role::Muted), "", (marks.ceiling, Role::Muted), context.frame, &scale);
    let x = Axis::linear(scale).grid(false).unlabelled().title(words.x);
    let names = rows.iter().map(|row| context.name(EntityKind::Indicator, &row.indicator));
    let y = Axis::bands(BandScale::new(names).gap(0.35)).row_height(28.0);
    let mut plot = Layout::new(context.frame, x, y).header(poles.header()).plot();
    poles.draw(&mut plot);
    for (k, row) in rows.iter().enumerate() {
        draw_row(&mut plot, row, k as f64, context);
    }
    plot.add(plot.rule_x(0.0));
    plot.finish(caption, table)
}

fn draw_row(plot: &mut Plot, row: &IndicatorRow, place: f64, context: &Context) {
    let marks = &context.charts().marks;
    let name = context.name(EntityKind::Indicator, &row.indicator);
    let datum = Datum::at(plot.at(row.ceiling_share, place), name)
        .line(fact(context.language, marks.floor, &percent(row.floor_share, 1)))
        .line(fact(context.language, marks.ceiling, &percent(row.ceiling_share, 1)))
        .line(count_of(context.language, CountOf::Scores, row.n_scores))
        .link(entity_link(EntityKind::Indicator, &row.indicator))
        .hit_rect(plot.row(place));
    let datum = plot.datum(datum);
    let thickness = plot.y_scale().bandwidth();
    for (share, side, anchor) in
        [(row.floor_share, -1.0, Anchor::End), (row.ceiling_share, 1.0, Anchor::Start)]
    {
        let role = if share >= CROWDED { Role::Accent } else { Role::Faint };
        let end = plot.at(side * share, place);
        plot.add(Bar::horizontal(plot.at(0.0, place), end, thickness).role(role).datum(datum));
        let text = Text::at(end.shifted(6.0 * side, 0.0), percent(share, 0)).anchor(anchor);
        let text = if share >= CROWDED { text.bold() } else { text.role(Role::Muted) };
        plot.add(text.datum(datum));
    }
}

fn facts(rows: &[&IndicatorRow], context: &Context) -> Vec<String> {
    let marks = &context.charts().marks;
    let shares = |row: &IndicatorRow| {
        let end = |name: &str, share: f64| format!("{name} {}", percent(share, 0));
        let (floor, ceiling) = (end(marks.floor, row.floor_share), end(marks.ceiling, row.ceiling_share));
        super::phrases::joined(context.language, &floor, &ceiling)
    };
    let name = |row: &IndicatorRow| context.name(EntityKind::Indicator, &row.indicator);
    rows.iter().take(DESCRIBED).map(|row| fact(context.language, &name(row), &shares(row))).collect()
}

fn table(answer: &IndicatorsAnswer, context: &Context) -> DataTable {
    let words = &context.words().indicators.columns;
    let mut table = DataTable::new()
        .text_column(words.indicator.header)
        .number_column(words.floor_share.header)
        .number_column(words.ceiling_share.header)
        .number_column(words.missing_share.header)
        .number_column(words.n_scores.header);
    for row in &answer.indicators {
        let shares = [row.floor_share, row.ceiling_share, row.missing_share].map(share_cell);
        let mut cells = vec![context.name(EntityKind::Indicator, &row.indicator).into()];
        cells.extend(shares);
        cells.push(count_cell(row.n_scores));
        table.push(cells);
    }
    table
}
