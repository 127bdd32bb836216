//! What is advised about evaluators.

use evenhand_protocol::{Advice, AdviceReason, CountOf, ScoreScale};

use super::{Sentence, sentence};
use crate::{Language, advice_reason, count, count_of, speaker::Speaker};

/// How many are advised what: review, re-train, brief, too little data, of all.
pub(super) fn how_many(speaker: &Speaker<'_>, [review, retrain, brief, little, n]: [u32; 5]) -> Sentence {
    let language = speaker.language;
    let keep = n - review - retrain - brief - little;
    let all = count_of(language, CountOf::Evaluators, n);
    let (review, retrain, brief, little, keep) =
        (count(review), count(retrain), count(brief), count(little), count(keep));
    match language {
        Language::En => sentence(
            format!(
                "Of {all}: review the scores of {review}, re-train {retrain}, brief {brief}, keep {keep} as they are; {little} have too few score sheets."
            ),
            "Every advice names its reasons, each beyond its threshold in the policy and beyond chance."
                .to_owned(),
        ),
        Language::Zh => sentence(
            format!(
                "在{all}中：复核{review}名的评分，重新培训{retrain}名，沟通提醒{brief}名，保持{keep}名；{little}名评分表太少。"
            ),
            "每项建议都列出理由，均超过规则中的阈值且超出随机波动。".to_owned(),
        ),
    }
}

/// One evaluator whose scores should be reviewed or who should be trained again.
pub(super) fn advised(
    speaker: &Speaker<'_>,
    evaluator: &str,
    advice: Advice,
    reasons: &[AdviceReason],
    scale: &ScoreScale,
) -> Sentence {
    let language = speaker.language;
    let evaluator = speaker.evaluator(evaluator);
    let mut clauses = reasons.iter().map(|reason| advice_reason(language, reason, scale, speaker.names));
    let first = clauses.next().unwrap_or_default();
    let others: Vec<String> = clauses.collect();
    let advice = crate::advice(language, advice);
    let others = others.join(language.pick("; ", "；"));
    let detail = match (language, others.is_empty()) {
        (Language::En, false) => format!("Also: {others}."),
        (Language::En, true) => "This is beyond its threshold in the policy, and beyond chance.".to_owned(),
        (Language::Zh, false) => format!("此外：{others}。"),
        (Language::Zh, true) => "该理由超过规则中的阈值，且超出随机波动。".to_owned(),
    };
    match language {
        Language::En => sentence(format!("Evaluator {evaluator} – {advice}: {first}."), detail),
        Language::Zh => sentence(format!("评估员{evaluator}——建议{advice}：{first}。"), detail),
    }
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{FindingKind, RatingEffect};

    use super::*;
    use crate::{Ids, finding, test_support::check};

    #[test]
    fn advice_in_words() {
        let scale = ScoreScale::Points { min: 0.0, max: 10.0 };
        let effects = |effects: &[RatingEffect]| AdviceReason::UsesScale { effects: effects.to_vec() };
        let of = |reasons| FindingKind::Advised {
            evaluator: "E017".to_owned(),
            advice: Advice::Retrain,
            reasons,
            scale,
        };
        let kinds = [
            of(vec![effects(&[RatingEffect::Halo])]),
            of(vec![effects(&[RatingEffect::Halo]), effects(&RatingEffect::ALL)]),
            FindingKind::AdviceCount { n_review: 1, n_retrain: 2, n_brief: 3, n_too_little: 1, n: 22 },
        ];
        for language in Language::ALL {
            for kind in &kinds {
                let said = finding(language, kind, &Ids);
                check(language, &said.headline);
                check(language, &said.detail);
            }
        }
        assert_eq!(
            finding(Language::En, &kinds[0], &Ids).headline,
            "Evaluator E017 – re-train: uses the scale differently from colleagues: Halo."
        );
        assert_eq!(
            finding(Language::Zh, &kinds[2], &Ids).headline,
            "在22名评估员中：复核1名的评分，重新培训2名，沟通提醒3名，保持15名；1名评分表太少。"
        );
    }
}
