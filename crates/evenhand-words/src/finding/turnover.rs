//! Who came and went, whether that shows, and what a change is made of.

use evenhand_protocol::{CountOf, GroupedBy, ScoreScale};

use super::{Sentence, Value, false_alarms, sentence};
use crate::{
    COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, Language, count, count_entities, count_of, grouped_by, number,
    p_value, percent, scale_decimals, signed, speaker::Speaker, with_interval,
};

/// How many stay from round to round, and where fewest do.
pub(super) fn how_many(
    speaker: &Speaker<'_>,
    retention: f64,
    n_rounds: u32,
    (least_round, least_common, weak): (&str, u32, bool),
) -> Sentence {
    let language = speaker.language;
    let (share, round) = (percent(retention, 0), speaker.round(least_round));
    let common = count_of(language, CountOf::Evaluators, least_common);
    let changes = count(n_rounds);
    match language {
        Language::En => sentence(
            format!(
                "From one round to the next {share} of the evaluators stay on average; fewest, {common}, from the round before {round}."
            ),
            if weak {
                format!(
                    "Changes of round: {changes}. Fewer than 5 evaluators in common are a weak link: what changed between these rounds can hardly be told."
                )
            } else {
                format!("Changes of round: {changes}. 5 evaluators in common are a strong link.")
            },
        ),
        Language::Zh => sentence(
            format!("各轮之间平均有{share}的评估员留任；{round}之前留任最少，为{common}。"),
            if weak {
                format!("共{changes}次换轮。共同评估员少于5名时衔接较弱，难以判断两轮之间的变化。")
            } else {
                format!("共{changes}次换轮。共同评估员达到5名即为牢固衔接。")
            },
        ),
    }
}

/// What a change of the mean composite is made of.
pub(super) struct Split<'a> {
    pub(super) rounds: [&'a str; 2],
    pub(super) raw: f64,
    pub(super) composition: Value<'a>,
    pub(super) drift: Value<'a>,
    pub(super) provider_mix: Value<'a>,
    pub(super) provider_change: Value<'a>,
    pub(super) n_rounds: u32,
}

impl Split<'_> {
    pub(super) fn sentence(&self, speaker: &Speaker<'_>) -> Sentence {
        let language = speaker.language;
        let [from, to] = self.rounds.map(|round| speaker.round(round));
        let short = |value: f64| signed(value, COMPOSITE_DECIMALS);
        let full = |(value, ends): Value<'_>| with_interval(language, value, ends, COMPOSITE_DECIMALS);
        // A part that may as well be nothing is not told as a fact.
        let part = |value: Value<'_>| {
            let doubt = if is_established(value) {
                ""
            } else {
                language.pick(" (not established)", "（不能确定）")
            };
            format!("{}{doubt}", short(value.0))
        };
        let raw = short(self.raw);
        let parts = [self.composition, self.drift, self.provider_mix, self.provider_change];
        let [people, drift, mix, change] = parts.map(part);
        let [people_full, drift_full, mix_full, change_full] = parts.map(full);
        let doubt = match language {
            _ if parts.into_iter().all(is_established) => "",
            Language::En => " Not established: the interval includes 0.",
            Language::Zh => "“不能确定”指区间包含0。",
        };
        let n = count(self.n_rounds);
        match language {
            Language::En => sentence(
                format!(
                    "From {from} to {to} the mean composite changed by {raw} points of 100: {people} for other evaluators, {drift} for evaluators' drift, {mix} for other providers, {change} for the providers themselves."
                ),
                format!(
                    "Other evaluators = {people_full}, drift = {drift_full}, other providers = {mix_full}, providers = {change_full}; the parts sum to the raw change. Of {n} changes of round this is the one in which the panels count for most.{doubt}"
                ),
            ),
            Language::Zh => sentence(
                format!(
                    "从{from}到{to}，平均综合得分变化{raw}分（百分制）：评估员更替{people}，评估员漂移{drift}，机构更替{mix}，机构自身{change}。"
                ),
                format!(
                    "评估员更替 = {people_full}，漂移 = {drift_full}，机构更替 = {mix_full}，机构自身 = {change_full}；各部分之和等于原始变化。在{n}次换轮中，这一次评审人员的影响最大。{doubt}"
                ),
            ),
        }
    }
}

/// Whether a part is surely not zero, or surely zero: nobody came or went.
fn is_established((value, ends): Value<'_>) -> bool {
    match ends {
        Some(ends) => ends.excludes_zero() || (ends.low >= 0.0 && ends.high <= 0.0),
        None => value == 0.0,
    }
}

/// Newcomers against staying colleagues.
pub(super) fn newcomers(
    speaker: &Speaker<'_>,
    severity: Value<'_>,
    p: f64,
    scale: &ScoreScale,
    n_newcomers: u32,
) -> Sentence {
    let language = speaker.language;
    let size = speaker.points(severity.0, scale);
    let full = with_interval(language, severity.0, severity.1, scale_decimals(scale));
    let (p_text, n) = (p_value(p), count_of(language, CountOf::Evaluators, n_newcomers));
    let unit = crate::scale(language, scale);
    let harsher = severity.0 >= 0.0;
    match language {
        Language::En => sentence(
            match (p < 0.05, harsher) {
                (true, true) => {
                    format!("In their first round evaluators score {size} lower than staying colleagues.")
                }
                (true, false) => {
                    format!("In their first round evaluators score {size} higher than staying colleagues.")
                }
                (false, _) => format!(
                    "It cannot be shown that evaluators score differently in their first round; the difference is {size}."
                ),
            },
            format!(
                "Severity of {n} in their first round against staying colleagues on the same panels = {full}, {p_text}, positive = harsher, in {unit}; standard error clustered by newcomer."
            ),
        ),
        Language::Zh => sentence(
            match (p < 0.05, harsher) {
                (true, true) => format!("评估员在首轮的评分比留任的同组成员低{size}。"),
                (true, false) => format!("评估员在首轮的评分比留任的同组成员高{size}。"),
                (false, _) => format!("没有证据表明评估员在首轮评分有所不同，相差{size}。"),
            },
            format!(
                "{n}在首轮相对于同组留任者的严厉度 = {full}，{p_text}，正值为偏严，单位为{unit}；标准误按新评估员聚类。"
            ),
        ),
    }
}

/// A group that is harsher or more lenient than the others.
pub(super) fn group_severity(
    speaker: &Speaker<'_>,
    (by, name): (GroupedBy, &str),
    difference: Value<'_>,
    scale: &ScoreScale,
    n_evaluators: u32,
) -> Sentence {
    let language = speaker.language;
    let size = speaker.points(difference.0, scale);
    let full = with_interval(language, difference.0, difference.1, scale_decimals(scale));
    let (by, n) = (grouped_by(language, by), count_of(language, CountOf::Evaluators, n_evaluators));
    let more = false_alarms(language);
    match language {
        Language::En => {
            let harsher = if difference.0 < 0.0 { "more lenient" } else { "harsher" };
            sentence(
                format!("{by} “{name}”: {n}, {size} {harsher} than the others on average."),
                format!("Difference of mean severities = {full}, every evaluator counting once. {more}"),
            )
        }
        Language::Zh => {
            let harsher = if difference.0 < 0.0 { "偏宽" } else { "偏严" };
            sentence(
                format!("{by}“{name}”的{n}平均比其他人{harsher}{size}。"),
                format!("平均严厉度之差 = {full}，每名评估员计一次。{more}"),
            )
        }
    }
}

/// A group that is more or less consistent than the others.
pub(super) fn group_noise(
    speaker: &Speaker<'_>,
    (by, name): (GroupedBy, &str),
    ratio: Value<'_>,
    n_evaluators: u32,
) -> Sentence {
    let language = speaker.language;
    let times = number(ratio.0, COEFFICIENT_DECIMALS);
    let full = with_interval(language, ratio.0, ratio.1, COEFFICIENT_DECIMALS);
    let (by, n) = (grouped_by(language, by), count_of(language, CountOf::Evaluators, n_evaluators));
    let more = false_alarms(language);
    match language {
        Language::En => {
            let less = if ratio.0 < 1.0 { "more" } else { "less" };
            sentence(
                format!(
                    "{by} “{name}”: {n}, {less} consistent than the others; their score sheets scatter {times} times as much."
                ),
                format!("Ratio of standard deviations around panel and own severity = {full}. {more}"),
            )
        }
        Language::Zh => {
            let less = if ratio.0 < 1.0 { "更稳定" } else { "较不稳定" };
            sentence(
                format!("{by}“{name}”的{n}比其他人{less}，评分表的离散为其{times}倍。"),
                format!("围绕评审组和本人严厉度的标准差之比 = {full}。{more}"),
            )
        }
    }
}

/// A round whose panels fall apart, or would.
pub(super) fn apart(speaker: &Speaker<'_>, round: &str, n_parts: u32, bridges: &[String]) -> Sentence {
    let language = speaker.language;
    let round = speaker.round(round);
    let names: Vec<String> = bridges.iter().map(|id| speaker.evaluator(id)).collect();
    let names = names.join(language.pick(", ", "、"));
    let n = count(n_parts);
    let bridges = count_entities(language, evenhand_protocol::EntityKind::Evaluator, bridges.len() as u64);
    match language {
        Language::En => {
            let detail = "Severities can be compared only where panels share evaluators, directly or through others. One more evaluator on panels of both sides would make it safer.".to_owned();
            if n_parts > 1 {
                let hangs = if names.is_empty() {
                    String::new()
                } else {
                    format!(" Without {names} there would be more.")
                };
                sentence(
                    format!("The panels of {round} fall into {n} parts that share no evaluator.{hangs}"),
                    detail,
                )
            } else {
                sentence(
                    format!(
                        "The panels of {round} hang together by {bridges}: without any one of {names} they would fall apart."
                    ),
                    detail,
                )
            }
        }
        Language::Zh => {
            let detail = "只有评审组之间直接或间接有共同评估员，严厉度才能比较。两边再各有一名评估员共同评分会更稳妥。".to_owned();
            if n_parts > 1 {
                let hangs =
                    if names.is_empty() { String::new() } else { format!("缺少{names}还会更多。") };
                sentence(format!("{round}的评审组分成{n}个没有共同评估员的部分。{hangs}"), detail)
            } else {
                sentence(format!("{round}的评审组靠{bridges}维系：缺少{names}中任何一人就会分开。"), detail)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{FindingKind, Interval};

    use super::*;
    use crate::{Ids, finding, test_support::check};

    fn ends(low: f64, high: f64) -> Option<Interval> {
        Some(Interval { low, high, level: 0.95 })
    }

    #[test]
    fn turnover_in_words() {
        let scale = ScoreScale::Points { min: 0.0, max: 10.0 };
        let split = FindingKind::ChangeSplit {
            from_round: "3".to_owned(),
            round: "4".to_owned(),
            raw: 0.5,
            composition: -1.2,
            composition_interval: ends(-1.6, -0.8),
            drift: -0.6,
            drift_interval: ends(-0.9, -0.3),
            provider_mix: 0.0,
            provider_mix_interval: ends(0.0, 0.0),
            provider_change: 2.3,
            provider_change_interval: ends(1.1, 3.5),
            n_rounds: 5,
        };
        let mut kinds = vec![split];
        for weak in [true, false] {
            kinds.push(FindingKind::PanelTurnover {
                retention: 0.93,
                n_rounds: 5,
                least_round: "4".to_owned(),
                least_common: if weak { 1 } else { 20 },
                weak,
            });
        }
        for (severity, p) in [(0.3, 0.01), (-0.3, 0.01), (0.1, 0.6)] {
            let interval = ends(severity - 0.2, severity + 0.2);
            kinds.push(FindingKind::NewcomerSeverity { severity, interval, p, scale, n_newcomers: 8 });
        }
        for by in [GroupedBy::Qualification, GroupedBy::Group] {
            for sign in [1.0, -1.0] {
                kinds.push(FindingKind::GroupSeverity {
                    by,
                    name: "A".to_owned(),
                    difference: 0.4 * sign,
                    interval: None,
                    scale,
                    n_evaluators: 6,
                });
                kinds.push(FindingKind::GroupNoise {
                    by,
                    name: "A".to_owned(),
                    ratio: 1.0 + 0.4 * sign,
                    interval: None,
                    n_evaluators: 6,
                });
            }
        }
        for (n_parts, bridges) in [(1, vec!["E1"]), (1, vec!["E1", "E2"]), (2, vec![]), (3, vec!["E1"])] {
            let bridges = bridges.into_iter().map(str::to_owned).collect();
            kinds.push(FindingKind::PanelsApart { round: "4".to_owned(), n_parts, bridges });
        }
        for language in Language::ALL {
            for kind in &kinds {
                let said = finding(language, kind, &Ids);
                check(language, &said.headline);
                check(language, &said.detail);
            }
        }
        assert_eq!(
            finding(Language::En, &kinds[0], &Ids).headline,
            "From round 3 to round 4 the mean composite changed by +0.5 points of 100: −1.2 for other evaluators, −0.6 for evaluators' drift, 0.0 for other providers, +2.3 for the providers themselves."
        );
        let FindingKind::ChangeSplit { drift_interval, provider_mix, provider_mix_interval, .. } =
            &mut kinds[0]
        else {
            panic!("the first kind is the split");
        };
        *drift_interval = ends(-1.4, 0.2);
        (*provider_mix, *provider_mix_interval) = (0.1, None);
        let said = finding(Language::En, &kinds[0], &Ids);
        assert!(
            said.headline.ends_with(
                "−1.2 for other evaluators, −0.6 (not established) for evaluators' drift, +0.1 (not established) for other providers, +2.3 for the providers themselves."
            ),
            "{}",
            said.headline
        );
        assert!(said.detail.ends_with("Not established: the interval includes 0."), "{}", said.detail);
        let said = finding(Language::Zh, &kinds[0], &Ids);
        assert!(said.headline.contains("评估员漂移−0.6（不能确定）"), "{}", said.headline);
        check(Language::Zh, &said.detail);
    }
}
