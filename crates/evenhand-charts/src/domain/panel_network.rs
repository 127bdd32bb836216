//! Who shares panels in one round: evaluators on a circle, joined by lines.

use evenhand_protocol::{EntityKind, MemberStatus, PanelMember, RoundPanel, SharedPanels, entity_link};
use evenhand_words::{count_entities, member_status};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::count_cell;
use super::phrases::{fact, joined};
use crate::datum::Datum;
use crate::geometry::Point;
use crate::mark::{Anchor, Dot, Rule, Text, TextKind};
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;
use crate::text_width::widest;
use crate::truncate::truncate;

/// Lines drawn at most: those of most common panels. The table has all.
const LINES: usize = 600;
/// With more evaluators than this, dots are small and lines thin.
const CROWDED: usize = 60;
/// The height of a name.
const NAME: f64 = 13.0;

/// The evaluators of a round, neighbours on the circle where they shared most panels.
pub fn panel_network(round: &RoundPanel, context: &Context) -> Scene {
    let words = &context.charts().panel_network;
    let n = count_entities(context.language, EntityKind::Evaluator, round.evaluators.len() as u64);
    let note = joined(context.language, &context.name(EntityKind::Round, &round.round), &n);
    let caption = context.caption(words, &[note], &facts(round, context));
    let table = table(round, context);
    if round.evaluators.is_empty() {
        return empty(context, caption, table, None);
    }
    let order = order(round);
    // Ids alone stand on the circle, so that they do not lie across each other; names are in the tooltips.
    let names: Vec<&str> = order.iter().map(|at| round.evaluators[*at].evaluator.as_str()).collect();
    let circle = Circle::new(context, &names);
    let mut place = vec![0usize; order.len()];
    order.iter().enumerate().for_each(|(on_circle, at)| place[*at] = on_circle);
    let mut scene = Scene { width: context.frame.width, height: circle.height, ..Scene::default() };
    let mut lines: Vec<&SharedPanels> = round.shared.iter().collect();
    lines.sort_by(|a, b| b.n.cmp(&a.n).then((a.first, a.second).cmp(&(b.first, b.second))));
    lines.truncate(LINES);
    let most = f64::from(lines.first().map_or(1, |line| line.n));
    // The strongest are drawn last, above the others.
    for line in lines.iter().rev() {
        let [from, to] = [line.first, line.second].map(|at| circle.point(place[at as usize], 0.0));
        let strength = f64::from(line.n) / most;
        let role = if strength > 0.5 && !circle.crowded { Role::Muted } else { Role::Faint };
        let width = if circle.crowded { 0.3 + 0.6 * strength } else { 0.75 + 2.0 * strength };
        scene.marks.push(Rule::between(from, to).width(width).role(role).into());
    }
    for (on_circle, at) in order.iter().enumerate() {
        let member = &round.evaluators[*at];
        let point = circle.point(on_circle, 0.0);
        scene.data.push(datum(point, member, round, *at, context));
        let datum = Some(scene.data.len() - 1);
        if member.bridge {
            scene.marks.push(Dot::at(point).radius(circle.dot + 3.5).hollow(true).role(Role::Worse).into());
        }
        let role = if member.status == MemberStatus::Joined { Role::Accent } else { Role::Ink };
        scene.marks.push(Dot::at(point).radius(circle.dot).role(role).datum(datum).into());
        if circle.named || member.bridge {
            scene.marks.push(circle.name(on_circle, names[on_circle]).datum(datum).into());
        }
    }
    Scene { caption, table, ..scene }
}

/// Where evaluators stand.
struct Circle {
    centre: Point,
    radius: f64,
    height: f64,
    n: usize,
    dot: f64,
    /// Whether there are so many that lines are drawn thin.
    crowded: bool,
    /// Whether there is room for every name.
    named: bool,
    /// The room for a name at either side.
    margin: f64,
}

impl Circle {
    fn new(context: &Context, names: &[&str]) -> Self {
        let width = context.frame.width;
        let margin = (widest(names, TextKind::Tick.size()) + 14.0).min(width * 0.28);
        let radius = ((width - 2.0 * margin) / 2.0).min(230.0);
        let height = 2.0 * (radius + NAME + 16.0);
        // At the sides names stand one above the other.
        let named = std::f64::consts::PI * radius / names.len().max(1) as f64 * 2.0 >= NAME * 0.9;
        let crowded = names.len() > CROWDED;
        let dot = if crowded { 2.5 } else { 4.5 };
        let centre = Point::new(width / 2.0, height / 2.0);
        Self { centre, radius, height, n: names.len(), dot, crowded, named, margin }
    }

    /// The angle of a place: from the top on, clockwise.
    fn angle(&self, place: usize) -> f64 {
        (place as f64 + 0.5) / self.n as f64 * 2.0 * std::f64::consts::PI - std::f64::consts::FRAC_PI_2
    }

    fn point(&self, place: usize, beyond: f64) -> Point {
        let (angle, radius) = (self.angle(place), self.radius + beyond);
        self.centre.shifted(radius * libm::cos(angle), radius * libm::sin(angle))
    }

    fn name(&self, place: usize, name: &str) -> Text {
        let across = libm::cos(self.angle(place));
        let anchor = match across {
            x if x > 0.2 => Anchor::Start,
            x if x < -0.2 => Anchor::End,
            _ => Anchor::Middle,
        };
        let room = if anchor == Anchor::Middle { self.margin * 2.0 } else { self.margin - 4.0 };
        Text::at(self.point(place, 11.0), truncate(name, TextKind::Tick.size(), room))
            .anchor(anchor)
            .kind(TextKind::Tick)
            .halo()
    }
}

/// An order in which neighbours shared many panels: from each the next is the one with most panels in common with it, and
/// among these the one with most in common with all before.
fn order(round: &RoundPanel) -> Vec<usize> {
    let n = round.evaluators.len();
    let mut shared = vec![0u32; n * n];
    for pair in &round.shared {
        let (a, b) = (pair.first as usize, pair.second as usize);
        shared[a * n + b] = pair.n;
        shared[b * n + a] = pair.n;
    }
    let mut left: Vec<usize> = (1..n).collect();
    let mut order = vec![0usize];
    while !left.is_empty() {
        let last = order[order.len() - 1];
        let with_all = |one: usize| order.iter().map(|other| shared[one * n + other]).sum::<u32>();
        let key = |one: usize| (shared[last * n + one], with_all(one), std::cmp::Reverse(one));
        let Some(best) = (0..left.len()).max_by_key(|at| key(left[*at])) else { break };
        order.push(left.remove(best));
    }
    order
}

fn datum(at: Point, member: &PanelMember, round: &RoundPanel, place: usize, context: &Context) -> Datum {
    let words = &context.words().turnover;
    let colleagues =
        round.shared.iter().filter(|pair| [pair.first, pair.second].contains(&(place as u32))).count();
    let mut datum = Datum::at(at, context.name(EntityKind::Evaluator, &member.evaluator))
        .line(member_status(context.language, member.status))
        .line(fact(context.language, words.panels.header, &evenhand_words::count(member.n_panels)))
        .line(fact(context.language, words.colleagues.header, &evenhand_words::count(colleagues as u64)))
        .link(entity_link(EntityKind::Evaluator, &member.evaluator));
    if member.bridge {
        datum = datum.line(context.charts().marks.bridge);
    }
    datum
}

fn facts(round: &RoundPanel, context: &Context) -> Vec<String> {
    let words = &context.words().turnover;
    let bridges: Vec<String> = round
        .evaluators
        .iter()
        .filter(|one| one.bridge)
        .map(|one| context.name(EntityKind::Evaluator, &one.evaluator))
        .collect();
    let mut facts = vec![fact(context.language, words.n_parts.header, &evenhand_words::count(round.n_parts))];
    if !bridges.is_empty() {
        facts.push(fact(context.language, words.bridges.header, &bridges.join(" · ")));
    }
    facts
}

fn table(round: &RoundPanel, context: &Context) -> DataTable {
    let evaluator = context.words().common.evaluator;
    let mut table = DataTable::new()
        .text_column(evaluator)
        .text_column(evaluator)
        .number_column(context.words().turnover.shared.header);
    for pair in &round.shared {
        let name = |at: u32| context.name(EntityKind::Evaluator, &round.evaluators[at as usize].evaluator);
        table.push([name(pair.first).into(), name(pair.second).into(), count_cell(pair.n)]);
    }
    table
}
