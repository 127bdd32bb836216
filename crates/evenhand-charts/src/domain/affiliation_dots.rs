//! Scores for providers of the evaluator's own affiliation against all others.

use evenhand_protocol::{AffiliationEffect, Estimate, EvaluatorsAnswer, Outcome};
use evenhand_words::{count_of, p_value, scale, scale_decimals, signed};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns, p_cell};
use super::interval_marks::{Look, draw_across};
use super::phrases::{both_kinds, with_unit};
use super::poles::Poles;
use super::reach::{ends, explain_cut, reach};
use crate::axis::Axis;
use crate::datum::Datum;
use crate::geometry::Point;
use crate::layout::Layout;
use crate::mark::Text;
use crate::number_format::NumberStyle;
use crate::role::Role;
use crate::scale::PointScale;
use crate::scene::Scene;
use crate::table::DataTable;

/// Mean deviation of the two kinds of scores and their difference, with intervals.
pub fn affiliation_dots(answer: &EvaluatorsAnswer, context: &Context) -> Scene {
    // One more than elsewhere: means over thousands of scores are that exact, and their difference that small.
    let decimals = scale_decimals(&answer.scale) + 1;
    let words = &context.charts().affiliation;
    let effect = answer.affiliation.known().filter(|effect| effect.difference.value.is_finite());
    let rows = effect.map(|effect| rows(effect, context).to_vec()).unwrap_or_default();
    let facts: Vec<String> =
        rows.iter().map(|(name, estimate, _)| context.estimate_fact(name, estimate, decimals)).collect();
    let notes = effect.map(|effect| {
        let n = count_of(context.language, evenhand_protocol::CountOf::Evaluators, effect.n_evaluators);
        both_kinds(context.language, &n)
    });
    let mut caption = context.caption(words, notes.as_slice(), &facts);
    let table = table(&rows, effect, context, decimals);
    let Some(effect) = effect else {
        return empty(context, caption, table, answer.affiliation.reason());
    };

    let marks = &context.charts().marks;
    let estimates: Vec<&Estimate> = rows.iter().map(|row| row.1).collect();
    let reach = reach(&estimates).symmetric_about(0.0).padded(0.04);
    explain_cut(context, &mut caption, &estimates, &reach);
    let poles = Poles::new(
        (marks.lower_scores, Role::Harsher),
        marks.rest_of_panel,
        (marks.higher_scores, Role::Lenient),
        context.frame,
        &reach,
    );
    let unit = scale(context.language, &answer.scale);
    let x = Axis::linear(reach).style(NumberStyle::Signed).title(with_unit(context.language, words.x, &unit));
    let y = Axis::points(PointScale::new(rows.iter().map(|row| row.0))).row_height(46.0);
    let layout = Layout::new(context.frame, x, y).header(poles.header());
    let mut plot = layout.plot();
    plot.add(plot.rule_x(0.0));
    poles.draw(&mut plot);
    let radius = if context.frame.compact { 3.5 } else { 6.0 };
    for (k, (name, estimate, look)) in rows.iter().enumerate() {
        let row = k as f64;
        let datum = Datum::at(plot.at(estimate.value, row), *name).hit_rect(plot.row(row));
        let mut datum = context.explain(datum, estimate, decimals);
        if k == rows.len() - 1 {
            datum = datum.line(p_value(effect.p));
        }
        let datum = plot.datum(datum);
        draw_across(&mut plot, estimate, row, Look { radius, width: 2.5, ..*look }, datum);
        let above = Point::new(plot.at(estimate.value, row).x, plot.at(0.0, row).y - 15.0);
        let text =
            Text::at(above, signed(estimate.value, decimals)).anchor(crate::mark::Anchor::Middle).bold();
        plot.add(text.halo().role(look.role).datum(datum));
    }
    plot.finish(caption, table)
}

/// Same, other and difference; only the difference is tested, so only it can be beyond chance.
fn rows<'a>(effect: &'a AffiliationEffect, context: &Context) -> [(&'static str, &'a Estimate, Look); 3] {
    let words = context.words();
    let excludes_zero = ends(&effect.difference).is_some_and(|(low, high)| low > 0.0 || high < 0.0);
    let difference = match (excludes_zero, effect.difference.value > 0.0) {
        (false, _) => Look::uncertain(),
        (true, true) => Look::filled(Role::Lenient),
        (true, false) => Look::filled(Role::Harsher),
    };
    [
        (words.charts.marks.same_affiliation, &effect.same, Look::filled(Role::Ink)),
        (words.charts.marks.other_affiliation, &effect.other, Look::filled(Role::Ink)),
        (words.evaluators.difference, &effect.difference, difference),
    ]
}

fn table(
    rows: &[(&'static str, &Estimate, Look)],
    effect: Option<&AffiliationEffect>,
    context: &Context,
    decimals: usize,
) -> DataTable {
    let words = context.words();
    let table = DataTable::new().text_column(context.charts().affiliation.y);
    let mut table =
        estimate_columns(context, table, context.charts().affiliation.x).number_column(words.common.p);
    for (k, (name, estimate, _)) in rows.iter().enumerate() {
        let mut cells = vec![(*name).into()];
        cells.extend(estimate_cells(context, &Outcome::Known((*estimate).clone()), decimals));
        cells.push(p_cell(effect.filter(|_| k == 2).map(|effect| effect.p)));
        table.push(cells);
    }
    table
}
