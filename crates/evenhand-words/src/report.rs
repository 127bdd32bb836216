//! Sentences of reports: where the numbers come from, and what is left out.

use evenhand_protocol::{Filter, IdsLeft, OwnPlace, ReportLanguage, Stale, Template, Topic};

use crate::{Language, Names, count, filter, page_question};

impl From<ReportLanguage> for Language {
    fn from(language: ReportLanguage) -> Self {
        match language {
            ReportLanguage::En => Self::En,
            ReportLanguage::Zh => Self::Zh,
        }
    }
}

impl From<Language> for ReportLanguage {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::En,
            Language::Zh => Self::Zh,
        }
    }
}

/// Where the numbers of a slide come from: "Source: scores.csv. Round: All rounds. … Method: Severity. 2026-11-28."
pub fn source_line(
    language: Language,
    dataset: &str,
    chosen: &Filter,
    names: &dyn Names,
    method: Option<&str>,
    date: &str,
) -> String {
    let mut line = match language {
        Language::En => format!("Source: {dataset}. "),
        Language::Zh => format!("来源：{dataset}。"),
    };
    line.push_str(&filter(language, chosen, names));
    if let Some(method) = method {
        match language {
            Language::En => line.push_str(&format!(" Method: {method}.")),
            Language::Zh => line.push_str(&format!("方法：{method}。")),
        }
    }
    if !date.is_empty() {
        match language {
            Language::En => line.push_str(&format!(" {date}.")),
            Language::Zh => line.push_str(&format!("{date}。")),
        }
    }
    line
}

/// A value with the ends of its interval, all as they are written: "0.50 (0.25 to 0.75)".
pub fn value_with_ends(language: Language, value: &str, low: &str, high: &str) -> String {
    match language {
        Language::En => format!("{value} ({low} to {high})"),
        Language::Zh => format!("{value}（{low} 至 {high}）"),
    }
}

/// Which numbers in the reader's own words are somebody's id and are not replaced by codes; nothing where there are none.
pub fn ids_left_in_words(language: Language, left: &[IdsLeft]) -> Option<String> {
    let place = |place: OwnPlace| match (language, place) {
        (Language::En, OwnPlace::Title) => "title".to_owned(),
        (Language::En, OwnPlace::Slide(n)) => format!("slide {n}"),
        (Language::En, OwnPlace::Feedback) => "feedback sheets".to_owned(),
        (Language::Zh, OwnPlace::Title) => "标题".to_owned(),
        (Language::Zh, OwnPlace::Slide(n)) => format!("第{n}页"),
        (Language::Zh, OwnPlace::Feedback) => "反馈单".to_owned(),
    };
    let one = |left: &IdsLeft| {
        let ids = left.ids.join(language.pick(", ", "、"));
        match language {
            Language::En => format!("{ids} ({})", place(left.place)),
            Language::Zh => format!("{ids}（{}）", place(left.place)),
        }
    };
    let all = left.iter().map(one).collect::<Vec<_>>().join(language.pick("; ", "；"));
    (!left.is_empty()).then(|| match language {
        Language::En => format!(
            "These numbers in your own words are also ids of people or organisations whose names are to go, and are not replaced: {all}. Where one means somebody, write it otherwise."
        ),
        Language::Zh => format!(
            "您自己写的文字中，以下数字与需要隐去的编号相同，不会被替换：{all}。如果指的是某个人或机构，请改换写法。"
        ),
    })
}

/// What is said in place of the last lines of a list that a printed sheet has no room for.
pub fn and_more(language: Language, n: u64) -> String {
    let n = count(n);
    match language {
        Language::En => format!("… and {n} more, which the dashboard lists"),
        Language::Zh => format!("……另有{n}条，见分析页面"),
    }
}

/// What is said in place of groups that are too small: "2 groups of fewer than 3 are left out."
pub fn groups_left_out(language: Language, n: u64, least: u32) -> String {
    let (n, least) = (count(n), count(least));
    match language {
        Language::En if n == "1" => format!("1 group of fewer than {least} is left out."),
        Language::En => format!("{n} groups of fewer than {least} are left out."),
        Language::Zh => format!("有{n}个分组的数量少于{least}，未予显示。"),
    }
}

/// How many rows of a chart are drawn: "Drawn: the first 6 and the last 6 of 40. All are in the table."
pub fn rows_drawn(language: Language, drawn: u64, all: u64) -> String {
    let (first, last, all) = (count(drawn.div_ceil(2)), count(drawn / 2), count(all));
    match language {
        Language::En => {
            format!("Drawn: the first {first} and the last {last} of {all}. All are in the table of numbers.")
        }
        Language::Zh => format!("图中为共{all}项中的前{first}项和后{last}项，全部数值见数据表。"),
    }
}

/// How many rows of a chart are drawn: "Drawn: the clearest 12 of 30. All are in the table of numbers."
pub fn clearest_drawn(language: Language, drawn: u64, all: u64) -> String {
    let (drawn, all) = (count(drawn), count(all));
    match language {
        Language::En => format!("Drawn: the clearest {drawn} of {all}. All are in the table of numbers."),
        Language::Zh => format!("图中为共{all}项中最明显的{drawn}项，全部数值见数据表。"),
    }
}

/// Why an item is no longer what was pinned.
pub fn stale(language: Language, why: Stale) -> &'static str {
    let words = &language.words().report;
    match why {
        Stale::Changed => words.stale_changed,
        Stale::Gone => words.stale_gone,
        Stale::FilterUnknown => words.stale_filter,
    }
}

/// The name of a template.
pub fn template(language: Language, template: Template) -> &'static str {
    let words = &language.words().report;
    match template {
        Template::Stakeholders => words.stakeholders,
        Template::Training => words.training,
        Template::Providers => words.providers,
        Template::Annual => words.annual,
    }
}

/// What a template is for.
pub fn template_hint(language: Language, template: Template) -> &'static str {
    let words = &language.words().report;
    match template {
        Template::Stakeholders => words.stakeholders_hint,
        Template::Training => words.training_hint,
        Template::Providers => words.providers_hint,
        Template::Annual => words.annual_hint,
    }
}

/// The question of the page that a topic belongs to.
pub fn topic_question(language: Language, topic: Topic) -> &'static str {
    use evenhand_protocol::Page;
    let page = match topic {
        Topic::Overview => Page::Overview,
        Topic::Indicators | Topic::Structure | Topic::Generalizability => Page::Indicators,
        Topic::Providers | Topic::Standing => Page::Providers,
        Topic::Evaluators
        | Topic::Agreement
        | Topic::Effects
        | Topic::Drift
        | Topic::Facets
        | Topic::Conflicts
        | Topic::Turnover
        | Topic::Scorecards => Page::Evaluators,
    };
    page_question(language, page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ids;
    use crate::test_support::check;

    #[test]
    fn a_source_names_data_filter_method_and_date() {
        let line =
            |language, method| source_line(language, "a.csv", &Filter::default(), &Ids, method, "2026-11-28");
        assert_eq!(
            line(Language::En, Some("Severity")),
            "Source: a.csv. Round: All rounds. Provider category: All categories. Method: Severity. 2026-11-28."
        );
        assert_eq!(line(Language::Zh, None), "来源：a.csv。轮次：全部轮次；机构类别：全部类别。2026-11-28。");
    }

    #[test]
    fn everything_has_words() {
        for language in Language::ALL {
            assert_eq!(Language::from(ReportLanguage::from(language)), language);
            for why in [Stale::Changed, Stale::Gone, Stale::FilterUnknown] {
                check(language, stale(language, why));
            }
            for one in Template::ALL {
                check(language, template(language, one));
                check(language, template_hint(language, one));
            }
            for topic in Topic::ALL {
                check(language, topic_question(language, topic));
            }
            check(language, &groups_left_out(language, 1, 3));
            check(language, &groups_left_out(language, 2, 3));
            check(language, &rows_drawn(language, 12, 40));
            check(language, &clearest_drawn(language, 12, 40));
        }
        assert_eq!(groups_left_out(Language::En, 2, 3), "2 groups of fewer than 3 are left out.");
    }
}
