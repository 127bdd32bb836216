//! Weighted kappa of each two evaluators.

use std::collections::BTreeMap;

use evenhand_protocol::{AgreementAnswer, EntityKind, Outcome, PairAgreement, PairAgreements};
use evenhand_words::{COEFFICIENT_DECIMALS, count_entities};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, estimate_cells, estimate_columns, p_cell};
use super::matrix::{MatrixCell, draw_matrix, draw_outline_legend, plot_matrix};
use super::phrases::{adjusted_p, joined, least_agreeing};
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;

/// How many evaluators are drawn; the table has all.
const SHOWN: usize = 40;

/// The kappa of every pair with enough common units, the evaluators who agree least first.
pub fn pair_matrix(answer: &AgreementAnswer, context: &Context) -> Scene {
    let words = &context.charts().pairs;
    let pairs = match &answer.pairs {
        Outcome::Known(pairs) => pairs,
        Outcome::Undefined(why) => {
            let caption = context.caption(words, &[], &[]);
            return empty(context, caption, DataTable::new(), [why]);
        }
    };
    let order = least_first(pairs);
    let shown: Vec<&str> = order.iter().copied().take(SHOWN).collect();
    let mut notes = Vec::new();
    if order.len() > shown.len() {
        notes.push(least_agreeing(context.language, shown.len(), order.len()));
    }
    let facts = [count_entities(context.language, EntityKind::Evaluator, order.len() as u64)];
    let caption = context.caption(words, &notes, &facts);
    let table = table(pairs, context);
    let cells: Vec<MatrixCell> = pairs.pairs.iter().filter_map(|pair| cell(pair, &shown, context)).collect();
    if cells.is_empty() {
        return empty(context, caption, table, pairs.pairs.iter().filter_map(|pair| pair.kappa.reason()));
    }
    let names: Vec<String> = shown.iter().map(|id| context.name(EntityKind::Evaluator, id)).collect();
    let doubtful = cells.iter().any(|cell| cell.outlined);
    let mut plot = plot_matrix(context, &names, doubtful);
    draw_matrix(&mut plot, &cells, Role::Worse);
    if doubtful {
        draw_outline_legend(&mut plot, context.charts().marks.maybe_chance, Role::Worse);
    }
    plot.finish(caption, table)
}

/// The evaluators by their mean kappa, lowest first; of equal ones in the order of the answer.
fn least_first(pairs: &PairAgreements) -> Vec<&str> {
    let mut sums: BTreeMap<&str, (f64, u32)> = BTreeMap::new();
    for pair in &pairs.pairs {
        let Some(kappa) = pair.kappa.known() else { continue };
        for id in [&pair.first, &pair.second] {
            let (sum, n) = sums.entry(id).or_default();
            *sum += kappa.value;
            *n += 1;
        }
    }
    let mean = |id: &str| sums.get(id).map_or(f64::INFINITY, |(sum, n)| sum / f64::from(*n));
    let mut order: Vec<&str> = pairs.evaluators.iter().map(String::as_str).collect();
    order.sort_by(|a, b| mean(a).total_cmp(&mean(b)));
    order
}

fn cell(pair: &PairAgreement, shown: &[&str], context: &Context) -> Option<MatrixCell> {
    let kappa = pair.kappa.known().filter(|kappa| kappa.value.is_finite())?;
    let place = |id: &str| shown.iter().position(|other| *other == id);
    let name = |id: &str| context.name(EntityKind::Evaluator, id);
    let mut lines = context.estimate_lines(kappa, COEFFICIENT_DECIMALS);
    lines.extend(pair.p_adjusted.map(|p| adjusted_p(context.language, p)));
    Some(MatrixCell {
        pair: (place(&pair.first)?, place(&pair.second)?),
        value: kappa.value,
        outlined: pair.p_adjusted.is_none_or(|p| p >= 0.05),
        label: joined(context.language, &name(&pair.first), &name(&pair.second)),
        lines,
    })
}

fn table(pairs: &PairAgreements, context: &Context) -> DataTable {
    let columns = &context.words().agreement.columns;
    let table = DataTable::new().text_column(columns.first.header).text_column(columns.second.header);
    let mut table =
        estimate_columns(context, table, columns.kappa.header).number_column(columns.p_adjusted.header);
    table = table.number_column(columns.n_shared.header);
    for pair in &pairs.pairs {
        let name = |id: &str| context.name(EntityKind::Evaluator, id).into();
        let mut cells = vec![name(&pair.first), name(&pair.second)];
        cells.extend(estimate_cells(context, &pair.kappa, COEFFICIENT_DECIMALS));
        cells.extend([p_cell(pair.p_adjusted), count_cell(pair.n_shared)]);
        table.push(cells);
    }
    table
}
