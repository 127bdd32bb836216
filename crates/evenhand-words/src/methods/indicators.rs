use super::note::MethodNote;

/// Are the indicators reliable?
pub(super) const NOTES: &[MethodNote] = &[
    MethodNote {
        id: "cronbach-alpha",
        title: ["Cronbach's alpha", "克龙巴赫α系数"],
        what: [
            "How consistently the indicators put the providers in the same order: how far the composite would agree with one of other indicators of the same kind.",
            "各指标对机构的排序有多一致：换一套同类指标，综合得分还能在多大程度上一致。",
        ],
        how: [
            "k / (k − 1) × (1 − sum of the indicators' variances / variance of their sum), of panel means by provider and round; interval of Feldt. Where scores are missing: from the covariances of pairs, interval by the jackknife.",
            "k / (k − 1) ×（1 − 各指标方差之和 / 总和的方差），以每家机构每轮的评审组均值计算，区间用Feldt法。有缺失时由两两协方差计算，区间用刀切法。",
        ],
        limits: [
            "High alpha does not mean one dimension, nor that the right thing is measured; it grows with the number of indicators. Intervals over several rounds count each provider once.",
            "α高并不说明只有一个维度，也不说明测到了该测的东西；指标越多α越大。多轮合并时区间按每家机构计一次。",
        ],
        sources: &[
            "Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika 16, 297–334.",
            "Feldt, L. S. (1965). The approximate sampling distribution of Kuder-Richardson reliability coefficient twenty. Psychometrika 30, 357–370.",
        ],
    },
    MethodNote {
        id: "omega",
        title: ["Omega, lambda-6 and standardised alpha", "ω、λ6与标准化α"],
        what: [
            "Other answers to the question of alpha. Omega allows indicators to be of different worth; hierarchical omega asks how much of the composite is one common thing.",
            "对同一问题的其他回答。ω允许各指标的贡献不同；分层ω说明综合得分中有多少来自同一个共同因素。",
        ],
        how: [
            "Omega from one factor by minimum residuals; lambda-6 from the squared multiple correlations; standardised alpha from the mean correlation. Intervals by a bootstrap over units.",
            "ω由最小残差单因子得出；λ6由复相关平方得出；标准化α由平均相关得出。区间用按单元的自助法。",
        ],
        limits: [
            "At least three indicators. A factor that does not converge gives a reason instead of a number.",
            "至少需要三个指标。因子分析不收敛时给出原因而不给数字。",
        ],
        sources: &[
            "McDonald, R. P. (1999). Test Theory: A Unified Treatment. Erlbaum.",
            "Guttman, L. (1945). A basis for analyzing test-retest reliability. Psychometrika 10, 255–282.",
        ],
    },
    MethodNote {
        id: "item-rest",
        title: ["Each indicator against the others", "各指标与其余指标"],
        what: [
            "Whether an indicator says the same as the others (item-rest correlation), whether it tells strong from weak providers (discrimination), how hard it is, and how often it hits the ends of its scale.",
            "指标与其余指标是否一致（题总相关），能否区分强弱机构（区分度），难度如何，触及分值上下限的频率。",
        ],
        how: [
            "Correlation with the mean of the other indicators, interval by Fisher's z. Discrimination: mean of the upper 27% of providers less mean of the lower 27%. Alpha if deleted: alpha without the indicator. Information: entropy of the scores, corrected for small samples.",
            "与其余指标均值的相关，Fisher z变换区间。区分度：高分27%与低分27%机构的均值之差。删除后α：去掉该指标后的α。信息量：评分的熵，经小样本校正。",
        ],
        limits: [
            "A low correlation may be a bad indicator or one that measures something else of worth; look at what it asks before removing it.",
            "相关低可能是指标不好，也可能是测到了别的有价值的内容；删除前请先看它问的是什么。",
        ],
        sources: &[
            "Kelley, T. L. (1939). The selection of upper and lower groups for the validation of test items. Journal of Educational Psychology 30, 17–24.",
            "Miller, G. A. (1955). Note on the bias of information estimates. In: Information Theory in Psychology.",
        ],
    },
    MethodNote {
        id: "structure",
        title: ["Structure and weights", "结构与权重"],
        what: [
            "Which indicators say the same twice, how many different things are measured, and how much each indicator really counts in the composite, whatever its nominal weight.",
            "哪些指标重复，实际测量了几个方面，以及每个指标在综合得分中真正起了多大作用（与名义权重对比）。",
        ],
        how: [
            "Correlations of panel means (0.90 and more: redundant) and of what single evaluators deviate from their panel. Dimensions: eigenvalues above those of random data (parallel analysis). Effective weight: weight × covariance with the composite, over the composite's variance; jackknife standard error.",
            "评审组均值的相关（达到0.90视为重复）以及单个评估员与本组偏差的相关。维度数：特征值超过随机数据的个数（平行分析）。有效权重：权重与对综合得分协方差之积占综合得分方差的份额；刀切法标准误。",
        ],
        limits: [
            "An indicator on which all providers are alike has no effect on who is ahead, however large its weight.",
            "各机构在某指标上都一样时，无论权重多大，它都不影响排序。",
        ],
        sources: &[
            "Horn, J. L. (1965). A rationale and test for the number of factors in factor analysis. Psychometrika 30, 179–185.",
            "Wang, M. W. & Stanley, J. C. (1970). Differential weighting. Review of Educational Research 40, 663–705.",
        ],
    },
    MethodNote {
        id: "variance-components",
        title: ["Variance components", "方差分量"],
        what: [
            "Where the differences between scores come from: providers, evaluators, indicators, rounds, and their interactions. What is not the provider's is noise when providers are compared.",
            "评分差异来自哪里：机构、评估员、指标、轮次及其交互作用。比较机构时，不属于机构的部分就是噪声。",
        ],
        how: [
            "A linear mixed model of single scores by restricted maximum likelihood; crossed and nested effects are read off the actual design, effects whose levels coincide are named as confounded. Profile-likelihood intervals up to 2,000 scores, chi-squared ones above.",
            "对单个评分的线性混合模型，用约束极大似然估计；交叉与嵌套由实际数据判定，水平完全重合的效应注明为混杂。不超过2000个评分时用剖面似然区间，否则用卡方区间。",
        ],
        limits: [
            "A component of zero means that the data do not show it, not that there is none. Above 100,000 scores every so many panels are taken, and it is said.",
            "分量为零表示数据没有显示出来，并不表示不存在。超过10万个评分时间隔抽取评审组，并予以说明。",
        ],
        sources: &[
            "Bates, D., Mächler, M., Bolker, B. & Walker, S. (2015). Fitting linear mixed-effects models using lme4. Journal of Statistical Software 67(1).",
            "Brennan, R. L. (2001). Generalizability Theory. Springer.",
        ],
    },
    MethodNote {
        id: "d-study",
        title: ["D study: how many evaluators and indicators are enough", "决策研究：需要多少评估员和指标"],
        what: [
            "How dependable composites would be with other numbers of evaluators and indicators. E-rho²: for the order of providers; Phi: for their level, where severity counts as error.",
            "若改变评估员与指标的数量，综合得分会有多可靠。Eρ²：用于排序；Φ：用于绝对水平，严厉度也计为误差。",
        ],
        how: [
            "Variance of the object over itself plus the error variances, each divided by how many levels are averaged over. Evaluators crossed or nested in providers, indicators random or fixed. The panels as they were are judged by their actual pattern.",
            "对象方差除以对象方差与误差方差之和，各误差方差除以取平均的水平数。评估员可交叉或嵌套于机构，指标可为随机或固定。实际评审组按其真实格局计算。",
        ],
        limits: [
            "It assumes that added evaluators and indicators are like those there are.",
            "前提是新增的评估员和指标与现有的相似。",
        ],
        sources: &["Brennan, R. L. (2001). Generalizability Theory. Springer."],
    },
];
