//! What can go wrong in a task, with the place and the way out.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The result of a task or of a part of one.
pub type Result<T> = std::result::Result<T, Failure>;

/// Why a task stopped.
#[derive(Debug)]
pub enum Failure {
    /// A file or folder could not be read or written.
    Io {
        /// What was being done: "read", "write", "create".
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// A program could not be started.
    NotStarted {
        /// The command line.
        command: String,
        /// The system's answer.
        source: io::Error,
    },
    /// A program ended with an error, which it has printed itself.
    Command {
        /// The command line.
        command: String,
        /// Its exit code, when it has one.
        code: Option<i32>,
    },
    /// A program printed nothing for too long and was ended.
    Silent {
        /// The command line.
        command: String,
        /// How long it was waited for.
        seconds: u64,
    },
    /// Something the task needs is not there.
    Missing {
        /// What is missing.
        what: String,
        /// How to get it.
        hint: String,
    },
    /// Anything else, in a sentence.
    Other(String),
}

impl Failure {
    /// An input or output error on `path` while doing `action`.
    pub fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::Io { action, path, source }
    }

    /// Something missing and how to get it.
    pub fn missing(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Missing { what: what.into(), hint: hint.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { action, path, source } => write!(f, "cannot {action} {}: {source}", path.display()),
            Self::NotStarted { command, source } => write!(f, "cannot start `{command}`: {source}"),
            Self::Command { command, code: Some(code) } => {
                write!(f, "`{command}` failed with exit code {code}")
            }
            Self::Command { command, code: None } => write!(f, "`{command}` was stopped by a signal"),
            Self::Silent { command, seconds } => {
                write!(f, "`{command}` printed nothing for {seconds} s and was ended")
            }
            Self::Missing { what, hint } => write!(f, "{what}\n       {hint}"),
            Self::Other(sentence) => f.write_str(sentence),
        }
    }
}

impl std::error::Error for Failure {}
