use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::Briefing;

/// How slides are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SlideOptions {
    /// Light ink on a dark ground.
    pub dark: bool,
    /// Only the item at this place, counted from 0; all where none is given.
    pub only: Option<u32>,
}

/// Why an item is no longer what was pinned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stale {
    /// The numbers differ from those that were pinned.
    Changed,
    /// The data or the filter no longer give it.
    Gone,
    /// The filter names something that the data set does not have.
    FilterUnknown,
}

/// One item of a briefing as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Slide {
    /// The item.
    pub id: String,
    /// Its heading: the reader's, or the finding.
    pub heading: String,
    /// All of it as an HTML fragment, a `section`; its words are escaped.
    pub html: String,
    /// What the speaker sees: the reader's notes, then the statistics and how to read the chart.
    pub notes: Vec<String>,
    /// Data set, filter, date and method in a line.
    pub source: String,
    /// Why it is no longer what was pinned.
    pub stale: Option<Stale>,
    /// The same in words.
    pub stale_words: Option<String>,
    /// Which numbers it shows; to be kept with the item when it is pinned.
    pub fingerprint: Option<String>,
}

/// A kind of file that is made of a briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    /// A page that opens without a network.
    #[default]
    Html,
    /// Slides.
    Pptx,
    /// A workbook.
    Xlsx,
    /// All answers, with the briefing in them.
    Json,
    /// A feedback sheet for each provider and each evaluator, as a zip archive of pages.
    Sheets,
    /// The same as one page, to be printed.
    SheetsHtml,
}

impl ReportFormat {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Html, Self::Pptx, Self::Xlsx, Self::Json, Self::Sheets, Self::SheetsHtml];

    /// Its name on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pptx => "pptx",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Sheets => "sheets",
            Self::SheetsHtml => "sheets-html",
        }
    }

    /// How the names of its files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html | Self::SheetsHtml => "html",
            Self::Pptx => "pptx",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Sheets => "zip",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html | Self::SheetsHtml => "text/html",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
            Self::Sheets => "application/zip",
        }
    }
}

/// The words around the numbers of feedback sheets; where one is empty the sheet has its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(default)]
pub struct FeedbackTexts {
    /// Above the numbers of a provider's sheet.
    pub provider_opening: String,
    /// Below the numbers of a provider's sheet.
    pub provider_closing: String,
    /// Above the numbers of an evaluator's sheet.
    pub evaluator_opening: String,
    /// Below the numbers of an evaluator's sheet.
    pub evaluator_closing: String,
}

/// A file that is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportRequest {
    /// Of what.
    pub briefing: Briefing,
    /// In which format.
    pub format: ReportFormat,
    /// The words of feedback sheets.
    pub texts: FeedbackTexts,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ReportFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}
