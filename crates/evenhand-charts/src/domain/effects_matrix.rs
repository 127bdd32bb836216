//! Rating effects: evaluators down, effects across.

use evenhand_protocol::{
    EffectEstimate, EffectOutcome, EffectVerdict, EffectsAnswer, EntityKind, EvaluatorEffects, Outcome,
    RatingEffect, entity_link,
};
use evenhand_words::{
    count_of, effect_interval, effect_level, effect_size, effect_verdict, n_of, rating_effect, reason,
};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{p_cell, value_cell};
use super::phrases::{adjusted_p, clearest_effects, fact};
use crate::axis::Axis;
use crate::datum::Datum;
use crate::layout::Layout;
use crate::mark::{Anchor, Cell, Text, TextKind};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::BandScale;
use crate::scene::Scene;
use crate::table::{DataTable, TableCell};
use crate::text_width::text_width;

/// Rows drawn at most: those with the clearest effects. The table has all of them.
const ROWS: usize = 40;
/// The side of a cell of the legend.
const SIDE: f64 = 14.0;

/// Every effect of every evaluator, those beyond chance coloured; evaluators with most of them on top.
pub fn effects_matrix(answer: &EffectsAnswer, context: &Context) -> Scene {
    let words = &context.charts().effects;
    let (rows, n) = (sorted(answer), answer.evaluators.len());
    let drawn = &rows[..rows.len().min(ROWS)];
    let notes = (drawn.len() < n).then(|| clearest_effects(context.language, drawn.len(), n));
    let flagged = rows.iter().filter(|row| n_present(row) > 0).count();
    let counted = n_of(context.language, flagged as u64, n as u64);
    let facts = [fact(context.language, context.charts().marks.shows_effect, &counted)];
    let caption = context.caption(words, notes.as_slice(), &facts);
    let table = table(answer, context);
    let all = || answer.evaluators.iter().flat_map(|row| &row.effects);
    if !all().any(|found| found.outcome.known().is_some()) {
        return empty(context, caption, table, all().filter_map(|found| found.outcome.reason()));
    }
    let names = drawn.iter().map(|row| context.name(EntityKind::Evaluator, &row.evaluator));
    let effects = RatingEffect::ALL.map(|effect| rating_effect(context.language, effect).header);
    let x = Axis::bands(BandScale::new(effects).gap(0.06));
    let y = Axis::bands(BandScale::new(names).gap(0.08)).row_height(24.0);
    let mut plot = Layout::new(context.frame, x, y).header(26.0).plot();
    draw_legend(&mut plot, context);
    let written = text_width("× 0.00", TextKind::Tick.size()) + 2.0 <= plot.x_scale().bandwidth();
    for (at, row) in drawn.iter().enumerate() {
        for (column, found) in row.effects.iter().enumerate() {
            if let Outcome::Known(estimate) = &found.outcome {
                draw_cell(&mut plot, [column, at], row, found.effect, estimate, written, context);
            }
        }
    }
    plot.finish(caption, table)
}

/// Evaluators with most effects first, then those with the smallest adjusted p.
fn sorted(answer: &EffectsAnswer) -> Vec<&EvaluatorEffects> {
    let clearest = |row: &EvaluatorEffects| {
        let p = row.effects.iter().filter_map(|found| found.outcome.known()?.p_adjusted);
        p.fold(f64::INFINITY, f64::min)
    };
    let mut rows: Vec<&EvaluatorEffects> = answer.evaluators.iter().collect();
    rows.sort_by(|a, b| n_present(b).cmp(&n_present(a)).then(clearest(a).total_cmp(&clearest(b))));
    rows
}

fn n_present(row: &EvaluatorEffects) -> usize {
    let present = |found: &&EffectOutcome| {
        found.outcome.known().is_some_and(|estimate| estimate.verdict == EffectVerdict::Present)
    };
    row.effects.iter().filter(present).count()
}

fn fill(verdict: EffectVerdict) -> Role {
    match verdict {
        EffectVerdict::NotShown => Role::Shade(0),
        EffectVerdict::Present => Role::Diverge(4),
        EffectVerdict::Opposite => Role::Diverge(-3),
    }
}

fn draw_cell(
    plot: &mut Plot,
    [column, at]: [usize; 2],
    row: &EvaluatorEffects,
    effect: RatingEffect,
    estimate: &EffectEstimate,
    written: bool,
    context: &Context,
) {
    let language = context.language;
    let centre = plot.at(column as f64, at as f64);
    let (width, height) = (plot.x_scale().bandwidth(), plot.y_scale().bandwidth());
    let role = fill(estimate.verdict);
    let cell = Cell::around(centre, width, height).role(role);
    let name = context.name(EntityKind::Evaluator, &row.evaluator);
    let header = rating_effect(language, effect).header;
    let mut datum = Datum::at(centre, format!("{name} – {header}")).hit_rect(cell.rect).series(at);
    datum.lines = lines(effect, estimate, context);
    datum.link = Some(entity_link(EntityKind::Evaluator, &row.evaluator));
    let datum = plot.datum(datum);
    plot.add(cell.datum(datum));
    if written {
        let text = Text::at(centre, effect_size(effect, estimate.contrast.value));
        plot.add(text.anchor(Anchor::Middle).kind(TextKind::Tick).over(role).datum(datum));
    }
}

/// The lines of a tooltip: verdict, contrast with its interval, both levels, p.
fn lines(effect: RatingEffect, estimate: &EffectEstimate, context: &Context) -> Vec<String> {
    let language = context.language;
    let words = &context.words().effects;
    let size = effect_size(effect, estimate.contrast.value);
    let contrast = match &estimate.contrast.interval {
        Some(ends) => format!("{size} [{}]", effect_interval(language, effect, ends)),
        None => size,
    };
    let mut lines = vec![
        effect_verdict(language, effect, estimate.verdict).to_owned(),
        contrast,
        fact(language, words.own.header, &effect_level(language, effect, estimate.own)),
        fact(language, words.panel.header, &effect_level(language, effect, estimate.panel)),
        count_of(language, estimate.contrast.of, estimate.contrast.n),
    ];
    lines.extend(estimate.p_adjusted.map(|p| adjusted_p(language, p)));
    lines
}

/// What the colours mean, above the cells.
fn draw_legend(plot: &mut Plot, context: &Context) {
    let marks = &context.charts().marks;
    let mut at = plot.header().x + 2.0;
    let y = plot.header().y + 2.0 + SIDE / 2.0;
    let entries =
        [(EffectVerdict::Present, marks.shows_effect), (EffectVerdict::Opposite, marks.shows_opposite)];
    for (verdict, words) in entries {
        let centre = crate::geometry::Point::new(at + SIDE / 2.0, y);
        plot.add(Cell::around(centre, SIDE, SIDE).role(fill(verdict)));
        let text = Text::at(centre.shifted(SIDE, 0.0), words).kind(TextKind::Tick);
        plot.add(text);
        at += 2.0 * SIDE + text_width(words, TextKind::Tick.size()) + 10.0;
    }
}

fn table(answer: &EffectsAnswer, context: &Context) -> DataTable {
    let words = &context.words().effects;
    let common = &context.words().common;
    let mut table = DataTable::new()
        .text_column(common.evaluator)
        .text_column(words.which)
        .number_column(words.own.header)
        .number_column(words.panel.header)
        .number_column(words.contrast.header)
        .number_column(common.low)
        .number_column(common.high)
        .number_column(words.p_adjusted.header)
        .text_column(words.verdict.header);
    for row in &answer.evaluators {
        for found in &row.effects {
            let name = context.name(EntityKind::Evaluator, &row.evaluator);
            let effect = rating_effect(context.language, found.effect).header;
            table.push([name.into(), effect.into()].into_iter().chain(cells(found, context)));
        }
    }
    table
}

fn cells(found: &EffectOutcome, context: &Context) -> Vec<TableCell> {
    match &found.outcome {
        Outcome::Undefined(why) => vec![reason(context.language, why).into()],
        Outcome::Known(estimate) => {
            let ends = estimate.contrast.interval;
            let end = |end: Option<f64>| end.map_or(TableCell::Empty, |end| value_cell(end, 3));
            vec![
                value_cell(estimate.own, 3),
                value_cell(estimate.panel, 3),
                value_cell(estimate.contrast.value, 3),
                end(ends.map(|ends| ends.low)),
                end(ends.map(|ends| ends.high)),
                p_cell(estimate.p_adjusted),
                effect_verdict(context.language, found.effect, estimate.verdict).into(),
            ]
        }
    }
}
