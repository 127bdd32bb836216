use evenhand_protocol::Method;

use crate::Language;

/// Short name of a method and its source.
pub fn method(language: Language, method: Method) -> &'static str {
    let (en, zh) = match method {
        Method::IccAnova => (
            "intraclass correlation from the mean squares of complete panels, F interval (McGraw & Wong 1996)",
            "完整评审组均方的组内相关系数，F分布区间（McGraw与Wong，1996）",
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
        Method::ItemRestFisher => (
            "correlation with the mean of the other indicators, interval by Fisher's z",
            "与其余指标均值的相关系数，Fisher z变换区间",
        ),
        Method::MeanByProvider => ("mean, standard error clustered by provider", "均值，标准误按机构聚类"),
        Method::PanelMean => (
            "mean over the panel, standard error from the variance within panels, pooled",
            "评审组均值，标准误取自各评审组合并的组内方差",
        ),
        Method::Additive => (
            "least squares with providers and evaluators as fixed effects",
            "以机构和评估员为固定效应的最小二乘法",
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
                Method::LeaveOneOut,
                Method::LeaveOneOutByEvaluator,
                Method::LeaveOneOutPooled,
                Method::ChangePoint,
                Method::CronbachFeldt,
                Method::ItemRestFisher,
                Method::MeanByProvider,
                Method::PanelMean,
                Method::Additive,
            ] {
                check(language, method(language, one));
            }
        }
    }
}
