use super::parts::{Column, column};

words! {
    /// Measures, interactions, unexpected scores and the use of the scale, on the page about evaluators.
    pub struct FacetsWords {
        heading = "Where do evaluators depart from their own standard?", "评估员在哪里偏离了自己的尺度？";
        open = "Show the measures of all facets, departures by round, indicator and category of providers, surprising scores, and how the steps of the scale are used", "展开各侧面的测量值、按轮次、指标、机构类别的偏离、出人意料的评分，以及各分值的使用情况";
        measures_heading = "Measures on one ruler", "同一量尺上的测量值";
        measures_of = "Measures of", "测量对象";
        of_evaluators = "Evaluators (higher = harsher)", "评估员（越高越严厉）";
        of_indicators = "Indicators (higher = harder)", "指标（越高越难）";
        of_providers = "Providers by round (higher = better)", "各轮中的机构（越高越好）";
        summary_heading = "How far they are apart", "彼此相差多少";
        observed_average: Column = column("Observed average", "Mean of the scores as given."), column("观察平均分", "原始评分的平均值。");
        fair_average: Column = column("Fair average", "The average that is expected with average providers, evaluators and indicators."), column("公平平均分", "在机构、评估员和指标均为平均水平时预期的平均分。");
        measure: Column = column("Measure", "Position on the ruler in logits, corrected for bias."), column("测量值", "在量尺上的位置（logit），已校正偏差。");
        model_se: Column = column("Model S.E.", "Standard error of the measure if scores were independent and all other measures known."), column("模型标准误", "假定评分相互独立且其他测量值已知时，测量值的标准误。");
        uncorrected: Column = column("Uncorrected", "The measure of maximum likelihood, as Facets prints it."), column("未校正测量值", "最大似然估计的测量值，与Facets软件所列相同。");
        infit_square: Column = column("Infit", "Information-weighted mean square: 1 is as expected, above 1.5 noisy, below 0.5 too regular."), column("内拟合均方", "按信息量加权的残差均方：1为符合预期，高于1.5为噪声偏大，低于0.5为过于规律。");
        infit_z: Column = column("Infit z", "The infit as a standard normal deviate; beyond ±2 is unlikely by chance."), column("内拟合z值", "内拟合均方的标准化值；超出±2则难以用偶然解释。");
        outfit_square: Column = column("Outfit", "Unweighted mean square, sensitive to single surprising scores."), column("外拟合均方", "未加权的残差均方，对个别出人意料的评分敏感。");
        outfit_z: Column = column("Outfit z", "The outfit as a standard normal deviate."), column("外拟合z值", "外拟合均方的标准化值。");
        point_measure: Column = column("Correlation", "Point-measure correlation: of the scores with the positions that the model gives them."), column("点测相关", "评分与模型所给位置之间的相关系数。");
        point_measure_expected: Column = column("Expected correlation", "That correlation if the scores followed the model."), column("预期点测相关", "评分符合模型时的点测相关。");
        same_score: Column = column("Same score", "Share of pairs of scores with a colleague that are the same."), column("评分相同比例", "与同组评估员评分相同的评分对所占比例。");
        same_score_expected: Column = column("Expected", "The share that the model expects of independent evaluators."), column("预期比例", "模型对相互独立的评估员预期的比例。");
        extreme: Column = column("Extreme", "All scores are the lowest or the highest that were possible: the measure is a convention."), column("极端", "全部评分均为最低或最高：测量值仅为约定。");
        extreme_yes = "extreme", "极端";
        spread_of: Column = column("Elements", "Which elements, and whether they are all there are or a sample of more."), column("对象", "包括哪些对象，以及视为总体还是样本。");
        elements: Column = column("n", "Elements with a measure."), column("对象数", "有测量值的对象数。");
        rmse: Column = column("RMSE", "Root mean square of the standard errors."), column("均方根误差", "标准误的均方根。");
        adjusted_sd: Column = column("Adjusted SD", "Standard deviation of the measures less error."), column("校正标准差", "扣除误差后测量值的标准差。");
        separation: Column = column("Separation", "Adjusted standard deviation by RMSE."), column("分离度", "校正标准差与均方根误差之比。");
        strata: Column = column("Strata", "Levels that can be told apart: (4 G + 1) / 3."), column("分层数", "能够区分的层数：(4G+1)/3。");
        separation_reliability: Column = column("Reliability", "Share of the measures' variance that is not error; for evaluators a high one means that they differ, not that they agree."), column("信度", "测量值方差中不属于误差的比例；对评估员而言，高信度表示彼此不同，而非一致。");
        all_sample = "all, as a sample", "全部，视为样本";
        all_population = "all, as the population", "全部，视为总体";
        inner_sample = "without extremes, as a sample", "不含极端值，视为样本";
        inner_population = "without extremes, as the population", "不含极端值，视为总体";
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
        method = "One many-facet Rasch model of all scores (Linacre 1989; joint maximum likelihood, corrected for bias, iterated until no sum of ratings is off by more than 0.01 and no measure moves by more than 0.0001 logits): providers in their rounds, evaluators with one severity each, indicators; evaluators and indicators are centred at 0. Measures are those of Facets, Table 7, multiplied by a factor that corrects the bias of joint estimation (Wright & Douglas 1977); uncorrected ones stand beside them, and their standard errors are larger by the same factor. Fair averages are computed at the mean measures of all other facets, mean squares as by Wright & Masters (1982), the chi-squares as by Hedges & Olkin (1985). An interaction is what must be added to the location of a pair's scores for their expected sum to be the observed one, all else held fixed (Facets, Tables 9 to 13). Its standard error is widened by the root of how much score sheets vary beyond the model (McCullagh & Nelder 1989), since scores of one sheet go together; what the main measures take up of it, being estimated from the same scores, is given back, so that it is a departure from elsewhere; pairs with nothing elsewhere are left out; t has as many degrees of freedom as sheets less one, and p are adjusted over all pairs of a kind (Benjamini & Hochberg 1995). A score is surprising from 3 standard deviations on (Table 4). Curves and thresholds are those of the rating scale model (Andrich 1978; Table 8), or of the partial credit model (Masters 1982) where indicators have different ranges.",
            "对全部评分拟合一个多面Rasch模型（Linacre，1989；联合最大似然，校正偏差，迭代至评分之和的偏差不超过0.01、测量值的变化不超过0.0001 logit）：各轮中的机构、每人一个严厉度的评估员，以及指标；评估员和指标均以0为中心。测量值对应Facets软件表7，并乘以校正联合估计偏差的系数（Wright与Douglas，1977）；未校正的测量值列于一旁，其标准误按同一系数放大。公平平均分按其他各侧面的平均测量值计算，均方按Wright与Masters（1982），卡方按Hedges与Olkin（1985）。交互作用是在其他测量值固定时，为使某一组合的期望总分等于实际总分而须加上的数值（Facets软件表9至表13）。同一评分表的评分彼此关联，因此标准误按评分表超出模型的变异的平方根放大（McCullagh与Nelder，1989）；主测量值由同一批评分估计，会吸收一部分交互作用，这部分已予补回，因此所得为相对其他地方的偏离；没有其他地方可比的组合不列；t的自由度为评分表数减一，p值按同类全部组合校正（Benjamini与Hochberg，1995）。偏差达到3个标准差即为出人意料（表4）。曲线和阈值采用评定量表模型（Andrich，1978；表8），各指标分值范围不同时采用部分计分模型（Masters，1982）。";
    }
}
