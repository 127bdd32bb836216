//! What may not be concluded.

use evenhand_protocol::Caveat;

use super::Sentence;
use crate::Language;

/// Words a caveat.
pub fn caveat(language: Language, caveat: Caveat) -> Sentence {
    let (en, zh) = match caveat {
        Caveat::PanelMovesTogether => (
            (
                "If all evaluators become harsher together, the scores alone cannot show it.",
                "A shift of the whole panel looks the same as a change of all providers. Only an outside standard can tell them apart, for example the same recorded cases scored again in every round.",
            ),
            (
                "如果全体评估员一起变严，单凭评分无法看出。",
                "整个评审组的尺度变化与所有机构的水平变化在数据上没有区别。要加以区分，需要外部标准，例如每一轮都重新评一遍同一批案例录像。",
            ),
        ),
        Caveat::SeverityIsRelative => (
            (
                "A harsh evaluator is not necessarily wrong.",
                "Severity is measured against the other panel members; the one who differs may be the one who is right. Look at the cases before drawing consequences.",
            ),
            (
                "评分偏严的评估员不一定是错的。",
                "严厉度是相对于同组其他评估员而言的，与众不同者也可能才是对的。下结论之前，请先核查具体案例。",
            ),
        ),
        Caveat::ReliableIsNotValid => (
            (
                "Indicators that agree with each other need not measure the right thing.",
                "Reliability says that the indicators order the providers consistently, not that they cover what matters to service users and purchasers.",
            ),
            (
                "指标彼此一致，不等于衡量的内容正确。",
                "信度只说明各指标对机构的排序一致，并不说明它们涵盖了服务对象和购买方真正关心的内容。",
            ),
        ),
        Caveat::RanksOverlap => (
            (
                "Neighbours in the ranking may not really differ.",
                "Where intervals overlap widely, the order is not established. Use the range of ranks, not the single rank, when something depends on it.",
            ),
            (
                "名次相邻的机构不一定真有差别。",
                "置信区间大幅重叠时，先后次序并不确定。名次关系重大时，请看名次范围，而不是单一名次。",
            ),
        ),
        Caveat::PatternNotIntent => (
            (
                "A difference by affiliation is a pattern in the scores, not proof of intent.",
                "Evaluators may know their own organisation's work better, or see cases of another kind. The pattern is a reason to look, not a verdict.",
            ),
            (
                "按所属单位出现的差异只是评分中的规律，不能证明有意偏袒。",
                "评估员可能更了解本单位的工作，或看到的案例有所不同。这一规律是进一步核查的理由，而不是定论。",
            ),
        ),
        Caveat::EffectIsRelative => (
            (
                "A way of using the scale that differs from colleagues is not necessarily a bad one.",
                "Effects are differences from the colleagues: where a whole panel is too cautious, the one who uses the scale fully stands out. Some who score alike on all indicators have seen providers who are alike. Look at the cases first.",
            ),
            (
                "使用分值的方式与同组不同，不一定就是不好。",
                "评分效应是相对于同组而言的：如果整组都过于谨慎，充分使用分值的人反而显得突出；各指标评分相同，也可能是机构本来如此。请先核查具体案例。",
            ),
        ),
        Caveat::OnePopulation => (
            (
                "Probabilities of passing, of the top and of the bands take the providers for members of one population.",
                "A provider with few scores is therefore drawn towards the others. Where some providers are of another kind altogether (other services, other sizes), look at them by category.",
            ),
            (
                "达标、领先和各等级的概率，都以机构来自同一总体为前提。",
                "因此，评分少的机构会向其他机构靠拢。如果部分机构性质完全不同（服务或规模不同），请按类别分别查看。",
            ),
        ),
        Caveat::AdviceIsNoVerdict => (
            (
                "Advice opens a conversation; it is no verdict.",
                "It follows from the thresholds of the policy, which people set, and from differences from colleagues, who may be the ones who are wrong. Hear the evaluator and look at the cases before acting on it.",
            ),
            (
                "建议是沟通的开始，不是定论。",
                "建议取决于人为设定的阈值，以及与同组的差异，而错的也可能是同组。采取措施之前，请先听取评估员本人的说明，并核查具体案例。",
            ),
        ),
        Caveat::DriftNotPurified => (
            (
                "So many evaluators seem to drift that their effects could not be fully separated; drift verdicts of evaluators who shared panels with them are less certain.",
                "The change of a colleague on the same panels may then be taken for an evaluator's own.",
            ),
            (
                "疑似漂移的评估员过多，各人的影响无法完全分开；与他们同组的评估员，漂移判断的把握较低。",
                "此时，同组成员的尺度变化可能被误认为本人的变化。",
            ),
        ),
    };
    let (headline, detail) = language.pick(en, zh);
    Sentence { headline: headline.to_owned(), detail: detail.to_owned() }
}
