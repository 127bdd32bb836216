//! Who is harsh, who is lenient, and whether the own affiliation is favoured.

use evenhand_protocol::{CountOf, ScoreScale};

use super::{Sentence, Value, absence_of_evidence, false_alarms, sentence};
use crate::{
    Language, count, count_of, number, p_value, scale_decimals, signed, speaker::Speaker, with_interval,
};

/// How many evaluators differ from their panels.
pub(super) fn how_many(speaker: &Speaker<'_>, n_harsher: u32, n_lenient: u32, n: u32) -> Sentence {
    let language = speaker.language;
    let tested = count_of(language, CountOf::Evaluators, n);
    let none = n_harsher == 0 && n_lenient == 0;
    let more = if none { absence_of_evidence(language) } else { false_alarms(language) };
    match language {
        Language::En => sentence(
            if none {
                format!(
                    "Of {tested} tested, none can be shown to be harsher or more lenient than the rest of the panel."
                )
            } else {
                let (harsher, lenient) = (are(n_harsher), are(n_lenient));
                format!(
                    "Of {tested} tested, {harsher} harsher and {lenient} more lenient than the rest of the panel, beyond chance."
                )
            },
            format!(
                "Each evaluator is compared with the other panel members on the same provider, indicator and round. {more}"
            ),
        ),
        Language::Zh => sentence(
            if none {
                format!("在接受检验的{tested}中，没有证据表明有人比同组其他评估员偏严或偏宽。")
            } else {
                let (harsher, lenient) = (count(n_harsher), count(n_lenient));
                format!(
                    "在接受检验的{tested}中，{harsher}名比同组其他评估员偏严，{lenient}名偏宽，差异超出随机波动。"
                )
            },
            format!("每名评估员都与同组其他评估员在同一机构、同一指标、同一轮次上的评分作比较。{more}"),
        ),
    }
}

/// The harshest or the most lenient evaluator.
pub(super) fn extreme(
    speaker: &Speaker<'_>,
    evaluator: &str,
    severity: Value<'_>,
    scale: &ScoreScale,
) -> Sentence {
    let language = speaker.language;
    let evaluator = speaker.evaluator(evaluator);
    let size = speaker.points(severity.0, scale);
    let unit = crate::scale(language, scale);
    let full = with_interval(language, severity.0, severity.1, scale_decimals(scale));
    let lenient = severity.0 < 0.0;
    match language {
        Language::En => {
            let (most, lower) = if lenient { ("most lenient", "higher") } else { ("harshest", "lower") };
            sentence(
                format!(
                    "The {most} evaluator, {evaluator}, scores {size} {lower} than the rest of the panel on average."
                ),
                format!(
                    "Severity = {full}, positive = harsher, in {unit}, on the providers and rounds scored together with others; standard error clustered by score sheet. Being the most extreme of many, the size is on the high side."
                ),
            )
        }
        Language::Zh => {
            let (most, lower) = if lenient { ("最宽", "高") } else { ("最严", "低") };
            sentence(
                format!("{most}的评估员是{evaluator}，平均比同组其他评估员{lower}{size}。"),
                format!(
                    "严厉度 = {full}，正值为偏严，单位为{unit}，依据与他人共同评分的机构和轮次；标准误按评分表聚类。由于是从众多评估员中挑出的极端者，数值偏大。"
                ),
            )
        }
    }
}

/// Scores for the own affiliation against all others: mean deviation and number of scores of each.
pub(super) fn affiliation(
    speaker: &Speaker<'_>,
    [same, other]: [(f64, u32); 2],
    difference: Value<'_>,
    p: f64,
    scale: &ScoreScale,
) -> Sentence {
    let language = speaker.language;
    let decimals = scale_decimals(scale);
    let size = speaker.points(difference.0, scale);
    let unit = crate::scale(language, scale);
    let full = with_interval(language, difference.0, difference.1, decimals);
    let p_text = p_value(p);
    let (same_mean, other_mean) = (signed(same.0, decimals), signed(other.0, decimals));
    let same_n = count_of(language, CountOf::Scores, same.1);
    let other_n = count_of(language, CountOf::Scores, other.1);
    let shown = p < 0.05;
    match language {
        Language::En => sentence(
            if shown {
                let higher = if difference.0 < 0.0 { "lower" } else { "higher" };
                format!(
                    "Compared with the rest of the panel, evaluators score providers of their own affiliation {size} {higher} than they score others."
                )
            } else {
                format!(
                    "It cannot be shown that evaluators score providers of their own affiliation differently; the difference is {size}."
                )
            },
            format!(
                "Mean deviation from the other panel members: {same_mean} for the same affiliation ({same_n}), {other_mean} for all others ({other_n}). Difference, each evaluator compared with itself = {full}, {p_text}, in {unit}, standard error clustered by evaluator (Emerson, Seltzer & Lin 2009; Zitzewitz 2006)."
            ),
        ),
        Language::Zh => sentence(
            if shown {
                let higher = if difference.0 < 0.0 { "低" } else { "高" };
                format!("与同组其他评估员相比，评估员给本单位机构的评分比给其他机构的{higher}{size}。")
            } else {
                format!("没有证据表明评估员对本单位机构另眼相待，两者相差{size}。")
            },
            format!(
                "与同组其他评估员的平均偏差：同一单位{same_mean}（{same_n}），其余{other_mean}（{other_n}）。差值（每名评估员与自身比较）= {full}，{p_text}，单位为{unit}，标准误按评估员聚类（Emerson、Seltzer与Lin，2009；Zitzewitz，2006）。"
            ),
        ),
    }
}

/// "12 are", "1 is", "none is".
fn are(n: u32) -> String {
    match n {
        0 => "none is".to_owned(),
        1 => "1 is".to_owned(),
        _ => format!("{} are", number(f64::from(n), 0)),
    }
}
