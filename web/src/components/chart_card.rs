//! A chart with its words and what can be done with it.

use std::sync::Arc;

use evenhand_charts::{Caption, Frame, Palette, Scene, SvgOptions, picture, to_svg};
use evenhand_protocol::{PINNED_CHARTS, Pinned};
use evenhand_words::note_of_chart;
use leptos::prelude::*;

use super::data_grid::DataGrid;
use super::method_link::MethodLink;
use super::picture_options::picture_options;
use super::table::Table;
use crate::briefing::{Pinning, in_address, pin_button};
use crate::charts::{Chart, Zoom, picture_source, save_png, save_svg, save_text};
use crate::i18n::{language, t};
use crate::state::{Dataset, PictureChoice, Router};

/// Charts with more data than this can be drawn wider.
const DENSE: usize = 40;

/// Charts with so many data that lead somewhere say that these can be picked.
const PICKABLE: usize = 20;

/// What makes a scene for a frame.
type MakeScene = Arc<dyn Fn(Frame) -> Option<Scene> + Send + Sync>;

/// A figure: title, chart, how to read it, its data table, and downloads.
#[component]
pub fn ChartCard(
    /// Makes the scene for a frame; `None` while there is nothing to draw.
    scene: impl Fn(Frame) -> Option<Scene> + Send + Sync + 'static,
    /// Name for tests, of the files, and in briefings.
    name: &'static str,
    /// What was chosen for it besides what is in the address: name and value.
    #[prop(optional, into)]
    chosen: Option<Signal<(&'static str, String)>>,
) -> impl IntoView {
    card(Arc::new(scene), name, chosen)
}

/// The card itself, compiled once for all charts: a copy for each would be a third of the page's module.
fn card(scene: MakeScene, name: &'static str, chosen: Option<Signal<(&'static str, String)>>) -> AnyView {
    let router = expect_context::<Router>();
    let shown = RwSignal::new(None::<Arc<Scene>>);
    let open = RwSignal::new(false);
    let zoom = RwSignal::new(Zoom::default());
    let is_dense = move || {
        zoom.get().is_wide()
            || shown.with(|scene| scene.as_ref().is_some_and(|scene| scene.data.len() > DENSE))
    };
    let can_pick = move || {
        let links = |scene: &Arc<Scene>| scene.data.iter().filter(|datum| datum.link.is_some()).count();
        shown.with(|scene| scene.as_ref().is_some_and(|scene| links(scene) >= PICKABLE))
    };
    let words = move |pick: fn(&Caption) -> &String| {
        shown.with(|scene| scene.as_ref().map(|scene| pick(&scene.caption).clone()).unwrap_or_default())
    };
    let title = Signal::derive(move || words(|caption| &caption.title));
    let table = Signal::derive(move || {
        shown.with(|scene| {
            Arc::new(scene.as_ref().map(|scene| Table::behind(&scene.table)).unwrap_or_default())
        })
    });
    let save_table = move |_| {
        if let Some(scene) = shown.get_untracked() {
            save_text(&format!("{name}.csv"), "text/csv", &scene.table.to_csv());
        }
    };
    let choice = expect_context::<PictureChoice>();
    let anew = Arc::clone(&scene);
    let dataset = expect_context::<Dataset>();
    let with_source = move |mut scene: Scene| {
        scene.caption.source = untrack(|| picture_source(dataset, router, language()));
        scene
    };
    // As it is shown, or laid out anew for another size, in colours for light paper.
    let drawn: Arc<dyn Fn() -> Option<String> + Send + Sync> = Arc::new(move || match choice.size() {
        None => {
            let scene = with_source(Scene::clone(&*shown.get_untracked()?));
            Some(to_svg(&scene, &SvgOptions::standalone(Palette::light())))
        }
        Some(size) => {
            let make = |frame| anew(frame).map(with_source);
            untrack(|| picture(&make, size)).map(|found| found.to_svg(Palette::light()))
        }
    });
    let drawn_too = Arc::clone(&drawn);
    let as_svg = move |_| {
        if let Some(svg) = drawn() {
            save_svg(name, &svg);
        }
    };
    let as_png = move |_| {
        if let Some(svg) = drawn_too() {
            save_png(name, svg, choice.sharpness.get_untracked());
        }
    };
    let pin_table: Pinning = Arc::new(move || match pinned(router, name, chosen) {
        Pinned::Chart { choice, .. } => Pinned::Table { name: format!("table-{name}"), choice },
        other => other,
    });
    view! {
        <figure class="card chart-card" data-testid=format!("card-{name}")>
            <figcaption class="chart-caption">
                <h3>{title}</h3>
                <p class="chart-subtitle">{move || words(|caption| &caption.subtitle)}</p>
            </figcaption>
            <Chart scene=move |frame| scene(frame) shown name zoom />
            <p class="how-to-read">
                {move || words(|caption| &caption.how_to_read)} " "
                <Show when=can_pick>{t(|w| w.common.pick_hint)} " "</Show>
                {note_of_chart(name).map(|note| view! { <MethodLink note /> })}
            </p>
            <div class="card-actions">
                <button
                    type="button"
                    class="button quiet"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {move || if open.get() { t(|w| w.common.hide_table)() } else { t(|w| w.common.show_table)() }}
                </button>
                <button type="button" class="button quiet" on:click=save_table>
                    {t(|w| w.common.download_csv)}
                </button>
                <button type="button" class="button quiet" on:click=as_svg>
                    {t(|w| w.common.download_svg)}
                </button>
                <button type="button" class="button quiet" on:click=as_png>
                    {t(|w| w.common.download_png)}
                </button>
                {pin_button(move || pinned(router, name, chosen))}
                <Show when=is_dense>{zoom_buttons(zoom)}</Show>
                {picture_options()}
            </div>
            <Show when=move || open.get()>
                <DataGrid table caption=title name=format!("table-{name}") download=false pin=pin_table.clone() />
            </Show>
        </figure>
    }
    .into_any()
}

/// Draws the chart wider and narrower.
fn zoom_buttons(zoom: RwSignal<Zoom>) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button quiet"
            data-testid="zoom-in"
            disabled=move || zoom.get().is_widest()
            on:click=move |_| zoom.update(|zoom| *zoom = zoom.wider())
        >
            {t(|w| w.common.zoom_in)}
        </button>
        <button
            type="button"
            class="button quiet"
            data-testid="zoom-out"
            disabled=move || !zoom.get().is_wide()
            on:click=move |_| zoom.update(|zoom| *zoom = zoom.narrower())
        >
            {t(|w| w.common.zoom_out)}
        </button>
    }
}

/// The chart as it is shown now, for a briefing.
fn pinned(router: Router, name: &str, chosen: Option<Signal<(&'static str, String)>>) -> Pinned {
    let choices =
        PINNED_CHARTS.iter().find(|known| known.name == name).map_or(&[][..], |chart| chart.choices);
    let mut choice = in_address(choices, router);
    choice.extend(chosen.map(|chosen| chosen.get()).map(|(key, value)| (key.to_owned(), value)));
    Pinned::Chart { name: name.to_owned(), choice }
}
