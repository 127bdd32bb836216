use evenhand_analysis::{Computed, Listener, Session};
use evenhand_data::{Inspection, LoadedTable, Loader, ProblemList, load, plan_for};
use evenhand_protocol::{
    Anonymise, Answer, Briefing, Failure, Filter, LoadPlan, Loaded, Opened, ProblemCode, ProblemPage,
    Question, ReportRequest, SampleLanguage, ScoreRow, Slide, SlideOptions,
};
use evenhand_report::{Answers, Asking, Codes, Making, SavedReport, needs, report_needs, slides};
use evenhand_simulate::{Language, sample_programme};

use crate::held::Held;

/// The engine without any JavaScript: a loaded data set and the answers about it.
#[derive(Debug, Default)]
pub struct Engine {
    held: Option<Held>,
    /// What was said about the data set when it was loaded.
    loaded: Option<Loaded>,
    /// The same data set with codes in place of names, for the reports that were last asked for without names.
    coded: Option<Coded>,
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
        self.held = Some(Held::Scores(Box::new(Session::new(loaded.table))));
        self.problems = loaded.problems;
        self.loaded = Some(loaded.loaded.clone());
        self.coded = None;
        loaded.loaded
    }

    /// Opens a report in place of scores; only when it can be read is the former data set gone.
    ///
    /// # Errors
    /// [`Failure::BadReport`].
    pub fn open_report(&mut self, bytes: &[u8]) -> Result<Opened, Failure> {
        let report = SavedReport::read(bytes)?;
        let opened = report.report.opened();
        self.held = Some(Held::Report(Box::new(report)));
        self.problems = ProblemList::default();
        self.loaded = Some(opened.loaded.clone());
        self.coded = None;
        Ok(opened)
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
        self.held.as_ref().ok_or(Failure::NothingLoaded)?.session()?;
        Ok(self.problems.page(code, from, count))
    }

    /// Some consecutive scores of the loaded data set, in the order of its table.
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`].
    pub fn scores(&self, from: u32, count: u32) -> Result<Vec<ScoreRow>, Failure> {
        let table = self.held.as_ref().ok_or(Failure::NothingLoaded)?.session()?.table();
        Ok((from..from.saturating_add(count)).map_while(|row| table.row(row as usize)).collect())
    }

    /// Computes one step of an answer, or a stretch of it; see [`Session::steps`] and [`Session::compute`].
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`] and those of [`Session::compute`].
    pub fn compute(
        &mut self,
        whose: Anonymise,
        step: Question,
        filter: &Filter,
        listener: &mut Listener<'_>,
    ) -> Result<Computed, Failure> {
        self.view(whose)?.held.compute(step, filter, listener)
    }

    /// What reports are made of: the data set, with codes where names are to go.
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`], [`Failure::ReportOnly`] where names are to go from a report.
    pub fn view(&mut self, whose: Anonymise) -> Result<View<'_>, Failure> {
        let (Some(held), Some(loaded)) = (&mut self.held, &self.loaded) else {
            return Err(Failure::NothingLoaded);
        };
        if !whose.any() {
            return Ok(View { held, loaded, codes: None });
        }
        if self.coded.as_ref().is_some_and(|coded| coded.codes.whose() != whose) {
            self.coded = None;
        }
        if let Held::Report(report) = held {
            report.check(whose)?;
            return Ok(View { held, loaded, codes: None });
        }
        let session = held.session()?;
        let coded = self.coded.get_or_insert_with(|| {
            let codes = Codes::of(&loaded.summary, whose);
            let session = Session::new(session.table().renamed(&codes));
            Coded { held: Held::Scores(Box::new(session)), loaded: codes.loaded(loaded), codes }
        });
        Ok(View { held: &mut coded.held, loaded: &coded.loaded, codes: Some(&coded.codes) })
    }

    /// Answers a question.
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`] and those of [`Session::ask`].
    pub fn ask(&mut self, question: Question, filter: &Filter) -> Result<Answer, Failure> {
        self.held.as_mut().ok_or(Failure::NothingLoaded)?.ask(question, filter)
    }
}

/// A data set with codes in place of names, and what was answered about it.
#[derive(Debug)]
struct Coded {
    held: Held,
    loaded: Loaded,
    codes: Codes,
}

/// What reports are made of.
#[derive(Debug)]
pub struct View<'a> {
    held: &'a mut Held,
    /// What is loaded, with codes where names are to go.
    pub loaded: &'a Loaded,
    /// The codes; none where names stay.
    pub codes: Option<&'a Codes>,
}

impl View<'_> {
    /// The answers to several questions at once, and why there is none where there is none.
    pub fn answers(&mut self, needed: Vec<Asking>) -> Answers {
        let mut answers = Answers::new();
        for asking in needed {
            let answer = self.held.ask(asking.question, &asking.filter);
            let answer = match self.codes {
                Some(codes) => answer.map(|answer| codes.answer(answer)),
                None => answer,
            };
            answers.insert(asking, answer);
        }
        answers
    }

    /// The slides of a briefing.
    pub fn slides(&mut self, briefing: &Briefing, options: SlideOptions) -> Vec<Slide> {
        let answers = self.answers(needs(briefing));
        let coded = self.codes.map(|codes| codes.briefing(briefing));
        slides(coded.as_ref().unwrap_or(briefing), options, self.loaded, &answers)
    }

    /// The making of a file of a briefing, which is to be gone on with until it is there.
    pub fn making(&mut self, request: &ReportRequest) -> Making {
        let answers = self.answers(report_needs(request));
        let coded = self.codes.map(|codes| codes.request(request));
        Making::new(coded.unwrap_or_else(|| request.clone()), answers)
    }
}

/// The part of a file that is inspected.
pub(crate) fn head(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(evenhand_data::HEAD_BYTES)]
}
