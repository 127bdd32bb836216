//! Key figures made from estimates.

use evenhand_protocol::{Estimate, Reason};
use evenhand_words::{Column, count_of, method_anchor};
use leptos::prelude::*;

use super::page_frame::Scope;
use crate::components::{BasisCell, Cell, Figure, FigureModel};

/// A row of key figures.
#[component]
pub fn Figures(
    /// What they show.
    models: Signal<Vec<FigureModel>>,
) -> impl IntoView {
    view! {
        <dl class="figures">
            {move || models.get().into_iter().map(|model| view! { <Figure model /> }).collect_view()}
        </dl>
    }
}

/// An estimate as a key figure, with what it rests on.
pub fn estimate_figure(
    estimate: &Estimate,
    column: Column,
    testid: &str,
    decimals: usize,
    scope: &Scope<'_>,
) -> FigureModel {
    FigureModel {
        label: column.header.to_owned(),
        tip: column.tip.to_owned(),
        cell: Cell::estimate(estimate, decimals, scope.language).testid(testid),
        basis: Some(BasisCell {
            text: count_of(scope.language, estimate.of, estimate.n),
            n: f64::from(estimate.n),
            testid: format!("{testid}-n"),
        }),
        note: Some(method_anchor(estimate.method)),
        chosen: None,
    }
}

/// A key figure that cannot be computed, and why.
pub fn undefined_figure(reason: &Reason, column: Column, testid: &str, scope: &Scope<'_>) -> FigureModel {
    FigureModel {
        label: column.header.to_owned(),
        tip: column.tip.to_owned(),
        cell: Cell::undefined(reason, scope.language).testid(testid),
        basis: None,
        note: None,
        chosen: None,
    }
}
