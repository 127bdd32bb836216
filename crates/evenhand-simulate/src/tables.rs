//! Names and metadata of a simulated programme.

use crate::effects::Effects;
use crate::programme::{Language, Programme, ScoreScale};

/// One round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundEntry {
    /// The id used in the scores.
    pub id: String,
    /// The position in time, from 1.
    pub order: usize,
    /// The label shown.
    pub label: String,
    /// The date, year-month-day.
    pub date: String,
}

/// One provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderEntry {
    /// The id used in the scores.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// The kind of service; may be empty.
    pub category: String,
    /// The organisation it belongs to; may be empty.
    pub affiliation: String,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorEntry {
    /// The id used in the scores.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// The dimension it belongs to.
    pub dimension: String,
    /// The weight in the composite.
    pub weight: f64,
    /// The scale of its scores.
    pub scale: ScoreScale,
    /// Whether lower scores are better.
    pub lower_is_better: bool,
}

/// One evaluator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvaluatorEntry {
    /// The id used in the scores.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// The organisation the evaluator belongs to; may be empty.
    pub affiliation: String,
    /// Senior, junior or trainee, in the language of the programme.
    pub qualification: String,
}

/// The metadata of a programme; the indices of scores and of the truth point into these lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Tables {
    /// Rounds in order.
    pub rounds: Vec<RoundEntry>,
    /// Providers.
    pub providers: Vec<ProviderEntry>,
    /// Indicators.
    pub indicators: Vec<IndicatorEntry>,
    /// Evaluators, in the order of joining.
    pub evaluators: Vec<EvaluatorEntry>,
}

impl Tables {
    /// Numbered names: "Provider 7" is P07.
    pub(crate) fn numbered(programme: &Programme, effects: &Effects) -> Self {
        let words = Words::of(programme.language);
        let organisation = |index: &Option<usize>| {
            index.map_or_else(String::new, |index| words.numbered(words.organisation, index))
        };
        let first_reversed = programme.n_indicators - programme.n_reversed;
        Self {
            rounds: (0..programme.n_rounds).map(|round| half_yearly(round, words)).collect(),
            providers: ids('P', 2, effects.provider_affiliation.len())
                .zip(&effects.provider_affiliation)
                .enumerate()
                .map(|(index, (id, affiliation))| ProviderEntry {
                    id,
                    name: words.numbered(words.provider, index),
                    category: String::new(),
                    affiliation: organisation(affiliation),
                })
                .collect(),
            indicators: ids('I', 2, programme.n_indicators)
                .enumerate()
                .map(|(index, id)| IndicatorEntry {
                    id,
                    name: words.numbered(words.indicator, index),
                    dimension: words
                        .numbered(words.dimension, index * programme.n_dimensions / programme.n_indicators),
                    weight: programme.weight(index),
                    scale: programme.scale,
                    lower_is_better: index >= first_reversed,
                })
                .collect(),
            evaluators: ids('E', 3, effects.qualification.len())
                .zip(&effects.evaluator_affiliation)
                .zip(&effects.qualification)
                .enumerate()
                .map(|(index, ((id, affiliation), qualification))| EvaluatorEntry {
                    id,
                    name: words.numbered(words.evaluator, index),
                    affiliation: organisation(affiliation),
                    qualification: words.qualification(*qualification).to_owned(),
                })
                .collect(),
        }
    }
}

/// Ids of one letter and a number from 1, all of the same width.
fn ids(letter: char, width: usize, n: usize) -> impl Iterator<Item = String> {
    let width = n.to_string().len().max(width);
    (1..=n).map(move |number| format!("{letter}{number:0width$}"))
}

/// The round of a half-yearly calendar that begins in spring 2023.
fn half_yearly(round: usize, words: &Words) -> RoundEntry {
    let (year, half) = (2023 + round / 2, round % 2);
    let (month, season) = if half == 0 { ("04", words.spring) } else { ("10", words.autumn) };
    let label = match words.language {
        Language::English => format!("{season} {year}"),
        Language::Chinese => format!("{year}年{season}"),
    };
    let date = format!("{year}-{month}-15");
    RoundEntry { id: format!("{year}H{}", half + 1), order: round + 1, label, date }
}

/// The words of numbered names and of labels.
struct Words {
    language: Language,
    organisation: &'static str,
    provider: &'static str,
    indicator: &'static str,
    dimension: &'static str,
    evaluator: &'static str,
    qualifications: [&'static str; 3],
    spring: &'static str,
    autumn: &'static str,
}

impl Words {
    const ENGLISH: Self = Self {
        language: Language::English,
        organisation: "Organisation",
        provider: "Provider",
        indicator: "Indicator",
        dimension: "Dimension",
        evaluator: "Evaluator",
        qualifications: ["senior", "junior", "trainee"],
        spring: "Spring",
        autumn: "Autumn",
    };
    const CHINESE: Self = Self {
        language: Language::Chinese,
        organisation: "单位",
        provider: "机构",
        indicator: "指标",
        dimension: "维度",
        evaluator: "评估员",
        qualifications: ["高级", "初级", "见习"],
        spring: "春季",
        autumn: "秋季",
    };

    fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &Self::ENGLISH,
            Language::Chinese => &Self::CHINESE,
        }
    }

    fn numbered(&self, word: &str, index: usize) -> String {
        match self.language {
            Language::English => format!("{word} {}", index + 1),
            Language::Chinese => format!("{word}{}", index + 1),
        }
    }

    fn qualification(&self, index: usize) -> &'static str {
        self.qualifications.get(index).copied().unwrap_or_default()
    }
}
