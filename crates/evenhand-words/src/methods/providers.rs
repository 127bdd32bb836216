use super::note::MethodNote;

/// Do the providers really differ, and have they really changed?
pub(super) const NOTES: &[MethodNote] = &[
    MethodNote {
        id: "adjusted-composite",
        title: ["Adjusted composite", "校正后综合得分"],
        what: [
            "The composite that the provider would have had from an average panel: who was scored by harsh evaluators moves up, by lenient ones down.",
            "若由一般水平的评审组评分，机构会得到的综合得分：由偏严者评分的上调，由偏宽者评分的下调。",
        ],
        how: [
            "A mixed model of score sheets, providers as fixed effects and evaluators drawn from a population whose variance is estimated: where evaluators hardly differ, hardly anything is adjusted. Evaluators who drift have a severity per round. The covariance of all errors is kept, so that differences and changes have right standard errors.",
            "以评分表为单位的混合模型，机构为固定效应，评估员来自一个方差由数据估计的总体：评估员几无差异时，校正也很小。漂移的评估员逐轮设严厉度。保留全部误差的协方差，因此差值和变化的标准误是正确的。",
        ],
        limits: [
            "Providers in parts of the data that no evaluator links cannot be compared, and it is said.",
            "数据中没有评估员相衔接的部分之间，机构无法比较，此时会说明。",
        ],
        sources: &[
            "Henderson, C. R. (1975). Best linear unbiased estimation and prediction under a selection model. Biometrics 31, 423–447.",
        ],
    },
    MethodNote {
        id: "panel-mean",
        title: ["Raw composite", "原始综合得分"],
        what: [
            "The mean of the panel's composites, with an interval from how much evaluators of one panel differ.",
            "评审组综合得分的平均，区间来自同组评估员之间的差异。",
        ],
        how: [
            "Standard error: the variance within panels, pooled over all panels, over the number of score sheets.",
            "标准误：各评审组合并的组内方差除以评分表数。",
        ],
        limits: [
            "It takes the panel as it comes: a harsh panel counts as a weak provider.",
            "对评审组不作校正：评审组偏严会表现为机构偏弱。",
        ],
        sources: &[],
    },
    MethodNote {
        id: "ranks",
        title: ["Ranks", "名次"],
        what: [
            "The ranks that the data leave open. A provider at rank 7 with the range 3 to 12 cannot be told from those at ranks 3 to 12.",
            "数据所能支持的名次范围。名次为7、范围为3至12的机构，与第3至第12名无法区分。",
        ],
        how: [
            "Differences of all pairs are tested together with the joint distribution of their errors, step by step; a rank counts those who are surely better and surely worse. “For all together”: all ranges of a round hold at once with 95%.",
            "利用误差的联合分布对全部机构对逐步检验；名次由确定更好和确定更差的机构数得出。“同时成立”表示一轮内所有范围以95%的概率同时成立。",
        ],
        limits: [
            "Ranges are wide where providers are close: that is what the data say, not a flaw of the method.",
            "机构接近时范围会很宽：这是数据本身的结论，而非方法的缺陷。",
        ],
        sources: &[
            "Mogstad, M., Romano, J. P., Shaikh, A. M. & Wilhelm, D. (2024). Inference for ranks with applications to mobility across neighbourhoods and academic achievement across countries. Review of Economic Studies 91, 476–518.",
        ],
    },
    MethodNote {
        id: "chances",
        title: ["Chances to pass, of the top, of each grade", "合格、前列与各等级的概率"],
        what: [
            "How probable it is that the true composite is above the pass mark, among the first so many, or in a grade.",
            "真实综合得分高于合格线、位列前若干名或落入某一等级的概率。",
        ],
        how: [
            "The providers of a round are taken for a normal population with flat priors on its mean and spread; 4,000 draws of all true composites together.",
            "视一轮内的机构来自同一正态总体，均值与离散程度取平坦先验；联合抽取4000组真实得分。",
        ],
        limits: [
            "Where one provider is far from all others, it is drawn a little too much towards them.",
            "某机构与其他机构相距很远时，会被略微过度地拉近。",
        ],
        sources: &[
            "Morris, C. N. (1983). Parametric empirical Bayes inference. Journal of the American Statistical Association 78, 47–55.",
            "Gelman, A. (2006). Prior distributions for variance parameters in hierarchical models. Bayesian Analysis 1, 515–534.",
        ],
    },
    MethodNote {
        id: "funnel",
        title: ["Funnel plot", "漏斗图"],
        what: [
            "Which providers differ from the mean by more than chance explains, given how many score sheets each has.",
            "在考虑评分表数量之后，哪些机构与平均水平的差异超出随机波动。",
        ],
        how: [
            "Limits at 95% and 99.8% around the mean, as wide as the standard error at that number of sheets, widened where providers differ beyond chance throughout.",
            "以均值为中心的95%与99.8%界限，宽度由该评分表数下的标准误决定；机构普遍存在超出随机的差异时相应放宽。",
        ],
        limits: [
            "Beyond the limits is a reason to look, not a verdict.",
            "超出界限是查看的理由，而不是结论。",
        ],
        sources: &[
            "Spiegelhalter, D. J. (2005). Funnel plots for comparing institutional performance. Statistics in Medicine 24, 1185–1202.",
        ],
    },
    MethodNote {
        id: "change",
        title: ["Real changes", "真实的变化"],
        what: [
            "Whether a provider has changed since the round before by more than the scores' own noise and the change of evaluators explain.",
            "与上一轮相比，机构的变化是否超出评分噪声和评估员变动所能解释的范围。",
        ],
        how: [
            "The change of the adjusted composite over its standard error; p adjusted over the providers of the round. The reliable change index divides by the standard error of measurement times √2.",
            "校正后综合得分的变化除以其标准误；p值按该轮机构数校正。可靠变化指数除以测量标准误与√2之积。",
        ],
        limits: [
            "Rounds that no evaluator links are not compared, and it is said what would have linked them.",
            "没有共同评估员衔接的轮次不作比较，并说明怎样才能衔接。",
        ],
        sources: &[
            "Jacobson, N. S. & Truax, P. (1991). Clinical significance. Journal of Consulting and Clinical Psychology 59, 12–19.",
        ],
    },
    MethodNote {
        id: "weights",
        title: ["Other weights", "其他权重"],
        what: [
            "Who would pass, and who would be ahead, with other weights; and how far the order depends on the choice of weights at all.",
            "换用其他权重，谁会合格、谁会领先；以及排序在多大程度上取决于权重的选择。",
        ],
        how: [
            "Composites from the means of the indicators with severity removed, recomputed at once. Stability: weights drawn around the chosen ones from a Dirichlet distribution.",
            "用剔除严厉度后的各指标均值即时重算综合得分。稳定性：围绕所选权重按狄利克雷分布抽取。",
        ],
        limits: [
            "Which weights are right is a decision of the purchaser, not of statistics.",
            "采用何种权重由购买方决定，不是统计问题。",
        ],
        sources: &[
            "Saisana, M., Saltelli, A. & Tarantola, S. (2005). Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators. Journal of the Royal Statistical Society A 168, 307–323.",
        ],
    },
];
