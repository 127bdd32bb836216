//! From dropped files to a data set: look, check the mapping, read, and keep what was there when it fails.

use std::rc::Rc;

use evenhand_protocol::{
    Failure, Field, Filter, LoadPlan, Loaded, Page, Progress, Request, SampleLanguage, TableKind,
    TablePreview,
};
use leptos::prelude::*;
use web_sys::File;

use super::{Answers, Dataset, Notice, Notices, Router};
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

/// The chosen files, how they are to be read, and how far that is.
#[derive(Clone, Copy)]
pub struct LoadFlow {
    /// How far it is.
    pub phase: RwSignal<Phase>,
    /// What was seen of the tables in the chosen files, with the mapping as guessed.
    pub previews: RwSignal<Vec<TablePreview>>,
    /// The mapping as it stands after corrections by hand, in the order of the previews.
    pub plan: RwSignal<LoadPlan>,
    /// Why the latest attempt came to nothing.
    pub trouble: RwSignal<Option<Trouble>>,
    files: StoredValue<Vec<File>, LocalStorage>,
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
            previews: RwSignal::new(Vec::new()),
            plan: RwSignal::new(LoadPlan::default()),
            trouble: RwSignal::new(None),
            files: StoredValue::new_local(Vec::new()),
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
        self.previews.set(Vec::new());
        self.plan.set(LoadPlan::default());
        self.files.set_value(files.clone());
        let flow = *self;
        self.begin(Phase::Inspecting, Request::Inspect, files, move |report| match report {
            Report::Inspected(previews) => flow.inspected(previews),
            Report::Failed(trouble) => flow.fail(trouble),
            _ => {}
        });
    }

    /// Loads the chosen files by the plan as it stands.
    pub fn load(&self) {
        let (plan, files) = (self.plan.get_untracked(), self.files.get_value());
        self.begin_load(Request::Load { plan }, files);
    }

    /// Loads the sample data.
    pub fn load_sample(&self, language: SampleLanguage) {
        self.previews.set(Vec::new());
        self.plan.set(LoadPlan::default());
        self.files.set_value(Vec::new());
        self.begin_load(Request::LoadSample { language }, Vec::new());
    }

    /// Stops looking or reading.
    pub fn cancel(&self) {
        if let Some(id) = self.request.get_value() {
            self.client.with_value(|client| client.cancel(id));
        }
    }

    /// Takes a column for something else.
    pub fn set_field(&self, table: usize, column: usize, field: Field) {
        self.plan.update(|plan| {
            if let Some(column) = plan.tables.get_mut(table).and_then(|table| table.columns.get_mut(column)) {
                column.field = field;
            }
        });
    }

    /// Takes a table for something else.
    pub fn set_kind(&self, table: usize, kind: TableKind) {
        self.plan.update(|plan| {
            if let Some(table) = plan.tables.get_mut(table) {
                table.kind = kind;
            }
        });
    }

    fn begin_load(&self, request: Request, files: Vec<File>) {
        let flow = *self;
        self.begin(Phase::Loading(None), request, files, move |report| match report {
            Report::Progress(progress) => flow.phase.set(Phase::Loading(Some(progress))),
            Report::Loaded(loaded) => flow.loaded(*loaded),
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
        let tables: Vec<_> = previews.iter().map(|preview| preview.mapping.clone()).collect();
        let understood = previews.iter().all(|preview| preview.error.is_none())
            && tables.iter().any(|table| table.kind == TableKind::Scores);
        self.plan.set(LoadPlan::of(tables));
        self.previews.set(previews);
        self.phase.set(Phase::Idle);
        if understood {
            self.load();
        }
    }

    fn loaded(&self, loaded: Loaded) {
        let summary = &loaded.summary;
        let known = |filter: &Filter| Filter {
            rounds: kept(&filter.rounds, |id| summary.rounds.iter().any(|round| round.id == id)),
            categories: kept(&filter.categories, |name| summary.categories.iter().any(|known| known == name)),
        };
        let filter = self.router.filter.with_untracked(known);
        self.phase.set(Phase::Idle);
        self.answers.clear();
        self.dataset.replace(loaded);
        self.notices.dismiss();
        self.router.go(|route| {
            *route = route.on(Page::Overview);
            route.filter = filter;
        });
    }

    fn fail(&self, trouble: Trouble) {
        self.phase.set(Phase::Idle);
        if trouble == Trouble::Told(Failure::Cancelled) {
            self.notices.tell(Notice::Cancelled);
        } else {
            self.trouble.set(Some(trouble));
        }
    }
}

fn kept(values: &[String], known: impl Fn(&str) -> bool) -> Vec<String> {
    values.iter().filter(|value| known(value)).cloned().collect()
}
