//! Whether the indicators measure one thing, and count for what they should.

use super::{Sentence, Value, sentence};
use crate::{Language, count, n_of, number, percent, speaker::Speaker, with_interval};

/// The two indicators that are most alike; `[n_pairs, n_all]` counts the pairs that are, and all pairs.
pub(super) fn redundant(
    speaker: &Speaker<'_>,
    indicators: [&str; 2],
    correlation: Value<'_>,
    [n_pairs, n_all]: [u32; 2],
) -> Sentence {
    let language = speaker.language;
    let [first, second] = indicators.map(|id| speaker.indicator(id));
    let value = number(correlation.0, 2);
    let full = with_interval(language, correlation.0, correlation.1, 2);
    let counted = n_of(language, n_pairs, n_all);
    match language {
        Language::En => sentence(
            format!(
                "{first} and {second} order the providers almost alike ({value} of at most 1); one of them adds little."
            ),
            format!(
                "Correlation of panel means = {full}. Pairs whose whole interval reaches 0.90: {counted}; this is the strongest."
            ),
        ),
        Language::Zh => sentence(
            format!("{first}与{second}对机构的排序几乎相同（{value}，最高为1），其中之一增加的信息很少。"),
            format!("评审组均值的相关系数 = {full}。整个区间达到0.90的指标对：{counted}，此为最强的一对。"),
        ),
    }
}

/// The indicator whose part in the composite differs most from its weight.
pub(super) fn weight_differs(
    speaker: &Speaker<'_>,
    indicator: &str,
    nominal: f64,
    effective: Value<'_>,
    [n_differing, n]: [u32; 2],
) -> Sentence {
    let language = speaker.language;
    let indicator = speaker.indicator(indicator);
    let (given, real) = (percent(nominal, 0), percent(effective.0, 0));
    let full = with_interval(language, effective.0, effective.1, 2);
    let counted = n_of(language, n_differing, n);
    match language {
        Language::En => sentence(
            format!(
                "{indicator} is given {given} of the weight, but decides {real} of the differences between composites."
            ),
            format!(
                "Effective weight = {full} (Wang & Stanley 1970). Indicators that differ from their weight beyond chance and by a quarter or more: {counted}, adjusted for their number (Benjamini & Hochberg 1995). To count for what it should, a weight has to allow for how much an indicator varies and goes with the others."
            ),
        ),
        Language::Zh => sentence(
            format!("{indicator}的名义权重为{given}，实际却决定了综合得分差异的{real}。"),
            format!(
                "有效权重 = {full}（Wang与Stanley，1970）。与名义权重的差异超出随机波动且达四分之一以上的指标：{counted}，已按数量校正（Benjamini与Hochberg，1995）。若要名实相符，设定权重时须考虑指标的离散程度及其与其余指标的关联。"
            ),
        ),
    }
}

/// More than one dimension stands out from noise.
pub(super) fn several_dimensions(speaker: &Speaker<'_>, n_dimensions: u32, n_indicators: u32) -> Sentence {
    let (n, all) = (count(n_dimensions), count(n_indicators));
    match speaker.language {
        Language::En => sentence(
            format!(
                "The {all} indicators measure {n} things rather than one; a single composite mixes them."
            ),
            format!(
                "Parallel analysis of panel means (Horn 1965): {n} eigenvalues exceed the 95th percentile of uncorrelated indicators. Look at the results by dimension as well."
            ),
        ),
        Language::Zh => sentence(
            format!("{all}个指标反映的是{n}个方面而非一个，单一综合得分把它们混在一起。"),
            format!(
                "评审组均值的平行分析（Horn，1965）：{n}个特征值超过不相关指标的第95百分位。请同时查看分维度的结果。"
            ),
        ),
    }
}
