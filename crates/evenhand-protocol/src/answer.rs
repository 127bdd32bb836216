use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{
    AgreementAnswer, ConflictsAnswer, DriftReport, EffectsAnswer, EvaluatorsAnswer, FacetsAnswer,
    GeneralizabilityAnswer, IndicatorsAnswer, Marks, OverviewAnswer, ProvidersAnswer, ScorecardPolicy,
    ScorecardsAnswer, StandingAnswer, StructureAnswer, TurnoverAnswer,
};

/// What can be asked of a loaded data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// The three questions side by side.
    Overview,
    /// Are the evaluators consistent, or drifting?
    Evaluators,
    /// Are the indicators reliable?
    Indicators,
    /// Do the providers differ, and have they changed?
    Providers,
    /// How far do the evaluators agree, by every coefficient and part by part? Asked when its section is opened.
    Agreement,
    /// Do the indicators measure one thing, and does each count for what it should? Asked when its section is opened.
    Structure,
    /// What do the scores vary by, and how many evaluators and indicators are enough? Asked when its section is opened.
    Generalizability,
    /// Do evaluators use the scale in ways of their own? Asked when its section is opened.
    Effects,
    /// Where do the providers stand against these marks, how surely, and what would change it? Asked when its section is
    /// opened.
    Standing(Marks),
    /// Did severity move between rounds, how, and what did it do to providers, against these marks? Asked when its section
    /// is opened.
    Drift(Marks),
    /// Who departs where from their usual standard, which scores surprise, and how are the steps of the scale used? Asked
    /// when its section is opened.
    Facets,
    /// Do evaluators score providers to which they are tied differently? Asked when its section is opened.
    Conflicts,
    /// Who came and went, and what did it do to the scores? Asked when its section is opened.
    Turnover,
    /// What should be done about each evaluator under this policy, and why? Asked when its section is opened.
    Scorecards(ScorecardPolicy),
}

impl Question {
    /// All of them; those with marks or a policy with the default ones.
    pub const ALL: [Self; 14] = [
        Self::Overview,
        Self::Evaluators,
        Self::Indicators,
        Self::Providers,
        Self::Agreement,
        Self::Structure,
        Self::Generalizability,
        Self::Effects,
        Self::Standing(Marks::DEFAULT),
        Self::Drift(Marks::DEFAULT),
        Self::Facets,
        Self::Conflicts,
        Self::Turnover,
        Self::Scorecards(ScorecardPolicy::DEFAULT),
    ];
}

/// The answer to a [`Question`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
#[allow(
    clippy::large_enum_variant,
    reason = "answers are made a few at a time and moved, never stored in bulk"
)]
pub enum Answer {
    /// To [`Question::Overview`].
    Overview(OverviewAnswer),
    /// To [`Question::Evaluators`].
    Evaluators(EvaluatorsAnswer),
    /// To [`Question::Indicators`].
    Indicators(IndicatorsAnswer),
    /// To [`Question::Providers`].
    Providers(ProvidersAnswer),
    /// To [`Question::Agreement`].
    Agreement(AgreementAnswer),
    /// To [`Question::Structure`].
    Structure(StructureAnswer),
    /// To [`Question::Generalizability`].
    Generalizability(GeneralizabilityAnswer),
    /// To [`Question::Effects`].
    Effects(EffectsAnswer),
    /// To [`Question::Standing`].
    Standing(StandingAnswer),
    /// To [`Question::Drift`].
    Drift(DriftReport),
    /// To [`Question::Facets`].
    Facets(FacetsAnswer),
    /// To [`Question::Conflicts`].
    Conflicts(ConflictsAnswer),
    /// To [`Question::Turnover`].
    Turnover(TurnoverAnswer),
    /// To [`Question::Scorecards`].
    Scorecards(ScorecardsAnswer),
}

/// The answer to one question, taken out of those to all.
pub trait OneAnswer: Sized + 'static {
    /// The answer, where it is one to this question.
    fn of(answer: &Answer) -> Option<&Self>;
}

macro_rules! one_answer {
    ($($question:ident: $answer:ty),+ $(,)?) => {
        $(impl OneAnswer for $answer {
            fn of(answer: &Answer) -> Option<&Self> {
                if let Answer::$question(answer) = answer { Some(answer) } else { None }
            }
        })+
    };
}

one_answer! {
    Overview: OverviewAnswer,
    Evaluators: EvaluatorsAnswer,
    Indicators: IndicatorsAnswer,
    Providers: ProvidersAnswer,
    Agreement: AgreementAnswer,
    Structure: StructureAnswer,
    Generalizability: GeneralizabilityAnswer,
    Effects: EffectsAnswer,
    Standing: StandingAnswer,
    Drift: DriftReport,
    Facets: FacetsAnswer,
    Conflicts: ConflictsAnswer,
    Turnover: TurnoverAnswer,
    Scorecards: ScorecardsAnswer,
}
