//! The tables of the structure of the indicators.

use evenhand_protocol::{EntityKind, ItemDetail, StructureAnswer, entity_link};
use evenhand_words::COEFFICIENT_DECIMALS;

use super::page_frame::Scope;
use crate::components::{Cell, Head, Row, Table};

/// Discrimination and entropy of every indicator.
pub fn items_table(answer: &StructureAnswer, scope: &Scope<'_>) -> Table {
    let words = scope.language.words();
    let columns = &words.structure.columns;
    let heads = vec![
        Head::text(words.indicators.columns.indicator),
        Head::number(columns.discrimination).explained("item-rest"),
        Head::number(columns.entropy),
    ];
    Table::new(heads, answer.items.iter().map(|item| item_row(item, scope)))
}

fn item_row(item: &ItemDetail, scope: &Scope<'_>) -> Row {
    let (id, language) = (&item.indicator, scope.language);
    let cells = vec![
        Cell::entity(&scope.names, EntityKind::Indicator, id),
        Cell::estimate_outcome(&item.discrimination, COEFFICIENT_DECIMALS, language)
            .testid(format!("discrimination-{id}")),
        Cell::estimate_outcome(&item.entropy, COEFFICIENT_DECIMALS, language),
    ];
    Row::about(entity_link(EntityKind::Indicator, id), cells)
}
