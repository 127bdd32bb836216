use evenhand_analysis::{Computed, Listener, Session};
use evenhand_data::{Inspection, LoadedTable, Loader, ProblemList, load, plan_for};
use evenhand_protocol::{
    Anonymise, Answer, Briefing, Failure, Filter, LoadPlan, Loaded, ProblemCode, ProblemPage, Question,
    Report, ReportRequest, SampleLanguage, ScoreRow, Slide, SlideOptions,
};
use evenhand_report::{Answers, Asking, Codes, Making, Opened, needs, report_needs, slides};
use evenhand_simulate::{Language, sample_programme};

/// The engine without any JavaScript: a loaded data set and the answers about it.
#[derive(Debug, Default)]
pub struct Engine {
    session: Option<Session>,
    /// What was said about the data set when it was loaded.
    loaded: Option<Loaded>,
    /// The same data set with codes in place of names, for the reports that were last asked for without names.
    coded: Option<Coded>,
    /// A saved report, where one is open in place of a data set.
    opened: Option<Opened>,
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
        self.coded = None;
        self.opened = None;
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
        whose: Anonymise,
        step: Question,
        filter: &Filter,
        listener: &mut Listener<'_>,
    ) -> Result<Computed, Failure> {
        match self.view(whose)?.source {
            Source::Session(session) => session.compute(step, filter, listener),
            Source::Report(_) => Ok(Computed::Wholly),
        }
    }

    /// Opens a saved report in place of a data set.
    ///
    /// # Errors
    /// [`Failure::NoReport`]; what was loaded before stays.
    pub fn open(&mut self, text: &str) -> Result<&Report, Failure> {
        let opened = Opened::read(text)?;
        (self.session, self.loaded, self.coded) = (None, None, None);
        self.problems = ProblemList::default();
        Ok(&self.opened.insert(opened).report)
    }

    /// What reports are made of: the data set, with codes where names are to go.
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`], and [`Failure::OnlyReport`] where names are to go from a saved report.
    pub fn view(&mut self, whose: Anonymise) -> Result<View<'_>, Failure> {
        if let Some(opened) = &self.opened {
            opened.check(whose)?;
            return Ok(View { source: Source::Report(opened), loaded: &opened.report.loaded, codes: None });
        }
        let (Some(session), Some(loaded)) = (&mut self.session, &self.loaded) else {
            return Err(Failure::NothingLoaded);
        };
        if !whose.any() {
            return Ok(View { source: Source::Session(session), loaded, codes: None });
        }
        if self.coded.as_ref().is_some_and(|coded| coded.codes.whose() != whose) {
            self.coded = None;
        }
        let coded = self.coded.get_or_insert_with(|| {
            let codes = Codes::of(&loaded.summary, whose);
            let session = Session::new(session.table().renamed(&codes));
            Coded { session, loaded: codes.loaded(loaded), codes }
        });
        let source = Source::Session(&mut coded.session);
        Ok(View { source, loaded: &coded.loaded, codes: Some(&coded.codes) })
    }

    /// Answers a question.
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`] and those of [`Session::ask`].
    pub fn ask(&mut self, question: Question, filter: &Filter) -> Result<Answer, Failure> {
        match self.view(Anonymise::default())?.source {
            Source::Session(session) => session.ask(question, filter),
            Source::Report(opened) => opened.ask(question, filter),
        }
    }
}

/// A data set with codes in place of names, and what was answered about it.
#[derive(Debug)]
struct Coded {
    session: Session,
    loaded: Loaded,
    codes: Codes,
}

/// What reports are made of.
#[derive(Debug)]
pub struct View<'a> {
    source: Source<'a>,
    /// What is loaded, with codes where names are to go.
    pub loaded: &'a Loaded,
    /// The codes; none where names stay.
    pub codes: Option<&'a Codes>,
}

/// Who answers.
#[derive(Debug)]
enum Source<'a> {
    Session(&'a mut Session),
    Report(&'a Opened),
}

impl View<'_> {
    /// The answers to several questions at once, and why there is none where there is none.
    pub fn answers(&mut self, needed: Vec<Asking>) -> Answers {
        let session = match &mut self.source {
            Source::Session(session) => session,
            Source::Report(opened) => return opened.answers(needed),
        };
        let mut answers = Answers::new();
        for asking in needed {
            let answer = session.ask(asking.question, &asking.filter);
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
