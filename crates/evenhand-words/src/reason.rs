use evenhand_protocol::Reason;

use crate::{Language, count, counts::counted};

/// Why a statistic is undefined, as a sentence.
/// One arm per reason: the list is long because the protocol's is.
pub fn reason(language: Language, reason: &Reason) -> String {
    let fixed = |en: &str, zh: &str| language.pick(en, zh).to_owned();
    match reason {
        Reason::TooFewUnits { needed, found } => too_few_units(language, *needed, *found),
        Reason::TooFewIndicators { found } => too_few_indicators(language, *found),
        Reason::TooLarge { limit, found } => too_large(language, *limit, *found),
        Reason::OneSource => {
            fixed("All scores of the round come from one source.", "本轮评分全部来自同一来源。")
        }
        Reason::OneEvaluator => fixed(
            "Only one evaluator scored, so agreement cannot be computed.",
            "只有一名评估员评分，无法计算一致性。",
        ),
        Reason::NoCompletePanel => fixed(
            "No two providers were scored by the same panel of evaluators, so agreement cannot be computed.",
            "没有两家机构由同一组评估员评分，无法计算一致性。",
        ),
        Reason::NoVariance => fixed(
            "All scores are equal, so there is nothing to compare.",
            "所有评分都相同，没有可比较的差异。",
        ),
        Reason::OneCluster => fixed(
            "All scores come from one score sheet, so it cannot be said how certain their mean is.",
            "所有评分都出自同一份评分表，无法判断均值的把握有多大。",
        ),
        Reason::NotLinked => fixed(
            "The values lie in parts of the data that share no evaluator, so they cannot be compared.",
            "相关数据分属没有共同评估员的不同部分，无法比较。",
        ),
        Reason::NoColleague => fixed(
            "The evaluator was alone on every panel, so there is no colleague to compare with.",
            "该评估员始终单独评分，没有同组评估员可供比较。",
        ),
        Reason::NoEarlierRound => {
            fixed("There is no earlier round to compare with.", "没有更早的轮次可供比较。")
        }
        Reason::NotScored => {
            fixed("The provider was not scored in the other round.", "该机构在另一轮中没有评分。")
        }
        Reason::OneRound => {
            fixed("There is only one round, so no change can be seen.", "只有一个轮次，无法观察变化。")
        }
        Reason::NoAffiliations => fixed(
            "The data carry no affiliations; both evaluators and providers need one.",
            "数据中没有所属单位，评估员和机构都需要提供。",
        ),
        Reason::NoConflicts => fixed(
            "The data declare no conflicts of interest; a table of evaluators and providers would.",
            "数据中没有申报的利益冲突，可另行提供评估员与机构的对应表。",
        ),
        Reason::NoTiedScores => fixed(
            "No evaluator scored a provider to which it is tied.",
            "没有评估员给与自己有关联的机构评分。",
        ),
        Reason::NothingSelected => fixed("No score passes the filters.", "没有符合筛选条件的评分。"),
        Reason::TooManyCategories { limit, found } => too_many_categories(language, *limit, *found),
        Reason::TooFewDimensions { needed, found } => too_few_dimensions(language, *needed, *found),
        Reason::CoarseScale { needed, found } => coarse_scale(language, *needed, *found),
        Reason::TooFewShared { needed } => too_few_shared(language, *needed),
        Reason::NotForComposites => fixed(
            "This coefficient is for the ratings of one indicator; composites of several are better served by the others.",
            "该系数用于单个指标的评分；对多个指标的综合得分，请看其他系数。",
        ),
        Reason::Negative => fixed(
            "Some scores are negative, so ratios of scores have no meaning.",
            "有评分为负数，评分之比没有意义。",
        ),
        Reason::NotConverged => fixed(
            "The data do not determine the parts that the scores are made of, so no estimate was found.",
            "数据不足以确定评分的各组成部分，无法得出估计值。",
        ),
        Reason::Inseparable => fixed(
            "The design cannot tell providers and evaluators apart, so it cannot be said what the scores vary by.",
            "现有设计无法区分机构与评估员的影响，因此无法判断评分差异的来源。",
        ),
        Reason::NotForThisObject => {
            fixed("This is said of the panels of providers only.", "这一结果只针对机构的评审组。")
        }
        Reason::NotFinite => {
            fixed("A value could not be computed as a finite number.", "有数值无法得出有限的结果。")
        }
    }
}

fn too_few_units(language: Language, needed: u32, found: u32) -> String {
    let needed = count(needed);
    match language {
        Language::En if found == 0 => {
            format!("At least {needed} units (providers or score sheets) are needed, but there is none.")
        }
        Language::En => {
            let verb = if found == 1 { "is" } else { "are" };
            format!(
                "At least {needed} units (providers or score sheets) are needed, but there {verb} only {}.",
                count(found)
            )
        }
        Language::Zh if found == 0 => format!("至少需要{needed}个单元（机构或评分表），而现在一个也没有。"),
        Language::Zh => format!("至少需要{needed}个单元（机构或评分表），而现在只有{}个。", count(found)),
    }
}

fn too_many_categories(language: Language, limit: u32, found: u32) -> String {
    let (limit, found) = (count(limit), count(found));
    match language {
        Language::En => format!(
            "There are {found} different values, too many to be taken for categories (at most {limit}); see the coefficients for scores."
        ),
        Language::Zh => {
            format!("共有{found}个不同取值，不宜视为类别（至多{limit}个），请看用于分数的系数。")
        }
    }
}

fn too_few_dimensions(language: Language, needed: u32, found: u32) -> String {
    let (needed, found) = (count(needed), count(found));
    match language {
        Language::En => format!(
            "A general factor can be told from special ones only with at least {needed} dimensions of the indicators; given here: {found}."
        ),
        Language::Zh => {
            format!("指标至少有{needed}个维度才能区分总因子与特殊因子，这里给出的维度数为{found}。")
        }
    }
}

fn coarse_scale(language: Language, needed: u32, found: u32) -> String {
    let (needed, found) = (count(needed), count(found));
    match language {
        Language::En => format!(
            "No indicator's scale has {needed} steps or more (at most {found}), so no value is rounder than the others."
        ),
        Language::Zh => format!("没有指标的分值达到{needed}个步长（最多{found}个），谈不上哪个分值更“整”。"),
    }
}

fn too_few_shared(language: Language, needed: u32) -> String {
    let needed = count(needed);
    match language {
        Language::En => {
            format!(
                "No two evaluators scored {needed} or more of the same providers, so pairs cannot be compared."
            )
        }
        Language::Zh => format!("没有两名评估员共同评过{needed}家或更多机构，无法两两比较。"),
    }
}

fn too_few_indicators(language: Language, found: u32) -> String {
    match language {
        Language::En if found == 0 => "There is no indicator; reliability needs at least two.".to_owned(),
        Language::En => {
            let indicators = counted(language, found, ["indicator", "indicators"], "");
            let verb = if found == 1 { "is" } else { "are" };
            format!("There {verb} only {indicators}; reliability needs at least two.")
        }
        Language::Zh if found == 0 => "没有指标，而计算信度至少需要两个。".to_owned(),
        Language::Zh => format!("只有{}个指标，而计算信度至少需要两个。", count(found)),
    }
}

fn too_large(language: Language, limit: u32, found: u32) -> String {
    let (limit, found) = (count(limit), count(found));
    match language {
        Language::En => format!(
            "The design is larger than this version computes exactly ({found}, the limit is {limit}); choose fewer rounds or categories."
        ),
        Language::Zh => {
            format!("数据规模为{found}，超出此版本可精确计算的上限{limit}，请减少所选轮次或类别。")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_reason_has_words() {
        for language in Language::ALL {
            for one in [
                Reason::TooFewUnits { needed: 3, found: 1 },
                Reason::TooFewUnits { needed: 3, found: 0 },
                Reason::OneEvaluator,
                Reason::OneSource,
                Reason::NoCompletePanel,
                Reason::TooFewIndicators { found: 1 },
                Reason::TooFewIndicators { found: 0 },
                Reason::NoVariance,
                Reason::OneCluster,
                Reason::NotLinked,
                Reason::NoColleague,
                Reason::NoEarlierRound,
                Reason::NotScored,
                Reason::OneRound,
                Reason::NoAffiliations,
                Reason::NoConflicts,
                Reason::NoTiedScores,
                Reason::NothingSelected,
                Reason::TooLarge { limit: 20_000, found: 31_500 },
                Reason::NotFinite,
                Reason::TooManyCategories { limit: 50, found: 812 },
                Reason::TooFewShared { needed: 10 },
                Reason::Inseparable,
                Reason::NotForThisObject,
                Reason::CoarseScale { needed: 20, found: 4 },
                Reason::TooFewDimensions { needed: 3, found: 2 },
                Reason::NotForComposites,
                Reason::Negative,
                Reason::NotConverged,
            ] {
                let text = reason(language, &one);
                check(language, &text);
                assert!(text.ends_with(language.pick('.', '。')), "{text:?}");
            }
        }
    }

    #[test]
    fn numbers_are_worded() {
        assert_eq!(
            reason(Language::En, &Reason::TooFewUnits { needed: 3, found: 1 }),
            "At least 3 units (providers or score sheets) are needed, but there is only 1."
        );
        assert_eq!(
            reason(Language::En, &Reason::TooFewIndicators { found: 1 }),
            "There is only 1 indicator; reliability needs at least two."
        );
        assert!(
            reason(Language::Zh, &Reason::TooLarge { limit: 20_000, found: 31_500 }).contains("上限20,000")
        );
    }
}
