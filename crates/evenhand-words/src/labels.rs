//! Names of the protocol's small enums.

use evenhand_protocol::{Action, ChangeVerdict, DriftClass, EntityKind, Page, ScoreScale, Stage, TableKind};

use crate::{Language, speaker::plain};

/// Name of a page, as in the navigation.
pub fn page(language: Language, page: Page) -> &'static str {
    let nav = &language.words().nav;
    match page {
        Page::Load => nav.load,
        Page::Quality => nav.quality,
        Page::Overview => nav.overview,
        Page::Evaluators => nav.evaluators,
        Page::Indicators => nav.indicators,
        Page::Providers => nav.providers,
        Page::Briefing => language.words().report.briefing,
    }
}

/// The question a page answers, its heading.
pub fn page_question(language: Language, page: Page) -> &'static str {
    let words = language.words();
    match page {
        Page::Load => words.load.question,
        Page::Quality => words.quality.question,
        Page::Overview => words.overview.question,
        Page::Evaluators => words.evaluators.question,
        Page::Indicators => words.indicators.question,
        Page::Providers => words.providers.question,
        Page::Briefing => words.report.briefing_question,
    }
}

/// What an id names, in the singular.
pub fn entity_kind(language: Language, kind: EntityKind) -> &'static str {
    let words = &language.words().common;
    match kind {
        EntityKind::Round => words.round,
        EntityKind::Provider => words.provider,
        EntityKind::Indicator => words.indicator,
        EntityKind::Evaluator => words.evaluator,
    }
}

/// What a file holds.
pub fn table_kind(language: Language, kind: TableKind) -> &'static str {
    let (en, zh) = match kind {
        TableKind::Scores => ("Scores", "评分数据"),
        TableKind::Rounds => ("Rounds", "轮次表"),
        TableKind::Providers => ("Providers", "机构表"),
        TableKind::Indicators => ("Indicators", "指标表"),
        TableKind::Evaluators => ("Evaluators", "评估员表"),
        TableKind::Conflicts => ("Conflicts of interest", "利益冲突表"),
        TableKind::Ignored => ("Not used", "不使用"),
    };
    language.pick(en, zh)
}

/// What was done about a problem, as a clause.
pub fn action(language: Language, action: Action) -> &'static str {
    let (en, zh) = match action {
        Action::Stopped => {
            ("loading stopped, and what was loaded before stays", "载入已停止，原有数据保持不变")
        }
        Action::RowLeftOut => ("the row was left out", "该行已略去"),
        Action::FirstKept => ("the first one was kept", "保留了最先出现的一个"),
        Action::Kept => ("it was kept as it is", "已按原样保留"),
        Action::Guessed => ("a guess was used instead", "改用推断值"),
        Action::SetMissing => ("the score was set to missing", "该评分按缺失处理"),
        Action::LastKept => ("the last one was kept", "保留了最后出现的一个"),
        Action::Averaged => ("the mean of all was taken", "取全部的平均值"),
        Action::AllLeftOut => ("all of them were left out", "全部略去"),
        Action::MovedToScale => {
            ("it was moved to the nearest end of the scale", "已移至分值范围内最近的一端")
        }
        Action::RoundedToStep => ("it was rounded to the nearest step", "已取最接近的步长分值"),
        Action::Padded => ("the missing cells were taken as blank", "缺少的单元格按空白处理"),
        Action::Converted => ("it was read as a number", "已按数字读取"),
        Action::SheetLeftOut => ("the sheet was left out", "该工作表已略去"),
        Action::ColumnLeftOut => ("the column was left out", "该列已略去"),
        Action::FileLeftOut => ("the file was left out", "该文件已略去"),
    };
    language.pick(en, zh)
}

/// What can be done about a problem, as the user is asked to choose it: "Leave the row out".
pub fn action_choice(language: Language, action: Action) -> &'static str {
    let (en, zh) = match action {
        Action::Stopped => ("Stop loading", "停止载入"),
        Action::RowLeftOut => ("Leave the row out", "略去该行"),
        Action::FirstKept => ("Keep the first one", "保留最先出现的一个"),
        Action::Kept => ("Keep it as it is", "按原样保留"),
        Action::Guessed => ("Use the guess", "采用推断值"),
        Action::SetMissing => ("Set the score to missing", "将该评分记为缺失"),
        Action::LastKept => ("Keep the last one", "保留最后出现的一个"),
        Action::Averaged => ("Take the mean", "取平均值"),
        Action::AllLeftOut => ("Leave all of them out", "全部略去"),
        Action::MovedToScale => ("Move the score to the end of the scale", "将评分移至分值范围的端点"),
        Action::RoundedToStep => ("Move the score to the nearest step", "将评分移至最近的分值"),
        Action::Padded => ("Fill short rows with blanks", "较短的行以空白补足"),
        Action::Converted => ("Read it as a number", "读作数字"),
        Action::SheetLeftOut => ("Leave the sheet out", "略去该工作表"),
        Action::ColumnLeftOut => ("Leave the column out", "略去该列"),
        Action::FileLeftOut => ("Leave the file out", "略去该文件"),
    };
    language.pick(en, zh)
}

/// What the engine is busy with.
pub fn stage(language: Language, stage: Stage) -> &'static str {
    let (en, zh) = match stage {
        Stage::Reading => ("Reading", "正在读取"),
        Stage::Checking => ("Checking", "正在检查"),
        Stage::Computing => ("Computing", "正在计算"),
        Stage::Writing => ("Writing", "正在生成"),
    };
    language.pick(en, zh)
}

/// How an evaluator's severity moved.
pub fn drift_class(language: Language, class: DriftClass) -> &'static str {
    let (en, zh) = match class {
        DriftClass::Stable => ("no change shown", "未见变化"),
        DriftClass::Harsher => ("became harsher", "趋严"),
        DriftClass::MoreLenient => ("became more lenient", "趋宽"),
        DriftClass::Erratic => ("changes without one direction", "起伏不定"),
    };
    language.pick(en, zh)
}

/// Whether a provider changed.
pub fn change_verdict(language: Language, verdict: ChangeVerdict) -> &'static str {
    let words = &language.words().charts.marks;
    match verdict {
        ChangeVerdict::Improved => words.improved,
        ChangeVerdict::Declined => words.declined,
        ChangeVerdict::NoReliableChange => words.no_reliable_change,
    }
}

/// The scale of severities and deviations: "points on the scale from 0 to 10".
pub fn scale(language: Language, scale: &ScoreScale) -> String {
    match scale {
        ScoreScale::Points { min, max } => {
            let (min, max) = (plain(*min), plain(*max));
            match language {
                Language::En => format!("points on the scale from {min} to {max}"),
                Language::Zh => format!("分（分值范围{min}至{max}）"),
            }
        }
        ScoreScale::Normalised => language.words().common.points_of_100.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    const ACTIONS: [Action; 16] = [
        Action::Stopped,
        Action::RowLeftOut,
        Action::FirstKept,
        Action::Kept,
        Action::Guessed,
        Action::SetMissing,
        Action::LastKept,
        Action::Averaged,
        Action::AllLeftOut,
        Action::MovedToScale,
        Action::RoundedToStep,
        Action::Padded,
        Action::Converted,
        Action::SheetLeftOut,
        Action::ColumnLeftOut,
        Action::FileLeftOut,
    ];

    #[test]
    fn every_variant_has_words() {
        for language in Language::ALL {
            for p in [
                Page::Load,
                Page::Quality,
                Page::Overview,
                Page::Evaluators,
                Page::Indicators,
                Page::Providers,
            ] {
                check(language, page(language, p));
                check(language, page_question(language, p));
            }
            for k in [EntityKind::Round, EntityKind::Provider, EntityKind::Indicator, EntityKind::Evaluator] {
                check(language, entity_kind(language, k));
            }
            for k in [
                TableKind::Scores,
                TableKind::Rounds,
                TableKind::Providers,
                TableKind::Indicators,
                TableKind::Evaluators,
                TableKind::Conflicts,
                TableKind::Ignored,
            ] {
                check(language, table_kind(language, k));
            }
            for a in ACTIONS {
                check(language, action(language, a));
                check(language, action_choice(language, a));
            }
            for s in [Stage::Reading, Stage::Checking, Stage::Computing, Stage::Writing] {
                check(language, stage(language, s));
            }
            for c in [DriftClass::Stable, DriftClass::Harsher, DriftClass::MoreLenient, DriftClass::Erratic] {
                check(language, drift_class(language, c));
            }
            for v in [ChangeVerdict::Improved, ChangeVerdict::Declined, ChangeVerdict::NoReliableChange] {
                check(language, change_verdict(language, v));
            }
        }
    }

    #[test]
    fn scales() {
        let points = ScoreScale::Points { min: 0.0, max: 10.0 };
        assert_eq!(scale(Language::En, &points), "points on the scale from 0 to 10");
        assert_eq!(scale(Language::Zh, &points), "分（分值范围0至10）");
        assert_eq!(scale(Language::En, &ScoreScale::Normalised), "points of 100");
    }
}
