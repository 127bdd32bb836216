use evenhand_protocol::{AcrossReason, Field, GuessReason};

use crate::{Language, constant_source, count, counts::counted, field, speaker::plain, table_kind};

/// Why a table was taken for what it was taken for, in a sentence.
pub fn guess_reason(language: Language, reason: &GuessReason) -> String {
    let fixed = |en: &str, zh: &str| language.pick(en, zh).to_owned();
    match reason {
        GuessReason::NamedColumns { table } => {
            let kind = table_kind(language, *table);
            language.pick(
                format!("The columns are named like those of a table of this kind: {kind}."),
                format!("列名与这类表相符：{kind}。"),
            )
        }
        GuessReason::NamedTable { table } => {
            let kind = table_kind(language, *table);
            language.pick(
                format!("The name of the file or sheet says what it holds: {kind}."),
                format!("文件名或工作表名表明其内容：{kind}。"),
            )
        }
        GuessReason::OneScorePerRow => fixed(
            "Provider, evaluator and score have a column each: one score per row.",
            "机构、评估员和评分各占一列：每行一个评分。",
        ),
        GuessReason::ScoreColumns { count, min, max, across, because } => {
            score_columns(language, *count, [*min, *max], *across, *because)
        }
        GuessReason::ConstantGuessed { field: of, value, from } => {
            let (of, from) = (field(language, *of), constant_source(language, *from));
            language.pick(
                format!("{of} is “{value}” for the whole table, taken from {from}."),
                format!("整张表的{of}均为“{value}”，取自{from}。"),
            )
        }
        GuessReason::TitleAbove { rows } => {
            let lines = counted(language, *rows, ["row", "rows"], "行");
            language.pick(
                format!("There is a title above the header ({lines}), which is not read as data."),
                format!("表头上方有标题（{lines}），不作为数据读取。"),
            )
        }
        GuessReason::TwoRowHeader => fixed("The header has two rows.", "表头占两行。"),
        GuessReason::Blocks { count: n } => language.pick(
            format!("The sheet holds {} tables, one below the other.", count(*n)),
            format!("该工作表内上下排列着{}张表。", count(*n)),
        ),
        GuessReason::TotalColumn { header } => language.pick(
            format!("The column “{header}” holds the sum or the mean of its row and is not read as a score."),
            format!("“{header}”列是该行的合计或平均，不作为评分读取。"),
        ),
        GuessReason::DecimalComma => {
            fixed("Commas are decimal marks: 7,5 is seven and a half.", "逗号是小数点：7,5即七点五。")
        }
        GuessReason::Words { count: n } => {
            let words = counted(language, *n, ["word", "words"], "个词语");
            language.pick(
                format!("Scores are given in words ({words}); please check which number each stands for."),
                format!("评分用文字表示（{words}），请核对各自对应的分值。"),
            )
        }
        GuessReason::Encoding { name } => {
            language.pick(format!("The text is encoded as {name}."), format!("文本编码为{name}。"))
        }
        GuessReason::HiddenSheet => fixed(
            "The sheet is hidden and is not read unless you say so.",
            "该工作表已隐藏，除非指定，否则不读取。",
        ),
    }
}

fn score_columns(
    language: Language,
    n: u32,
    [min, max]: [f64; 2],
    across: Field,
    because: AcrossReason,
) -> String {
    let (of, min, max) = (field(language, across), plain(min), plain(max));
    let (why, warum) = match because {
        AcrossReason::Headers => ("their headers look like its ids", "列名与其编号相符"),
        AcrossReason::OthersGiven => ("everything else has a column of its own", "其余各项都有各自的列"),
        AcrossReason::Remaining => ("nothing else fits", "没有其他合适的解释"),
    };
    match language {
        Language::En => {
            let columns = counted(language, n, ["column holds", "columns hold"], "");
            let of = of.to_lowercase();
            format!("{columns} numbers from {min} to {max}: scores, one column for each {of}, as {why}.")
        }
        Language::Zh => {
            let n = count(n);
            format!("{n}列为{min}至{max}的数字：视为评分，每列对应一个{of}，因为{warum}。")
        }
    }
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{ConstantSource, TableKind};

    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_reason_is_a_sentence() {
        let columns = |because| GuessReason::ScoreColumns {
            count: 9,
            min: 0.25,
            max: 10.0,
            across: Field::Evaluator,
            because,
        };
        let reasons = [
            GuessReason::NamedColumns { table: TableKind::Evaluators },
            GuessReason::NamedTable { table: TableKind::Scores },
            GuessReason::OneScorePerRow,
            columns(AcrossReason::Headers),
            columns(AcrossReason::OthersGiven),
            columns(AcrossReason::Remaining),
            GuessReason::ConstantGuessed {
                field: Field::Round,
                value: "17".to_owned(),
                from: ConstantSource::SheetName,
            },
            GuessReason::TitleAbove { rows: 1 },
            GuessReason::TwoRowHeader,
            GuessReason::Blocks { count: 3 },
            GuessReason::TotalColumn { header: "7".to_owned() },
            GuessReason::DecimalComma,
            GuessReason::Words { count: 4 },
            GuessReason::Encoding { name: "GB18030".to_owned() },
            GuessReason::HiddenSheet,
        ];
        for language in Language::ALL {
            for reason in &reasons {
                let text = guess_reason(language, reason);
                // An example of a decimal comma has one.
                check(language, &text);
                assert!(text.ends_with(['.', '。']), "{text:?}");
            }
        }
        assert_eq!(
            guess_reason(Language::En, &columns(AcrossReason::Headers)),
            "9 columns hold numbers from 0.25 to 10: scores, one column for each evaluator, as their headers look like its ids."
        );
    }
}
