//! Whether ties between evaluators and providers show in the scores, in whose, and what hangs on them.

use evenhand_protocol::{ConflictKind, CountOf, ScoreScale};

use super::{Sentence, Value, absence_of_evidence, false_alarms, sentence};
use crate::conflict::tied_providers;
use crate::{
    Language, count, count_of, number, p_value, scale_decimals, signed, speaker::Speaker, with_interval,
};

/// The means of both kinds of scores, and how sure their difference is.
pub(super) struct Difference<'a> {
    pub(super) kind: ConflictKind,
    pub(super) tied: Value<'a>,
    pub(super) n_tied: u32,
    pub(super) other: f64,
    pub(super) n_other: u32,
    pub(super) p: f64,
    pub(super) p_permutation: f64,
    pub(super) n_evaluators: u32,
    pub(super) scale: &'a ScoreScale,
}

impl Difference<'_> {
    pub(super) fn sentence(&self, speaker: &Speaker<'_>, difference: Value<'_>) -> Sentence {
        let language = speaker.language;
        // One more than elsewhere: means over thousands of scores are that exact.
        let decimals = scale_decimals(self.scale) + 1;
        let whom = tied_providers(language, self.kind);
        let size = speaker.points(difference.0, self.scale);
        let (shown, higher) = (self.p < 0.05, difference.0 >= 0.0);
        let full = with_interval(language, difference.0, difference.1, decimals);
        let tied = with_interval(language, self.tied.0, self.tied.1, decimals);
        let other = signed(self.other, decimals);
        let n_tied = count_of(language, CountOf::Scores, self.n_tied);
        let n_other = count_of(language, CountOf::Scores, self.n_other);
        let evaluators = count_of(language, CountOf::Evaluators, self.n_evaluators);
        let (p, p_permutation) = (p_value(self.p), p_value(self.p_permutation));
        let unit = crate::scale(language, self.scale);
        match language {
            Language::En => sentence(
                match (shown, higher) {
                    (true, true) => format!("Evaluators score {whom} {size} higher than they score others."),
                    (true, false) => format!("Evaluators score {whom} {size} lower than they score others."),
                    (false, _) => format!(
                        "It cannot be shown that evaluators score {whom} differently; the difference is {size}."
                    ),
                },
                format!(
                    "Mean deviation from the other panel members: {tied} for these ({n_tied}), {other} for all others ({n_other}). Difference within {evaluators} with scores of both kinds = {full}, {p}, in {unit}, standard error clustered by evaluator; with the tied providers drawn at random {p_permutation}."
                ),
            ),
            Language::Zh => sentence(
                match (shown, higher) {
                    (true, true) => format!("评估员给{whom}的评分比给其他机构的高{size}。"),
                    (true, false) => format!("评估员给{whom}的评分比给其他机构的低{size}。"),
                    (false, _) => format!("没有证据表明评估员对{whom}另眼相待，两者相差{size}。"),
                },
                format!(
                    "与同组其他成员的平均偏差：对这些机构为{tied}（{n_tied}），对其他机构为{other}（{n_other}）。两类评分都有的{evaluators}自身差值 = {full}，{p}，单位为{unit}，标准误按评估员聚类；随机指定有关联机构时{p_permutation}。"
                ),
            ),
        }
    }
}

/// How many evaluators give tied providers higher, and lower, scores, of how many tested.
pub(super) fn how_many(speaker: &Speaker<'_>, kind: ConflictKind, [higher, lower, n]: [u32; 3]) -> Sentence {
    let language = speaker.language;
    let whom = tied_providers(language, kind);
    let tested = count_of(language, CountOf::Evaluators, n);
    let none = higher + lower == 0;
    let more = if none { absence_of_evidence(language) } else { false_alarms(language) };
    let (higher, lower) = (count(higher), count(lower));
    match language {
        Language::En => sentence(
            if none {
                format!("Of {tested} tested, none can be shown to score {whom} differently.")
            } else {
                format!(
                    "Of {tested} tested, {higher} score {whom} higher and {lower} lower than others, beyond chance."
                )
            },
            format!(
                "Every provider counts once; at least 2 tied and 2 other providers are needed. Beyond chance is where both the adjusted p and the permutation p are below 5%. {more}"
            ),
        ),
        Language::Zh => sentence(
            if none {
                format!("在接受检验的{tested}中，没有证据表明有人对{whom}另眼相待。")
            } else {
                format!("在接受检验的{tested}中，{higher}名给{whom}的评分偏高，{lower}名偏低，超出随机波动。")
            },
            format!(
                "每家机构计一次，两类机构至少各2家。校正后的p值与置换p值均低于5%时视为超出随机波动。{more}"
            ),
        ),
    }
}

/// One evaluator beyond chance.
pub(super) struct OfEvaluator<'a> {
    pub(super) evaluator: &'a str,
    pub(super) kind: ConflictKind,
    pub(super) scale: &'a ScoreScale,
    pub(super) n_providers: u32,
    /// Adjusted, and by permutation.
    pub(super) p: [f64; 2],
}

impl OfEvaluator<'_> {
    pub(super) fn sentence(&self, speaker: &Speaker<'_>, difference: Value<'_>) -> Sentence {
        let language = speaker.language;
        let (evaluator, whom) = (speaker.evaluator(self.evaluator), tied_providers(language, self.kind));
        let size = speaker.points(difference.0, self.scale);
        let full = with_interval(language, difference.0, difference.1, scale_decimals(self.scale));
        let [p, permuted] = self.p.map(p_value);
        let n = count(self.n_providers);
        let unit = crate::scale(language, self.scale);
        match language {
            Language::En => {
                let higher = if difference.0 < 0.0 { "lower" } else { "higher" };
                sentence(
                    format!("Evaluator {evaluator} scores {n} {whom} {size} {higher} than others."),
                    format!(
                        "Difference of the mean deviations from the other panel members, every provider counting once = {full}, in {unit}; {p}, adjusted over the evaluators; by permutation {permuted}."
                    ),
                )
            }
            Language::Zh => {
                let higher = if difference.0 < 0.0 { "低" } else { "高" };
                sentence(
                    format!("评估员{evaluator}给{n}家{whom}的评分比其他机构{higher}{size}。"),
                    format!(
                        "与同组其他成员平均偏差之差，每家机构计一次 = {full}，单位为{unit}；{p}（已按评估员人数校正）；置换检验{permuted}。"
                    ),
                )
            }
        }
    }
}

/// Decisions that hang on scores of tied evaluators: touched, would pass, would fail, other rank, nothing left.
pub(super) fn decisions(
    speaker: &Speaker<'_>,
    kind: ConflictKind,
    [touched, would_pass, would_fail, ranks, nothing]: [u32; 5],
    by_chance: f64,
    pass_mark: f64,
) -> Sentence {
    let language = speaker.language;
    let all = count_of(language, CountOf::ProviderRounds, touched);
    let changed = count(would_pass + would_fail);
    let (pass, fail, ranks, nothing) = (count(would_pass), count(would_fail), count(ranks), count(nothing));
    let (chance, mark) = (number(by_chance, 1), speaker.composite(pass_mark));
    let tie = crate::conflict_kind(language, kind);
    match language {
        Language::En => {
            let tie = tie.to_lowercase();
            sentence(
                format!(
                    "Without the scores of tied evaluators ({tie}), {changed} of {all} would be decided otherwise: {pass} would pass, {fail} would not."
                ),
                format!(
                    "The pass mark is {mark}. {ranks} would have another rank in the round; {nothing} have no other scores. Leaving out as many other scores of the same evaluators changes {chance} decisions on average, so only what goes beyond that speaks of the tie."
                ),
            )
        }
        Language::Zh => sentence(
            format!(
                "去掉有关联评估员（{tie}）的评分后，{all}中有{changed}个的判断会不同：{pass}个会及格，{fail}个会不及格。"
            ),
            format!(
                "及格线为{mark}。{ranks}个在该轮的名次会不同；{nothing}个没有其他评分。去掉同样这些评估员同样多的其他评分，平均会改变{chance}个判断，因此只有超出这一数目的部分才与关联有关。"
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{FindingKind, Interval};

    use super::*;
    use crate::{Ids, finding, test_support::check};

    const SCALE: ScoreScale = ScoreScale::Points { min: 0.0, max: 10.0 };

    fn difference(kind: ConflictKind, difference: f64, p: f64) -> FindingKind {
        let ends = |value: f64| Some(Interval { low: value - 0.03, high: value + 0.03, level: 0.95 });
        FindingKind::ConflictDifference {
            kind,
            tied: 0.275,
            tied_interval: ends(0.275),
            n_tied: 6_995,
            other: -0.027,
            n_other: 70_635,
            difference,
            interval: ends(difference),
            p,
            p_permutation: 0.001,
            n_evaluators: 120,
            scale: SCALE,
        }
    }

    #[test]
    fn ties_in_words() {
        let mut kinds = Vec::new();
        for kind in ConflictKind::ALL {
            for (value, p) in [(0.302, 0.001), (-0.302, 0.001), (0.01, 0.8)] {
                kinds.push(difference(kind, value, p));
                kinds.push(FindingKind::ConflictEvaluator {
                    evaluator: "E017".to_owned(),
                    kind,
                    difference: value,
                    interval: None,
                    scale: SCALE,
                    n_providers: 4,
                    p_adjusted: p,
                    p_permutation: 0.002,
                });
            }
            for n in [0, 3] {
                kinds.push(FindingKind::ConflictCount { kind, n_favouring: n, n_disfavouring: 0, n: 40 });
            }
            kinds.push(FindingKind::ConflictDecisions {
                kind,
                n_touched: 210,
                n_would_pass: 1,
                n_would_fail: 4,
                n_rank_changed: 60,
                n_nothing_left: 0,
                by_chance: 2.3,
                pass_mark: 60.0,
            });
        }
        for language in Language::ALL {
            for kind in &kinds {
                let said = finding(language, kind, &Ids);
                check(language, &said.headline);
                check(language, &said.detail);
            }
        }
        let said = finding(Language::En, &kinds[0], &Ids);
        assert_eq!(
            said.headline,
            "Evaluators score providers of their own affiliation 0.30 points higher than they score others."
        );
        for part in ["0.275 (95% interval 0.245 to 0.305)", "−0.027", "6,995 scores", "120 evaluators"] {
            assert!(said.detail.contains(part), "{part:?} is not in {:?}", said.detail);
        }
        assert_eq!(
            finding(Language::Zh, &kinds[0], &Ids).headline,
            "评估员给本单位机构的评分比给其他机构的高0.30分。"
        );
    }
}
