//! Evaluators that rounds have in common.

use evenhand_protocol::{EntityKind, OverviewAnswer, RoundLink, entity_link};
use evenhand_words::{count, count_entities};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::count_cell;
use super::phrases::{fact, joined, no_link, weak_link};
use crate::axis::{Axis, Crowding};
use crate::datum::Datum;
use crate::geometry::{Point, Rect};
use crate::layout::Layout;
use crate::mark::{Anchor, Cell, Line, Text, TextKind};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::BandScale;
use crate::scene::Scene;
use crate::table::DataTable;
use crate::text_width::text_width;

/// Fewer common evaluators than this are a weak link.
const WEAK: u32 = 5;
/// The side of the samples in the legend.
const SAMPLE: f64 = 14.0;

/// The number of evaluators common to each two rounds: rounds down and across, each pair once.
pub fn links_heatmap(answer: &OverviewAnswer, context: &Context) -> Scene {
    let rounds: Vec<&str> = answer.rounds.iter().map(|row| row.round.as_str()).collect();
    let words = &context.charts().links;
    let caption = context.caption(words, &[], &facts(answer, context));
    let table = table(answer, context);
    if rounds.is_empty() || answer.links.is_empty() {
        return empty(context, caption, table, None);
    }

    let n = rounds.len() as f64;
    let scale = || BandScale::new(rounds.iter().copied()).gap(0.08);
    let row_height = (context.frame.width * 0.8 / n).clamp(16.0, 34.0);
    let x = Axis::bands(scale()).crowding(Crowding::Thin).title(words.x);
    let y = Axis::bands(scale()).row_height(row_height);
    let mut plot = Layout::new(context.frame, x, y).header(legend_height(context)).plot();
    let most = answer.links.iter().map(|link| link.n_evaluators).max().unwrap_or(0);
    let widest = text_width(&count(most), TextKind::Tick.size());
    let written = widest + 2.0 <= plot.x_scale().bandwidth() && plot.y_scale().bandwidth() >= 13.0;
    for link in &answer.links {
        let place = |id: &str| rounds.iter().position(|round| *round == id);
        if let (Some(from), Some(to)) = (place(&link.from), place(&link.to)) {
            let datum = draw_cell(&mut plot, link, (from.min(to), from.max(to)), most, context);
            if written {
                write_count(&mut plot, link, (from.min(to), from.max(to)), most, datum);
            }
        }
    }
    draw_legend(&mut plot, context);
    plot.finish(caption, table)
}

/// Draws the cell of a link at its column and row, with a mark where it is weak, and returns its datum.
fn draw_cell(
    plot: &mut Plot,
    link: &RoundLink,
    (from, to): (usize, usize),
    most: u32,
    context: &Context,
) -> Option<usize> {
    let n = link.n_evaluators;
    let centre = plot.at(from as f64, to as f64);
    let (width, height) = (plot.x_scale().bandwidth(), plot.y_scale().bandwidth());
    let cell = Cell::around(centre, width, height).role(fill(n, most));
    let name = |id: &str| context.name(EntityKind::Round, id);
    let label =
        if from == to { name(&link.to) } else { format!("{} – {}", name(&link.from), name(&link.to)) };
    let mut datum = Datum::at(centre, label)
        .line(count_entities(context.language, EntityKind::Evaluator, n))
        .link(entity_link(EntityKind::Round, &link.to))
        .hit_rect(cell.rect)
        .series(to);
    if is_weak(link) {
        datum = datum.line(if n == 0 { no_link(context.language) } else { weak_link(context.language) });
    }
    let datum = plot.datum(datum);
    let rect = cell.rect;
    plot.add(cell.datum(datum));
    if is_weak(link) {
        outline(plot, rect, n == 0);
    }
    datum
}

/// Writes the number of evaluators into the cell.
fn write_count(
    plot: &mut Plot,
    link: &RoundLink,
    (from, to): (usize, usize),
    most: u32,
    datum: Option<usize>,
) {
    let n = link.n_evaluators;
    let text =
        Text::at(plot.at(from as f64, to as f64), count(n)).anchor(Anchor::Middle).kind(TextKind::Tick);
    let text = if n == 0 { text.role(Role::Muted) } else { text.over(fill(n, most)) };
    plot.add(if is_weak(link) && n > 0 { text.bold() } else { text }.datum(datum));
}

fn fill(n: u32, most: u32) -> Role {
    if n == 0 { Role::Surface } else { Role::shade(f64::from(n), 0.0, f64::from(most)) }
}

fn is_weak(link: &RoundLink) -> bool {
    link.from != link.to && link.n_evaluators < WEAK
}

/// The mark of a weak link, fainter where there is none at all.
fn outline(plot: &mut Plot, rect: Rect, none: bool) {
    let Rect { x, y, width, height } = rect.inset(1.0);
    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
    let role = if none { Role::Faint } else { Role::Worse };
    let line = Line::through(corners.map(|(x, y)| Point::new(x, y))).width(if none { 1.0 } else { 2.0 });
    plot.add(line.role(role));
}

fn legend_height(context: &Context) -> f64 {
    if context.frame.compact { 46.0 } else { 26.0 }
}

/// The samples above the chart: weak links and none.
fn draw_legend(plot: &mut Plot, context: &Context) {
    let entries = [(weak_link(context.language), false), (no_link(context.language), true)];
    let mut at = Point::new(plot.header().x + 2.0, plot.header().y + 2.0);
    for (words, none) in entries {
        let sample = Rect { x: at.x, y: at.y, width: SAMPLE, height: SAMPLE };
        if !none {
            plot.add(Cell::around(sample.centre(), SAMPLE, SAMPLE).role(Role::Shade(1)));
        }
        outline(plot, sample, none);
        let text = Text::at(Point::new(at.x + SAMPLE + 6.0, sample.centre().y), words).kind(TextKind::Tick);
        plot.add(text.role(Role::Muted));
        if context.frame.compact {
            at = at.shifted(0.0, SAMPLE + 6.0);
        } else {
            at = at.shifted(SAMPLE + 30.0 + text_width(words, TextKind::Tick.size()), 0.0);
        }
    }
}

fn facts(answer: &OverviewAnswer, context: &Context) -> Vec<String> {
    let language = context.language;
    let pairs = || answer.links.iter().filter(|link| link.from != link.to);
    let say = |link: &RoundLink| {
        let evaluators = count_entities(language, EntityKind::Evaluator, link.n_evaluators);
        fact(language, &joined(language, &link.from, &link.to), &evaluators)
    };
    let weakest = pairs().filter(|link| link.n_evaluators < WEAK);
    let mut facts = vec![
        count_entities(language, EntityKind::Round, answer.rounds.len() as u64),
        fact(
            language,
            no_link(language),
            &count(pairs().filter(|link| link.n_evaluators == 0).count() as u64),
        ),
        fact(language, weak_link(language), &count(weakest.count() as u64)),
    ];
    facts.extend(pairs().max_by_key(|link| link.n_evaluators).map(say));
    facts
}

fn table(answer: &OverviewAnswer, context: &Context) -> DataTable {
    let round = context.words().common.round;
    let mut table = DataTable::new()
        .text_column(round)
        .text_column(round)
        .number_column(context.words().overview.columns.n_evaluators.header);
    for link in &answer.links {
        let name = |id: &str| context.name(EntityKind::Round, id).into();
        table.push([name(&link.from), name(&link.to), count_cell(link.n_evaluators)]);
    }
    table
}
