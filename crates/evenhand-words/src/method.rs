use evenhand_protocol::Method;

use crate::Language;

/// Short name of a method and its source.
pub fn method(language: Language, method: Method) -> &'static str {
    let (en, zh) = match method {
        Method::IccAnova => (
            "intraclass correlation from the mean squares of complete panels, F interval (McGraw & Wong 1996)",
            "完整评审组均方的组内相关系数，F分布区间（McGraw与Wong，1996）",
        ),
        Method::IccReml => (
            "intraclass correlation from REML variance components of incomplete panels, Monte-Carlo interval (ten Hove, Jorgensen & van der Ark 2022)",
            "由不完整评审组的REML方差分量得出的组内相关系数，蒙特卡洛区间（ten Hove、Jorgensen与van der Ark，2022）",
        ),
        Method::AlphaBootstrap => (
            "Krippendorff's alpha (2011), interval by a bootstrap over units",
            "Krippendorff（2011）α系数，按单元重抽样的自助法区间",
        ),
        Method::AlphaJackknife => (
            "Krippendorff's alpha (2011), interval from the jackknife over units",
            "Krippendorff（2011）α系数，按单元的刀切法区间",
        ),
        Method::GwetAnalytic => (
            "agreement on categories, standard error over units, t interval (Gwet 2014)",
            "类别一致性，按单元的标准误，t分布区间（Gwet，2014）",
        ),
        Method::AlphaDifference => (
            "difference of Krippendorff's alpha, paired over shared units, interval by a bootstrap over units",
            "Krippendorff α之差，按共同单元配对，自助法区间",
        ),
        Method::ConsistencyBootstrap => (
            "internal consistency, interval from a bootstrap over units",
            "内部一致性系数，按单元重抽样的自助法区间",
        ),
        Method::UpperLower => (
            "mean of the upper less mean of the lower 27% (Kelley 1939)",
            "高分组与低分组（各27%）均值之差（Kelley，1939）",
        ),
        Method::Entropy => ("entropy, corrected as in Miller (1955)", "熵，按Miller（1955）校正"),
        Method::Correlation => ("correlation, interval by Fisher's z", "相关系数，Fisher z变换区间"),
        Method::EffectiveWeight => (
            "share of the composite's variance (Wang & Stanley 1970), jackknife standard error",
            "占综合得分方差的份额（Wang与Stanley，1970），刀切法标准误",
        ),
        Method::KendallBootstrap => (
            "Kendall's W corrected for ties, interval by a bootstrap over units",
            "经同分校正的Kendall W，按单元重抽样的自助法区间",
        ),
        Method::KendallPooled => (
            "mean of Kendall's W over complete panels, weighted by their units",
            "各完整评审组Kendall W按单元数加权的均值",
        ),
        Method::KappaAnalytic => (
            "weighted kappa of two evaluators, large-sample standard error (Fleiss, Cohen & Everitt 1969)",
            "两名评估员的加权κ，大样本标准误（Fleiss、Cohen与Everitt，1969）",
        ),
        Method::SpreadRatio => (
            "ratio of standard deviations in the same places, severity taken out, jackknife over providers (Miller 1968)",
            "相同项目上扣除严厉度后的标准差之比，按机构的刀切法（Miller，1968）",
        ),
        Method::ResidualCorrelation => (
            "mean correlation of residuals within score sheets less that of the other evaluators, jackknife over sheets",
            "评分表内残差的平均相关减去其他评估员的平均相关，按评分表的刀切法",
        ),
        Method::ExactShares => (
            "difference of shares, interval of Newcombe (1998), p of Fisher's exact test",
            "比例之差，Newcombe（1998）区间，Fisher精确检验的p值",
        ),
        Method::PairedShares => (
            "mean difference of shares in the same places, standard error clustered by provider",
            "相同项目上比例之差的均值，标准误按机构聚类",
        ),
        Method::EntropyDifference => (
            "entropy less that of the other evaluators, jackknife over providers (Zahl 1977)",
            "熵减去其他评估员的熵，按机构的刀切法（Zahl，1977）",
        ),
        Method::LeaveOneOut => (
            "mean deviation from the other panel members, standard error clustered by score sheet",
            "与同组其他评估员的平均偏差，标准误按评分表聚类",
        ),
        Method::LeaveOneOutByEvaluator => (
            "mean deviation from the other panel members, standard error clustered by evaluator (Emerson, Seltzer & Lin 2009)",
            "与同组其他评估员的平均偏差，标准误按评估员聚类（Emerson、Seltzer与Lin，2009）",
        ),
        Method::LeaveOneOutPooled => (
            "mean deviation from the other panel members in the round, standard error from the sheet variance pooled over evaluators and rounds",
            "本轮与同组其他评估员的平均偏差，标准误取自各评估员各轮合并的评分表方差",
        ),
        Method::ChangePoint => (
            "effect after less effect before the best single change point, in an additive model of panels and evaluators",
            "“评审组＋评估员”加性模型中，最佳单一变化点后的效应减去此前的效应",
        ),
        Method::CronbachFeldt => {
            ("Cronbach's alpha, interval of Feldt (1965)", "克龙巴赫α系数，Feldt（1965）区间")
        }
        Method::CronbachJackknife => (
            "Cronbach's alpha from the covariances of pairs of indicators, as scores are missing; interval by the jackknife over units",
            "克龙巴赫α系数，因有缺失，按指标两两协方差计算；区间用刀切法（逐个略去单位）",
        ),
        Method::ItemRestFisher => (
            "correlation with the mean of the other indicators, interval by Fisher's z",
            "与其余指标均值的相关系数，Fisher z变换区间",
        ),
        Method::MeanByProvider => ("mean, standard error clustered by provider", "均值，标准误按机构聚类"),
        Method::PanelMean => (
            "mean over the panel, standard error from the variance within panels, pooled",
            "评审组均值，标准误取自各评审组合并的组内方差",
        ),
        Method::RemlProfile => (
            "variance component by REML, profile-likelihood interval (Bates et al. 2015)",
            "约束极大似然方差分量，剖面似然区间（Bates等，2015）",
        ),
        Method::RemlSatterthwaite => (
            "variance component by REML, chi-squared interval (Satterthwaite 1946)",
            "约束极大似然方差分量，卡方区间（Satterthwaite，1946）",
        ),
        Method::RemlPrediction => (
            "effect in a mixed model by REML, drawn towards the mean, conditional standard error",
            "混合模型（REML）中的效应，向均值收缩，条件标准误",
        ),
        Method::RemlFixed => (
            "the same as a fixed effect, the other effects staying random",
            "同一模型中作为固定效应，其余效应保持随机",
        ),
        Method::Additive => (
            "least squares with providers and evaluators as fixed effects",
            "以机构和评估员为固定效应的最小二乘法",
        ),
        Method::RandomEvaluators => (
            "mixed model with providers as fixed effects and evaluators drawn from a population (Henderson 1953, 1975)",
            "以机构为固定效应、评估员为随机效应的混合模型（Henderson，1953、1975）",
        ),
        Method::Hierarchical => (
            "posterior mean in a normal population of providers, credible interval by simulation (Morris 1983; Gelman 2006)",
            "机构服从正态总体时的后验均值，模拟得出的可信区间（Morris，1983；Gelman，2006）",
        ),
        Method::LinkedLinear => (
            "severity by round in the additive model, the rounds linked by common evaluators",
            "加性模型中各轮的严厉度，各轮由共同评估员衔接",
        ),
        Method::LinkedRasch => (
            "severity by round in a many-facet Rasch model (Linacre 1989), the rounds linked by common evaluators",
            "多面Rasch模型（Linacre，1989）中各轮的严厉度，各轮由共同评估员衔接",
        ),
        Method::SeverityTrend => (
            "weighted regression on rounds with random scatter (Thompson & Sharp 1999)",
            "对轮次的加权回归，含随机离散（Thompson与Sharp，1999）",
        ),
        Method::SeverityShift => (
            "weighted mean severity after less before the sharpest change",
            "变化最大处之后与之前的加权平均严厉度之差",
        ),
        Method::DriftRemoved => {
            ("composite with the drift of evaluators taken off", "扣除评估员漂移后的综合得分")
        }
        Method::ProviderDeviations => (
            "mean deviation from the other panel members, every provider counting once, t interval with pooled variance (Student 1908)",
            "与同组其他评估员的平均偏差，每家机构计一次，合并方差的t分布区间（Student，1908）",
        ),
        Method::ChangeSplit => (
            "part of the change of the mean composite (Kitagawa 1955) in an additive model of panels and evaluators",
            "平均综合得分变化的组成部分（Kitagawa，1955），基于“评审组＋评估员”加性模型",
        ),
        Method::NewcomerSeverity => (
            "mean difference from staying colleagues on the same panels, standard error clustered by newcomer",
            "与同组留任评估员的平均差，标准误按新评估员聚类",
        ),
        Method::GroupMean => (
            "mean over evaluators, t interval with separate variances (Welch 1947)",
            "按评估员平均，方差不等的t分布区间（Welch，1947）",
        ),
        Method::NoiseRatio => (
            "standard deviation of score sheets around panel and severity, jackknife over evaluators (Miller 1968)",
            "评分表围绕评审组和严厉度的标准差，按评估员的刀切法（Miller，1968）",
        ),
    };
    language.pick(en, zh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_method_has_words() {
        for language in Language::ALL {
            for one in [
                Method::IccAnova,
                Method::IccReml,
                Method::AlphaBootstrap,
                Method::AlphaJackknife,
                Method::GwetAnalytic,
                Method::AlphaDifference,
                Method::ConsistencyBootstrap,
                Method::UpperLower,
                Method::Entropy,
                Method::Correlation,
                Method::EffectiveWeight,
                Method::KendallBootstrap,
                Method::KendallPooled,
                Method::KappaAnalytic,
                Method::SpreadRatio,
                Method::ResidualCorrelation,
                Method::ExactShares,
                Method::PairedShares,
                Method::EntropyDifference,
                Method::LeaveOneOut,
                Method::LeaveOneOutByEvaluator,
                Method::LeaveOneOutPooled,
                Method::ChangePoint,
                Method::CronbachFeldt,
                Method::CronbachJackknife,
                Method::ItemRestFisher,
                Method::MeanByProvider,
                Method::PanelMean,
                Method::RemlProfile,
                Method::RemlSatterthwaite,
                Method::RemlPrediction,
                Method::RemlFixed,
                Method::Additive,
                Method::RandomEvaluators,
                Method::Hierarchical,
                Method::LinkedLinear,
                Method::LinkedRasch,
                Method::SeverityTrend,
                Method::SeverityShift,
                Method::DriftRemoved,
                Method::ProviderDeviations,
                Method::ChangeSplit,
                Method::NewcomerSeverity,
                Method::GroupMean,
                Method::NoiseRatio,
            ] {
                check(language, method(language, one));
            }
        }
    }
}
