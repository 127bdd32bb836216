use evenhand_protocol::{Field, Shape, TableKind, TableMapping, TablePreview};

use crate::guess::fields_for_scores;
use crate::totals::{is_remark, is_total};
use crate::value_guess::looks_like_score;

/// Takes a table for a wide one whose score columns stand for the ids of `across`, whatever was guessed.
///
/// Where it was taken for no score table, columns take the fields that their headers name in one.
/// Columns that were taken for scores stay so; where there were none, those that are not named like anything else and
/// hold numbers or words of a scale in the first rows become score columns.
pub fn as_wide(preview: &mut TablePreview, across: Field) {
    let rows = &preview.rows;
    let mapping: &mut TableMapping = &mut preview.mapping;
    let was_wide = matches!(mapping.shape, Shape::Wide { .. });
    if mapping.kind != TableKind::Scores {
        take_names(mapping);
    }
    for (column, mapped) in mapping.columns.iter_mut().enumerate() {
        if mapped.field == across {
            mapped.field = Field::Ignored;
        }
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.trim());
        let mut filled = cells.filter(|cell| !cell.is_empty()).peekable();
        let scored = filled.peek().is_some() && filled.all(looks_like_score);
        let free = mapped.field == Field::Ignored && !mapped.header.is_empty() && !is_remark(&mapped.header);
        if !was_wide && free && scored {
            mapped.field = if is_total(&mapped.header) { Field::Total } else { Field::Score };
        }
    }
    mapping.shape = Shape::Wide { across };
    mapping.kind = TableKind::Scores;
    mapping.constants.retain(|constant| constant.field != across);
    mapping.reasons.clear();
    preview.error = None;
}

/// Gives the columns the fields of a score table that their headers name.
fn take_names(mapping: &mut TableMapping) {
    let headers: Vec<String> = mapping.columns.iter().map(|column| column.header.clone()).collect();
    for (column, field) in mapping.columns.iter_mut().zip(fields_for_scores(&headers)) {
        column.field = field;
    }
}
