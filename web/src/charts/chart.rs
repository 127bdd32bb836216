//! A scene on the page: as wide as its place, pointed at by pointer and keyboard.

use std::sync::Arc;

use evenhand_charts::{Direction, Frame, Scene, SvgOptions, nearest, step, to_svg};
use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, KeyboardEvent, PointerEvent, ResizeObserver, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::appearance::{is_dark, palette};
use super::tooltip::{spoken, tooltip};
use super::turns::in_turn;
use crate::state::Router;

/// How near the pointer must come to a datum, in pixels.
const REACH: f64 = 24.0;

/// A chart of `scene`, which is made anew when what it reads or the width changes.
///
/// The chart is one tab stop: arrow keys, Home and End go through its data, Enter follows a datum's link,
/// Escape leaves the data. `shown` receives the scene for those who save it or show its table.
#[component]
pub fn Chart(
    /// Makes the scene for a frame; `None` while there is nothing to draw.
    scene: impl Fn(Frame) -> Option<Scene> + Send + Sync + 'static,
    /// Receives the scene drawn.
    shown: RwSignal<Option<Arc<Scene>>>,
    /// Distinguishes the charts of a page.
    name: &'static str,
) -> impl IntoView {
    let router = expect_context::<Router>();
    let host = NodeRef::<html::Div>::new();
    let width = RwSignal::new(None::<f64>);
    let at = RwSignal::new(None::<usize>);
    follow_width(host, width);
    let dark = is_dark(router);
    let drawn = Memo::new_with_compare(
        move |_| width.get().and_then(|width| scene(Frame::new(width))).map(Arc::new),
        |_, _| true,
    );
    // One way only: from the memo to the card around the chart.
    Effect::new(move || {
        at.set(None);
        shown.set(drawn.get());
    });
    let svg = move || {
        let options = SvgOptions::page(palette(dark.get()), name);
        drawn.with(|scene| scene.as_ref().map(|scene| to_svg(scene, &options)).unwrap_or_default())
    };
    let datum = move || at.get().and_then(|k| drawn.with(|scene| scene.as_ref()?.data.get(k).cloned()));
    let follow_link = move || {
        if let Some(link) = untrack(datum).and_then(|datum| datum.link) {
            router.go(|route| *route = route.to_entity(&link));
        }
    };
    let point = move |event: PointerEvent| {
        let hit = place_in(&event)
            .and_then(|(x, y)| drawn.with_untracked(|scene| nearest(scene.as_ref()?, x, y, REACH)));
        if at.get_untracked() != hit {
            at.set(hit);
        }
    };
    let press = move |event: KeyboardEvent| {
        let key = event.key();
        if let Some(direction) = direction_of(&key) {
            event.prevent_default();
            let from = at.get_untracked();
            at.set(drawn.with_untracked(|scene| step(scene.as_ref()?, from, direction)));
            keep_in_view(host);
        } else if key == "Enter" {
            follow_link();
        } else if key == "Escape" {
            at.set(None);
        }
    };
    let label = move || {
        let title =
            drawn.with(|scene| scene.as_ref().map(|scene| scene.caption.title.clone()).unwrap_or_default());
        format!("{title}. {}", router.language.get().words().common.chart_keys)
    };
    view! {
        <div class="chart" node_ref=host data-testid=format!("chart-{name}")>
            <div
                class="chart-host"
                class:has-link=move || datum().is_some_and(|datum| datum.link.is_some())
                tabindex="0"
                role="application"
                aria-label=label
                on:keydown=press
                on:pointermove=point
                on:pointerdown=point
                on:pointerleave=move |_| at.set(None)
                on:blur=move |_| at.set(None)
                on:click=move |_| follow_link()
            >
                <div class="chart-svg" inner_html=svg></div>
                {move || datum().map(|datum| tooltip(&datum, width.get().unwrap_or_default()))}
            </div>
            <p class="visually-hidden" aria-live="polite">
                {move || datum().map(|datum| spoken(&datum))}
            </p>
        </div>
    }
}

fn direction_of(key: &str) -> Option<Direction> {
    Some(match key {
        "ArrowLeft" => Direction::Left,
        "ArrowRight" => Direction::Right,
        "ArrowUp" => Direction::Up,
        "ArrowDown" => Direction::Down,
        "Home" => Direction::Home,
        "End" => Direction::End,
        _ => return None,
    })
}

/// Where in the chart a pointer is.
fn place_in(event: &PointerEvent) -> Option<(f64, f64)> {
    let host = event.current_target()?.dyn_into::<Element>().ok()?;
    let rect = host.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top()))
}

/// Scrolls the page so far that the datum stepped to can be seen, once it is marked.
fn keep_in_view(host: NodeRef<html::Div>) {
    Timeout::new(0, move || {
        let host = host.try_get_untracked().flatten();
        if let Some(ring) = host.and_then(|host| host.query_selector(".datum-ring").ok().flatten()) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            ring.scroll_into_view_with_scroll_into_view_options(&options);
        }
    })
    .forget();
}

/// Keeps `width` at the width of the element, in whole pixels, as long as it is on the page.
///
/// The browser tells it once at first and after every change. Charts are drawn in turn, so that a page of many stays
/// awake.
fn follow_width(host: NodeRef<html::Div>, width: RwSignal<Option<f64>>) {
    Effect::new(move || {
        let Some(host) = host.get() else { return };
        let measured = host.clone();
        let measure = move || {
            let now = f64::from(measured.client_width());
            let is_new = move || width.try_get_untracked().is_some_and(|before| before != Some(now));
            if now > 0.0 && is_new() {
                in_turn(move || {
                    if is_new() {
                        width.set(Some(now));
                    }
                });
            }
        };
        let callback = Closure::<dyn Fn()>::new(measure);
        if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
            observer.observe(&host);
            let kept = StoredValue::new_local((observer, callback));
            on_cleanup(move || {
                kept.try_with_value(|(observer, _)| observer.disconnect());
                kept.dispose();
            });
        }
    });
}
