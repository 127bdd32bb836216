use super::note::MethodNote;

/// What all numbers rest on.
pub(super) const NOTES: &[MethodNote] = &[
    MethodNote {
        id: "composite",
        title: ["Normalised scores and composites", "标准化评分与综合得分"],
        what: [
            "Scores of different indicators are put on one scale from 0 to 100, where 100 is the best possible score, and averaged with the weights of the indicators. The composite of a provider is the mean over its panel.",
            "不同指标的评分统一换算为百分制，100为可能的最高分，再按指标权重加权平均。机构的综合得分是评审组各评估员综合得分的平均。",
        ],
        how: [
            "s = 100 (y − min) / (max − min), reversed where a lower score is better. The composite of a score sheet is the weighted mean of s over the indicators that were scored; weights are rescaled to those, and the share of weight that was scored is kept as coverage. The composite of a provider in a round is the mean of its score sheets.",
            "s = 100 (y − 最低分) / (最高分 − 最低分)，越低越好的指标取反向。一份评分表的综合得分是已评指标s的加权平均；权重按已评指标重新归一，已评权重的占比作为覆盖率保留。机构某轮的综合得分是其全部评分表的平均。",
        ],
        limits: [
            "Where no indicators table gives the ends of the scale they are guessed from the scores, and the data quality page says so: composites are then comparable within this data set only.",
            "未提供指标表时，分值范围由评分推断，数据质量页会说明；此时综合得分只能在本数据集内比较。",
        ],
        sources: &[],
    },
    MethodNote {
        id: "interval",
        title: ["Intervals", "置信区间"],
        what: [
            "An interval says how far off an estimate may be. Of many 95% intervals, about 95 in 100 hold the true value. Where two intervals overlap widely, the data do not tell the two apart.",
            "区间表示估计值可能偏离多少。大量95%区间中，约有95%包含真实值。两个区间大幅重叠时，数据不足以区分二者。",
        ],
        how: [
            "Published formulas where there are any; else a bootstrap or a jackknife over the unit that was drawn: providers for agreement and reliability, score sheets for the deviations of one evaluator, evaluators for the effect of an affiliation. Every figure names its method. Random draws come from a seeded generator, so that the same data give the same digits on every machine.",
            "有公开公式的用公式；否则按抽样单元作自助法或刀切法：一致性与可靠性按机构，单个评估员的偏差按评分表，所属单位的影响按评估员。每个数字都注明方法。随机抽取使用固定种子，同样的数据在任何机器上得到同样的结果。",
        ],
        limits: [
            "Intervals cover chance: other providers, other score sheets. They do not cover mistakes in the data, nor indicators that measure something else than they should.",
            "区间只涵盖随机性（换一批机构、换一批评分表），不涵盖数据错误，也不涵盖指标本身未测到应测内容的情形。",
        ],
        sources: &["Efron, B. & Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman & Hall."],
    },
    MethodNote {
        id: "many-tests",
        title: ["Many tests at once", "多重检验"],
        what: [
            "Who tests a hundred evaluators finds five by chance alone. The adjusted p takes this into account: of all that are called different, at most about 5 in 100 are false alarms.",
            "对一百名评估员逐一检验，仅凭偶然就会有约五人显著。校正后的p值考虑了这一点：被认定有差异者中，误报约不超过5%。",
        ],
        how: [
            "The k-th smallest of m p values is multiplied by m / k, made monotone from the largest down (false discovery rate). The family is always the whole list: all evaluators, all providers of a round, all effects of all evaluators.",
            "将m个p值中第k小者乘以m / k，再由大到小保持单调（错误发现率）。检验族总是整个名单：全部评估员、一轮中的全部机构、全部评估员的全部效应。",
        ],
        limits: [
            "No difference shown is not the same as no difference: with few score sheets only large differences can be shown.",
            "未显示差异不等于没有差异：评分表很少时，只有较大的差异才能显现。",
        ],
        sources: &[
            "Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57, 289–300.",
        ],
    },
];
