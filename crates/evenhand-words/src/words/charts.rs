use super::parts::{ChartWords, chart};

words! {
    /// Titles, axes and reading help of the charts.
    pub struct Charts {
        severity: ChartWords = chart(
            "Severity of the evaluators",
            "Points below (+) or above (−) the rest of the panel, with 95% intervals",
            ["Severity", "Evaluator"],
            "Each line is one evaluator, harshest at the top. An interval that does not touch zero is a difference beyond chance for that evaluator alone; filled dots stay so after adjusting for the number of evaluators."
        ), chart(
            "评估员的严厉度",
            "比同组其他评估员低（+）或高（−）多少分，附95%置信区间",
            ["严厉度", "评估员"],
            "每行是一名评估员，最严的在最上方。区间不含零，表示单看该评估员差异超出随机波动；实心点表示按评估员人数校正后依然成立。"
        );
        drift: ChartWords = chart(
            "Severity from round to round",
            "Severity of each evaluator in each round; bands are 95% intervals",
            ["Round", "Severity"],
            "A flat line is an evaluator who keeps the same standard. Coloured lines are the evaluators whose severity changed most beyond chance, eight at most; all others are grey."
        ), chart(
            "各轮严厉度的变化",
            "每名评估员在每一轮的严厉度，色带为95%置信区间",
            ["轮次", "严厉度"],
            "线条平稳，说明该评估员前后尺度一致。彩色线是严厉度变化超出随机波动且变化最大的评估员，最多八名；其余为灰色。"
        );
        agreement_by_round: ChartWords = chart(
            "Agreement by round",
            "Intraclass correlation of one evaluator and of the panel mean, with 95% intervals",
            ["Round", "Agreement (ICC)"],
            "1 would be perfect agreement, 0 none. Where the intervals of two rounds overlap widely, the rounds cannot be said to differ. A gap is a round whose agreement cannot be computed; the table says why."
        ), chart(
            "各轮的一致性",
            "单名评估员和评审组均值的组内相关系数，附95%置信区间",
            ["轮次", "一致性（ICC）"],
            "1为完全一致，0为毫无一致。两轮的区间大幅重叠时，不能说两轮有差别。空缺表示该轮一致性无法计算，原因见数据表。"
        );
        agreement_forest: ChartWords = chart(
            "Agreement part by part",
            "One coefficient for each part of the scores, with 95% intervals",
            ["Agreement", "Part of the scores"],
            "1 would be perfect agreement, 0 what chance would give. Parts whose intervals lie apart differ; where they overlap widely, nothing can be said. A dashed line, where there is one, is all scores together."
        ), chart(
            "各部分的一致性",
            "评分各部分的同一系数，附95%置信区间",
            ["一致性", "评分的部分"],
            "1为完全一致，0为随机水平。区间不相交的部分确有差别，大幅重叠时则无法断定。如有虚线，则为全部评分合计。"
        );
        pairs: ChartWords = chart(
            "Agreement of each two evaluators",
            "Weighted kappa of the composites of two evaluators with enough providers in common",
            ["Evaluator", "Evaluator"],
            "The stronger the colour, the better two evaluators agree. A row of pale cells is an evaluator who agrees with few; an outlined cell is a pair whose agreement may be chance. Empty cells have too few providers in common."
        ), chart(
            "评估员两两一致性",
            "共同评过足够多机构的两名评估员，综合得分的加权κ",
            ["评估员", "评估员"],
            "颜色越醒目，两人越一致。整行颜色浅，说明该评估员与多数人不一致；带边框的格子，一致程度可能只是随机。空白表示共同评过的机构太少。"
        );
        consistency_forest: ChartWords = chart(
            "Reliability part by part",
            "Cronbach's alpha by dimension and round, with 95% intervals",
            ["Reliability (alpha)", "Part of the scores"],
            "The higher, the more consistently the indicators of that part order the providers; 0.70 is the usual lower limit for comparing groups. Few indicators make alpha low, so dimensions of few indicators stand lower."
        ), chart(
            "各部分的信度",
            "各维度、各轮次的克龙巴赫α系数，附95%置信区间",
            ["信度（α）", "评分的部分"],
            "数值越高，该部分的指标对机构的排序越一致；比较机构时通常要求不低于0.70。指标越少α越低，因此指标少的维度数值偏低。"
        );
        indicator_matrix: ChartWords = chart(
            "How the indicators go together",
            "Correlation of panel means of each two indicators",
            ["Indicator", "Indicator"],
            "The stronger the colour, the more alike two indicators order the providers. Outlined pairs are so alike that one of them adds little; a pale row is an indicator that goes with none."
        ), chart(
            "指标之间的关联",
            "每两个指标的评审组均值的相关系数",
            ["指标", "指标"],
            "颜色越醒目，两个指标对机构的排序越相近。带边框的一对几乎相同，其中之一增加的信息很少；整行颜色浅，说明该指标与其余都不相关。"
        );
        scree: ChartWords = chart(
            "How many things do the indicators measure?",
            "Eigenvalues of the correlations, against those of uncorrelated indicators",
            ["Component", "Eigenvalue"],
            "Each dot above the dashed line is something that several indicators measure together; one dot above means one thing. The line is the 95th percentile of chance."
        ), chart(
            "指标反映了几个方面？",
            "相关矩阵的特征值，与不相关指标的特征值对照",
            ["成分", "特征值"],
            "虚线以上的每个点代表若干指标共同反映的一个方面，只有一个点在线上则只反映一个方面。虚线为随机情形的第95百分位。"
        );
        variance: ChartWords = chart(
            "What single scores vary by",
            "Share of the variance of a single score, with 95% intervals",
            ["Share of variance", "Source"],
            "Long lines at the top mean that scores mostly tell providers apart. What lies with evaluators or is unexplained is averaged out by more evaluators and indicators."
        ), chart(
            "单个评分的差异来自哪里",
            "占单个评分方差的份额，附95%置信区间",
            ["方差份额", "来源"],
            "机构所占份额大，说明评分主要反映机构之间的差别。来自评估员的和无法解释的部分，可通过增加评估员和指标来平均掉。"
        );
        dependability: ChartWords = chart(
            "How dependable would other panels be?",
            "Coefficient for the mean of so many scores; the dashed line is the target",
            ["Number", "Coefficient"],
            "Find where a line crosses the dashed one: from there on the panel is large enough. The dot is the panels as they were. Beyond the bend of a line, more evaluators add little."
        ), chart(
            "换一种评审组合有多可靠？",
            "相应数量评分均值的系数；虚线为目标水平",
            ["数量", "系数"],
            "曲线越过虚线之处，即为所需的最小规模。圆点为实际的评审组。曲线转平之后，再增加评估员收效甚微。"
        );
        linear_severity: ChartWords = chart(
            "Severity by a mixed model",
            "Points of 100 below (+) or above (−) the average evaluator, with 95% intervals; hollow dots are not shrunken",
            ["Severity (points of 100)", "Evaluator"],
            "Each line is one evaluator, harshest at the top. Filled dots are drawn towards zero the more, the less an evaluator scored; a wide gap to the hollow dot means little information."
        ), chart(
            "混合模型得出的严厉度",
            "比平均评估员低（+）或高（−）多少分（百分制），附95%置信区间；空心点未作收缩",
            ["严厉度（百分制）", "评估员"],
            "每行是一名评估员，最严的在最上方。评分越少，实心点越向零收缩；与空心点相距较远，说明信息较少。"
        );
        weights: ChartWords = chart(
            "Does each indicator count for what it should?",
            "Share of the composite's differences that each indicator decides, with 95% intervals; hollow dots are the weights given",
            ["Share", "Indicator"],
            "Where the filled dot lies to the right of the hollow one, the indicator decides more than its weight says. Filled colour means a difference beyond chance after adjusting for the number of indicators."
        ), chart(
            "各指标的分量是否名实相符？",
            "各指标决定的综合得分差异的份额，附95%置信区间；空心点为名义权重",
            ["份额", "指标"],
            "实心点在空心点右侧，说明该指标实际决定的多于名义权重。填色表示按指标数校正后差异超出随机波动。"
        );
        affiliation: ChartWords = chart(
            "Scores for the own affiliation",
            "Mean deviation from the other panel members, with 95% intervals",
            ["Deviation", "Affiliation of evaluator and provider"],
            "To the right of zero, scores are higher than those of the other panel members on the same provider. The difference compares each evaluator with itself, so lenient evaluators are not taken for partial ones; what counts is whether its interval reaches zero."
        ), chart(
            "对本单位机构的评分",
            "与同组其他评估员评分的平均偏差，附95%置信区间",
            ["偏差", "评估员与机构的所属关系"],
            "位于零右侧，表示对同一机构的评分高于同组其他评估员。差值是每名评估员与自身比较的结果，普遍偏宽不会被当作偏袒；要看差值的区间是否含零。"
        );
        reliability_by_round: ChartWords = chart(
            "Reliability by round",
            "Cronbach's alpha over all indicators, with 95% intervals",
            ["Round", "Reliability (alpha)"],
            "The higher, the more consistently the indicators order the providers; 0.70 is the usual lower limit for comparing groups. Read the lower end of the interval, not the dot."
        ), chart(
            "各轮的信度",
            "全部指标的克龙巴赫α系数，附95%置信区间",
            ["轮次", "信度（α）"],
            "数值越高，各指标对机构的排序越一致；比较机构时通常要求不低于0.70。请看区间下限，而不只看圆点。"
        );
        item_rest: ChartWords = chart(
            "How each indicator goes with the others",
            "Correlation with the mean of the other indicators, with 95% intervals",
            ["Item-rest correlation", "Indicator"],
            "Indicators on the right order the providers as the others do. An interval that reaches below 0.30 leaves open whether the indicator measures the same thing."
        ), chart(
            "各指标与其余指标的关联",
            "与其余指标均值的相关系数，附95%置信区间",
            ["题总相关", "指标"],
            "越靠右，该指标对机构的排序与其余指标越一致。区间延伸到0.30以下时，尚不能确定它反映的是同一事物。"
        );
        difficulty: ChartWords = chart(
            "Which indicators are hard to score well on",
            "Mean score as a share of the scale, with 95% intervals",
            ["Share of the scale", "Indicator"],
            "Indicators on the left are hard: even good providers lose points there. Those close to 100% leave little room to tell providers apart."
        ), chart(
            "哪些指标较难得分",
            "平均分占分值范围的比例，附95%置信区间",
            ["得分率", "指标"],
            "越靠左的指标越难得分，好的机构也会在此失分；接近100%的指标难以拉开机构之间的差距。"
        );
        floor_ceiling: ChartWords = chart(
            "Scores at the ends of the scale",
            "Share of scores at the lowest and at the highest possible value",
            ["Share of scores", "Indicator"],
            "Long bars mean that the scale ends too soon: providers beyond that end all get the same score and cannot be told apart."
        ), chart(
            "落在分值两端的评分",
            "取最低分和最高分的评分所占比例",
            ["评分占比", "指标"],
            "条形较长，说明分值范围不够用：超出这一端的机构得分都一样，无从区分。"
        );
        funnel: ChartWords = chart(
            "Who stands out from the others?",
            "Adjusted composites against how sure they are, with 95% and 99.8% limits",
            ["Effective score sheets", "Adjusted composite (points of 100)"],
            "Each dot is a provider; to the right it rests on more. Within the limits it may be like the others. Where providers differ beyond chance, the limits allow for it; a coloured dot outside the outer limits stands out even so."
        ), chart(
            "谁明显不同于其他机构？",
            "校正得分与其把握程度，附95%和99.8%控制限",
            ["有效评分表数", "校正得分（百分制）"],
            "每个点是一家机构，越靠右依据越多。在控制限之内，可能与其他机构无异。机构差异超出随机波动时，控制限已相应放宽；仍落在外侧控制限之外的彩色点，才算明显不同。"
        );
        league: ChartWords = chart(
            "Composites of the providers",
            "Adjusted composite with 95% interval; hollow dots show the raw composite",
            ["Composite, points of 100", "Provider"],
            "Where the intervals of two providers overlap widely, their order is not established. A wide gap between the filled and the hollow dot means that the result depends on who scored."
        ), chart(
            "各机构的综合得分",
            "实心点为校正得分，附95%置信区间；空心点为原始得分",
            ["综合得分（百分制）", "被评机构"],
            "两家机构的区间大幅重叠时，先后次序并不确定。实心点与空心点相距较远，说明结果受评估员人选的影响较大。"
        );
        slope: ChartWords = chart(
            "Change since the previous round",
            "Adjusted composite in the provider's previous round and in this one",
            ["Round", "Composite, points of 100"],
            "Coloured lines are providers whose change is beyond chance after adjusting for the number of providers. Grey lines may be chance, however steep."
        ), chart(
            "与上一轮相比的变化",
            "各机构上一轮与本轮的校正得分",
            ["轮次", "综合得分（百分制）"],
            "彩色线是按机构数校正后变化仍超出随机波动的机构。灰色线无论多陡，都可能只是随机波动。"
        );
        overview_agreement: ChartWords = chart(
            "Agreement of the evaluators", "ICC(A,1) by round, with 95% intervals", ["Round", "ICC(A,1)"],
            "How well one evaluator can stand for another; 1 is perfect."
        ), chart(
            "评估员的一致性", "各轮的ICC(A,1)，附95%置信区间", ["轮次", "一致性ICC(A,1)"],
            "一名评估员能在多大程度上代替另一名，1为完全一致。"
        );
        overview_reliability: ChartWords = chart(
            "Reliability of the indicators", "Cronbach's alpha by round, with 95% intervals", ["Round", "Alpha"],
            "How consistently the indicators order the providers; 1 is perfect."
        ), chart(
            "指标的信度", "各轮的克龙巴赫α系数，附95%置信区间", ["轮次", "α系数"],
            "各指标对机构排序的一致程度，1为完全一致。"
        );
        overview_mean: ChartWords = chart(
            "Mean of the providers", "Mean adjusted composite by round, points of 100", ["Round", "Points of 100"],
            "The average level of a round, with the evaluators' severity removed."
        ), chart(
            "机构的平均水平", "各轮校正得分的平均值，百分制", ["轮次", "百分制得分"],
            "一轮的整体水平，已剔除评估员的严厉度差异。"
        );
        overview_separation: ChartWords = chart(
            "Providers told apart", "Share of pairs of providers told apart, by round", ["Round", "Share of pairs"],
            "How much of the order of the providers is more than chance; at 100% every pair differs."
        ), chart(
            "机构的区分程度", "各轮可区分的机构对所占比例", ["轮次", "机构对占比"],
            "机构排序中有多少超出随机波动；100%表示任意两家都有差别。"
        );
        links: ChartWords = chart(
            "Evaluators common to two rounds",
            "Number of evaluators who scored in both rounds",
            ["Round", "Round"],
            "The stronger the colour, the more evaluators two rounds share and the better they can be compared. Below 5 the link is weak; empty cells share none."
        ), chart(
            "两轮之间的共同评估员",
            "两轮都参加评分的评估员人数",
            ["轮次", "轮次"],
            "颜色越醒目，共同评估员越多，两轮越便于比较。少于5人时关联较弱，空白表示没有共同评估员。"
        );
        missing_indicators: ChartWords = chart(
            "Missing scores by round and indicator",
            "Share of the scores of complete score sheets that is missing",
            ["Round", "Indicator"],
            "The stronger the colour, the more scores are missing. An empty cell is a round that does not use the indicator. A row that is strong everywhere is an indicator that evaluators skip."
        ), chart(
            "各轮各指标的缺失评分",
            "评分表若全部填齐，其中缺失评分所占比例",
            ["轮次", "指标"],
            "颜色越深，缺失越多。空白表示该轮未使用该指标。整行颜色都深，说明评估员常常跳过该指标。"
        );
        missing_evaluators: ChartWords = chart(
            "Missing scores by evaluator and round",
            "Share of the scores of an evaluator's score sheets that is missing",
            ["Round", "Evaluator"],
            "The stronger the colour, the more of an evaluator's scores are missing. An empty cell is a round in which the evaluator took no part."
        ), chart(
            "各评估员各轮的缺失评分",
            "评估员的评分表中，缺失评分所占比例",
            ["轮次", "评估员"],
            "颜色越深，该评估员缺失的评分越多。空白表示该评估员未参加该轮。"
        );
        effects: ChartWords = chart(
            "How evaluators use the scale",
            "Each evaluator against colleagues, effect by effect",
            ["Effect", "Evaluator"],
            "A coloured cell is a difference from the colleagues that is more than chance, after adjusting for all effects of all evaluators; pale cells may be chance. Numbers with × are ratios of spread, the others differences. An empty cell cannot be told; the table says why."
        ), chart(
            "评估员怎样使用分值",
            "每名评估员与同组的对比，逐项列出",
            ["效应", "评估员"],
            "着色的格子表示与同组的差异超出随机波动（已按全部评估员的全部效应校正），浅色的可能只是随机波动。带×的是离散程度之比，其余为差值。空白表示无法判断，原因见数据表。"
        );
        drift_multiples: ChartWords = chart(
            "Severity of those who drifted, round by round",
            "One panel for every drifting evaluator, by the linear model",
            ["Round", "Severity"],
            "Dots are the severity in each round with its 95% interval, up = harsher; the dashed line is the evaluator's own mean. The upright mark is the sharpest change."
        ), chart(
            "漂移评估员各轮的严厉度",
            "每名漂移的评估员一幅，按线性模型",
            ["轮次", "严厉度"],
            "圆点为各轮的严厉度，附95%置信区间，向上为偏严；虚线为本人均值。竖线标出变化最大之处。"
        );
        control_multiples: ChartWords = chart(
            "Control charts of severity",
            "One panel for every drifting evaluator, by the linear model",
            ["Round", "Moving average"],
            "The line is the moving average of severity, the band its limits; a filled dot is outside of them or has a cumulative sum above the decision height. With few rounds, a chart is slow to signal."
        ), chart(
            "严厉度控制图",
            "每名漂移的评估员一幅，按线性模型",
            ["轮次", "移动平均"],
            "线为严厉度的移动平均，带为其界限；实心点表示超出界限，或累积和超过判定高度。轮次较少时，控制图反应较慢。"
        );
        category_curves: ChartWords = chart(
            "How likely each step of the scale is",
            "Probability of each score by level of performance, many-facet Rasch model",
            ["Provider less severity less difficulty, logits", "Probability"],
            "Each hill is one score: where it is the highest, it is the most likely one. A score that is nowhere the highest is hardly told from its neighbours; such curves are dashed."
        ), chart(
            "各分值的可能性",
            "不同水平上各分值的概率，多面Rasch模型",
            ["机构减严厉度减难度（logit）", "概率"],
            "每条曲线代表一个分值：曲线最高处，该分值最可能出现。处处都不是最高的分值与相邻分值难以区分，以虚线表示。"
        );
        indicator_multiples: ChartWords = chart(
            "Difficulty of the indicators, round by round",
            "One panel for every indicator, by the Rasch model, in logits against the other indicators",
            ["Round", "Difficulty"],
            "Dots are the difficulty in each round with its 95% interval, up = harder; the dashed line is the indicator's own mean. Where difficulty moved beyond chance, the line is coloured and an upright mark shows the sharpest change; all others are grey."
        ), chart(
            "各轮的指标难度",
            "每个指标一幅，按Rasch模型，单位为logit，以其他指标为参照",
            ["轮次", "难度"],
            "圆点为各轮的难度，附95%置信区间，向上为偏难；虚线为该指标的均值。难度变化超出随机波动的指标以彩色显示，竖线标出变化最大之处，其余为灰色。"
        );
        wright_map: ChartWords = chart(
            "Everything on one ruler",
            "Many-facet Rasch measures in logits (Wright map)",
            ["Facet", "Logits"],
            "Higher up: better providers, harsher evaluators, harder indicators. A provider level with a threshold, an average evaluator and an average indicator is as likely to score above the threshold as below. Bars count the elements at each height."
        ), chart(
            "同一把标尺",
            "多面Rasch模型的测量值，单位为logit（Wright图）",
            ["层面", "测量值（logit）"],
            "越往上：机构越好，评估员越严，指标越难。机构与某一阈值等高时，由平均的评估员在平均的指标上评分，高于与低于该阈值的机会相等。横条为该高度的数目。"
        );
        conflicts: ChartWords = chart(
            "How evaluators score providers to which they are tied",
            "Deviation of tied providers less that of all others, evaluator by evaluator, with 95% intervals",
            ["Difference", "Evaluator"],
            "To the right of zero, tied providers get higher scores than others do from the same evaluator. Filled dots are beyond chance after adjusting for the number of evaluators; hollow ones may be chance. The row on top is all evaluators together."
        ), chart(
            "评估员给有关联机构的评分",
            "对有关联机构的偏差减去对其他机构的偏差，逐名评估员，附95%置信区间",
            ["差值", "评估员"],
            "位于零的右侧，说明同一名评估员给有关联机构的评分高于其他机构。实心点表示按评估员人数校正后超出随机波动，空心点可能只是随机。最上面一行为全部评估员合计。"
        );
        change_split: ChartWords = chart(
            "What each change of the mean is made of",
            "Change of the mean composite from round to round and its four parts, points of 100, with 95% intervals",
            ["Round", "Points of 100"],
            "In every round the four parts sum to the raw change. What is left for the providers is the last one; a raw change that is all in the first parts says nothing about providers. The raw change is a fact and has no interval."
        ), chart(
            "平均分变化的构成",
            "各轮之间平均综合得分的变化及其四个部分（百分制），附95%置信区间",
            ["轮次", "百分制分数"],
            "每一轮的四个部分之和等于原始变化，最后一部分才属于机构自身。如果原始变化全部来自前几部分，则不能说明机构有变化。原始变化是事实，没有区间。"
        );
        panel_flow: ChartWords = chart(
            "The panel network from round to round",
            "Every bar is a round, its blocks are evaluators linked by common panels; ribbons are evaluators who stay",
            ["Evaluators", "Round"],
            "One block per round is what is wanted: all its evaluators can be compared. Several blocks share no evaluator. A broad ribbon links two rounds well; fewer than 5 evaluators, marked, are a weak link. The accented end of a bar is new evaluators."
        ), chart(
            "各轮评审组网络",
            "每一横条为一轮，其中每块是由共同评审组相互衔接的评估员，色带为留任的评估员",
            ["评估员", "轮次"],
            "每轮只有一块最好：全部评估员可以相互比较；分成几块则彼此没有共同评估员。色带宽，说明两轮衔接牢固；少于5名（已标出）为较弱。横条末端着色部分为新评估员。"
        );
        panel_network: ChartWords = chart(
            "Who shares panels",
            "Evaluators of one round; a line joins two who sat on a panel together, thicker for more panels",
            ["–", "–"],
            "Many lines all round are a well linked round. An evaluator ringed alone holds parts together: without this one the panels would fall apart. Accented dots are new evaluators."
        ), chart(
            "谁与谁同组",
            "一轮中的评估员，连线表示曾在同一评审组，线越粗同组次数越多",
            ["–", "–"],
            "四周连线密集，说明该轮衔接良好。带圈的评估员独自维系各部分，缺少此人评审组就会分开。着色点为新评估员。"
        );
        evaluator_track: ChartWords = chart(
            "Severity round by round",
            "Severity of this evaluator in each round, with 95% intervals",
            ["Round", "Severity"],
            "Zero is the rest of the panel. Values above it are harsher, below it more lenient. An upright line marks where a change sets in, if one was found."
        ), chart(
            "各轮严厉度",
            "该评估员在每一轮的严厉度，附95%置信区间",
            ["轮次", "严厉度"],
            "零为同组其他评估员；高于零为偏严，低于零为偏宽。竖线标出变化开始之处（如有）。"
        );
        indicator_track: ChartWords = chart(
            "Difficulty round by round",
            "Difficulty of this indicator in each round against that of the others, with 95% intervals",
            ["Round", "Difficulty, logits"],
            "Higher is harder to score well on. An upright line marks where a change sets in, if one was found. If all indicators become harder together, nothing moves here."
        ), chart(
            "各轮难度",
            "该指标在每一轮相对于其余指标的难度，附95%置信区间",
            ["轮次", "难度（logit）"],
            "越高越难得高分。竖线标出变化开始之处（如有）。若全部指标一起变难，这里看不出变化。"
        );
        round_severities: ChartWords = chart(
            "Severity in this round",
            "Severity of every evaluator in this round, with 95% intervals",
            ["Severity", "Evaluator"],
            "Zero is the rest of the panel. To the right is harsher, to the left more lenient; hollow dots cannot be told from zero."
        ), chart(
            "本轮严厉度",
            "每名评估员在本轮的严厉度，附95%置信区间",
            ["严厉度", "评估员"],
            "零为同组其他评估员。偏右为偏严，偏左为偏宽；空心点与零无法区分。"
        );
        marks: ChartMarks = ChartMarks::EN, ChartMarks::ZH;
    }
}

words! {
    /// Words inside the charts: legends, ends of axes and reference lines.
    pub struct ChartMarks {
        interval = "95% interval", "95%置信区间";
        most_likely_somewhere = "most likely somewhere:", "在某处最可能：";
        harsher = "harsher", "偏严";
        more_lenient = "more lenient", "偏宽";
        rest_of_panel = "rest of the panel", "同组其他评估员";
        beyond_chance = "beyond chance", "超出随机波动";
        within_chance = "may be chance", "可能是随机波动";
        one_evaluator = "one evaluator", "单名评估员";
        panel_mean = "panel mean", "评审组均值";
        same_affiliation = "same affiliation", "同一单位";
        other_affiliation = "other affiliation", "不同单位";
        poor = "poor", "较差";
        moderate = "moderate", "中等";
        good = "good", "良好";
        excellent = "excellent", "优秀";
        usual_limit = "usual lower limit", "通常的下限";
        all_scores = "all scores", "全部评分";
        almost_alike = "almost alike", "几乎相同";
        noise = "chance, 95th percentile", "随机，第95百分位";
        asked_for = "target", "目标";
        as_it_was = "as it was", "实际";
        shows_effect = "effect beyond chance", "效应超出随机波动";
        shows_opposite = "opposite", "相反";
        maybe_chance = "may be chance", "可能是随机";
        all_rounds = "all rounds", "全部轮次";
        floor = "lowest score", "最低分";
        ceiling = "highest score", "最高分";
        between = "in between", "居中";
        raw = "raw", "原始";
        adjusted = "adjusted", "校正后";
        mean = "mean", "平均";
        improved = "improved", "提升";
        declined = "declined", "下降";
        no_reliable_change = "no reliable change", "无可靠变化";
        higher_scores = "scores higher", "评分偏高";
        lower_scores = "scores lower", "评分偏低";
        no_data = "no data", "无数据";
        others = "others", "其他";
        new_evaluators = "new evaluators", "新评估员";
        came_back = "came back", "返回";
        weak_ribbon = "fewer than 5 stay", "留任少于5人";
        like_others = "like other providers", "与其他机构相同";
        bridge = "holds parts together", "维系各部分";
        thresholds = "Thresholds", "阈值";
        sharpest_change = "sharpest change", "变化最大处";
        signal = "signal", "报警";
        element = "Element", "成员";
        limits = "limits", "界限";
    }
}
