use evenhand_protocol::{CountOf, EntityKind};

use crate::{Language, count};

/// What was counted, with the plural of the language: "77,630 scores", "1 provider", "77,630个评分".
pub fn count_of(language: Language, of: CountOf, n: impl Into<u64>) -> String {
    let n = n.into();
    match of {
        CountOf::Scores => counted(language, n, ["score", "scores"], "个评分"),
        CountOf::ScoreSheets => counted(language, n, ["score sheet", "score sheets"], "份评分表"),
        CountOf::Providers => counted(language, n, ["provider", "providers"], "家机构"),
        CountOf::ProviderRounds => {
            counted(language, n, ["provider in a round", "providers × rounds"], "个机构轮次")
        }
        CountOf::ProviderOccasions => {
            counted(language, n, ["provider occasion", "provider occasions"], "个机构场次")
        }
        CountOf::Evaluators => counted(language, n, ["evaluator", "evaluators"], "名评估员"),
        CountOf::Levels => counted(language, n, ["level", "levels"], "个水平"),
    }
}

/// How many rounds, providers, indicators or evaluators: "1 round", "5 indicators", "5个指标".
pub fn count_entities(language: Language, kind: EntityKind, n: impl Into<u64>) -> String {
    let n = n.into();
    match kind {
        EntityKind::Round => counted(language, n, ["round", "rounds"], "个轮次"),
        EntityKind::Provider => counted(language, n, ["provider", "providers"], "家机构"),
        EntityKind::Indicator => counted(language, n, ["indicator", "indicators"], "个指标"),
        EntityKind::Evaluator => counted(language, n, ["evaluator", "evaluators"], "名评估员"),
    }
}

/// A part of a whole: "3 of 40", "3（共40）".
pub fn n_of(language: Language, n: impl Into<u64>, total: impl Into<u64>) -> String {
    let (n, total) = (count(n), count(total));
    match language {
        Language::En => format!("{n} of {total}"),
        Language::Zh => format!("{n}（共{total}）"),
    }
}

/// How many entries of the palette fit what was typed.
pub fn palette_found(language: Language, n: usize) -> String {
    counted(language, n as u64, ["result", "results"], "条结果")
}

/// How many rows a table has.
pub fn rows_of_table(language: Language, n: usize) -> String {
    counted(language, n as u64, ["row", "rows"], "行")
}

/// What is picked on a page: how many in all, and the first names.
pub fn picked(language: Language, n: usize, names: &[String]) -> String {
    let more = n.saturating_sub(names.len()) as u64;
    match language {
        Language::En => {
            let more = if more > 0 { format!(" and {} more", count(more)) } else { String::new() };
            format!("{} picked: {}{more}", count(n as u64), names.join(", "))
        }
        Language::Zh => {
            let more = if more > 0 { format!("等，另有{}项", count(more)) } else { String::new() };
            format!("已选取{}项：{}{more}", count(n as u64), names.join("、"))
        }
    }
}

/// What is kept on this device: the names of its files, their size, and since when.
pub fn kept_set(language: Language, names: &str, size: &str, date: &str) -> String {
    match language {
        Language::En => format!("{names} ({size}), kept on {date}"),
        Language::Zh => format!("{names}（{size}），保存于{date}"),
    }
}

/// A number with its noun: the English singular and plural, or the Chinese measure word and noun.
pub(crate) fn counted(language: Language, n: impl Into<u64>, en: [&str; 2], zh: &str) -> String {
    let n = n.into();
    match language {
        Language::En => format!("{} {}", count(n), if n == 1 { en[0] } else { en[1] }),
        Language::Zh => format!("{}{zh}", count(n)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    #[test]
    fn what_is_picked_is_told_by_name() {
        let names = ["E001".to_owned(), "E002".to_owned()];
        assert_eq!(picked(Language::En, 2, &names), "2 picked: E001, E002");
        assert_eq!(picked(Language::En, 5, &names), "5 picked: E001, E002 and 3 more");
        assert_eq!(picked(Language::Zh, 5, &names), "已选取5项：E001、E002等，另有3项");
    }

    #[test]
    fn plurals() {
        assert_eq!(count_of(Language::En, CountOf::Scores, 77_630_u32), "77,630 scores");
        assert_eq!(count_of(Language::En, CountOf::Scores, 1_u32), "1 score");
        assert_eq!(count_of(Language::En, CountOf::Providers, 1_u32), "1 provider");
        assert_eq!(count_of(Language::En, CountOf::Providers, 0_u32), "0 providers");
        assert_eq!(count_of(Language::En, CountOf::ProviderRounds, 1_u32), "1 provider in a round");
        assert_eq!(count_of(Language::En, CountOf::ProviderRounds, 21_u32), "21 providers × rounds");
        assert_eq!(count_of(Language::Zh, CountOf::Scores, 77_630_u32), "77,630个评分");
        assert_eq!(count_of(Language::Zh, CountOf::Evaluators, 1_u32), "1名评估员");
        assert_eq!(count_entities(Language::En, EntityKind::Round, 1_u32), "1 round");
        assert_eq!(count_entities(Language::En, EntityKind::Indicator, 5_u32), "5 indicators");
        assert_eq!(count_entities(Language::Zh, EntityKind::Provider, 319_u32), "319家机构");
        assert_eq!(n_of(Language::En, 3_u32, 1_040_u32), "3 of 1,040");
        assert_eq!(n_of(Language::Zh, 3_u32, 40_u32), "3（共40）");
    }

    #[test]
    fn every_count_has_words() {
        for language in Language::ALL {
            for of in [
                CountOf::Scores,
                CountOf::ScoreSheets,
                CountOf::Providers,
                CountOf::ProviderOccasions,
                CountOf::ProviderRounds,
                CountOf::Evaluators,
                CountOf::Levels,
            ] {
                check(language, &count_of(language, of, 2_u32));
            }
        }
    }
}
