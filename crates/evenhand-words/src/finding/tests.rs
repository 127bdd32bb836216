use evenhand_protocol::{
    Caveat, CountOf, DecidedProvider, DriftClass, EntityKind, Estimate, FindingKind, Interval, Method,
    MissingLink, NamedEffect, Part, RankInterval, RatingEffect, ScoreScale,
};

use super::finding;
use crate::{Ids, Language, Names, test_support::check};

const TEN: ScoreScale = ScoreScale::Points { min: 0.0, max: 10.0 };

fn ends(low: f64, high: f64) -> Option<Interval> {
    Some(Interval { low, high, level: 0.95 })
}

fn agreement() -> FindingKind {
    FindingKind::AgreementLevel {
        single: 0.62,
        single_interval: ends(0.51, 0.71),
        panel: 0.89,
        panel_interval: ends(0.84, 0.92),
        k: 5.0,
    }
}

fn drift(change: f64, erratic: bool) -> FindingKind {
    FindingKind::EvaluatorDrift {
        evaluator: "E017".to_owned(),
        from_round: "R04".to_owned(),
        change,
        interval: if change < 0.0 { ends(-0.6, -0.2) } else { ends(0.2, 0.6) },
        scale: TEN,
        n_rounds: 6,
        n_providers: 11,
        erratic,
    }
}

fn extreme(severity: f64) -> FindingKind {
    FindingKind::SeverityExtreme {
        evaluator: "E003".to_owned(),
        severity,
        interval: ends(severity - 1.0, severity + 1.0),
        scale: ScoreScale::Normalised,
    }
}

fn affiliation(p: f64) -> FindingKind {
    FindingKind::AffiliationDifference {
        same: 0.275,
        n_same: 6_995,
        other: -0.027,
        n_other: 70_635,
        difference: 0.302,
        interval: ends(0.27, 0.334),
        p,
        scale: TEN,
    }
}

fn reliability(low: f64) -> FindingKind {
    FindingKind::ReliabilityLevel {
        alpha: 0.86,
        interval: ends(low, 0.9),
        n_indicators: 5,
        lowest: Some(0.71),
        lowest_round: Some("R03".to_owned()),
    }
}

fn leader(high: u32, probability: Option<f64>) -> FindingKind {
    FindingKind::Leader {
        round: "R06".to_owned(),
        provider: "P07".to_owned(),
        adjusted: 84.23,
        interval: ends(80.0, 88.4),
        rank: RankInterval { rank: 1.0, low: 1, high, probability },
    }
}

fn changed(change: f64) -> FindingKind {
    FindingKind::ProviderChanged {
        provider: "P07".to_owned(),
        from_round: "R05".to_owned(),
        round: "R06".to_owned(),
        change,
        interval: ends(change - 2.0, change + 2.0),
    }
}

fn weak(alpha_if_deleted: Option<f64>, high: f64) -> FindingKind {
    FindingKind::WeakIndicator {
        indicator: "I3".to_owned(),
        item_rest: 0.12,
        interval: ends(-0.05, high),
        alpha_if_deleted,
        alpha: 0.84,
        sure: high < 0.3,
    }
}

fn crowded(share: f64, ceiling: bool, good_end: bool, guessed: bool) -> FindingKind {
    FindingKind::CeilingOrFloor { indicator: "I2".to_owned(), share, ceiling, good_end, guessed }
}

/// Those of agreement and structure in detail.
fn of_details() -> Vec<FindingKind> {
    let differs = |difference, first, second| FindingKind::AgreementDiffers {
        first,
        second,
        difference,
        interval: ends(difference - 0.1, difference + 0.1),
        n_differing: 2,
        n: 7,
    };
    let group = |name: &str| Part::Group(name.to_owned());
    vec![
        differs(-0.21, Part::Round("R06".to_owned()), Part::Round("R05".to_owned())),
        differs(0.21, group("A1"), group("B2")),
        FindingKind::PairsDoubtful { n_doubtful: 4, n: 39, min_shared: 10 },
        FindingKind::RedundantIndicators {
            first: "I1".to_owned(),
            second: "I2".to_owned(),
            correlation: 0.956,
            interval: ends(0.93, 0.97),
            n_pairs: 2,
            n_all: 28,
        },
        FindingKind::WeightDiffers {
            indicator: "I3".to_owned(),
            nominal: 0.1,
            effective: 0.27,
            interval: ends(0.2, 0.34),
            n_differing: 3,
            n: 8,
        },
        FindingKind::SeveralDimensions { n_dimensions: 2, n_indicators: 8 },
        FindingKind::VarianceSources { providers: 0.6, evaluators: 0.25, residual: 0.1 },
        enough(Some(1)),
        enough(Some(4)),
        enough(None),
    ]
}

fn enough(enough: Option<u32>) -> FindingKind {
    FindingKind::EnoughEvaluators {
        phi: 0.71,
        n_evaluators: 3.2,
        n_indicators: 12.0,
        target: 0.8,
        enough,
        tried: 30,
    }
}

/// Every kind, with the values that change its words.
fn every_kind() -> Vec<FindingKind> {
    let round = || "R06".to_owned();
    let lowest = |interval| FindingKind::AgreementLowest {
        round: round(),
        single: 0.41,
        single_interval: interval,
        overall: 0.62,
        n_rounds: 6,
    };
    let adjusted = |difference| FindingKind::AdjustmentMatters {
        provider: "P07".to_owned(),
        round: round(),
        rank_raw: 18.5,
        rank: 12.0,
        difference,
    };
    let mut kinds = vec![
        agreement(),
        lowest(ends(0.2, 0.58)),
        lowest(ends(0.2, 0.68)),
        lowest(None),
        FindingKind::SeverityCount { n_harsher: 12, n_lenient: 11, n: 214 },
        FindingKind::SeverityCount { n_harsher: 1, n_lenient: 0, n: 214 },
        FindingKind::SeverityCount { n_harsher: 0, n_lenient: 0, n: 1 },
        extreme(4.16),
        extreme(-4.16),
        drift(0.4, false),
        drift(-0.4, false),
        drift(0.4, true),
        FindingKind::DriftCount { n_drifting: 14, n: 214 },
        FindingKind::DriftCount { n_drifting: 0, n: 214 },
        FindingKind::IndicatorsDrift { indicators: Vec::new(), n: 8 },
        affiliation(0.000_01),
        affiliation(0.3),
        reliability(0.81),
        reliability(0.55),
        FindingKind::ReliabilityLevel {
            alpha: 0.86,
            interval: None,
            n_indicators: 1,
            lowest: None,
            lowest_round: None,
        },
        weak(Some(0.88), 0.28),
        weak(None, 0.28),
        weak(Some(0.88), 0.41),
        FindingKind::NoWeakIndicator { n: 5 },
        FindingKind::IndicatorsAlike { n: 5, lowest_item_rest: 0.987, interval: None, alpha: 0.998 },
        FindingKind::Separation { round: round(), share: 0.38, n: 40 },
        FindingKind::Separation { round: round(), share: 0.0, n: 0 },
        leader(5, Some(0.953)),
        leader(1, Some(0.97)),
        leader(5, None),
        leader(1, None),
        FindingKind::ChangeCount { round: round(), n_improved: 3, n_declined: 2, n: 40 },
        FindingKind::ChangeCount { round: round(), n_improved: 0, n_declined: 0, n: 40 },
        changed(4.2),
        changed(-4.2),
        adjusted(2.13),
        adjusted(-2.13),
        FindingKind::PassMark { round: round(), mark: 60.0, n_above: 20, n_below: 11, n_open: 9 },
        FindingKind::PassMark { round: round(), mark: 60.0, n_above: 40, n_below: 0, n_open: 0 },
        FindingKind::RanksAtOnce { round: round(), n_first: 4, mean_width: 11.5, n: 40 },
        FindingKind::RanksAtOnce { round: round(), n_first: 1, mean_width: 3.0, n: 12 },
        FindingKind::FunnelOutliers { round: round(), n_above: 1, n_below: 2, between_sd: 3.1, n: 40 },
        FindingKind::FunnelOutliers { round: round(), n_above: 0, n_below: 0, between_sd: 0.0, n: 40 },
        FindingKind::NotLinked { n_subsets: 3 },
    ];
    kinds.extend(of_details());
    kinds.extend(of_effects());
    for code in 0..16 {
        let is = |bit: u32| code >> bit & 1 == 1;
        kinds.push(crowded(if is(3) { 0.638 } else { 0.2 }, is(0), is(1), is(2)));
    }
    for caveat in [
        Caveat::PanelMovesTogether,
        Caveat::SeverityIsRelative,
        Caveat::ReliableIsNotValid,
        Caveat::RanksOverlap,
        Caveat::PatternNotIntent,
        Caveat::DriftNotPurified,
        Caveat::EffectIsRelative,
        Caveat::OnePopulation,
        Caveat::AdviceIsNoVerdict,
    ] {
        kinds.push(FindingKind::Caveat { caveat });
    }
    kinds
}

#[test]
fn every_kind_is_worded() {
    for language in Language::ALL {
        for kind in every_kind() {
            let said = finding(language, &kind, &Ids);
            for text in [&said.headline, &said.detail] {
                check(language, text);
                assert!(text.ends_with(language.pick('.', '。')), "{text:?}");
            }
        }
    }
}

#[track_caller]
fn headline(kind: &FindingKind, en: &str, zh: &str) {
    assert_eq!(finding(Language::En, kind, &Ids).headline, en);
    assert_eq!(finding(Language::Zh, kind, &Ids).headline, zh);
}

fn of_effects() -> Vec<FindingKind> {
    let named = |effect, (own, panel, value, interval), opposite| NamedEffect {
        effect,
        own,
        panel,
        contrast: Estimate {
            value,
            se: None,
            interval,
            n: 40,
            of: CountOf::Scores,
            method: Method::SpreadRatio,
        },
        opposite,
    };
    let central =
        |opposite| named(RatingEffect::CentralTendency, (7.1, 11.4, 0.62, ends(0.5, 0.76)), opposite);
    let straight = named(RatingEffect::StraightLining, (0.6, 0.1, 0.5, ends(0.3, 0.7)), false);
    let of = |effects| FindingKind::RatingEffects { evaluator: "E017".to_owned(), effects };
    let mut kinds = vec![of(vec![central(false), straight]), of(vec![central(true)])];
    kinds.extend(RatingEffect::ALL.map(|effect| of(vec![named(effect, (0.5, 0.2, 0.3, None), false)])));
    kinds.extend([0, 1, 3].map(|n_evaluators| FindingKind::RatingEffectsCount {
        n_evaluators,
        n: 40,
        n_tests: 240,
    }));
    kinds
}

#[test]
fn effects_in_words() {
    let effects = of_effects();
    headline(
        &effects[0],
        "Evaluator E017 keeps the providers too close together: scores spread by 7.1 points of 100, those of colleagues by 11.4 points of 100, and gives the same value on all indicators of 60% of the score sheets, colleagues of 10%.",
        "评估员E017对各机构的评分过于集中：离散程度为7.1分（百分制），同组为11.4分（百分制），并且有60%的评分表所有指标给同一分值，同组为10%。",
    );
    let detail = finding(Language::En, &effects[0], &Ids).detail;
    assert!(detail.starts_with(
        "Central tendency × 0.62 (95% interval 0.50 to 0.76); Straight-lining +50% (95% interval +30% to +70%). All are"
    ));
}

#[test]
fn details_in_words() {
    let details = of_details();
    headline(
        &details[0],
        "Evaluators agree less in R06 than in R05, by 0.21.",
        "R06的评估员一致性低于R05，相差0.21。",
    );
    headline(
        &details[1],
        "Evaluators agree less in B2 than in A1, by 0.21.",
        "B2的评估员一致性低于A1，相差0.21。",
    );
    headline(
        &details[4],
        "I3 is given 10% of the weight, but decides 27% of the differences between composites.",
        "I3的名义权重为10%，实际却决定了综合得分差异的27%。",
    );
}

#[test]
fn evaluators_in_words() {
    headline(
        &agreement(),
        "Agreement between single evaluators is at least moderate (0.62 of at most 1); averaged over a panel of 5 it is at least good (0.89).",
        "单名评估员之间的一致性不低于“中等”（0.62，最高为1）；取5人评审组的均值后，一致性不低于“良好”（0.89）。",
    );
    headline(
        &drift(0.4, false),
        "Evaluator E017 became harsher from R04 on, scoring 0.40 points lower than before relative to the panel; 11 providers were affected.",
        "评估员E017自R04轮起尺度趋严，相对于评审组，评分比此前低0.40分，11家机构受到影响。",
    );
    headline(
        &drift(-0.4, false),
        "Evaluator E017 became more lenient from R04 on, scoring 0.40 points higher than before relative to the panel; 11 providers were affected.",
        "评估员E017自R04轮起尺度趋宽，相对于评审组，评分比此前高0.40分，11家机构受到影响。",
    );
    headline(
        &drift(0.4, true),
        "Evaluator E017 is not steady: the severity goes up and down between rounds, by 0.40 points where it changed most (R04); 11 providers were affected.",
        "评估员E017的尺度起伏不定，时严时宽，变化最大处（R04轮）相差0.40分，11家机构受到影响。",
    );
    headline(
        &extreme(4.16),
        "The harshest evaluator, E003, scores 4.2 points of 100 lower than the rest of the panel on average.",
        "最严的评估员是E003，平均比同组其他评估员低4.2分（百分制）。",
    );
    headline(
        &affiliation(0.000_01),
        "Compared with the rest of the panel, evaluators score providers of their own affiliation 0.30 points higher than they score others.",
        "与同组其他评估员相比，评估员给本单位机构的评分比给其他机构的高0.30分。",
    );
}

#[test]
fn indicators_and_providers_in_words() {
    headline(
        &reliability(0.81),
        "The reliability of the 5 indicators together is at least good (alpha 0.86 of at most 1).",
        "5个指标合在一起的信度不低于“良好”（α系数0.86，最高为1）。",
    );
    headline(
        &weak(None, 0.28),
        "Indicator I3 hardly goes with the others: its correlation with them is 0.12.",
        "指标I3与其余指标关联很弱，相关系数只有0.12。",
    );
    headline(
        &weak(None, 0.41),
        "Indicator I3 may not go with the others: its correlation with them is 0.12, but uncertain.",
        "指标I3与其余指标的关联可能偏弱，相关系数为0.12，但尚不确定。",
    );
    headline(
        &leader(5, Some(0.953)),
        "Provider P07 leads in R06 with 84.2 points of 100, but its true rank may well be anything from 1 to 5.",
        "R06轮排名第一的是机构P07，得84.2分（百分制），但真实名次在第1至第5名之间都有可能。",
    );
    headline(
        &leader(1, Some(0.97)),
        "Provider P07 leads in R06 with 84.2 points of 100, and very likely is the best.",
        "R06轮排名第一的是机构P07，得84.2分（百分制），真实水平也很可能居首。",
    );
    headline(
        &leader(5, None),
        "Provider P07 leads in R06 with 84.2 points of 100, but the data leave any rank from 1 to 5 open.",
        "R06轮排名第一的是机构P07，得84.2分（百分制），但从数据看，第1至第5名都有可能。",
    );
    headline(
        &FindingKind::Separation { round: "6".to_owned(), share: 0.38, n: 40 },
        "In round 6, 38% of the pairs among 40 providers can be told apart.",
        "第6轮的40家机构两两相比，有38%可以分出高下。",
    );
    headline(
        &changed(-4.2),
        "Provider P07 declined by 4.2 points of 100 from R05 to R06, more than chance explains.",
        "机构P07从R05轮到R06轮下降了4.2分（百分制），超出随机波动。",
    );
}

#[test]
fn the_end_of_the_scale_says_who_is_not_told_apart() {
    headline(
        &crowded(0.2, true, true, false),
        "20% of the scores for indicator I2 are at the highest possible value, so it does not tell good providers apart beyond that level.",
        "指标I2有20%的评分为最高分，得到这一分数的较好机构彼此无法区分。",
    );
    headline(
        &crowded(0.5, false, true, false),
        "50% of the scores for indicator I2 are at the lowest possible value (lower is better), so it can hardly tell good providers apart.",
        "指标I2有50%的评分为最低分（分数越低越好），难以区分较好的机构。",
    );
    headline(
        &crowded(0.2, true, false, true),
        "20% of the scores for indicator I2 are at the highest value seen (lower is better); if the scale ends there, it does not tell weak providers apart beyond that level.",
        "指标I2有20%的评分为出现过的最高分（分数越低越好）；若分值范围到此为止，则得到这一分数的较差机构彼此无法区分。",
    );
    let detail = |guessed| finding(Language::En, &crowded(0.2, true, true, guessed), &Ids).detail;
    assert!(detail(true).contains("guessed") && !detail(false).contains("guessed"));
}

#[test]
fn details_carry_the_statistics() {
    let detail = |kind| finding(Language::En, &kind, &Ids).detail;
    assert!(detail(agreement()).starts_with(
        "ICC(A,1) = 0.62 (95% interval 0.51 to 0.71); ICC(A,k) = 0.89 (95% interval 0.84 to 0.92) with k = 5"
    ));
    let text = detail(affiliation(0.000_01));
    for part in
        ["+0.28", "6,995 scores", "−0.03", "70,635 scores", "0.30 (95% interval 0.27 to 0.33)", "p < 0.001"]
    {
        assert!(text.contains(part), "{part:?} is not in {text:?}");
    }
    let separation = FindingKind::Separation { round: "R06".to_owned(), share: 0.38, n: 40 };
    let text = detail(separation);
    for part in ["5% of the pairs would pass by chance alone", "not linked", "other 62%"] {
        assert!(text.contains(part), "{part:?} is not in {text:?}");
    }
    let lowest = FindingKind::AgreementLowest {
        round: "R06".to_owned(),
        single: 0.41,
        single_interval: ends(0.2, 0.58),
        overall: 0.62,
        n_rounds: 6,
    };
    assert!(detail(lowest).contains("lowest of 6 rounds and was chosen for that"));
    assert!(detail(drift(-0.4, false)).contains("−0.40 (95% interval −0.60 to −0.20)"));
    assert!(detail(reliability(0.81)).contains("lowest in R03: 0.71"));
}

#[test]
fn labels_are_set_off_in_chinese() {
    struct Labels;
    impl Names for Labels {
        fn name(&self, kind: EntityKind, id: &str) -> String {
            match kind {
                EntityKind::Provider => format!("{id} 柳巷日间照料中心"),
                EntityKind::Round => format!("{id} 2024年春季"),
                EntityKind::Indicator | EntityKind::Evaluator => id.to_owned(),
            }
        }
    }
    assert_eq!(
        finding(Language::Zh, &changed(4.2), &Labels).headline,
        "机构“P07 柳巷日间照料中心”从“R05 2024年春季”到“R06 2024年春季”提升了4.2分（百分制），超出随机波动。"
    );
}

#[test]
fn drift_in_words() {
    let decided = |provider: &str, sure| DecidedProvider { provider: provider.to_owned(), sure };
    let of = |change: f64, erratic, [n_providers, n_would_pass, n_would_fail, sure]: [u32; 4]| {
        FindingKind::DriftConsequences {
            evaluator: "E017".to_owned(),
            from_round: "4".to_owned(),
            change,
            interval: None,
            scale: ScoreScale::Points { min: 0.0, max: 10.0 },
            erratic,
            n_rounds: if erratic { 3 } else { 6 },
            rasch: erratic.then_some(DriftClass::Stable),
            n_providers,
            n_would_pass,
            n_surely_pass: sure.min(n_would_pass),
            n_would_fail,
            n_surely_fail: sure.min(n_would_fail),
            n_decided: n_would_pass + n_would_fail,
            decided: vec![decided("P07", sure > 0), decided("P01", false)],
            n_rank_changed: 3,
            pass_mark: 60.0,
        }
    };
    headline(
        &of(0.4, false, [11, 2, 0, 1]),
        "Evaluator E017 became harsher from round 4 on, scoring 0.40 points lower than before (on the scale from 0 to 10) relative to the panel; 11 providers were affected, and without it 2 would have passed at a pass mark of 60.0 points of 100 (1 of them certain; the interval of the other includes the mark).",
        "评估员E017自第4轮起趋严，相对于评审组，评分比此前低0.40分（分值范围0至10）；11家机构受到影响，若无漂移，以60.0分（百分制）为及格线，其中2家本可及格（其中1家可以确定，其余的区间包含及格线）。",
    );
    headline(
        &of(-0.4, true, [1, 0, 1, 0]),
        "Evaluator E017, seen in 3 rounds, was harsher in some rounds and more lenient in others, by 0.40 points where it changed most (round 4); 1 provider was affected, and without it 1 would not have passed at a pass mark of 60.0 points of 100 (not certain: the interval includes the mark). The Rasch model says otherwise: no change shown.",
        "评估员E017（见于3个轮次）时严时宽，变化最大处（第4轮）相差0.40分；1家机构受到影响，若无漂移，以60.0分（百分制）为及格线，其中1家本不及格（尚不能确定：区间包含及格线）。Rasch模型的判断不同：未见变化。",
    );
    let detail = finding(Language::En, &of(0.4, false, [20, 8, 0, 1]), &Ids).detail;
    let named =
        "Decided otherwise without the drift: P07 (certain); P01 (not certain); and 6 more. Certain means";
    assert!(detail.starts_with(named), "{detail}");
    assert!(detail.contains("It rests on 6 rounds of this evaluator."), "{detail}");
    let detail = finding(Language::Zh, &of(0.4, false, [20, 2, 0, 0]), &Ids).detail;
    assert!(detail.starts_with("若无漂移判断会不同的机构：P07、P01（尚不能确定）。"), "{detail}");
    let link = MissingLink {
        rounds: ["1".to_owned(), "2".to_owned()],
        common: 0,
        to_compare: 2,
        to_be_strong: 5,
        unlinked: true,
    };
    headline(
        &FindingKind::RoundsNotLinked { link },
        "Round 1 and round 2 share no evaluator: drift between them cannot be seen. 2 evaluators common to both would do.",
        "第1轮与第2轮没有共同的评估员，无法看出二者之间的漂移；若有2名同时参加，即可比较。",
    );
    let nearest = MissingLink {
        rounds: ["3".to_owned(), "4".to_owned()],
        common: 3,
        to_compare: 0,
        to_be_strong: 2,
        unlinked: false,
    };
    headline(
        &FindingKind::LinksWeak { n: 7, unlinked: false, nearest },
        "7 pairs of rounds are weakly linked, so drift between them is uncertain; 2 more evaluators common to round 3 and round 4 would do there.",
        "有7对轮次的衔接较弱，其间的漂移难以确定；第3轮与第4轮只需再有2名评估员同时参加，即为牢固。",
    );
    headline(
        &FindingKind::IndicatorsDrift { indicators: vec!["I1".to_owned(), "I2".to_owned()], n: 8 },
        "Difficulty moved between rounds, against that of the other indicators, for I1, I2.",
        "相对其他指标，各轮难度发生变化的指标：I1、I2。",
    );
    headline(
        &FindingKind::DriftEngines { n: 20, n_alike: 18, n_linear_only: 1, n_rasch_only: 1 },
        "The linear and the Rasch model come to the same verdict on 18 of 20 evaluators.",
        "线性模型与Rasch模型对20名评估员中18名的判断一致。",
    );
}
