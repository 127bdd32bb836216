//! What happens when a worker breaks down or does not obey: another one takes over.
//!
//! The new worker gets the last data set back, from the `File` handles that the page still holds.
//! Questions that were open are asked once more; loads and inspections are not, since they may be what broke it.

use std::rc::Rc;

use evenhand_protocol::Failure;

use super::client::{Client, Pending, Source, cancelled};
use super::report::{Incident, Report, Trouble};

/// Workers that may break before they are ready, one after the other, until the page gives up.
const START_ATTEMPTS: u32 = 2;

/// Why a worker is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// It broke down.
    Broken,
    /// It did not stop working on this request.
    Cancelled(u32),
}

impl Client {
    /// Tries to start the engine again when the page had given up, and brings the data set back.
    pub fn try_again(&self) {
        if !self.hopeless.get() {
            return;
        }
        self.failed_starts.set(0);
        self.start();
        if let Some(source) = self.source.borrow().clone() {
            self.restore(source, true);
        }
    }

    pub(super) fn recover(&self, cause: Cause) {
        let began = self.ready.replace(false);
        if cause == Cause::Broken && !began && self.failed_starts.get() + 1 < START_ATTEMPTS {
            return self.start_once_more();
        }
        let lost = self.pending.take();
        let was_restoring = self.restoring.replace(false);
        self.transport.replace(None);
        for (id, pending) in lost {
            if cause == Cause::Cancelled(id) {
                (pending.on_report)(cancelled());
            } else if pending.is_question() && !pending.retried {
                let retried = cause == Cause::Broken;
                self.held.borrow_mut().push(Pending { retried, ..pending });
            } else {
                (pending.on_report)(Report::Failed(Trouble::Stopped));
            }
        }
        if cause == Cause::Broken && !self.may_go_on(was_restoring, began) {
            return self.fail_held(&Trouble::Stopped);
        }
        self.start();
        let source = self.source.borrow().clone();
        match source {
            Some(source) => self.restore(source, cause == Cause::Broken),
            None => self.fail_held(&Trouble::Told(Failure::NothingLoaded)),
        }
    }

    /// A worker that broke before it was ready, mostly by a network that broke off, has begun on nothing: the next one
    /// gets all that it was sent, under the same ids.
    fn start_once_more(&self) {
        self.failed_starts.set(self.failed_starts.get() + 1);
        let waiting = self.pending.take();
        self.start();
        for (id, pending) in waiting {
            self.post(id, pending);
        }
    }

    /// Counts and tells a break-down; whether another worker is worth trying.
    ///
    /// `began` says whether the worker was ready: only then can the data set be what broke it.
    fn may_go_on(&self, was_restoring: bool, began: bool) -> bool {
        self.failed_starts.set(self.failed_starts.get() + 1);
        if was_restoring && began {
            self.source.replace(None);
        }
        let hopeless = self.failed_starts.get() >= START_ATTEMPTS;
        self.hopeless.set(hopeless);
        (self.on_incident)(match (hopeless, was_restoring) {
            (true, _) => Incident::CannotStart,
            (false, true) => Incident::DataLost,
            (false, false) => Incident::Restarting,
        });
        !hopeless
    }

    /// Brings the data set back into a new worker, then asks the open questions again.
    ///
    /// `told` says whether the user heard of the break-down and is to hear of its end.
    fn restore(&self, source: Source, told: bool) {
        self.restoring.set(true);
        let me = self.me.clone();
        let on_report = move |report: Report| {
            let Some(client) = me.upgrade() else { return };
            match report {
                Report::Loaded(_) | Report::Opened(_) => {
                    client.restoring.set(false);
                    if told {
                        (client.on_incident)(Incident::Restarted);
                    }
                    for pending in client.held.take() {
                        client.dispatch(pending);
                    }
                }
                Report::Failed(trouble) => {
                    // A file may have been moved or changed since it was chosen.
                    if client.restoring.replace(false) {
                        client.source.replace(None);
                        (client.on_incident)(Incident::DataLost);
                    }
                    client.fail_held(&trouble);
                }
                _ => {}
            }
        };
        let Source { request, files } = source;
        self.dispatch(Pending { request, files, on_report: Rc::new(on_report), retried: true });
    }

    fn fail_held(&self, trouble: &Trouble) {
        for pending in self.held.take() {
            (pending.on_report)(Report::Failed(trouble.clone()));
        }
    }
}
