//! The panel network from round to round: who is linked, and who stays.
//!
//! Evaluators are not drawn one by one but as blocks of those who are linked by common panels, and as ribbons of those
//! who stay, so that 150 of them can be read on a phone as well as 15.

use evenhand_protocol::{EntityKind, MemberStatus, RoundPanel, TurnoverAnswer};
use evenhand_words::{count, count_entities};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, share_cell};
use super::phrases::{fact, joined};
use crate::axis::Axis;
use crate::datum::Datum;
use crate::geometry::{Point, Rect};
use crate::layout::Layout;
use crate::mark::{Anchor, Band, Cell, Text, TextKind};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::{LinearScale, PointScale};
use crate::scene::Scene;
use crate::table::{DataTable, TableCell};
use crate::text_width::text_width;

/// Fewer common evaluators than this are a weak link.
const WEAK: u32 = 5;
/// The share of a row that its bar takes up; ribbons have the rest.
const BAR: f64 = 0.42;
/// The gap between blocks, as a share of all evaluators of the fullest round.
const GAP: f64 = 0.02;

/// A block: the linked evaluators of a round, with those from before and the new ones at its ends.
struct Block {
    from: f64,
    n: f64,
    n_new: f64,
    n_back: f64,
}

/// Every round as a bar of linked evaluators, with ribbons of those who stay in between.
pub fn panel_flow(answer: &TurnoverAnswer, context: &Context) -> Scene {
    let words = &context.charts().panel_flow;
    let caption = context.caption(words, &[], &facts(answer, context));
    let table = table(answer, context);
    let most = answer.rounds.iter().map(|round| round.evaluators.len()).max().unwrap_or(0);
    if most == 0 {
        return empty(context, caption, table, None);
    }
    let gap = GAP * most as f64;
    let parts = answer.rounds.iter().map(|round| round.n_parts).max().unwrap_or(1);
    let width = most as f64 + gap * f64::from(parts.saturating_sub(1));
    let names: Vec<String> =
        answer.rounds.iter().map(|round| context.name(EntityKind::Round, &round.round)).collect();
    let x = Axis::linear(LinearScale::new(0.0, width)).title(words.x);
    let row_height = if answer.rounds.len() > 10 { 40.0 } else { 56.0 };
    let y = Axis::points(PointScale::new(names)).row_height(row_height);
    let values: Vec<String> = answer.rounds.iter().map(|round| value(round, context)).collect();
    let layout = Layout::new(context.frame, x, y).right_labels(&values).header(legend_height(context));
    let mut plot = layout.plot();
    let blocks: Vec<Vec<Block>> = answer.rounds.iter().map(|round| blocks(round, gap)).collect();
    for (at, round) in answer.rounds.iter().enumerate().skip(1) {
        draw_ribbons(&mut plot, at, round, [&blocks[at - 1], &blocks[at]], row_height, context);
    }
    for (at, round) in answer.rounds.iter().enumerate() {
        draw_bar(&mut plot, at, round, &blocks[at], row_height, context);
        let end = Point::new(plot.area().right() + 8.0, plot.at(0.0, at as f64).y);
        plot.add(Text::at(end, values[at].as_str()).kind(TextKind::Tick));
    }
    draw_legend(&mut plot, context);
    plot.finish(caption, table)
}

/// What stands beside a bar: how many there are.
fn value(round: &RoundPanel, context: &Context) -> String {
    let n = round.evaluators.len() as u64;
    if context.frame.compact { count(n) } else { count_entities(context.language, EntityKind::Evaluator, n) }
}

fn blocks(round: &RoundPanel, gap: f64) -> Vec<Block> {
    let mut from = 0.0;
    (0..round.n_parts)
        .map(|part| {
            let members = || round.evaluators.iter().filter(move |one| one.part == part);
            let of = |status| members().filter(|one| one.status == status).count() as f64;
            let n = members().count() as f64;
            let block =
                Block { from, n, n_new: of(MemberStatus::Joined), n_back: of(MemberStatus::Returned) };
            from += n + gap;
            block
        })
        .collect()
}

/// Ribbons from the blocks of the round before to those of this one, in the order of both, so that few cross.
fn draw_ribbons(
    plot: &mut Plot,
    at: usize,
    round: &RoundPanel,
    [before, now]: [&[Block]; 2],
    row_height: f64,
    context: &Context,
) {
    let half = row_height * BAR / 2.0;
    let mut used = [vec![0.0; before.len()], vec![0.0; now.len()]];
    let weak = round.n_stayed < WEAK;
    let role = if weak { Role::Worse } else { Role::Muted };
    for link in &round.links {
        let (from, to, n) = (link.from as usize, link.to as usize, f64::from(link.n));
        let (Some(above), Some(below)) = (before.get(from), now.get(to)) else { continue };
        let (start, end) = (above.from + used[0][from], below.from + used[1][to]);
        used[0][from] += n;
        used[1][to] += n;
        let edge = |value: f64, row: usize, side: f64| plot.at(value, row as f64).shifted(0.0, side * half);
        let (top, bottom) = (
            [edge(start, at - 1, 1.0), edge(start + n, at - 1, 1.0)],
            [edge(end, at, -1.0), edge(end + n, at, -1.0)],
        );
        plot.add(Band::between(smooth(top, bottom)).role(role).opacity(0.22));
    }
    let centre = f64::midpoint(plot.at(0.0, at as f64 - 1.0).y, plot.at(0.0, at as f64).y);
    let stay = stay(round, context);
    let label = Text::at(Point::new(plot.area().x + 6.0, centre), stay).kind(TextKind::Tick).halo();
    plot.add(if weak { label.bold().role(Role::Worse) } else { label.role(Role::Muted) });
}

fn stay(round: &RoundPanel, context: &Context) -> String {
    let words = &context.words().turnover;
    let stayed = format!("{} {}", count(round.n_stayed), words.n_stayed.header.to_lowercase());
    let left = format!("{} {}", count(round.n_left), words.n_left.header.to_lowercase());
    joined(context.language, &stayed, &left)
}

/// The edges of a ribbon between two level ends, curved like an S.
fn smooth(top: [Point; 2], bottom: [Point; 2]) -> Vec<(Point, Point)> {
    (0..=12)
        .map(|step| {
            let t = f64::from(step) / 12.0;
            let eased = t * t * (3.0 - 2.0 * t);
            let between = |a: Point, b: Point| Point::new(a.x + (b.x - a.x) * eased, a.y + (b.y - a.y) * t);
            (between(top[0], bottom[0]), between(top[1], bottom[1]))
        })
        .collect()
}

fn draw_bar(
    plot: &mut Plot,
    at: usize,
    round: &RoundPanel,
    blocks: &[Block],
    row_height: f64,
    context: &Context,
) {
    let height = row_height * BAR;
    let name = context.name(EntityKind::Round, &round.round);
    for (part, block) in blocks.iter().enumerate() {
        let place = |value: f64| plot.at(value, at as f64);
        let whole = (place(block.from), place(block.from + block.n));
        let rect = Rect { x: whole.0.x, y: whole.0.y - height / 2.0, width: whole.1.x - whole.0.x, height };
        let datum = Datum::at(rect.centre(), name.as_str()).hit_rect(rect).series(at);
        let datum = plot.datum(explained(datum, round, part as u32, context));
        // From left to right those who stayed, came back, and are new.
        let n_stayed = block.n - block.n_back - block.n_new;
        let mut from = block.from;
        for (n, role) in
            [(n_stayed, Role::Shade(5)), (block.n_back, Role::Shade(3)), (block.n_new, Role::Accent)]
        {
            // In the first round nobody is newer than others.
            let role = if at == 0 { Role::Shade(5) } else { role };
            let (left, right) = (plot.at(from, at as f64), plot.at(from + n, at as f64));
            let centre = Point::new(f64::midpoint(left.x, right.x), left.y);
            if right.x - left.x > 0.5 {
                plot.add(Cell::around(centre, right.x - left.x - 1.0, height).role(role).datum(datum));
            }
            from += n;
        }
        let text = count(block.n as u64);
        if text_width(&text, TextKind::Tick.size()) + 6.0 <= rect.width && blocks.len() > 1 {
            let label = Text::at(rect.centre(), text).anchor(Anchor::Middle).kind(TextKind::Tick);
            plot.add(label.halo().datum(datum));
        }
    }
}

/// The tooltip of a block: how many, where they come from, and on whom the part hangs.
fn explained(datum: Datum, round: &RoundPanel, part: u32, context: &Context) -> Datum {
    let words = &context.words().turnover;
    let members: Vec<_> = round.evaluators.iter().filter(|one| one.part == part).collect();
    let of = |status| members.iter().filter(|one| one.status == status).count() as u64;
    let mut datum = datum.line(count_entities(context.language, EntityKind::Evaluator, members.len() as u64));
    for (words, n) in [
        (words.n_stayed, of(MemberStatus::Stayed)),
        (words.n_returned, of(MemberStatus::Returned)),
        (words.n_joined, of(MemberStatus::Joined)),
    ] {
        datum = datum.line(fact(context.language, words.header, &count(n)));
    }
    if round.n_parts > 1 {
        datum = datum.line(fact(context.language, words.n_parts.header, &count(round.n_parts)));
    }
    let bridges =
        bridges(&members.iter().map(|one| (one.evaluator.as_str(), one.bridge)).collect::<Vec<_>>(), context);
    if bridges.is_empty() {
        datum
    } else {
        datum.line(fact(context.language, words.bridges.header, &bridges))
    }
}

fn bridges(members: &[(&str, bool)], context: &Context) -> String {
    let names = members.iter().filter(|one| one.1).map(|one| context.name(EntityKind::Evaluator, one.0));
    names.collect::<Vec<String>>().join(" · ")
}

fn legend_height(context: &Context) -> f64 {
    if context.frame.compact { 44.0 } else { 24.0 }
}

/// What the colours mean, above the bars.
fn draw_legend(plot: &mut Plot, context: &Context) {
    const SIDE: f64 = 12.0;
    let marks = &context.charts().marks;
    let start = plot.header().x + 2.0;
    let mut at = Point::new(start, plot.header().y + 2.0);
    for (role, words) in [
        (Role::Accent, marks.new_evaluators),
        (Role::Shade(3), marks.came_back),
        (Role::Worse, marks.weak_ribbon),
    ] {
        let width = SIDE + 24.0 + text_width(words, TextKind::Tick.size());
        if at.x + width > plot.area().right() {
            at = Point::new(start, at.y + SIDE + 8.0);
        }
        let centre = at.shifted(SIDE / 2.0, SIDE / 2.0);
        plot.add(Cell::around(centre, SIDE, SIDE).role(role));
        plot.add(Text::at(centre.shifted(SIDE, 0.0), words).kind(TextKind::Tick).role(Role::Muted));
        at = at.shifted(width, 0.0);
    }
}

fn facts(answer: &TurnoverAnswer, context: &Context) -> Vec<String> {
    let told = |round: &RoundPanel| {
        let n = count_entities(context.language, EntityKind::Evaluator, round.evaluators.len() as u64);
        fact(context.language, &round.round, &joined(context.language, &n, &stay(round, context)))
    };
    answer.rounds.iter().take(8).map(told).collect()
}

fn table(answer: &TurnoverAnswer, context: &Context) -> DataTable {
    let words = &context.words().turnover;
    let mut table = DataTable::new().text_column(context.words().common.round);
    for column in
        [words.n_evaluators, words.n_stayed, words.n_returned, words.n_joined, words.n_left, words.retention]
    {
        table = table.number_column(column.header);
    }
    table = table.number_column(words.n_parts.header).text_column(words.bridges.header);
    for round in &answer.rounds {
        let members: Vec<(&str, bool)> =
            round.evaluators.iter().map(|one| (one.evaluator.as_str(), one.bridge)).collect();
        table.push([
            context.name(EntityKind::Round, &round.round).into(),
            count_cell(round.evaluators.len() as u64),
            count_cell(round.n_stayed),
            count_cell(round.n_returned),
            count_cell(round.n_joined),
            count_cell(round.n_left),
            round.retention.map_or(TableCell::Empty, share_cell),
            count_cell(round.n_parts),
            bridges(&members, context).into(),
        ]);
    }
    table
}
