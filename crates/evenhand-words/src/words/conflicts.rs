use super::parts::{Column, column};

words! {
    /// Ties between evaluators and providers, on the page about evaluators.
    pub struct ConflictWords {
        heading = "Do ties to a provider show in its scores?", "与机构的关联是否影响评分？";
        open = "Show common affiliations and declared conflicts of interest, evaluator by evaluator, and the decisions that hang on them", "展开同单位与申报的利益冲突：逐名评估员的结果，以及受其影响的及格判断";
        which = "Tie", "关联";
        evaluators_heading = "Evaluators with scores of tied providers", "给有关联机构评过分的评估员";
        providers_heading = "Composites with and without scores of tied evaluators", "扣除有关联评估员评分前后的综合得分";
        tied: Column = column("Tied", "Mean deviation from the colleagues on tied providers, positive = higher, with the 95% interval."), column("有关联", "对有关联机构的评分与同组的平均偏差，正值为偏高，附95%置信区间。");
        other: Column = column("Others", "Mean deviation on all other providers."), column("其他", "对其他机构的平均偏差。");
        difference: Column = column("Difference", "Tied less others, the evaluator compared with itself, with the 95% interval."), column("差值", "有关联减去其他，评估员与自身比较，附95%置信区间。");
        p_adjusted: Column = column("p", "p of “no difference”, adjusted for the number of evaluators."), column("p值", "“没有差异”的p值，已按评估员人数校正。");
        p_permutation: Column = column("Permutation test", "The same where the tied providers are drawn at random; not adjusted."), column("置换检验", "随机指定有关联机构时的同一p值，未校正。");
        verdict: Column = column("Verdict", "Beyond chance where both p are below 5%."), column("判断", "两个p值均低于5%时视为超出随机波动。");
        n_tied: Column = column("Tied providers", "Tied providers scored."), column("有关联机构", "评过的有关联机构数。");
        n_scores: Column = column("Scores", "Scores of tied providers."), column("评分数", "给有关联机构的评分数。");
        would_pass: Column = column("Would pass", "Providers in a round who would have passed without these scores."), column("本可及格", "去掉这些评分本可及格的机构（按轮次计）。");
        would_fail: Column = column("Would fail", "Providers in a round who would not have passed without these scores."), column("本不及格", "去掉这些评分本不及格的机构（按轮次计）。");
        without: Column = column("Without", "Composite without the scores of tied evaluators."), column("扣除后", "去掉有关联评估员评分后的综合得分。");
        rank_without: Column = column("Rank without", "In the round, without the scores of any tied evaluator."), column("扣除后名次", "去掉全部有关联评估员评分后该轮的名次。");
        nothing_left = "no other scores", "没有其他评分";
        all_evaluators = "All evaluators", "全部评估员";
        method = "A score is compared with the mean of the other panel members on the same provider, round, occasion and indicator. Overall, scores of tied providers are compared with the others within evaluators, so that lenience towards everybody is no partiality; the standard error is clustered by evaluator, and at least 5 evaluators with scores of both kinds are needed (Emerson, Seltzer & Lin 2009; Zitzewitz 2006). For single evaluators every provider counts once, and the difference of means takes a t test with pooled variance (Student 1908); 2 providers of either kind and 6 in all are needed; p are adjusted over the evaluators (Benjamini & Hochberg 1995). The permutation p draws at random, 999 times, which of an evaluator's providers are the tied ones (Phipson & Smyth 2010). Decisions are those at the pass mark without the scores of tied evaluators; as leaving out any scores changes some decisions, the number to expect by chance stands beside it.",
            "每项评分与同组其他成员在同一机构、轮次、场次和指标上的均值比较。总体上，在评估员内部比较有关联机构与其他机构的评分，因此对所有机构都偏宽不算偏袒；标准误按评估员聚类，至少需要5名两类评分都有的评估员（Emerson、Seltzer与Lin，2009；Zitzewitz，2006）。对单名评估员，每家机构计一次，均值之差采用合并方差的t检验（Student，1908）；每类至少2家、合计至少6家机构；p值按评估员人数校正（Benjamini与Hochberg，1995）。置换p值随机999次指定评估员所评机构中哪些是有关联的（Phipson与Smyth，2010）。及格判断指去掉有关联评估员的评分后按及格线重新判断；去掉任何评分都会改变一些判断，因此同时列出随机情况下的预期数。";
    }
}
