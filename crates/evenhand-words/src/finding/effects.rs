//! Who uses the scale in a way of their own.

use evenhand_protocol::{CountOf, NamedEffect, RatingEffect};

use super::{Sentence, absence_of_evidence, false_alarms, sentence};
use crate::{
    Language, count, count_of, effect_interval, effect_level, effect_size, rating_effect, speaker::Speaker,
};

/// How many evaluators have an effect.
pub(super) fn how_many(speaker: &Speaker<'_>, n_evaluators: u32, n: u32, n_tests: u32) -> Sentence {
    let language = speaker.language;
    let (tested, found, tests) =
        (count_of(language, CountOf::Evaluators, n), count(n_evaluators), count(n_tests));
    let more = if n_evaluators == 0 { absence_of_evidence(language) } else { false_alarms(language) };
    match language {
        Language::En => sentence(
            if n_evaluators == 0 {
                format!("Of {tested} tested, none can be shown to use the scale differently from colleagues.")
            } else {
                format!(
                    "Of {tested} tested, {found} use the scale differently from colleagues, beyond chance."
                )
            },
            format!(
                "Central tendency or extremity, halo, range, straight-lining, round numbers and information: {tests} tests, adjusted together. {more}"
            ),
        ),
        Language::Zh => sentence(
            if n_evaluators == 0 {
                format!("在接受检验的{tested}中，没有证据表明有人使用分值的方式与同组不同。")
            } else {
                format!("在接受检验的{tested}中，{found}名使用分值的方式与同组不同，超出随机波动。")
            },
            format!(
                "趋中或极端倾向、光环效应、评分范围、直线作答、整数偏好、信息量，共{tests}项检验，一并校正。{more}"
            ),
        ),
    }
}

/// The effects of one evaluator, the clearest in the headline.
pub(super) fn of_evaluator(speaker: &Speaker<'_>, evaluator: &str, effects: &[NamedEffect]) -> Sentence {
    let language = speaker.language;
    let evaluator = speaker.evaluator(evaluator);
    let clauses: Vec<String> = effects.iter().take(2).map(|effect| clause(language, effect)).collect();
    let clauses = clauses.join(language.pick(", and ", "，并且"));
    let details: Vec<String> = effects.iter().map(|effect| figures(language, effect)).collect();
    let adjusted = language.pick(
        "All are beyond chance after adjusting for all effects of all evaluators.",
        "以上各项按全部评估员的全部效应校正后仍超出随机波动。",
    );
    let headline = match language {
        Language::En => format!("Evaluator {evaluator} {clauses}."),
        Language::Zh => format!("评估员{evaluator}{clauses}。"),
    };
    let details = details.join(language.pick("; ", "；"));
    let (stop, space) = (language.pick(".", "。"), language.pick(" ", ""));
    sentence(headline, format!("{details}{stop}{space}{adjusted}"))
}

/// What the evaluator does, after the name.
fn clause(language: Language, named: &NamedEffect) -> String {
    let level = |value| effect_level(language, named.effect, value);
    let (own, panel) = (level(named.own), level(named.panel));
    let (en, zh) = match (named.effect, named.opposite) {
        (RatingEffect::CentralTendency, false) => (
            format!(
                "keeps the providers too close together: scores spread by {own}, those of colleagues by {panel}"
            ),
            format!("对各机构的评分过于集中：离散程度为{own}，同组为{panel}"),
        ),
        (RatingEffect::CentralTendency, true) => (
            format!("goes to extremes: scores spread by {own}, those of colleagues by {panel}"),
            format!("评分趋于极端：离散程度为{own}，同组为{panel}"),
        ),
        (RatingEffect::Halo, _) => (
            format!(
                "lets one impression colour all indicators: they correlate by {own} on a sheet, against {panel} elsewhere"
            ),
            format!("以一个印象影响所有指标：同一评分表内相关为{own}，其他评估员为{panel}"),
        ),
        (RatingEffect::RangeRestriction, _) => (
            format!("uses little of the scale: all scores spread by {own}, those of colleagues by {panel}"),
            format!("只用到较窄的分值范围：全部评分的离散程度为{own}，同组为{panel}"),
        ),
        (RatingEffect::StraightLining, _) => (
            format!(
                "gives the same value on all indicators of {own} of the score sheets, colleagues of {panel}"
            ),
            format!("有{own}的评分表所有指标给同一分值，同组为{panel}"),
        ),
        (RatingEffect::DigitPreference, _) => (
            format!("rounds: {own} of the scores are round numbers, of those of colleagues {panel}"),
            format!("偏好整数：{own}的评分取整，同组为{panel}"),
        ),
        (RatingEffect::LowInformation, _) => (
            format!(
                "gives the same few values again and again: a score tells {own}, those of others {panel}"
            ),
            format!("反复给出少数几个分值：单个评分的信息量为{own}，其他评估员为{panel}"),
        ),
    };
    match language {
        Language::En => en,
        Language::Zh => zh,
    }
}

/// The name of an effect with its contrast and interval.
fn figures(language: Language, named: &NamedEffect) -> String {
    let name = rating_effect(language, named.effect).header;
    let size = effect_size(named.effect, named.contrast.value);
    let Some(ends) = &named.contrast.interval else {
        return match language {
            Language::En => format!("{name} {size}"),
            Language::Zh => format!("{name}{size}"),
        };
    };
    let ends = effect_interval(language, named.effect, ends);
    match language {
        Language::En => format!("{name} {size} (95% interval {ends})"),
        Language::Zh => format!("{name}{size}（95%置信区间 {ends}）"),
    }
}
