use evenhand_analysis::Session;
use evenhand_data::{LoadedTable, Loader, load, plan_for, preview};
use evenhand_protocol::{Answer, Failure, FilePreview, Filter, LoadPlan, Loaded, Question, SampleLanguage};
use evenhand_simulate::{Language, sample_programme};

/// The engine without any JavaScript: a loaded data set and the answers about it.
#[derive(Debug, Default)]
pub struct Engine {
    session: Option<Session>,
}

impl Engine {
    /// Guesses what a file holds from its first bytes.
    pub fn inspect(name: &str, size: u64, head: &[u8]) -> FilePreview {
        preview(name, size, head)
    }

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
        let previews: Vec<FilePreview> = files
            .iter()
            .map(|file| preview(&file.name, file.text.len() as u64, head(file.text.as_bytes())))
            .collect();
        let plan = plan_for(&previews).map_err(Failure::Load)?;
        let bytes = files.into_iter().map(|file| file.text.into_bytes()).collect();
        load(name, &plan, bytes).map_err(Failure::Load)
    }

    /// Computes one step of an answer; see [`Session::steps`].
    ///
    /// # Errors
    /// [`Failure::NothingLoaded`] and those of [`Session::ask`].
    pub fn compute(&mut self, step: Question, filter: &Filter) -> Result<(), Failure> {
        self.session.as_mut().ok_or(Failure::NothingLoaded)?.compute(step, filter)
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
