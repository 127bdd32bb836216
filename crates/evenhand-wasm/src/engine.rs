use evenhand_analysis::{Computed, Listener, Session};
use evenhand_data::{Inspection, LoadedTable, Loader, ProblemList, load, plan_for};
use evenhand_protocol::{
    Answer, Failure, Filter, LoadPlan, Loaded, ProblemCode, ProblemPage, Question, SampleLanguage, ScoreRow,
};
use evenhand_report::{Answers, Asking};
use evenhand_simulate::{Language, sample_programme};

/// The engine without any JavaScript: a loaded data set and the answers about it.
#[derive(Debug, Default)]
pub struct Engine {
    session: Option<Session>,
    /// What was said about the data set when it was loaded.
    loaded: Option<Loaded>,
    problems: ProblemList,
}

impl Engine {
    /// A step-by-step loader for a plan.
    ///
    /// # Errors
    /// [`Failure::Load`] where the plan is incomplete.
    pub fn loader(name: &str, plan: &LoadPlan) -> Result<Loader, Failure> {
        Loader::new(name, plan).map_err(Failure::Load)
    }

    /// Takes over a loaded data set; only now is the former one gone.
    pub fn replace(&mut self, loaded: LoadedTable) -> Loaded {
        self.session = Some(Session::new(loaded.table));
        self.problems = loaded.problems;
        self.loaded = Some(loaded.loaded.clone());
        loaded.loaded
    }

    /// The simulated sample, by the same way as any file.
    ///
    /// # Errors
    /// [`Failure::Load`], should the sample be broken.
    pub fn sample(language: SampleLanguage) -> Result<LoadedTable, Failure> {
        let (language, name) = match language {
            SampleLanguage::English => (Language::English, "Sample: municipal programme"),
            SampleLanguage::Chinese => (Language::Chinese, "示例：市级项目"),
        };
        let files = sample_programme(language).files();
        let mut inspection = Inspection::default();
        for file in &files {
            inspection.add_head(&file.name, file.text.len() as u64, head(file.text.as_bytes()));
        }
        let plan = plan_for(&inspection.finish()).map_err(Failure::Load)?;
        let bytes = files.into_iter().map(|file| file.text.into_bytes()).collect();
        load(name, &plan, bytes).map_err(Failure::Load)
    }

    /// Some consecutive instances of a kind of problem of the loaded data set.
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`].
    pub fn problems(&self, code: ProblemCode, from: u32, count: u32) -> Result<ProblemPage, Failure> {
        self.session.as_ref().ok_or(Failure::NothingLoaded)?;
        Ok(self.problems.page(code, from, count))
    }

    /// Some consecutive scores of the loaded data set, in the order of its table.
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`].
    pub fn scores(&self, from: u32, count: u32) -> Result<Vec<ScoreRow>, Failure> {
        let table = self.session.as_ref().ok_or(Failure::NothingLoaded)?.table();
        Ok((from..from.saturating_add(count)).map_while(|row| table.row(row as usize)).collect())
    }

    /// Computes one step of an answer, or a stretch of it; see [`Session::steps`] and [`Session::compute`].
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`] and those of [`Session::compute`].
    pub fn compute(
        &mut self,
        step: Question,
        filter: &Filter,
        listener: &mut Listener<'_>,
    ) -> Result<Computed, Failure> {
        self.session.as_mut().ok_or(Failure::NothingLoaded)?.compute(step, filter, listener)
    }

    /// What is loaded.
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`].
    pub fn loaded(&self) -> Result<&Loaded, Failure> {
        self.loaded.as_ref().ok_or(Failure::NothingLoaded)
    }

    /// The answers to several questions at once, and why there is none where there is none.
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`].
    pub fn answers(&mut self, needed: Vec<Asking>) -> Result<Answers, Failure> {
        let session = self.session.as_mut().ok_or(Failure::NothingLoaded)?;
        let mut answers = Answers::new();
        for asking in needed {
            let answer = session.ask(asking.question, &asking.filter);
            answers.insert(asking, answer);
        }
        Ok(answers)
    }

    /// Answers a question.
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`] and those of [`Session::ask`].
    pub fn ask(&mut self, question: Question, filter: &Filter) -> Result<Answer, Failure> {
        self.session.as_mut().ok_or(Failure::NothingLoaded)?.ask(question, filter)
    }
}

/// The part of a file that is inspected.
pub(crate) fn head(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(evenhand_data::HEAD_BYTES)]
}
