//! Totals and means: words for them, and what they are made of.

use crate::fold::folded;

const WORDS: &str = "合计 总计 小计 共计 总分 总得分 总评 总成绩 得分合计 合计得分 最终得分 最后得分 综合得分 加权得分 \
    平均 平均分 平均值 均分 均值 平均得分 总平均 去极值平均 total totals sum grandtotal subtotal totalscore \
    overall overallscore average avg mean meanscore averagescore weightedtotal weightedscore finalscore 最高分 最低分 中位数 标准差 \
    median std stdev standarddeviation";

/// Whether a header or an id names a total, a mean or another summary of scores.
pub(crate) fn is_total(text: &str) -> bool {
    // Longer texts are no such words; folding them would be in vain.
    if text.is_empty() || text.len() > 60 {
        return false;
    }
    let word = folded(text);
    let word = word.trim_end_matches([':', '：']);
    WORDS.split_whitespace().any(|known| known == word)
}

/// Whether a header names what is neither a score nor an id: remarks, ranks, signatures, contacts.
pub(crate) fn is_remark(text: &str) -> bool {
    const REMARKS: &str = "备注 备考 说明 意见 评语 建议 评审意见 评分理由 理由 签名 签字 评委签名 评委签字 电话 联系电话 手机 手机号 \
        邮箱 地址 排名 名次 等级 等次 结论 年龄 工龄 人数 金额 经费 资金 预算 时长 用时 remark remarks note notes comment comments reason \
        signature phone email address rank ranking grade age employees budget amount cost fee duration id level year";
    let word = folded(text);
    REMARKS.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_totals() {
        for word in ["合计", " 总 分：", "平均分", "Total", "AVERAGE", "Mean score", "总分（100分）"]
        {
            assert!(is_total(word), "{word}");
        }
        for word in ["", "总体印象", "totally", "服务质量", "得分"] {
            assert!(!is_total(word), "{word}");
        }
        assert!(is_remark("备注") && !is_remark("态度"));
    }
}
