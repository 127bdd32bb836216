use super::parts::{Column, column};

words! {
    /// Turnover, qualification and what changes are made of, on the page about evaluators.
    pub struct TurnoverWords {
        heading = "Who came and went, and does it show?", "人员如何进出，是否影响结果？";
        open = "Show turnover by round, newcomers, qualifications, the panel network, and what changes between rounds are made of", "展开各轮人员变动、新评估员、资质、评审组网络，以及各轮变化的构成";
        splits_heading = "What each change of the mean is made of", "平均分变化的构成";
        rounds_heading = "Panels round by round", "各轮评审人员";
        groups_heading = "Qualifications and groups", "资质与分组";
        network_round = "Round", "轮次";
        from: Column = column("From", "Earlier round."), column("自", "较早的轮次。");
        to: Column = column("To", "Later round."), column("至", "较晚的轮次。");
        raw: Column = column("Raw change", "Change of the mean composite, points of 100. It is the sum of the four parts."), column("原始变化", "平均综合得分的变化（百分制），等于四个部分之和。");
        composition: Column = column("Other evaluators", "What others scoring, or the same ones more or less often, did to the mean."), column("人员更替", "由不同的评估员评分，或各人评分多少变化所致。");
        drift: Column = column("Evaluators' drift", "What evaluators of both rounds changed."), column("评估员漂移", "两轮都在的评估员尺度变化所致。");
        provider_mix: Column = column("Other providers", "What other providers being scored did."), column("机构更替", "被评机构不同所致。");
        provider_change: Column = column("Providers' change", "What providers of both rounds changed: what is left for them."), column("机构变化", "两轮都在的机构自身的变化，即扣除以上各项之后所余。");
        n_evaluators: Column = column("Evaluators", "Who scored in the round."), column("评估员", "该轮评分的评估员人数。");
        n_stayed: Column = column("Stayed", "Scored in the round before, too."), column("留任", "上一轮也评过分。");
        n_returned: Column = column("Came back", "Scored earlier, but not in the round before."), column("返回", "更早评过，但上一轮没有。");
        n_joined: Column = column("New", "Scored for the first time."), column("新增", "首次评分。");
        n_left: Column = column("Left", "Scored in the round before, but not in this one."), column("离开", "上一轮评过，本轮没有。");
        retention: Column = column("Stayed, share", "Share of the evaluators of the round before who stayed."), column("留任率", "上一轮评估员中留任的比例。");
        tenure: Column = column("Rounds served", "Mean number of rounds, this one included."), column("平均轮数", "平均参加过的轮次数，含本轮。");
        newcomer_share: Column = column("Scores by new", "Share of the scores that first-time evaluators gave."), column("新人评分占比", "首次评分者所评分数的比例。");
        n_parts: Column = column("Parts", "Parts of the round that share no evaluator; 1 is what is wanted."), column("部分数", "彼此没有共同评估员的部分数，以1为宜。");
        bridges: Column = column("Hangs on", "Evaluators without any one of whom the panels would fall into more parts."), column("关键衔接", "缺少其中任何一人，评审组就会分成更多部分。");
        panels: Column = column("Panels", "Panels sat on in the round."), column("评审组数", "该轮参加的评审组数。");
        colleagues: Column = column("Colleagues", "Different evaluators with a panel in common."), column("同组人数", "曾在同一评审组的不同评估员人数。");
        shared: Column = column("Common panels", "Panels that two evaluators sat on together."), column("共同评审组", "两名评估员同组的次数。");
        group: Column = column("Group", "As given in the table of evaluators."), column("分组", "评估员表中给出的名称。");
        by: Column = column("By", "What evaluators are grouped by."), column("依据", "分组的依据。");
        severity: Column = column("Severity", "Mean over the evaluators, 0 is the mean of all; positive = harsher, with the 95% interval."), column("严厉度", "按评估员平均，0为全体平均；正值为偏严，附95%置信区间。");
        difference: Column = column("Against others", "Mean severity less that of all other evaluators."), column("与其他人之差", "平均严厉度减去其他评估员的平均值。");
        p_severity: Column = column("p (severity)", "p of “as severe as the others”, adjusted for all groups and both tests."), column("p值（严厉度）", "“与其他人同样严厉”的p值，已按全部分组和两种检验校正。");
        noise: Column = column("Scatter", "Standard deviation of score sheets around panel and own severity: less is more consistent."), column("离散", "评分表围绕评审组和本人严厉度的标准差，越小越稳定。");
        noise_ratio: Column = column("Against others", "Scatter by that of all other evaluators: above 1 is less consistent."), column("与其他人之比", "离散与其他评估员之比，大于1为较不稳定。");
        p_noise: Column = column("p (scatter)", "p of “as consistent as the others”, adjusted likewise."), column("p值（离散）", "“与其他人同样稳定”的p值，同样校正。");
        newcomers: Column = column("Newcomers, severity", "How much lower newcomers score than staying colleagues on the same panels; positive = harsher."), column("新评估员的严厉度", "新评估员比同组留任者低多少，正值为偏严。");
        newcomer_noise: Column = column("Newcomers, scatter", "Scatter of newcomers' score sheets by that of the others: above 1 is less consistent."), column("新评估员的离散", "新评估员评分表的离散与其他人之比，大于1为较不稳定。");
        method = "Who is new is told within the rounds selected. The raw change of the mean composite is divided exactly (Kitagawa 1955; Oaxaca 1973; Blinder 1973): in an additive model of panels and evaluators, drifting evaluators with a severity of their own in every round, the mean of a round is the mean level of its providers plus the mean effect of who scored them. Shares and effects of both rounds are averaged, so that it does not matter which round comes first. Intervals hold the scatter of score sheets and the unsteadiness of evaluators from round to round that is nobody's drift, which is known only roughly: they are quantiles of Student's t mixed over all that it may be (Schweder & Hjort 2016). Newcomers are compared with staying colleagues on the same panels, standard error clustered by newcomer. Severity by group is the mean over evaluators, compared by Welch's (1947) test; scatter is that of score sheets around panel and severity, compared by a jackknife over evaluators (Miller 1968); p are adjusted together (Benjamini & Hochberg 1995). An evaluator is a bridge where the panels would fall into more parts without it (Hopcroft & Tarjan 1973). If the whole panel moves together, scores alone cannot tell that from a change of the providers.",
            "是否为新评估员，按所选轮次判断。平均综合得分的原始变化被准确分解（Kitagawa，1955；Oaxaca，1973；Blinder，1973）：在“评审组＋评估员”加性模型中（漂移者各轮另设严厉度），一轮的平均分等于机构平均水平加上评分者的平均效应。份额和效应取两轮的平均，因此与先后无关。置信区间包含评分表的离散，以及评估员在各轮之间不属于任何人漂移的不稳定；后者只能粗略得知，因此区间取学生t分布在其各种可能取值上混合后的分位数（Schweder与Hjort，2016）。新评估员与同组留任者比较，标准误按新评估员聚类。分组严厉度按评估员平均，采用Welch（1947）检验；离散指评分表围绕评审组和严厉度的标准差，采用按评估员的刀切法（Miller，1968）；p值一并校正（Benjamini与Hochberg，1995）。缺少某人评审组就会分成更多部分时，该人即为关键衔接（Hopcroft与Tarjan，1973）。如果全体评估员一起变化，仅凭评分无法将其与机构的变化区分开。";
    }
}
