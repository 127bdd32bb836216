use super::parts::{Column, column};

words! {
    /// The sheets of one evaluator, indicator, provider or round, and the way back from them.
    pub struct Sheets {
        trail = "Where you are", "当前位置";
        back = "Back", "返回";
        indicator_choose = "Indicator", "指标";
        provider_choose = "Provider", "机构";
        round_choose = "Round", "轮次";
        earlier = "Earlier round", "上一轮";
        later = "Later round", "下一轮";
        scale = "Scale and weight", "分值范围与权重";
        scores = "Scores", "评分";
        together = "With the other indicators", "与其余指标的关系";
        decides = "What it decides", "对综合得分的影响";
        difficulty_heading = "Difficulty round by round", "各轮难度";
        own_way_heading = "Evaluators who use it in their own way", "对该指标另有尺度的评估员";
        own_way_none = "No evaluator departs beyond chance from the own standard on this indicator.", "没有评估员在该指标上超出随机波动地偏离自己的尺度。";
        guessed = "guessed from the scores", "根据评分推断";
        lower_is_better = "lower is better", "以低分为优";
        step = "Step", "步长";
        alpha_all = "Alpha of all indicators", "全部指标的α系数";
        effective = "Effective weight", "有效权重";
        nominal = "Nominal weight", "名义权重";
        weight_p = "Are they the same?", "两者是否相同";
        size = "How much", "规模";
        missing_scores = "Missing scores", "缺失评分";
        see_quality = "Data quality", "数据质量";
        agreement = "Agreement", "一致性";
        providers = "Providers", "机构";
        neighbours = "Evaluators in common", "共同评估员";
        no_neighbours = "There is one round only.", "只有一个轮次。";
        evaluators_heading = "Who scored", "评分人员";
        left_heading = "Left since the round before", "上一轮之后离开";
        nobody = "nobody", "无";
        league_heading = "Highest and lowest", "最高与最低";
        change_heading = "What changed since the round before", "与上一轮相比的变化";
        status: Column = column("From", "Whether the evaluator scored in the round before."), column("来源", "该评估员上一轮是否评过分。");
        severity: Column = column("Severity", "Severity in this round; positive = harsher, with the 95% interval."), column("严厉度", "本轮严厉度，正值为偏严，附95%置信区间。");
        by_round_heading = "Round by round", "逐轮结果";
    }
}
