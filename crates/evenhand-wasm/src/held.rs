use evenhand_analysis::{Computed, Listener, Session};
use evenhand_protocol::{Answer, Failure, Filter, Question};
use evenhand_report::SavedReport;

/// What questions are answered from.
#[derive(Debug)]
pub enum Held {
    /// Scores.
    Scores(Box<Session>),
    /// A report that was written before, without its scores.
    Report(Box<SavedReport>),
}

impl Held {
    /// The scores.
    ///
    /// # Errors
    /// [`Failure::ReportOnly`] where there are none.
    pub fn session(&self) -> Result<&Session, Failure> {
        match self {
            Self::Scores(session) => Ok(session),
            Self::Report(_) => Err(Failure::ReportOnly),
        }
    }

    /// Computes one step of an answer, or a stretch of it; those of a report are there.
    ///
    /// # Errors
    /// Those of [`Session::compute`].
    pub fn compute(
        &mut self,
        step: Question,
        filter: &Filter,
        listener: &mut Listener<'_>,
    ) -> Result<Computed, Failure> {
        match self {
            Self::Scores(session) => session.compute(step, filter, listener),
            Self::Report(_) => Ok(Computed::Wholly),
        }
    }

    /// Answers a question.
    ///
    /// # Errors
    /// Those of [`Session::ask`]; [`Failure::ReportOnly`] where a report was not asked it.
    pub fn ask(&mut self, question: Question, filter: &Filter) -> Result<Answer, Failure> {
        match self {
            Self::Scores(session) => session.ask(question, filter),
            Self::Report(report) => report.ask(question, filter),
        }
    }
}
