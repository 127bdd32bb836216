//! A scene on the page: as wide as its place, pointed at by pointer and keyboard, its data picked by both.

use std::sync::Arc;

use evenhand_charts::{Datum, Direction, Frame, Scene, SvgOptions, nearest, step, to_svg};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent};

use super::appearance::{is_dark, palette};
use super::brush::{Brush, brush_area};
use super::linked_marks::linked_marks;
use super::room::{follow_width, keep_in_view};
use super::tooltip::{spoken, tooltip};
use super::zoom::Zoom;
use crate::state::{Picked, Router};

/// How near the pointer must come to a datum, in pixels.
const REACH: f64 = 24.0;

/// How much larger everything is drawn in large type; the stylesheet says the same.
const LARGE: f64 = 1.25;

/// A chart of `scene`, which is made anew when what it reads or the width changes.
///
/// The chart is one tab stop: arrow keys, Home and End go through its data, Enter follows a datum's link, the space bar
/// picks it or lets it go, plus and minus change the width, Escape leaves the data. A rectangle drawn with the mouse picks
/// what is in it, with Shift beside what was picked before. `shown` receives the scene for those who save it or show its
/// table.
#[component]
pub fn Chart(
    /// Makes the scene for a frame; `None` while there is nothing to draw.
    scene: impl Fn(Frame) -> Option<Scene> + Send + Sync + 'static,
    /// Receives the scene drawn.
    shown: RwSignal<Option<Arc<Scene>>>,
    /// Distinguishes the charts of a page.
    name: &'static str,
    /// How wide it is drawn.
    zoom: RwSignal<Zoom>,
) -> impl IntoView {
    let router = expect_context::<Router>();
    let room = NodeRef::<html::Div>::new();
    let width = RwSignal::new(None::<f64>);
    follow_width(room, width);
    let enlarged = move || if router.is_large.get() { LARGE } else { 1.0 };
    let drawn = Memo::new_with_compare(
        move |_| {
            let width = width.get()? / enlarged() * zoom.get().factor();
            scene(Frame::new(width)).map(Arc::new)
        },
        |_, _| true,
    );
    let chart = Pointing {
        name,
        drawn,
        at: RwSignal::new(None),
        brush: RwSignal::new(None),
        moved_to: StoredValue::new(None),
        router,
        picked: expect_context(),
    };
    // One way only: from the memo to the card around the chart.
    Effect::new(move || {
        chart.at.set(None);
        shown.set(drawn.get());
    });
    chart.tell_others();
    let dark = is_dark(router);
    let svg = move || {
        let options = SvgOptions::page(palette(dark.get()), name);
        drawn.with(|scene| scene.as_ref().map(|scene| to_svg(scene, &options)).unwrap_or_default())
    };
    let press = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "+" => zoom.update(|zoom| *zoom = zoom.wider()),
            "-" => zoom.update(|zoom| *zoom = zoom.narrower()),
            key if !chart.press(key) => return,
            _ => keep_in_view(room),
        }
        event.prevent_default();
    };
    let label = move || {
        let title =
            drawn.with(|scene| scene.as_ref().map(|scene| scene.caption.title.clone()).unwrap_or_default());
        format!("{title}. {}", router.language.get().words().common.chart_keys)
    };
    let tip = move || {
        chart.datum().map(|datum| {
            let scrolled = room.get_untracked().map_or(0, |room| room.scroll_left());
            tooltip(&datum, width.get().unwrap_or_default() / enlarged(), f64::from(scrolled))
        })
    };
    view! {
        <div class="chart" class:is-zoomed=move || zoom.get().is_wide() node_ref=room data-testid=format!("chart-{name}")>
            <div
                class="chart-host"
                class:has-link=move || chart.datum().is_some_and(|datum| datum.link.is_some())
                tabindex="0"
                role="application"
                aria-label=label
                on:keydown=press
                on:pointermove=move |event| chart.moved(&event)
                on:pointerdown=move |event| chart.pressed(&event)
                on:pointerup=move |_| chart.released()
                on:pointercancel=move |_| chart.brush.set(None)
                on:pointerleave=move |_| chart.at.set(None)
                on:blur=move |_| chart.at.set(None)
                on:click=move |event| chart.clicked(&event)
            >
                <div class="chart-svg" inner_html=svg></div>
                {move || chart.linked()}
                {move || chart.brush.get().filter(Brush::is_drawn).map(|brush| brush_area(&brush))}
                {tip}
            </div>
            <p class="visually-hidden" aria-live="polite">
                {move || chart.datum().map(|datum| spoken(&datum, chart.picked))}
            </p>
        </div>
    }
}

/// What is pointed at and picked in a chart.
#[derive(Clone, Copy)]
struct Pointing {
    name: &'static str,
    drawn: Memo<Option<Arc<Scene>>>,
    at: RwSignal<Option<usize>>,
    brush: RwSignal<Option<Brush>>,
    /// Where the pointer has got to since the last frame, while a rectangle is drawn.
    moved_to: StoredValue<Option<(f64, f64)>>,
    router: Router,
    picked: Picked,
}

impl Pointing {
    /// The datum pointed at; follows it.
    fn datum(&self) -> Option<Datum> {
        let at = self.at.get()?;
        self.drawn.with(|scene| scene.as_ref()?.data.get(at).cloned())
    }

    /// Tells the other charts and the tables what is pointed at.
    fn tell_others(self) {
        let link = Memo::new(move |_| self.datum().and_then(|datum| datum.link));
        Effect::new(move |before: Option<bool>| {
            let link = link.get();
            let told = link.is_some();
            // A chart that points at nothing has no say in what others point at.
            if told || before == Some(true) {
                self.picked.pointed.set(link.map(|link| (self.name, link)));
            }
            told
        });
    }

    /// The marks of what is picked, or pointed at elsewhere.
    fn linked(&self) -> Option<AnyView> {
        let elsewhere = self.picked.pointed.get().filter(|(chart, _)| *chart != self.name);
        let all = self.picked.all();
        self.drawn.with(|scene| {
            scene
                .as_ref()
                .map(|scene| linked_marks(scene, &all, elsewhere.as_ref().map(|(_, link)| link.as_str())))
        })
    }

    /// A key; whether it meant something here.
    fn press(self, key: &str) -> bool {
        let link = || untrack(|| self.datum()).and_then(|datum| datum.link);
        if let Some(direction) = direction_of(key) {
            let from = self.at.get_untracked();
            self.at.set(self.drawn.with_untracked(|scene| step(scene.as_ref()?, from, direction)));
            return true;
        }
        match key {
            "Enter" => self.follow_link(),
            " " => {
                if let Some(link) = link() {
                    self.picked.turn(&link);
                }
            }
            "Escape" if self.at.get_untracked().is_some() => self.at.set(None),
            "Escape" => self.picked.clear(),
            _ => return false,
        }
        true
    }

    fn follow_link(self) {
        if let Some(link) = untrack(|| self.datum()).and_then(|datum| datum.link) {
            self.router.go(|route| *route = route.to_entity(&link));
        }
    }

    fn point(self, place: (f64, f64)) {
        let hit = self.drawn.with_untracked(|scene| nearest(scene.as_ref()?, place.0, place.1, REACH));
        if self.at.get_untracked() != hit {
            self.at.set(hit);
        }
    }

    fn pressed(self, event: &PointerEvent) {
        let Some(place) = place_in(event) else { return };
        self.point(place);
        // A finger scrolls the page.
        if event.pointer_type() == "touch" || event.button() != 0 {
            return;
        }
        let kept = if event.shift_key() { untrack(|| self.picked.all()) } else { Arc::default() };
        self.brush.set(Some(Brush::at(place, kept)));
        if let Some(host) = event.current_target().and_then(|host| host.dyn_into::<Element>().ok()) {
            // Without it the rectangle ends where the chart does.
            let _ = host.set_pointer_capture(event.pointer_id());
        }
    }

    fn moved(self, event: &PointerEvent) {
        let Some(place) = place_in(event) else { return };
        if self.brush.with_untracked(Option::is_none) {
            self.point(place);
            return;
        }
        // Once a frame, however often the mouse tells where it is.
        if self.moved_to.try_update_value(|to| to.replace(place)).flatten().is_none() {
            request_animation_frame(move || self.draw_brush());
        }
    }

    fn draw_brush(self) {
        let Some(Some(to)) = self.moved_to.try_update_value(Option::take) else { return };
        self.brush.update(|brush| {
            if let Some(brush) = brush {
                brush.to = to;
            }
        });
        let entities = self.brush.with_untracked(|brush| {
            let brush = brush.as_ref().filter(|brush| brush.is_drawn())?;
            self.drawn.with_untracked(|scene| Some(brush.entities(scene.as_ref()?)))
        });
        if let Some(entities) = entities {
            self.at.set(None);
            self.picked.pick(entities);
        }
    }

    fn released(self) {
        self.draw_brush();
        // A click that ends a rectangle follows no link; one that drew none does.
        if self.brush.with_untracked(|brush| brush.as_ref().is_some_and(|brush| !brush.is_drawn())) {
            self.brush.set(None);
        }
    }

    fn clicked(self, event: &MouseEvent) {
        if self.brush.with_untracked(Option::is_some) {
            self.brush.set(None);
            return;
        }
        match untrack(|| self.datum()).and_then(|datum| datum.link) {
            Some(link) if event.shift_key() || event.ctrl_key() || event.meta_key() => {
                self.picked.turn(&link);
            }
            _ => self.follow_link(),
        }
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

/// Where in the chart a pointer is, in the pixels of the scene, whatever the size at which it is shown.
fn place_in(event: &PointerEvent) -> Option<(f64, f64)> {
    let host = event.current_target()?.dyn_into::<web_sys::HtmlElement>().ok()?;
    let rect = host.get_bounding_client_rect();
    let inside = f64::from(host.offset_width()).max(1.0);
    // In large type the chart is enlarged by the stylesheet.
    let scale = rect.width() / inside;
    let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
    Some((
        (f64::from(event.client_x()) - rect.left()) / scale,
        (f64::from(event.client_y()) - rect.top()) / scale,
    ))
}
