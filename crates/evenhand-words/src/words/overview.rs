use super::parts::{Column, column};

words! {
    /// The page with the three questions side by side.
    pub struct Overview {
        question = "Can the results be relied on?", "评估结果可信吗？";
        evaluators_question = "Are the evaluators consistent, or drifting?", "评估员的评分是否一致，有没有漂移？";
        indicators_question = "Are the indicators reliable?", "指标可靠吗？";
        providers_question = "Do the providers really differ, and have they really changed?",
            "机构之间是否真有差别，变化是否真实？";
        open_page = "Look closer", "查看详情";
        by_round = "Round by round", "逐轮对照";
        links_heading = "Which rounds can be compared", "哪些轮次可以比较";
        links_hint = "Rounds are compared through the evaluators they have in common.", "轮次之间通过共同的评估员进行比较。";
        improved = "improved", "提升";
        declined = "declined", "下降";
        method = "Agreement is the intraclass correlation ICC(A,1) of composites, reliability is Cronbach's alpha over the indicators; both run up to 1 and carry a 95% interval. Composites are on a scale from 0 to 100, with the evaluators' severity removed. Sources: McGraw & Wong (1996); Feldt (1965).",
            "一致性为综合得分的组内相关系数ICC(A,1)，信度为各指标的克龙巴赫α系数，二者最高为1，均附95%置信区间。综合得分采用0至100的百分制，已剔除评估员的严厉度差异。出处：McGraw与Wong（1996）；Feldt（1965）。";
        columns: OverviewColumns = OverviewColumns::EN, OverviewColumns::ZH;
    }
}

words! {
    /// Column heads of the table of rounds.
    pub struct OverviewColumns {
        round: Column = column("Round", "Round of evaluation, in order."),
            column("轮次", "评估轮次，按先后排列。");
        n_scores: Column = column("Scores", "Number of scores in the round."),
            column("评分数", "该轮的评分数量。");
        n_providers: Column = column("Providers", "Number of providers scored in the round."),
            column("机构数", "该轮被评机构的数量。");
        n_evaluators: Column = column("Evaluators", "Number of evaluators who scored in the round."),
            column("评估员数", "该轮参与评分的评估员人数。");
        n_new_evaluators: Column = column("New evaluators", "Evaluators who scored in no earlier round of the selection."),
            column("新评估员", "在所选的更早轮次中没有评过分的评估员人数。");
        icc_a_1: Column = column("One evaluator", "ICC(A,1): how well one evaluator can stand for another, at most 1, with its 95% interval."),
            column("单人一致性", "ICC(A,1)：一名评估员能在多大程度上代替另一名，最高为1，附95%置信区间。");
        icc_a_k: Column = column("Panel", "ICC(A,k): how well the panel's mean can stand for that of another panel, at most 1, with its 95% interval."),
            column("评审组一致性", "ICC(A,k)：一个评审组的均值能在多大程度上代替另一个评审组，最高为1，附95%置信区间。");
        alpha: Column = column("Reliability", "Cronbach's alpha: how well the indicators measure one thing together, with its 95% interval."),
            column("信度", "克龙巴赫α系数：各指标在多大程度上共同反映同一事物，附95%置信区间。");
        mean: Column = column("Mean", "Mean adjusted composite of the providers, in points of 100."),
            column("平均分", "机构校正后综合得分的平均值，百分制。");
        separated_share: Column = column("Told apart", "Share of pairs of providers whose composites differ by more than chance explains."),
            column("可区分比例", "综合得分之差超出随机波动的机构对所占比例。");
        change: Column = column("Changed", "Providers that improved or declined beyond chance since their previous round, of those that could be tested."),
            column("有变化", "与各自上一轮相比，升降幅度超出随机波动的机构数，以及可检验的机构数。");
    }
}
