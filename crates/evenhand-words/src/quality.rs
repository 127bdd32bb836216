use evenhand_protocol::{Action, Choice, CountOf, DesignCheck, EntityKind, IdJoin, QualityReport};

use crate::{
    Language, action_choice, count, count_entities, count_of, counts::counted, field, percent, problem_title,
};

/// Up to this share of the data, what was set aside is called small.
const SMALL: f64 = 0.01;
/// From this share of the data on, what was set aside is called large.
const LARGE: f64 = 0.05;

/// What was read and kept, what was set aside, and how much that is, in sentences.
///
/// The limits of small (1%) and large (5%) are conventions of ours, and the sentence gives the share itself.
pub fn quality_verdict(language: Language, report: &QualityReport) -> Vec<String> {
    let kept = u32::try_from(report.scores_kept).unwrap_or(u32::MAX);
    let rows = counted(language, report.rows_read, ["row was", "rows were"], "行");
    let scores = count_of(language, CountOf::Scores, kept);
    let first = match language {
        Language::En => format!("{rows} read and {scores} kept."),
        Language::Zh => format!("读取{rows}，保留{scores}。"),
    };
    let n_aside = set_aside(report);
    if n_aside == 0 {
        let nothing = language.pick("Nothing was set aside.", "没有略去任何内容。");
        return vec![first, nothing.to_owned()];
    }
    let share = n_aside as f64 / (n_aside + report.scores_kept) as f64;
    vec![first, aside(language, n_aside, share)]
}

fn aside(language: Language, n_aside: u64, share: f64) -> String {
    let n = count(n_aside);
    let decimals = if share < 0.1 { 1 } else { 0 };
    let share_text = if share < 0.001 {
        language.pick("less than 0.1%".to_owned(), "不到0.1%".to_owned())
    } else {
        percent(share, decimals)
    };
    let (en, zh) = if share <= SMALL {
        (
            "That is little, unless it falls on a few providers or evaluators: see below where scores are missing.",
            "比例很小，除非集中在少数机构或评估员；缺失分布见下文。",
        )
    } else if share < LARGE {
        (
            "That is enough to move single results: see below where it falls before you compare providers.",
            "足以影响个别结果；比较机构之前，请先在下文查看集中在何处。",
        )
    } else {
        (
            "That is much: the results stand for what is left, which may not be typical.",
            "比例较大：结果只代表保留的部分，而这一部分未必有代表性。",
        )
    };
    match language {
        Language::En => {
            let cases = if n_aside == 1 { "case was" } else { "cases were" };
            format!("{n} {cases} set aside, {share_text} of the whole. {en}")
        }
        Language::Zh => format!("略去{n}处，占全部的{share_text}。{zh}"),
    }
}

/// Rows and scores that were found and left out or set to missing.
fn set_aside(report: &QualityReport) -> u64 {
    let left_out = |action| {
        matches!(action, Action::RowLeftOut | Action::AllLeftOut | Action::SetMissing | Action::FirstKept)
            || action == Action::LastKept
    };
    let counts = report.counts.iter().filter(|counted| left_out(counted.action));
    counts.map(|counted| u64::from(counted.count)).sum()
}

/// How much was found wrong, for a link to the details: "31 problems of 4 kinds were found in the data."
pub fn problems_found(language: Language, report: &QualityReport) -> String {
    let n: u64 = report.counts.iter().map(|counted| u64::from(counted.count)).sum();
    let (problems, kinds) = (
        counted(language, n, ["problem", "problems"], "处问题"),
        counted(language, report.counts.len() as u64, ["kind", "kinds"], "类"),
    );
    match language {
        Language::En if n == 1 => "One problem was found in the data.".to_owned(),
        Language::En => format!("{problems} of {kinds} were found in the data."),
        Language::Zh => format!("数据中发现{kinds}、{problems}。"),
    }
}

/// Which part of a list is shown: "101–200 of 30,000", "第101–200条，共30,000条".
pub fn range_of(language: Language, first: u64, last: u64, total: u64) -> String {
    let (first, last, total) = (count(first), count(last), count(total));
    match language {
        Language::En => format!("{first}–{last} of {total}"),
        Language::Zh => format!("第{first}–{last}条，共{total}条"),
    }
}

/// What was decided about a kind of problem: "Scores outside the scale: Leave the row out".
pub fn chosen_action(language: Language, choice: &Choice) -> String {
    let (title, action) = (problem_title(language, choice.code), action_choice(language, choice.action));
    language.pick(format!("{title}: {action}"), format!("{title}：{action}"))
}

/// An id that takes the place of another: "Evaluator: “E1 ” is read as “E1”".
pub fn joined_ids(language: Language, join: &IdJoin) -> String {
    let (of, from, to) = (field(language, join.field), &join.from, &join.to);
    match language {
        Language::En => format!("{of}: “{from}” is read as “{to}”"),
        Language::Zh => format!("{of}：“{from}”读作“{to}”"),
    }
}

/// How often a value was found: "“缺考” 12×".
pub fn found_count(language: Language, found: &str, n: u32) -> String {
    let blank = language.pick("(blank)", "（空白）");
    let found = if found.trim().is_empty() { blank.to_owned() } else { format!("“{found}”") };
    format!("{found} {}×", count(n))
}

/// Whether everything can be compared with everything, in a sentence.
pub fn design_verdict(language: Language, design: &DesignCheck) -> String {
    let n = design.subsets.len() as u64;
    let unlinked = design.pairs.iter().filter(|pair| pair.evaluators == 0).count() as u64;
    let pairs = design.pairs.len() as u64;
    if n > 1 {
        return match language {
            Language::En => format!(
                "The scores fall into {} parts that no evaluator connects. Evaluators and providers of different parts cannot be compared: a difference between them may be one of providers or of evaluators.",
                count(n)
            ),
            Language::Zh => format!(
                "评分分为{}个互不相连的部分，没有评估员把它们联系起来。不同部分的评估员和机构无法比较：差别可能出自机构，也可能出自评估员。",
                count(n)
            ),
        };
    }
    match (unlinked, language) {
        (0, Language::En) => {
            "All evaluators and providers are connected, directly or through others, so all of them can be compared."
                .to_owned()
        }
        (0, Language::Zh) => "所有评估员和机构都直接或间接相连，可以相互比较。".to_owned(),
        (_, Language::En) => format!(
            "All evaluators and providers are connected, but {} of {} pairs of rounds have no evaluator in common and are compared through other rounds only.",
            count(unlinked),
            count(pairs)
        ),
        (_, Language::Zh) => format!(
            "所有评估员和机构都相连，但{}对轮次（共{}对）没有共同的评估员，只能通过其他轮次间接比较。",
            count(unlinked),
            count(pairs)
        ),
    }
}

/// A part of the design: "12 evaluators, 40 providers, 3 rounds".
pub fn design_part(language: Language, evaluators: usize, providers: usize, rounds: usize) -> String {
    let n = |kind, n: usize| count_entities(language, kind, n as u64);
    let parts = [
        n(EntityKind::Evaluator, evaluators),
        n(EntityKind::Provider, providers),
        n(EntityKind::Round, rounds),
    ];
    parts.join(language.pick(", ", "、"))
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{CommonEvaluators, DesignSubset, Field, ProblemCode, ProblemCount};

    use super::*;
    use crate::test_support::check;

    fn report(count: u32, action: Action) -> QualityReport {
        let counted = ProblemCount { code: ProblemCode::OutOfRange, count, action, found: Vec::new() };
        QualityReport {
            rows_read: 1000,
            scores_kept: 1000 - u64::from(count),
            counts: vec![counted],
            ..QualityReport::default()
        }
    }

    #[test]
    fn the_verdict_grows_with_what_was_set_aside() {
        for language in Language::ALL {
            let said = |n| {
                let verdict = quality_verdict(language, &report(n, Action::RowLeftOut));
                verdict.iter().for_each(|text| check(language, text));
                verdict[1].clone()
            };
            let texts = [said(0), said(1), said(10), said(30), said(50), said(500)];
            for (k, text) in texts.iter().enumerate() {
                assert!(!texts[..k].contains(text), "{text:?} stands twice");
            }
        }
        let verdict = quality_verdict(Language::En, &report(30, Action::RowLeftOut));
        assert_eq!(verdict[0], "1,000 rows were read and 970 scores kept.");
        assert!(verdict[1].starts_with("30 cases were set aside, 3.0% of the whole. "), "{}", verdict[1]);
    }

    #[test]
    fn what_is_kept_is_not_set_aside() {
        let verdict = quality_verdict(Language::En, &report(30, Action::Kept));
        assert_eq!(verdict[1], "Nothing was set aside.");
    }

    #[test]
    fn designs_are_judged() {
        let pair = |evaluators| CommonEvaluators {
            first: "1".to_owned(),
            second: "2".to_owned(),
            evaluators,
            providers: 1,
        };
        let part = || DesignSubset { evaluators: Vec::new(), providers: Vec::new(), rounds: Vec::new() };
        let designs = [
            DesignCheck { pairs: vec![pair(3)], subsets: vec![part()] },
            DesignCheck { pairs: vec![pair(3), pair(0)], subsets: vec![part()] },
            DesignCheck { pairs: vec![pair(0)], subsets: vec![part(), part()] },
        ];
        for language in Language::ALL {
            let texts = designs.each_ref().map(|design| design_verdict(language, design));
            texts.iter().for_each(|text| check(language, text));
            assert!(texts[0] != texts[1] && texts[1] != texts[2]);
            check(language, &design_part(language, 12, 40, 1));
        }
        let join = IdJoin { field: Field::Evaluator, from: "e1".to_owned(), to: "E1".to_owned() };
        for language in Language::ALL {
            check(language, &joined_ids(language, &join));
            let choice = Choice { code: ProblemCode::OffStep, action: Action::RoundedToStep };
            check(language, &chosen_action(language, &choice));
            assert!(range_of(language, 101, 200, 30_000).contains("101–200"));
            check(language, &problems_found(language, &report(3, Action::Kept)));
            check(language, &problems_found(language, &report(1, Action::Kept)));
        }
        assert_eq!(found_count(Language::En, " ", 12), "(blank) 12×");
        assert_eq!(found_count(Language::Zh, "缺考", 1200), "“缺考” 1,200×");
    }
}
