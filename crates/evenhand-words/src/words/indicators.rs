use super::parts::{Column, column};

words! {
    /// The page about indicators.
    pub struct Indicators {
        question = "Are the indicators reliable?", "指标可靠吗？";
        reliability_heading = "Do the indicators measure one thing together?", "各指标是否共同反映同一事物？";
        items_heading = "Which indicators go with the others?", "哪些指标与其余指标相符？";
        scales_heading = "Is the scale used in full?", "分值范围是否用足？";
        table_heading = "All indicators", "全部指标";
        alpha = "Cronbach's alpha", "克龙巴赫α系数";
        standardised_alpha = "Alpha of standardised indicators", "标准化α系数";
        sem = "Standard error of measurement", "测量标准误";
        sem_tip = "How far a provider's mean over the indicators is typically off, in points of 100.",
            "机构各指标均值的典型误差，百分制。";
        n_units = "Providers × rounds", "机构数×轮次数";
        n_left_out = "Left out, an indicator was not scored", "因有指标未评分而略去";
        scale_guessed_note = "The scale of some indicators was guessed from the scores; give an indicators table with min and max to be sure.",
            "部分指标的分值范围是根据评分推断的；为确保准确，请提供含最低分和最高分的指标表。";
        columns: IndicatorColumns = IndicatorColumns::EN, IndicatorColumns::ZH;
        method = "Cronbach's alpha says how consistently the indicators order the providers, from panel means by provider and round, with the 95% interval of Feldt (1965). The item-rest correlation sets each indicator against the mean of the others, with the interval of Fisher's z. Means are in the indicator's own points, their standard error clustered by provider.",
            "克龙巴赫α系数反映各指标对机构排序的一致程度，以每家机构每轮的评审组均值计算，附Feldt（1965）的95%置信区间。题总相关是每个指标与其余指标均值的相关系数，区间采用Fisher z变换。均值以指标自身的分值表示，标准误按机构聚类计算。";
    }
}

words! {
    /// Column heads of the table of indicators.
    pub struct IndicatorColumns {
        indicator: Column = column("Indicator", "Id and, where given, name."), column("指标", "编号，有名称的同时列出名称。");
        dimension: Column = column("Dimension", "Group the indicator belongs to."), column("维度", "指标所属的维度。");
        weight: Column = column("Weight", "Nominal weight in the composite."), column("权重", "在综合得分中的名义权重。");
        scale: Column = column("Scale", "Lowest and highest possible score."), column("分值范围", "可能的最低分和最高分。");
        n_scores: Column = column("Scores", "Scores given."), column("评分数", "收到的评分数量。");
        mean: Column = column("Mean", "Mean score in the indicator's own points, with its 95% interval."),
            column("平均分", "以指标自身分值表示的平均分，附95%置信区间。");
        difficulty: Column = column("Share of scale", "Mean as a share of the scale, turned round where lower is better; low means hard to score well on."),
            column("得分率", "平均分占分值范围的比例（以低分为优的指标已反向）；越低表示越难得高分。");
        sd: Column = column("Spread", "Standard deviation of the scores in the indicator's own points."),
            column("标准差", "评分的标准差，以指标自身分值表示。");
        floor_share: Column = column("Floor", "Share of scores at the lowest possible value."),
            column("最低分占比", "取最低分的评分所占比例。");
        ceiling_share: Column = column("Ceiling", "Share of scores at the highest possible value."),
            column("最高分占比", "取最高分的评分所占比例。");
        missing_share: Column = column("Missing", "Share of score sheets without a score for this indicator."),
            column("缺失占比", "没有该指标评分的评分表所占比例。");
        item_rest: Column = column("Item-rest", "Correlation with the mean of the other indicators, with its 95% interval."),
            column("题总相关", "与其余指标均值的相关系数，附95%置信区间。");
        alpha_if_deleted: Column = column("Alpha without", "Cronbach's alpha if this indicator were dropped."),
            column("删后α", "删去该指标后的克龙巴赫α系数。");
    }
}
