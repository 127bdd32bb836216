use super::parts::{Column, column};

words! {
    /// Agreement in detail, on the page about evaluators.
    pub struct AgreementWords {
        heading = "Agreement in detail", "一致性详情";
        open = "Show every coefficient, indicator, group and pair", "展开全部系数、指标、分组和两两比较";
        which_heading = "Which coefficient answers which question", "哪个系数回答哪个问题";
        which_note = "For scores that are averaged, read ICC(A,1) and ICC(A,k); for ratings of a single indicator, read Krippendorff's alpha. The others are for readers who need them.",
            "对需要取平均的评分，看ICC(A,1)和ICC(A,k)；对单个指标的评分，看Krippendorff α。其余系数供有需要的读者查阅。";
        all_coefficients = "All coefficients", "全部系数";
        scale = "Benchmark", "评语标准";
        by_round = "By round", "按轮次";
        by_indicator = "By indicator", "按指标";
        by_dimension = "By dimension", "按维度";
        by_qualification = "By qualification of the evaluators", "按评估员资质";
        by_group = "By group of the evaluators", "按评估员分组";
        differences_heading = "Does agreement differ between rounds or groups?", "各轮次、各组之间的一致性有无差别？";
        difference: Column = column("Difference of alpha", "Alpha of the first less alpha of the second, with its 95% interval."),
            column("α之差", "前者的α减后者的α，附95%置信区间。");
        difference_p: Column = column("p", "p of “no difference”, adjusted for the number of differences of the kind."),
            column("p", "“没有差别”这一假设的p值，已按同类差异的数量校正。");
        compared_with: Column = column("Compared with", "What the part is compared with."), column("对照", "与之比较的部分。");
        no_difference = "There are no two rounds or groups whose agreement can be compared.", "没有可以比较一致性的两个轮次或两组。";
        pairs_heading = "Which two evaluators agree?", "哪两名评估员一致？";
        pairs_rounded = "For this the composites were rounded to whole points of 100.", "为此，综合得分已四舍五入为百分制整数。";
        no_groups = "Neither qualification nor group of the evaluators is given, so groups cannot be compared.", "数据中没有评估员资质或分组，无法按组比较。";
        columns: AgreementColumns = AgreementColumns::EN, AgreementColumns::ZH;
        method = "Intraclass correlations compare composites: from mean squares where every panel is complete (McGraw & Wong 1996), else from REML variance components of all panels, rounds and occasions set to the same level first (ten Hove, Jorgensen & van der Ark 2022). Krippendorff's alpha takes missing scores as they are (Krippendorff 2011). Coefficients of categories are computed for ratings of one indicator with at most 50 different values (Gwet 2014). Where the same providers come back, intervals count each provider once and err on the wide side. The word for a coefficient is the highest that it deserves with a probability of at least .95 (Gwet 2014).",
            "组内相关系数比较综合得分：评审组全部完整时由均方计算（McGraw与Wong，1996），否则由全部评审组的REML方差分量计算，并先扣除各轮次、各场次的水平差异（ten Hove、Jorgensen与van der Ark，2022）。Krippendorff α直接处理缺失评分（Krippendorff，2011）。类别系数只对不超过50个不同取值的单个指标评分计算（Gwet，2014）。同一机构多次出现时，区间按每家机构计一次，因而偏宽。评语取概率不低于.95的最高等级（Gwet，2014）。";
    }
}

words! {
    /// Column heads of the tables of agreement.
    pub struct AgreementColumns {
        part: Column = column("Part", "Which part of the scores."), column("部分", "评分的哪一部分。");
        coefficient: Column = column("Coefficient", "Name of the coefficient."), column("系数", "系数的名称。");
        question: Column = column("Question", "What it tells."), column("问题", "该系数回答的问题。");
        value: Column = column("Value", "Estimate with its 95% interval."), column("数值", "估计值，附95%置信区间。");
        n: Column = column("Rests on", "What the estimate counts."), column("依据", "估计所依据的数量。");
        n_units: Column = column("Units", "Providers on one occasion of one round, with two score sheets or more."),
            column("单元", "一轮一场的机构，有两份或更多评分表。");
        n_evaluators: Column = column("Evaluators", "Evaluators in this part."), column("评估员", "该部分的评估员人数。");
        first: Column = column("Evaluator", "One of the two."), column("评估员", "两名之一。");
        second: Column = column("and", "The other."), column("另一名", "两名之另一名。");
        kappa: Column = column("Weighted kappa", "Agreement of the two on the composites beyond chance, quadratic weights, with its 95% interval."),
            column("加权κ", "两人综合得分超出随机的一致程度，平方权重，附95%置信区间。");
        n_shared: Column = column("Common units", "Provider occasions both scored."), column("共同单元", "两人都评过的机构场次。");
        p_adjusted: Column = column("p", "p of “no agreement beyond chance”, adjusted for the number of pairs."),
            column("p", "“没有超出随机的一致”这一假设的p值，已按对数校正。");
    }
}
