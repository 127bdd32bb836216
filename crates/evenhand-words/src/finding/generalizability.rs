//! What scores vary by, and how many evaluators are enough.

use super::{Sentence, sentence};
use crate::{Language, count, number, percent, speaker::Speaker};

/// Where the differences between single scores come from.
pub(super) fn variance_sources(
    speaker: &Speaker<'_>,
    providers: f64,
    evaluators: f64,
    residual: f64,
) -> Sentence {
    let [providers, evaluators, residual] = [providers, evaluators, residual].map(|share| percent(share, 0));
    match speaker.language {
        Language::En => sentence(
            format!(
                "Of the differences between single scores, {providers} lie with the providers and {evaluators} with who scored them."
            ),
            format!(
                "Shares of variance by a mixed model (REML). Providers: over all rounds, from round to round, and their strong and weak sides. Evaluators: severity, drift, and what they think of single providers and indicators. Unexplained: {residual}; the rest are rounds and indicators."
            ),
        ),
        Language::Zh => sentence(
            format!("单个评分的差异中，{providers}来自机构，{evaluators}取决于由谁来评。"),
            format!(
                "由混合模型（REML）得出的方差份额。机构：总体差异、各轮之间的变化、强项与弱项；评估员：严厉度、漂移，以及对个别机构和指标的看法。无法解释：{residual}；其余来自轮次和指标。"
            ),
        ),
    }
}

/// How dependable the panels are, and how many evaluators would reach the target.
pub(super) fn enough_evaluators(
    speaker: &Speaker<'_>,
    phi: f64,
    [n_evaluators, n_indicators]: [f64; 2],
    target: f64,
    [enough, tried]: [Option<u32>; 2],
) -> Sentence {
    let (phi, target) = (number(phi, 2), number(target, 2));
    let (n, indicators) = (number(n_evaluators, 1), number(n_indicators, 1));
    let tried = count(tried.unwrap_or(0));
    match speaker.language {
        Language::En => sentence(
            match enough {
                Some(1) => {
                    format!("One evaluator a provider would be enough for dependable levels ({target}).")
                }
                Some(enough) => format!(
                    "{} evaluators a provider are enough for dependable levels ({target}); it was {n} on average.",
                    count(enough)
                ),
                None => format!(
                    "Even {tried} evaluators a provider would not give dependable levels ({target}) with these indicators."
                ),
            },
            format!(
                "Phi of the panels as they were = {phi}, with {n} evaluators and {indicators} indicators (harmonic means). The number that is enough is for these indicators and evaluators of its own for each provider (Brennan 2001)."
            ),
        ),
        Language::Zh => sentence(
            match enough {
                Some(enough) => format!(
                    "每家机构{}名评估员即可得到可靠的水平判断（{target}）；实际平均为{n}名。",
                    count(enough)
                ),
                None => {
                    format!("以现有指标，即使每家机构{tried}名评估员，也得不到可靠的水平判断（{target}）。")
                }
            },
            format!(
                "实际评审组的Φ = {phi}，评估员{n}名、指标{indicators}个（调和平均）。所需人数以现有指标、每家机构各有评估员为准（Brennan，2001）。"
            ),
        ),
    }
}
