use super::parts::{Column, column};

words! {
    /// Drift of severity between rounds and what it did, on the page about evaluators.
    pub struct DriftWords {
        heading = "Who drifted, and whom did it touch?", "谁的尺度发生漂移，影响了谁？";
        open = "Show drift by two models, control charts, links between rounds and the providers affected", "展开两种模型下的漂移、控制图、各轮衔接以及受影响的机构";
        evaluators_heading = "Drift of all evaluators", "全部评估员的漂移";
        providers_heading = "Composites with and without drift", "扣除漂移前后的综合得分";
        indicators_heading = "Drift of the indicators' difficulty", "指标难度的漂移";
        difficulty: Column = column("Difficulty", "What difficulty did against the other indicators, by a many-facet Rasch model of single scores, each round by itself."), column("难度", "按单项评分的多面Rasch模型（逐轮校准）判断的难度变化，以其他指标为参照。");
        difficulty_p: Column = column("p", "p of “the same difficulty in every round”, adjusted over the indicators."), column("p值", "“各轮难度相同”的p值，已按指标数校正。");
        difficulty_change: Column = column("Change", "Difficulty after the sharpest change less before, in logits, positive = harder, with the 95% interval."), column("变化（+趋严）", "变化最大处之后与之前的难度之差（logit），正值为变难，附95%置信区间。");
        difficulty_trend: Column = column("Trend", "Change of difficulty per round along a straight line, in logits, with the 95% interval."), column("趋势", "难度沿直线每轮的变化（logit），附95%置信区间。");
        difficulty_instability: Column = column("Instability", "Standard deviation of difficulty around that line beyond its errors, in logits."), column("不稳定性", "难度围绕该直线、超出误差的标准差（logit）。");
        steady = "steady", "稳定";
        harder = "harder", "变难";
        easier = "easier", "变易";
        up_and_down = "up and down", "时难时易";
        pass_mark = "Pass mark", "及格线";
        links_heading = "What links the rounds", "各轮之间的衔接";
        class_linear: Column = column("Linear", "What severity did, by the additive model of composites."), column("线性模型", "按综合得分的加性模型判断的严厉度变化。");
        class_rasch: Column = column("Rasch", "What severity did, by a many-facet Rasch model of single scores, each round by itself."), column("Rasch模型", "按单项评分的多面Rasch模型（逐轮校准）判断的严厉度变化。");
        p_linear: Column = column("Adjusted p, linear", "p of “the same severity in every round”, adjusted over the evaluators, so that several may share a value."), column("校正p值（线性）", "“各轮严厉度相同”的p值，已按评估员人数校正。");
        p_rasch: Column = column("Adjusted p, Rasch", "The same by the Rasch model."), column("校正p值（Rasch）", "Rasch模型的同一p值。");
        change: Column = column("Change (+ harsher)", "Severity after the sharpest change less before, positive = harsher, with the 95% interval."), column("变化（+趋严）", "变化最大处之后与之前的严厉度之差，正值为趋严，附95%置信区间。");
        from_round: Column = column("From", "First round after the change."), column("自", "变化之后的第一轮。");
        trend: Column = column("Trend", "Change of severity per round along a straight line, with the 95% interval; three rounds at least."), column("趋势", "严厉度沿直线每轮的变化，附95%置信区间；至少需要三轮。");
        instability: Column = column("Instability", "Standard deviation of severity around that line beyond its errors (Leckie & Baird 2011)."), column("不稳定性", "严厉度围绕该直线、超出误差的标准差（Leckie与Baird，2011）。");
        affected_composites = "Composites that the drift changed", "综合得分受漂移影响的机构";
        affected: Column = column("Affected", "Providers whose composite the drift changed."), column("受影响", "综合得分受漂移影响的机构数。");
        would_pass: Column = column("Would pass", "Providers who would have passed without the drift, and of how many the 95% interval leaves the pass mark out."), column("本可及格", "没有漂移本可及格的机构数，以及其中95%置信区间不包含及格线的机构数。");
        would_fail: Column = column("Would fail", "Providers who would not have passed without the drift, and of how many the 95% interval leaves the pass mark out."), column("本不及格", "没有漂移本不及格的机构数，以及其中95%置信区间不包含及格线的机构数。");
        composite: Column = column("Composite", "As it was, normalised points."), column("综合得分", "实际的综合得分（百分制）。");
        without_drift: Column = column("Without drift", "Composite with the drift of its evaluators taken off, with the 95% interval."), column("扣除漂移", "扣除评估员漂移后的综合得分，附95%置信区间。");
        rank: Column = column("Rank", "In the round, as it was."), column("名次", "该轮实际名次。");
        rank_without_drift: Column = column("Rank without", "In the round, without the drift of anybody."), column("扣除后名次", "扣除全部漂移后该轮的名次。");
        decision: Column = column("Decision", "Whether the drift changed who passes."), column("及格与否", "漂移是否改变了及格的判断。");
        passes = "passes", "及格";
        fails = "does not pass", "不及格";
        would_have_passed = "would have passed", "本可及格";
        would_have_failed = "would not have passed", "本不及格";
        may_pass_still = "passes; without the drift, the interval includes the mark", "及格；扣除漂移后，区间包含及格线";
        may_fail_still = "does not pass; without the drift, the interval includes the mark", "不及格；扣除漂移后，区间包含及格线";
        may_have_passed = "would have passed, but the interval includes the mark", "本可及格，但区间包含及格线";
        may_have_failed = "would not have passed, but the interval includes the mark", "本不及格，但区间包含及格线";
        rounds: Column = column("Rounds", "The two rounds."), column("轮次", "两个轮次。");
        shift: Column = column("Shift", "What is taken off severities of the second round to compare them with the first."), column("位移", "与第一轮比较时须从第二轮严厉度中扣除的数值。");
        kept: Column = column("Common", "Common evaluators who make the link."), column("共同评估员", "构成衔接的共同评估员人数。");
        dropped: Column = column("Left out", "Common evaluators who moved too far from the others to count."), column("剔除", "变化明显偏离其他人而未计入的共同评估员人数。");
        strength: Column = column("Link", "Strong from 5 common evaluators on."), column("衔接", "共同评估员达到5名为牢固。");
        strong = "strong", "牢固";
        weak = "weak", "较弱";
        method = "One test per evaluator decides whether severity moved: the partial F test of an effect per round in the additive model, drifting evaluators taken out step by step, or, by the Rasch model, the weighted squares of the severities around their mean; each adjusted over the evaluators (Benjamini & Hochberg 1995). Changes between rounds, trend, instability (Leckie & Baird 2011) and the sharpest change point say how. Rounds of the Rasch model are calibrated one by one (joint maximum likelihood, corrected for bias), their standard errors widened by how much score sheets vary beyond the model, and linked by common evaluators, without those whose standardised difference is beyond 2.58 (Huynh & Meyer 2010). Control charts: moving average with weight 0.2 and limits of 2.7 standard errors (Roberts 1959), cumulative sums with allowance 0.5 and decision height 4 (Page 1954). Difficulty of indicators: the same Rasch models, the means of the parts of a round linked by the indicators, standard errors widened by how much panels vary on an indicator beyond the model. If all evaluators common to two rounds move together, scores alone cannot tell that from a change of the providers.",
            "每名评估员由一项检验判断严厉度是否变化：线性模型为加性模型中按轮次设效应的偏F检验（逐步剔除漂移者），Rasch模型为各轮严厉度围绕均值的加权平方和；均按评估员人数校正（Benjamini与Hochberg，1995）。各轮之间的变化、趋势、不稳定性（Leckie与Baird，2011）以及变化最大处说明如何变化。Rasch模型逐轮校准（联合最大似然，校正偏差），标准误按评分表超出模型的变异放大，再由共同评估员衔接，剔除标准化差异超过2.58者（Huynh与Meyer，2010）。控制图：移动平均权重0.2、界限2.7个标准误（Roberts，1959），累积和允差0.5、判定高度4（Page，1954）。指标难度：同一Rasch模型，各轮内各部分取均值，由指标衔接，标准误按评审组在指标上超出模型的变异放大。如果两轮共同的评估员一起变化，仅凭评分无法将其与机构的变化区分开。";
    }
}
