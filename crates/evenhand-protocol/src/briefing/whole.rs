use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::BriefingItem;
use crate::{Filter, Marks, ScorecardPolicy};

/// Version of the format of briefings; raised when a field changes its meaning or goes away.
pub const BRIEFING_VERSION: u32 = 1;

/// The language of a report.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ReportLanguage {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

/// Whose names are replaced by codes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(default)]
pub struct Anonymise {
    /// Those of the evaluators.
    pub evaluators: bool,
    /// Those of the providers.
    pub providers: bool,
}

impl Anonymise {
    /// Whether any names are.
    pub fn any(self) -> bool {
        self.evaluators || self.providers
    }
}

/// A briefing that is composed from the answers.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// For a meeting with who commissioned the evaluation: eight slides.
    #[default]
    Stakeholders,
    /// To train evaluators.
    Training,
    /// To tell providers where they stand.
    Providers,
    /// All rounds, for a year's report.
    Annual,
}

impl Template {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Stakeholders, Self::Training, Self::Providers, Self::Annual];

    /// Its name in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stakeholders => "stakeholders",
            Self::Training => "training",
            Self::Providers => "providers",
            Self::Annual => "annual",
        }
    }
}

/// A briefing: items in order, and what holds for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(default)]
pub struct Briefing {
    /// [`BRIEFING_VERSION`].
    pub version: u32,
    /// The title; that of the template, or a plain one, where it is empty.
    pub title: String,
    /// A line below the title.
    pub subtitle: Option<String>,
    /// What it was composed by.
    pub template: Option<Template>,
    /// Language of all words.
    pub language: ReportLanguage,
    /// The date of the report as ISO text, `2026-11-28`; given by whoever asks, as the engine has no clock.
    pub date: String,
    /// Name of the data set it was made for.
    pub dataset: String,
    /// Whose names are replaced by codes.
    pub anonymise: Anonymise,
    /// The smallest group of evaluators or providers a breakdown may be published for; 1 for any.
    pub min_group: u32,
    /// What is shown, in order.
    pub items: Vec<BriefingItem>,
}

impl Default for Briefing {
    fn default() -> Self {
        Self {
            version: BRIEFING_VERSION,
            title: String::new(),
            subtitle: None,
            template: None,
            language: ReportLanguage::default(),
            date: String::new(),
            dataset: String::new(),
            anonymise: Anonymise::default(),
            min_group: 3,
            items: Vec::new(),
        }
    }
}

/// What a template is filled with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ComposeRequest {
    /// The template.
    pub template: Template,
    /// Language of all words.
    pub language: ReportLanguage,
    /// The date of the report as ISO text.
    pub date: String,
    /// The part of the data set.
    pub filter: Filter,
    /// What providers are measured by.
    pub marks: Marks,
    /// What evaluators are judged by.
    pub policy: ScorecardPolicy,
}
