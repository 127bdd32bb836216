//! What each change of the mean composite is made of.

use evenhand_protocol::{
    ChangeSplit, CountOf, EntityKind, Estimate, Method, Outcome, Reason, SplitParts, TurnoverAnswer,
    entity_link,
};
use evenhand_words::{COMPOSITE_DECIMALS, Column};

use super::by_round::rounds_axis;
use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns, value_cell};
use super::interval_marks::{Look, draw_upright};
use super::phrases::{fact, joined};
use crate::axis::Axis;
use crate::datum::Datum;
use crate::geometry::{Point, Rect};
use crate::layout::Layout;
use crate::mark::{Anchor, Text, TextKind, VerticalAlign};
use crate::number_format::{NumberStyle, format_signed};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::LinearScale;
use crate::scene::{Caption, Scene};
use crate::small_multiples::SmallMultiples;
use crate::table::{DataTable, TableCell};
use crate::text_width::text_width;

/// The height of one small chart.
const HEIGHT: f64 = 170.0;
/// The height of its title.
const TITLE: f64 = 22.0;

/// One small chart: what it shows, and how it is coloured.
struct Part {
    words: Column,
    role: Role,
    of: fn(&SplitParts) -> &Estimate,
}

/// The raw change and its parts, a small chart each over the same rounds, on one scale.
pub fn change_split(answer: &TurnoverAnswer, context: &Context) -> Scene {
    let words = &context.charts().change_split;
    let caption = context.caption(words, &[], &facts(answer, context));
    let table = table(answer, context);
    let mut known = answer.splits.iter().filter_map(|split| split.parts.known()).peekable();
    if known.peek().is_none() {
        let reasons = answer.splits.iter().filter_map(|split| split.parts.reason());
        return empty(context, caption, table, reasons.chain([&Reason::OneRound]));
    }
    let parts = parts(context);
    let heights = known.flat_map(|split| parts.iter().flat_map(|part| reach((part.of)(split))));
    let raw = answer.splits.iter().map(|split| split.raw);
    let scale = LinearScale::fit(heights.chain(raw)).including(0.0).nice();
    let rounds: Vec<&str> = answer.splits.iter().map(|split| split.round.as_str()).collect();
    let min_width = if context.frame.compact { context.frame.width } else { context.frame.width * 0.3 };
    let grid = SmallMultiples::new(context.frame, 1 + parts.len(), min_width, HEIGHT);
    let mut scene = Scene { width: context.frame.width, height: grid.height, ..Scene::default() };
    let raw_words = context.words().turnover.raw;
    let titles = [raw_words.header].into_iter().chain(parts.iter().map(|part| part.words.header));
    for (number, (title, cell)) in titles.zip(&grid.cells).enumerate() {
        let heading = Text::at(Point::new(cell.x, cell.y), title).bold();
        scene.marks.push(heading.vertical(VerticalAlign::Top).into());
        let room = Rect { y: cell.y + TITLE, height: cell.height - TITLE, ..*cell };
        let small = Context { frame: SmallMultiples::frame(room), ..*context };
        let y = Axis::linear(scale.clone()).style(NumberStyle::Signed);
        let mut plot = Layout::new(small.frame, rounds_axis(&small, &rounds), y).plot();
        plot.add(plot.rule_y(0.0));
        for (place, split) in answer.splits.iter().enumerate() {
            let part = number.checked_sub(1).and_then(|at| parts.get(at));
            let estimate = match part {
                None => Some(exact(split.raw)),
                Some(part) => split.parts.known().map(|parts| (part.of)(parts).clone()),
            };
            let Some(estimate) = estimate else { continue };
            let role = part.map_or(Role::Ink, |part| part.role);
            let mark = Mark { title, role, estimate: &estimate, split, number };
            mark.draw(&mut plot, place, &rounds, &small);
        }
        scene.absorb(plot.finish(Caption::default(), DataTable::new()), room.x, room.y);
    }
    Scene { caption, table, ..scene }
}

fn parts(context: &Context) -> [Part; 4] {
    let words = &context.words().turnover;
    [
        Part { words: words.composition, role: Role::Series(0), of: |parts| &parts.composition },
        Part { words: words.drift, role: Role::Series(1), of: |parts| &parts.drift },
        Part { words: words.provider_mix, role: Role::Series(2), of: |parts| &parts.provider_mix },
        Part { words: words.provider_change, role: Role::Accent, of: |parts| &parts.provider_change },
    ]
}

/// A change that is a fact of the data, not an estimate.
fn exact(value: f64) -> Estimate {
    let (of, method) = (CountOf::ScoreSheets, Method::ChangeSplit);
    Estimate { value, se: None, interval: None, n: 0, of, method }
}

fn reach(estimate: &Estimate) -> Vec<f64> {
    let ends = estimate.interval.map(|ends| [ends.low, ends.high]);
    ends.into_iter().flatten().chain([estimate.value]).collect()
}

/// One value of a small chart.
struct Mark<'a> {
    title: &'a str,
    role: Role,
    estimate: &'a Estimate,
    split: &'a ChangeSplit,
    number: usize,
}

impl Mark<'_> {
    fn draw(&self, plot: &mut Plot, place: usize, rounds: &[&str], context: &Context) {
        let x = place as f64;
        let at = plot.at(x, self.estimate.value);
        let [from, to] =
            [&self.split.from_round, &self.split.round].map(|round| context.name(EntityKind::Round, round));
        let label = joined(context.language, self.title, &format!("{from} – {to}"));
        let datum = Datum::at(at, label)
            .line(context.estimate(self.estimate, COMPOSITE_DECIMALS))
            .link(entity_link(EntityKind::Round, &self.split.round))
            .series(self.number);
        let datum = plot.datum(datum);
        let sure = self.estimate.interval.is_none_or(|ends| ends.low > 0.0 || ends.high < 0.0);
        let look = Look { radius: 3.5, hollow: !sure, ..Look::filled(self.role) };
        draw_upright(plot, self.estimate, x, look, datum);
        let text = format_signed(self.estimate.value, COMPOSITE_DECIMALS);
        let step = plot.area().width / rounds.len().max(1) as f64;
        if sure && text_width(&text, TextKind::Tick.size()) + 4.0 <= step {
            let top = self.estimate.interval.map_or(self.estimate.value, |ends| ends.high);
            let above = Point::new(at.x, plot.at(x, top.max(self.estimate.value)).y - 9.0);
            let text = Text::at(above, text).anchor(Anchor::Middle).kind(TextKind::Tick).halo();
            plot.add(text.role(self.role).datum(datum));
        }
    }
}

fn facts(answer: &TurnoverAnswer, context: &Context) -> Vec<String> {
    let parts = parts(context);
    let told = |split: &ChangeSplit| -> Option<String> {
        let known = split.parts.known()?;
        let name = format!("{} – {}", split.from_round, split.round);
        let raw = format_signed(split.raw, COMPOSITE_DECIMALS);
        let mut said = vec![format!("{} {raw}", context.words().turnover.raw.header)];
        said.extend(parts.iter().map(|part| {
            format!("{} {}", part.words.header, format_signed((part.of)(known).value, COMPOSITE_DECIMALS))
        }));
        Some(fact(context.language, &name, &said.join(" · ")))
    };
    answer.splits.iter().filter_map(told).take(6).collect()
}

fn table(answer: &TurnoverAnswer, context: &Context) -> DataTable {
    let words = &context.words().turnover;
    let mut table = DataTable::new()
        .text_column(words.from.header)
        .text_column(words.to.header)
        .number_column(words.raw.header);
    let parts = parts(context);
    for part in &parts {
        table = estimate_columns(context, table, part.words.header);
    }
    for split in &answer.splits {
        let mut cells: Vec<TableCell> = vec![
            context.name(EntityKind::Round, &split.from_round).into(),
            context.name(EntityKind::Round, &split.round).into(),
            value_cell(split.raw, COMPOSITE_DECIMALS),
        ];
        for part in &parts {
            let found: Outcome<Estimate> = split.parts.clone().map(|known| (part.of)(&known).clone());
            cells.extend(estimate_cells(context, &found, COMPOSITE_DECIMALS));
        }
        table.push(cells);
    }
    table
}
