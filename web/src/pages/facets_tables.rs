//! The tables of interactions, unexpected scores and categories.

use evenhand_protocol::{EntityKind, Facets, InteractionTerm, InteractionWith, ScoreCategory, entity_link};
use evenhand_words::{Language, count, interval, number, p_value, percent, scale_decimals, signed, step};

use super::page_frame::Scope;
use crate::components::{Cell, Head, Row, Table, Tone};

/// Decimals of logits and mean squares.
const LOGITS: usize = 2;

/// One row per pair of an evaluator and a round, indicator or category, the surest first.
pub fn interaction_table(facets: &Facets, with: InteractionWith, scope: &Scope<'_>) -> Option<Table> {
    let found = facets.interactions.iter().find(|table| table.with == with)?;
    let all = scope.language.words();
    let words = &all.facets;
    let element = match with {
        InteractionWith::Round => all.overview.columns.round,
        InteractionWith::Indicator => all.indicators.columns.indicator,
        InteractionWith::Category => words.category_of_providers,
    };
    let heads = vec![
        Head::text(all.evaluators.columns.evaluator),
        Head::text(element),
        Head::number(words.points).explained("interactions"),
        Head::number(words.size).explained("interactions"),
        Head::number(words.t),
        Head::number(words.p).explained("many-tests"),
        Head::number(words.scores),
    ];
    let decimals = scale_decimals(&facets.scale);
    let rows = found.terms.iter().map(|term| {
        let with = match with {
            InteractionWith::Round => Cell::entity(&scope.names, EntityKind::Round, &term.with),
            InteractionWith::Indicator => Cell::entity(&scope.names, EntityKind::Indicator, &term.with),
            InteractionWith::Category => Cell::text(term.with.as_str()),
        };
        let cells = vec![
            Cell::entity(&scope.names, EntityKind::Evaluator, &term.evaluator),
            with,
            Cell { tone: tone(term), ..Cell::value(term.points, signed(term.points, decimals)) },
            size(term, scope.language),
            Cell::value(term.t, signed(term.t, 1)),
            term.p_adjusted.map_or_else(Cell::empty, |p| Cell::value(p, p_value(p))),
            Cell::count(term.n_scores),
        ];
        Row::about(entity_link(EntityKind::Evaluator, &term.evaluator), cells)
    });
    Some(Table::new(heads, rows))
}

/// The pairs with one round, indicator or category that depart beyond chance; nothing where there are none.
pub fn interactions_on(facets: &Facets, with: InteractionWith, id: &str, scope: &Scope<'_>) -> Option<Table> {
    let mut of_kind = facets.clone();
    of_kind.interactions.retain(|table| table.with == with);
    for table in &mut of_kind.interactions {
        table.terms.retain(|term| term.with == id && term.p_adjusted.is_some_and(|p| p < 0.05));
    }
    interaction_table(&of_kind, with, scope).filter(|table| !table.rows.is_empty())
}

/// The size with the interval of its t.
fn size(term: &InteractionTerm, language: Language) -> Cell {
    let cell = Cell::value(term.size, signed(term.size, LOGITS));
    let Some(ends) = term.interval else { return cell };
    Cell { beside: Some(interval(language, &ends, LOGITS)), ends: Some((ends.low, ends.high)), ..cell }
}

fn tone(term: &InteractionTerm) -> Tone {
    match term.p_adjusted {
        Some(p) if p < 0.05 && term.size < 0.0 => Tone::Harsher,
        Some(p) if p < 0.05 => Tone::Lenient,
        _ => Tone::Plain,
    }
}

/// One row per unexpected score, the most surprising first.
pub fn unexpected_table(facets: &Facets, scope: &Scope<'_>) -> Table {
    let all = scope.language.words();
    let words = &all.facets;
    let heads = vec![
        Head::text(all.overview.columns.round),
        Head::text(all.providers.columns.provider),
        Head::text(all.evaluators.columns.evaluator),
        Head::text(all.indicators.columns.indicator),
        Head::number(words.score),
        Head::number(words.expected),
        Head::number(words.deviation).explained("interactions"),
    ];
    let rows = facets.unexpected.scores.iter().map(|one| {
        let cells = vec![
            Cell::entity(&scope.names, EntityKind::Round, &one.round),
            Cell::entity(&scope.names, EntityKind::Provider, &one.provider),
            Cell::entity(&scope.names, EntityKind::Evaluator, &one.evaluator),
            Cell::entity(&scope.names, EntityKind::Indicator, &one.indicator),
            Cell::value(one.score, step(one.score, one.score)),
            Cell::value(one.expected, number(one.expected, 1)),
            Cell::value(one.standardised, signed(one.standardised, 1)),
        ];
        Row::about(entity_link(EntityKind::Evaluator, &one.evaluator), cells)
    });
    Table::new(heads, rows)
}

/// One row per step of every scale.
pub fn categories_table(facets: &Facets, scope: &Scope<'_>) -> Table {
    let all = scope.language.words();
    let words = &all.facets;
    let several = facets.scales.iter().any(|scale| scale.indicator.is_some());
    let mut heads = vec![
        Head::text(words.step),
        Head::number(words.scores),
        Head::number(words.share),
        Head::number(words.average),
        Head::number(words.expected_average),
        Head::number(words.outfit),
        Head::number(words.threshold).explained("rasch"),
        Head::number(words.most_probable),
    ];
    if several {
        heads.insert(0, Head::text(all.indicators.columns.indicator));
    }
    let mut rows = Vec::new();
    for scale in &facets.scales {
        for category in &scale.categories {
            let mut cells = category_cells(category, scope.language);
            if let Some(indicator) = scale.indicator.as_ref().filter(|_| several) {
                cells.insert(0, Cell::entity(&scope.names, EntityKind::Indicator, indicator));
            }
            rows.push(Row::new(cells));
        }
    }
    Table::new(heads, rows)
}

fn category_cells(category: &ScoreCategory, language: Language) -> Vec<Cell> {
    let words = &language.words().facets;
    let logits = |value: f64| Cell::value(value, signed(value, LOGITS));
    let threshold = category.threshold.map_or_else(Cell::empty, |value| {
        let se = category.threshold_se.map(|se| format!("± {}", number(se, LOGITS)));
        Cell { beside: se, ..logits(value) }
    });
    let most_probable = match (category.is_modal, category.most_probable_from) {
        (false, _) => Cell { tone: Tone::Worse, ..Cell::text(words.never) },
        (true, Some(from)) => logits(from),
        (true, None) => Cell::text(words.from_bottom),
    };
    vec![
        Cell::value(category.first, step(category.first, category.last)),
        Cell::value(f64::from(category.n), count(category.n)),
        Cell::value(category.share, percent(category.share, 1)),
        logits(category.average_measure),
        logits(category.expected_measure),
        category.outfit.map_or_else(Cell::empty, |outfit| Cell::value(outfit, number(outfit, LOGITS))),
        threshold,
        most_probable,
    ]
}
