//! The client: numbers requests, remembers who waits for what, and hands reports to them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use evenhand_protocol::{Failure, FromEngine, Request, ToEngine};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use web_sys::{Event, File};

use super::recovery::Cause;
use super::report::{Incident, Report, Trouble};
use super::transport::{Arrival, Transport};

/// How long a cancelled request may go on before its worker is ended.
const CANCEL_GRACE_MS: u32 = 200;

/// Called with every report on a request, the last of which is not `Progress`.
pub type OnReport = Rc<dyn Fn(Report)>;

/// A request whose end has not been reported.
#[derive(Clone)]
pub(super) struct Pending {
    pub request: Request,
    pub files: Vec<File>,
    pub on_report: OnReport,
    /// Whether it was sent again after its worker broke down.
    pub retried: bool,
}

impl Pending {
    pub fn is_question(&self) -> bool {
        matches!(self.request, Request::Ask { .. } | Request::Problems { .. })
    }
}

/// How the data set in the engine came there, to bring it there again.
#[derive(Clone)]
pub(super) struct Source {
    pub request: Request,
    pub files: Vec<File>,
}

/// The page's end of the engine.
pub struct Client {
    url: String,
    pub(super) me: Weak<Self>,
    pub(super) on_incident: Box<dyn Fn(Incident)>,
    pub(super) transport: RefCell<Option<Transport>>,
    /// Counts workers, so that late arrivals from an ended one are told apart.
    generation: Cell<u32>,
    /// Workers in a row that broke before they were ready.
    pub(super) failed_starts: Cell<u32>,
    /// Whether the worker of the moment said that it is ready.
    pub(super) ready: Cell<bool>,
    /// Whether the page gave up starting one.
    pub(super) hopeless: Cell<bool>,
    /// Whether the data set is being brought back after a restart.
    pub(super) restoring: Cell<bool>,
    next_id: Cell<u32>,
    pub(super) pending: RefCell<BTreeMap<u32, Pending>>,
    pub(super) source: RefCell<Option<Source>>,
    /// Questions that wait until the data set is back.
    pub(super) held: RefCell<Vec<Pending>>,
}

impl Client {
    /// A client for the worker script at `url`; the worker is started with the first request or by [`Client::warm_up`].
    pub fn new(url: String, on_incident: impl Fn(Incident) + 'static) -> Rc<Self> {
        Rc::new_cyclic(|me| Self {
            url,
            me: me.clone(),
            on_incident: Box::new(on_incident),
            transport: RefCell::new(None),
            generation: Cell::new(0),
            failed_starts: Cell::new(0),
            ready: Cell::new(false),
            hopeless: Cell::new(false),
            restoring: Cell::new(false),
            next_id: Cell::new(1),
            pending: RefCell::default(),
            source: RefCell::new(None),
            held: RefCell::default(),
        })
    }

    /// Starts the worker so that it is ready when the first request comes.
    pub fn warm_up(&self) {
        if self.transport.borrow().is_none() {
            self.start();
        }
    }

    /// Sends a request and returns its id.
    pub fn send(&self, request: Request, files: Vec<File>, on_report: OnReport) -> u32 {
        let pending = Pending { request, files, on_report, retried: false };
        if self.restoring.get() && pending.is_question() {
            self.held.borrow_mut().push(pending);
            return self.take_id();
        }
        self.dispatch(pending)
    }

    /// Stops a load or an inspection; its worker is ended when it does not obey soon.
    pub fn cancel(&self, target: u32) {
        self.withdraw(target);
        let me = self.me.clone();
        Timeout::new(CANCEL_GRACE_MS, move || {
            if let Some(client) = me.upgrade().filter(|client| client.pending.borrow().contains_key(&target))
            {
                client.recover(Cause::Cancelled(target));
            }
        })
        .forget();
    }

    /// Tells the engine that nobody waits for a request any more; it may or may not skip it.
    pub fn withdraw(&self, target: u32) {
        let id = self.take_id();
        if let Some(transport) = &*self.transport.borrow() {
            // A worker that cannot be told is about to be replaced anyway.
            let _ = transport.post(&ToEngine { id, request: Request::Cancel { target } }, &[]);
        }
    }

    pub(super) fn dispatch(&self, pending: Pending) -> u32 {
        self.warm_up();
        let id = self.take_id();
        self.post(id, pending);
        id
    }

    /// Sends a request under its id to the worker of the moment.
    pub(super) fn post(&self, id: u32, pending: Pending) {
        let message = ToEngine { id, request: pending.request.clone() };
        let posted = match &*self.transport.borrow() {
            Some(transport) => transport.post(&message, &pending.files).is_ok(),
            None => false,
        };
        if posted {
            self.pending.borrow_mut().insert(id, pending);
        } else {
            // Later, because the caller does not know the id yet.
            Timeout::new(0, move || (pending.on_report)(Report::Failed(Trouble::Stopped))).forget();
        }
    }

    /// Ends the worker, if any, and starts another.
    pub(super) fn start(&self) {
        let generation = self.generation.get().wrapping_add(1);
        self.generation.set(generation);
        self.ready.set(false);
        let me = self.me.clone();
        let on_arrival = move |arrival| {
            if let Some(client) = me.upgrade().filter(|client| client.generation.get() == generation) {
                client.receive(arrival);
            }
        };
        let transport = Transport::start(&self.url, on_arrival).ok();
        if transport.is_none() {
            (self.on_incident)(Incident::CannotStart);
        }
        self.transport.replace(transport);
    }

    /// Acts on an arrival in a task of its own: reading a large report takes its time, and so does showing it.
    ///
    /// A listener must not be dropped while it runs, either, and a broken worker is.
    fn receive(&self, arrival: Arrival) {
        let (me, generation) = (self.me.clone(), self.generation.get());
        Timeout::new(0, move || {
            let Some(client) = me.upgrade().filter(|client| client.generation.get() == generation) else {
                return;
            };
            match arrival {
                Arrival::Report(report) => client.deliver(*report),
                Arrival::Broken => client.recover(Cause::Broken),
            }
        })
        .forget();
    }

    fn deliver(&self, from_engine: FromEngine) {
        let (id, report) = match from_engine {
            FromEngine::Progress { id, progress } => (id, Report::Progress(progress)),
            FromEngine::Inspected { id, tables } => (id, Report::Inspected(tables)),
            FromEngine::Problems { id, page } => (id, Report::Problems(page)),
            FromEngine::Loaded { id, loaded } => (id, Report::Loaded(Box::new(loaded))),
            FromEngine::Answered { id, answer } => (id, Report::Answered(Box::new(answer))),
            FromEngine::Opened { id, opened } => (id, Report::Opened(Box::new(opened))),
            FromEngine::Composed { id, briefing } => (id, Report::Composed(Box::new(briefing))),
            FromEngine::Slides { id, slides } => (id, Report::Slides(slides)),
            FromEngine::Reported { id, file } => (id, Report::Reported(file)),
            FromEngine::Failed { id, failure } => (id, Report::Failed(Trouble::Told(failure))),
            FromEngine::Ready => return self.is_ready(),
        };
        let waiting = if matches!(report, Report::Progress(_)) {
            self.pending.borrow().get(&id).cloned()
        } else {
            self.pending.borrow_mut().remove(&id)
        };
        // A report on a withdrawn request has no addressee.
        let Some(waiting) = waiting else { return };
        if matches!(report, Report::Loaded(_) | Report::Opened(_)) {
            self.source.replace(Some(Source { request: waiting.request, files: waiting.files }));
        }
        (waiting.on_report)(report);
    }

    fn is_ready(&self) {
        self.failed_starts.set(0);
        self.ready.set(true);
        if self.hopeless.replace(false) {
            (self.on_incident)(Incident::Started);
        }
        // The starting script waits for it before it keeps the files for days without a network.
        if let Ok(event) = Event::new("evenhand-engine-ready") {
            let _ = window().dispatch_event(&event);
        }
    }

    fn take_id(&self) -> u32 {
        let id = self.next_id.get();
        self.next_id.set(id.wrapping_add(1));
        id
    }
}

/// The failure of a request that the user cancelled.
pub(super) fn cancelled() -> Report {
    Report::Failed(Trouble::Told(Failure::Cancelled))
}
