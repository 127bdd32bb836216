//! Severity of the evaluators from round to round, those who drift in colour.

use evenhand_protocol::{DriftAnswer, EntityKind, Estimate, EvaluatorRow, EvaluatorsAnswer, Outcome, Reason};
use evenhand_words::{drift_class, n_of, reason, scale, scale_decimals};

use super::by_round::rounds_axis;
use super::context::Context;
use super::drift_track::{Track, tracks};
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns, p_cell};
use super::phrases::{change_mark, described, fact, joined, largest_changes, with_unit};
use super::reach::reach;
use super::references::level_label;
use crate::axis::Axis;
use crate::end_labels::Side;
use crate::geometry::Point;
use crate::layout::Layout;
use crate::number_format::NumberStyle;
use crate::role::Role;
use crate::scale::LinearScale;
use crate::scene::Scene;
use crate::table::{DataTable, TableCell};

/// So many lines are coloured and labelled at most: those with the largest change.
const MOST_COLOURED: usize = 8;
/// More grey lines than this are drawn in the fainter grey of the grid.
const MANY_LINES: usize = 24;

/// Severity of every evaluator in every round: coloured with bands where it changed, else thin and grey.
pub fn drift_lines(answer: &EvaluatorsAnswer, context: &Context) -> Scene {
    let (language, decimals) = (context.language, scale_decimals(&answer.scale));
    let rounds: Vec<&str> = answer.agreement_by_round.iter().map(|round| round.round.as_str()).collect();
    let tracks = tracks(answer, &rounds);
    let changed = tracks.iter().take_while(|track| track.changed()).count();
    let n_coloured = changed.min(MOST_COLOURED);
    let (coloured, grey) = tracks.split_at(n_coloured);
    let words = &context.charts().drift;
    let notes = (changed > n_coloured).then(|| largest_changes(language, n_coloured, changed));
    let mut caption =
        context.caption(words, notes.as_slice(), &facts(coloured, changed, tracks.len(), context, decimals));
    let table = table(answer, context, decimals);
    if rounds.len() < 2 || tracks.iter().all(|track| track.points.iter().all(Option::is_none)) {
        let one_round = (rounds.len() == 1).then_some(&Reason::OneRound);
        let reasons = answer.evaluators.iter().filter_map(|row| row.severity.reason());
        return empty(context, caption, table, one_round.into_iter().chain(reasons));
    }
    if coloured.iter().any(|track| track.change_at(&rounds).is_some()) {
        caption.how_to_read = described(language, &caption.how_to_read, &[change_mark(language).to_owned()]);
    }

    let panel = context.charts().marks.rest_of_panel;
    let title = with_unit(language, words.y, &scale(language, &answer.scale));
    // Beside a narrow chart there is no room for the name of the zero line.
    let title = if context.frame.compact { format!("{title}; 0 = {panel}") } else { title };
    let y = Axis::linear(severity_scale(coloured, grey)).style(NumberStyle::Signed).title(title);
    let nowhere = Point::new(f64::NAN, f64::NAN);
    let mut room: Vec<String> =
        coloured.iter().map(|track| track.label(nowhere, context, decimals).words()).collect();
    room.extend((!context.frame.compact).then(|| panel.to_owned()));
    let mut plot = Layout::new(context.frame, rounds_axis(context, &rounds), y).right_labels(&room).plot();
    for track in grey {
        track.draw_grey(&mut plot, if grey.len() > MANY_LINES { Role::Grid } else { Role::Faint });
    }
    plot.add(plot.rule_y(0.0));
    let mut labels = Vec::new();
    for track in coloured {
        let end = track.draw_coloured(&mut plot, &rounds);
        labels.extend(end.map(|end| track.label(end, context, decimals)));
    }
    labels.extend((!context.frame.compact).then(|| level_label(&plot, 0.0, panel)));
    for (number, track) in tracks.iter().enumerate() {
        track.data(&mut plot, number, &rounds, answer, context);
    }
    plot.end_labels(Side::Right, &labels);
    plot.finish(caption, table)
}

/// All values, and the intervals of the coloured lines.
fn severity_scale(coloured: &[Track], grey: &[Track]) -> LinearScale {
    let estimates: Vec<&Estimate> =
        coloured.iter().flat_map(|track| track.points.iter().flatten().copied()).collect();
    let (lo, hi) = if estimates.is_empty() { (0.0, 0.0) } else { reach(&estimates).domain() };
    let values = grey.iter().flat_map(|track| track.points.iter().flatten().map(|estimate| estimate.value));
    LinearScale::fit(values.chain([lo, hi])).including(0.0).clamped()
}

fn facts(coloured: &[Track], changed: usize, n: usize, context: &Context, decimals: usize) -> Vec<String> {
    let language = context.language;
    let changed = n_of(language, changed as u64, n as u64);
    let mut facts = vec![fact(language, context.charts().marks.beyond_chance, &changed)];
    for track in coloured {
        let Some(drift) = track.drift else { continue };
        let name = context.name(EntityKind::Evaluator, &track.row.evaluator);
        let name = joined(language, &name, drift_class(language, drift.class));
        facts.push(context.estimate_fact(&name, &drift.change, decimals));
    }
    facts
}

/// One row per evaluator and round; what is known of the evaluator's drift stands in each.
fn table(answer: &EvaluatorsAnswer, context: &Context, decimals: usize) -> DataTable {
    let words = context.words();
    let columns = &words.evaluators.columns;
    let table = DataTable::new().text_column(words.common.evaluator).text_column(words.common.round);
    let table = estimate_columns(context, table, columns.severity.header)
        .text_column(columns.drift.header)
        .text_column(columns.from_round.header);
    let mut table =
        estimate_columns(context, table, columns.change.header).number_column(columns.drift_p.header);
    for row in &answer.evaluators {
        for one in &row.by_round {
            let mut cells = vec![
                context.name(EntityKind::Evaluator, &row.evaluator).into(),
                context.name(EntityKind::Round, &one.round).into(),
            ];
            cells.extend(estimate_cells(context, &one.severity, decimals));
            cells.extend(drift_cells(row, context, decimals));
            table.push(cells);
        }
    }
    table
}

fn drift_cells(row: &EvaluatorRow, context: &Context, decimals: usize) -> Vec<TableCell> {
    let known = |drift: &DriftAnswer| {
        let mut cells: Vec<TableCell> = vec![
            drift_class(context.language, drift.class).into(),
            context.name(EntityKind::Round, &drift.from_round).into(),
        ];
        cells.extend(estimate_cells(context, &Outcome::Known(drift.change.clone()), decimals));
        cells.push(p_cell(Some(drift.p_adjusted)));
        cells
    };
    match &row.drift {
        Outcome::Known(drift) => known(drift),
        Outcome::Undefined(why) => vec![reason(context.language, why).into()],
    }
}
