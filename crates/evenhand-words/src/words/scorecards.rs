use super::parts::{Column, column};

words! {
    /// Scorecards, the policy behind them, and the sheet of one evaluator.
    pub struct ScorecardWords {
        heading = "Whom to talk to?", "该与谁沟通？";
        open = "Show a scorecard per evaluator: what is advised, and why, under a policy you can change", "展开每名评估员的评分卡：按可调整的规则给出建议及理由";
        table_heading = "Scorecards of all evaluators", "全部评估员的评分卡";
        policy_heading = "The policy", "规则";
        policy_hint = "What is beyond its threshold is a reason only if it is beyond chance as well. Change the thresholds, publish them as a file, and use the same file next time.", "超过阈值且同时超出随机波动，才构成理由。可调整阈值，另存为文件公布，下次使用同一文件。";
        download = "Save the policy", "保存规则";
        upload = "Open a policy", "打开规则";
        restore = "Back to the defaults", "恢复默认";
        not_a_policy = "This file is no policy of Evenhand.", "该文件不是Evenhand规则文件。";
        why_default = "Why this default", "默认值的依据";
        advice: Column = column("Advice", "What should be done, by the policy."), column("建议", "按规则给出的建议。");
        reasons: Column = column("Reasons", "Each beyond its threshold and beyond chance."), column("理由", "每项理由均超过阈值且超出随机波动。");
        sheets: Column = column("Sheets", "Score sheets filled in."), column("评分表", "填写的评分表份数。");
        severity: Column = column("Severity", "Positive = harsher than the colleagues, with the 95% interval."), column("严厉度", "正值为比同组偏严，附95%置信区间。");
        drift: Column = column("Drift", "What severity did between rounds."), column("漂移", "各轮之间严厉度的变化。");
        agreement: Column = column("Agreement", "Correlation with the colleagues' mean on the same panels, with the 95% interval."), column("一致性", "与同组均值的相关系数，附95%置信区间。");
        infit: Column = column("Infit", "Infit mean square of the many-facet Rasch model: 1 is as expected, above 1.5 is noisy (Linacre 2002). It is shown, not judged."), column("加权拟合", "多面Rasch模型的加权均方拟合：1为符合预期，大于1.5为杂乱（Linacre，2002）。仅供参考，不作判断。");
        effects: Column = column("Rating effects", "Effects beyond chance."), column("评分效应", "超出随机波动的效应。");
        conflicts: Column = column("Ties", "Difference towards tied providers, each compared with the other providers, with the 95% interval."), column("关联", "对有关联机构与其他机构的差异，附95%置信区间。");
        decisions: Column = column("Decisions", "Providers in a round whose pass hangs on the drift or on scores of tied providers."), column("影响判断", "及格与否取决于其漂移或关联评分的机构（按轮次计）。");
        without_drift = "Decisions that would be others without the drift", "若无漂移会改变的判断";
        without_ties = "Decisions that would be others without scores of tied providers", "若不计对关联机构的评分会改变的判断";
        none = "none", "无";
        sheet_heading = "One evaluator in one place", "单名评估员一览";
        sheet_evaluator = "Evaluator", "评估员";
        sheet_open = "Show the sheet of one evaluator: severity, drift, agreement, effects, ties, consequences, advice", "展开单名评估员的一览：严厉度、漂移、一致性、评分效应、关联、后果、建议";
        workload = "Work", "工作量";
        consequences = "Consequences", "后果";
        close = "Close the sheet", "关闭";
        print = "Print", "打印";
        method = "Severity and drift are those of this page; agreement is the correlation of an evaluator's composites with the colleagues' mean on the same panels, the means of rounds taken out, and a reason only if it is surely below the threshold (Fisher's z, one-sided, adjusted over the evaluators). Scores are to be reviewed where decisions hang on a drift or on scores of tied providers, or where tied providers are favoured; an evaluator who drifted, disagrees or shows several rating effects is to be trained again; one who is merely harsh or lenient, or shows one effect, is to be briefed. All p are adjusted for the number of evaluators (Benjamini & Hochberg 1995).",
            "严厉度和漂移同本页其他部分；一致性为评估员综合得分与同组均值的相关系数（扣除各轮均值），确定低于阈值时才构成理由（Fisher z，单侧，按评估员人数校正）。判断取决于漂移或关联评分、或偏袒有关联机构的，建议复核评分；发生漂移、与同组不一致或有多项评分效应的，建议重新培训；仅偏严偏宽或只有一项效应的，建议沟通提醒。所有p值均按评估员人数校正（Benjamini与Hochberg，1995）。";
        alpha: Column = column("Level of adjusted p", "In thousandths; 50 is 5%, the level of all verdicts here. Of those advised something, at most 1 in 20 is then a false alarm on average (Benjamini & Hochberg 1995)."), column("校正后p值的水平", "单位为千分之一；50即5%，本页所有判断的水平。被给出建议者平均至多二十分之一属于误报（Benjamini与Hochberg，1995）。");
        least_score_sheets: Column = column("Fewest score sheets", "Beside a colleague's, for any advice. With 10 the interval of a mean is about 1.4 standard deviations of a sheet wide."), column("最少评分表数", "有同组评分对照的份数。10份时均值的置信区间约为单份标准差的1.4倍。");
        severity_limit: Column = column("Severity from", "In points of 100. 5 points are half a grade band: on a panel of four, one evaluator then moves a composite by more than a point."), column("严厉度界限", "百分制分数。5分为半个等级：四人评审组中，一人即可使综合得分变动一分以上。");
        drift_limit: Column = column("Drift from", "In points of 100. 3 points are about 0.3 standard deviations between providers, the smallest drift found reliably with 30 sheets a round."), column("漂移界限", "百分制分数。3分约为机构之间0.3个标准差，是每轮30份评分表时能可靠发现的最小漂移。");
        agreement_limit: Column = column("Agreement below", "Correlation in hundredths. Below .50 agreement is poor (Koo & Li 2016)."), column("一致性低于", "相关系数，单位为百分之一。低于0.50为较差（Koo与Li，2016）。");
        effects_limit: Column = column("Effects to re-train", "Rating effects from which training is advised instead of a briefing; several are a way of working (Myford & Wolfe 2004)."), column("需培训的效应数", "达到此数建议培训而非沟通；多项效应说明已成习惯（Myford与Wolfe，2004）。");
        conflict_limit: Column = column("Favour from", "In points of 100, towards tied providers. 2 points move the composite of a panel of four by half a point."), column("偏袒界限", "对有关联机构，百分制分数。2分使四人评审组的综合得分变动半分。");
        decisions_limit: Column = column("Decisions to review", "Decisions that must hang on drift or ties. 1: every provider whose pass hangs on it has a right to a second look."), column("需复核的判断数", "取决于漂移或关联的判断数。默认为1：每家受影响的机构都有权要求复核。");
    }
}
