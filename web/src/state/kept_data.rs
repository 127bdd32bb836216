//! A data set that the reader asked to keep on this device, to be opened again without looking for its files.

use evenhand_protocol::LoadPlan;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use web_sys::File;

use super::json::{from_json, to_json};
use super::{LoadFlow, device_store};

/// What is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptSet {
    /// When, as `2026-11-28`.
    pub date: String,
    /// The names of the files.
    pub names: Vec<String>,
    /// Their size in bytes, together.
    pub bytes: u64,
    plan: LoadPlan,
}

/// The kept data set, and the ways to and from it. Nothing is kept unless the reader asks for it.
#[derive(Clone, Copy)]
pub struct KeptData {
    /// What is kept, if anything.
    pub set: RwSignal<Option<KeptSet>>,
    /// Whether the latest attempt came to nothing.
    pub failed: RwSignal<bool>,
    /// Whether files are being written or deleted.
    pub busy: RwSignal<bool>,
}

impl KeptData {
    /// Looks for what was kept before.
    pub fn new() -> Self {
        let kept =
            Self { set: RwSignal::new(None), failed: RwSignal::new(false), busy: RwSignal::new(false) };
        spawn_local(async move {
            let text = device_store::manifest().await.ok();
            kept.set.set(text.and_then(|text| from_json(&text)));
        });
        kept
    }

    /// Keeps the loaded data set in the place of what was kept before.
    pub fn keep(self, flow: LoadFlow) {
        let Some((plan, files)) = flow.loaded_as() else { return };
        let set = KeptSet {
            date: js_sys::Date::new_0().to_iso_string().substring(0, 10).into(),
            names: files.iter().map(File::name).collect(),
            bytes: files.iter().map(|file| file.size() as u64).sum(),
            plan,
        };
        self.work(async move {
            let manifest = to_json(&set)?;
            device_store::write(&manifest, &files).await.ok()?;
            self.set.set(Some(set));
            Some(())
        });
    }

    /// Loads what is kept.
    pub fn open(self, flow: LoadFlow) {
        let Some(set) = self.set.get_untracked() else { return };
        self.work(async move {
            let files = device_store::files(&set.names).await.ok()?;
            flow.load_as(set.plan, files);
            Some(())
        });
    }

    /// Deletes what is kept from this device.
    pub fn delete(self) {
        self.work(async move {
            device_store::delete().await.ok()?;
            self.set.set(None);
            Some(())
        });
    }

    fn work(self, work: impl Future<Output = Option<()>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failed.set(false);
        spawn_local(async move {
            let done = work.await;
            self.busy.set(false);
            self.failed.set(done.is_none());
        });
    }
}
