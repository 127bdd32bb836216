//! Short messages to the user that are not about one page.

use leptos::prelude::*;

use crate::engine::Incident;

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Something about the engine.
    Engine(Incident),
    /// A newer version of the page is there.
    Update,
    /// The user cancelled a load.
    Cancelled,
}

/// The latest notice, until it is dismissed or replaced.
#[derive(Clone, Copy)]
pub struct Notices {
    /// The notice shown.
    pub current: RwSignal<Option<Notice>>,
}

impl Notices {
    /// None so far.
    pub fn new() -> Self {
        Self { current: RwSignal::new(None) }
    }

    /// Shows what became of the engine; that it runs after all takes the notice away that it did not.
    pub fn tell_of_engine(&self, incident: Incident) {
        match incident {
            Incident::Started => {
                if self.current.get_untracked() == Some(Notice::Engine(Incident::CannotStart)) {
                    self.dismiss();
                }
            }
            _ => self.tell(Notice::Engine(incident)),
        }
    }

    /// Shows a notice.
    pub fn tell(&self, notice: Notice) {
        self.current.set(Some(notice));
    }

    /// Takes it away.
    pub fn dismiss(&self) {
        self.current.set(None);
    }
}
