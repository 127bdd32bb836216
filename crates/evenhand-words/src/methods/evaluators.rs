use super::note::MethodNote;

/// Are the evaluators consistent, or drifting?
pub(super) const NOTES: &[MethodNote] = &[
    MethodNote {
        id: "icc",
        title: ["Intraclass correlation (ICC)", "组内相关系数（ICC）"],
        what: [
            "How much of the differences between scores are differences between providers, and not between evaluators. 1 means that it does not matter who scores; 0 that the score says more about the evaluator than about the provider. (A,1): one evaluator, severity counts as error. (C,1): one evaluator, only the order counts. (A,k), (C,k): the mean of a panel.",
            "评分差异中有多大比例来自机构之间，而非评估员之间。1表示由谁评分都一样，0表示评分反映的更多是评估员而不是机构。（A,1）：单个评估员，严厉度计为误差；（C,1）：单个评估员，只看排序；（A,k）、（C,k）：评审组平均。",
        ],
        how: [
            "Where every panel is complete: from the mean squares between providers, between evaluators and of the residual, with F intervals. Where panels differ: from REML variance components of all panels, rounds and occasions set to the same level first; k is the harmonic mean size of the panels; intervals by simulation. Above 150 evaluators complete panels alone are used.",
            "评审组全部完整时，由机构间、评估员间和残差的均方计算，区间用F分布。评审组不一致时，由全部评审组的REML方差分量计算，先扣除各轮次、各场次的水平差异；k为评审组规模的调和平均；区间用模拟。评估员超过150名时只用完整的评审组。",
        ],
        limits: [
            "Providers that hardly differ give a low coefficient even where evaluators agree well. Where the same providers come back, intervals count each once and err on the wide side.",
            "机构之间几乎没有差别时，即使评估员意见一致，系数也会偏低。同一机构多次出现时，区间按一家计，因而偏宽。",
        ],
        sources: &[
            "Shrout, P. E. & Fleiss, J. L. (1979). Intraclass correlations. Psychological Bulletin 86, 420–428.",
            "McGraw, K. O. & Wong, S. P. (1996). Forming inferences about some intraclass correlation coefficients. Psychological Methods 1, 30–46.",
            "ten Hove, D., Jorgensen, T. D. & van der Ark, L. A. (2022). Updated guidelines on selecting an intraclass correlation coefficient. Psychological Methods.",
        ],
    },
    MethodNote {
        id: "krippendorff-alpha",
        title: ["Krippendorff's alpha", "Krippendorff α系数"],
        what: [
            "Agreement beyond what chance would give, for any number of evaluators and with scores missing. 1 is perfect, 0 what drawing scores from a hat would give.",
            "超出偶然水平的一致程度，适用于任意人数，允许缺失。1为完全一致，0相当于随机抽取评分。",
        ],
        how: [
            "1 − observed disagreement / expected disagreement. Disagreement of two ratings is 0 or 1 (nominal), depends on the ranks between them (ordinal), is their squared difference (interval) or their squared relative difference (ratio). Interval by a bootstrap over units up to 3,000 scores, by the jackknife above.",
            "1 − 观察不一致 / 期望不一致。两个评分的不一致可取0或1（名义）、取决于其间的秩（有序）、取差的平方（间隔）或相对差的平方（比率）。不超过3000个评分时用按单元的自助法区间，超过时用刀切法。",
        ],
        limits: [
            "Units with a single rating say nothing of agreement and are left out. Without any variation there is no alpha.",
            "只有一个评分的单元无法反映一致性，不计入。评分毫无变化时无法计算。",
        ],
        sources: &[
            "Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania.",
        ],
    },
    MethodNote {
        id: "categories",
        title: ["Agreement on categories: AC1, AC2, kappa", "类别一致性：AC1、AC2与κ"],
        what: [
            "How often evaluators choose the same category, or a near one, beyond chance. AC1 and AC2 stay meaningful where almost all scores are in one category, where kappa falls although people agree.",
            "评估员选择相同（或相近）类别的频率超出偶然的程度。当绝大多数评分集中在同一类别时，κ会异常偏低，而AC1、AC2仍然有意义。",
        ],
        how: [
            "(agreement − chance agreement) / (1 − chance agreement), with weights for near misses: identity, linear, quadratic, ordinal. The coefficients differ in their chance agreement (Gwet 2014: AC; Fleiss 1971; Conger 1980; Brennan & Prediger 1981). Standard errors over units, t interval. Pairs of evaluators: weighted kappa with the large-sample standard error.",
            "（一致率 − 偶然一致率）/（1 − 偶然一致率），相近的选择按权重部分计入：恒等、线性、平方、有序。各系数的差别在于偶然一致率的定义（Gwet，2014；Fleiss，1971；Conger，1980；Brennan与Prediger，1981）。标准误按单元计算，t分布区间。两两比较用加权κ及其大样本标准误。",
        ],
        limits: [
            "Computed for ratings of one indicator with at most 50 different values; beyond, use the intraclass correlation.",
            "只对不超过50个不同取值的单个指标计算；取值更多时请看组内相关系数。",
        ],
        sources: &[
            "Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed. Advanced Analytics.",
            "Cohen, J. (1968). Weighted kappa. Psychological Bulletin 70, 213–220.",
            "Fleiss, J. L., Cohen, J. & Everitt, B. S. (1969). Large sample standard errors of kappa and weighted kappa. Psychological Bulletin 72, 323–327.",
        ],
    },
    MethodNote {
        id: "kendall-w",
        title: ["Kendall's W", "Kendall和谐系数W"],
        what: [
            "Whether evaluators put the providers in the same order, whatever points they give.",
            "不论给多少分，评估员对机构的排序是否一致。",
        ],
        how: [
            "The variance of the providers' rank sums over the largest it could be, corrected for ties; interval by a bootstrap over units. Where panels differ: the mean over complete panels, weighted by their units.",
            "机构秩和的方差与其最大可能值之比，经同分校正；区间用按单元的自助法。评审组不同时取各完整评审组的加权平均。",
        ],
        limits: [
            "Only complete blocks count; how many were left out is said.",
            "只计完整的区组，未计入的数量会注明。",
        ],
        sources: &["Kendall, M. G. (1948). Rank Correlation Methods. Griffin."],
    },
    MethodNote {
        id: "benchmark",
        title: ["Words for coefficients", "系数的评语"],
        what: [
            "“Good” is said only where the coefficient is at least good with a probability of .95, and not where the estimate alone has passed a line.",
            "只有当系数以不低于.95的概率达到“良好”时才称为良好，而不是估计值刚过界线就算。",
        ],
        how: [
            "The probabilities of the classes follow from estimate and standard error and are summed from the best class down; the word is that of the first class where the sum reaches .95. The limits are those of the scale that you choose: Koo & Li, Cicchetti, or Landis & Koch.",
            "由估计值和标准误算出各等级的概率，从最高等级起累加，累计达到.95的第一个等级即为评语。界限取自所选标准：Koo与Li、Cicchetti或Landis与Koch。",
        ],
        limits: [
            "The limits are conventions. What is good enough depends on what is decided with the scores.",
            "界限只是惯例，多高才够取决于评分用来做什么决定。",
        ],
        sources: &[
            "Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed., chapter 6.",
            "Koo, T. K. & Li, M. Y. (2016). A guideline of selecting and reporting intraclass correlation coefficients. Journal of Chiropractic Medicine 15, 155–163.",
            "Landis, J. R. & Koch, G. G. (1977). The measurement of observer agreement for categorical data. Biometrics 33, 159–174.",
        ],
    },
    MethodNote {
        id: "severity",
        title: ["Severity", "严厉度"],
        what: [
            "How much lower an evaluator scores than the other members of the same panels, on the same provider, round and indicator. Positive is harsher.",
            "在同一机构、轮次和指标上，评估员的评分比同组其他成员平均低多少。正值为偏严。",
        ],
        how: [
            "Minus the mean of (own score − mean of the others); standard error clustered by score sheet. The severity in one round takes the variance of score sheets from all evaluators together.",
            "（本人评分 − 同组其他人平均）的均值取负；标准误按评分表聚类。单轮严厉度的评分表方差取自全部评估员。",
        ],
        limits: [
            "It is relative to the colleagues: a whole panel that is harsh cannot be seen. An evaluator who is always alone has no severity.",
            "严厉度相对于同组成员而言：整组都偏严时无法发现。始终单独评分的评估员没有严厉度。",
        ],
        sources: &[
            "Emerson, J. W., Seltzer, M. & Lin, D. (2009). Assessing judging bias. The American Statistician 63, 124–131.",
        ],
    },
    MethodNote {
        id: "linear-severity",
        title: ["Severity in a mixed model", "混合模型中的严厉度"],
        what: [
            "The same, with the providers' level and the indicators' difficulty taken out at once and evaluators who have scored little drawn towards the mean.",
            "同样是严厉度，但同时扣除机构水平和指标难度，并将评分较少的评估员向均值收缩。",
        ],
        how: [
            "Minus the predicted effect of the evaluator in a linear mixed model of single scores (rounds, providers, evaluators, indicators and what the design identifies of their interactions), fitted by restricted maximum likelihood; conditional standard error. Beside it the estimate without shrinkage.",
            "对单个评分建立线性混合模型（轮次、机构、评估员、指标及设计可识别的交互作用），用约束极大似然拟合，取评估员预测效应的负值及其条件标准误；旁边给出不收缩的估计。",
        ],
        limits: [
            "Where panels are not linked by common evaluators or providers, severities of different parts cannot be compared; it is then said so.",
            "评审组之间没有共同的评估员或机构相衔接时，各部分的严厉度无法比较，此时会说明。",
        ],
        sources: &[
            "Bates, D., Mächler, M., Bolker, B. & Walker, S. (2015). Fitting linear mixed-effects models using lme4. Journal of Statistical Software 67(1).",
            "Henderson, C. R. (1975). Best linear unbiased estimation and prediction under a selection model. Biometrics 31, 423–447.",
        ],
    },
    MethodNote {
        id: "drift",
        title: ["Drift", "漂移"],
        what: [
            "Whether an evaluator's severity moves from round to round beyond chance: harsher, more lenient, or back and forth. Changes of colleagues, and colleagues who drift, are not taken for it.",
            "评估员的严厉度是否在轮次之间发生超出偶然的变化：变严、变宽或忽严忽宽。同组成员变动或他人漂移不会被误认为本人漂移。",
        ],
        how: [
            "One test per evaluator: the partial F test of an effect per round in the model composite = panel + evaluator, evaluators who drift taken out step by step, adjusted over all evaluators. The best single change point says when, the effect after less the effect before says by how much; changes between rounds, the trend and that change point say whether severity rose, fell or went up and down. By the Rasch model: the weighted squares of the linked severities around their mean.",
            "每人一项检验：在“综合得分＝评审组＋评估员”模型中检验按轮次设效应的偏F统计量，漂移者逐步剔除，并按全部评估员校正。最佳单一变化点说明何时变化，变化点前后效应之差说明变化多少；各轮之间的变化、趋势与变化点说明是趋严、趋宽还是起伏不定。Rasch模型：衔接后各轮严厉度围绕均值的加权平方和。",
        ],
        limits: [
            "If all evaluators move together, scores alone cannot tell that from a change of all providers.",
            "如果全体评估员一起变化，仅凭评分无法将其与全体机构的变化区分开。",
        ],
        sources: &[
            "Leckie, G. & Baird, J.-A. (2011). Rater effects on essay scoring: a multilevel analysis of severity drift, central tendency, and rater experience. Journal of Educational Measurement 48, 399–418.",
            "Myford, C. M. & Wolfe, E. W. (2009). Monitoring rater performance over time. Journal of Educational Measurement 46, 371–389.",
        ],
    },
    MethodNote {
        id: "rasch",
        title: ["Many-facet Rasch measures", "多面Rasch测量"],
        what: [
            "Providers, indicators and evaluators on one ruler. A rating is more likely high for a strong provider, an easy indicator and a lenient evaluator; the steps of the scale need not be equally wide.",
            "机构、指标和评估员处于同一把尺上。机构越强、指标越易、评估员越宽，得高分的可能越大；量表各级不要求等距。",
        ],
        how: [
            "log(P(k) / P(k−1)) = provider − indicator difficulty − severity − step, by joint maximum likelihood, corrected for bias, each round on its own. Rounds are linked by the evaluators common to them, without those whose standardised difference is beyond 2.58. Standard errors are widened by how much score sheets vary beyond the model.",
            "log(P(k) / P(k−1)) = 机构 − 指标难度 − 严厉度 − 阶梯，用联合最大似然估计并校正偏差，逐轮进行。各轮由共同的评估员衔接，剔除标准化差异超过2.58者。标准误按评分表超出模型的变异放大。",
        ],
        limits: [
            "Fewer than 5 common evaluators are a weak link and are said to be; without any, rounds are not compared. Scales of more steps than the model can hold are made coarser, and it is said.",
            "共同评估员少于5名时注明为弱衔接；没有共同评估员的轮次不作比较。量表级数过多时会合并，并予以说明。",
        ],
        sources: &[
            "Linacre, J. M. (1989). Many-Facet Rasch Measurement. MESA Press.",
            "Huynh, H. & Meyer, P. (2010). Use of robust z in detecting unstable items in item response theory models. Practical Assessment, Research & Evaluation 15(2).",
        ],
    },
    MethodNote {
        id: "control-chart",
        title: ["Control charts", "控制图"],
        what: [
            "An evaluator's severity round by round against the limits within which it may move by chance. EWMA shows slow movements, CUSUM lasting shifts.",
            "评估员逐轮严厉度与其随机波动界限的对照。EWMA显示缓慢移动，CUSUM显示持续偏移。",
        ],
        how: [
            "EWMA: z = 0.2 x + 0.8 z, limits of 2.7 standard errors. CUSUM: sums of standardised deviations beyond 0.5, signal at 4. Limits come from the standard errors of the rounds.",
            "EWMA：z = 0.2 x + 0.8 z，界限为2.7个标准误。CUSUM：累加超过0.5的标准化偏差，达到4时报警。界限由各轮标准误得出。",
        ],
        limits: [
            "A signal is a reason to look, not a verdict; the class of an evaluator comes from the one test of drift.",
            "报警只是查看的理由，不是结论；评估员的类别由漂移检验决定。",
        ],
        sources: &[
            "Roberts, S. W. (1959). Control chart tests based on geometric moving averages. Technometrics 1, 239–250.",
            "Page, E. S. (1954). Continuous inspection schemes. Biometrika 41, 100–115.",
        ],
    },
    MethodNote {
        id: "rating-effects",
        title: ["Rating effects", "评分效应"],
        what: [
            "How an evaluator uses the scale: too narrowly (central tendency) or too widely, one impression for all indicators (halo), the same score throughout (straight-lining), round numbers, few different scores.",
            "评估员如何使用量表：过于集中（趋中）或过于分散，各指标凭同一印象（光环），整张表同一分数（直线作答），偏好整数，取值过少。",
        ],
        how: [
            "Each is compared with colleagues in the same places, severity taken out first: the ratio of standard deviations (jackknife over providers), the mean correlation of residuals within score sheets (jackknife over sheets), the share of uniform sheets (Fisher's exact test), the share of round numbers, the entropy of scores.",
            "各效应均在扣除严厉度后与同组在相同项目上比较：标准差之比（按机构刀切）、评分表内残差的平均相关（按评分表刀切）、整张同分的占比（Fisher精确检验）、整数占比、评分的熵。",
        ],
        limits: [
            "At least 8 providers or score sheets are needed. A halo may be true: a provider may be good at everything, and for that reason only the excess over colleagues counts.",
            "至少需要8家机构或8份评分表。光环也可能是真的：机构可能样样都好，因此只计超出同组的部分。",
        ],
        sources: &[
            "Saal, F. E., Downey, R. G. & Lahey, M. A. (1980). Rating the ratings. Psychological Bulletin 88, 413–428.",
            "Myford, C. M. & Wolfe, E. W. (2003, 2004). Detecting and measuring rater effects using many-facet Rasch measurement. Journal of Applied Measurement 4, 386–422; 5, 189–227.",
        ],
    },
    MethodNote {
        id: "interactions",
        title: ["Interactions, unexpected scores and categories", "交互作用、意外评分与评分等级"],
        what: [
            "Where an evaluator is harsher than usual: in a round, on an indicator, for a kind of provider. Which single scores are far from what model and colleagues lead to expect. Whether every step of the scale is used and in its order.",
            "评估员在何处比平时更严：某一轮、某一指标或某类机构。哪些评分与模型和同组相比最出人意料。量表各级是否都被使用、顺序是否正确。",
        ],
        how: [
            "The measures of the many-facet Rasch model are kept, and the bias of a combination is the shift in logits that makes its observed sum the expected one; t is the shift over its standard error, p adjusted over all combinations. Unexpected are scores whose standardised residual is large. Thresholds are those at which two neighbouring steps are equally likely.",
            "保持多面Rasch模型的测量值不变，某一组合的偏差是使其观察总分等于期望总分的logit偏移；t为偏移除以标准误，p值按全部组合校正。标准化残差很大的评分为意外评分。阈值是相邻两级概率相等之处。",
        ],
        limits: [
            "Among many combinations some stand out by chance; only those with an adjusted p count. One odd score is no fault of the evaluator.",
            "组合很多时总有一些偶然突出，只有校正后仍显著者才算数。一个奇怪的评分并不等于评估员有错。",
        ],
        sources: &[
            "Linacre, J. M. (1989). Many-Facet Rasch Measurement. MESA Press.",
            "Myford, C. M. & Wolfe, E. W. (2003). Detecting and measuring rater effects using many-facet Rasch measurement. Journal of Applied Measurement 4, 386–422.",
        ],
    },
    MethodNote {
        id: "conflicts",
        title: ["Conflicts of interest", "利益关联"],
        what: [
            "Whether an evaluator favours providers of the own affiliation, or with whom a conflict was declared, beyond what colleagues give them and beyond what the evaluator gives others.",
            "评估员是否偏袒本单位机构或已申报关联的机构：既高于同组其他人给的分，也高于其给其他机构的分。",
        ],
        how: [
            "For each evaluator the mean deviation from the colleagues, every provider counting once, tied providers against the others: t test with the variance between providers pooled, a permutation p beside it, both adjusted over the evaluators. Decisions are those at the pass mark without the scores of tied evaluators, beside the number that leaving out as many scores would change by chance.",
            "对每名评估员，计算与同组其他人的平均偏差（每家机构计一次），比较有关联机构与其他机构：合并方差的t检验，并列出置换p值，均按评估员校正。及格判断指去掉有关联评估员的评分后重新判断，并列出随机去掉同样多评分会改变的个数。",
        ],
        limits: [
            "At least 2 providers of either kind and 6 in all. A difference shows a pattern, not an intention; tied providers may be ones the evaluator knows better.",
            "每类至少2家、合计至少6家机构。差异反映规律而非动机；有关联的机构也可能是评估员更了解的。",
        ],
        sources: &[
            "Emerson, J. W., Seltzer, M. & Lin, D. (2009). Assessing judging bias. The American Statistician 63, 124–131.",
            "Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics and Molecular Biology 9(1).",
        ],
    },
    MethodNote {
        id: "turnover",
        title: ["Turnover and the split of a change", "人员更替与变化的分解"],
        what: [
            "How much of the change of the mean score from one round to the next comes from other people having scored, from evaluators who drifted, and from the providers themselves.",
            "两轮之间平均分的变化，有多少来自评分人员变动、评估员漂移以及机构本身。",
        ],
        how: [
            "In the additive model of panels and evaluators, drifting evaluators with a severity per round, the mean of a round is the mean level of its providers plus the mean effect of who scored them. The change is divided exactly, shares and effects of both rounds averaged. Newcomers are compared with staying colleagues on the same panels, standard error clustered by newcomer; groups by the means of their evaluators.",
            "在“评审组＋评估员”加性模型中（漂移者逐轮设严厉度），一轮的平均分等于机构平均水平加上评分者的平均效应。变化被准确分解，份额与效应取两轮平均。新评估员与同组留任者比较，标准误按新评估员聚类；各组别按评估员均值比较。",
        ],
        limits: [
            "If the whole panel moves together, scores alone cannot tell that from a change of the providers. Who is new is told within the rounds selected.",
            "如果全体评估员一起变化，仅凭评分无法与机构的变化区分。是否为新评估员按所选轮次判断。",
        ],
        sources: &[
            "Kitagawa, E. M. (1955). Components of a difference between two rates. Journal of the American Statistical Association 50, 1168–1194.",
            "Oaxaca, R. (1973). Male-female wage differentials in urban labor markets. International Economic Review 14, 693–709.",
        ],
    },
    MethodNote {
        id: "scorecards",
        title: ["Scorecards", "评估员评分卡"],
        what: [
            "What to do about each evaluator (keep, brief, train again, review scores), always with the reasons, from thresholds that you can read and change.",
            "对每名评估员的建议（保留、沟通、再培训、复核评分），始终附理由，依据可查看、可修改的阈值。",
        ],
        how: [
            "Severity, drift, agreement with colleagues, rating effects and conflicts are held against the policy; each reason must be beyond chance after adjustment over all evaluators, and large enough to matter.",
            "将严厉度、漂移、与同组的一致性、评分效应和利益关联与阈值对照；每条理由都须经全部评估员校正后仍超出偶然，且大到有实际意义。",
        ],
        limits: [
            "An advice is a beginning of a talk, not a verdict. Evaluators with few score sheets get none.",
            "建议是沟通的开始，而不是结论。评分表太少的评估员不给建议。",
        ],
        sources: &[
            "Myford, C. M. & Wolfe, E. W. (2004). Detecting and measuring rater effects using many-facet Rasch measurement, Part II. Journal of Applied Measurement 5, 189–227.",
        ],
    },
    MethodNote {
        id: "affiliation",
        title: ["Own affiliation", "所属单位"],
        what: [
            "Whether evaluators score providers of their own affiliation higher than their colleagues do, and higher than they score others.",
            "评估员给本单位机构的评分，是否高于同组其他人，也高于其给其他机构的评分。",
        ],
        how: [
            "The mean deviation from the other panel members, for scores of the own affiliation and for all others. The difference that is tested compares each evaluator with itself, so that a lenient organisation is not taken for a partial one; standard error clustered by evaluator.",
            "分别计算对本单位与对其他机构的评分与同组其他人的平均偏差。检验的差值是每名评估员与其自身相比，因此整体偏宽的单位不会被误认为偏袒；标准误按评估员聚类。",
        ],
        limits: [
            "At least five evaluators need scores of both kinds. A difference shows a pattern, not an intention.",
            "至少需要五名两类评分兼有的评估员。差异反映的是规律，而不是动机。",
        ],
        sources: &[
            "Emerson, J. W., Seltzer, M. & Lin, D. (2009). Assessing judging bias. The American Statistician 63, 124–131.",
            "Zitzewitz, E. (2006). Nationalism in winter sports judging and its lessons for organizational decision making. Journal of Economics & Management Strategy 15, 67–99.",
        ],
    },
];
