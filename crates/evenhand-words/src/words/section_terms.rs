words! {
    /// What else readers may call what a section holds, for the search; names of statistics and charts among it.
    pub struct SectionTerms {
        rounds = "rounds at a glance small multiples mean score over time", "各轮概览 小图 平均分 走势";
        links = "links between rounds common evaluators heat map network", "轮次衔接 共同评估员 热图 网络";
        severity = "harsher harsh strict severe lenient generous severity leniency bias caterpillar plot", "偏严 偏宽 严厉度 宽松 偏差 毛虫图";
        drift = "drift became harsher became more lenient change over rounds trend", "漂移 变严 变宽 变化 趋势";
        agreement = "agreement ICC interrater inter-rater reliability consistency complete panels", "一致性 组内相关系数 ICC 评分者信度";
        scorecards = "scorecard advice talk to train watch thresholds policy sheet of one evaluator", "评分卡 建议 沟通 培训 规则 阈值";
        drift_detail = "drift harsher lenient change point trend unstable control chart EWMA CUSUM consequences would have passed Rasch linear links", "漂移 变严 变宽 变点 趋势 不稳定 控制图 EWMA CUSUM 后果 通过 Rasch";
        facets = "Rasch many-facet MFRM FACETS logit measure infit outfit fair average Wright map ruler interaction bias unexpected scores categories thresholds curves", "多面Rasch模型 MFRM logit 测量值 infit outfit 公平平均 怀特图 量尺 交互 异常评分 类别 阈值 曲线";
        linear_severity = "severity mixed model BLUP shrinkage REML", "严厉度 混合模型 收缩 REML";
        agreement_detail = "agreement kappa Cohen Fleiss weighted kappa Krippendorff alpha Gwet AC1 AC2 Kendall W Spearman Bland Altman pairs percent agreement", "一致性 kappa Cohen Fleiss Krippendorff Gwet AC1 AC2 Kendall Bland-Altman 两两 百分比";
        effects = "rating effects halo central tendency extreme scores restriction of range inconsistency digit preference straight-lining same score", "评分效应 光环 趋中 极端 全距限制 不一致 尾数偏好 千篇一律";
        affiliation = "affiliation own country home bias favour conflict of interest", "所属单位 本单位 偏向 利益冲突";
        conflicts = "conflict of interest ties tied affiliation declared relation recuse", "利益冲突 关联 申报 回避 本单位";
        turnover = "turnover newcomers leavers panel composition split of change decomposition qualification experience groups network", "人员更替 新人 离开 评审组构成 变化分解 资质 经验 分组 网络";
        reliability = "reliability Cronbach alpha omega internal consistency", "信度 Cronbach alpha omega 内部一致性";
        item_rest = "item-rest correlation weak indicator discrimination alpha if dropped", "题总相关 薄弱指标 区分度 删除后alpha";
        scales = "floor ceiling difficulty easy hard scale used", "地板效应 天花板效应 难度 分值使用";
        structure = "factor analysis principal components scree dimensionality omega correlations redundant indicators effective weights item information", "因子分析 主成分 碎石图 维度 omega 相关 冗余指标 有效权重 信息量";
        generalizability = "generalizability theory G study D study variance components dependability phi how many evaluators", "概化理论 G研究 D研究 方差分量 可靠性 需要多少评估员";
        league = "league table ranking rank composite adjusted score order best worst", "排行 排名 综合得分 校正 名次 最好 最差";
        change = "changed improved declined since the previous round slope chart", "变化 提高 下降 上一轮 斜率图";
        standing = "pass mark probability grade bands rank sets likely ranks funnel plot outliers reliable change index weights what if sources voices feedback sheet", "及格线 概率 等级 名次区间 漏斗图 离群 可靠变化指数 权重 来源 反馈单";
    }
}
