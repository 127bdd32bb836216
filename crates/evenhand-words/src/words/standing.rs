use super::parts::{Column, column};

words! {
    /// Where the providers stand, on the page about providers.
    pub struct Standing {
        heading = "Who really differs, who really changed?", "谁真有差别，谁真有变化？";
        open = "Show chances of passing, ranks that hold together, the funnel, other weights and feedback sheets",
            "展开达标概率、同时成立的名次、漏斗图、其他权重和反馈单";
        pass_mark = "Pass mark", "及格线";
        top = "Top", "前几名";
        bands = "Grade bands from", "等级起点";
        table_heading = "What can be said of each provider", "每家机构可以得出的结论";
        above = "above the pass mark", "高于及格线";
        below = "below the pass mark", "低于及格线";
        open_side = "cannot be told apart", "无法区分";
        reliable_up = "improved beyond measurement error", "提升，超出测量误差";
        reliable_down = "declined beyond measurement error", "下降，超出测量误差";
        within_error = "within measurement error", "在测量误差之内";
        weights_heading = "What if other weights counted?", "如果换一组权重？";
        weights_hint = "Move a weight: composites and ranks follow at once. The stability columns show ranks under weights drawn around yours.",
            "移动滑块调整权重，综合得分和名次随即更新。稳定性各列为在所设权重附近随机抽取权重时的名次。";
        reset = "Weights as given", "恢复原权重";
        weights_chosen = "Weights chosen", "所设权重";
        voices_heading = "What do the sources say?", "各来源怎么说？";
        voices_correlation = "Correlation over providers", "机构间的相关";
        voices_difference = "Mean difference", "平均差";
        voices_share = "Share of the first source in the blend", "第一来源在合成中的占比";
        voices_blend: Column = column("Blend", "Raw composites of the first and the second source with the share chosen."),
            column("合成得分", "按所设占比合成第一和第二来源的原始综合得分。");
        sheet_heading = "Feedback sheet", "反馈单";
        sheet_provider = "Provider", "被评机构";
        print = "Print this sheet", "打印反馈单";
        sheet_standing = "Where it stands", "所处位置";
        sheet_change = "Since the previous round", "与上一轮相比";
        sheet_strong = "Highest against the mean of the round", "与本轮平均相比最高的指标";
        sheet_weak = "Lowest against the mean of the round", "与本轮平均相比最低的指标";
        limit_95 = "95% limit", "95%控制限";
        limit_998 = "99.8% limit", "99.8%控制限";
        target = "Target", "目标值";
        columns: StandingColumns = StandingColumns::EN, StandingColumns::ZH;
        method = "Composites are adjusted with evaluators drawn from a population whose variance is estimated (Henderson 1953, 1975), so that little is adjusted where evaluators hardly differ. Chances and likely ranks: the providers of a round are taken for a normal population with flat priors on its mean and spread (Morris 1983; Gelman 2006), draws of all true composites (up to 4,000 for chances, 1,000 for ranks); a likely range of ranks is the shortest about the rank by estimate whose share of the draws is nearest to 95% (Laird & Louis 1989; Goldstein & Spiegelhalter 1996). Possible ranks: pairs are tested together with the joint distribution of their errors, step by step (Mogstad et al. 2024; Romano & Wolf 2005). Funnel: limits widen where providers differ beyond chance (Spiegelhalter 2005). Reliable change: the change over the standard error of measurement times √2, its p adjusted over the providers of the round (Jacobson & Truax 1991; Benjamini & Hochberg 1995). Other weights: means of the indicators with severity removed; weights drawn from a Dirichlet distribution (Saisana et al. 2005).",
            "综合得分按评估员为随机效应作校正，其方差由数据估计（Henderson，1953、1975），评估员几无差异时校正也很小。概率和可信名次：视一轮内的机构来自同一正态总体，均值与离散程度取平坦先验（Morris，1983；Gelman，2006），抽取真实得分（概率至多4000组，名次1000组）；可信名次是含估计名次、在抽取中所占比例最接近95%的最短范围（Laird与Louis，1989；Goldstein与Spiegelhalter，1996）。不能排除的名次：利用误差的联合分布对各机构对逐步检验（Mogstad等，2024；Romano与Wolf，2005）。漏斗图：机构差异超出随机波动时控制限相应放宽（Spiegelhalter，2005）。可靠变化：变化除以测量标准误与√2之积，其p值按该轮各机构校正（Jacobson与Truax，1991；Benjamini与Hochberg，1995）。其他权重：采用剔除严厉度后的各指标均值，权重按狄利克雷分布抽取（Saisana等，2005）。";
    }
}

words! {
    /// Column heads of the table of standing.
    pub struct StandingColumns {
        side: Column = column("Pass mark", "On which side of the pass mark the 95% interval of the adjusted composite lies."),
            column("及格线", "校正得分的95%置信区间在及格线的哪一侧。");
        pass: Column = column("P(pass)", "Probability that the true composite reaches the pass mark."),
            column("达标概率", "真实综合得分达到及格线的概率。");
        top: Column = column("P(top)", "Probability of being among the top providers of the round."),
            column("领先概率", "在本轮位居前列的概率。");
        shrunken: Column = column("Best guess", "Adjusted composite drawn towards the other providers, the more the less sure it is, with its 95% credible interval."),
            column("最佳估计", "向其他机构收缩后的校正得分，把握越小收缩越多，附95%可信区间。");
        rank_alone: Column = column("Possible ranks, alone", "Strict: ranks that cannot be ruled out for this provider by itself, at 95%, whatever the true composites are."),
            column("不能排除的名次（单独）", "严格：单独看该机构，无论真实得分如何，95%水平上不能排除的名次。");
        rank_together: Column = column("Possible ranks, together", "Strictest: ranks that cannot be ruled out when the sets of all providers are to hold at once, at 95%."),
            column("不能排除的名次（同时）", "最严格：全部机构的名次集合同时成立时，95%水平上不能排除的名次。");
        index: Column = column("Reliable change index", "Change since the provider's previous round over the standard error of a difference."),
            column("可靠变化指数", "自上一轮以来的变化除以差值的标准误。");
        change: Column = column("Change", "Whether the change is beyond measurement error."), column("变化", "变化是否超出测量误差。");
        composite_now: Column = column("With these weights", "Adjusted composite with the weights chosen, with its 95% interval."),
            column("所设权重得分", "按所设权重计算的校正得分，附95%置信区间。");
        rank_now: Column = column("Rank", "Rank with the weights chosen."), column("名次", "按所设权重的名次。");
        rank_given: Column = column("Rank as given", "Rank with the weights of the data set."), column("原名次", "按原权重的名次。");
        stable: Column = column("Ranks, other weights", "Ranks under 95% of the weights drawn around those chosen."),
            column("名次稳定性", "在所设权重附近抽取的权重中，95%情况下的名次范围。");
        stable_top: Column = column("Top, other weights", "Share of the weights drawn with which the provider is among the top."),
            column("领先稳定性", "抽取的权重中该机构位居前列的比例。");
        band: Column = column("Grade band", "The most probable band, with its probability."), column("等级", "概率最大的等级及其概率。");
        precision: Column = column("Effective score sheets", "How many score sheets without uncertainty about severity would be as sure."),
            column("有效评分表数", "相当于多少份没有严厉度不确定性的评分表。");
    }
}
