use evenhand_protocol::{
    AgreementAnswer, Answer, DriftReport, EffectsAnswer, EvaluatorsAnswer, Failure, Filter,
    GeneralizabilityAnswer, IndicatorsAnswer, OverviewAnswer, ProvidersAnswer, Question, Reason,
    StandingAnswer, StructureAnswer,
};
use evenhand_table::{ScoreTable, Selection};

use crate::fitted::Fitted;
use crate::providers::Unmarked;
use crate::{
    Design, agreement, drift, effects, evaluators, generalizability, indicators, overview, providers,
    structure,
};

/// How many filters' answers are remembered.
const REMEMBERED: usize = 16;

/// A loaded table and the answers given about it.
///
/// An answer is computed once per question and filter; the oldest filter is forgotten when there are too many.
#[derive(Debug)]
pub struct Session {
    table: ScoreTable,
    answers: Vec<(Filter, Answers)>,
}

#[derive(Debug, Default)]
struct Answers {
    overview: Option<OverviewAnswer>,
    evaluators: Option<EvaluatorsAnswer>,
    indicators: Option<IndicatorsAnswer>,
    providers: Option<ProvidersAnswer>,
    agreement: Option<AgreementAnswer>,
    structure: Option<StructureAnswer>,
    generalizability: Option<GeneralizabilityAnswer>,
    effects: Option<EffectsAnswer>,
    /// What of the standing does not depend on marks.
    unmarked: Option<Unmarked>,
    /// Against the marks asked for last.
    standing: Option<StandingAnswer>,
    drift: Option<DriftReport>,
    /// Models that several of these rest on.
    fitted: Fitted,
}

impl Session {
    /// A session about a table.
    pub fn new(table: ScoreTable) -> Self {
        Self { table, answers: Vec::new() }
    }

    /// The table.
    pub fn table(&self) -> &ScoreTable {
        &self.table
    }

    /// The questions that have to be computed, in order, before `question` can be answered: itself last.
    /// A caller that must stay responsive computes them one by one.
    pub fn steps(question: Question) -> Vec<Question> {
        match question {
            Question::Overview => {
                vec![Question::Evaluators, Question::Indicators, Question::Providers, Question::Overview]
            }
            // The evaluators' answer brings the model of drift along.
            Question::Drift => vec![Question::Evaluators, Question::Drift],
            single => vec![single],
        }
    }

    /// Answers a question about the part of the table that passes the filter.
    ///
    /// # Errors
    /// [`Failure::UnknownInFilter`] and [`Failure::Undefined`] where the filter lets nothing pass.
    pub fn ask(&mut self, question: Question, filter: &Filter) -> Result<Answer, Failure> {
        for step in Self::steps(question) {
            self.compute(step, filter)?;
        }
        let answers = entry(&mut self.answers, filter);
        let answer = match question {
            Question::Overview => answers.overview.clone().map(Answer::Overview),
            Question::Evaluators => answers.evaluators.clone().map(Answer::Evaluators),
            Question::Indicators => answers.indicators.clone().map(Answer::Indicators),
            Question::Providers => answers.providers.clone().map(Answer::Providers),
            Question::Agreement => answers.agreement.clone().map(Answer::Agreement),
            Question::Structure => answers.structure.clone().map(Answer::Structure),
            Question::Generalizability => answers.generalizability.clone().map(Answer::Generalizability),
            Question::Effects => answers.effects.clone().map(Answer::Effects),
            Question::Standing(_) => answers.standing.clone().map(Answer::Standing),
            Question::Drift => answers.drift.clone().map(Answer::Drift),
        };
        answer.ok_or(Failure::Undefined(Reason::NothingSelected))
    }

    /// Computes one step and remembers it.
    ///
    /// # Errors
    /// As [`Session::ask`].
    pub fn compute(&mut self, step: Question, filter: &Filter) -> Result<(), Failure> {
        if self.answers.iter().any(|(known, answers)| known == filter && answers.has(step)) {
            return Ok(());
        }
        let selection = Selection::new(&self.table, filter)
            .map_err(|error| Failure::UnknownInFilter { kind: error.kind, found: error.found })?;
        let design = Design::new(&selection).map_err(Failure::Undefined)?;
        // Only a filter that selects something is worth remembering.
        let answers = entry(&mut self.answers, filter);
        let design = design.with_fitted(std::mem::take(&mut answers.fitted));
        match step {
            Question::Evaluators => answers.evaluators = Some(evaluators(&design)),
            Question::Indicators => answers.indicators = Some(indicators(&design)),
            Question::Providers => answers.providers = Some(providers(&design)),
            Question::Agreement => answers.agreement = Some(agreement(&design)),
            Question::Structure => answers.structure = Some(structure(&design)),
            Question::Generalizability => answers.generalizability = Some(generalizability(&design)),
            Question::Effects => answers.effects = Some(effects(&design)),
            Question::Standing(marks) => {
                let unmarked = answers.unmarked.get_or_insert_with(|| Unmarked::new(&design));
                answers.standing = Some(unmarked.against(marks));
            }
            Question::Drift => answers.drift = Some(drift(&design)),
            Question::Overview => {
                let evaluators = answers.evaluators.get_or_insert_with(|| evaluators(&design));
                let indicators = answers.indicators.get_or_insert_with(|| indicators(&design));
                let providers = answers.providers.get_or_insert_with(|| providers(&design));
                answers.overview = Some(overview(&design, evaluators, indicators, providers));
            }
        }
        answers.fitted = design.into_fitted();
        Ok(())
    }
}

fn entry<'a>(all: &'a mut Vec<(Filter, Answers)>, filter: &Filter) -> &'a mut Answers {
    let index = match all.iter().position(|(known, _)| known == filter) {
        Some(index) => index,
        None => {
            if all.len() >= REMEMBERED {
                all.remove(0);
            }
            all.push((filter.clone(), Answers::default()));
            all.len() - 1
        }
    };
    &mut all[index].1
}

impl Answers {
    fn has(&self, question: Question) -> bool {
        match question {
            Question::Overview => self.overview.is_some(),
            Question::Evaluators => self.evaluators.is_some(),
            Question::Indicators => self.indicators.is_some(),
            Question::Providers => self.providers.is_some(),
            Question::Agreement => self.agreement.is_some(),
            Question::Structure => self.structure.is_some(),
            Question::Generalizability => self.generalizability.is_some(),
            Question::Effects => self.effects.is_some(),
            Question::Standing(marks) => {
                self.standing.as_ref().is_some_and(|standing| standing.marks == marks.ordered())
            }
            Question::Drift => self.drift.is_some(),
        }
    }
}
