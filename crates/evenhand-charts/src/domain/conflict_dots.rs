//! How evaluators score providers to which they are tied.

use evenhand_protocol::{
    ConflictKind, ConflictVerdict, ConflictsAnswer, ConflictsOfKind, EntityKind, Estimate, EvaluatorConflict,
    EvaluatorConflictEffect, Outcome, ScoreScale, entity_link,
};
use evenhand_words::{conflict_kind, conflict_verdict, p_value, scale, scale_decimals, signed};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, estimate_cells, estimate_columns, p_cell};
use super::interval_marks::Look;
use super::phrases::{adjusted_p, ends_of_differences, fact, titled, with_unit};
use super::poles::Poles;
use super::reach::{ends, explain_cut, reach};
use super::rows::{Row, RowsLayout, draw_rows, plot_rows, rows_facts};
use crate::axis::Axis;
use crate::number_format::NumberStyle;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;

/// Evaluators drawn at most; the table has all.
const ROWS: usize = 40;

/// An evaluator whose scores of tied providers can be told from the others.
type Tested<'a> = (&'a EvaluatorConflict, &'a EvaluatorConflictEffect);

/// The difference towards tied providers of all evaluators together and of each, the largest on top.
pub fn conflict_dots(answer: &ConflictsAnswer, kind: ConflictKind, context: &Context) -> Scene {
    let words = &context.charts().conflicts;
    let of = answer.of(kind);
    let mut tested: Vec<Tested> = of.map(tested).unwrap_or_default();
    tested.sort_by(|a, b| b.1.difference.value.total_cmp(&a.1.difference.value));
    let n = tested.len();
    let drawn = drawn(tested);
    let decimals = scale_decimals(&answer.scale);
    let mut rows: Vec<Row> = of.and_then(|of| overall(of, decimals, context)).into_iter().collect();
    rows.extend(drawn.iter().map(|one| row(*one, decimals, context)));
    let mut notes = vec![conflict_kind(context.language, kind).to_owned()];
    notes.extend((drawn.len() < n).then(|| ends_of_differences(context.language, drawn.len(), n)));
    let mut caption = context.caption(words, &notes, &rows_facts(context, &rows));
    caption.title = titled(context.language, conflict_kind(context.language, kind), words.title);
    let table = of.map_or_else(DataTable::new, |of| table(of, &answer.scale, context));
    if rows.is_empty() {
        let why = of.and_then(|of| of.overall.reason());
        return empty(context, caption, table, why);
    }
    let marks = &context.charts().marks;
    let estimates: Vec<&Estimate> = rows.iter().filter_map(|row| row.estimate.as_ref()).collect();
    let reach = reach(&estimates).including(0.0).padded(0.03);
    explain_cut(context, &mut caption, &estimates, &reach);
    let poles = Poles::new(
        (marks.lower_scores, Role::Harsher),
        marks.like_others,
        (marks.higher_scores, Role::Lenient),
        context.frame,
        &reach,
    );
    let unit = scale(context.language, &answer.scale);
    let x = Axis::linear(reach).style(NumberStyle::Signed).title(with_unit(context.language, words.x, &unit));
    let row_height = if rows.len() > 24 { 18.0 } else { 22.0 };
    let layout = RowsLayout { row_height, header: poles.header(), heading: &[] };
    let mut plot = plot_rows(context, x, &rows, layout);
    plot.add(plot.rule_x(0.0));
    poles.draw(&mut plot);
    draw_rows(&mut plot, &rows);
    plot.finish(caption, table)
}

fn tested(of: &ConflictsOfKind) -> Vec<Tested<'_>> {
    let known = |row| -> Option<Tested> {
        let row: &EvaluatorConflict = row;
        Some((row, row.effect.known().filter(|effect| effect.difference.value.is_finite())?))
    };
    of.evaluators.iter().filter_map(known).collect()
}

/// All, or those beyond chance and both ends, in the order given.
fn drawn(sorted: Vec<Tested<'_>>) -> Vec<Tested<'_>> {
    let n = sorted.len();
    if n <= ROWS {
        return sorted;
    }
    let flagged = |one: &Tested| one.1.verdict != ConflictVerdict::NotShown;
    let room = ROWS.saturating_sub(sorted.iter().filter(|one| flagged(one)).count());
    let mut keep: Vec<bool> = sorted.iter().map(flagged).collect();
    // From the outside in, a row at either end in turn.
    let outside_in = (0..n).map(|k| if k % 2 == 0 { k / 2 } else { n - 1 - k / 2 });
    let mut left = room;
    for place in outside_in {
        if left > 0 && !keep[place] {
            keep[place] = true;
            left -= 1;
        }
    }
    sorted.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(one, _)| one).take(ROWS).collect()
}

fn overall(of: &ConflictsOfKind, decimals: usize, context: &Context) -> Option<Row> {
    let effect = of.overall.known()?;
    let words = &context.words().conflicts;
    let look = match ends(&effect.difference) {
        Some((low, _)) if low > 0.0 => Look::filled(Role::Lenient),
        Some((_, high)) if high < 0.0 => Look::filled(Role::Harsher),
        _ => Look::uncertain(),
    };
    let mut lines = context.estimate_lines(&effect.difference, decimals + 1);
    lines.push(fact(context.language, words.tied.header, &context.estimate(&effect.tied, decimals + 1)));
    lines.push(fact(context.language, words.other.header, &context.estimate(&effect.other, decimals + 1)));
    lines.push(p_value(effect.p));
    Some(Row {
        name: words.all_evaluators.to_owned(),
        link: String::new(),
        estimate: Some(effect.difference.clone()),
        second: None,
        look: Look { radius: 6.0, width: 3.0, ..look },
        value: signed(effect.difference.value, decimals),
        lines,
    })
}

/// Filled where the difference is beyond chance after adjustment.
fn row((row, effect): Tested, decimals: usize, context: &Context) -> Row {
    let words = &context.words().conflicts;
    let look = match effect.verdict {
        ConflictVerdict::NotShown => Look::uncertain(),
        ConflictVerdict::Favours => Look::filled(Role::Lenient),
        ConflictVerdict::Disfavours => Look::filled(Role::Harsher),
    };
    let lines = vec![
        context.estimate(&effect.difference, decimals),
        conflict_verdict(context.language, effect.verdict).to_owned(),
        fact(context.language, words.n_tied.header, &evenhand_words::count(row.n_providers)),
        fact(context.language, words.tied.header, &signed(effect.tied.value, decimals)),
        fact(context.language, words.other.header, &signed(effect.other.value, decimals)),
        adjusted_p(context.language, effect.p_adjusted),
        fact(context.language, words.p_permutation.header, &p_value(effect.p_permutation)),
    ];
    Row {
        name: context.name(EntityKind::Evaluator, &row.evaluator),
        link: entity_link(EntityKind::Evaluator, &row.evaluator),
        estimate: Some(effect.difference.clone()),
        second: None,
        look,
        value: signed(effect.difference.value, decimals),
        lines,
    }
}

fn table(of: &ConflictsOfKind, scale: &ScoreScale, context: &Context) -> DataTable {
    let words = &context.words().conflicts;
    let decimals = scale_decimals(scale);
    let table = DataTable::new().text_column(context.words().common.evaluator);
    let mut table = estimate_columns(context, table, words.difference.header)
        .number_column(words.tied.header)
        .number_column(words.other.header)
        .number_column(words.n_tied.header)
        .number_column(words.p_adjusted.header)
        .number_column(words.p_permutation.header)
        .text_column(words.verdict.header);
    let value = |estimate: &Estimate, decimals| super::estimate_table::value_cell(estimate.value, decimals);
    if let Some(effect) = of.overall.known() {
        let mut cells = vec![words.all_evaluators.into()];
        let known = Outcome::Known(effect.difference.clone());
        cells.extend(estimate_cells(context, &known, decimals + 1));
        cells.extend([value(&effect.tied, decimals + 1), value(&effect.other, decimals + 1)]);
        cells.extend([
            crate::table::TableCell::Empty,
            p_cell(Some(effect.p)),
            p_cell(Some(effect.p_permutation)),
        ]);
        table.push(cells);
    }
    // As they are drawn, those who cannot be tested last.
    let mut evaluators: Vec<&EvaluatorConflict> = of.evaluators.iter().collect();
    let size = |row: &EvaluatorConflict| row.effect.known().map(|effect| effect.difference.value);
    evaluators.sort_by(|a, b| {
        let (a, b) = (size(a), size(b));
        b.unwrap_or(f64::NEG_INFINITY).total_cmp(&a.unwrap_or(f64::NEG_INFINITY))
    });
    for row in evaluators {
        let mut cells = vec![context.name(EntityKind::Evaluator, &row.evaluator).into()];
        let difference = row.effect.clone().map(|effect| effect.difference);
        cells.extend(estimate_cells(context, &difference, decimals));
        if let Some(effect) = row.effect.known() {
            cells.extend([value(&effect.tied, decimals), value(&effect.other, decimals)]);
            cells.extend([count_cell(row.n_providers), p_cell(Some(effect.p_adjusted))]);
            cells.push(p_cell(Some(effect.p_permutation)));
            cells.push(conflict_verdict(context.language, effect.verdict).into());
        }
        table.push(cells);
    }
    table
}
