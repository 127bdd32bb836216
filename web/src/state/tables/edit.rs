use evenhand_protocol::{Constant, ConstantSource, Field, Shape, TableKind, TableMapping};

use super::group::same_header;

/// Takes a table for something else.
pub fn set_kind(table: &mut TableMapping, kind: TableKind) {
    table.kind = kind;
}

/// Lays the scores of a table out another way; columns that cannot be what they were become unused or scores.
pub fn set_shape(table: &mut TableMapping, shape: Shape) {
    table.shape = shape;
    if let Shape::Wide { across } = shape {
        table.constants.retain(|constant| constant.field != across);
        for column in table.columns.iter_mut().filter(|column| column.field == across) {
            column.field = Field::Ignored;
        }
    }
}

/// Takes the column with this header for something else.
pub fn set_field(table: &mut TableMapping, header: &str, field: Field) {
    let key = same_header(header);
    for column in table.columns.iter_mut().filter(|column| same_header(&column.header) == key) {
        column.field = field;
    }
    if field != Field::Score {
        table.constants.retain(|constant| constant.field != field);
    }
}

/// Names the id that the score column with this header stands for; the header itself where it is blank.
pub fn set_wide_id(table: &mut TableMapping, header: &str, id: &str) {
    let key = same_header(header);
    let id = Some(id.trim()).filter(|id| !id.is_empty() && *id != header).map(str::to_owned);
    for column in table.columns.iter_mut().filter(|column| same_header(&column.header) == key) {
        column.id.clone_from(&id);
    }
}

/// Gives a field one value for the whole table; what was there keeps its source only while its value stays.
pub fn set_constant(table: &mut TableMapping, field: Field, value: &str) {
    match table.constants.iter_mut().find(|constant| constant.field == field) {
        Some(constant) if constant.value == value => {}
        Some(constant) => {
            value.clone_into(&mut constant.value);
            constant.from = ConstantSource::ByHand;
        }
        None => add_constant(table, field, value),
    }
}

/// Adds a field with one value; columns taken for it are no longer used.
pub fn add_constant(table: &mut TableMapping, field: Field, value: &str) {
    table.constants.retain(|constant| constant.field != field);
    for column in table.columns.iter_mut().filter(|column| column.field == field) {
        column.field = Field::Ignored;
    }
    table.constants.push(Constant { field, value: value.to_owned(), from: ConstantSource::ByHand });
}

/// Takes the value of a field away.
pub fn remove_constant(table: &mut TableMapping, field: Field) {
    table.constants.retain(|constant| constant.field != field);
}

/// Whether words stand for scores that nobody confirmed.
pub fn has_open_words(table: &TableMapping) -> bool {
    table.kind == TableKind::Scores && table.values.words.iter().any(|word| !word.confirmed)
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{ColumnMapping, TableSource};

    use super::*;

    fn table() -> TableMapping {
        let columns = vec![
            ColumnMapping::new("Round", Field::Round),
            ColumnMapping::new("Judge 1", Field::Score),
            ColumnMapping::new("Judge 2", Field::Score),
        ];
        TableMapping { kind: TableKind::Scores, columns, ..TableMapping::unknown(TableSource::default()) }
    }

    #[test]
    fn a_field_has_a_column_or_one_value_but_not_both() {
        let mut table = table();
        add_constant(&mut table, Field::Round, "R1");
        assert_eq!(table.columns[0].field, Field::Ignored);
        set_constant(&mut table, Field::Round, "R2");
        assert_eq!(table.constant(Field::Round), Some("R2"));
        set_field(&mut table, " round", Field::Round);
        assert_eq!(table.constants, []);
        add_constant(&mut table, Field::Evaluator, "E1");
        set_shape(&mut table, Shape::Wide { across: Field::Evaluator });
        assert_eq!(table.constants, []);
    }

    #[test]
    fn wide_ids_fall_back_to_their_header() {
        let mut table = table();
        set_wide_id(&mut table, "Judge 1", " E017 ");
        assert_eq!(table.columns[1].wide_id(), "E017");
        set_wide_id(&mut table, "Judge 1", "");
        assert_eq!(table.columns[1].wide_id(), "Judge 1");
    }
}
