use super::parts::{Column, column};

words! {
    /// Rating effects, on the page about evaluators.
    pub struct EffectsWords {
        heading = "How do evaluators use the scale?", "评估员怎样使用分值？";
        open = "Show central tendency, halo, straight-lining and other rating effects", "展开趋中倾向、光环效应、直线作答等评分效应";
        table_heading = "Rating effects of all evaluators", "全部评估员的评分效应";
        by_round_heading = "Rating effects by round", "各轮的评分效应";
        which = "Effect", "效应";
        own: Column = column("Evaluator's", "What the evaluator does."), column("本人", "评估员本人的数值。");
        panel: Column = column("Colleagues'", "What the colleagues do, on the same panels or, for halo and information, all others."),
            column("同组", "同组评估员的数值；光环效应和信息量为其他全部评估员的数值。");
        contrast: Column = column("Contrast", "Evaluator's by colleagues' for spreads, less colleagues' for the others, with the 95% interval."),
            column("对比", "离散程度为两者之比，其余为两者之差，附95%置信区间。");
        p_adjusted: Column = column("p", "p of “like the colleagues”, adjusted for all effects looked at together."),
            column("p", "“与同组相同”这一假设的p值，已按一并检验的全部效应校正。");
        verdict: Column = column("Verdict", "What can be said at the adjusted 5% level."), column("判断", "按校正后的5%水平作出的判断。");
        method = "Every evaluator is compared with colleagues, severity (overall, on an indicator, in a round) taken out first. Spreads are compared in the same places, so that what providers differ by is in both (jackknife over providers, Miller 1968). Halo is the mean correlation of residuals within score sheets (jackknife over sheets), information the entropy of the scores (Zahl 1977), each against the mean of the other evaluators. Straight-lining takes Fisher's (1935) exact test. Round numbers are multiples of 1, 5, 10 and so on, at least two steps wide, on scales of 20 steps or more. Standard errors are never smaller than those of all evaluators together. At least 8 providers or score sheets are needed; p are adjusted over all effects of all evaluators, and over those of all rounds (Benjamini & Hochberg 1995). The effects are those of Saal, Downey & Lahey (1980) and Myford & Wolfe (2003, 2004).",
            "每名评估员都与同组比较，并先扣除严厉度（总体、各指标、各轮）。离散程度在相同项目上比较，机构之间的差异两边都有（按机构的刀切法，Miller，1968）。光环效应为同一评分表内残差的平均相关（按评分表的刀切法），信息量为评分的熵（Zahl，1977），二者均与其他评估员的均值比较。直线作答采用Fisher（1935）精确检验。整数指1、5、10等的倍数，至少为两个步长，仅用于20个步长以上的分值范围。标准误不小于全部评估员合并的标准误。至少需要8家机构或8份评分表；p值按全部评估员的全部效应校正，各轮的另行校正（Benjamini与Hochberg，1995）。各效应见Saal、Downey与Lahey（1980）及Myford与Wolfe（2003、2004）。";
    }
}
