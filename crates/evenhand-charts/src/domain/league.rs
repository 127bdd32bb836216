//! The providers of one round in order, with what the order is worth.

use evenhand_protocol::{EntityKind, Outcome, ProviderRow, RankInterval, RoundLeague, entity_link};
use evenhand_words::{
    COMPOSITE_DECIMALS, NO_VALUE, count, number, percent, rank, rank_interval, rank_range, reason,
};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, estimate_cells, estimate_columns, share_cell, value_cell};
use super::interval_marks::Look;
use super::phrases::fact;
use super::reach::{explain_cut, finite, reach};
use super::references::{REFERENCE_HEADER, draw_value};
use super::rows::{Row, RowsLayout, draw_rows, plot_rows};
use crate::axis::Axis;
use crate::geometry::Point;
use crate::mark::{Anchor, Text, TextKind, VerticalAlign};
use crate::plot::Plot;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::{DataTable, TableCell};
use crate::text_width::{text_width, wrap};

/// More providers than this get lower rows.
const MANY: usize = 60;
/// How many providers at the top the description names.
const NAMED: usize = 3;

/// Adjusted composites with intervals, raw ones as hollow dots, ranks with their ranges at the right.
///
/// Providers without an adjusted composite stand at the bottom.
pub fn league(league: &RoundLeague, context: &Context) -> Scene {
    let mut providers: Vec<&ProviderRow> = league.rows.iter().collect();
    let value = |row: &ProviderRow| finite(&row.adjusted).map_or(f64::NEG_INFINITY, |e| e.value);
    let raw = |row: &ProviderRow| finite(&row.raw).map_or(f64::NEG_INFINITY, |e| e.value);
    providers.sort_by(|a, b| value(b).total_cmp(&value(a)).then(raw(b).total_cmp(&raw(a))));
    let words = &context.charts().league;
    let round = context.name(EntityKind::Round, &league.round);
    let mut caption = context.caption(words, &[round], &facts(league, &providers, context));
    let table = table(&providers, ranks_header(league, context), context);
    let estimates: Vec<_> = providers.iter().filter_map(|row| finite(&row.adjusted)).collect();
    let raws: Vec<f64> = providers.iter().filter_map(|row| Some(finite(&row.raw)?.value)).collect();
    if estimates.is_empty() && raws.is_empty() {
        return empty(context, caption, table, league.rows.iter().filter_map(|row| row.adjusted.reason()));
    }

    let rows: Vec<Row> = providers.iter().map(|row| league_row(row, context)).collect();
    let (lo, hi) = if estimates.is_empty() { (raws[0], raws[0]) } else { reach(&estimates).domain() };
    let scale = crate::scale::LinearScale::fit(raws.iter().copied().chain([lo, hi])).padded(0.02).clamped();
    explain_cut(context, &mut caption, &estimates, &scale);
    let row_height = if rows.len() > MANY { 14.0 } else { 21.0 };
    let heading = wrap(ranks_header(league, context), TextKind::Tick.size(), heading_room(&rows));
    let header = REFERENCE_HEADER.max(heading.len() as f64 * 15.0 + 4.0);
    let layout = RowsLayout { row_height, header, heading: &heading };
    let mut plot = plot_rows(context, Axis::linear(scale).title(words.x), &rows, layout);
    draw_heading(&mut plot, &heading, context.frame.width);
    if let Some(mean) = league.mean.filter(|mean| mean.is_finite()) {
        let name = format!("{} {}", context.charts().marks.mean, number(mean, COMPOSITE_DECIMALS));
        draw_value(&mut plot, mean, &name);
    }
    draw_rows(&mut plot, &rows);
    plot.finish(caption, table)
}

/// The width within which the heading of the ranks is broken into lines.
fn heading_room(rows: &[Row]) -> f64 {
    rows.iter().map(|row| text_width(&row.value, 13.0)).fold(72.0, f64::max)
}

/// The heading above the ranks, flush right.
fn draw_heading(plot: &mut Plot, lines: &[String], width: f64) {
    let area = plot.area();
    let widest = lines.iter().map(|line| text_width(line, TextKind::Tick.size())).fold(0.0, f64::max);
    let start = Point::new((area.right() + 10.0).min(width - widest), plot.header().bottom() - 8.0);
    for (k, line) in lines.iter().rev().enumerate() {
        let text = Text::at(start.shifted(0.0, -15.0 * k as f64), line.as_str()).kind(TextKind::Tick);
        plot.add(text.vertical(VerticalAlign::Baseline).anchor(Anchor::Start).role(Role::Muted));
    }
}

fn league_row(row: &ProviderRow, context: &Context) -> Row {
    let (language, words) = (context.language, &context.words().providers);
    let mut lines = Vec::new();
    match (finite(&row.adjusted), row.adjusted.reason()) {
        (Some(adjusted), _) => {
            lines.push(context.estimate_fact(words.adjusted, adjusted, COMPOSITE_DECIMALS));
        }
        (None, Some(why)) => lines.push(reason(language, why)),
        (None, None) => {}
    }
    if let Some(raw) = finite(&row.raw) {
        lines.push(context.estimate_fact(words.raw, raw, COMPOSITE_DECIMALS));
    }
    if let Some(ranks) = row.rank.known() {
        lines.push(fact(language, words.columns.rank.header, &rank_interval(language, ranks)));
    }
    lines.push(fact(language, words.columns.n_evaluators.header, &count(row.n_evaluators)));
    lines.push(fact(language, words.columns.n_scores.header, &count(row.n_scores)));
    if row.coverage < 1.0 {
        lines.push(fact(language, words.columns.coverage.header, &percent(row.coverage, 0)));
    }
    Row {
        name: context.name(EntityKind::Provider, &row.provider),
        link: entity_link(EntityKind::Provider, &row.provider),
        estimate: finite(&row.adjusted).cloned(),
        second: finite(&row.raw).map(|raw| raw.value),
        look: Look { radius: if context.frame.compact { 3.0 } else { 4.0 }, ..Look::filled(Role::Accent) },
        value: row.rank.known().map_or(NO_VALUE.to_owned(), ranks),
        lines,
    }
}

/// What the ranges of ranks are called.
fn ranks_header(league: &RoundLeague, context: &Context) -> &'static str {
    let columns = &context.words().providers.columns;
    if league.has_likely_ranks() { columns.likely_ranks.header } else { columns.possible_ranks.header }
}

/// The range of ranks: "1–4".
fn ranks(ranks: &RankInterval) -> String {
    if ranks.low == ranks.high { count(ranks.low) } else { rank_range(ranks.low, ranks.high) }
}

fn facts(league: &RoundLeague, providers: &[&ProviderRow], context: &Context) -> Vec<String> {
    let (language, words) = (context.language, &context.words().providers);
    let mut facts = Vec::new();
    if let Some(mean) = league.mean {
        facts.push(fact(language, words.mean, &number(mean, COMPOSITE_DECIMALS)));
    }
    if let Some(share) = league.separated_share {
        facts.push(fact(language, words.told_apart, &percent(share, 0)));
    }
    for row in providers.iter().take(NAMED) {
        let Some(adjusted) = finite(&row.adjusted) else { continue };
        let name = context.name(EntityKind::Provider, &row.provider);
        facts.push(context.estimate_fact(&name, adjusted, COMPOSITE_DECIMALS));
    }
    facts
}

fn table(providers: &[&ProviderRow], ranks_header: &str, context: &Context) -> DataTable {
    let columns = &context.words().providers.columns;
    let table = DataTable::new().text_column(columns.provider.header);
    let table = estimate_columns(context, table, columns.adjusted.header);
    let mut table = estimate_columns(context, table, columns.raw.header)
        .number_column(columns.rank.header)
        .text_column(ranks_header)
        .number_column(columns.rank_raw.header)
        .number_column(columns.n_evaluators.header)
        .number_column(columns.n_scores.header)
        .number_column(columns.coverage.header);
    for row in providers {
        let mut cells: Vec<TableCell> = vec![context.name(EntityKind::Provider, &row.provider).into()];
        cells.extend(estimate_cells(context, &row.adjusted, COMPOSITE_DECIMALS));
        cells.extend(estimate_cells(context, &row.raw, COMPOSITE_DECIMALS));
        cells.extend(match &row.rank {
            Outcome::Known(found) => [rank_cell(found.rank), ranks(found).into()],
            Outcome::Undefined(why) => [reason(context.language, why).into(), TableCell::Empty],
        });
        cells.extend([rank_cell(row.rank_raw), count_cell(row.n_evaluators), count_cell(row.n_scores)]);
        cells.push(share_cell(row.coverage));
        table.push(cells);
    }
    table
}

fn rank_cell(value: f64) -> TableCell {
    match value_cell(value, 0) {
        TableCell::Number { value, .. } => TableCell::Number { value, text: rank(value) },
        other => other,
    }
}
