//! What the coefficients of agreement are called, and which question each answers.

use evenhand_protocol::Coefficient;

use crate::{Column, Language};

/// The name of a coefficient as the header, and the question it answers as the tip.
pub fn coefficient(language: Language, coefficient: Coefficient) -> Column {
    Column { header: name(language, coefficient), tip: question(language, coefficient) }
}

fn name(language: Language, coefficient: Coefficient) -> &'static str {
    let (en, zh) = match coefficient {
        Coefficient::Icc1 => ("ICC(1)", "ICC(1)"),
        Coefficient::IccA1 => ("ICC(A,1)", "ICC(A,1)"),
        Coefficient::IccC1 => ("ICC(C,1)", "ICC(C,1)"),
        Coefficient::Icc1k => ("ICC(1,k)", "ICC(1,k)"),
        Coefficient::IccAk => ("ICC(A,k)", "ICC(A,k)"),
        Coefficient::IccCk => ("ICC(C,k)", "ICC(C,k)"),
        Coefficient::AlphaInterval => ("Krippendorff's alpha", "Krippendorff α"),
        Coefficient::AlphaOrdinal => ("Ordinal alpha", "定序α"),
        Coefficient::AlphaNominal => ("Nominal alpha", "名义α"),
        Coefficient::AlphaRatio => ("Ratio alpha", "定比α"),
        Coefficient::PercentAgreement => ("Percent agreement", "一致率"),
        Coefficient::FleissKappa => ("Fleiss' kappa", "Fleiss κ"),
        Coefficient::CongerKappa => ("Conger's kappa", "Conger κ"),
        Coefficient::BrennanPrediger => ("Brennan-Prediger", "Brennan-Prediger系数"),
        Coefficient::GwetAc1 => ("Gwet's AC1", "Gwet AC1"),
        Coefficient::GwetAc2Linear => ("Gwet's AC2, linear", "Gwet AC2（线性）"),
        Coefficient::GwetAc2Quadratic => ("Gwet's AC2, quadratic", "Gwet AC2（平方）"),
        Coefficient::GwetAc2Ordinal => ("Gwet's AC2, ordinal", "Gwet AC2（定序）"),
        Coefficient::KendallW => ("Kendall's W", "Kendall W"),
    };
    language.pick(en, zh)
}

/// One sentence per coefficient: which question it answers.
fn question(language: Language, coefficient: Coefficient) -> &'static str {
    let (en, zh) = match coefficient {
        Coefficient::Icc1 => (
            "How far can one evaluator be relied on, if every provider is scored by others?",
            "若每家机构由不同的评估员评分，单名评估员的评分有多可靠？",
        ),
        Coefficient::IccA1 => (
            "How far can one evaluator stand for another, differences in severity counted as error?",
            "把严厉度差异计入误差，一名评估员能在多大程度上代替另一名？",
        ),
        Coefficient::IccC1 => (
            "How far does one evaluator order the providers as another does, whatever the level of the scores?",
            "不论分数高低，一名评估员对机构的排序与另一名有多接近？",
        ),
        Coefficient::Icc1k => (
            "How far can the mean of a panel be relied on, if every provider has another panel?",
            "若每家机构由不同的评审组评分，评审组均值有多可靠？",
        ),
        Coefficient::IccAk => (
            "How far can the mean of a panel stand for that of another panel, differences in severity counted as error?",
            "把严厉度差异计入误差，一个评审组的均值能在多大程度上代替另一组的均值？",
        ),
        Coefficient::IccCk => (
            "How far does the mean of a panel order the providers as that of another panel does?",
            "一个评审组的均值对机构的排序与另一组有多接近？",
        ),
        Coefficient::AlphaInterval => (
            "How much smaller are the differences between evaluators than chance would make them? Takes any pattern of missing scores.",
            "评估员之间的差异比随机情形小多少？可处理任意缺失。",
        ),
        Coefficient::AlphaOrdinal => (
            "The same, if only the order of the ratings counts and not the distances between them.",
            "同上，但只计评分的高低次序，不计间距。",
        ),
        Coefficient::AlphaNominal => {
            ("The same, if ratings are either equal or not.", "同上，但评分只分相同与不同。")
        }
        Coefficient::AlphaRatio => (
            "The same, if differences count in proportion to the size of the ratings.",
            "同上，但差异按评分大小的比例计算。",
        ),
        Coefficient::PercentAgreement => (
            "In how many of all pairs did two evaluators give the very same rating? Chance is not taken out.",
            "两名评估员给出完全相同评分的比例有多大？未剔除随机一致。",
        ),
        Coefficient::FleissKappa => (
            "How often is the same rating given beyond chance, if chance is how often each rating occurs overall?",
            "以各评分的总体频率为随机水平，完全相同的评分超出随机多少？",
        ),
        Coefficient::CongerKappa => (
            "The same, if chance is how often each evaluator gives each rating: habits of evaluators do not count as disagreement.",
            "同上，但以每名评估员各自的评分频率为随机水平，评分习惯不计作分歧。",
        ),
        Coefficient::BrennanPrediger => (
            "The same, if by chance every rating of the scale were equally likely.",
            "同上，但假定随机时各评分等可能出现。",
        ),
        Coefficient::GwetAc1 => (
            "The same, with chance put low where nearly all ratings are alike, so that high agreement on a lopsided scale is not called poor.",
            "同上，但当评分高度集中时下调随机水平，避免把高度一致误判为较差。",
        ),
        Coefficient::GwetAc2Linear => (
            "As AC1, with partial credit that falls with the distance of two ratings.",
            "同AC1，但两个评分越接近得分越多，按距离递减。",
        ),
        Coefficient::GwetAc2Quadratic => (
            "As AC1, with partial credit that falls with the squared distance, so that near misses count little.",
            "同AC1，但按距离的平方递减，相差一点几乎不扣。",
        ),
        Coefficient::GwetAc2Ordinal => (
            "As AC1, with partial credit that depends on how many ratings lie between, not on the distance.",
            "同AC1，但部分得分取决于两个评分之间隔了几级，而非距离。",
        ),
        Coefficient::KendallW => (
            "Do the evaluators of a panel put the providers in the same order? From ranks only, complete panels only.",
            "同一评审组的评估员对机构的排序是否相同？只用名次，只用完整评审组。",
        ),
    };
    language.pick(en, zh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_coefficient_has_a_name_and_a_question() {
        for language in Language::ALL {
            for one in Coefficient::ALL {
                let Column { header, tip } = coefficient(language, one);
                assert!(!header.is_empty());
                check(language, tip);
            }
        }
    }
}
