//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Are the evaluators consistent, the indicators reliable, the providers different?
#[derive(Debug, Parser)]
#[command(name = "evenhand", version, about, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer the three questions about score tables
    Analyze(Analyze),
    /// Write a briefing as files: a page, slides, a workbook, feedback sheets; from tables, or from a saved report
    Report(ReportArguments),
    /// Report what is wrong with score tables; exit code 1 where there is something
    Check(Check),
    /// Write a simulated data set with known truth
    Simulate(Simulate),
}

/// Which files, and how to read them.
#[derive(Debug, Args)]
pub struct Input {
    /// Files (CSV, TSV, XLSX, XLS, ODS, Parquet, Arrow, JSON, NDJSON, also gzipped or zipped): scores, and any of the
    /// tables below, recognised by their columns
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Table of evaluators (evaluator, affiliation, qualification)
    #[arg(long, value_name = "FILE")]
    pub evaluators: Option<PathBuf>,
    /// Table of indicators (indicator, dimension, weight, min, max, step, direction)
    #[arg(long, value_name = "FILE")]
    pub indicators: Option<PathBuf>,
    /// Table of providers (provider, category, affiliation)
    #[arg(long, value_name = "FILE")]
    pub providers: Option<PathBuf>,
    /// Table of rounds (round, order, date)
    #[arg(long, value_name = "FILE")]
    pub rounds: Option<PathBuf>,
    /// What columns are called: evaluator=judge,provider=skater
    #[arg(long, value_name = "FIELD=COLUMN", value_delimiter = ',')]
    pub map: Vec<String>,
    /// Read score tables as wide: each score column stands for an indicator, an evaluator or a round
    #[arg(long, value_enum, value_name = "WHAT")]
    pub wide: Option<Across>,
    /// Only this sheet of workbooks, hidden or not; may be repeated
    #[arg(long = "sheet", value_name = "NAME")]
    pub sheets: Vec<String>,
    /// Read the files as this mapping file says
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Write how the files are read to this mapping file
    #[arg(long, value_name = "FILE")]
    pub save_mapping: Option<PathBuf>,
    /// Language of messages and summaries
    #[arg(long, value_enum, default_value_t = Tongue::En)]
    pub language: Tongue,
}

/// What the score columns of a wide table stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Across {
    /// Indicators
    Indicators,
    /// Evaluators
    Evaluators,
    /// Rounds
    Rounds,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tongue {
    /// English
    En,
    /// Simplified Chinese
    Zh,
}

/// The part of the data set that is looked at.
#[derive(Debug, Args)]
pub struct Only {
    /// Only this round; may be repeated
    #[arg(long = "round", value_name = "ID")]
    pub only_rounds: Vec<String>,
    /// Only providers of this category; may be repeated
    #[arg(long = "category", value_name = "NAME")]
    pub only_categories: Vec<String>,
    /// Only indicators of this dimension; may be repeated
    #[arg(long = "dimension", value_name = "NAME")]
    pub only_dimensions: Vec<String>,
    /// Only scores of this source; may be repeated
    #[arg(long = "source", value_name = "NAME")]
    pub only_sources: Vec<String>,
    /// Only evaluators of this group; may be repeated
    #[arg(long = "group", value_name = "NAME")]
    pub only_groups: Vec<String>,
}

/// What providers are measured by.
#[derive(Debug, Args)]
pub struct Measures {
    /// Pass mark, in points of 100
    #[arg(long, value_name = "MARK", default_value_t = 60.0)]
    pub pass: f64,
    /// Where the second to the fifth grade band begin, in points of 100
    #[arg(long, value_name = "MARKS", value_delimiter = ',', default_value = "60,70,80,90")]
    pub bands: Vec<f64>,
    /// How many providers count as the top
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub top: u32,
}

#[derive(Debug, Args)]
pub struct ReportArguments {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub only: Only,
    #[command(flatten)]
    pub measures: Measures,
    /// Judge the evaluators' scorecards by the thresholds of this policy file
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Compose the briefing by this template
    #[arg(long, value_enum, default_value_t = TemplateName::Stakeholders, conflicts_with = "briefing")]
    pub template: TemplateName,
    /// The briefing of this file, as the dashboard or --format json writes it
    #[arg(long, value_name = "FILE")]
    pub briefing: Option<PathBuf>,
    /// What to write
    #[arg(long, value_enum, value_delimiter = ',', default_value = "html")]
    pub format: Vec<FormatName>,
    /// Replace these names by codes
    #[arg(long, value_enum, value_delimiter = ',')]
    pub anonymise: Vec<Whom>,
    /// The smallest group of evaluators or providers a breakdown is published for
    #[arg(long, value_name = "N")]
    pub min_group: Option<u32>,
    /// Language of the report, where it is another than that of the messages
    #[arg(long, value_enum)]
    pub lang: Option<Tongue>,
    /// Date of the report, as 2026-11-28; today where not given
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Title of the report
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The words of feedback sheets, as JSON: provider_opening, provider_closing, evaluator_opening, evaluator_closing
    #[arg(long, value_name = "FILE")]
    pub texts: Option<PathBuf>,
    /// Folder to write to; made where it does not exist
    #[arg(short, long, value_name = "FOLDER")]
    pub output: PathBuf,
}

/// A template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TemplateName {
    /// Meeting with stakeholders: eight slides
    Stakeholders,
    /// Training of evaluators
    Training,
    /// Feedback to providers
    Providers,
    /// Annual report across rounds
    Annual,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatName {
    /// A page that opens without a network
    Html,
    /// Slides
    Pptx,
    /// A workbook
    Xlsx,
    /// All answers, with the briefing in them
    Json,
    /// Feedback sheets, as a zip archive of pages
    Sheets,
    /// Feedback sheets as one page, to be printed
    SheetsHtml,
}

/// Whose names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Whom {
    /// Those of the evaluators
    Evaluators,
    /// Those of the providers
    Providers,
}

#[derive(Debug, Args)]
pub struct Analyze {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub only: Only,
    /// Judge the evaluators' scorecards by the thresholds of this policy file
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Write the policy in use to this file, to edit it
    #[arg(long, value_name = "FILE")]
    pub save_policy: Option<PathBuf>,
    #[command(flatten)]
    pub measures: Measures,
    /// Print the whole report as JSON instead of the summary
    #[arg(long)]
    pub json: bool,
    /// Write the whole report as JSON to this file
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub input: Input,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Simulate {
    /// Folder to write to; made where it does not exist
    #[arg(short, long, value_name = "FOLDER")]
    pub output: PathBuf,
    /// About this many scores; the sample data set of the dashboard where not given
    #[arg(long, value_name = "N")]
    pub scores: Option<usize>,
    /// Seed; the same seed gives the same data on every machine
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Language of names and headers
    #[arg(long, value_enum, default_value_t = Tongue::En)]
    pub language: Tongue,
    #[command(flatten)]
    pub effects: Effects,
}

/// What is changed of the programme that is simulated. Sizes are in points of the scale from 0 to 100; evaluators,
/// providers, indicators and rounds are counted from 1.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "What is simulated")]
pub struct Effects {
    /// Rounds
    #[arg(long = "n-rounds", value_name = "N")]
    pub n_rounds: Option<usize>,
    /// Providers
    #[arg(long = "n-providers", value_name = "N")]
    pub n_providers: Option<usize>,
    /// Evaluators active in each round
    #[arg(long = "n-evaluators", value_name = "N")]
    pub n_evaluators: Option<usize>,
    /// Evaluators of a panel
    #[arg(long, value_name = "N")]
    pub panel_size: Option<usize>,
    /// Share of the evaluators replaced from each round to the next
    #[arg(long, value_name = "SHARE")]
    pub turnover: Option<f64>,
    /// Share of the cells that are missing
    #[arg(long, value_name = "SHARE")]
    pub missing: Option<f64>,
    /// Replace the whole pool before this round, which leaves it unlinked; may be repeated
    #[arg(long, value_name = "ROUND")]
    pub unlinked_before: Vec<usize>,
    /// Standard deviation of the evaluators' severities
    #[arg(long, value_name = "SD")]
    pub severity_sd: Option<f64>,
    /// Standard deviation of what the scores of a sheet have in common
    #[arg(long, value_name = "SD")]
    pub halo_sd: Option<f64>,
    /// Standard deviation of the providers' change from round to round
    #[arg(long, value_name = "SD")]
    pub provider_change_sd: Option<f64>,
    /// Everybody becomes harsher by so much every round
    #[arg(long, value_name = "POINTS", allow_negative_numbers = true)]
    pub panel_drift: Option<f64>,
    /// Evaluators are harsher by so much in their first round
    #[arg(long, value_name = "POINTS", allow_negative_numbers = true)]
    pub newcomer_severity: Option<f64>,
    /// What evaluators add for providers of their own affiliation
    #[arg(long, value_name = "POINTS", allow_negative_numbers = true)]
    pub affiliation_leniency: Option<f64>,
    /// Pairs of evaluator and provider with a declared conflict of interest
    #[arg(long, value_name = "N")]
    pub conflicts: Option<usize>,
    /// What evaluators add for providers with a declared conflict of interest
    #[arg(long, value_name = "POINTS", allow_negative_numbers = true)]
    pub conflict_leniency: Option<f64>,
    /// An evaluator who drifts: EVALUATOR:shift:ROUND:POINTS, EVALUATOR:trend:POINTS or EVALUATOR:erratic:SD; given once
    /// or more, it stands in place of those of the sample
    #[arg(long, value_name = "DRIFT")]
    pub drift: Vec<String>,
    /// An evaluator with central tendency (below 1) or extremity (above 1): EVALUATOR:FACTOR
    #[arg(long, value_name = "EVALUATOR:FACTOR")]
    pub centrality: Vec<String>,
    /// An evaluator who favours providers to which it is tied: EVALUATOR:POINTS
    #[arg(long, value_name = "EVALUATOR:POINTS")]
    pub partiality: Vec<String>,
    /// An evaluator with more halo than others: EVALUATOR:SD
    #[arg(long, value_name = "EVALUATOR:SD")]
    pub halo: Vec<String>,
    /// An evaluator who gives one value on all indicators of a share of sheets: EVALUATOR:SHARE
    #[arg(long, value_name = "EVALUATOR:SHARE")]
    pub straight_lining: Vec<String>,
    /// An evaluator who rounds a share of scores to so many steps: EVALUATOR:SHARE:STEPS
    #[arg(long, value_name = "EVALUATOR:SHARE:STEPS")]
    pub rounding: Vec<String>,
    /// An indicator that becomes harder from a round on: INDICATOR:ROUND:POINTS
    #[arg(long, value_name = "INDICATOR:ROUND:POINTS")]
    pub indicator_drift: Vec<String>,
    /// A provider that changes by so much every round: PROVIDER:POINTS; given once or more, it stands in place of those
    /// of the sample
    #[arg(long, value_name = "PROVIDER:POINTS")]
    pub provider_trend: Vec<String>,
}
