//! The frame of the page: state, navigation, top bar and the page of the moment.

use std::rc::Rc;

use evenhand_protocol::Page;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, KeyboardEvent};

use crate::briefing::{BriefingPage, Present};
use crate::components::{
    CONTENT, NoticeBar, PickedBar, SideNav, TopBar, files_of, focus_content, follow_paste, show_sections,
};
use crate::engine::Client;
use crate::i18n::t;
use crate::pages::{EvaluatorsPage, IndicatorsPage, LoadPage, OverviewPage, ProvidersPage, QualityPage};
use crate::palette::{Palette, PaletteState};
use crate::state::{
    Answers, BriefingState, Dataset, EngineStart, KeptData, LoadFlow, Notice, Notices, Picked, PictureChoice,
    ProblemLists, ReaderMarks, ReaderPolicy, Router, keep_asking,
};
use crate::tour::{Tour, TourState};

/// The whole page.
///
/// All state is made here, once, and lives as long as the page, so no late report finds its signal gone.
#[component]
pub fn App() -> impl IntoView {
    let router = Router::new();
    let dataset = Dataset::new();
    let notices = Notices::new();
    let client = Client::new(engine_url(), move |incident| notices.tell_of_engine(incident));
    let answers = Answers::new(Rc::clone(&client), dataset, router);
    let load_flow = LoadFlow::new(Rc::clone(&client), dataset, answers, router, notices);
    provide_context(router);
    provide_context(dataset);
    provide_context(notices);
    provide_context(answers);
    provide_context(load_flow);
    provide_context(EngineStart::new(Rc::clone(&client)));
    provide_context(PictureChoice::new());
    provide_context(PaletteState::new());
    provide_context(TourState::new());
    provide_context(BriefingState::new(Rc::clone(&client), dataset, router));
    provide_context(ReaderMarks::new(router));
    provide_context(ReaderPolicy::new(router));
    follow_undo(router);
    take_over_briefings(load_flow);
    provide_context(KeptData::new());
    provide_context(Picked::new(router));
    provide_context(ProblemLists::new(Rc::clone(&client)));
    follow_updates(notices);
    keep_asking(answers);
    follow_page(router);
    follow_paste(load_flow, router);
    // After the first paint: the engine is large and the page need not wait for it.
    gloo::timers::callback::Timeout::new(0, move || client.warm_up()).forget();

    view! {
        <a class="skip-link" href="#content" on:click=|event| skip_to_content(&event)>{t(|w| w.nav.skip_link)}</a>
        <div class="frame" on:dragover=|event| allow_drop(&event) on:drop=move |event: DragEvent| {
            event.prevent_default();
            load_flow.take_files(files_of(event.data_transfer().and_then(|transfer| transfer.files())));
        }>
            <SideNav />
            <div class="column">
                <TopBar />
                <NoticeBar />
                <main id=CONTENT class="content" tabindex="-1">{page(router)}</main>
                <PickedBar />
            </div>
            <Palette />
            <Tour />
            <Present />
        </div>
    }
}

fn page(router: Router) -> impl IntoView {
    move || match router.page.get() {
        Page::Load => view! { <LoadPage /> }.into_any(),
        Page::Quality => view! { <QualityPage /> }.into_any(),
        Page::Overview => view! { <OverviewPage /> }.into_any(),
        Page::Evaluators => view! { <EvaluatorsPage /> }.into_any(),
        Page::Indicators => view! { <IndicatorsPage /> }.into_any(),
        Page::Providers => view! { <ProvidersPage /> }.into_any(),
        Page::Briefing => view! { <BriefingPage /> }.into_any(),
    }
}

/// Names the page in the window's title, and brings the section that is linked to into view.
fn follow_page(router: Router) {
    Effect::new(move || {
        let words = router.language.get().words();
        let name = evenhand_words::page(router.language.get(), router.page.get());
        document().set_title(&format!("{name} · {}", words.nav.product));
    });
    show_sections(router);
}

/// Tells of a newer version of the page, which the starting script finds.
fn follow_updates(notices: Notices) {
    EventListener::new(&window(), "evenhand-update", move |_| notices.tell(Notice::Update)).forget();
}

/// The briefing of a report that is opened becomes that of the page, which can be undone.
fn take_over_briefings(flow: LoadFlow) {
    let state = expect_context::<BriefingState>();
    Effect::new(move || {
        if let Some(opened) = flow.opened_briefing.get() {
            state.change(|briefing| *briefing = opened);
            flow.opened_briefing.set(None);
        }
    });
}

/// Ctrl-Z takes back what numbers depend on, but in a box it takes back what was typed.
fn follow_undo(router: Router) {
    EventListener::new_with_options(
        &window(),
        "keydown",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let meant = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && event.key() == "z";
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let in_box =
                target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA"));
            if meant && !in_box && untrack(|| router.can_undo()) {
                event.prevent_default();
                router.undo();
            }
        },
    )
    .forget();
}

/// Without it the browser would open a dropped file in place of the page.
fn allow_drop(event: &DragEvent) {
    event.prevent_default();
}

/// The address after `#` is the route, so the jump is made by hand.
fn skip_to_content(event: &web_sys::MouseEvent) {
    event.prevent_default();
    focus_content();
}

/// Where index.html says that the engine's worker is.
fn engine_url() -> String {
    let meta = document().query_selector("meta[name='evenhand-engine']").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_else(|| "engine-worker.js".to_owned())
}
