//! The speaker's window: the notes of the slide on the screen, what comes next, and the time.

use std::rc::Rc;

use evenhand_protocol::Slide;
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::{document, window};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, Window};

use super::present::Stage;
use crate::state::BriefingState;

/// The name of the window, so that it is opened once.
const NAME: &str = "evenhand-speaker";

/// What a key does; whether it meant something.
type OnKey = Rc<dyn Fn(&str) -> bool>;

/// The second window, while it is open.
#[derive(Clone, Copy)]
pub struct Speaker {
    state: BriefingState,
    stage: Stage,
    seconds: RwSignal<u32>,
    on_key: StoredValue<Option<OnKey>, LocalStorage>,
    open: StoredValue<Option<Opened>, LocalStorage>,
    _clock: StoredValue<Interval, LocalStorage>,
}

/// The window and what keeps it alive.
struct Opened {
    window: Window,
    _listeners: [EventListener; 2],
    _view: Box<dyn std::any::Any>,
}

impl Speaker {
    /// Not open yet; the time runs from now.
    pub fn new(state: BriefingState, stage: Stage) -> Self {
        let seconds = RwSignal::new(0);
        let clock = Interval::new(1_000, move || {
            seconds.try_update(|seconds| *seconds += 1);
        });
        Self {
            state,
            stage,
            seconds,
            on_key: StoredValue::new_local(None),
            open: StoredValue::new_local(None),
            _clock: StoredValue::new_local(clock),
        }
    }

    /// What keys do in the speaker's window, too.
    pub fn on_key(self, press: impl Fn(&str) -> bool + 'static) {
        self.on_key.set_value(Some(Rc::new(press)));
    }

    /// Opens the window, or brings it to the front. A browser that refuses has told the user why.
    pub fn open(self) {
        let open = self.open.with_value(|open| open.as_ref().map(|open| open.window.clone()));
        if let Some(window) = open.filter(|window| window.closed() == Ok(false)) {
            let _ = window.focus();
            return;
        }
        if let Some(opened) = self.make() {
            self.open.set_value(Some(opened));
        }
    }

    /// Closes the window.
    pub fn close(self) {
        let open = self.open.try_update_value(Option::take).flatten();
        if let Some(open) = open {
            let _ = open.window.close();
        }
    }

    fn make(self) -> Option<Opened> {
        let speaker =
            window().open_with_url_and_target_and_features("", NAME, "width=900,height=640").ok()??;
        let page = speaker.document()?;
        let words = crate::i18n::language().words();
        page.set_title(words.report.presenter_window);
        adopt_styles(&page);
        let body: HtmlElement = page.body()?;
        body.set_class_name("speaker");
        // What a window of that name showed before.
        body.set_inner_html("");
        let (state, stage, seconds) = (self.state, self.stage, self.seconds);
        let language = state.language();
        let view: UnmountHandle<_> = mount_to(body, move || speaker_view(state, stage, seconds, language));
        let on_key = self.on_key.get_value();
        let keys = EventListener::new(&speaker, "keydown", move |event| {
            // The event is of the other window's own kind, which this window's `instanceof` does not know.
            if let Some(press) = &on_key {
                press(&event.unchecked_ref::<KeyboardEvent>().key());
            }
        });
        // The framework listens for clicks in the page's own window only; there is one button in this one.
        let clicks = EventListener::new(&speaker, "click", move |event| {
            let target = event.target().map(JsCast::unchecked_into::<Element>);
            if target.is_some_and(|target| target.tag_name() == "BUTTON") {
                seconds.set(0);
            }
        });
        Some(Opened { window: speaker, _listeners: [keys, clicks], _view: Box::new(view) })
    }
}

/// The styles of the page for another window of it.
fn adopt_styles(page: &web_sys::Document) {
    let Ok(links) = document().query_selector_all("link[rel=stylesheet]") else { return };
    for k in 0..links.length() {
        let href = links
            .get(k)
            .and_then(|link| link.dyn_into::<web_sys::HtmlLinkElement>().ok())
            .map(|link| link.href());
        let link = page.create_element("link").ok();
        if let (Some(href), Some(link), Some(head)) = (href, link, page.head()) {
            let _ = link.set_attribute("rel", "stylesheet");
            let _ = link.set_attribute("href", &href);
            let _ = head.append_child(&link);
        }
    }
}

fn speaker_view(
    state: BriefingState,
    stage: Stage,
    seconds: RwSignal<u32>,
    language: Memo<evenhand_words::Language>,
) -> impl IntoView {
    let words = move || &language.get().words().report;
    let slide = move |by: usize| state.slides.with(|slides| slides.get(stage.at.get() + by).cloned());
    let heading = move || slide(0).map(|slide| slide.heading).unwrap_or_default();
    let notes = move || {
        let notes = slide(0).map(|slide: Slide| slide.notes).unwrap_or_default();
        notes.into_iter().map(|note| view! { <p>{note}</p> }).collect_view()
    };
    let next = move || slide(1).map_or_else(|| words().end_of_slides.to_owned(), |slide| slide.heading);
    let time = move || {
        let seconds = seconds.get();
        format!("{}:{:02}", seconds / 60, seconds % 60)
    };
    let place = move || format!("{} / {}", stage.at.get() + 1, state.slides.with(Vec::len));
    view! {
        <main class="speaker-notes">
            <p class="speaker-top">
                <span>{place}</span>
                <span class="speaker-time">{move || words().timer} " " {time}</span>
            </p>
            <h1>{heading}</h1>
            <div class="speaker-words">{notes}</div>
            <h2>{move || words().next_up}</h2>
            <p class="speaker-next">{next}</p>
            <p>
                <button type="button" class="button">
                    {move || words().timer_reset}
                </button>
            </p>
        </main>
    }
}
