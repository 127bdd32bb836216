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

#[derive(Debug, Args)]
pub struct Analyze {
    #[command(flatten)]
    pub input: Input,
    /// Only this round; may be repeated
    #[arg(long = "round", value_name = "ID")]
    pub only_rounds: Vec<String>,
    /// Only providers of this category; may be repeated
    #[arg(long = "category", value_name = "NAME")]
    pub only_categories: Vec<String>,
    /// Pass mark, in points of 100
    #[arg(long, value_name = "MARK", default_value_t = 60.0)]
    pub pass: f64,
    /// Where the second to the fifth grade band begin, in points of 100
    #[arg(long, value_name = "MARKS", value_delimiter = ',', default_value = "60,70,80,90")]
    pub bands: Vec<f64>,
    /// How many providers count as the top
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub top: u32,
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
}
