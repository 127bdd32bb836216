//! A saved report in place of a data set.

use evenhand_protocol::{Anonymise, Answer, Failure, Filter, Question, REPORT_VERSION, Report};

use crate::answers::{Answers, Asking};

/// A report that was read again, and answers what is in it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The report.
    pub report: Report,
}

impl Opened {
    /// Reads a report.
    ///
    /// # Errors
    /// [`Failure::NoReport`] where the text is none, or one of another version.
    pub fn read(text: &str) -> Result<Self, Failure> {
        let report: Report = serde_json::from_str(text).map_err(|_| Failure::NoReport)?;
        if report.version == REPORT_VERSION { Ok(Self { report }) } else { Err(Failure::NoReport) }
    }

    /// Whether it can be shown with these names left out: only where they were left out when it was written.
    ///
    /// # Errors
    /// [`Failure::OnlyReport`].
    pub fn check(&self, whose: Anonymise) -> Result<(), Failure> {
        let written = self.report.briefing.as_ref().map_or(Anonymise::default(), |found| found.anonymise);
        if whose == written || !whose.any() { Ok(()) } else { Err(Failure::OnlyReport) }
    }

    /// The answer to a question about the part of the data set that the report is about.
    ///
    /// # Errors
    /// [`Failure::OnlyReport`] for another part, and for other marks or another policy.
    pub fn ask(&self, question: Question, filter: &Filter) -> Result<Answer, Failure> {
        let report = &self.report;
        if *filter != report.filter {
            return Err(Failure::OnlyReport);
        }
        let answer = match question {
            Question::Overview => Answer::Overview(report.overview.clone()),
            Question::Evaluators => Answer::Evaluators(report.evaluators.clone()),
            Question::Indicators => Answer::Indicators(report.indicators.clone()),
            Question::Providers => Answer::Providers(report.providers.clone()),
            Question::Agreement => Answer::Agreement(report.agreement.clone()),
            Question::Structure => Answer::Structure(report.structure.clone()),
            Question::Generalizability => Answer::Generalizability(report.generalizability.clone()),
            Question::Effects => Answer::Effects(report.effects.clone()),
            Question::Facets => Answer::Facets(report.facets.clone()),
            Question::Conflicts => Answer::Conflicts(report.conflicts.clone()),
            Question::Turnover => Answer::Turnover(report.turnover.clone()),
            Question::Standing(marks) | Question::Drift(marks)
                if marks.ordered() != report.standing.marks.ordered() =>
            {
                return Err(Failure::OnlyReport);
            }
            Question::Standing(_) => Answer::Standing(report.standing.clone()),
            Question::Drift(_) => Answer::Drift(report.drift.clone()),
            Question::Scorecards(policy) if policy.ordered() != report.scorecards.policy.ordered() => {
                return Err(Failure::OnlyReport);
            }
            Question::Scorecards(_) => Answer::Scorecards(report.scorecards.clone()),
        };
        Ok(answer)
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
