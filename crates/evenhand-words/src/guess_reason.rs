use evenhand_protocol::{AcrossReason, ConstantSource, Field, GuessReason};

use crate::{Language, counts::counted, field, speaker::plain, table_kind};

/// Why a table was taken for what it was taken for, as a sentence on its preview.
///
/// "8 columns hold numbers from 1 to 10, and nothing else fits: each is an indicator, and a row is one score sheet."
pub fn guess_reason(language: Language, reason: &GuessReason) -> String {
    let (en, zh) = match reason {
        GuessReason::NamedColumns { table } => {
            let kind = table_kind(language, *table);
            (format!("The columns name what a table “{kind}” has."), format!("列名与“{kind}”相符。"))
        }
        GuessReason::NamedTable { table } => {
            let kind = table_kind(language, *table);
            (
                format!("The name of the file or sheet says “{kind}”."),
                format!("文件名或工作表名表明是“{kind}”。"),
            )
        }
        GuessReason::OneScorePerRow => (
            "The score has a column of its own: one score a row.".to_owned(),
            "评分单独成列：每行一个评分。".to_owned(),
        ),
        GuessReason::ScoreColumns { count, min, max, across, because } => {
            return score_columns(language, *count, (*min, *max), *across, *because);
        }
        GuessReason::ConstantGuessed { field: of, value, from } => {
            return constant(language, *of, value, *from);
        }
        GuessReason::TitleAbove { rows } => {
            let rows = counted(language, *rows, ["row", "rows"], "行");
            (format!("There is a title above the header ({rows})."), format!("表头之上有标题（{rows}）。"))
        }
        GuessReason::TwoRowHeader => ("The header has two rows.".to_owned(), "表头有两行。".to_owned()),
        GuessReason::Blocks { count } => {
            let tables = counted(language, *count, ["table", "tables"], "个表");
            (
                format!("The sheet holds {tables}, apart by blank rows."),
                format!("工作表内有{tables}，以空行分隔。"),
            )
        }
        GuessReason::TotalColumn { header } => (
            format!("“{header}” is a total: it is checked and not read as a score."),
            format!("“{header}”是合计：只核对，不作为评分读取。"),
        ),
        GuessReason::DecimalComma => ("Commas are decimal marks.".to_owned(), "逗号为小数点。".to_owned()),
        GuessReason::Words { count } => {
            let words = counted(language, *count, ["word", "words"], "个词");
            (
                format!("{words} stand for scores: please confirm their values."),
                format!("{words}代表评分：请确认各自的分值。"),
            )
        }
        GuessReason::Encoding { name } => (format!("The text is in {name}."), format!("文本编码为{name}。")),
        GuessReason::HiddenSheet => (
            "The sheet is hidden and is not read unless you say so.".to_owned(),
            "工作表被隐藏，除非您指定，否则不读取。".to_owned(),
        ),
        GuessReason::UnreadableFile => (
            "This file of the archive cannot be read and is left out.".to_owned(),
            "压缩包中的该文件无法读取，已略去。".to_owned(),
        ),
    };
    language.pick(en, zh)
}

fn score_columns(
    language: Language,
    count: u32,
    (min, max): (f64, f64),
    across: Field,
    because: AcrossReason,
) -> String {
    let name = field(language, across);
    let (why_en, why_zh) = match because {
        AcrossReason::Headers => ("their headers say so", "列名表明如此"),
        AcrossReason::OthersGiven => ("the other ids have columns of their own", "其他编号各有其列"),
        AcrossReason::Remaining => ("nothing else fits", "没有其他可能"),
    };
    let columns = counted(language, count, ["column holds", "columns hold"], "列");
    language.pick(
        format!(
            "{columns} numbers from {} to {}; each stands for one “{name}”: {why_en}.",
            plain(min),
            plain(max)
        ),
        format!("{columns}为{}至{}的数字，每列代表一个“{name}”：{why_zh}。", plain(min), plain(max)),
    )
}

fn constant(language: Language, of: Field, value: &str, from: ConstantSource) -> String {
    let name = field(language, of);
    let (en, zh) = match from {
        ConstantSource::FileName => ("as the file name says", "取自文件名"),
        ConstantSource::SheetName => ("as the sheet name says", "取自工作表名"),
        ConstantSource::BlockTitle => ("as the title says", "取自标题"),
        ConstantSource::ByHand => ("as you said", "由您指定"),
    };
    language.pick(
        format!("“{name}” is “{value}” for the whole table, {en}."),
        format!("全表的“{name}”为“{value}”，{zh}。"),
    )
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::TableKind;

    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_reason_has_words() {
        let mut reasons = vec![
            GuessReason::NamedColumns { table: TableKind::Rounds },
            GuessReason::NamedTable { table: TableKind::Rounds },
            GuessReason::OneScorePerRow,
            GuessReason::TitleAbove { rows: 2 },
            GuessReason::TwoRowHeader,
            GuessReason::Blocks { count: 3 },
            GuessReason::TotalColumn { header: "Z".to_owned() },
            GuessReason::DecimalComma,
            GuessReason::Words { count: 4 },
            GuessReason::Encoding { name: "GB18030".to_owned() },
            GuessReason::HiddenSheet,
            GuessReason::UnreadableFile,
        ];
        for because in [AcrossReason::Headers, AcrossReason::OthersGiven, AcrossReason::Remaining] {
            let across = Field::Indicator;
            reasons.push(GuessReason::ScoreColumns { count: 8, min: 1.0, max: 10.0, across, because });
        }
        for from in [
            ConstantSource::FileName,
            ConstantSource::SheetName,
            ConstantSource::BlockTitle,
            ConstantSource::ByHand,
        ] {
            reasons.push(GuessReason::ConstantGuessed { field: Field::Round, value: "R1".to_owned(), from });
        }
        for language in Language::ALL {
            reasons.iter().for_each(|reason| check(language, &guess_reason(language, reason)));
        }
        assert_eq!(
            guess_reason(Language::En, &reasons[12]),
            "8 columns hold numbers from 1 to 10; each stands for one “Indicator”: their headers say so."
        );
    }
}
