use evenhand_protocol::{Confounded, Effect};

use crate::Language;

/// The name of what scores vary by.
pub fn effect(language: Language, effect: Effect) -> &'static str {
    match effect {
        Effect::Round => language.pick("Rounds and occasions", "轮次与场次"),
        Effect::Provider => language.pick("Providers", "机构"),
        Effect::ProviderInRound => language.pick("Providers from round to round", "机构在各轮之间的变化"),
        Effect::Evaluator => language.pick("Evaluators: severity", "评估员：严厉度"),
        Effect::EvaluatorInRound => {
            language.pick("Evaluators from round to round: drift", "评估员在各轮之间：漂移")
        }
        Effect::Indicator => language.pick("Indicators: difficulty", "指标：难度"),
        Effect::ProviderIndicator => language.pick("Strong and weak sides of providers", "机构的强项与弱项"),
        Effect::ProviderEvaluator => {
            language.pick("Evaluators on single providers", "评估员对个别机构的看法")
        }
        Effect::EvaluatorIndicator => {
            language.pick("Evaluators on single indicators", "评估员对个别指标的尺度")
        }
        Effect::Residual => language.pick("Unexplained", "无法解释的部分"),
    }
}

/// Why an effect has no variance of its own, in a sentence.
pub fn confounded(language: Language, of: &Confounded) -> String {
    let name = effect(language, of.effect);
    match (language, of.with) {
        (Language::En, None) => format!("{name}: only one was seen."),
        (Language::Zh, None) => format!("{name}：只有一个，无从比较。"),
        (Language::En, Some(with)) => {
            format!("{name}: cannot be told from “{}” and is part of it.", effect(language, with))
        }
        (Language::Zh, Some(with)) => {
            format!("{name}：无法与“{}”区分，已并入其中。", effect(language, with))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_effect_has_words() {
        const ALL: [Effect; 10] = [
            Effect::Round,
            Effect::Provider,
            Effect::ProviderInRound,
            Effect::Evaluator,
            Effect::EvaluatorInRound,
            Effect::Indicator,
            Effect::ProviderIndicator,
            Effect::ProviderEvaluator,
            Effect::EvaluatorIndicator,
            Effect::Residual,
        ];
        for language in Language::ALL {
            for effect in ALL {
                for with in [None, Some(Effect::Residual)] {
                    check(language, &confounded(language, &Confounded { effect, with }));
                }
            }
        }
    }
}
