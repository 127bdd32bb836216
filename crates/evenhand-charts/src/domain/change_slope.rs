//! Change of the providers since their previous round.

use evenhand_protocol::{
    Change, ChangeVerdict, EntityKind, Estimate, Outcome, ProviderRow, RoundLeague, entity_link,
};
use evenhand_words::{COMPOSITE_DECIMALS, change_verdict, n_of, reason, signed};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns, p_cell, value_cell};
use super::phrases::{adjusted_p, fact, previous_round};
use super::reach::{ends, finite};
use crate::axis::Axis;
use crate::datum::Datum;
use crate::end_labels::{EndLabel, Side};
use crate::layout::Layout;
use crate::mark::{Dot, Line, Rule};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::{LinearScale, PointScale};
use crate::scene::Scene;
use crate::table::{DataTable, TableCell};

/// How many changes the description tells of.
const DESCRIBED: usize = 6;
/// The height of a direct label.
const LABEL: f64 = 17.0;
/// How far beside the right end the whiskers stand, in steps of the x axis, one after the other.
const WHISKERS: [f64; 5] = [0.02, 0.04, 0.06, 0.08, 0.1];

/// A provider whose change can be drawn.
struct Slope<'a> {
    row: &'a ProviderRow,
    change: &'a Change,
    before: f64,
    now: &'a Estimate,
}

/// Lines from the previous adjusted composite to this one; those beyond chance coloured, named, with whiskers.
pub fn change_slope(league: &RoundLeague, context: &Context) -> Scene {
    let slopes = slopes(league);
    let words = &context.charts().slope;
    let round = context.name(EntityKind::Round, &league.round);
    let caption = context.caption(words, &[round], &facts(&slopes, context));
    let table = table(league, context);
    if slopes.is_empty() {
        return empty(context, caption, table, league.rows.iter().filter_map(|row| row.change.reason()));
    }

    let coloured: Vec<&Slope> = slopes.iter().filter(|slope| slope.role() != Role::Faint).collect();
    let names: Vec<String> = coloured.iter().map(|slope| slope.name(context)).collect();
    let room: Vec<String> =
        coloured.iter().zip(&names).map(|(slope, name)| format!("{name} {}", slope.size())).collect();
    let values = slopes.iter().flat_map(|slope| [slope.before, slope.now.value]);
    let whiskers = coloured.iter().filter_map(|slope| slope.whisker()).flat_map(|(low, high)| [low, high]);
    let y = Axis::linear(LinearScale::fit(values.chain(whiskers)).padded(0.03)).title(words.y);
    let x =
        Axis::points(PointScale::new([from_label(&slopes, context), league.round.as_str()]).padding(0.14))
            .on_top();
    let open = context.frame.open_height();
    let height = (coloured.len() as f64 * LABEL + 90.0).clamp(open, open.max(900.0));
    let frame = context.frame.with_height(context.frame.height.unwrap_or(height));
    let mut plot = Layout::new(frame, x, y).right_labels(&room).plot();
    for side in [0.0, 1.0] {
        plot.add(plot.rule_x(side).width(1.0).role(Role::Grid));
    }
    for slope in slopes.iter().filter(|slope| slope.role() == Role::Faint) {
        slope.draw(&mut plot, context);
    }
    let mut labels = Vec::new();
    for (k, slope) in coloured.iter().enumerate() {
        let datum = slope.draw(&mut plot, context);
        slope.draw_whisker(&mut plot, WHISKERS[k % WHISKERS.len()]);
        let label = EndLabel::at(plot.at(1.0, slope.now.value), names[k].as_str());
        labels.push(label.value(slope.size()).role(slope.role()).datum(datum));
    }
    plot.end_labels(Side::Right, &labels);
    plot.finish(caption, table)
}

/// What can be drawn, largest change first.
fn slopes(league: &RoundLeague) -> Vec<Slope<'_>> {
    let mut slopes: Vec<Slope> = league.rows.iter().filter_map(slope).collect();
    slopes.sort_by(|a, b| b.change.change.value.abs().total_cmp(&a.change.change.value.abs()));
    slopes
}

fn slope(row: &ProviderRow) -> Option<Slope<'_>> {
    let (change, now) = (row.change.known()?, finite(&row.adjusted)?);
    let before = now.value - change.change.value;
    before.is_finite().then_some(Slope { row, change, before, now })
}

/// The id of the round before where it is the same for all, words for it else.
fn from_label<'a>(slopes: &[Slope<'a>], context: &Context) -> &'a str {
    let first = slopes.first().map(|slope| slope.change.from_round.as_str());
    match first {
        Some(first) if slopes.iter().all(|slope| slope.change.from_round == first) => first,
        _ => previous_round(context.language),
    }
}

impl Slope<'_> {
    fn role(&self) -> Role {
        match self.change.verdict {
            ChangeVerdict::Improved => Role::Better,
            ChangeVerdict::Declined => Role::Worse,
            ChangeVerdict::NoReliableChange => Role::Faint,
        }
    }

    fn name(&self, context: &Context) -> String {
        context.name(EntityKind::Provider, &self.row.provider)
    }

    fn size(&self) -> String {
        signed(self.change.change.value, COMPOSITE_DECIMALS)
    }

    /// Where the interval of the change ends at the right, seen from the previous composite.
    fn whisker(&self) -> Option<(f64, f64)> {
        ends(&self.change.change).map(|(low, high)| (self.before + low, self.before + high))
    }

    fn draw(&self, plot: &mut Plot, context: &Context) -> Option<usize> {
        let (from, to) = (plot.at(0.0, self.before), plot.at(1.0, self.now.value));
        let (language, words) = (context.language, &context.words().providers.columns);
        let datum = Datum::at(to, self.name(context))
            .line(fact(
                language,
                words.change.header,
                &context.estimate(&self.change.change, COMPOSITE_DECIMALS),
            ))
            .line(change_verdict(language, self.change.verdict))
            .line(adjusted_p(language, self.change.p_adjusted))
            .line(context.estimate_fact(words.adjusted.header, self.now, COMPOSITE_DECIMALS))
            .line(fact(
                language,
                words.from_round.header,
                &context.name(EntityKind::Round, &self.change.from_round),
            ));
        let datum = plot.datum(datum.link(entity_link(EntityKind::Provider, &self.row.provider)));
        let coloured = self.role() != Role::Faint;
        let (width, radius) = if coloured { (2.5, 3.5) } else { (1.0, 2.0) };
        plot.add(Line::through([from, to]).width(width).role(self.role()).datum(datum));
        plot.add(Dot::at(from).radius(radius).role(self.role()).datum(datum));
        plot.add(Dot::at(to).radius(radius).role(self.role()).datum(datum));
        datum
    }

    fn draw_whisker(&self, plot: &mut Plot, beside: f64) {
        if let Some((low, high)) = self.whisker() {
            let (from, to) = (plot.at(1.0 + beside, low), plot.at(1.0 + beside, high));
            plot.add(Rule::between(from, to).caps(2.5).role(self.role()));
        }
    }
}

fn facts(slopes: &[Slope], context: &Context) -> Vec<String> {
    let language = context.language;
    let count = |verdict| {
        let n = slopes.iter().filter(|slope| slope.change.verdict == verdict).count();
        fact(language, change_verdict(language, verdict), &n_of(language, n as u64, slopes.len() as u64))
    };
    let mut facts = vec![count(ChangeVerdict::Improved), count(ChangeVerdict::Declined)];
    for slope in slopes.iter().filter(|slope| slope.role() != Role::Faint).take(DESCRIBED) {
        facts.push(context.estimate_fact(&slope.name(context), &slope.change.change, COMPOSITE_DECIMALS));
    }
    facts
}

fn table(league: &RoundLeague, context: &Context) -> DataTable {
    let (words, common) = (&context.words().providers.columns, &context.words().common);
    let table = DataTable::new().text_column(words.provider.header);
    let mut table = estimate_columns(context, table, words.change.header)
        .text_column(words.from_round.header)
        .number_column(previous_round(context.language))
        .number_column(words.adjusted.header)
        .number_column(words.raw_change.header)
        .number_column(common.p)
        .number_column(common.p_adjusted)
        .text_column(words.verdict.header);
    for row in &league.rows {
        let mut cells = vec![context.name(EntityKind::Provider, &row.provider).into()];
        match &row.change {
            Outcome::Known(change) => cells.extend(change_cells(row, change, context)),
            Outcome::Undefined(why) => cells.push(reason(context.language, why).into()),
        }
        table.push(cells);
    }
    table
}

fn change_cells(row: &ProviderRow, change: &Change, context: &Context) -> Vec<TableCell> {
    let now = finite(&row.adjusted).map_or(f64::NAN, |estimate| estimate.value);
    let mut cells: Vec<TableCell> =
        estimate_cells(context, &Outcome::Known(change.change.clone()), COMPOSITE_DECIMALS).into();
    cells.push(context.name(EntityKind::Round, &change.from_round).into());
    let values = [now - change.change.value, now, change.raw_change];
    cells.extend(values.map(|value| value_cell(value, COMPOSITE_DECIMALS)));
    cells.extend([p_cell(Some(change.p)), p_cell(Some(change.p_adjusted))]);
    cells.push(change_verdict(context.language, change.verdict).into());
    cells
}
