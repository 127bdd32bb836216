//! What can stop the command, and the exit code for it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use evenhand_protocol::{Failure as EngineFailure, LoadError, MappingMismatch, MarkError};
use evenhand_words::Language;

/// Why the command stopped.
#[derive(Debug)]
pub enum Failure {
    /// A file could not be read or written.
    Io {
        /// `read` or `write`.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A `--map` entry is not `FIELD=COLUMN`, or no file has the column.
    Map(String),
    /// No file has a sheet of this name.
    Sheet(String),
    /// The mapping file does not fit the files.
    Mapping(Language, MappingMismatch),
    /// The mapping file is none.
    MappingFile(PathBuf, serde_json::Error),
    /// The policy file is none.
    Policy(PathBuf, serde_json::Error),
    /// The policy file is of another version.
    PolicyVersion(PathBuf, u32),
    /// The briefing file is none.
    Briefing(PathBuf, serde_json::Error),
    /// The briefing file is of another version.
    BriefingVersion(PathBuf, u32),
    /// The file of words of feedback sheets is none.
    Texts(PathBuf, serde_json::Error),
    /// The date of the report is none.
    Date(String),
    /// An effect to simulate is not written as it should be.
    Effect(String),
    /// A pass mark, a grade band or the top cannot be what was asked for.
    Marks(Language, MarkError),
    /// The data were refused.
    Load(Language, Box<LoadError>),
    /// The engine has no answer.
    Engine(Language, Box<EngineFailure>),
    /// The simulation's settings are impossible.
    Simulation(evenhand_simulate::SimulationError),
    /// A report could not be written as JSON.
    Json(serde_json::Error),
}

impl Failure {
    /// An error of reading or writing a file.
    pub fn io(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::Io { what, path: path.to_owned(), error }
    }

    /// 1 where the data are at fault, 2 where the command is.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Load(..) | Self::Engine(..) => ExitCode::from(1),
            _ => ExitCode::from(2),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { what, path, error } => write!(f, "cannot {what} {}: {error}", path.display()),
            Self::Map(entry) => write!(f, "{entry}"),
            Self::Sheet(name) => write!(f, "--sheet {name}: no file has a sheet of this name"),
            Self::Mapping(language, mismatch) => {
                f.write_str(&evenhand_words::mapping_mismatch(*language, mismatch))
            }
            Self::MappingFile(path, error) => {
                write!(f, "{} is no mapping file: {error}", path.display())
            }
            Self::Policy(path, error) => write!(f, "{} is no policy file: {error}", path.display()),
            Self::PolicyVersion(path, found) => {
                let known = evenhand_protocol::ScorecardPolicyFile::VERSION;
                write!(f, "{} is a policy file of version {found}, expected {known}", path.display())
            }
            Self::Briefing(path, error) => write!(f, "{} is no briefing: {error}", path.display()),
            Self::BriefingVersion(path, found) => {
                let known = evenhand_protocol::BRIEFING_VERSION;
                write!(f, "{} is a briefing of version {found}, expected {known}", path.display())
            }
            Self::Texts(path, error) => write!(f, "{} holds no words of sheets: {error}", path.display()),
            Self::Date(text) => write!(f, "--date {text}: expected a date as in 2026-11-28"),
            Self::Effect(text) => write!(f, "{text}: not an effect that can be simulated; see --help"),
            Self::Marks(language, error) => f.write_str(&evenhand_words::mark_error(*language, error)),
            Self::Load(language, error) => {
                let sentence = evenhand_words::problem(*language, &error.problem);
                write!(f, "{sentence}\n{}", language.words().cli.stopped)
            }
            Self::Engine(language, failure) => f.write_str(&evenhand_words::failure(*language, failure)),
            Self::Simulation(error) => write!(f, "{error}"),
            Self::Json(error) => write!(f, "cannot write JSON: {error}"),
        }
    }
}
