//! Where scores are missing: rounds across, indicators or evaluators down.

use evenhand_protocol::{CountOf, Coverage, EntityKind, MissingMap};
use evenhand_words::{ChartWords, count_entities, count_of, n_of, percent};

use super::context::Context;
use super::empty::empty;
use super::phrases::{fact, worst_rows};
use crate::axis::{Axis, Crowding};
use crate::datum::Datum;
use crate::layout::Layout;
use crate::mark::{Anchor, Cell, Text, TextKind};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::BandScale;
use crate::scene::Scene;
use crate::table::{DataTable, TableCell};
use crate::text_width::text_width;

/// Rows drawn at most: those with the most missing scores. The table has all of them.
const ROWS: usize = 60;

/// Where scores are missing, by round and indicator.
pub fn missing_by_indicator(map: &MissingMap, context: &Context) -> Scene {
    let words = &context.charts().missing_indicators;
    Side { kind: EntityKind::Indicator, ids: &map.indicators, cells: &map.by_indicator, words }
        .draw(map, context)
}

/// Where scores are missing, by evaluator and round.
pub fn missing_by_evaluator(map: &MissingMap, context: &Context) -> Scene {
    let words = &context.charts().missing_evaluators;
    Side { kind: EntityKind::Evaluator, ids: &map.evaluators, cells: &map.by_evaluator, words }
        .draw(map, context)
}

/// One of the two maps: what its rows are, and its cells, rounds × rows.
struct Side<'a> {
    kind: EntityKind,
    ids: &'a [String],
    cells: &'a [Coverage],
    words: &'a ChartWords,
}

/// A row of the map as it is drawn.
struct MapRow {
    /// Its place among the ids.
    index: usize,
    name: String,
}

impl Side<'_> {
    fn draw(&self, map: &MissingMap, context: &Context) -> Scene {
        let rounds: Vec<String> = map.rounds.iter().map(|id| context.name(EntityKind::Round, id)).collect();
        let rows = self.worst(context);
        let n_rows = self.ids.len();
        let notes = (rows.len() < n_rows)
            .then(|| worst_rows(context.language, rows.len(), n_rows, rows.len() < ROWS));
        let caption = context.caption(self.words, notes.as_slice(), &self.facts(context));
        let table = self.table(&rounds, context);
        if rounds.is_empty() || rows.is_empty() || !self.cells.iter().any(|cell| cell.expected > 0) {
            return empty(context, caption, table, None);
        }
        let bands = |names: Vec<&str>| BandScale::new(names).gap(0.08);
        let x = bands(map.rounds.iter().map(String::as_str).collect());
        let y = bands(rows.iter().map(|row| row.name.as_str()).collect());
        let x = Axis::bands(x).crowding(Crowding::Thin).title(self.words.x);
        let y = Axis::bands(y).row_height(if rows.len() > 20 { 17.0 } else { 26.0 });
        let mut plot = Layout::new(context.frame, x, y).plot();
        // All shares or none: a map on which only the short ones are written would stress these.
        let widest = text_width(&percent(1.0, 0), TextKind::Tick.size());
        let written = widest + 4.0 <= plot.x_scale().bandwidth() && plot.y_scale().bandwidth() >= 13.0;
        for (at, row) in rows.iter().enumerate() {
            for (round, name) in rounds.iter().enumerate() {
                if let Some(cell) = self.cell(round, row.index).filter(|cell| cell.expected > 0) {
                    let place = (round, at);
                    let datum = draw_cell(&mut plot, place, &format!("{} – {name}", row.name), cell, context);
                    if written && missing(cell) > 0 {
                        write_share(&mut plot, place, share(cell), datum);
                    }
                }
            }
        }
        plot.finish(caption, table)
    }

    fn cell(&self, round: usize, index: usize) -> Option<Coverage> {
        self.cells.get(round * self.ids.len() + index).copied()
    }

    /// All rows in their own order where they fit, else those with the most missing scores.
    fn worst(&self, context: &Context) -> Vec<MapRow> {
        let n_rounds = self.cells.len().checked_div(self.ids.len()).unwrap_or(0);
        let missing = |index: usize| -> u64 {
            (0..n_rounds)
                .filter_map(|round| self.cell(round, index))
                .map(|cell| u64::from(missing(cell)))
                .sum()
        };
        let mut indices: Vec<usize> = (0..self.ids.len()).collect();
        if indices.len() > ROWS {
            indices.sort_by_key(|index| (std::cmp::Reverse(missing(*index)), *index));
            // Rows without a gap say nothing beside those with one; a map without any row would say less.
            let with_gaps = indices.iter().filter(|index| missing(**index) > 0).count();
            indices.truncate(with_gaps.clamp(1, ROWS));
        }
        let row = |index: usize| MapRow { index, name: context.name(self.kind, &self.ids[index]) };
        indices.into_iter().map(row).collect()
    }

    fn facts(&self, context: &Context) -> Vec<String> {
        let total = self.cells.iter().fold(Coverage::default(), |sum, cell| Coverage {
            scored: sum.scored.saturating_add(cell.scored),
            expected: sum.expected.saturating_add(cell.expected),
        });
        let name = &context.words().quality.missing_scores;
        vec![
            count_entities(context.language, self.kind, self.ids.len() as u64),
            fact(context.language, name, &n_of(context.language, missing(total), total.expected)),
        ]
    }

    fn table(&self, rounds: &[String], context: &Context) -> DataTable {
        let words = &context.words();
        let row = match self.kind {
            EntityKind::Indicator => words.common.indicator,
            _ => words.common.evaluator,
        };
        let mut table = DataTable::new()
            .text_column(words.common.round)
            .text_column(row)
            .number_column(words.load.scores)
            .number_column(words.quality.expected_scores)
            .number_column(words.quality.missing_scores);
        for (round, name) in rounds.iter().enumerate() {
            for (index, id) in self.ids.iter().enumerate() {
                if let Some(cell) = self.cell(round, index).filter(|cell| cell.expected > 0) {
                    let number = |n: u32| TableCell::number(f64::from(n), 0);
                    let id = context.name(self.kind, id);
                    let cells = [number(cell.scored), number(cell.expected), number(missing(cell))];
                    table.push([name.as_str().into(), id.into()].into_iter().chain(cells));
                }
            }
        }
        table
    }
}

fn missing(cell: Coverage) -> u32 {
    cell.expected.saturating_sub(cell.scored)
}

fn share(cell: Coverage) -> f64 {
    f64::from(missing(cell)) / f64::from(cell.expected)
}

/// Draws one field of the map and returns its datum.
fn draw_cell(
    plot: &mut Plot,
    (x, y): (usize, usize),
    label: &str,
    cell: Coverage,
    context: &Context,
) -> Option<usize> {
    let centre = plot.at(x as f64, y as f64);
    let (width, height) = (plot.x_scale().bandwidth(), plot.y_scale().bandwidth());
    let mark = Cell::around(centre, width, height).role(shade(share(cell)));
    let language = context.language;
    let scores = count_of(language, CountOf::Scores, cell.expected);
    let missing_words = context.words().quality.missing_scores;
    let datum = Datum::at(centre, label)
        .line(fact(language, missing_words, &n_of(language, missing(cell), cell.expected)))
        .line(format!("{} · {scores}", percent(share(cell), 1)))
        .hit_rect(mark.rect)
        .series(y);
    let datum = plot.datum(datum);
    plot.add(mark.datum(datum));
    datum
}

fn write_share(plot: &mut Plot, (x, y): (usize, usize), share: f64, datum: Option<usize>) {
    let text = Text::at(plot.at(x as f64, y as f64), percent(share, 0));
    plot.add(text.anchor(Anchor::Middle).kind(TextKind::Tick).over(shade(share)).datum(datum));
}

/// Complete cells are pale; any gap is seen, and half missing is as strong as it gets.
fn shade(share: f64) -> Role {
    if share > 0.0 { Role::shade(share.max(0.05), 0.0, 0.5) } else { Role::Shade(0) }
}
