//! Short texts with values in them that only charts say, both languages side by side.

use evenhand_protocol::{Estimate, Interval};
use evenhand_words::{Language, count, labelled, p_value, percent};

/// A text with further sentences after it.
pub(super) fn described(language: Language, text: &str, sentences: &[String]) -> String {
    let (stop, space) = match language {
        Language::En => (".", " "),
        Language::Zh => ("。", ""),
    };
    let mut all = text.to_owned();
    for sentence in sentences {
        if !all.is_empty() {
            all.push_str(if all.ends_with(stop) { "" } else { stop });
            all.push_str(space);
        }
        all.push_str(sentence);
    }
    if !sentences.is_empty() && !all.ends_with(stop) {
        all.push_str(stop);
    }
    all
}

/// A name with what is to be said of it.
pub(super) fn fact(language: Language, name: &str, value: &str) -> String {
    let stop = match language {
        Language::En => ".",
        Language::Zh => "。",
    };
    labelled(language, name, value) + stop
}

/// A sentence with what it is about before it.
pub(super) fn titled(language: Language, title: &str, sentence: &str) -> String {
    match language {
        Language::En => format!("{title}: {sentence}"),
        Language::Zh => format!("{title}：{sentence}"),
    }
}

/// A p value adjusted for the number of tests.
pub(super) fn adjusted_p(language: Language, p: f64) -> String {
    match language {
        Language::En => format!("{}, adjusted for the number of tests", p_value(p)),
        Language::Zh => format!("{}（已按检验个数校正）", p_value(p)),
    }
}

/// How many evaluators are drawn without a name.
pub(super) fn others(language: Language, n: usize) -> String {
    let n = count(n as u64);
    match language {
        Language::En => format!("{n} others"),
        Language::Zh => format!("其余{n}"),
    }
}

/// How many rows have no value to draw, if any.
pub(super) fn without_value(language: Language, n: usize) -> Option<String> {
    let text = match language {
        Language::En => format!("Without a value: {}; the table says why", count(n as u64)),
        Language::Zh => format!("另有{}项无数值，原因见数据表", count(n as u64)),
    };
    (n > 0).then_some(text)
}

/// That only the rows with the most missing scores are drawn, or all that miss any.
pub(super) fn worst_rows(language: Language, shown: usize, total: usize, all_with_gaps: bool) -> String {
    let (shown, total) = (count(shown as u64), count(total as u64));
    match (language, all_with_gaps) {
        (Language::En, false) => {
            format!("The {shown} of {total} with the most missing scores; the table has all")
        }
        (Language::En, true) => {
            format!("Only those with missing scores, {shown} of {total}; the table has all")
        }
        (Language::Zh, false) => format!("共{total}行，图中为缺失最多的{shown}行，数据表列出全部"),
        (Language::Zh, true) => format!("共{total}行，图中仅列有缺失的{shown}行，数据表列出全部"),
    }
}

/// That only those with the clearest effects are drawn.
pub(super) fn clearest_effects(language: Language, shown: usize, total: usize) -> String {
    let (shown, total) = (count(shown as u64), count(total as u64));
    match language {
        Language::En => {
            format!("The {shown} of {total} evaluators with the clearest effects; the table has all")
        }
        Language::Zh => format!("共{total}名评估员，图中为效应最明显的{shown}名，其余见数据表"),
    }
}

/// That only the largest changes are coloured.
pub(super) fn largest_changes(language: Language, shown: usize, total: usize) -> String {
    let (shown, total) = (count(shown as u64), count(total as u64));
    match language {
        Language::En => format!("The {shown} largest of {total} changes beyond chance are coloured"),
        Language::Zh => format!("共{total}项超出随机波动的变化，其中最大的{shown}项着色"),
    }
}

/// What the ticks across a line of drift mean.
pub(super) fn change_mark(language: Language) -> &'static str {
    match language {
        Language::En => "An upright dash marks where a change sets in",
        Language::Zh => "竖线标出变化开始之处",
    }
}

/// The round before, where it is not the same for all providers.
pub(super) fn previous_round(language: Language) -> &'static str {
    match language {
        Language::En => "previous round",
        Language::Zh => "上一轮",
    }
}

/// A weak link between rounds, as in a legend.
pub(super) fn weak_link(language: Language) -> &'static str {
    match language {
        Language::En => "weak: fewer than 5",
        Language::Zh => "较弱：少于5人",
    }
}

/// No link between rounds, as in a legend.
pub(super) fn no_link(language: Language) -> &'static str {
    match language {
        Language::En => "none in common",
        Language::Zh => "没有共同评估员",
    }
}

/// Two names that belong together.
pub(super) fn joined(language: Language, first: &str, second: &str) -> String {
    match language {
        Language::En => format!("{first}, {second}"),
        Language::Zh => format!("{first}，{second}"),
    }
}

/// Who makes up a comparison within evaluators.
pub(super) fn both_kinds(language: Language, evaluators: &str) -> String {
    match language {
        Language::En => format!("Scores of both kinds: {evaluators}"),
        Language::Zh => format!("两类评分都有的：{evaluators}"),
    }
}

/// The title of an axis with its unit.
pub(super) fn with_unit(language: Language, title: &str, unit: &str) -> String {
    match language {
        Language::En => format!("{title} ({unit})"),
        Language::Zh => format!("{title}：{unit}"),
    }
}

/// A share with its interval in per cent.
pub(super) fn share_with_interval(language: Language, share: &Estimate) -> String {
    let value = percent(share.value, 0);
    let Some(Interval { low, high, level }) = share.interval else { return value };
    let (low, high, level) = (percent(low, 0), percent(high, 0), percent(level, 0));
    match language {
        Language::En => format!("{value} ({level} interval {low} to {high})"),
        Language::Zh => format!("{value}（{level}置信区间 {low} 至 {high}）"),
    }
}

/// What an arrowhead at the end of an interval means.
pub(super) fn cut_interval(language: Language) -> &'static str {
    match language {
        Language::En => "An arrowhead marks an interval that goes on beyond the chart",
        Language::Zh => "箭头表示区间超出图的范围",
    }
}

/// The round with the lowest value.
pub(super) fn lowest_round(language: Language) -> &'static str {
    match language {
        Language::En => "lowest",
        Language::Zh => "最低",
    }
}

/// The round with the highest value.
pub(super) fn highest_round(language: Language) -> &'static str {
    match language {
        Language::En => "highest",
        Language::Zh => "最高",
    }
}

/// That only those who agree least are drawn.
pub(super) fn least_agreeing(language: Language, shown: usize, total: usize) -> String {
    let (shown, total) = (count(shown as u64), count(total as u64));
    match language {
        Language::En => {
            format!("The {shown} of {total} evaluators who agree least are drawn; the table has all")
        }
        Language::Zh => format!("共{total}名评估员，图中为最不一致的{shown}名，其余见数据表"),
    }
}

/// That only the harshest and the most lenient are drawn.
pub(super) fn ends_drawn(language: Language, shown: usize, total: usize) -> String {
    let (shown, total) = (count(shown as u64), count(total as u64));
    match language {
        Language::En => {
            format!(
                "The {shown} harshest and most lenient of {total} evaluators are drawn; the table has all"
            )
        }
        Language::Zh => format!("共{total}名评估员，图中为最严和最宽的{shown}名，其余见数据表"),
    }
}

/// That only the largest differences at either side are drawn.
pub(super) fn ends_of_differences(language: Language, shown: usize, total: usize) -> String {
    let (shown, total) = (count(shown as u64), count(total as u64));
    match language {
        Language::En => {
            format!(
                "The {shown} of {total} evaluators with the largest differences are drawn; the table has all"
            )
        }
        Language::Zh => format!("共{total}名评估员，图中为差异最大的{shown}名，其余见数据表"),
    }
}
