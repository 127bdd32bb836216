//! From dropped files to a data set: look, check the mapping, read, and keep what was there when it fails.

use std::rc::Rc;

use evenhand_protocol::{
    Action, Briefing, Choice, Failure, Filter, FilterField, IdJoin, LoadPlan, Loaded, MappingFile,
    MappingMismatch, Opened, Page, ProblemCode, Progress, Request, SampleLanguage, TablePreview,
};
use evenhand_words::Language;
use leptos::prelude::*;
use web_sys::File;

use super::dataset::filter_values;
use super::json::from_json;
use super::{Answers, Dataset, Draft, Notice, Notices, Router};
use crate::engine::{Client, Report, Trouble};

/// How far the loading of files is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Phase {
    /// Nothing goes on; files may be chosen.
    Idle,
    /// The first rows of the files are looked at.
    Inspecting,
    /// Files are read and checked.
    Loading(Option<Progress>),
}

/// What became of a mapping file.
#[derive(Debug, Clone, PartialEq)]
pub enum MappingNote {
    /// It is for the next files.
    Waits,
    /// The tables are read as it says.
    Applied,
    /// It is not one.
    Unreadable,
    /// It does not fit the tables.
    Mismatch(MappingMismatch),
}

/// What a successful load is followed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    /// The overview of the new data set.
    Overview,
    /// The page of the moment, on the same data read another way.
    Stay,
}

/// What the user decided about problems, before the latest decision.
type Decisions = (Vec<Choice>, Vec<IdJoin>);

/// The chosen files, how they are to be read, and how far that is.
#[derive(Clone, Copy)]
pub struct LoadFlow {
    /// How far it is.
    pub phase: RwSignal<Phase>,
    /// The tables and how they are to be read.
    pub draft: Draft,
    /// Whether the tables were understood at once, so that nobody need look at them before they are read.
    pub straight: RwSignal<bool>,
    /// Why the latest attempt came to nothing.
    pub trouble: RwSignal<Option<Trouble>>,
    /// What became of the latest mapping file.
    pub mapping_note: RwSignal<Option<MappingNote>>,
    /// The plan of the loaded data set; `None` for the sample, which is read as it is.
    pub in_use: RwSignal<Option<LoadPlan>>,
    /// What can be undone, the latest last.
    pub undoable: RwSignal<Vec<Decisions>>,
    /// The briefing of the report that was opened last, until it is taken over.
    pub opened_briefing: RwSignal<Option<Briefing>>,
    waiting: StoredValue<Option<MappingFile>>,
    files: StoredValue<Vec<File>, LocalStorage>,
    loaded_files: StoredValue<Vec<File>, LocalStorage>,
    request: StoredValue<Option<u32>>,
    client: StoredValue<Rc<Client>, LocalStorage>,
    dataset: Dataset,
    answers: Answers,
    router: Router,
    notices: Notices,
}

impl LoadFlow {
    /// No files yet.
    pub fn new(
        client: Rc<Client>,
        dataset: Dataset,
        answers: Answers,
        router: Router,
        notices: Notices,
    ) -> Self {
        Self {
            phase: RwSignal::new(Phase::Idle),
            draft: Draft::new(),
            straight: RwSignal::new(false),
            trouble: RwSignal::new(None),
            mapping_note: RwSignal::new(None),
            in_use: RwSignal::new(None),
            undoable: RwSignal::new(Vec::new()),
            opened_briefing: RwSignal::new(None),
            waiting: StoredValue::new(None),
            files: StoredValue::new_local(Vec::new()),
            loaded_files: StoredValue::new_local(Vec::new()),
            request: StoredValue::new(None),
            client: StoredValue::new_local(client),
            dataset,
            answers,
            router,
            notices,
        }
    }

    /// Whether files are being looked at or read.
    pub fn is_busy(&self) -> bool {
        self.phase.get() != Phase::Idle
    }

    /// Looks at chosen files, and loads them at once when every one of them is understood.
    pub fn take_files(&self, files: Vec<File>) {
        if files.is_empty() || self.phase.get_untracked() != Phase::Idle {
            return;
        }
        self.router.go(|route| *route = route.on(Page::Load));
        self.draft.clear();
        self.files.set_value(files.clone());
        let flow = *self;
        self.begin(Phase::Inspecting, Request::Inspect, files, move |report| match report {
            Report::Inspected(previews) => flow.inspected(previews),
            Report::Opened(opened) => flow.opened(*opened),
            Report::Failed(trouble) => flow.fail(trouble),
            _ => {}
        });
    }

    /// Loads the chosen files by the plan as it stands.
    pub fn load(&self) {
        let plan = self.draft.plan.get_untracked();
        self.begin_load(Request::Load { plan }, self.files.get_value(), Then::Overview);
    }

    /// The plan and the files of the loaded data set; nothing where it is the sample.
    pub fn loaded_as(&self) -> Option<(LoadPlan, Vec<File>)> {
        Some((self.in_use.get_untracked()?, self.loaded_files.get_value()))
    }

    /// Loads files by a plan that was made before.
    pub fn load_as(&self, plan: LoadPlan, files: Vec<File>) {
        if self.phase.get_untracked() == Phase::Idle {
            self.draft.clear();
            self.files.set_value(files.clone());
            self.begin_load(Request::Load { plan }, files, Then::Overview);
        }
    }

    /// Loads the sample data in the language of the page.
    pub fn load_sample(&self) {
        let language = match self.router.language.get_untracked() {
            Language::En => SampleLanguage::English,
            Language::Zh => SampleLanguage::Chinese,
        };
        self.draft.clear();
        self.files.set_value(Vec::new());
        self.begin_load(Request::LoadSample { language }, Vec::new(), Then::Overview);
    }

    /// Stops looking or reading.
    pub fn cancel(&self) {
        if let Some(id) = self.request.get_value() {
            self.client.with_value(|client| client.cancel(id));
        }
    }

    /// Decides what is done about a kind of problem and reads the loaded files again.
    pub fn choose(&self, code: ProblemCode, action: Action) {
        self.decide(|plan| {
            plan.choices.retain(|choice| choice.code != code);
            plan.choices.push(Choice { code, action });
        });
    }

    /// Reads one id as another from now on.
    pub fn join(&self, join: IdJoin) {
        self.decide(|plan| plan.joins.push(join));
    }

    /// Takes the latest decision back.
    pub fn undo(&self) {
        let Some((choices, joins)) = self.undoable.with_untracked(|before| before.last().cloned()) else {
            return;
        };
        if let Some(plan) = self.in_use.get_untracked() {
            let plan = LoadPlan { choices, joins, ..plan };
            self.begin_load(Request::Load { plan }, self.loaded_files.get_value(), Then::Stay);
        }
    }

    /// The mapping file of the tables as they stand, else of the loaded ones.
    pub fn mapping_file(&self) -> Option<MappingFile> {
        let drafted = self.draft.plan.get();
        let plan = if drafted.tables.is_empty() { self.in_use.get()? } else { drafted };
        Some(MappingFile::of(&plan))
    }

    /// Reads the tables as a mapping file says: those at hand, else those of the next files.
    pub fn take_mapping(&self, text: &str) {
        let note = match from_json::<MappingFile>(text) {
            None => MappingNote::Unreadable,
            Some(file) if self.draft.previews.with_untracked(Vec::is_empty) => {
                self.waiting.set_value(Some(file));
                MappingNote::Waits
            }
            Some(file) => self.apply(&file),
        };
        self.mapping_note.set(Some(note));
    }

    fn apply(&self, file: &MappingFile) -> MappingNote {
        match self.draft.apply(file) {
            Ok(()) => MappingNote::Applied,
            Err(mismatch) => MappingNote::Mismatch(mismatch),
        }
    }

    fn decide(&self, change: impl FnOnce(&mut LoadPlan)) {
        if self.phase.get_untracked() != Phase::Idle {
            return;
        }
        if let Some(mut plan) = self.in_use.get_untracked() {
            change(&mut plan);
            self.begin_load(Request::Load { plan }, self.loaded_files.get_value(), Then::Stay);
        }
    }

    fn begin_load(&self, request: Request, files: Vec<File>, then: Then) {
        let flow = *self;
        let plan = match &request {
            Request::Load { plan } => Some(plan.clone()),
            _ => None,
        };
        let sent = StoredValue::new_local(files.clone());
        self.begin(Phase::Loading(None), request, files, move |report| match report {
            Report::Progress(progress) => flow.phase.set(Phase::Loading(Some(progress))),
            Report::Loaded(loaded) => {
                flow.loaded_files.set_value(sent.get_value());
                flow.in_use_changes(plan.clone(), then);
                flow.loaded(*loaded, then);
            }
            Report::Failed(trouble) => flow.fail(trouble),
            _ => {}
        });
    }

    fn begin(&self, phase: Phase, request: Request, files: Vec<File>, on_report: impl Fn(Report) + 'static) {
        self.trouble.set(None);
        self.phase.set(phase);
        let id = self.client.with_value(|client| client.send(request, files, Rc::new(on_report)));
        self.request.set_value(Some(id));
    }

    fn inspected(&self, previews: Vec<TablePreview>) {
        self.draft.take(previews);
        let waiting = self.waiting.try_update_value(Option::take).flatten();
        let note = waiting.map(|file| self.apply(&file));
        let fits = !matches!(note, Some(MappingNote::Mismatch(_)));
        self.mapping_note.set(note.filter(|_| !fits));
        self.phase.set(Phase::Idle);
        let straight = fits && self.draft.is_understood();
        self.straight.set(straight);
        if straight {
            self.load();
        }
    }

    /// Notes the plan of the data set, what can be undone of it, and what was corrected by hand.
    fn in_use_changes(&self, plan: Option<LoadPlan>, then: Then) {
        let before = self.in_use.get_untracked();
        match (then, &before, &plan) {
            (Then::Overview, ..) => {
                self.undoable.set(Vec::new());
                self.draft.remember();
            }
            (Then::Stay, Some(before), Some(now)) => self.undoable.update(|undoable| {
                let decisions = (now.choices.clone(), now.joins.clone());
                if undoable.last() == Some(&decisions) {
                    undoable.pop();
                } else {
                    undoable.push((before.choices.clone(), before.joins.clone()));
                }
            }),
            _ => {}
        }
        if let Some(plan) = plan.as_ref().filter(|_| then == Then::Stay) {
            // The tables at hand are those of the data set unless other files were chosen in the meantime.
            self.draft.plan.update(|draft| {
                if draft.tables.len() == plan.tables.len() {
                    draft.choices.clone_from(&plan.choices);
                    draft.joins.clone_from(&plan.joins);
                }
            });
        }
        self.in_use.set(plan);
    }

    fn loaded(&self, loaded: Loaded, then: Then) {
        let summary = &loaded.summary;
        let known = |filter: &Filter| {
            let mut known = filter.clone();
            for field in FilterField::ALL {
                let values = filter_values(summary, field);
                known.of_mut(field).retain(|chosen| values.iter().any(|(value, _)| value == chosen));
            }
            known
        };
        let filter = self.router.filter.with_untracked(known);
        self.phase.set(Phase::Idle);
        self.answers.clear();
        self.router.forget_undone();
        self.dataset.replace(loaded);
        self.notices.dismiss();
        self.router.go(|route| {
            if then == Then::Overview {
                *route = route.on(Page::Overview);
            }
            route.filter = filter;
        });
    }

    /// A report takes the place of scores, with its filter, marks and thresholds; its briefing becomes that of the page.
    fn opened(&self, opened: Opened) {
        let Opened { loaded, filter, marks, policy, briefing } = opened;
        self.draft.clear();
        self.in_use_changes(None, Then::Overview);
        self.loaded(loaded, Then::Overview);
        self.router.go(|route| {
            route.filter = filter;
            route.marks = marks;
            route.policy = policy;
        });
        self.router.forget_undone();
        if let Some(briefing) = briefing {
            self.opened_briefing.set(Some(briefing));
        }
    }

    fn fail(&self, trouble: Trouble) {
        self.phase.set(Phase::Idle);
        self.straight.set(false);
        if trouble == Trouble::Told(Failure::Cancelled) {
            self.notices.tell(Notice::Cancelled);
        } else {
            self.trouble.set(Some(trouble));
        }
    }
}
