use super::parts::{Column, column};

words! {
    /// Interactions, unexpected scores and the use of the scale, on the page about evaluators.
    pub struct FacetsWords {
        heading = "Where do evaluators depart from their own standard?", "评估员在哪里偏离了自己的尺度？";
        open = "Show departures by round, indicator and category of providers, surprising scores, and how the steps of the scale are used", "展开按轮次、指标、机构类别的偏离、出人意料的评分，以及各分值的使用情况";
        with_round_heading = "Evaluators and rounds", "评估员与轮次";
        with_indicator_heading = "Evaluators and indicators", "评估员与指标";
        with_category_heading = "Evaluators and categories of providers", "评估员与机构类别";
        unexpected_heading = "Surprising scores", "出人意料的评分";
        categories_heading = "The steps of the scale", "分值的使用情况";
        category_of_providers: Column = column("Category", "The category of the providers."), column("类别", "机构的类别。");
        points: Column = column("Points", "Mean score less what the evaluator's severity lets expect; positive = higher scores."), column("分差", "平均评分与按评估员严厉度所预期的评分之差，正值为评分偏高。");
        size: Column = column("Logits", "The same as an interaction of the Rasch model, with the 95% interval."), column("交互作用（logit）", "Rasch模型的交互作用，附95%置信区间。");
        scores: Column = column("Scores", "Scores of the pair."), column("评分数", "该组合的评分数。");
        t: Column = column("t", "Size by its standard error, widened since scores of one sheet go together."), column("t值", "交互作用与标准误之比；同一评分表的评分彼此关联，标准误已相应放大。");
        p: Column = column("p", "p of “as elsewhere”, adjusted over all pairs."), column("p值", "“与其他地方相同”的p值，已按全部组合校正。");
        score: Column = column("Score", "As given."), column("评分", "原始评分。");
        expected: Column = column("Expected", "The score that provider, evaluator and indicator let expect."), column("预期评分", "按机构、评估员和指标所预期的评分。");
        deviation: Column = column("Deviation", "Distance from the expected score in standard deviations; positive = better."), column("偏差", "与预期评分的距离，以标准差为单位，正值为偏好。");
        step: Column = column("Step", "The score, or the scores that were put together."), column("分值", "分数，或合并在一起的分数。");
        share: Column = column("Share", "Share of all scores on the scale."), column("比例", "占该分值范围全部评分的比例。");
        average: Column = column("Average", "Mean of provider less severity less difficulty, in logits, where the step was given; it should rise from step to step."), column("平均测量值", "给出该分值时，机构减严厉度减难度的平均值（logit），应逐级上升。");
        expected_average: Column = column("Expected average", "The same as the model expects."), column("预期平均值", "模型预期的平均值。");
        outfit: Column = column("Outfit", "How surprising the step's scores are; 1 is as expected, above 2 is noise."), column("外拟合均方", "该分值的评分有多出人意料；1为符合预期，超过2为噪声。");
        threshold: Column = column("Threshold", "Where the step and the one below are equally likely (Andrich 1978), in logits, with its standard error."), column("阈值", "该分值与下一分值同样可能之处（Andrich，1978），单位为logit，附标准误。");
        most_probable: Column = column("Most likely from", "The lowest point from which on the step is the most likely score, in logits."), column("最可能起点", "从该处起该分值为最可能的评分，单位为logit。");
        never = "nowhere", "无";
        from_bottom = "the bottom", "最低处";
        method = "One many-facet Rasch model of all scores (Linacre 1989; joint maximum likelihood, corrected for bias, iterated until no sum of ratings is off by more than 0.01 and no measure moves by more than 0.0001 logits): providers in their rounds, evaluators with one severity each, indicators. An interaction is what must be added to the location of a pair's scores for their expected sum to be the observed one, all else held fixed (Facets, Tables 9 to 13). Its standard error is widened by the root of how much score sheets vary beyond the model (McCullagh & Nelder 1989), since scores of one sheet go together; what the main measures take up of it, being estimated from the same scores, is given back, so that it is a departure from elsewhere; pairs with nothing elsewhere are left out; t has as many degrees of freedom as sheets less one, and p are adjusted over all pairs of a kind (Benjamini & Hochberg 1995). A score is surprising from 3 standard deviations on (Table 4). Curves and thresholds are those of the rating scale model (Andrich 1978; Table 8), or of the partial credit model (Masters 1982) where indicators have different ranges.",
            "对全部评分拟合一个多面Rasch模型（Linacre，1989；联合最大似然，校正偏差，迭代至评分之和的偏差不超过0.01、测量值的变化不超过0.0001 logit）：各轮中的机构、每人一个严厉度的评估员，以及指标。交互作用是在其他测量值固定时，为使某一组合的期望总分等于实际总分而须加上的数值（Facets软件表9至表13）。同一评分表的评分彼此关联，因此标准误按评分表超出模型的变异的平方根放大（McCullagh与Nelder，1989）；主测量值由同一批评分估计，会吸收一部分交互作用，这部分已予补回，因此所得为相对其他地方的偏离；没有其他地方可比的组合不列；t的自由度为评分表数减一，p值按同类全部组合校正（Benjamini与Hochberg，1995）。偏差达到3个标准差即为出人意料（表4）。曲线和阈值采用评定量表模型（Andrich，1978；表8），各指标分值范围不同时采用部分计分模型（Masters，1982）。";
    }
}
