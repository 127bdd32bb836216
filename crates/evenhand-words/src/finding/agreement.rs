//! How far evaluators agree.

use evenhand_protocol::{EntityKind, Part};

use super::{Sentence, Value, sentence};
use crate::{
    Language, count, count_entities, icc_benchmark, n_of, number, part, speaker::Speaker, with_interval,
};

/// Agreement of one evaluator and of the panel mean.
pub(super) fn level(speaker: &Speaker<'_>, single: Value<'_>, panel: Value<'_>, k: f64) -> Sentence {
    let language = speaker.language;
    let (one, many) = (icc_benchmark(language, single.1), icc_benchmark(language, panel.1));
    let (one_value, many_value) = (number(single.0, 2), number(panel.0, 2));
    let one_full = with_interval(language, single.0, single.1, 2);
    let many_full = with_interval(language, panel.0, panel.1, 2);
    let k = speaker.panel_size(k);
    match language {
        Language::En => sentence(
            format!(
                "Agreement between single evaluators is {one} ({one_value} of at most 1); averaged over a panel of {k} it is {many} ({many_value})."
            ),
            format!(
                "ICC(A,1) = {one_full}; ICC(A,k) = {many_full} with k = {k} (McGraw & Wong 1996). The words are the benchmarks of Koo & Li (2016), applied to the lower end of the interval and not to the estimate."
            ),
        ),
        Language::Zh => sentence(
            format!(
                "单名评估员之间的一致性{one}（{one_value}，最高为1）；取{k}人评审组的均值后，一致性{many}（{many_value}）。"
            ),
            format!(
                "ICC(A,1) = {one_full}；ICC(A,k) = {many_full}，k = {k}（McGraw与Wong，1996）。评语采用Koo与Li（2016）的分级，依据区间下限而非估计值给出。"
            ),
        ),
    }
}

/// The round with the lowest agreement.
pub(super) struct Lowest<'a> {
    /// Round id.
    pub(super) round: &'a str,
    /// ICC(A,1) over all rounds.
    pub(super) overall: f64,
    /// Rounds it was chosen from.
    pub(super) n_rounds: u32,
}

impl Lowest<'_> {
    /// Agreement there against that of all rounds.
    pub(super) fn sentence(&self, speaker: &Speaker<'_>, single: Value<'_>) -> Sentence {
        let language = speaker.language;
        let round = speaker.round(self.round);
        let (value, all) = (number(single.0, 2), number(self.overall, 2));
        let full = with_interval(language, single.0, single.1, 2);
        let rounds = count_entities(language, EntityKind::Round, self.n_rounds);
        let sure = match single.1 {
            None => language.pick(
                "Without an interval it cannot be said whether the dip is more than chance.",
                "没有置信区间，无法判断这一下降是否超出随机波动。",
            ),
            Some(ends) if ends.high < self.overall => language.pick(
                "The whole interval lies below the value over all rounds.",
                "整个区间都低于全部轮次合计的数值。",
            ),
            Some(_) => language.pick(
                "The interval reaches up to the value over all rounds, so the dip may be chance.",
                "区间包含了全部轮次合计的数值，因此这一下降可能只是随机波动。",
            ),
        };
        match language {
            Language::En => sentence(
                format!("Evaluators agreed least in {round}: {value}, against {all} over all rounds."),
                format!(
                    "ICC(A,1) in that round = {full}. {sure} It is the lowest of {rounds} and was chosen for that, without adjustment for the choice, so the dip looks larger than it is."
                ),
            ),
            Language::Zh => sentence(
                format!("{round}的评估员一致性最低，为{value}，全部轮次合计为{all}。"),
                format!(
                    "该轮ICC(A,1) = {full}。{sure}该轮是因为在{rounds}中最低而被挑出的，区间未就此校正，因此降幅看起来偏大。"
                ),
            ),
        }
    }
}

/// The largest difference of agreement between two parts; `[n_differing, n]` counts those beyond chance and those tested.
pub(super) fn differs(
    speaker: &Speaker<'_>,
    parts: [&Part; 2],
    difference: Value<'_>,
    [n_differing, n]: [u32; 2],
) -> Sentence {
    let language = speaker.language;
    let [first, second] = parts.map(|of| part(language, of, speaker.names));
    let (more, less) = if difference.0 >= 0.0 { (&first, &second) } else { (&second, &first) };
    let size = number(difference.0.abs(), 2);
    let full = with_interval(language, difference.0, difference.1, 2);
    let counted = n_of(language, n_differing, n);
    match language {
        Language::En => sentence(
            format!("Evaluators agree less in {less} than in {more}, by {size}."),
            format!(
                "Difference of Krippendorff's alpha, {first} less {second}: {full}. Differences beyond chance: {counted}, adjusted for their number (Benjamini & Hochberg 1995); this is the largest."
            ),
        ),
        Language::Zh => sentence(
            format!("{less}的评估员一致性低于{more}，相差{size}。"),
            format!(
                "Krippendorff α之差（{first}减{second}）：{full}。超出随机波动的差异：{counted}，已按数量校正（Benjamini与Hochberg，1995）；此为其中最大者。"
            ),
        ),
    }
}

/// Pairs of evaluators not shown to agree beyond chance.
pub(super) fn pairs_doubtful(speaker: &Speaker<'_>, n_doubtful: u32, n: u32, min_shared: u32) -> Sentence {
    let language = speaker.language;
    let (counted, shared) = (n_of(language, n_doubtful, n), count(min_shared));
    match language {
        Language::En => sentence(
            format!("Pairs of evaluators who are not shown to agree more than by chance: {counted}."),
            format!(
                "Weighted kappa of composites of pairs with at least {shared} providers in common, adjusted for their number (Benjamini & Hochberg 1995). Few common providers leave wide intervals: not shown does not mean not there."
            ),
        ),
        Language::Zh => sentence(
            format!("没有证据表明一致程度超出随机的评估员对：{counted}。"),
            format!(
                "依据至少共同评过{shared}家机构的两名评估员综合得分的加权κ，已按对数校正（Benjamini与Hochberg，1995）。共同机构较少时区间很宽：没有证据不等于不一致。"
            ),
        ),
    }
}
