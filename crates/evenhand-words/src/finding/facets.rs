//! Where evaluators depart from their own severity, which scores surprise, and how the steps of the scale are used.

use evenhand_protocol::{CountOf, InteractionWith, RaschCategories, Recoding, ScoreScale};

use super::{Sentence, Value, absence_of_evidence, false_alarms, sentence};
use crate::{Language, count, count_of, number, speaker::Speaker, with_interval};

/// An evaluator who departs from the usual severity.
pub(super) struct Departure<'a> {
    pub(super) with: InteractionWith,
    pub(super) evaluator: &'a str,
    /// The round or indicator by id, or the category by name.
    pub(super) element: &'a str,
    /// Mean score less what was expected.
    pub(super) points: f64,
    pub(super) scale: &'a ScoreScale,
    pub(super) n_scores: u32,
}

impl Departure<'_> {
    /// The surest departure of its kind; `size` is in logits.
    pub(super) fn sentence(&self, speaker: &Speaker<'_>, size: Value<'_>) -> Sentence {
        let language = speaker.language;
        let evaluator = speaker.evaluator(self.evaluator);
        let points = speaker.points(self.points, self.scale);
        let lower = self.points < 0.0;
        let place = self.place(speaker);
        let scores = count_of(language, CountOf::Scores, self.n_scores);
        let full = with_interval(language, size.0, size.1, 2);
        match language {
            Language::En => sentence(
                format!(
                    "Evaluator {evaluator} scored {points} {} {place} than the same evaluator's severity elsewhere lets expect.",
                    if lower { "lower" } else { "higher" }
                ),
                format!(
                    "Interaction = {full} logits, positive = higher scores, over {scores}; the surest of its kind (many-facet Rasch model, all other measures held fixed). {}",
                    false_alarms(language)
                ),
            ),
            Language::Zh => sentence(
                format!(
                    "按评估员{evaluator}平时的尺度，{place}的评分本应{}{points}。",
                    if lower { "高" } else { "低" }
                ),
                format!(
                    "交互作用 = {full}（logit），正值为评分偏高，基于{scores}，为同类中最确定的一项（多面Rasch模型，其他测量值固定）。{}",
                    false_alarms(language)
                ),
            ),
        }
    }

    /// "on I3", "in R04", "with providers of the category X".
    fn place(&self, speaker: &Speaker<'_>) -> String {
        match (self.with, speaker.language) {
            (InteractionWith::Round, Language::En) => format!("in {}", speaker.round(self.element)),
            (InteractionWith::Round, Language::Zh) => format!("在{}", speaker.round(self.element)),
            (InteractionWith::Indicator, Language::En) => format!("on {}", speaker.indicator(self.element)),
            (InteractionWith::Indicator, Language::Zh) => format!("在{}上", speaker.indicator(self.element)),
            (InteractionWith::Category, Language::En) => {
                format!("with providers of the category {}", self.element)
            }
            (InteractionWith::Category, Language::Zh) => format!("对“{}”类机构", self.element),
        }
    }
}

/// How many pairs depart; `[n_beyond_chance, n]`.
pub(super) fn how_many(speaker: &Speaker<'_>, with: InteractionWith, [beyond, n]: [u32; 2]) -> Sentence {
    let language = speaker.language;
    let (beyond_words, all) = (count(beyond), count(n));
    let more = if beyond == 0 { absence_of_evidence(language) } else { false_alarms(language) };
    let (en, zh) = match with {
        InteractionWith::Round => ("an evaluator and a round", "评估员与轮次"),
        InteractionWith::Indicator => ("an evaluator and an indicator", "评估员与指标"),
        InteractionWith::Category => ("an evaluator and a category of providers", "评估员与机构类别"),
    };
    match language {
        Language::En => sentence(
            match beyond {
                0 => format!(
                    "Of {all} pairs of {en}, none departs from the evaluator's usual severity beyond chance."
                ),
                1 => format!(
                    "Of {all} pairs of {en}, 1 departs from the evaluator's usual severity beyond chance."
                ),
                _ => format!(
                    "Of {all} pairs of {en}, {beyond_words} depart from the evaluator's usual severity beyond chance."
                ),
            },
            format!("Interactions of a many-facet Rasch model, each by a t test. {more}"),
        ),
        Language::Zh => sentence(
            if beyond == 0 {
                format!("在{all}对{zh}的组合中，没有一对超出随机波动地偏离评估员平时的尺度。")
            } else {
                format!("在{all}对{zh}的组合中，有{beyond_words}对偏离评估员平时的尺度，超出随机波动。")
            },
            format!("多面Rasch模型的交互作用，逐项作t检验。{more}"),
        ),
    }
}

/// Scores far from what is expected: `[n, n_scores]`.
pub(super) fn unexpected(
    speaker: &Speaker<'_>,
    [n, n_scores]: [u32; 2],
    by_chance: f64,
    least: f64,
) -> Sentence {
    let language = speaker.language;
    let (found, all) = (count(n), count_of(language, CountOf::Scores, n_scores));
    let (chance, least) = (number(by_chance, 0), number(least, 0));
    match language {
        Language::En => sentence(
            format!(
                "Of {all}, {found} {} far from what was to be expected.",
                if n == 1 { "is" } else { "are" }
            ),
            format!(
                "More than {least} standard deviations from the score that provider, evaluator and indicator let expect; were deviations normal, chance would make about {chance}. The table lists the most surprising ones: slips of the pen are among them."
            ),
        ),
        Language::Zh => sentence(
            format!("在{all}中，{found}个与应有的分数相去甚远。"),
            format!(
                "与按机构、评估员和指标所预期的分数相差超过{least}个标准差；若偏差服从正态分布，随机约有{chance}个。最出人意料者列于表中，其中可能有笔误。"
            ),
        ),
    }
}

/// Steps of a scale that are nowhere the most probable ones: `[n_never, n]`.
pub(super) fn disordered(speaker: &Speaker<'_>, indicator: Option<&str>, [never, n]: [u32; 2]) -> Sentence {
    let language = speaker.language;
    let (never_words, all) = (count(never), count(n));
    let of = match (indicator.map(|id| speaker.indicator(id)), language) {
        (None, Language::En) => String::new(),
        (None, Language::Zh) => "分值范围".to_owned(),
        (Some(name), Language::En) => format!(" of {name}"),
        (Some(name), Language::Zh) => name,
    };
    match language {
        Language::En => sentence(
            format!(
                "{never_words} of {all} steps of the scale{of} {} nowhere the most likely score.",
                if never == 1 { "is" } else { "are" }
            ),
            "At no level of performance is such a step more likely than its neighbours: evaluators do not tell it from them. A scale with fewer steps, or steps that are described better, would say as much. Long scales have many such steps.".to_owned(),
        ),
        Language::Zh => sentence(
            format!("{of}的{all}个分值中，有{never_words}个在任何水平上都不是最可能的评分。"),
            "无论机构水平如何，这样的分值都不如相邻分值可能出现，说明评估员并未将其区分开来。减少分值个数或把各分值描述得更清楚，信息不会减少。分值较多时，这种情况很常见。".to_owned(),
        ),
    }
}

/// What was done to the scores before.
pub(super) fn recoded(language: Language, categories: &RaschCategories) -> Sentence {
    let (values, kept) = (count(categories.n_values), count(categories.n_categories));
    let (en, zh) = match categories.recoding {
        Recoding::None => ("Every score is a category of its own.", "每个分数各为一个类别。"),
        Recoding::RareJoined => (
            "Scores given fewer than ten times were joined with the next better one, since nothing can be learned of them by themselves (Linacre 2002).",
            "出现不足十次的分数与相邻的较好分数合并，因为单凭它们无从估计（Linacre，2002）。",
        ),
        Recoding::EqualWidths => (
            "The scale was cut into classes of equal width, and classes with fewer than ten scores were joined with the next better one (Linacre 2002).",
            "分值范围被划分为等宽的区间，不足十个评分的区间与相邻的较好区间合并（Linacre，2002）。",
        ),
    };
    match language {
        Language::En => sentence(
            format!("For the Rasch model, {values} different scores were put into {kept} categories."),
            format!("{en} Composites and the linear model use the scores as they are."),
        ),
        Language::Zh => sentence(
            format!("用于Rasch模型时，{values}个不同的分数归并为{kept}个类别。"),
            format!("{zh}综合得分和线性模型仍使用原始评分。"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ids;
    use crate::test_support::check;
    use evenhand_protocol::{FindingKind, Interval};

    const TEN: ScoreScale = ScoreScale::Points { min: 0.0, max: 10.0 };

    fn departure(with: InteractionWith, element: &str, points: f64) -> FindingKind {
        FindingKind::InteractionExtreme {
            with,
            evaluator: "E017".to_owned(),
            element: element.to_owned(),
            points,
            scale: TEN,
            size: points,
            interval: Some(Interval { low: points - 0.2, high: points + 0.2, level: 0.95 }),
            n_scores: 40,
        }
    }

    fn recoding(recoding: Recoding) -> FindingKind {
        let categories = RaschCategories { n_values: 31, n_categories: 28, by_indicator: false, recoding };
        FindingKind::ScoresRecoded { categories }
    }

    #[test]
    fn every_kind_has_words() {
        let all = [InteractionWith::Round, InteractionWith::Indicator, InteractionWith::Category];
        let counts = all.map(|with| FindingKind::InteractionCount { with, n_beyond_chance: 3, n: 60 });
        let none = FindingKind::InteractionCount { with: InteractionWith::Round, n_beyond_chance: 0, n: 60 };
        let scale = |indicator: Option<&str>, n_never| FindingKind::CategoriesDisordered {
            indicator: indicator.map(str::to_owned),
            n_never,
            n: 28,
        };
        let others = [
            none,
            departure(InteractionWith::Round, "R04", -0.4),
            departure(InteractionWith::Indicator, "I3", 0.4),
            departure(InteractionWith::Category, "home care", 0.4),
            FindingKind::UnexpectedCount { n: 412, n_scores: 77_630, n_by_chance: 209.6, least: 3.0 },
            scale(None, 5),
            scale(Some("I3"), 1),
            recoding(Recoding::RareJoined),
            recoding(Recoding::EqualWidths),
        ];
        for kind in counts.iter().chain(&others) {
            for language in Language::ALL {
                let said = crate::finding(language, kind, &Ids);
                check(language, &said.headline);
                check(language, &said.detail);
            }
        }
    }

    #[test]
    fn a_departure_says_how_much_and_where() {
        let kind = departure(InteractionWith::Indicator, "I3", -0.41);
        let said = |language| crate::finding(language, &kind, &Ids).headline;
        assert_eq!(
            said(Language::En),
            "Evaluator E017 scored 0.41 points lower on I3 than the same evaluator's severity elsewhere lets expect."
        );
        assert_eq!(said(Language::Zh), "按评估员E017平时的尺度，在I3上的评分本应高0.41分。");
    }
}
