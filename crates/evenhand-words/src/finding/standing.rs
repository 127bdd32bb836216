//! Where the providers stand: the pass mark, ranks that hold together, and the funnel.

use evenhand_protocol::CountOf;

use super::{Sentence, absence_of_evidence, sentence};
use crate::{Language, count, count_of, number, speaker::Speaker};

/// On which side of the pass mark the providers lie.
pub(super) fn pass_mark(
    speaker: &Speaker<'_>,
    round: &str,
    mark: f64,
    [n_above, n_below, n_open]: [u32; 3],
) -> Sentence {
    let language = speaker.language;
    let (round, mark) = (speaker.round(round), number(mark, 1));
    let n = n_above + n_below + n_open;
    let providers = count_of(language, CountOf::Providers, n);
    let (above, below, open) = (count(n_above), count(n_below), count(n_open));
    match language {
        Language::En => sentence(
            if n_open == 0 {
                format!(
                    "In {round} the data tell for each of {providers} on which side of the pass mark of {mark} it lies."
                )
            } else {
                format!(
                    "In {round}, {open} of {providers} cannot be told apart from the pass mark of {mark}."
                )
            },
            format!(
                "Surely above: {above}; surely below: {below}. Surely means that the whole 95% interval of the adjusted composite lies on that side. Each provider is judged by itself."
            ),
        ),
        Language::Zh => sentence(
            if n_open == 0 {
                format!("{round}的{providers}，都能判明在及格线{mark}分的哪一侧。")
            } else {
                format!("{round}的{providers}中，有{open}家无法与及格线{mark}分区分开来。")
            },
            format!(
                "确定高于及格线：{above}家；确定低于及格线：{below}家。“确定”指校正得分的95%置信区间全部在该侧。每家机构单独判断。"
            ),
        ),
    }
}

/// How much of the order holds when all ranks are to hold at once.
pub(super) fn ranks_at_once(
    speaker: &Speaker<'_>,
    round: &str,
    n_first: u32,
    mean_width: f64,
    n: u32,
) -> Sentence {
    let language = speaker.language;
    let round = speaker.round(round);
    let providers = count_of(language, CountOf::Providers, n);
    let (first, width) = (count(n_first), number(mean_width, 1));
    match language {
        Language::En => sentence(
            if n_first == 1 {
                format!("In {round} one of {providers} is surely the best.")
            } else {
                format!(
                    "In {round} any of {first} of {providers} may be the best, if all ranks are to hold at once with 95%."
                )
            },
            format!(
                "Confidence sets that hold for the ranks of all providers at once with 95% leave {width} ranks open to a provider on average (Mogstad et al. 2024). They are strict; the likely ranks of the table are narrower."
            ),
        ),
        Language::Zh => sentence(
            if n_first == 1 {
                format!("{round}的{providers}中，有一家可以确定是最好的。")
            } else {
                format!(
                    "若要求全部名次以95%的把握同时成立，{round}的{providers}中有{first}家都可能是最好的。"
                )
            },
            format!(
                "在95%水平上对全部机构同时成立的名次置信集合，平均每家机构仍有{width}个名次不能排除（Mogstad等，2024）。这一标准较严，表中的可信名次范围更窄。"
            ),
        ),
    }
}

/// Providers outside the funnel.
pub(super) fn funnel_outliers(
    speaker: &Speaker<'_>,
    round: &str,
    [n_above, n_below, n]: [u32; 3],
    between_sd: f64,
) -> Sentence {
    let language = speaker.language;
    let round = speaker.round(round);
    let providers = count_of(language, CountOf::Providers, n);
    let (above, below, sd) = (count(n_above), count(n_below), number(between_sd, 1));
    let none = n_above == 0 && n_below == 0;
    let more = if none { absence_of_evidence(language) } else { "" };
    match language {
        Language::En => {
            let allowed = if between_sd > 0.0 {
                format!(
                    "Providers differ beyond chance, so the limits allow for a standard deviation of {sd} points between them (Spiegelhalter 2005)."
                )
            } else {
                "Chance alone explains how far the providers scatter (Spiegelhalter 2005).".to_owned()
            };
            sentence(
                if none {
                    format!("In {round} none of {providers} lies outside the spread of the others.")
                } else {
                    format!(
                        "In {round}, {above} of {providers} stand out as better than the others and {below} as worse."
                    )
                },
                join(&format!("Outside the 99.8% limits of the funnel plot. {allowed}"), more, " "),
            )
        }
        Language::Zh => {
            let allowed = if between_sd > 0.0 {
                format!(
                    "机构之间的差异超出随机波动，控制限已计入{sd}分的机构间标准差（Spiegelhalter，2005）。"
                )
            } else {
                "机构得分的离散程度可由随机波动解释（Spiegelhalter，2005）。".to_owned()
            };
            sentence(
                if none {
                    format!("{round}的{providers}均在整体离散范围之内，没有离群者。")
                } else {
                    format!("{round}的{providers}中，{above}家明显好于其他机构，{below}家明显差于其他机构。")
                },
                join(&format!("依据漏斗图的99.8%控制限。{allowed}"), more, ""),
            )
        }
    }
}

fn join(first: &str, second: &str, between: &str) -> String {
    if second.is_empty() { first.to_owned() } else { format!("{first}{between}{second}") }
}
