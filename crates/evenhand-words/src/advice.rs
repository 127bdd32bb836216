//! What is advised about an evaluator, and why.

use evenhand_protocol::{
    Advice, AdviceReason, CountOf, DriftClass, RatingEffect, ScoreScale, ScorecardPolicy,
};

use crate::speaker::Speaker;
use crate::{
    COEFFICIENT_DECIMALS, Column, Language, Names, conflict::tied_providers, count, count_of, number,
    p_value, rating_effect, scale_decimals, with_interval,
};

/// The name of an advice.
pub fn advice(language: Language, advice: Advice) -> &'static str {
    let (en, zh) = match advice {
        Advice::Keep => ("keep", "保持"),
        Advice::TooLittle => ("too little data", "数据太少"),
        Advice::Brief => ("brief", "沟通提醒"),
        Advice::Retrain => ("re-train", "重新培训"),
        Advice::ReviewScores => ("review scores", "复核评分"),
    };
    language.pick(en, zh)
}

/// A reason for an advice, as a clause without a full stop: "scores 0.94 points lower than colleagues (95% interval …)".
pub fn advice_reason(
    language: Language,
    reason: &AdviceReason,
    scale: &ScoreScale,
    names: &dyn Names,
) -> String {
    let speaker = &Speaker { language, names };
    let decimals = scale_decimals(scale);
    match reason {
        AdviceReason::TooFewScoreSheets { found, needed } => {
            let (found, needed) = (count_of(language, CountOf::ScoreSheets, *found), count(*needed));
            match language {
                Language::En => format!("{found} beside a colleague's, at least {needed} are needed"),
                Language::Zh => format!("有同组对照的只有{found}，至少需要{needed}份"),
            }
        }
        AdviceReason::Severe { severity, p_adjusted } => {
            let size = speaker.points(severity.value, scale);
            let full = with_interval(language, severity.value, severity.interval.as_ref(), decimals);
            let p = p_value(*p_adjusted);
            match (language, severity.value > 0.0) {
                (Language::En, harsh) => {
                    let lower = if harsh { "lower" } else { "higher" };
                    format!("scores {size} {lower} than colleagues (severity {full}, {p})")
                }
                (Language::Zh, harsh) => {
                    let lower = if harsh { "低" } else { "高" };
                    format!("比同组{lower}{size}（严厉度{full}，{p}）")
                }
            }
        }
        AdviceReason::Drifts { class, change, from_round, p_adjusted } => {
            let size = speaker.points(change.value, scale);
            let full = with_interval(language, change.value, change.interval.as_ref(), decimals);
            drifts(speaker, *class, &size, &full, from_round, *p_adjusted)
        }
        AdviceReason::Disagrees { correlation, p_adjusted } => {
            let full = with_interval(
                language,
                correlation.value,
                correlation.interval.as_ref(),
                COEFFICIENT_DECIMALS,
            );
            let p = p_value(*p_adjusted);
            match language {
                Language::En => {
                    format!("orders providers otherwise than colleagues do (correlation {full}, {p})")
                }
                Language::Zh => format!("对机构的排序与同组不一致（相关系数{full}，{p}）"),
            }
        }
        AdviceReason::UsesScale { effects } => uses_scale(language, effects),
        AdviceReason::Favours { kind, difference, p_adjusted, n_providers } => {
            let size = speaker.points(difference.value, scale);
            let full = with_interval(language, difference.value, difference.interval.as_ref(), decimals);
            let (whom, p) = (tied_providers(language, *kind), p_value(*p_adjusted));
            let n = count(*n_providers);
            match language {
                Language::En => {
                    format!("scores {n} {whom} {size} higher than others (difference {full}, {p})")
                }
                Language::Zh => format!("给{n}家{whom}的评分比其他机构高{size}（差值{full}，{p}）"),
            }
        }
        AdviceReason::DriftDecides { n_would_pass, n_would_fail, n_sure } => {
            let without = language.pick("without the drift", "没有漂移");
            let decided = decides(language, without, *n_would_pass, *n_would_fail);
            match language {
                Language::En => format!("{decided}; {} of these certain", count(*n_sure)),
                Language::Zh => format!("{decided}，其中{}个可以确定", count(*n_sure)),
            }
        }
        AdviceReason::ConflictDecides { kind, n_would_pass, n_would_fail } => {
            let whom = tied_providers(language, *kind);
            let without = match language {
                Language::En => format!("without the scores of {whom}"),
                Language::Zh => format!("去掉给{whom}的评分"),
            };
            decides(language, &without, *n_would_pass, *n_would_fail)
        }
    }
}

fn drifts(
    speaker: &Speaker<'_>,
    class: DriftClass,
    size: &str,
    full: &str,
    from_round: &str,
    p_adjusted: f64,
) -> String {
    let (round, p) = (speaker.round(from_round), p_value(p_adjusted));
    match (speaker.language, class) {
        (Language::En, DriftClass::Harsher) => {
            format!("became {size} harsher from {round} on (change {full}, {p})")
        }
        (Language::En, DriftClass::MoreLenient) => {
            format!("became {size} more lenient from {round} on (change {full}, {p})")
        }
        (Language::En, DriftClass::Erratic | DriftClass::Stable) => {
            format!("goes up and down between rounds, by {size} where it changed most ({round}; {p})")
        }
        (Language::Zh, DriftClass::Harsher) => format!("自{round}起趋严{size}（变化{full}，{p}）"),
        (Language::Zh, DriftClass::MoreLenient) => format!("自{round}起趋宽{size}（变化{full}，{p}）"),
        (Language::Zh, DriftClass::Erratic | DriftClass::Stable) => {
            format!("各轮时严时宽，变化最大处（{round}）相差{size}（{p}）")
        }
    }
}

fn uses_scale(language: Language, effects: &[RatingEffect]) -> String {
    let names: Vec<&str> = effects.iter().map(|effect| rating_effect(language, *effect).header).collect();
    match language {
        Language::En => format!("uses the scale differently from colleagues: {}", names.join(", ")),
        Language::Zh => format!("使用分值的方式与同组不同：{}", names.join("、")),
    }
}

/// "without the drift 3 providers × rounds would be decided otherwise: 2 would pass, 1 would not".
fn decides(language: Language, without: &str, n_would_pass: u32, n_would_fail: u32) -> String {
    let all = count_of(language, CountOf::ProviderRounds, n_would_pass + n_would_fail);
    let (pass, fail) = (count(n_would_pass), count(n_would_fail));
    match language {
        Language::En => {
            format!("{without} {all} would be decided otherwise: {pass} would pass, {fail} would not")
        }
        Language::Zh => {
            format!("{without}，{all}的判断会不同：{pass}个本可及格，{fail}个本不及格")
        }
    }
}

/// A threshold of the policy: its name and meaning, and its value as it is written.
pub fn policy_threshold(language: Language, policy: &ScorecardPolicy) -> [(Column, String); 8] {
    let words = &language.words().scorecards;
    [
        (words.alpha, number(policy.alpha_level(), 3)),
        (words.least_score_sheets, count(policy.least_score_sheets)),
        (words.severity_limit, number(policy.severity_points(), 1)),
        (words.drift_limit, number(policy.drift_points(), 1)),
        (words.agreement_limit, number(policy.agreement_level(), 2)),
        (words.effects_limit, count(policy.effects_to_retrain)),
        (words.conflict_limit, number(policy.conflict_points(), 1)),
        (words.decisions_limit, count(policy.decisions_to_review)),
    ]
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{ConflictKind, Estimate, Interval, Method};

    use super::*;
    use crate::{Ids, test_support::check};

    fn estimate(value: f64) -> Estimate {
        let interval = Some(Interval { low: value - 0.2, high: value + 0.2, level: 0.95 });
        Estimate { value, se: None, interval, n: 30, of: CountOf::ScoreSheets, method: Method::LeaveOneOut }
    }

    #[test]
    fn every_advice_and_reason_has_words() {
        let scale = ScoreScale::Points { min: 0.0, max: 10.0 };
        let drifts = |class| AdviceReason::Drifts {
            class,
            change: estimate(0.6),
            from_round: "4".to_owned(),
            p_adjusted: 0.0004,
        };
        let reasons = [
            AdviceReason::TooFewScoreSheets { found: 4, needed: 10 },
            AdviceReason::Severe { severity: estimate(0.7), p_adjusted: 0.002 },
            AdviceReason::Severe { severity: estimate(-0.7), p_adjusted: 0.002 },
            drifts(DriftClass::Harsher),
            drifts(DriftClass::MoreLenient),
            drifts(DriftClass::Erratic),
            AdviceReason::Disagrees { correlation: estimate(0.2), p_adjusted: 0.01 },
            AdviceReason::UsesScale { effects: vec![RatingEffect::Halo, RatingEffect::StraightLining] },
            AdviceReason::Favours {
                kind: ConflictKind::Declared,
                difference: estimate(0.5),
                p_adjusted: 0.01,
                n_providers: 4,
            },
            AdviceReason::DriftDecides { n_would_pass: 2, n_would_fail: 0, n_sure: 1 },
            AdviceReason::ConflictDecides {
                kind: ConflictKind::SameAffiliation,
                n_would_pass: 1,
                n_would_fail: 1,
            },
        ];
        for language in Language::ALL {
            for one in Advice::ALL {
                check(language, advice(language, one));
            }
            for reason in &reasons {
                check(language, &advice_reason(language, reason, &scale, &Ids));
            }
        }
        assert_eq!(
            advice_reason(Language::En, &reasons[3], &scale, &Ids),
            "became 0.60 points harsher from round 4 on (change 0.60 (95% interval 0.40 to 0.80), p < 0.001)"
        );
    }
}
