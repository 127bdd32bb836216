//! A key figure: one number in large type with its interval, its n and what it means.

use evenhand_protocol::Pinned;
use leptos::prelude::*;

use super::cell::Cell;
use super::method_link::MethodLink;
use crate::briefing::pin_button;
use crate::state::Router;

/// The figures that can be pinned to the briefing, by their names for tests.
const PINNABLE: [&str; 10] = [
    "icc-a-1-overall",
    "icc-c-1-overall",
    "icc-a-k-overall",
    "icc-c-k-overall",
    "affiliation-same",
    "affiliation-other",
    "affiliation-difference",
    "alpha-overall",
    "round-mean",
    "separated-share",
];

/// What a key figure shows.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureModel {
    /// What it is.
    pub label: String,
    /// What it means, in a sentence.
    pub tip: String,
    /// The number with its interval.
    pub cell: Cell,
    /// What it rests on.
    pub basis: Option<BasisCell>,
    /// The note on how it is computed.
    pub note: Option<&'static str>,
}

/// What a figure rests on: words with a number in them.
#[derive(Debug, Clone, PartialEq)]
pub struct BasisCell {
    /// As shown.
    pub text: String,
    /// The number.
    pub n: f64,
    /// Name for tests.
    pub testid: String,
}

/// A key figure as an entry of a description list.
#[component]
pub fn Figure(
    /// What is shown.
    model: FigureModel,
) -> impl IntoView {
    let FigureModel { label, tip, cell, basis, note } = model;
    let pin = cell.testid.as_deref().and_then(|name| PINNABLE.into_iter().find(|known| *known == name));
    let router = expect_context::<Router>();
    let pin = pin.map(|name| pin_button(move || pinned(router, name)));
    let value = cell.number().map(|value| format!("{value:?}"));
    let beside = cell.beside.map(|beside| view! { <p class="figure-interval">{beside}</p> });
    let method = note.map(|note| view! { <MethodLink note /> });
    let note = cell.note.map(|note| view! { <p class="figure-note">{note}</p> });
    let basis = basis.map(|basis| {
        view! {
            <p class="figure-basis" data-testid=basis.testid data-value=format!("{:?}", basis.n)>{basis.text}</p>
        }
    });
    view! {
        <div class="figure">
            <dt class="figure-label">{label}</dt>
            <dd class="figure-body">
                <p class="figure-value" data-testid=cell.testid data-value=value>{cell.text}</p>
                {beside}
                {note}
                {basis}
                <p class="figure-tip">{tip} {method}</p>
                {pin}
            </dd>
        </div>
    }
}

/// The figure as it is shown now: of the round in the address where it is of one.
fn pinned(router: Router, name: &str) -> Pinned {
    let round = matches!(name, "round-mean" | "separated-share").then(|| router.choice("in")).flatten();
    let choice = round.map(|round| ("in".to_owned(), round)).into_iter().collect();
    Pinned::Figure { name: name.to_owned(), choice }
}
