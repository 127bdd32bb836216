use evenhand_protocol::Field;

use crate::Language;

/// Name of a field, as in the list of what a column may mean.
pub fn field(language: Language, field: Field) -> &'static str {
    words(language, field).0
}

/// What a field holds, in a sentence for the tooltip of the list.
pub fn field_help(language: Language, field: Field) -> &'static str {
    words(language, field).1
}

/// Name and explanation.
fn words(language: Language, field: Field) -> (&'static str, &'static str) {
    let (en, zh) = match field {
        Field::Round => (("Round", "Which round of evaluation."), ("轮次", "属于哪一轮评估。")),
        Field::Provider => {
            (("Provider", "Id of the provider that was scored."), ("被评机构", "被评机构的编号。"))
        }
        Field::Indicator => {
            (("Indicator", "Id of the indicator that was scored."), ("指标", "所评指标的编号。"))
        }
        Field::Evaluator => {
            (("Evaluator", "Id of the evaluator who scored."), ("评估员", "评分的评估员的编号。"))
        }
        Field::Occasion => (
            ("Occasion", "A second visit or segment within the round."),
            ("场次", "同一轮内的第几次走访或第几个环节。"),
        ),
        Field::Source => (
            ("Source", "Whose score it is: expert, service user, purchaser or the provider itself."),
            ("评分来源", "评分出自谁：专家、服务对象、购买方或机构自评。"),
        ),
        Field::Score => (("Score", "The score, a number."), ("评分", "评分，为数字。")),
        Field::Order => (("Order", "Place of the round in time."), ("顺序", "轮次的先后顺序。")),
        Field::Label => (("Name", "Name in words, shown beside the id."), ("名称", "显示在编号旁的名称。")),
        Field::Date => (("Date", "Date or month of the round."), ("日期", "该轮的日期或月份。")),
        Field::Category => {
            (("Category", "Kind of provider, to filter by."), ("类别", "机构的类别，可用于筛选。"))
        }
        Field::Affiliation => (
            ("Affiliation", "Organisation the provider or the evaluator belongs to."),
            ("所属单位", "机构或评估员所属的单位。"),
        ),
        Field::Dimension => (("Dimension", "Group the indicator belongs to."), ("维度", "指标所属的维度。")),
        Field::Weight => {
            (("Weight", "Weight of the indicator in the composite."), ("权重", "指标在综合得分中的权重。"))
        }
        Field::Min => {
            (("Lowest score", "Lowest possible score of the indicator."), ("最低分", "指标可能的最低分。"))
        }
        Field::Max => {
            (("Highest score", "Highest possible score of the indicator."), ("最高分", "指标可能的最高分。"))
        }
        Field::Step => (("Step", "Distance between possible scores."), ("步长", "相邻分值之间的间隔。")),
        Field::Direction => (
            ("Direction", "Whether a higher or a lower score is better."),
            ("方向", "分数以高为优还是以低为优。"),
        ),
        Field::Qualification => {
            (("Qualification", "Qualification of the evaluator."), ("资质", "评估员的资质。"))
        }
        Field::Group => (("Group", "Group the evaluator belongs to."), ("分组", "评估员所在的组。")),
        Field::Total => (
            ("Total", "Sum or mean of the row: checked against the scores, not read as one."),
            ("合计", "该行的总分或平均分：用于核对，不作为评分读取。"),
        ),
        Field::Ignored => (("Not used", "The column is left out."), ("不使用", "不读取此列。")),
    };
    language.pick(en, zh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_field_has_its_own_name() {
        for language in Language::ALL {
            for (i, one) in Field::ALL.into_iter().enumerate() {
                check(language, field(language, one));
                check(language, field_help(language, one));
                for other in &Field::ALL[..i] {
                    assert_ne!(field(language, one), field(language, *other));
                }
            }
        }
    }
}
