//! The three questions round by round: four small charts above the same rounds.

use evenhand_protocol::{EntityKind, OverviewAnswer};
use evenhand_words::{COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, count_entities};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, estimate_cells, estimate_columns, share_cell, value_cell};
use super::overview_panel::{Panel, panels};
use super::phrases::{described, fact, joined, titled};
use crate::geometry::{Point, Rect};
use crate::mark::{Text, VerticalAlign};
use crate::scene::{Caption, Scene};
use crate::small_multiples::SmallMultiples;
use crate::table::{DataTable, TableCell};

/// The height of one small chart.
const HEIGHT: f64 = 210.0;
/// The height of its title.
const TITLE: f64 = 22.0;
/// Agreement, reliability, mean composite and share of pairs told apart, round by round.
pub fn overview_multiples(answer: &OverviewAnswer, context: &Context) -> Scene {
    let words = context.words();
    let panels = panels(context);
    let caption = Caption {
        title: words.overview.by_round.to_owned(),
        subtitle: count_entities(context.language, EntityKind::Round, answer.rounds.len() as u64),
        how_to_read: how_to_read(&panels, context),
        description: description(answer, &panels, context),
        source: String::new(),
    };
    let table = table(answer, context);
    if answer.rounds.is_empty() {
        return empty(context, caption, table, None);
    }
    let rounds: Vec<&str> = answer.rounds.iter().map(|row| row.round.as_str()).collect();
    let frame = context.frame;
    let min_width = if frame.compact { frame.width } else { frame.width * 0.4 };
    let grid = SmallMultiples::new(frame, panels.len(), min_width, HEIGHT);
    let mut scene = Scene { width: frame.width, height: grid.height, ..Scene::default() };
    for (number, (panel, cell)) in panels.iter().zip(&grid.cells).enumerate() {
        let title = Text::at(Point::new(cell.x, cell.y), panel.words.title).bold();
        scene.marks.push(title.vertical(VerticalAlign::Top).into());
        let room = Rect { y: cell.y + TITLE, height: cell.height - TITLE, ..*cell };
        let small = Context { frame: SmallMultiples::frame(room), ..*context };
        scene.absorb(panel.draw(answer, &rounds, number, &small), room.x, room.y);
    }
    Scene { caption, table, ..scene }
}

fn how_to_read(panels: &[Panel], context: &Context) -> String {
    let sentences: Vec<String> = panels
        .iter()
        .map(|panel| titled(context.language, panel.words.title, panel.words.how_to_read))
        .collect();
    described(context.language, "", &sentences)
}

fn description(answer: &OverviewAnswer, panels: &[Panel], context: &Context) -> String {
    let language = context.language;
    let mut facts = Vec::new();
    for panel in panels {
        let values =
            answer.rounds.iter().filter_map(|row| Some(format!("{} {}", row.round, panel.text(row)?)));
        let values: Vec<String> = values.collect();
        // The first and the latest round tell where things go.
        match values.as_slice() {
            [] => {}
            [only] => facts.push(fact(language, panel.words.title, only)),
            [first, .., latest] => {
                facts.push(fact(language, panel.words.title, &joined(language, first, latest)));
            }
        }
    }
    described(language, context.words().overview.by_round, &facts)
}

fn table(answer: &OverviewAnswer, context: &Context) -> DataTable {
    let words = &context.words().overview.columns;
    let table =
        estimate_columns(context, DataTable::new().text_column(words.round.header), words.icc_a_1.header);
    let table = estimate_columns(context, table, words.icc_a_k.header);
    let mut table = estimate_columns(context, table, words.alpha.header)
        .number_column(words.mean.header)
        .number_column(words.separated_share.header)
        .number_column(words.n_scores.header)
        .number_column(words.n_providers.header)
        .number_column(words.n_evaluators.header)
        .number_column(words.n_new_evaluators.header);
    for row in &answer.rounds {
        let mut cells = vec![context.name(EntityKind::Round, &row.round).into()];
        for estimate in [&row.icc_a_1, &row.icc_a_k, &row.alpha] {
            cells.extend(estimate_cells(context, estimate, COEFFICIENT_DECIMALS));
        }
        cells.push(row.mean.map_or(TableCell::Empty, |mean| value_cell(mean, COMPOSITE_DECIMALS)));
        cells.push(row.separated_share.map_or(TableCell::Empty, share_cell));
        cells.extend([row.n_scores, row.n_providers, row.n_evaluators, row.n_new_evaluators].map(count_cell));
        table.push(cells);
    }
    table
}
