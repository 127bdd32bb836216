use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::rc::Rc;
use std::time::Duration;

use evenhand_analysis::{Computed, Session};
use evenhand_data::{Decoded, Inspection, needs_whole};
use evenhand_protocol::{
    Anonymise, ComposeRequest, Failure, Filter, FromEngine, LoadPlan, Question, Report, ReportRequest,
    Request, SampleLanguage, Stage, ToEngine,
};
use evenhand_report::{Asking, needs, report_needs, template_needs};
use gloo::events::EventListener;
use gloo::timers::future::sleep;
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, MessageEvent};

use crate::convert::from_js;
use crate::engine::Engine;
use crate::files;
use crate::post::Channel;

/// Parts that the progress of one step is told in.
const STEP: u64 = 100;

/// A request with its file handles.
struct Job {
    id: u32,
    request: Request,
    files: Vec<File>,
}

/// What the message handler and the working loop share.
#[derive(Default)]
struct Inbox {
    jobs: VecDeque<Job>,
    /// The sheets of files that were decoded when they were looked at, until they are loaded or others are chosen.
    decoded: Vec<Kept>,
    cancelled: Vec<u32>,
    working: bool,
}

/// What a file that is not text holds, and what tells that a file is the same.
struct Kept {
    name: String,
    size: f64,
    modified: f64,
    contents: Decoded,
}

impl Kept {
    fn is_of(&self, file: &File) -> bool {
        self.name == file.name() && self.size == file.size() && self.modified == file.last_modified()
    }
}

type Shared = Rc<RefCell<Inbox>>;

/// Starts the engine in the web worker that calls it. Outside a worker it does nothing.
#[wasm_bindgen]
pub fn start_worker() {
    console_error_panic_hook::set_once();
    let Some(channel) = Channel::of_this_worker() else { return };
    let inbox = Shared::default();
    let engine = Rc::new(RefCell::new(Engine::default()));
    let (handler_channel, handler_inbox) = (channel.clone(), inbox);
    EventListener::new(channel.scope(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        match message_of(&event.data()) {
            Err(error) => handler_channel.failed(id_of(&event.data()), Failure::BadMessage(error)),
            Ok(Job { request: Request::Cancel { target }, .. }) => {
                handler_inbox.borrow_mut().cancelled.push(target);
            }
            Ok(job) => {
                handler_inbox.borrow_mut().jobs.push_back(job);
                start_working(&handler_channel, &handler_inbox, &engine);
            }
        }
    })
    .forget();
    channel.post(&FromEngine::Ready);
}

/// The id of a message that cannot be read otherwise, so that its sender does not wait forever; 0 where there is none.
fn id_of(data: &JsValue) -> u32 {
    let message = Reflect::get(data, &"message".into()).unwrap_or_default();
    let id = Reflect::get(&message, &"id".into()).ok().and_then(|id| id.as_f64());
    id.map_or(0, |id| id as u32)
}

fn message_of(data: &JsValue) -> Result<Job, String> {
    let get = |key: &str| Reflect::get(data, &key.into()).map_err(|_| format!("no `{key}`"));
    let message: ToEngine = from_js(get("message")?).map_err(|error| error.to_string())?;
    let files = get("files")?;
    let files: Vec<File> = if Array::is_array(&files) {
        Array::from(&files).iter().filter_map(|file| file.dyn_into().ok()).collect()
    } else {
        Vec::new()
    };
    Ok(Job { id: message.id, request: message.request, files })
}

/// Starts the loop that works off the inbox, unless it runs already.
fn start_working(channel: &Channel, inbox: &Shared, engine: &Rc<RefCell<Engine>>) {
    if std::mem::replace(&mut inbox.borrow_mut().working, true) {
        return;
    }
    let (channel, inbox, engine) = (channel.clone(), Rc::clone(inbox), Rc::clone(engine));
    spawn_local(async move {
        loop {
            let job = inbox.borrow_mut().jobs.pop_front();
            let Some(job) = job else { break };
            let work = Work { id: job.id, channel: &channel, inbox: &inbox, engine: &engine };
            match work.run(job).await {
                Ok(report) => channel.post(&report),
                Err(failure) => channel.failed(work.id, failure),
            }
            inbox.borrow_mut().cancelled.retain(|&id| id > work.id);
        }
        inbox.borrow_mut().working = false;
    });
}

/// How far a request is, and how far it was told to be.
struct Told {
    /// Done before the step under way.
    before: u64,
    told: u64,
    total: u64,
}

/// One job under way.
struct Work<'a> {
    id: u32,
    channel: &'a Channel,
    inbox: &'a Shared,
    engine: &'a Rc<RefCell<Engine>>,
}

impl Work<'_> {
    async fn run(&self, job: Job) -> Result<FromEngine, Failure> {
        self.check()?;
        match job.request {
            Request::Inspect => self.inspect(&job.files).await,
            Request::Load { plan } => self.load(&plan, &job.files).await,
            Request::LoadSample { language } => self.load_sample(language),
            Request::Ask { question, filter } => self.ask(question, &filter).await,
            Request::Compose { compose } => self.compose(&compose).await,
            Request::Slides { briefing, options } => {
                self.compute_all(&needs(&briefing), briefing.anonymise).await?;
                let slides = self.engine.borrow_mut().view(briefing.anonymise)?.slides(&briefing, options);
                Ok(FromEngine::Slides { id: self.id, slides })
            }
            Request::Report { report } => self.report(&report).await,
            Request::Problems { code, from, count } => {
                let page = self.engine.borrow().problems(code, from, count)?;
                Ok(FromEngine::Problems { id: self.id, page })
            }
            // Cancellations never enter the queue.
            Request::Cancel { .. } => Err(Failure::Cancelled),
        }
    }

    async fn inspect(&self, files: &[File]) -> Result<FromEngine, Failure> {
        self.inbox.borrow_mut().decoded.clear();
        if let [file] = files
            && Report::looks_like(
                &files::read(file, evenhand_data::HEAD_BYTES as u64, |_| self.check()).await?,
            )
        {
            return self.open_report(file).await;
        }
        let mut inspection = Inspection::default();
        for file in files {
            let (name, size) = (file.name(), file.size() as u64);
            let head = files::read(file, evenhand_data::HEAD_BYTES as u64, |_| self.check()).await?;
            if let Err(error) = evenhand_data::fits(&name, size, &head) {
                inspection.add_broken(&name, size, error);
            } else if needs_whole(&name, &head) {
                self.inspect_whole(file, &mut inspection).await?;
            } else {
                inspection.add_head(&name, size, &head);
            }
            self.pause().await?;
        }
        Ok(FromEngine::Inspected { id: self.id, tables: inspection.finish() })
    }

    /// Opens a report that was written before, in place of scores.
    async fn open_report(&self, file: &File) -> Result<FromEngine, Failure> {
        let size = file.size() as u64;
        let bytes = files::read(file, u64::MAX, |read| {
            self.channel.progress(self.id, Stage::Reading, read, size);
            self.check()
        });
        let bytes = bytes.await?;
        let opened = self.engine.borrow_mut().open_report(&bytes)?;
        Ok(FromEngine::Opened { id: self.id, opened })
    }

    /// Looks at a file that only shows its tables as a whole, and keeps its sheets for the load.
    async fn inspect_whole(&self, file: &File, inspection: &mut Inspection) -> Result<(), Failure> {
        let (name, size) = (file.name(), file.size() as u64);
        let bytes = files::read(file, u64::MAX, |read| {
            self.channel.progress(self.id, Stage::Reading, read, size);
            self.check()
        });
        let bytes = match bytes.await {
            // One file that cannot be read is no reason not to look at the others.
            Err(Failure::Load(error)) => {
                inspection.add_broken(&name, size, error);
                return Ok(());
            }
            other => other?,
        };
        self.pause().await?;
        match evenhand_data::decode(&name, bytes) {
            Ok(contents) => {
                inspection.add_decoded(&name, size, &contents);
                let (size, modified) = (file.size(), file.last_modified());
                self.inbox.borrow_mut().decoded.push(Kept { name, size, modified, contents });
            }
            Err(error) => inspection.add_broken(&name, size, error),
        }
        Ok(())
    }

    async fn load(&self, plan: &LoadPlan, files: &[File]) -> Result<FromEngine, Failure> {
        if plan.n_files() > files.len() {
            return Err(Failure::BadMessage("a load needs a file handle for each file of its plan".into()));
        }
        let mut loader = Engine::loader(&name_of(plan), plan)?;
        let total: u64 = files.iter().map(|file| file.size() as u64).sum();
        let mut before = 0;
        for (index, file) in files.iter().enumerate().filter(|(index, _)| *index < plan.n_files()) {
            // Kept until the end: a load that is cancelled may be started again.
            let kept = self.inbox.borrow().decoded.iter().position(|decoded| decoded.is_of(file));
            if let Some(kept) = kept.filter(|_| loader.needs(index)) {
                let inbox = self.inbox.borrow();
                loader.add_decoded(index, &inbox.decoded[kept].contents).map_err(Failure::Load)?;
            } else if loader.needs(index) {
                let bytes = files::read(file, u64::MAX, |read| {
                    self.channel.progress(self.id, Stage::Reading, before + read, total);
                    self.check()
                })
                .await?;
                self.pause().await?;
                loader.add(index, bytes).map_err(Failure::Load)?;
            }
            before += file.size() as u64;
            self.channel.progress(self.id, Stage::Checking, index as u64 + 1, files.len() as u64);
            self.pause().await?;
        }
        let loaded = loader.finish().map_err(Failure::Load)?;
        self.pause().await?;
        self.inbox.borrow_mut().decoded.clear();
        let loaded = self.engine.borrow_mut().replace(loaded);
        Ok(FromEngine::Loaded { id: self.id, loaded })
    }

    fn load_sample(&self, language: SampleLanguage) -> Result<FromEngine, Failure> {
        let loaded = self.engine.borrow_mut().replace(Engine::sample(language)?);
        Ok(FromEngine::Loaded { id: self.id, loaded })
    }

    async fn ask(&self, question: Question, filter: &Filter) -> Result<FromEngine, Failure> {
        // A request that was withdrawn right after it was made is not computed at all.
        self.pause().await?;
        let total = STEP * Session::steps(question).len() as u64;
        let mut told = Told { before: 0, told: 0, total };
        self.compute(Anonymise::default(), question, filter, &mut told).await?;
        let answer = self.engine.borrow_mut().ask(question, filter)?;
        Ok(FromEngine::Answered { id: self.id, answer })
    }

    async fn compose(&self, compose: &ComposeRequest) -> Result<FromEngine, Failure> {
        let needed = template_needs(compose);
        self.compute_all(&needed, Anonymise::default()).await?;
        let mut engine = self.engine.borrow_mut();
        let mut view = engine.view(Anonymise::default())?;
        let answers = view.answers(needed);
        let briefing = evenhand_report::compose(compose, view.loaded, &answers);
        Ok(FromEngine::Composed { id: self.id, briefing })
    }

    async fn report(&self, request: &ReportRequest) -> Result<FromEngine, Failure> {
        let whose = request.briefing.anonymise;
        self.compute_all(&report_needs(request), whose).await?;
        let mut making = self.engine.borrow_mut().view(whose)?.making(request);
        loop {
            let made = making.go_on(self.engine.borrow_mut().view(whose)?.loaded)?;
            if let Some(file) = made {
                return Ok(FromEngine::Reported { id: self.id, file });
            }
            self.channel.progress(self.id, Stage::Writing, making.done(), making.total());
            self.pause().await?;
        }
    }

    /// Computes what a report needs, step by step; what cannot be computed is told on its page.
    async fn compute_all(&self, needed: &[Asking], whose: Anonymise) -> Result<(), Failure> {
        self.pause().await?;
        let steps = needed.iter().map(|asking| Session::steps(asking.question).len() as u64);
        let mut told = Told { before: 0, told: 0, total: STEP * steps.sum::<u64>() };
        for asking in needed {
            let before = told.before;
            let computed = self.compute(whose, asking.question, &asking.filter, &mut told).await;
            if let Err(failure @ (Failure::Cancelled | Failure::NothingLoaded)) = computed {
                return Err(failure);
            }
            told.before = before + STEP * Session::steps(asking.question).len() as u64;
        }
        Ok(())
    }

    /// Computes the steps of a question, stretch by stretch.
    async fn compute(
        &self,
        whose: Anonymise,
        question: Question,
        filter: &Filter,
        told: &mut Told,
    ) -> Result<(), Failure> {
        for step in Session::steps(question) {
            loop {
                let mut tell = |share: f64| {
                    let done = told.before + (share * STEP as f64) as u64;
                    // What a stretch tells anew is not told twice, and progress never goes back.
                    if done > told.told {
                        told.told = done;
                        self.channel.progress(self.id, Stage::Computing, done, told.total);
                    }
                    ControlFlow::Continue(())
                };
                let computed = self.engine.borrow_mut().compute(whose, step, filter, &mut tell)?;
                self.pause().await?;
                if computed == Computed::Wholly {
                    break;
                }
            }
            told.before += STEP;
            self.channel.progress(self.id, Stage::Computing, told.before, told.total);
        }
        Ok(())
    }

    /// Lets messages in, above all a cancellation.
    async fn pause(&self) -> Result<(), Failure> {
        sleep(Duration::ZERO).await;
        self.check()
    }

    fn check(&self) -> Result<(), Failure> {
        if self.inbox.borrow().cancelled.contains(&self.id) { Err(Failure::Cancelled) } else { Ok(()) }
    }
}

/// A data set is named after the files with its score tables.
fn name_of(plan: &LoadPlan) -> String {
    let scores = plan.tables.iter().filter(|table| table.kind == evenhand_protocol::TableKind::Scores);
    let mut names: Vec<&str> = scores.map(|table| table.source.name.as_str()).collect();
    names.dedup();
    names.join(", ")
}
