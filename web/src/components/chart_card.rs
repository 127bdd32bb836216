//! A chart with its words and what can be done with it.

use std::sync::Arc;

use evenhand_charts::{Caption, Frame, Scene};
use evenhand_words::note_of_chart;
use leptos::prelude::*;

use super::data_grid::DataGrid;
use super::method_link::MethodLink;
use super::table::Table;
use crate::charts::{Chart, save_png, save_svg, save_text};
use crate::i18n::t;

/// What makes a scene for a frame.
type MakeScene = Arc<dyn Fn(Frame) -> Option<Scene> + Send + Sync>;

/// A figure: title, chart, how to read it, its data table, and downloads.
#[component]
pub fn ChartCard(
    /// Makes the scene for a frame; `None` while there is nothing to draw.
    scene: impl Fn(Frame) -> Option<Scene> + Send + Sync + 'static,
    /// Name for tests and of the files.
    name: &'static str,
) -> impl IntoView {
    card(Arc::new(scene), name)
}

/// The card itself, compiled once for all charts: a copy for each would be a third of the page's module.
fn card(scene: MakeScene, name: &'static str) -> AnyView {
    let shown = RwSignal::new(None::<Arc<Scene>>);
    let open = RwSignal::new(false);
    let words = move |pick: fn(&Caption) -> &String| {
        shown.with(|scene| scene.as_ref().map(|scene| pick(&scene.caption).clone()).unwrap_or_default())
    };
    let title = Signal::derive(move || words(|caption| &caption.title));
    let table = Signal::derive(move || {
        shown.with(|scene| {
            Arc::new(scene.as_ref().map(|scene| Table::behind(&scene.table)).unwrap_or_default())
        })
    });
    let with_scene = move |act: fn(&str, &Scene)| {
        if let Some(scene) = shown.get_untracked() {
            act(name, &scene);
        }
    };
    view! {
        <figure class="card chart-card" data-testid=format!("card-{name}")>
            <figcaption class="chart-caption">
                <h3>{title}</h3>
                <p class="chart-subtitle">{move || words(|caption| &caption.subtitle)}</p>
            </figcaption>
            <Chart scene=move |frame| scene(frame) shown name />
            <p class="how-to-read">
                {move || words(|caption| &caption.how_to_read)} " "
                {note_of_chart(name).map(|note| view! { <MethodLink note /> })}
            </p>
            <p class="card-actions">
                <button
                    type="button"
                    class="button quiet"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {move || if open.get() { t(|w| w.common.hide_table)() } else { t(|w| w.common.show_table)() }}
                </button>
                <button type="button" class="button quiet" on:click=move |_| with_scene(save_csv)>
                    {t(|w| w.common.download_csv)}
                </button>
                <button type="button" class="button quiet" on:click=move |_| with_scene(save_svg)>
                    {t(|w| w.common.download_svg)}
                </button>
                <button type="button" class="button quiet" on:click=move |_| with_scene(save_png)>
                    {t(|w| w.common.download_png)}
                </button>
            </p>
            <Show when=move || open.get()>
                <DataGrid table caption=title name=format!("table-{name}") download=false />
            </Show>
        </figure>
    }
    .into_any()
}

fn save_csv(name: &str, scene: &Scene) {
    save_text(&format!("{name}.csv"), "text/csv", &scene.table.to_csv());
}
