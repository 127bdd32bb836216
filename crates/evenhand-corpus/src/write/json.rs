use serde_json::{Map, Value, json};

use crate::grid::{Cell, Grid};

/// An array of one object per row; blank cells are null.
pub fn json(grid: &Grid) -> String {
    Value::from(objects(grid)).to_string()
}

/// One object a line.
pub fn ndjson(grid: &Grid) -> String {
    objects(grid).iter().map(|object| format!("{object}\n")).collect()
}

/// An object of one array per column.
pub fn json_columns(grid: &Grid) -> String {
    let Some((header, rows)) = grid.0.split_first() else { return "{}".to_owned() };
    let column = |(index, name): (usize, &Cell)| {
        let values = rows.iter().map(|row| row.get(index).map_or(Value::Null, value));
        (name.text(), Value::Array(values.collect()))
    };
    Value::Object(header.iter().enumerate().map(column).collect()).to_string()
}

fn objects(grid: &Grid) -> Vec<Value> {
    let Some((header, rows)) = grid.0.split_first() else { return Vec::new() };
    let object = |row: &Vec<Cell>| {
        let members = header.iter().zip(row).map(|(name, cell)| (name.text(), value(cell)));
        Value::Object(members.collect::<Map<_, _>>())
    };
    rows.iter().map(object).collect()
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Blank => Value::Null,
        Cell::Number(number) => json!(number),
        Cell::Text(text) | Cell::Day(text) => json!(text),
    }
}
