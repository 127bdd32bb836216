use evenhand_protocol::{Field, Shape, TableKind, TablePreview};

/// Tables of the same form: shown once and corrected once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Their places in the plan, in order.
    pub tables: Vec<usize>,
    /// Whether their sheets are hidden.
    pub hidden: bool,
}

impl Group {
    /// The table that stands for all of them.
    pub fn first(&self) -> usize {
        self.tables.first().copied().unwrap_or(0)
    }

    /// The last of them.
    pub fn last(&self) -> usize {
        self.tables.last().copied().unwrap_or(0)
    }
}

/// The groups of tables, in the order of their first ones.
///
/// Tables belong together when they hold the same, laid out the same way, under the same headers; score columns of
/// wide tables may differ, because each sheet has its own evaluators.
pub fn groups(previews: &[TablePreview]) -> Vec<Group> {
    let mut groups: Vec<(Form, Group)> = Vec::new();
    for (index, preview) in previews.iter().enumerate() {
        let form = Form::of(preview);
        match groups.iter_mut().find(|(other, _)| *other == form) {
            Some((_, group)) => group.tables.push(index),
            None => groups.push((form, Group { tables: vec![index], hidden: preview.hidden })),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

#[derive(Debug, PartialEq)]
struct Form {
    kind: TableKind,
    shape: Shape,
    hidden: bool,
    broken: bool,
    headers: Vec<String>,
}

impl Form {
    fn of(preview: &TablePreview) -> Self {
        let mapping = &preview.mapping;
        let wide = mapping.shape != Shape::Long;
        let named = mapping.columns.iter().filter(|column| !(wide && column.field == Field::Score));
        Self {
            kind: mapping.kind,
            shape: mapping.shape,
            hidden: preview.hidden,
            broken: preview.error.is_some(),
            headers: named.map(|column| same_header(&column.header)).collect(),
        }
    }
}

/// What two headers have in common that differ only in case and spaces.
pub(super) fn same_header(header: &str) -> String {
    header.split_whitespace().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{ColumnMapping, TableMapping, TableSource};

    use super::*;

    fn preview(headers: &[(&str, Field)], shape: Shape) -> TablePreview {
        let columns = headers.iter().map(|(header, field)| ColumnMapping::new(*header, *field)).collect();
        let mapping = TableMapping {
            kind: TableKind::Scores,
            shape,
            columns,
            ..TableMapping::unknown(TableSource::default())
        };
        TablePreview {
            size: 1,
            mapping,
            title: Vec::new(),
            top: Vec::new(),
            rows: Vec::new(),
            row_numbers: Vec::new(),
            seems: TableKind::Ignored,
            hidden: false,
            error: None,
        }
    }

    #[test]
    fn sheets_with_their_own_evaluators_belong_together() {
        let wide = Shape::Wide { across: Field::Evaluator };
        let sheet =
            |a, b| preview(&[("provider", Field::Provider), (a, Field::Score), (b, Field::Score)], wide);
        let other = preview(&[("place", Field::Provider), ("E1", Field::Score)], wide);
        let found = groups(&[sheet("E1", "E2"), other, sheet("E3", "E4")]);
        let tables: Vec<_> = found.iter().map(|group| group.tables.clone()).collect();
        assert_eq!(tables, [vec![0, 2], vec![1]]);
    }

    #[test]
    fn score_columns_of_long_tables_count() {
        let long = |score| preview(&[("provider", Field::Provider), (score, Field::Score)], Shape::Long);
        assert_eq!(groups(&[long("score"), long("points")]).len(), 2);
        assert_eq!(groups(&[long("Score"), long("s core")]).len(), 1);
    }
}
