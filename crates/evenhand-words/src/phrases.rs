//! Short texts with values in them that several pages share.

use evenhand_protocol::{
    DatasetSummary, EntityKind, Estimate, Field, Interval, LinkedSubset, Outcome, Progress, QualityReport,
    ScoreScale, SelectionCounts, Stage,
};

use crate::{
    Language, Names, bytes, count, count_entities, count_of, field, interval, number, reason, scale_decimals,
    speaker::plain, stage,
};

/// A value with its interval: "0.62 (95% interval 0.51 to 0.71)".
pub fn with_interval(language: Language, value: f64, ends: Option<&Interval>, decimals: usize) -> String {
    bracketed(language, number(value, decimals), ends.map(|i| named_interval(language, i, decimals)))
}

/// A value with its interval, or why there is none.
pub fn value_or_reason(language: Language, value: &Outcome<Estimate>, decimals: usize) -> String {
    match value {
        Outcome::Known(found) => with_interval(language, found.value, found.interval.as_ref(), decimals),
        Outcome::Undefined(why) => reason(language, why),
    }
}

/// A value behind its name: "Rank: 3", "名次：3".
pub fn labelled(language: Language, name: &str, value: &str) -> String {
    match language {
        Language::En => format!("{name}: {value}"),
        Language::Zh => format!("{name}：{value}"),
    }
}

/// An estimate with its interval and its n: "0.62 (95% interval 0.51 to 0.71; 120 score sheets)".
pub fn estimate(language: Language, estimate: &Estimate, decimals: usize) -> String {
    let n = count_of(language, estimate.of, estimate.n);
    let inner = match &estimate.interval {
        Some(ends) => {
            let separator = language.pick("; ", "；");
            format!("{}{separator}{n}", named_interval(language, ends, decimals))
        }
        None => n,
    };
    bracketed(language, number(estimate.value, decimals), Some(inner))
}

/// An interval with its level: "95% interval 0.51 to 0.71", "95%置信区间 0.51 至 0.71".
pub fn named_interval(language: Language, ends: &Interval, decimals: usize) -> String {
    // 95, but 97.5 where the level is not whole.
    let level = number(ends.level * 100.0, 1);
    let level = level.strip_suffix(".0").unwrap_or(&level);
    let ends = interval(language, ends, decimals);
    match language {
        Language::En => format!("{level}% interval {ends}"),
        Language::Zh => format!("{level}%置信区间 {ends}"),
    }
}

/// A length on a scale without its sign: "0.41 points", "3.2 points of 100", "0.41分", "3.2分（百分制）".
pub fn points(language: Language, value: f64, scale: &ScoreScale) -> String {
    let size = number(value.abs(), scale_decimals(scale));
    match (scale, language) {
        (ScoreScale::Points { .. }, Language::En) => format!("{size} points"),
        (ScoreScale::Normalised, Language::En) => format!("{size} points of 100"),
        (ScoreScale::Points { .. }, Language::Zh) => format!("{size}分"),
        (ScoreScale::Normalised, Language::Zh) => format!("{size}分（百分制）"),
    }
}

/// A step of a scale by the scores that it stands for: "7.5", "5.25–5.75".
pub fn step(first: f64, last: f64) -> String {
    if first == last { plain(first) } else { format!("{}–{}", plain(first), plain(last)) }
}

/// A severity in words, for tooltips: "0.41 points harsher", "偏严0.41分".
pub fn severity(language: Language, value: f64, scale: &ScoreScale) -> String {
    let marks = &language.words().charts.marks;
    let size = points(language, value, scale);
    let word = if value < 0.0 { marks.more_lenient } else { marks.harsher };
    match language {
        Language::En => format!("{size} {word}"),
        Language::Zh => format!("{word}{size}"),
    }
}

/// What a data set holds: "77,630 scores in 17 rounds: 319 providers, 5 indicators, 214 evaluators".
pub fn dataset(language: Language, dataset: &DatasetSummary) -> String {
    let scores = count_of(language, evenhand_protocol::CountOf::Scores, dataset.n_scores);
    let n = |kind, list: usize| count_entities(language, kind, list as u64);
    let rounds = n(EntityKind::Round, dataset.rounds.len());
    let providers = n(EntityKind::Provider, dataset.providers.len());
    let indicators = n(EntityKind::Indicator, dataset.indicators.len());
    let evaluators = n(EntityKind::Evaluator, dataset.evaluators.len());
    match language {
        Language::En => format!("{scores} in {rounds}: {providers}, {indicators}, {evaluators}"),
        Language::Zh => format!("{rounds}、{scores}：{providers}、{indicators}、{evaluators}"),
    }
}

/// That providers of several categories are ranked together.
pub fn categories_together(language: Language, n: u64) -> String {
    let n = count(n);
    match language {
        Language::En => format!("Providers of {n} categories are ranked together. One category alone:"),
        Language::Zh => format!("{n}个类别的机构放在一起排名。只看一个类别："),
    }
}

/// What passes the filter, of all that there is: "In view: 5,210 of 77,630 scores in 1 round: …".
pub fn in_view(language: Language, view: &SelectionCounts, dataset: &DatasetSummary) -> String {
    let n = |kind, n: u32| count_entities(language, kind, u64::from(n));
    let rounds = n(EntityKind::Round, view.n_rounds);
    let others = [
        n(EntityKind::Provider, view.n_providers),
        n(EntityKind::Indicator, view.n_indicators),
        n(EntityKind::Evaluator, view.n_evaluators),
    ];
    let (some, all) = (count(view.n_scores), count(dataset.n_scores));
    match language {
        Language::En => format!("In view: {some} of {all} scores in {rounds}: {}", others.join(", ")),
        Language::Zh => format!("当前所选：{rounds}、{some}个评分（共{all}个）：{}", others.join("、")),
    }
}

/// How many rows were read and kept: "77,700 rows read, 77,630 scores kept."
pub fn rows_kept(language: Language, quality: &QualityReport) -> String {
    let (read, kept) = (count(quality.rows_read), count(quality.scores_kept));
    match language {
        Language::En => format!("Rows read: {read}. Scores kept: {kept}."),
        Language::Zh => format!("读取{read}行，保留{kept}个评分。"),
    }
}

/// How far a list was cut: "The first 200 of 1,234 are listed."
pub fn listed(language: Language, shown: impl Into<u64>, total: impl Into<u64>) -> String {
    let (shown, total) = (count(shown), count(total));
    match language {
        Language::En => format!("The first {shown} of {total} are listed."),
        Language::Zh => format!("共{total}条，列出前{shown}条。"),
    }
}

/// How far the engine is: "Reading: 3.2 MB of 10.0 MB", "正在计算：第3步，共8步".
pub fn progress(language: Language, progress: &Progress) -> String {
    let doing = stage(language, progress.stage);
    let (done, total) = match progress.stage {
        Stage::Reading => (bytes(progress.done), bytes(progress.total)),
        Stage::Checking | Stage::Computing | Stage::Writing => (count(progress.done), count(progress.total)),
    };
    match language {
        Language::En => format!("{doing}: {done} of {total}"),
        Language::Zh => format!("{doing}：已完成{done}，共{total}"),
    }
}

/// A part of the design without a common evaluator with the rest.
pub fn linked_subset(language: Language, subset: &LinkedSubset, names: &dyn Names) -> String {
    let evaluators = count_entities(language, EntityKind::Evaluator, subset.n_evaluators);
    let units = count_of(language, evenhand_protocol::CountOf::ProviderRounds, subset.n_units);
    let rounds: Vec<String> = subset.rounds.iter().map(|id| names.name(EntityKind::Round, id)).collect();
    let rounds = rounds.join(language.pick(", ", "、"));
    match language {
        Language::En => format!("{evaluators}, {units}, in {rounds}"),
        Language::Zh => format!("{evaluators}、{units}，涉及{rounds}"),
    }
}

/// Which columns are still missing from a mapping: "Still needed: Provider, Score."
pub fn missing_fields(language: Language, fields: &[Field]) -> String {
    let names: Vec<&str> = fields.iter().map(|f| field(language, *f)).collect();
    match language {
        Language::En => format!("Still needed: {}.", names.join(", ")),
        Language::Zh => format!("还缺少：{}。", names.join("、")),
    }
}

fn bracketed(language: Language, value: String, inner: Option<String>) -> String {
    match (inner, language) {
        (None, _) => value,
        (Some(inner), Language::En) => format!("{value} ({inner})"),
        (Some(inner), Language::Zh) => format!("{value}（{inner}）"),
    }
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{CountOf, Method};

    use super::*;
    use crate::{Ids, test_support::check};

    const ENDS: Interval = Interval { low: 0.514, high: 0.71, level: 0.95 };
    const TEN: ScoreScale = ScoreScale::Points { min: 0.0, max: 10.0 };

    #[test]
    fn estimates_say_what_they_rest_on() {
        let one = Estimate {
            value: 0.62,
            se: None,
            interval: Some(ENDS),
            n: 120,
            of: CountOf::ScoreSheets,
            method: Method::LeaveOneOut,
        };
        assert_eq!(estimate(Language::En, &one, 2), "0.62 (95% interval 0.51 to 0.71; 120 score sheets)");
        assert_eq!(estimate(Language::Zh, &one, 2), "0.62（95%置信区间 0.51 至 0.71；120份评分表）");
        let bare = Estimate { interval: None, ..one };
        assert_eq!(estimate(Language::En, &bare, 2), "0.62 (120 score sheets)");
        assert_eq!(with_interval(Language::En, 0.62, None, 2), "0.62");
        let level = Interval { level: 0.975, ..ENDS };
        assert_eq!(named_interval(Language::En, &level, 1), "97.5% interval 0.5 to 0.7");
    }

    #[test]
    fn lengths_name_their_scale() {
        assert_eq!(points(Language::En, -0.406, &TEN), "0.41 points");
        assert_eq!(points(Language::Zh, 3.2, &ScoreScale::Normalised), "3.2分（百分制）");
        assert_eq!(severity(Language::En, 0.41, &TEN), "0.41 points harsher");
        assert_eq!(severity(Language::En, -0.41, &TEN), "0.41 points more lenient");
        assert_eq!(severity(Language::Zh, -0.41, &TEN), "偏宽0.41分");
    }

    #[test]
    fn the_state_of_things() {
        let reading = Progress { stage: Stage::Reading, done: 3_200_000, total: 10_000_000 };
        assert_eq!(progress(Language::En, &reading), "Reading: 3.2 MB of 10.0 MB");
        let subset = LinkedSubset { n_evaluators: 1, n_units: 12, rounds: vec!["R01".to_owned()] };
        assert_eq!(linked_subset(Language::En, &subset, &Ids), "1 evaluator, 12 providers × rounds, in R01");
        for language in Language::ALL {
            check(language, &progress(language, &reading));
            check(language, &listed(language, 200_u32, 1_234_u32));
            check(language, &rows_kept(language, &QualityReport::default()));
            check(language, &linked_subset(language, &subset, &Ids));
            check(language, &missing_fields(language, &[Field::Provider, Field::Score]));
        }
    }
}
