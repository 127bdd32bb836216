use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{
    AgreementAnswer, Answer, Briefing, ConflictsAnswer, DriftReport, EffectsAnswer, EvaluatorsAnswer,
    FacetsAnswer, Filter, GeneralizabilityAnswer, IndicatorsAnswer, Loaded, Marks, OverviewAnswer,
    ProvidersAnswer, Question, ScorecardPolicy, ScorecardsAnswer, StandingAnswer, StructureAnswer,
    TurnoverAnswer,
};

/// Version of the report format; raised when a field changes its meaning or goes away.
pub const REPORT_VERSION: u32 = 3;

/// Everything `evenhand analyze --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// [`REPORT_VERSION`].
    pub version: u32,
    /// Version of Evenhand that made it.
    pub evenhand: String,
    /// Data set and data quality.
    pub loaded: Loaded,
    /// The part of the data set the answers are about.
    pub filter: Filter,
    /// The three questions side by side.
    pub overview: OverviewAnswer,
    /// Evaluators.
    pub evaluators: EvaluatorsAnswer,
    /// Indicators.
    pub indicators: IndicatorsAnswer,
    /// Providers.
    pub providers: ProvidersAnswer,
    /// Agreement in detail.
    pub agreement: AgreementAnswer,
    /// Structure of the indicators.
    pub structure: StructureAnswer,
    /// Variance components and how many evaluators and indicators are enough.
    pub generalizability: GeneralizabilityAnswer,
    /// Rating effects of the evaluators.
    pub effects: EffectsAnswer,
    /// Standing of the providers against the default marks.
    pub standing: StandingAnswer,
    /// Drift of severity between rounds, and what it did.
    pub drift: DriftReport,
    /// Interactions, unexpected scores and categories.
    pub facets: FacetsAnswer,
    /// Scores of providers to which evaluators are tied.
    pub conflicts: ConflictsAnswer,
    /// Turnover of the panels, and what changes between rounds are made of.
    pub turnover: TurnoverAnswer,
    /// What is advised about each evaluator under the policy asked for.
    pub scorecards: ScorecardsAnswer,
    /// What a reader pinned of it, in a report that `evenhand report` or the dashboard wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub briefing: Option<Briefing>,
}

/// So many bytes of a file tell whether it is a report.
const TELLING: usize = 256;

impl Report {
    /// Whether a file that begins like this is a report, and not a table of scores as JSON.
    pub fn looks_like(head: &[u8]) -> bool {
        let head = String::from_utf8_lossy(&head[..head.len().min(TELLING)]);
        let head = head.trim_start_matches('\u{feff}').trim_start();
        head.starts_with('{') && head.contains("\"evenhand\"") && head.contains("\"version\"")
    }

    /// What it measures the providers by.
    pub fn marks(&self) -> Marks {
        self.standing.marks
    }

    /// What it judges the evaluators by.
    pub fn policy(&self) -> ScorecardPolicy {
        self.scorecards.policy
    }

    /// Its answer to a question about its part of the data; none to one with other marks or another policy.
    pub fn answer(&self, question: Question) -> Option<Answer> {
        Some(match question {
            Question::Overview => Answer::Overview(self.overview.clone()),
            Question::Evaluators => Answer::Evaluators(self.evaluators.clone()),
            Question::Indicators => Answer::Indicators(self.indicators.clone()),
            Question::Providers => Answer::Providers(self.providers.clone()),
            Question::Agreement => Answer::Agreement(self.agreement.clone()),
            Question::Structure => Answer::Structure(self.structure.clone()),
            Question::Generalizability => Answer::Generalizability(self.generalizability.clone()),
            Question::Effects => Answer::Effects(self.effects.clone()),
            Question::Standing(marks) if marks == self.marks() => Answer::Standing(self.standing.clone()),
            Question::Drift(marks) if marks == self.marks() => Answer::Drift(self.drift.clone()),
            Question::Facets => Answer::Facets(self.facets.clone()),
            Question::Conflicts => Answer::Conflicts(self.conflicts.clone()),
            Question::Turnover => Answer::Turnover(self.turnover.clone()),
            Question::Scorecards(policy) if policy == self.policy() => {
                Answer::Scorecards(self.scorecards.clone())
            }
            Question::Standing(_) | Question::Drift(_) | Question::Scorecards(_) => return None,
        })
    }

    /// What the page is told of it when it is opened.
    pub fn opened(&self) -> Opened {
        Opened {
            loaded: self.loaded.clone(),
            filter: self.filter.clone(),
            marks: self.marks(),
            policy: self.policy(),
            briefing: self.briefing.clone(),
        }
    }
}

/// A report that was opened in place of scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Opened {
    /// Data set and data quality.
    pub loaded: Loaded,
    /// The part of the data set that it is about.
    pub filter: Filter,
    /// What it measures the providers by.
    pub marks: Marks,
    /// What it judges the evaluators by.
    pub policy: ScorecardPolicy,
    /// What was pinned of it.
    pub briefing: Option<Briefing>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_told_from_a_table() {
        assert!(Report::looks_like(br#"{"version":3,"evenhand":"0.1.0","loaded":{"#));
        assert!(Report::looks_like(b"\xef\xbb\xbf{\n  \"version\": 3,\n  \"evenhand\": \"0.1.0\","));
        for other in [&b"[{\"round\":1}]"[..], b"{\"round\":[1,2]}", b"", b"evenhand,version\n1,2\n"] {
            assert!(!Report::looks_like(other));
        }
    }
}
