use super::parts::{Column, column};

words! {
    /// The page about evaluators.
    pub struct Evaluators {
        question = "Are the evaluators consistent, or drifting?", "评估员的评分是否一致，有没有漂移？";
        agreement_heading = "Do evaluators agree?", "评估员之间是否一致？";
        severity_heading = "Who is harsh, who is lenient?", "谁偏严，谁偏宽？";
        drift_heading = "Who has changed?", "谁的尺度变了？";
        affiliation_heading = "Is the own affiliation favoured?", "是否偏向本单位？";
        table_heading = "All evaluators", "全部评估员";
        sharpest_remark = "The change of an evaluator is the sharpest between any of the rounds, chosen for its size, so that its interval excludes 0 the more easily.",
            "评估员的变化取各轮之间最大的一次，因其幅度大而入选，区间更容易不含0。";
        select = "Choose evaluators to highlight", "选择要突出显示的评估员";
        only_drifting = "Only those who changed", "只看有变化的";
        harsher = "harsher", "偏严";
        more_lenient = "more lenient", "偏宽";
        rest_of_panel = "rest of the panel", "同组其他评估员";
        panel_size = "Evaluators per panel", "每个评审组的评估员人数";
        n_panels = "Complete panels", "完整评审组数";
        n_units = "Provider occasions", "评过的机构（按场次计）";
        n_units_left_out = "Provider occasions not used here", "未用于此处的机构（按场次计）";
        complete_panels_note = "Where every panel is complete, the correlations come from their mean squares; where scores are missing, all panels are used by way of REML variance components. The tip of each value names its method.",
            "评审组全部完整时由均方计算；有缺失时用REML方差分量，全部评审组都参与计算。每个数值的提示中注明方法。";
        same_affiliation = "Same affiliation", "同一单位";
        other_affiliation = "Other affiliation", "不同单位";
        difference = "Difference within evaluators", "评估员自身差值";
        icc: IccNames = IccNames::EN, IccNames::ZH;
        columns: EvaluatorColumns = EvaluatorColumns::EN, EvaluatorColumns::ZH;
        method = "Severity is how much lower an evaluator scores than the other panel members on the same provider, indicator and round; it is positive for harsher evaluators and has a 95% interval. Drift is tested in a model of panels and evaluators, so that neither a change of colleagues nor a drifting colleague is taken for one's own drift; the p values are adjusted for the number of evaluators (Benjamini & Hochberg 1995). Agreement is the intraclass correlation of composites (McGraw & Wong 1996), by REML where panels are incomplete (ten Hove, Jorgensen & van der Ark 2022).",
            "严厉度表示在同一机构、同一指标、同一轮次上，评估员的评分比同组其他评估员低多少；正值为偏严，附95%置信区间。漂移在“评审组＋评估员”模型中检验，同组成员变动或同组他人漂移不会被误认为本人漂移；p值按评估员人数作多重检验校正（Benjamini与Hochberg，1995）。一致性为综合得分的组内相关系数（McGraw与Wong，1996），评审组不完整时采用REML估计（ten Hove、Jorgensen与van der Ark，2022）。";
    }
}

words! {
    /// The six intraclass correlations: symbol and meaning.
    pub struct IccNames {
        icc_1: Column = column("ICC(1)", "One evaluator, each provider scored by different evaluators."),
            column("ICC(1)", "单名评估员，各机构由不同的评估员评分。");
        icc_a_1: Column = column("ICC(A,1)", "One evaluator, absolute agreement: differences in severity count as error."),
            column("ICC(A,1)", "单名评估员，绝对一致：严厉度差异计入误差。");
        icc_c_1: Column = column("ICC(C,1)", "One evaluator, consistency: differences in severity do not count."),
            column("ICC(C,1)", "单名评估员，相对一致：不计严厉度差异。");
        icc_1_k: Column = column("ICC(1,k)", "Panel mean, each provider scored by different evaluators."),
            column("ICC(1,k)", "评审组均值，各机构由不同的评估员评分。");
        icc_a_k: Column = column("ICC(A,k)", "Panel mean, absolute agreement."), column("ICC(A,k)", "评审组均值，绝对一致。");
        icc_c_k: Column = column("ICC(C,k)", "Panel mean, consistency."), column("ICC(C,k)", "评审组均值，相对一致。");
    }
}

words! {
    /// Column heads of the table of evaluators.
    pub struct EvaluatorColumns {
        evaluator: Column = column("Evaluator", "Id and, where given, name."), column("评估员", "编号，有姓名的同时列出姓名。");
        affiliation: Column = column("Affiliation", "Organisation the evaluator belongs to."),
            column("所属单位", "评估员所属的单位。");
        qualification: Column = column("Qualification", "Qualification as given."), column("资质", "数据中给出的资质。");
        n_scores: Column = column("Scores", "Scores given."), column("评分数", "给出的评分数量。");
        n_score_sheets: Column = column("Sheets", "Score sheets filled in: one provider in one round each."),
            column("评分表数", "填写的评分表份数，每份对应一家机构的一轮评估。");
        n_providers: Column = column("Providers", "Different providers scored."), column("机构数", "评过的机构数量。");
        n_rounds: Column = column("Rounds", "Rounds taken part in."), column("轮次数", "参加过的轮次数量。");
        severity: Column = column("Severity", "How much lower than the rest of the panel the evaluator scores; positive is harsher."),
            column("严厉度", "评分比同组其他评估员低多少，正值为偏严。");
        interval: Column = column("95% interval", "Range of severities that fit the data."),
            column("95%置信区间", "与数据相符的严厉度范围。");
        p_adjusted: Column = column("p (severity)", "p of “as severe as the panel”, adjusted for the number of evaluators."),
            column("p（严厉度）", "“与评审组同样严厉”这一假设的p值，已按评估员人数校正。");
        drift: Column = column("Drift", "Whether the severity changed between rounds, at the adjusted 5% level."),
            column("漂移", "各轮之间的严厉度有无变化，按校正后的5%水平判断。");
        from_round: Column = column("Changed from", "First round after the largest change."),
            column("变化起点", "最大变化之后的第一轮。");
        change: Column = column("Change", "Severity from that round on minus severity before; chosen for its size, so on the high side."),
            column("变化量", "该轮起的严厉度减去此前的严厉度；因取最大变化点，数值偏大。");
        drift_p: Column = column("p (drift)", "p of “the same severity in every round”, adjusted for the number of evaluators."),
            column("p（漂移）", "“各轮严厉度相同”这一假设的p值，已按评估员人数校正。");
        n_affected: Column = column("Providers since", "Providers scored from that round on."),
            column("此后评过的机构", "该轮起评过的机构数量。");
    }
}
