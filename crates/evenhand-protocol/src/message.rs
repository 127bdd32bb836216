use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{
    Answer, Briefing, ComposeRequest, Filter, FilterField, LoadError, LoadPlan, Loaded, Opened, ProblemCode,
    ProblemPage, Question, Reason, ReportFile, ReportRequest, Slide, SlideOptions, TablePreview,
};

/// A request from the page to the engine.
/// `File` handles travel beside it, in the order in which tables name them: a handle is cloned, its bytes are not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToEngine {
    /// Chosen by the page, increasing; every report names it.
    pub id: u32,
    /// What is wanted.
    pub request: Request,
}

/// Language of the sample data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SampleLanguage {
    /// English names and headers.
    English,
    /// Simplified Chinese names and headers.
    Chinese,
}

/// What the page wants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Request {
    /// Look at the first rows of the files' tables and guess what they are.
    Inspect,
    /// Load the files by this plan; replaces the data set only when it succeeds.
    Load {
        /// How to read them.
        plan: LoadPlan,
    },
    /// Load the simulated sample.
    LoadSample {
        /// In this language.
        language: SampleLanguage,
    },
    /// Ask about the loaded data set.
    Ask {
        /// The question.
        question: Question,
        /// The part of the data set.
        filter: Filter,
    },
    /// List instances of a kind of problem of the loaded data set.
    Problems {
        /// The kind.
        code: ProblemCode,
        /// Index of the first instance wanted, in input order.
        from: u32,
        /// How many at most.
        count: u32,
    },
    /// Fill a template from the answers.
    Compose {
        /// Which, and with what.
        compose: ComposeRequest,
    },
    /// Show a briefing.
    Slides {
        /// The briefing.
        briefing: Briefing,
        /// How it is drawn.
        options: SlideOptions,
    },
    /// Make a file of a briefing.
    Report {
        /// Which.
        report: ReportRequest,
    },
    /// Stop working on an earlier request.
    Cancel {
        /// Its id.
        target: u32,
    },
}

/// What the engine is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Reading bytes; `done` and `total` are bytes.
    Reading,
    /// Parsing and checking; `done` and `total` are files.
    Checking,
    /// Computing; `done` and `total` are steps.
    Computing,
    /// Writing a report; `done` and `total` are pages or sheets.
    Writing,
}

/// How far the engine is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Progress {
    /// With what.
    pub stage: Stage,
    /// So far.
    pub done: u64,
    /// In all.
    pub total: u64,
}

/// Why a request has no result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    /// The page cancelled it.
    Cancelled,
    /// Nothing is loaded.
    NothingLoaded,
    /// The input could not be loaded; what was loaded before stays.
    Load(LoadError),
    /// The question has no answer for these data.
    Undefined(Reason),
    /// The filter names something that the data set does not have.
    UnknownInFilter {
        /// What it was taken for.
        field: FilterField,
        /// As written.
        found: String,
    },
    /// What is open is a report without its scores, and this was not asked when it was written.
    ReportOnly,
    /// The report cannot be opened.
    BadReport {
        /// Its version, where it says one.
        version: Option<u32>,
    },
    /// The message could not be understood; the page and the engine are of different versions.
    BadMessage(String),
}

/// A report from the engine to the page.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
#[allow(
    clippy::large_enum_variant,
    reason = "reports are made one at a time and moved, never stored in bulk"
)]
pub enum FromEngine {
    /// The engine is ready for requests.
    Ready,
    /// Work goes on.
    Progress {
        /// The request.
        id: u32,
        /// How far it is.
        progress: Progress,
    },
    /// Files were inspected.
    Inspected {
        /// The request.
        id: u32,
        /// One preview per table, in the order of files, sheets and blocks.
        tables: Vec<TablePreview>,
    },
    /// Problems were listed.
    Problems {
        /// The request.
        id: u32,
        /// They.
        page: ProblemPage,
    },
    /// A data set was loaded.
    Loaded {
        /// The request.
        id: u32,
        /// What it is.
        loaded: Loaded,
    },
    /// A report was opened, in place of scores.
    Opened {
        /// The request.
        id: u32,
        /// What it is.
        opened: Opened,
    },
    /// A question was answered.
    Answered {
        /// The request.
        id: u32,
        /// The answer.
        answer: Answer,
    },
    /// A template was filled.
    Composed {
        /// The request.
        id: u32,
        /// What came of it.
        briefing: Briefing,
    },
    /// A briefing is shown.
    Slides {
        /// The request.
        id: u32,
        /// One per item.
        slides: Vec<Slide>,
    },
    /// A file was made.
    Reported {
        /// The request.
        id: u32,
        /// It.
        file: ReportFile,
    },
    /// A request has no result.
    Failed {
        /// The request.
        id: u32,
        /// Why.
        failure: Failure,
    },
}
