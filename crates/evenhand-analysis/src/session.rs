use std::ops::ControlFlow;

use evenhand_protocol::{
    AgreementAnswer, Answer, ConflictsAnswer, DriftReport, EffectsAnswer, EvaluatorsAnswer, FacetsAnswer,
    Failure, Filter, GeneralizabilityAnswer, IndicatorsAnswer, Marks, OverviewAnswer, ProvidersAnswer,
    Question, Reason, ScorecardsAnswer, StandingAnswer, StructureAnswer, TurnoverAnswer,
};
use evenhand_table::{ScoreTable, Selection};

use crate::drift::{DriftWork, remarked};
use crate::facets::told as facets;
use crate::fitted::Fitted;
use crate::progress::{Cancelled, Listener, Progress};
use crate::providers::Unmarked;
use crate::rasch::Measured;
use crate::scorecards::{ScorecardSources, Unjudged};
use crate::{
    Design, agreement, conflicts, drift, effects, evaluators, generalizability, indicators, overview,
    providers, structure, turnover,
};

/// How many filters' answers are remembered.
const REMEMBERED: usize = 16;

/// A loaded table and the answers given about it.
///
/// An answer is computed once per question and filter; the oldest filter is forgotten when there are too many.
#[derive(Debug)]
pub struct Session {
    table: ScoreTable,
    /// The part of the table that the latest filter by dimension, source or group left, and that filter.
    part: Option<(Filter, ScoreTable)>,
    answers: Vec<(Filter, Answers)>,
    /// The Rasch model of the selection it was fitted to last; one is as large as the table.
    measured: Option<(Filter, Result<Measured, Reason>)>,
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
    /// Against the marks asked for last.
    drift: Option<(Marks, DriftReport)>,
    /// The answer about drift, half done.
    drift_work: Option<DriftWork>,
    facets: Option<FacetsAnswer>,
    conflicts: Option<ConflictsAnswer>,
    turnover: Option<TurnoverAnswer>,
    /// What of the scorecards does not depend on a policy.
    unjudged: Option<Unjudged>,
    /// Under the policy asked for last.
    scorecards: Option<ScorecardsAnswer>,
    /// Models that several of these rest on; the Rasch model has a place of its own.
    fitted: Fitted,
}

/// Whether a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Computed {
    /// Yes.
    Wholly,
    /// No; it is to be computed again, from where it is.
    Partly,
}

impl Session {
    /// A session about a table.
    pub fn new(table: ScoreTable) -> Self {
        Self { table, part: None, answers: Vec::new(), measured: None }
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
            Question::Drift(_) => vec![Question::Evaluators, question],
            Question::Turnover => vec![Question::Evaluators, Question::Turnover],
            Question::Scorecards(_) => vec![
                Question::Evaluators,
                Question::Effects,
                Question::Conflicts,
                Question::Drift(Marks::DEFAULT),
                question,
            ],
            single => vec![single],
        }
    }

    /// Answers a question about the part of the table that passes the filter.
    ///
    /// # Errors
    /// [`Failure::UnknownInFilter`] and [`Failure::Undefined`] where the filter lets nothing pass.
    pub fn ask(&mut self, question: Question, filter: &Filter) -> Result<Answer, Failure> {
        for step in Self::steps(question) {
            while self.compute(step, filter, &mut |_| ControlFlow::Continue(()))? == Computed::Partly {}
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
            Question::Drift(_) => answers.drift.clone().map(|(_, report)| Answer::Drift(report)),
            Question::Facets => answers.facets.clone().map(Answer::Facets),
            Question::Conflicts => answers.conflicts.clone().map(Answer::Conflicts),
            Question::Turnover => answers.turnover.clone().map(Answer::Turnover),
            Question::Scorecards(_) => answers.scorecards.clone().map(Answer::Scorecards),
        };
        answer.ok_or(Failure::Undefined(Reason::NothingSelected))
    }

    /// Computes one step, or a stretch of it, and remembers what came of it.
    ///
    /// `listener` hears how far the step is and may end it; one that is ended goes on from where it was when it is computed
    /// again.
    ///
    /// # Errors
    /// As [`Session::ask`], and [`Failure::Cancelled`].
    pub fn compute(
        &mut self,
        step: Question,
        filter: &Filter,
        listener: &mut Listener<'_>,
    ) -> Result<Computed, Failure> {
        if self.answers.iter().any(|(known, answers)| known == filter && answers.has(step)) {
            return Ok(Computed::Wholly);
        }
        self.table
            .check_filter(filter)
            .map_err(|error| Failure::UnknownInFilter { field: error.field, found: error.found })?;
        let part = filter.within_units();
        if self.part.as_ref().is_none_or(|(known, _)| *known != part) {
            self.part = self.table.part(filter).map(|table| (part, table));
        }
        let table = self.part.as_ref().map_or(&self.table, |(_, table)| table);
        let design = Design::new(&Selection::new(table, filter)).map_err(Failure::Undefined)?;
        // Only a filter that selects something is worth remembering.
        let answers = entry(&mut self.answers, filter);
        let mut fitted = std::mem::take(&mut answers.fitted);
        if let Some((_, measured)) = self.measured.take_if(|(known, _)| known == filter) {
            fitted.measured = measured.into();
        }
        let design = design.with_fitted(fitted);
        let computed = answers.compute(step, &design, listener);
        answers.fitted = design.into_fitted();
        if let Some(measured) = answers.fitted.measured.take() {
            self.measured = Some((filter.clone(), measured));
        }
        computed.map_err(|Cancelled| Failure::Cancelled)
    }
}

impl Answers {
    fn compute(
        &mut self,
        step: Question,
        design: &Design,
        listener: &mut Listener<'_>,
    ) -> Result<Computed, Cancelled> {
        match step {
            Question::Evaluators => self.evaluators = Some(evaluators(design)),
            Question::Indicators => self.indicators = Some(indicators(design)),
            Question::Providers => self.providers = Some(providers(design)),
            Question::Agreement => self.agreement = Some(agreement(design)),
            Question::Structure => self.structure = Some(structure(design)),
            Question::Generalizability => self.generalizability = Some(generalizability(design)),
            Question::Effects => self.effects = Some(effects(design)),
            Question::Standing(marks) => {
                let unmarked = self.unmarked.get_or_insert_with(|| Unmarked::new(design));
                self.standing = Some(unmarked.against(marks));
            }
            Question::Drift(marks) => return self.compute_drift(design, marks, listener),
            Question::Facets => self.facets = Some(facets(design, &mut Progress::whole(listener))?),
            Question::Conflicts => self.conflicts = Some(conflicts(design)),
            Question::Turnover => self.turnover = Some(turnover(design)),
            Question::Scorecards(policy) => {
                let unjudged = match self.unjudged.take() {
                    Some(unjudged) => unjudged,
                    None => self.unjudged(design),
                };
                self.scorecards = Some(unjudged.under(policy));
                self.unjudged = Some(unjudged);
            }
            Question::Overview => {
                let evaluators = self.evaluators.get_or_insert_with(|| evaluators(design));
                let indicators = self.indicators.get_or_insert_with(|| indicators(design));
                let providers = self.providers.get_or_insert_with(|| providers(design));
                self.overview = Some(overview(design, evaluators, indicators, providers));
            }
        }
        Ok(Computed::Wholly)
    }

    /// The facts behind the scorecards, from the other answers.
    fn unjudged(&mut self, design: &Design) -> Unjudged {
        let at_default = || (Marks::DEFAULT, drift(design, Marks::DEFAULT));
        Unjudged::new(
            design,
            &ScorecardSources {
                evaluators: self.evaluators.get_or_insert_with(|| evaluators(design)),
                effects: self.effects.get_or_insert_with(|| effects(design)),
                drift: &self.drift.get_or_insert_with(at_default).1,
                conflicts: self.conflicts.get_or_insert_with(|| conflicts(design)),
            },
        )
    }

    fn compute_drift(
        &mut self,
        design: &Design,
        marks: Marks,
        listener: &mut Listener<'_>,
    ) -> Result<Computed, Cancelled> {
        if let Some((_, report)) = self.drift.take() {
            self.drift = Some((marks, remarked(design, report, marks)));
            return Ok(Computed::Wholly);
        }
        let work = self.drift_work.get_or_insert_with(|| DriftWork::new(design));
        let Some(report) = work.advance(design, marks, listener)? else { return Ok(Computed::Partly) };
        self.drift = Some((marks, report));
        self.drift_work = None;
        Ok(Computed::Wholly)
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
            Question::Drift(marks) => self.drift.as_ref().is_some_and(|(known, _)| *known == marks),
            Question::Facets => self.facets.is_some(),
            Question::Conflicts => self.conflicts.is_some(),
            Question::Turnover => self.turnover.is_some(),
            Question::Scorecards(policy) => {
                self.scorecards.as_ref().is_some_and(|found| found.policy == policy.ordered())
            }
        }
    }
}
