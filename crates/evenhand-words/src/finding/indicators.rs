//! Whether the indicators can be relied on.

use evenhand_protocol::EntityKind;

use super::{Sentence, Value, sentence};
use crate::{Language, alpha_benchmark, count_entities, number, percent, speaker::Speaker, with_interval};

/// Share of scores at an end of the scale from which an indicator hardly tells the providers there apart.
const MOST: f64 = 0.5;

/// Reliability over all rounds, with the lowest round where it is known.
pub(super) fn level(
    speaker: &Speaker<'_>,
    alpha: Value<'_>,
    n_indicators: u32,
    lowest: Option<(&str, f64)>,
) -> Sentence {
    let language = speaker.language;
    let verdict = alpha_benchmark(language, alpha.1);
    let value = number(alpha.0, 2);
    let full = with_interval(language, alpha.0, alpha.1, 2);
    let indicators = count_entities(language, EntityKind::Indicator, n_indicators);
    let lowest = lowest.map(|(round, value)| {
        let (round, value) = (speaker.round(round), number(value, 2));
        language.pick(format!(" It is lowest in {round}: {value}."), format!("{round}最低，为{value}。"))
    });
    let lowest = lowest.unwrap_or_default();
    match language {
        Language::En => sentence(
            format!(
                "The reliability of the {indicators} together is {verdict} (alpha {value} of at most 1)."
            ),
            format!(
                "Cronbach's alpha = {full}, interval of Feldt (1965).{lowest} The words are the customary ones (George & Mallery 2003), applied to the lower end of the interval and not to the estimate."
            ),
        ),
        Language::Zh => sentence(
            format!("{indicators}合在一起的信度{verdict}（α系数{value}，最高为1）。"),
            format!(
                "克龙巴赫α系数 = {full}，采用Feldt（1965）区间。{lowest}评语采用通行分级（George与Mallery，2003），依据区间下限而非估计值给出。"
            ),
        ),
    }
}

/// An indicator that hardly goes with the others.
pub(super) struct Weak<'a> {
    /// Indicator id.
    pub(super) indicator: &'a str,
    /// Alpha without it.
    pub(super) alpha_if_deleted: Option<f64>,
    /// Alpha with it.
    pub(super) alpha: f64,
}

impl Weak<'_> {
    /// The indicator does not go with the others, or may not where the interval leaves it open.
    pub(super) fn sentence(&self, speaker: &Speaker<'_>, item_rest: Value<'_>, sure: bool) -> Sentence {
        let language = speaker.language;
        let indicator = speaker.indicator(self.indicator);
        let value = number(item_rest.0, 2);
        let full = with_interval(language, item_rest.0, item_rest.1, 2);
        let with = number(self.alpha, 2);
        let without = self.alpha_if_deleted.map(|a| number(a, 2));
        match language {
            Language::En => {
                let without = without.map(|a| format!(" Alpha is {with} with it and {a} without it."));
                let headline = if sure {
                    format!(
                        "Indicator {indicator} hardly goes with the others: its correlation with them is {value}."
                    )
                } else {
                    format!(
                        "Indicator {indicator} may not go with the others: its correlation with them is {value}, but uncertain."
                    )
                };
                let reach = if sure {
                    "The whole interval lies below 0.30, the customary limit (Nunnally & Bernstein 1994)."
                } else {
                    "It is below 0.30, the customary limit (Nunnally & Bernstein 1994), but the data leave a higher value open."
                };
                sentence(
                    headline,
                    format!(
                        "Correlation with the mean of the other indicators = {full}. {reach}{} It may measure something else, or be understood differently by the evaluators.",
                        without.unwrap_or_default()
                    ),
                )
            }
            Language::Zh => {
                let without = without.map(|a| format!("含该指标时α系数为{with}，删去后为{a}。"));
                let headline = if sure {
                    format!("指标{indicator}与其余指标关联很弱，相关系数只有{value}。")
                } else {
                    format!("指标{indicator}与其余指标的关联可能偏弱，相关系数为{value}，但尚不确定。")
                };
                let reach = if sure {
                    "整个区间都低于通行界限0.30（Nunnally与Bernstein，1994）。"
                } else {
                    "该值低于通行界限0.30（Nunnally与Bernstein，1994），但从数据看，实际值也可能更高。"
                };
                sentence(
                    headline,
                    format!(
                        "与其余指标均值的相关系数 = {full}。{reach}{}它反映的可能是另一回事，也可能是评估员对它理解不一。",
                        without.unwrap_or_default()
                    ),
                )
            }
        }
    }
}

/// An end of an indicator's scale.
#[derive(Clone, Copy)]
pub(super) struct End {
    /// Whether it is the top.
    pub(super) ceiling: bool,
    /// Whether it means good.
    pub(super) good: bool,
    /// Whether it was guessed from the scores.
    pub(super) guessed: bool,
}

impl End {
    /// "the highest possible value", "the lowest value seen (lower is better)".
    fn name(self, language: Language) -> String {
        let end = match (self.ceiling, self.guessed) {
            (true, false) => language.pick("the highest possible value", "最高分"),
            (true, true) => language.pick("the highest value seen", "出现过的最高分"),
            (false, false) => language.pick("the lowest possible value", "最低分"),
            (false, true) => language.pick("the lowest value seen", "出现过的最低分"),
        };
        let reversed = self.ceiling != self.good;
        let remark = language.pick(" (lower is better)", "（分数越低越好）");
        format!("{end}{}", if reversed { remark } else { "" })
    }
}

/// Many scores at one end of the scale.
pub(super) fn end_of_scale(speaker: &Speaker<'_>, indicator: &str, share: f64, end: End) -> Sentence {
    let language = speaker.language;
    let indicator = speaker.indicator(indicator);
    let most = share >= MOST;
    let (share, name) = (percent(share, 0), end.name(language));
    match language {
        Language::En => {
            let so = if end.guessed { "; if the scale ends there," } else { ", so" };
            let who = if end.good { "good" } else { "weak" };
            let verdict = if most {
                format!("can hardly tell {who} providers apart")
            } else {
                format!("does not tell {who} providers apart beyond that level")
            };
            let guess = if end.guessed {
                " The ends of the scale were guessed from the scores; an indicators table with min and max makes sure."
            } else {
                ""
            };
            sentence(
                format!("{share} of the scores for indicator {indicator} are at {name}{so} it {verdict}."),
                format!(
                    "Providers beyond the end of the scale all get the same score; a finer or longer scale, or a stricter description of the level, would help. A share from 15% on is reported (McHorney & Tarlov 1995).{guess}"
                ),
            )
        }
        Language::Zh => {
            let so = if end.guessed { "；若分值范围到此为止，则" } else { "，" };
            let who = if end.good { "较好" } else { "较差" };
            let verdict = if most {
                format!("难以区分{who}的机构")
            } else {
                format!("得到这一分数的{who}机构彼此无法区分")
            };
            let guess = if end.guessed {
                "分值范围的两端是根据评分推断的；如需确定，请在指标表中给出最低分和最高分。"
            } else {
                ""
            };
            sentence(
                format!("指标{indicator}有{share}的评分为{name}{so}{verdict}。"),
                format!(
                    "超出分值一端的机构得分都相同；可考虑细化或延长分值范围，或收紧该档的评分标准。比例达到15%即予提示（McHorney与Tarlov，1995）。{guess}"
                ),
            )
        }
    }
}

/// No indicator stands out.
pub(super) fn none_weak(speaker: &Speaker<'_>, n: u32) -> Sentence {
    let language = speaker.language;
    let indicators = count_entities(language, EntityKind::Indicator, n);
    match language {
        Language::En => sentence(
            format!("Of {indicators}, none stands out as weak."),
            "No correlation with the mean of the other indicators is conspicuously low; the table gives each with its interval. Indicators without such a correlation are not counted.".to_owned(),
        ),
        Language::Zh => sentence(
            format!("{indicators}中没有明显薄弱的。"),
            "没有哪个指标与其余指标均值的相关明显偏低；各指标的数值和区间见表。无法计算该相关的指标不计在内。".to_owned(),
        ),
    }
}

/// Indicators that hardly say different things.
pub(super) fn alike(speaker: &Speaker<'_>, n: u32, lowest: Value<'_>, alpha: f64) -> Sentence {
    let language = speaker.language;
    let indicators = count_entities(language, EntityKind::Indicator, n);
    let lowest = with_interval(language, lowest.0, lowest.1, 2);
    let alpha = number(alpha, 2);
    match language {
        Language::En => sentence(
            format!(
                "The {indicators} order the providers almost identically, so they hardly say different things."
            ),
            format!(
                "The lowest correlation of an indicator with the mean of the others = {lowest}; alpha = {alpha}. So high a value often means that evaluators carry one overall impression through all indicators, or that fewer indicators would do (Streiner 2003)."
            ),
        ),
        Language::Zh => sentence(
            format!("{indicators}对机构的排序几乎相同，彼此很难说明不同的内容。"),
            format!(
                "各指标与其余指标均值的相关系数最低为{lowest}；α系数 = {alpha}。数值如此之高，往往说明评估员把同一个总体印象带进了所有指标，或者指标可以精简（Streiner，2003）。"
            ),
        ),
    }
}
