//! A key figure: one number in large type with its interval, its n and what it means.

use evenhand_protocol::{PINNED_FIGURES, Pinned};
use leptos::prelude::*;

use super::cell::Cell;
use super::method_link::MethodLink;
use crate::briefing::{in_address, pin_button};
use crate::state::Router;

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
    /// What was chosen for it besides what is in the address: name and value.
    pub chosen: Option<(&'static str, String)>,
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
    let FigureModel { label, tip, cell, basis, note, chosen } = model;
    let known =
        cell.testid.as_deref().and_then(|name| PINNED_FIGURES.iter().find(|known| known.name == name));
    let router = expect_context::<Router>();
    let pin = known.map(|figure| {
        pin_button(move || {
            let mut choice = in_address(figure.choices, router);
            choice.extend(chosen.clone().map(|(key, value)| (key.to_owned(), value)));
            Pinned::Figure { name: figure.name.to_owned(), choice }
        })
    });
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
