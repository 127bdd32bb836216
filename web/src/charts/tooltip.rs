//! What is said about the datum that is pointed at or stepped to.

use evenhand_charts::Datum;
use leptos::prelude::*;

use crate::i18n::language;
use crate::state::Picked;

/// Tooltips beyond this share of the width hang to the left of their datum.
const TURN_AT: f64 = 0.6;

/// Tooltips nearer to the top than this many pixels hang below their datum.
const LOWER_ABOVE: f64 = 150.0;

/// A ring around the datum and its words beside it; placed through the CSSOM, which the content policy allows.
///
/// Of a chart that is scrolled, `scrolled` pixels are hidden at the left and `width` are seen.
pub fn tooltip(datum: &Datum, width: f64, scrolled: f64) -> impl IntoView + use<> {
    let (x, y) = (datum.x, datum.y);
    let lines = datum.lines.iter().map(|line| view! { <span class="tooltip-line">{line.clone()}</span> });
    let lines = lines.collect_view();
    let label = datum.label.clone();
    let turned = x - scrolled > width * TURN_AT;
    let lowered = y < LOWER_ABOVE;
    view! {
        <div class="datum-ring" style:left=format!("{x}px") style:top=format!("{y}px")></div>
        <div class="tooltip" class:is-turned=turned class:is-lowered=lowered style:left=format!("{x}px") style:top=format!("{y}px")>
            <strong class="tooltip-label">{label}</strong>
            {lines}
        </div>
    }
}

/// The same in one breath, for a screen reader.
pub fn spoken(datum: &Datum, picked: Picked) -> String {
    let mut text = datum.label.clone();
    for line in &datum.lines {
        text.push_str("; ");
        text.push_str(line);
    }
    if datum.link.as_deref().is_some_and(|link| picked.has(link)) {
        text.push_str("; ");
        text.push_str(language().words().common.is_picked);
    }
    text
}
