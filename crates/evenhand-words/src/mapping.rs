use evenhand_protocol::{ConstantSource, DecimalMark, Shape, TableKind, TableSource};

use crate::{Language, count, field, table_kind};

/// Where a table lies, from the outside in: "assessment.xlsx › Round 3 › table 2".
pub fn table_name(language: Language, source: &TableSource) -> String {
    let mut parts = vec![source.name.clone()];
    parts.extend(source.member.clone());
    parts.extend(source.sheet.clone());
    if source.block > 0 {
        let n = count(source.block + 1);
        parts.push(language.pick(format!("table {n}"), format!("第{n}张表")));
    }
    parts.join(" › ")
}

/// How many tables of the same form follow one that is named: "and 16 more of the same form".
pub fn more_tables(language: Language, n: usize) -> String {
    let n = count(n as u64);
    language.pick(format!("and {n} more of the same form"), format!("及另外{n}张形式相同的表"))
}

/// The button that reads a hidden sheet after all: "Read it all the same: Scores".
pub fn read_hidden(language: Language, kind: TableKind) -> String {
    let kind = table_kind(language, kind);
    language.pick(format!("Read it all the same: {kind}"), format!("仍然读取：{kind}"))
}

/// How the scores of a table are laid out, as a choice.
pub fn shape(language: Language, shape: Shape) -> String {
    match (shape, language) {
        (Shape::Long, Language::En) => "One score per row".to_owned(),
        (Shape::Long, Language::Zh) => "每行一个评分".to_owned(),
        (Shape::Wide { across }, Language::En) => {
            format!("Several per row, a column for each {}", field(language, across).to_lowercase())
        }
        (Shape::Wide { across }, Language::Zh) => {
            format!("每行多个评分，每列一个{}", field(language, across))
        }
    }
}

/// Where the value of a constant comes from, within a sentence.
pub fn constant_source(language: Language, from: ConstantSource) -> &'static str {
    let (en, zh) = match from {
        ConstantSource::FileName => ("the file name", "文件名"),
        ConstantSource::SheetName => ("the sheet name", "工作表名"),
        ConstantSource::BlockTitle => ("the title", "标题"),
        ConstantSource::ByHand => ("what you entered", "手动输入"),
    };
    language.pick(en, zh)
}

/// What a decimal mark means, as a choice.
pub fn decimal_mark(language: Language, mark: DecimalMark) -> &'static str {
    let (en, zh) = match mark {
        DecimalMark::Point => ("Point: 7.5", "点：7.5"),
        DecimalMark::Comma => ("Comma: 7,5", "逗号：7,5"),
    };
    language.pick(en, zh)
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::Field;

    use super::*;
    use crate::test_support::check;

    #[test]
    fn tables_are_named_from_the_outside_in() {
        let source = TableSource {
            name: "a.zip".to_owned(),
            member: Some("b.xlsx".to_owned()),
            sheet: Some("R1".to_owned()),
            block: 1,
            ..TableSource::default()
        };
        assert_eq!(table_name(Language::En, &source), "a.zip › b.xlsx › R1 › table 2");
        assert_eq!(table_name(Language::Zh, &source), "a.zip › b.xlsx › R1 › 第2张表");
    }

    #[test]
    fn choices_have_words() {
        for language in Language::ALL {
            check(language, &more_tables(language, 16));
            check(language, &read_hidden(language, TableKind::Scores));
            for one in [Shape::Long, Shape::Wide { across: Field::Round }] {
                check(language, &shape(language, one));
            }
            for from in [
                ConstantSource::FileName,
                ConstantSource::SheetName,
                ConstantSource::BlockTitle,
                ConstantSource::ByHand,
            ] {
                check(language, constant_source(language, from));
            }
            for mark in [DecimalMark::Point, DecimalMark::Comma] {
                check(language, decimal_mark(language, mark));
            }
        }
    }
}
