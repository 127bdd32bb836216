//! Which providers stand out from the others, given how sure their composites are.

use evenhand_protocol::{EntityKind, Funnel, Outcome, RoundStanding, StandingRow, entity_link};
use evenhand_words::{COMPOSITE_DECIMALS, number};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns, value_cell};
use super::phrases::fact;
use super::reach::finite;
use crate::axis::Axis;
use crate::datum::Datum;
use crate::end_labels::{EndLabel, Side};
use crate::geometry::Point;
use crate::layout::Layout;
use crate::mark::{Dash, Dot, Line};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::LinearScale;
use crate::scene::Scene;
use crate::table::{DataTable, TableCell};

/// The axis begins no higher than at this share of the highest precision.
const LEAST_SPAN: f64 = 0.5;
/// Points on each limit.
const STEPS: u32 = 48;

/// Adjusted composites against their precision, with the limits within which a provider is like the others.
pub fn funnel(standing: &RoundStanding, context: &Context) -> Scene {
    let words = &context.charts().funnel;
    let table = table(standing, context);
    let funnel = match &standing.funnel {
        Outcome::Known(funnel) => funnel,
        Outcome::Undefined(why) => return empty(context, context.caption(words, &[], &[]), table, [why]),
    };
    let dots: Vec<Spot> = standing.rows.iter().filter_map(Spot::of).collect();
    let most = dots.iter().map(|spot| spot.precision).fold(1.0, f64::max);
    let least = dots.iter().map(|spot| spot.precision).fold(most, f64::min);
    // Where panels are of nearly one size the axis still reaches far enough for the funnel to be seen as one.
    let (from, to) = ((0.95 * least).min(LEAST_SPAN * most), 1.05 * most);
    let standing_words = &context.words().standing;
    let target = number(funnel.target, COMPOSITE_DECIMALS);
    let outside = dots.iter().filter(|spot| spot.side(funnel) != Role::Accent);
    let mut facts = vec![fact(context.language, standing_words.target, &target)];
    facts.extend(outside.map(|spot| {
        fact(
            context.language,
            &context.name(EntityKind::Provider, &spot.row.provider),
            &number(spot.value, COMPOSITE_DECIMALS),
        )
    }));
    let caption = context.caption(words, &[], &facts);
    let widest = reach(funnel, from, funnel.z_998);
    let values = dots.iter().map(|spot| spot.value);
    let y = LinearScale::fit(values.chain([funnel.target - widest, funnel.target + widest])).padded(0.02);
    let x = Axis::linear(LinearScale::new(from, to)).title(words.x);
    let names = [standing_words.limit_95, standing_words.limit_998, standing_words.target];
    let mut plot = Layout::new(context.frame, x, Axis::linear(y).title(words.y)).right_labels(&names).plot();
    let labels = draw_limits(&mut plot, funnel, (from, to), context);
    for spot in &dots {
        spot.draw(&mut plot, funnel, context);
    }
    plot.end_labels(Side::Right, &labels);
    plot.finish(caption, table)
}

/// Half the width of the limits at a precision.
fn reach(funnel: &Funnel, precision: f64, z: f64) -> f64 {
    z * (funnel.sheet_sd * funnel.sheet_sd / precision + funnel.between_sd * funnel.between_sd).sqrt()
}

fn draw_limits(plot: &mut Plot, funnel: &Funnel, (from, to): (f64, f64), context: &Context) -> Vec<EndLabel> {
    let words = &context.words().standing;
    let rule = plot.rule_y(funnel.target).role(Role::Reference);
    plot.add(rule);
    let mut labels = vec![EndLabel::at(plot.at(to, funnel.target), words.target).role(Role::Muted)];
    let limits = [(funnel.z_95, Dash::Dashed, words.limit_95), (funnel.z_998, Dash::Solid, words.limit_998)];
    for (z, dash, name) in limits {
        for sign in [1.0, -1.0] {
            let at = |step: u32| {
                let precision = from + (to - from) * f64::from(step) / f64::from(STEPS);
                plot.at(precision, funnel.target + sign * reach(funnel, precision, z))
            };
            let points: Vec<Point> = (0..=STEPS).map(at).collect();
            if let (1.0, Some(end)) = (sign, points.last()) {
                labels.push(EndLabel::at(*end, name).role(Role::Muted));
            }
            plot.add(Line::through(points).width(1.0).dash(dash).role(Role::Muted));
        }
    }
    labels
}

/// A provider with what the funnel needs of it.
struct Spot<'a> {
    row: &'a StandingRow,
    value: f64,
    precision: f64,
}

impl<'a> Spot<'a> {
    fn of(row: &'a StandingRow) -> Option<Self> {
        let precision = row.precision.filter(|precision| precision.is_finite() && *precision > 0.0)?;
        Some(Self { row, value: finite(&row.adjusted)?.value, precision })
    }

    /// Better or worse outside the outer limits.
    fn side(&self, funnel: &Funnel) -> Role {
        let reach = reach(funnel, self.precision, funnel.z_998);
        match self.value - funnel.target {
            apart if apart > reach => Role::Better,
            apart if apart < -reach => Role::Worse,
            _ => Role::Accent,
        }
    }

    fn draw(&self, plot: &mut Plot, funnel: &Funnel, context: &Context) {
        let point = plot.at(self.precision, self.value);
        let role = self.side(funnel);
        let name = context.name(EntityKind::Provider, &self.row.provider);
        let head = context.words().standing.columns.precision.header;
        let mut datum = Datum::at(point, name.as_str())
            .link(entity_link(EntityKind::Provider, &self.row.provider))
            .line(fact(context.language, head, &number(self.precision, 1)));
        if let Some(adjusted) = self.row.adjusted.known() {
            datum = context.explain(datum, adjusted, COMPOSITE_DECIMALS);
        }
        let datum = plot.datum(datum);
        plot.add(Dot::at(point).radius(4.0).hollow(role == Role::Accent).role(role).datum(datum));
    }
}

fn table(standing: &RoundStanding, context: &Context) -> DataTable {
    let words = context.words();
    let table = DataTable::new().text_column(words.common.provider);
    let mut table = estimate_columns(context, table, words.providers.columns.adjusted.header)
        .number_column(words.standing.columns.precision.header);
    for row in &standing.rows {
        let mut cells: Vec<TableCell> = vec![context.name(EntityKind::Provider, &row.provider).into()];
        cells.extend(estimate_cells(context, &row.adjusted, COMPOSITE_DECIMALS));
        cells.push(row.precision.map_or(TableCell::Empty, |precision| value_cell(precision, 1)));
        table.push(cells);
    }
    table
}
