//! What rating effects are called, and how large they are.

use evenhand_protocol::{EffectVerdict, Interval, RatingEffect};

use crate::{Column, Language, number, percent, signed};

/// The name of an effect as the header, and what it is as the tip.
pub fn rating_effect(language: Language, effect: RatingEffect) -> Column {
    let (en, zh) = match effect {
        RatingEffect::CentralTendency => (
            (
                "Central tendency",
                "Spread of the scores of different providers against the colleagues' in the same places: below 1 they lie closer together, above 1 further apart (extremity).",
            ),
            (
                "趋中倾向",
                "对不同机构评分的离散程度，与同组评估员在相同项目上的离散程度之比：小于1更集中，大于1更分散（极端倾向）。",
            ),
        ),
        RatingEffect::Halo => (
            (
                "Halo",
                "Correlation between the indicators of one score sheet beyond what the provider explains, less that of the other evaluators.",
            ),
            ("光环效应", "同一份评分表中各指标之间机构水平解释不了的相关，减去其他评估员的相关。"),
        ),
        RatingEffect::RangeRestriction => (
            (
                "Range used",
                "Spread of all scores, indicators included, against the colleagues' in the same places: below 1 less of the scale is used.",
            ),
            (
                "评分范围",
                "全部评分（含各指标之间）的离散程度，与同组评估员在相同项目上的离散程度之比：小于1表示用到的分值范围较窄。",
            ),
        ),
        RatingEffect::StraightLining => (
            (
                "Straight-lining",
                "Share of score sheets with one value on all indicators, less the colleagues' share on the same panels.",
            ),
            ("直线作答", "所有指标评分完全相同的评分表所占比例，减去同组评估员的比例。"),
        ),
        RatingEffect::DigitPreference => (
            (
                "Round numbers",
                "Share of scores on round numbers where the scale has finer ones, less the colleagues' share in the same places.",
            ),
            ("整数偏好", "在有更细分值时取整数的评分所占比例，减去同组评估员在相同项目上的比例。"),
        ),
        RatingEffect::LowInformation => (
            (
                "Information",
                "How many bits a score tells, less what the other evaluators' scores tell: below 0 the same values come again and again.",
            ),
            ("信息量", "单个评分的信息量（比特），减去其他评估员的信息量：小于0表示总是给出相同的分值。"),
        ),
    };
    let (header, tip) = language.pick(en, zh);
    Column { header, tip }
}

/// The contrast of an effect: "× 0.62", "+0.31", "+35%", "−0.45".
pub fn effect_size(effect: RatingEffect, contrast: f64) -> String {
    match effect {
        RatingEffect::CentralTendency | RatingEffect::RangeRestriction => {
            format!("× {}", number(contrast, 2))
        }
        RatingEffect::Halo | RatingEffect::LowInformation => signed(contrast, 2),
        RatingEffect::StraightLining | RatingEffect::DigitPreference => signed_percent(contrast),
    }
}

/// The ends of the interval of a contrast: "0.51 to 0.74", "+12% to +48%".
pub fn effect_interval(language: Language, effect: RatingEffect, ends: &Interval) -> String {
    let text = |end: f64| match effect {
        RatingEffect::CentralTendency | RatingEffect::RangeRestriction => number(end, 2),
        _ => effect_size(effect, end),
    };
    let (low, high) = (text(ends.low), text(ends.high));
    match language {
        Language::En => format!("{low} to {high}"),
        Language::Zh => format!("{low} 至 {high}"),
    }
}

/// What an effect is measured in, of the evaluator or of the colleagues: "7.1 points of 100", "0.45", "60%", "2.1 bits".
pub fn effect_level(language: Language, effect: RatingEffect, level: f64) -> String {
    match (effect, language) {
        (RatingEffect::CentralTendency | RatingEffect::RangeRestriction, Language::En) => {
            format!("{} points of 100", number(level, 1))
        }
        (RatingEffect::CentralTendency | RatingEffect::RangeRestriction, Language::Zh) => {
            format!("{}分（百分制）", number(level, 1))
        }
        (RatingEffect::Halo, _) => number(level, 2),
        (RatingEffect::StraightLining | RatingEffect::DigitPreference, _) => percent(level, 0),
        (RatingEffect::LowInformation, Language::En) => format!("{} bits", number(level, 2)),
        (RatingEffect::LowInformation, Language::Zh) => format!("{}比特", number(level, 2)),
    }
}

/// What can be said of an effect.
pub fn effect_verdict(language: Language, effect: RatingEffect, verdict: EffectVerdict) -> &'static str {
    let (en, zh) = match (verdict, effect) {
        (EffectVerdict::NotShown, _) => ("not shown", "未见"),
        (EffectVerdict::Present, RatingEffect::CentralTendency) => ("central tendency", "趋中倾向"),
        (EffectVerdict::Present, RatingEffect::Halo) => ("halo", "光环效应"),
        (EffectVerdict::Present, RatingEffect::RangeRestriction) => ("narrow range", "范围偏窄"),
        (EffectVerdict::Present, RatingEffect::StraightLining) => ("straight-lining", "直线作答"),
        (EffectVerdict::Present, RatingEffect::DigitPreference) => ("round numbers", "偏好整数"),
        (EffectVerdict::Present, RatingEffect::LowInformation) => ("little information", "信息量偏低"),
        (EffectVerdict::Opposite, RatingEffect::CentralTendency) => ("extremity", "极端倾向"),
        (EffectVerdict::Opposite, RatingEffect::RangeRestriction) => ("wide range", "范围偏宽"),
        (EffectVerdict::Opposite, RatingEffect::LowInformation) => ("more information", "信息量偏高"),
        (EffectVerdict::Opposite, _) => ("less than colleagues", "低于同组"),
    };
    language.pick(en, zh)
}

fn signed_percent(share: f64) -> String {
    let text = percent(share.abs(), 0);
    // What prints as nothing has no sign.
    if text == percent(0.0, 0) { text } else { format!("{}{text}", if share < 0.0 { "−" } else { "+" }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_effect_has_words() {
        for language in Language::ALL {
            for effect in RatingEffect::ALL {
                let Column { header, tip } = rating_effect(language, effect);
                check(language, header);
                check(language, tip);
                for verdict in [EffectVerdict::NotShown, EffectVerdict::Present, EffectVerdict::Opposite] {
                    check(language, effect_verdict(language, effect, verdict));
                }
            }
        }
    }

    #[test]
    fn sizes_are_written_as_what_they_are() {
        assert_eq!(effect_size(RatingEffect::CentralTendency, 0.618), "× 0.62");
        assert_eq!(effect_size(RatingEffect::Halo, 0.311), "+0.31");
        assert_eq!(effect_size(RatingEffect::StraightLining, -0.352), "−35%");
        assert_eq!(effect_size(RatingEffect::DigitPreference, 0.001), "0%");
        assert_eq!(effect_level(Language::En, RatingEffect::LowInformation, 2.1), "2.10 bits");
        assert_eq!(effect_level(Language::Zh, RatingEffect::RangeRestriction, 7.14), "7.1分（百分制）");
        let ends = Interval { low: 0.12, high: 0.48, level: 0.95 };
        assert_eq!(effect_interval(Language::En, RatingEffect::DigitPreference, &ends), "+12% to +48%");
        assert_eq!(effect_interval(Language::Zh, RatingEffect::CentralTendency, &ends), "0.12 至 0.48");
    }
}
