//! Whether providers differ, and whether they changed.

use evenhand_protocol::{CountOf, RankInterval};

use super::{Sentence, Value, absence_of_evidence, false_alarms, sentence};
use crate::{Language, count, count_of, number, percent, rank, signed, speaker::Speaker, with_interval};

/// How many pairs can be told apart.
pub(super) fn separation(speaker: &Speaker<'_>, round: &str, share: f64, n: u32) -> Sentence {
    let language = speaker.language;
    let round = speaker.round(round);
    let providers = count_of(language, CountOf::Providers, n);
    let (apart, rest) = (percent(share, 0), percent(1.0 - share, 0));
    match language {
        Language::En => sentence(
            format!("In {round}, {apart} of the pairs among {providers} can be told apart."),
            format!(
                "Told apart means that the adjusted composites differ by more than the 95% bound of their difference. Each pair is judged by itself at the 5% level, so up to about 5% of the pairs would pass by chance alone; pairs not linked by common evaluators count as not told apart. For the other {rest} of the pairs the order may be chance."
            ),
        ),
        Language::Zh => sentence(
            format!("{round}的{providers}两两相比，有{apart}可以分出高下。"),
            format!(
                "“分出高下”指校正得分之差超出其95%界限。每一对都单独按5%水平判断，即使毫无差别，也会有至多约5%的机构对仅因随机波动而被“分出高下”；没有共同评估员关联的机构对，计为未分出高下。其余{rest}的机构对，先后可能只是随机波动。"
            ),
        ),
    }
}

/// Who leads, and how surely.
pub(super) fn leader(
    speaker: &Speaker<'_>,
    [round, provider]: [&str; 2],
    adjusted: Value<'_>,
    rank: &RankInterval,
) -> Sentence {
    let language = speaker.language;
    let (round, provider) = (speaker.round(round), speaker.provider(provider));
    let size = speaker.composite(adjusted.0);
    let full = with_interval(language, adjusted.0, adjusted.1, 1);
    let sure = rank.low == rank.high;
    let (low, high) = (count(rank.low), count(rank.high));
    let chance = rank.probability.map(|probability| percent(probability, 0));
    match language {
        Language::En => sentence(
            match (sure, &chance) {
                (true, Some(_)) => {
                    format!("Provider {provider} leads in {round} with {size}, and very likely is the best.")
                }
                (true, None) => format!(
                    "Provider {provider} leads in {round} with {size}, and the data leave no other rank open."
                ),
                (false, Some(_)) => format!(
                    "Provider {provider} leads in {round} with {size}, but its true rank may well be anything from {low} to {high}."
                ),
                (false, None) => format!(
                    "Provider {provider} leads in {round} with {size}, but the data leave any rank from {low} to {high} open."
                ),
            },
            match &chance {
                Some(chance) => format!(
                    "Adjusted composite = {full}, with each evaluator's severity removed; probability that the true rank lies from {low} to {high}: {chance}."
                ),
                None => format!(
                    "Adjusted composite = {full}, with each evaluator's severity removed; ranks of the 95% confidence set: {low} to {high}."
                ),
            },
        ),
        Language::Zh => sentence(
            match (sure, &chance) {
                (true, Some(_)) => {
                    format!("{round}排名第一的是机构{provider}，得{size}，真实水平也很可能居首。")
                }
                (true, None) => format!("{round}排名第一的是机构{provider}，得{size}，数据不支持其他名次。"),
                (false, Some(_)) => format!(
                    "{round}排名第一的是机构{provider}，得{size}，但真实名次在第{low}至第{high}名之间都有可能。"
                ),
                (false, None) => format!(
                    "{round}排名第一的是机构{provider}，得{size}，但从数据看，第{low}至第{high}名都有可能。"
                ),
            },
            match &chance {
                Some(chance) => format!(
                    "校正得分 = {full}，已剔除评估员的严厉度差异；真实名次在第{low}至第{high}名之间的概率为{chance}。"
                ),
                None => {
                    format!(
                        "校正得分 = {full}，已剔除评估员的严厉度差异；95%名次置信集合为第{low}至第{high}名。"
                    )
                }
            },
        ),
    }
}

/// How many providers improved and declined.
pub(super) fn how_many_changed(
    speaker: &Speaker<'_>,
    round: &str,
    [n_improved, n_declined]: [u32; 2],
    n: u32,
) -> Sentence {
    let language = speaker.language;
    let round = speaker.round(round);
    let providers = count_of(language, CountOf::Providers, n);
    let (improved, declined) = (count(n_improved), count(n_declined));
    let none = n_improved == 0 && n_declined == 0;
    let more = if none { absence_of_evidence(language) } else { false_alarms(language) };
    match language {
        Language::En => sentence(
            if none {
                format!(
                    "Of {providers} scored in {round} and before, none can be shown to have changed since the previous round."
                )
            } else {
                format!(
                    "Of {providers} scored in {round} and before, {improved} improved and {declined} declined since the previous round, beyond chance."
                )
            },
            format!("Adjusted composites, each provider compared with its own previous round. {more}"),
        ),
        Language::Zh => sentence(
            if none {
                format!("{round}与上一轮可比的{providers}中，没有证据表明有机构发生变化。")
            } else {
                format!(
                    "{round}与上一轮可比的{providers}中，{improved}家提升，{declined}家下降，变化超出随机波动。"
                )
            },
            format!("采用校正得分，每家机构与自己的上一轮相比。{more}"),
        ),
    }
}

/// One provider changed.
pub(super) fn changed(
    speaker: &Speaker<'_>,
    provider: &str,
    [from_round, round]: [&str; 2],
    change: Value<'_>,
) -> Sentence {
    let language = speaker.language;
    let provider = speaker.provider(provider);
    let (from_round, round) = (speaker.round(from_round), speaker.round(round));
    let size = speaker.composite(change.0);
    let full = with_interval(language, change.0, change.1, 1);
    let down = change.0 < 0.0;
    match language {
        Language::En => {
            let verb = if down { "declined" } else { "improved" };
            sentence(
                format!(
                    "Provider {provider} {verb} by {size} from {from_round} to {round}, more than chance explains."
                ),
                format!(
                    "Change of the adjusted composite = {full}; the test is adjusted for the number of providers in the round (Benjamini & Hochberg 1995)."
                ),
            )
        }
        Language::Zh => {
            let verb = if down { "下降" } else { "提升" };
            sentence(
                format!("机构{provider}从{from_round}到{round}{verb}了{size}，超出随机波动。"),
                format!("校正得分变化 = {full}；检验已按该轮机构数作多重校正（Benjamini与Hochberg，1995）。"),
            )
        }
    }
}

/// A rank that depends on who scored.
pub(super) fn adjustment(
    speaker: &Speaker<'_>,
    [provider, round]: [&str; 2],
    [rank_raw, rank_adjusted]: [f64; 2],
    difference: f64,
) -> Sentence {
    let language = speaker.language;
    let (provider, round) = (speaker.provider(provider), speaker.round(round));
    let (before, after) = (rank(rank_raw), rank(rank_adjusted));
    let size = signed(difference, 1);
    let lenient = difference < 0.0;
    match language {
        Language::En => {
            let who = if lenient { "more lenient" } else { "harsher" };
            sentence(
                format!(
                    "Who scored makes a difference for provider {provider} in {round}: rank {before} by raw scores, rank {after} once the evaluators' severity is removed."
                ),
                format!(
                    "Adjusted minus raw composite = {size} points of 100: its evaluators were {who} than those of the others. Ranks have uncertainty of their own; see the league table."
                ),
            )
        }
        Language::Zh => {
            let who = if lenient { "偏宽" } else { "偏严" };
            sentence(
                format!(
                    "机构{provider}在{round}的名次受评估员人选影响：按原始得分排第{before}名，剔除评估员严厉度后排第{after}名。"
                ),
                format!(
                    "校正得分减原始得分 = {size}分（百分制），说明为其评分的评估员比其他机构的{who}。名次本身也有不确定性，见排名表。"
                ),
            )
        }
    }
}

/// The design falls apart.
pub(super) fn not_linked(speaker: &Speaker<'_>, n_subsets: u32) -> Sentence {
    let n = number(f64::from(n_subsets), 0);
    match speaker.language {
        Language::En => sentence(
            format!("The data fall into {n} parts that share no evaluator; providers cannot be compared between parts."),
            "Between such parts nobody can tell a harsher panel from weaker providers. A few evaluators who score in both parts would link them.".to_owned(),
        ),
        Language::Zh => sentence(
            format!("数据分成{n}个没有共同评估员的部分，机构之间不能跨部分比较。"),
            "在这些部分之间，无法区分是评审组偏严还是机构较差；只要有几名评估员同时参与两部分的评分，即可建立关联。".to_owned(),
        ),
    }
}
