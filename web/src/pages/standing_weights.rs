//! What if other weights counted: sliders, and composites and ranks that follow at once.

use std::sync::Arc;

use evenhand_protocol::{
    EntityKind, Interval, Outcome, RoundStanding, StandingAnswer, WeightBasis, entity_link, moved_weights,
    moved_weights_text,
};
use evenhand_stats::{Level, RankStability, weighted_composite, weighted_margin};
use evenhand_words::{COMPOSITE_DECIMALS, Names, interval, number, rank_range, reason};
use leptos::prelude::*;

use super::page_frame::{Scope, Sources, caption};
use super::standing::standing_of;
use super::standing_stability::{Stable, keep_drawing};
use crate::components::{Cell, DataGrid, Head, Row, Table};
use crate::i18n::t;
use crate::state::{Router, WEIGHTS};

/// The largest weight on a slider, in multiples of the largest given one.
const REACH: f64 = 2.0;

/// The sliders and the table.
#[component]
pub fn WhatIf(sources: Sources<StandingAnswer>, round: Memo<Option<String>>) -> impl IntoView {
    let basis = Memo::new(move |_| sources.asked.read(|answer| answer.weights.clone()));
    // By indicator; empty while nothing was moved. It follows the address, which follows it when the hand lets go.
    let router = expect_context::<Router>();
    let moved = RwSignal::new(Vec::<Option<f64>>::new());
    let chosen = router.chosen(WEIGHTS);
    Effect::new(move || moved.set(moved_weights(&chosen.get().unwrap_or_default())));
    let weights = Memo::new(move |_| {
        let Some(Outcome::Known(basis)) = basis.get() else { return Vec::new() };
        moved.with(|moved| basis.with_moved(moved))
    });
    let why = move || match basis.get() {
        Some(Outcome::Undefined(why)) => Some(reason(crate::i18n::language(), &why)),
        _ => None,
    };
    let stable = keep_drawing(sources, round, weights);
    let table: Signal<Arc<Table>> = Signal::derive(move || {
        let (round, weights) = (round.get(), weights.get());
        let stable = stable.get();
        let made = sources.make(|answer, scope| {
            let basis = answer.weights.known()?;
            let standing = standing_of(answer, round.as_deref())?;
            let of = |stable: &Stable, id: &str| stable.of(id, round.as_deref(), &weights);
            let stability = |id: &str| stable.as_ref().and_then(|stable| of(stable, id));
            Some(what_if_table(standing, basis, &weights, &stability, scope))
        });
        Arc::new(made.flatten().unwrap_or_default())
    });
    view! {
        <h3 class="table-title">{t(|w| w.standing.weights_heading)}</h3>
        <p class="remark">{t(|w| w.standing.weights_hint)}</p>
        {move || why().map(|why| view! { <p class="remark">{why}</p> })}
        {move || sliders(sources, basis.get(), moved, router)}
        <p class="chooser">
            <button type="button" class="button" data-testid="weights-reset" on:click=move |_| router.go(|route| route.choose(WEIGHTS, None))>
                {t(|w| w.standing.reset)}
            </button>
        </p>
        <DataGrid table=table caption=caption(|w| w.standing.weights_heading) name="what-if" />
    }
}

/// A slider per indicator.
fn sliders(
    sources: Sources<StandingAnswer>,
    basis: Option<Outcome<WeightBasis>>,
    moved: RwSignal<Vec<Option<f64>>>,
    router: Router,
) -> AnyView {
    let Some(Outcome::Known(basis)) = basis else { return ().into_any() };
    let most = REACH * basis.weights.iter().copied().fold(0.0, f64::max);
    let names = sources.make(|_, scope| {
        let name = |id: &String| scope.names.name(EntityKind::Indicator, id);
        basis.indicators.iter().map(name).collect::<Vec<String>>()
    });
    let items = names.unwrap_or_default().into_iter().zip(basis.weights.clone()).enumerate();
    let slider = |(place, (name, given)): (usize, (String, f64))| {
        let value = move || moved.with(|moved| moved.get(place).copied().flatten().unwrap_or(given));
        let set = move |text: String| {
            if let Ok(value) = text.parse::<f64>() {
                moved.update(|moved| {
                    moved.resize(moved.len().max(place + 1), None);
                    moved[place] = Some(value);
                });
            }
        };
        let keep = move || router.choose(WEIGHTS, moved.with_untracked(|moved| moved_weights_text(moved)));
        view! {
            <li>
                <label class="slider">
                    <span>{name}</span>
                    <input
                        type="range"
                        min="0"
                        max=most
                        step=most / 100.0
                        data-testid=format!("weight-{place}")
                        prop:value=move || value().to_string()
                        on:input:target=move |event| set(event.target().value())
                        on:change=move |_| keep()
                    />
                    <output>{move || number(value(), 2)}</output>
                </label>
            </li>
        }
    };
    view! { <ul class="sliders">{items.map(slider).collect_view()}</ul> }.into_any()
}

/// A provider under the weights chosen.
struct Weighted<'a> {
    provider: &'a str,
    now: f64,
    /// The 95% interval of that.
    ends: Option<Interval>,
    given: f64,
}

fn what_if_table(
    standing: &RoundStanding,
    basis: &WeightBasis,
    weights: &[f64],
    stability: &dyn Fn(&str) -> Option<RankStability>,
    scope: &Scope<'_>,
) -> Table {
    let words = scope.language.words();
    let columns = &words.standing.columns;
    let heads = vec![
        Head::text(words.providers.columns.provider),
        Head::number(columns.composite_now),
        Head::number(columns.rank_now),
        Head::number(columns.rank_given),
        Head::number(columns.stable),
        Head::number(columns.stable_top),
    ];
    let mut rows = weighted(standing, basis, weights);
    rows.sort_by(|a, b| b.now.total_cmp(&a.now));
    let rank = |value: f64, of: fn(&Weighted<'_>) -> f64| {
        1 + rows.iter().filter(|other| of(other) > value).count() as u32
    };
    let made: Vec<Row> = rows
        .iter()
        .map(|row| {
            let (stable, first) = match stability(row.provider) {
                Some(found) => (
                    Cell::value(found.low as f64, rank_range(found.low as u64, found.high as u64)),
                    Cell::percent(found.among_highest),
                ),
                None => (Cell::empty(), Cell::empty()),
            };
            let cells = vec![
                Cell::text(scope.names.name(EntityKind::Provider, row.provider)),
                Cell {
                    beside: row.ends.map(|ends| interval(scope.language, &ends, COMPOSITE_DECIMALS)),
                    ends: row.ends.map(|ends| (ends.low, ends.high)),
                    ..Cell::value(row.now, number(row.now, COMPOSITE_DECIMALS))
                }
                .testid(format!("what-if-{}", row.provider)),
                Cell::count(rank(row.now, |row| row.now)).testid(format!("what-if-{}-rank", row.provider)),
                Cell::count(rank(row.given, |row| row.given)),
                stable.testid(format!("what-if-{}-stable", row.provider)),
                first,
            ];
            Row::about(entity_link(EntityKind::Provider, row.provider), cells)
        })
        .collect();
    Table::new(heads, made)
}

fn weighted<'a>(standing: &'a RoundStanding, basis: &WeightBasis, weights: &[f64]) -> Vec<Weighted<'a>> {
    let of = |means: &[Option<f64>], weights: &[f64]| weighted_composite(means, weights);
    let known = standing
        .rows
        .iter()
        .filter_map(|row| Some((row, of(&row.indicators, weights)?, of(&row.indicators, &basis.weights)?)));
    let known: Vec<_> = known.collect();
    let ends = |now: f64, precision: Option<f64>| {
        let margin = weighted_margin(&basis.error_covariance, weights, basis.df, precision?)?;
        Some(Interval { low: now - margin, high: now + margin, level: Level::P95.get() })
    };
    known
        .into_iter()
        .map(|(row, now, given)| Weighted {
            provider: &row.provider,
            now,
            ends: ends(now, row.precision),
            given,
        })
        .collect()
}
