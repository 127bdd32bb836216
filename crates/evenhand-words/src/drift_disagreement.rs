use evenhand_protocol::DriftDisagreement;

use crate::Language;

/// Why the linear and the Rasch model class an evaluator differently.
pub fn drift_disagreement(language: Language, why: DriftDisagreement) -> &'static str {
    let (en, zh) = match why {
        DriftDisagreement::DifferentRounds => (
            "The models compare different rounds: one of them has no measure for some.",
            "两种模型比较的轮次不同，其中一种在某些轮次没有结果。",
        ),
        DriftDisagreement::Borderline => {
            ("Both tests are near the line, one on either side.", "两项检验都接近界限，各在一侧。")
        }
        DriftDisagreement::Weights => (
            "Indicators weigh differently in the composite; in the Rasch model every score counts alike.",
            "综合得分中各指标权重不同，而Rasch模型中每项评分同等对待。",
        ),
        DriftDisagreement::EndOfScale => (
            "The scores lie near an end of the scale, where a point is worth more logits.",
            "评分靠近分值范围的一端，那里一分相当于更多的logit。",
        ),
        DriftDisagreement::Calibration => (
            "The Rasch model calibrates every round by itself and links rounds pair by pair, the linear one all at once, which is surer where few evaluators link them.",
            "Rasch模型逐轮校准、逐对衔接，线性模型则一并估计；衔接的评估员较少时，后者更可靠。",
        ),
    };
    language.pick(en, zh)
}

/// The same in a few words, to stand beside the class.
pub fn drift_disagreement_brief(language: Language, why: DriftDisagreement) -> &'static str {
    let (en, zh) = match why {
        DriftDisagreement::DifferentRounds => ("differs (rounds)", "不一致（轮次）"),
        DriftDisagreement::Borderline => ("differs (borderline)", "不一致（临界）"),
        DriftDisagreement::Weights => ("differs (weights)", "不一致（权重）"),
        DriftDisagreement::EndOfScale => ("differs (end of scale)", "不一致（量尺端）"),
        DriftDisagreement::Calibration => ("differs (linking)", "不一致（衔接）"),
    };
    language.pick(en, zh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_reason_has_words() {
        for language in Language::ALL {
            for why in [
                DriftDisagreement::DifferentRounds,
                DriftDisagreement::Borderline,
                DriftDisagreement::Weights,
                DriftDisagreement::EndOfScale,
                DriftDisagreement::Calibration,
            ] {
                check(language, drift_disagreement(language, why));
                check(language, drift_disagreement_brief(language, why));
            }
        }
    }
}
