use super::parts::{Column, column};

words! {
    /// Variance components and D studies, on the page about indicators; severity by the same model, on that about evaluators.
    pub struct Generalizability {
        heading = "How many evaluators and indicators are enough?", "需要多少评估员和指标才够？";
        open = "Show what scores vary by, and what other panels would achieve", "展开评分差异的来源，以及其他评审组合的效果";
        components_heading = "What single scores vary by", "单个评分的差异来自哪里";
        study_heading = "What other panels would achieve", "换一种评审组合会怎样";
        table_heading = "Dependability for every size", "各种规模下的可靠性";
        object = "What is measured", "测量对象";
        object_provider = "Providers in a round", "一轮中的机构";
        object_evaluator = "Severity of evaluators", "评估员的严厉度";
        object_indicator = "Difficulty of indicators", "指标的难度";
        design = "Evaluators", "评估员安排";
        design_nested = "Each provider has its own", "每家机构各有评估员";
        design_crossed = "The same score all providers", "同一批评估员评所有机构";
        indicators = "Indicators", "指标";
        indicators_fixed = "Just these", "仅限这些指标";
        indicators_random = "These stand for others", "代表同类指标";
        coefficient = "For", "用途";
        for_ranking = "Ranking (E-rho²)", "排名（Eρ²）";
        for_marks = "Pass marks and levels (Phi)", "及格线与水平（Φ）";
        target = "Target", "目标";
        no_interval = "The curve has no interval: it is computed from estimated variance components, whose own intervals are in the chart above. Read the number as a guide.",
            "曲线没有区间：它由方差分量的估计值推算，各分量的区间见上图。所得数目仅供参考。";
        not_icc = "One evaluator's value here need not equal ICC(A,1) of the page about evaluators: that is computed from the weighted composites of panels, this from variance components of single scores, all indicators counting alike.",
            "这里单名评估员的数值不必等于“评估员”页的ICC(A,1)：后者由评审组的加权综合得分计算，这里由单个评分的方差分量推算，各指标同等计入。";
        actual = "The panels as they were", "实际的评审组";
        confounded_heading = "What this design cannot tell apart", "现有设计无法区分的部分";
        sampled = "The model was fitted to a part of the panels, for the time it takes.", "为节省时间，模型只用了部分评审组拟合。";
        severity_heading = "Severity by a mixed model", "混合模型得出的严厉度";
        severity_open = "Show severity separated from providers and indicators by a mixed model", "展开用混合模型剔除机构与指标影响后的严厉度";
        severity_hint = "The leave-one-out severity above compares an evaluator with colleagues on the same panels. This one also allows for how strict those colleagues are elsewhere, and draws evaluators with few scores towards the mean. Where both agree, the answer is safe.",
            "上文的留一法严厉度只与同组同事比较；这里还考虑了同事在别处的尺度，并把评分较少的评估员向均值收缩。两者一致时，结论更可靠。";
        columns: GeneralizabilityColumns = GeneralizabilityColumns::EN, GeneralizabilityColumns::ZH;
        method = "A linear mixed model of single scores on the scale from 0 to 100, by restricted maximum likelihood (Bates et al. 2015): rounds, providers, evaluators and indicators with the interactions that the design identifies. Intervals are profile-likelihood ones up to 2,000 scores, else chi-squared ones (Satterthwaite 1946). D studies follow Brennan (2001): E-rho² is the share of differences between providers that would stay with other evaluators, Phi counts the evaluators' severity as error, too. The panels as they were are judged by their actual pattern, complete or not.",
            "对百分制单个评分建立线性混合模型，用约束极大似然估计（Bates等，2015）：轮次、机构、评估员、指标，以及设计可识别的交互作用。评分不超过2000个时采用剖面似然区间，否则采用卡方区间（Satterthwaite，1946）。决策研究依据Brennan（2001）：Eρ²是换一批评估员后机构间差异能保留的份额，Φ还把评估员的严厉度计入误差。实际评审组按其真实的评分格局计算，不要求完整。";
    }
}

words! {
    /// Column heads of the tables of variance components and D studies.
    pub struct GeneralizabilityColumns {
        effect: Column = column("Source", "What the scores vary by."), column("来源", "评分差异的来源。");
        variance: Column = column("Variance", "Variance component in squared points of 100, with its 95% interval."), column("方差", "方差分量（百分制分值的平方），附95%置信区间。");
        share: Column = column("Share", "Share of the variance of a single score."), column("份额", "占单个评分方差的份额。");
        n_evaluators: Column = column("Evaluators", "Evaluators of a provider."), column("评估员数", "每家机构的评估员数。");
        n_indicators: Column = column("Indicators", "Indicators of a score sheet."), column("指标数", "一份评分表的指标数。");
        n_providers: Column = column("Providers", "Providers scored."), column("机构数", "所评的机构数。");
        e_rho2: Column = column("E-rho²", "Generalizability coefficient: for ranking."), column("排名Eρ²", "概化系数，用于排名。");
        phi: Column = column("Phi", "Index of dependability: for pass marks and levels."), column("水平Φ", "可靠性指数，用于及格线与水平判断。");
        shrunken: Column = column("Severity, shrunken", "Points of 100 below (+) or above (−) the average evaluator, drawn towards it the more, the less is known; with its 95% interval."),
            column("收缩后严厉度", "比平均评估员低（+）或高（−）多少分（百分制），信息越少越向均值收缩，附95%置信区间。");
        unshrunken: Column = column("Severity, as it is", "The same without shrinkage, with its 95% interval."), column("未收缩严厉度", "不作收缩的结果，附95%置信区间。");
    }
}
