use super::parts::{Column, column};

words! {
    /// The page about providers.
    pub struct Providers {
        question = "Do the providers really differ, and have they really changed?",
            "机构之间是否真有差别，变化是否真实？";
        league_heading = "Who stands where?", "各机构处于什么位置？";
        change_heading = "Who has changed since the previous round?", "与上一轮相比，谁有变化？";
        subsets_heading = "What can be compared", "哪些可以比较";
        linked = "All rounds and providers are linked through common evaluators.", "所有轮次和机构都通过共同的评估员相互关联。";
        not_linked = "These parts share no evaluator; composites cannot be compared between them.",
            "以下各部分之间没有共同的评估员，综合得分不能跨部分比较。";
        choose_round = "Show round", "查看轮次";
        latest_round = "Latest round", "最近一轮";
        raw = "raw", "原始";
        adjusted = "adjusted", "校正后";
        mean = "Mean of the round", "本轮平均";
        told_apart = "Pairs told apart", "可区分的机构对";
        columns: ProviderColumns = ProviderColumns::EN, ProviderColumns::ZH;
        method = "The composite is the weighted mean of the indicators on a scale from 0 to 100, averaged over the panel; the adjusted composite removes each evaluator's severity by a mixed model with providers as fixed effects and evaluators drawn from a population: where evaluators hardly differ, hardly anything is adjusted (Henderson 1953, 1975). Every composite has a 95% interval. Every rank has the range that the true rank lies in with a probability as near to 95% as whole ranks allow, the providers of a round taken for a normal population (Laird & Louis 1989; Goldstein & Spiegelhalter 1996); with fewer than 4 or more than 300 providers it is a confidence set (Mogstad et al. 2024). A change counts only where its p value, adjusted for the number of providers (Benjamini & Hochberg 1995), is below 0.05.",
            "综合得分是各指标按百分制加权后再对评审组取平均的结果；校正后综合得分用混合模型（机构为固定效应，评估员为随机效应）剔除每位评估员的严厉度：评估员几无差异时，校正也很小（Henderson，1953、1975）。每个综合得分都附95%置信区间，每个名次都附可信范围：视一轮内的机构来自同一正态总体，真实名次落在该范围内的概率在整数名次允许下最接近95%（Laird与Louis，1989；Goldstein与Spiegelhalter，1996）；机构少于4家或多于300家时，改用名次的置信集合（Mogstad等，2024）。只有p值按机构数校正后（Benjamini与Hochberg，1995）小于0.05，才认定有变化。";
    }
}

words! {
    /// Column heads of the league table.
    pub struct ProviderColumns {
        rank: Column = column("Rank", "Rank by adjusted composite."),
            column("名次", "按校正后综合得分排列的名次。");
        likely_ranks: Column = column("Likely ranks", "The true rank lies in this range with a probability as near to 95% as whole ranks allow; on average over the providers 95% of such ranges are right."),
            column("可信名次", "真实名次落在此范围内的概率在整数名次允许下最接近95%；就全部机构平均而言，95%的范围是正确的。");
        possible_ranks: Column = column("Possible ranks", "Ranks that cannot be ruled out at 95%, whatever the true composites are."),
            column("不能排除的名次", "无论真实得分如何，95%水平上不能排除的名次。");
        provider: Column = column("Provider", "Id and, where given, name."), column("被评机构", "编号，有名称的同时列出名称。");
        category: Column = column("Category", "Category of the provider."), column("类别", "机构类别。");
        n_evaluators: Column = column("Evaluators", "Evaluators who scored the provider in this round."),
            column("评估员数", "本轮为该机构评分的评估员人数。");
        n_scores: Column = column("Scores", "Scores received."), column("评分数", "收到的评分数量。");
        coverage: Column = column("Coverage", "Share of the indicators' weight that was scored."),
            column("覆盖率", "已评分指标的权重所占比例。");
        raw: Column = column("Raw", "Mean of the evaluators' composites, in points of 100."),
            column("原始得分", "评估员综合得分的平均值，百分制。");
        adjusted: Column = column("Adjusted", "Composite with each evaluator's severity removed, in points of 100."),
            column("校正得分", "剔除评估员严厉度后的综合得分，百分制。");
        interval: Column = column("95% interval", "Range of adjusted composites that fit the data."),
            column("95%置信区间", "与数据相符的校正得分范围。");
        rank_raw: Column = column("Raw rank", "Rank by raw composite."), column("原始名次", "按原始综合得分排列的名次。");
        from_round: Column = column("Compared with", "The provider's previous round in the selection."),
            column("对比轮次", "该机构在所选范围内的上一轮。");
        change: Column = column("Change", "Change of the adjusted composite since then, in points of 100, with its 95% interval."),
            column("变化", "校正得分自上一轮以来的变化，百分制，附95%置信区间。");
        raw_change: Column = column("Raw change", "Change of the raw composite."), column("原始变化", "原始综合得分的变化。");
        who_scored: Column = column("Who scored", "Raw less adjusted change: what other evaluators, or the same ones with another severity, made of it. It has no interval of its own."),
            column("评分人员影响", "原始变化减去校正变化，即评估员更替或严厉度变化造成的部分，不单独附区间。");
        p_adjusted: Column = column("p (change)", "p of “no change”, adjusted for the number of providers."),
            column("p（变化）", "“没有变化”这一假设的p值，已按机构数校正。");
        verdict: Column = column("Verdict", "Whether the change is beyond chance."),
            column("判断", "变化是否超出随机波动。");
    }
}
