use evenhand_protocol::Field;

use crate::fold::folded;

/// How sure it is that a header means a field: from a word that means nothing else to one of several readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// The word for this field.
    Sure,
    /// A word that means this field unless another column does, or unless the table is of another kind.
    Likely,
    /// A reading of last resort.
    Possible,
}

use Rank::{Likely, Possible, Sure};

/// One field a header may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// The field.
    pub field: Field,
    /// How sure that is.
    pub rank: Rank,
}

/// Folded words, space-separated, for each field. A word may stand for several fields.
const WORDS: &[(Field, Rank, &str)] = &[
    (Field::Round, Sure, "round session wave period competition event roundid cycle edition term"),
    (Field::Round, Sure, "轮次 轮 评估轮次 批次 期次 期数 届次 届 周期 评估周期 评估批次 季度"),
    (Field::Round, Likely, "year quarter 年度 年份 评估年度"),
    (
        Field::Provider,
        Sure,
        "provider serviceprovider organisation organization agency supplier contractor vendor",
    ),
    (
        Field::Provider,
        Sure,
        "institution skater ratee 机构 服务机构 社会组织 社工机构 社会工作机构 承接机构 承接单位",
    ),
    (
        Field::Provider,
        Sure,
        "承接主体 服务单位 服务商 供应商 参评机构 参评单位 评估对象 评价对象 对象 服务提供方 提供方",
    ),
    (Field::Provider, Likely, "单位 组织 单位名称 org"),
    (Field::Provider, Possible, "项目 服务项目 project team"),
    (
        Field::Indicator,
        Sure,
        "indicator criterion criteria item component question 指标 评估指标 评价指标 考核指标",
    ),
    (Field::Indicator, Sure, "三级指标 评分项 评分项目 评估项目 评估内容 评价内容 考核项目 题目 评分指标"),
    (Field::Indicator, Likely, "二级指标 项目 standard 评分标准 内容"),
    (
        Field::Evaluator,
        Sure,
        "evaluator rater judge assessor expert reviewer scorer marker examiner 评估员 评委 专家",
    ),
    (
        Field::Evaluator,
        Sure,
        "评审 评审员 评审专家 评估专家 评估人 评估人员 评估者 评价人 评价者 评分人 评分者 评分员",
    ),
    (Field::Evaluator, Sure, "打分人 打分者 考官 裁判 考评员 督导员 评议人"),
    (Field::Occasion, Sure, "occasion segment visit 场次 走访 走访次数 考察场次"),
    (
        Field::Source,
        Sure,
        "source scoresource evaluatortype ratertype 来源 评分来源 数据来源 评价主体 评估主体",
    ),
    (
        Field::Score,
        Sure,
        "score rating mark points scores ratings marks 得分 评分 分数 打分 评估得分 评价得分 成绩",
    ),
    (Field::Score, Likely, "分值 value 分"),
    (Field::Order, Sure, "order sequence seq sortorder 序号 顺序 次序 排序"),
    (Field::Order, Likely, "no number index position"),
    (Field::Label, Sure, "label name title fullname 名称 姓名 全称 说明 标题"),
    (Field::Label, Likely, "description shortname 描述 简称"),
    (Field::Date, Sure, "date month 日期 月份 时间 年月 评估日期 评估时间"),
    (Field::Date, Likely, "time year quarter 年度 年份 季度 评估年度"),
    (
        Field::Category,
        Sure,
        "category type class 类别 类型 分类 组别 机构类别 机构类型 服务类别 服务类型 服务领域",
    ),
    (Field::Category, Likely, "group sector 领域"),
    (
        Field::Group,
        Sure,
        "evaluatorgroup ratergroup judgegroup panelgroup 评估组 评委组 专家组 评审组 小组 所在小组",
    ),
    (Field::Group, Likely, "group team 组别 分组 组"),
    (Field::Affiliation, Sure, "affiliation nation nationality country employer evaluatoraffiliation"),
    (Field::Affiliation, Sure, "evaluatororganisation evaluatororganization organisationofevaluator club"),
    (
        Field::Affiliation,
        Sure,
        "所属单位 工作单位 所在单位 所属机构 所在机构 所属 隶属 隶属单位 评估员单位 专家单位",
    ),
    (Field::Affiliation, Likely, "organisation organization institution org 单位 单位名称 机构 组织"),
    (Field::Dimension, Sure, "dimension domain factor 维度 一级指标 指标维度 指标类别 指标分类 所属维度"),
    (Field::Dimension, Likely, "area category group 类别 分类 领域"),
    (Field::Weight, Sure, "weight weighting nominalweight 权重 权数 比重 占比 指标权重"),
    (
        Field::Min,
        Sure,
        "min minimum lowest minscore scoremin minvalue lowerbound 最低分 最小值 下限 最低 最小 最低分值",
    ),
    (
        Field::Max,
        Sure,
        "max maximum highest maxscore scoremax maxvalue upperbound fullmarks fullmark 最高分 满分",
    ),
    (Field::Max, Sure, "最大值 上限 最高 最大 最高分值 满分值"),
    (Field::Max, Likely, "分值 标准分 points"),
    (Field::Step, Sure, "step stepsize increment 步长 间隔 最小单位 分度 评分间隔"),
    (Field::Direction, Sure, "direction polarity 方向 指标方向 极性 正负向 指标性质"),
    (
        Field::Qualification,
        Sure,
        "qualification certification certificate credential licence license 资质 职称 资格",
    ),
    (Field::Qualification, Sure, "资格证书 证书 学历 职级 专业资质 专业资格 执业资格"),
];

/// Endings that make an id of a word: `provider_id`, `机构编号`.
const ID_ENDINGS: &[&str] = &["id", "code", "number", "no", "编号", "编码", "代码", "代号", "号"];
/// Endings that make a name of a word: `provider_name`, `机构名称`.
const NAME_ENDINGS: &[&str] = &["name", "label", "名称", "姓名", "名"];
/// Beginnings that make an organisation the one that is evaluated: `被评机构`.
const EVALUATED: &[&str] = &["被评估", "被评价", "被评", "受评", "待评"];
/// Headers of an id column that do not say of what.
const PLAIN_IDS: &[&str] = &["id", "code", "key", "编号", "编码", "代码", "代号"];

/// What a header may mean, surest first.
pub(crate) fn meanings(header: &str) -> Vec<Meaning> {
    let word = folded(header);
    let mut found = listed(&word);
    if found.is_empty() {
        found = EVALUATED
            .iter()
            .find_map(|prefix| word.strip_prefix(prefix))
            .map(|rest| listed(strip_ending(rest).unwrap_or(rest)))
            .unwrap_or_default();
        found.retain(|meaning| meaning.field == Field::Provider);
        found.iter_mut().for_each(|meaning| meaning.rank = Sure);
    }
    if found.is_empty() {
        found = ending(&word, ID_ENDINGS).map(ids).unwrap_or_default();
    }
    if found.is_empty()
        && let Some(stem) = ending(&word, NAME_ENDINGS)
    {
        found = ids(stem);
        if !found.is_empty() {
            found.iter_mut().for_each(|meaning| meaning.rank = meaning.rank.max(Likely));
            found.push(Meaning { field: Field::Label, rank: Likely });
        }
    }
    found.sort_by_key(|meaning| meaning.rank);
    found
}

/// Whether a header says id without saying of what.
pub(crate) fn is_plain_id(header: &str) -> bool {
    PLAIN_IDS.contains(&folded(header).as_str())
}

fn listed(word: &str) -> Vec<Meaning> {
    let mut found: Vec<Meaning> = Vec::new();
    for (field, rank, words) in WORDS {
        if words.split(' ').any(|known| known == word) && !found.iter().any(|meaning| meaning.field == *field)
        {
            found.push(Meaning { field: *field, rank: *rank });
        }
    }
    found
}

/// Meanings of a word that can have an id.
fn ids(stem: &str) -> Vec<Meaning> {
    let mut found = listed(stem);
    found.retain(|meaning| {
        matches!(
            meaning.field,
            Field::Round
                | Field::Provider
                | Field::Indicator
                | Field::Evaluator
                | Field::Occasion
                | Field::Source
        )
    });
    found
}

fn ending<'a>(word: &'a str, endings: &[&str]) -> Option<&'a str> {
    endings.iter().find_map(|ending| word.strip_suffix(ending)).filter(|stem| !stem.is_empty())
}

fn strip_ending(word: &str) -> Option<&str> {
    ending(word, ID_ENDINGS).or_else(|| ending(word, NAME_ENDINGS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages() {
        for (header, field) in [
            ("Round", Field::Round),
            ("评估 轮次", Field::Round),
            ("provider_id", Field::Provider),
            ("被评估机构", Field::Provider),
            ("被评单位名称", Field::Provider),
            ("机构编号", Field::Provider),
            ("评估员姓名", Field::Evaluator),
            ("Judge No.", Field::Evaluator),
            ("指标名称", Field::Indicator),
            ("评分（0-10）", Field::Score),
            ("一级指标", Field::Dimension),
            ("满分", Field::Max),
        ] {
            assert_eq!(meanings(header).first().map(|meaning| meaning.field), Some(field), "{header}");
        }
    }

    #[test]
    fn other_words_mean_nothing() {
        for header in ["", "level", "备注", "id", "姓氏", "scoreboard"] {
            assert!(meanings(header).is_empty(), "{header}");
        }
        assert!(is_plain_id("ID") && is_plain_id("编号") && !is_plain_id("provider"));
    }
}
