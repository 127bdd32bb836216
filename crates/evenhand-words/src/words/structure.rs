use super::parts::{Column, column};

words! {
    /// Reliability and structure in detail, on the page about indicators.
    pub struct Structure {
        heading = "Reliability and structure in detail", "信度与结构详情";
        open = "Show reliability by dimension, correlations, dimensions and effective weights", "展开分维度信度、相关、维度与有效权重";
        unit = "Unit", "单元";
        unit_means = "Panel mean by provider and round", "各机构各轮的评审组均值";
        unit_sheets = "Single score sheet", "单份评分表";
        consistency_heading = "Reliability by dimension and round", "分维度、分轮次的信度";
        correlations_heading = "Which indicators say the same?", "哪些指标在说同一件事？";
        dimensions_heading = "One thing or several?", "一个方面还是几个方面？";
        weights_heading = "Nominal and effective weights", "名义权重与有效权重";
        items_heading = "What single indicators tell", "单个指标的信息量";
        columns: StructureColumns = StructureColumns::EN, StructureColumns::ZH;
        method = "Alpha has the interval of Feldt (1965), standardised alpha, lambda-6 (Guttman 1945) and omega (McDonald 1999, one factor by minimum residuals) a bootstrap over units; where providers come back, intervals count each once. Redundant are indicators whose panel means correlate by 0.90 or more. Residual correlations are those of what single evaluators deviate from their panel: high ones are a halo. The number of dimensions is that of Horn's (1965) parallel analysis. Effective weights are shares of the composite's variance (Wang & Stanley 1970).",
            "α采用Feldt（1965）的区间；标准化α、λ6（Guttman，1945）和ω（McDonald，1999，最小残差单因子）采用按单元重抽样的自助法；机构多次出现时区间按一家计。评审组均值相关系数达到0.90的指标视为重复。残差相关指单名评估员与本组均值之差的相关，过高说明存在光环效应。维度数取Horn（1965）平行分析的结果。有效权重为占综合得分方差的份额（Wang与Stanley，1970）。";
    }
}

words! {
    /// Column heads of the tables of structure.
    pub struct StructureColumns {
        standardised: Column = column("Standardised", "Alpha of indicators brought to the same spread."), column("标准化α", "各指标离散程度统一后的α系数。");
        lambda_6: Column = column("Lambda-6", "Guttman's lambda-6: what the other indicators explain of each."), column("λ6系数", "Guttman λ6：其余指标对每个指标的解释程度。");
        omega_total: Column = column("Omega", "McDonald's omega total: the share of one common factor."), column("ω系数", "McDonald总ω：单一公共因子的份额。");
        omega_hierarchical: Column = column("Omega, general", "Share of the factor that all dimensions have in common."), column("分层ω", "各维度共有的总因子的份额。");
        n_indicators: Column = column("Indicators", "Indicators in this part."), column("指标数", "该部分的指标数量。");
        first: Column = column("Indicator", "One of the two."), column("指标", "两个之一。");
        second: Column = column("and", "The other."), column("另一个", "两个之另一个。");
        means: Column = column("Of panel means", "Correlation over providers and rounds, with its 95% interval."), column("组均值相关", "跨机构和轮次的相关系数，附95%置信区间。");
        residual: Column = column("Of evaluators' deviations", "Correlation of what evaluators deviate from their panel on the two, with its 95% interval."),
            column("评估员偏差相关", "评估员在两个指标上与本组之差的相关系数，附95%置信区间。");
        nominal: Column = column("Weight", "Share of all weights."), column("名义权重", "占全部权重的份额。");
        effective: Column = column("Effective weight", "Share of the composite's variance, with its 95% interval."), column("有效权重", "占综合得分方差的份额，附95%置信区间。");
        p_adjusted: Column = column("p", "p of “effective equals nominal”, adjusted for the number of indicators."), column("p", "“有效权重等于名义权重”这一假设的p值，已按指标数校正。");
        component: Column = column("Component", "Rank of the eigenvalue."), column("成分", "特征值的次序。");
        eigenvalue: Column = column("Eigenvalue", "Variance of the component in units of one indicator's."), column("特征值", "该成分的方差，以一个指标的方差为单位。");
        noise_mean: Column = column("Chance, mean", "Mean eigenvalue of uncorrelated indicators."), column("随机均值", "不相关指标特征值的均值。");
        noise_p95: Column = column("Chance, 95th percentile", "95th percentile of the eigenvalue of uncorrelated indicators."), column("随机第95百分位", "不相关指标特征值的第95百分位。");
        discrimination: Column = column("Discrimination", "Mean of the best 27% of providers less that of the lowest 27%, as a share of the scale."),
            column("区分度", "得分最高的27%与最低的27%机构均值之差，占分值范围的比例。");
        entropy: Column = column("Entropy", "How many bits a single score tells; 0 where all scores are the same."), column("熵", "单个评分的信息量（比特）；全部相同则为0。");
    }
}
