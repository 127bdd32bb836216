//! A saved report in place of a data set.

use evenhand_protocol::{Anonymise, Answer, Failure, Filter, Question, REPORT_VERSION, Report};
use serde::Deserialize;

use crate::answers::{Answers, Asking};

/// A report that was read again, and answers what is in it.
#[derive(Debug, Clone)]
pub struct SavedReport {
    /// The report.
    pub report: Report,
}

/// The only part of a report that its reader must know whatever its version.
#[derive(Deserialize)]
struct Version {
    version: Option<u32>,
}

impl SavedReport {
    /// Reads a report.
    ///
    /// # Errors
    /// [`Failure::BadReport`] where the file is none, or one of another version.
    pub fn read(bytes: &[u8]) -> Result<Self, Failure> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let version = serde_json::from_slice(bytes).ok().and_then(|said: Version| said.version);
        if version.is_some_and(|version| version != REPORT_VERSION) {
            return Err(Failure::BadReport { version });
        }
        let report = serde_json::from_slice(bytes).map_err(|_| Failure::BadReport { version: None })?;
        Ok(Self { report })
    }

    /// Whether it can be shown with these names left out: only where they were left out when it was written.
    ///
    /// # Errors
    /// [`Failure::ReportOnly`].
    pub fn check(&self, whose: Anonymise) -> Result<(), Failure> {
        let written = self.report.briefing.as_ref().map_or(Anonymise::default(), |found| found.anonymise);
        if whose == written || !whose.any() { Ok(()) } else { Err(Failure::ReportOnly) }
    }

    /// The answer to a question about the part of the data set that the report is about.
    ///
    /// # Errors
    /// [`Failure::ReportOnly`] for another part, and for other marks or another policy.
    pub fn ask(&self, question: Question, filter: &Filter) -> Result<Answer, Failure> {
        if *filter != self.report.filter {
            return Err(Failure::ReportOnly);
        }
        self.report.answer(question).ok_or(Failure::ReportOnly)
    }

    /// The answers to several questions at once, and why there is none where there is none.
    pub fn answers(&self, needed: Vec<Asking>) -> Answers {
        let mut answers = Answers::new();
        for asking in needed {
            let answer = self.ask(asking.question, &asking.filter);
            answers.insert(asking, answer);
        }
        answers
    }
}
