//! Everything about one indicator in one place.

use evenhand_charts::domain::indicator_track;
use evenhand_protocol::{
    Direction, DriftReport, EntityKind, FacetsAnswer, IndicatorInfo, IndicatorRow, IndicatorsAnswer,
    InteractionWith, Outcome, Question as Ask, ScaleSource, StructureAnswer,
};
use evenhand_words::{
    COEFFICIENT_DECIMALS, Words, count, labelled, number, p_value, percent, reason, value_or_reason,
    with_interval,
};
use leptos::prelude::*;

use super::drift_tables::difficulty_class;
use super::facets_tables::interactions_on;
use super::page_frame::{Scope, Sources, caption};
use super::sheet_parts::{chooser, lines};
use crate::briefing::pinned_as;
use crate::components::{AnswerGate, Asked, ChartCard, DataGrid, asked_now};
use crate::i18n::t;
use crate::state::ReaderMarks;

/// Decimals in an indicator's own points.
const OWN_POINTS: usize = 2;

/// The sheet of the indicator `id`.
pub fn indicator_sheet(id: Signal<String>) -> AnyView {
    let asked = Asked::new(Ask::Indicators);
    view! {
        <AnswerGate asked>
            <Contents asked id />
        </AnswerGate>
    }
    .into_any()
}

#[component]
fn Contents(asked: Asked<IndicatorsAnswer>, id: Signal<String>) -> impl IntoView {
    let sources = Sources::new(asked);
    let marks = expect_context::<ReaderMarks>();
    let said = move |make: fn(&IndicatorsAnswer, &IndicatorRow, &Scope<'_>) -> Vec<String>| {
        lines(move || {
            let made = sources.make(|answer, scope| {
                let row = answer.indicators.iter().find(|row| id.with(|id| row.indicator == *id))?;
                Some(make(answer, row, scope))
            });
            made.flatten().unwrap_or_default()
        })
    };
    view! {
        {chooser(sources, |w| w.sheets.indicator_choose, EntityKind::Indicator, id)}
        <article class="card feedback-sheet" data-testid="indicator-sheet">
            <div class="sheet-columns">
                <section>
                    <h2 class="sheet-part">{t(|w| w.sheets.scale)}</h2>
                    {said(|_, row, scope| scale(row, scope))}
                    <h2 class="sheet-part">{t(|w| w.sheets.scores)}</h2>
                    {said(|_, row, scope| scores(row, scope))}
                </section>
                <section>
                    <h2 class="sheet-part">{t(|w| w.sheets.together)}</h2>
                    {said(together)}
                    <h2 class="sheet-part">{t(|w| w.sheets.decides)}</h2>
                    {asked_now(Asked::new(Ask::Structure), move |asked| decides(asked, id))}
                </section>
            </div>
            <h2 class="sheet-part">{t(|w| w.sheets.difficulty_heading)}</h2>
            {move || asked_now(Asked::new(Ask::Drift(marks.get())), move |asked| difficulty(asked, id))}
            <h2 class="sheet-part">{t(|w| w.sheets.own_way_heading)}</h2>
            {asked_now(Asked::new(Ask::Facets), move |asked| own_way(asked, id))}
        </article>
    }
}

fn info<'a>(row: &IndicatorRow, scope: &Scope<'a>) -> Option<&'a IndicatorInfo> {
    scope.dataset.indicators.iter().find(|info| info.id == row.indicator)
}

/// Its ends, direction, dimension and nominal weight.
fn scale(row: &IndicatorRow, scope: &Scope<'_>) -> Vec<String> {
    let Some(info) = info(row, scope) else { return Vec::new() };
    let (language, words) = (scope.language, scope.language.words());
    let columns = &words.indicators.columns;
    let mut ends = format!("{}–{}", number_of(info.min), number_of(info.max));
    if info.scale_source == ScaleSource::Guessed {
        ends.push_str(&format!(" ({})", words.sheets.guessed));
    }
    if info.direction == Direction::Lower {
        ends.push_str(&format!(" ({})", words.sheets.lower_is_better));
    }
    let mut lines = vec![labelled(language, columns.scale.header, &ends)];
    lines.extend(info.step.map(|step| labelled(language, words.sheets.step, &number_of(step))));
    lines.extend(info.dimension.as_ref().map(|name| labelled(language, columns.dimension.header, name)));
    let total: f64 = scope.dataset.indicators.iter().map(|info| info.weight).sum();
    if total > 0.0 {
        lines.push(labelled(language, columns.weight.header, &percent(info.weight / total, 1)));
    }
    lines
}

/// A number as people write it: without decimals where there are none.
fn number_of(value: f64) -> String {
    number(value, if value.fract() == 0.0 { 0 } else { OWN_POINTS })
}

fn scores(row: &IndicatorRow, scope: &Scope<'_>) -> Vec<String> {
    let language = scope.language;
    let columns = &language.words().indicators.columns;
    let mean = value_or_reason(language, &row.mean, OWN_POINTS);
    let mut lines = vec![
        labelled(language, columns.n_scores.header, &count(row.n_scores)),
        labelled(language, columns.mean.header, &mean),
    ];
    lines.extend(row.sd.map(|sd| labelled(language, columns.sd.header, &number(sd, OWN_POINTS))));
    let shares = [
        (columns.difficulty, row.difficulty),
        (columns.floor_share, Some(row.floor_share)),
        (columns.ceiling_share, Some(row.ceiling_share)),
        (columns.missing_share, Some(row.missing_share)),
    ];
    lines.extend(
        shares
            .into_iter()
            .filter_map(|(column, share)| Some(labelled(language, column.header, &percent(share?, 1)))),
    );
    lines
}

fn together(answer: &IndicatorsAnswer, row: &IndicatorRow, scope: &Scope<'_>) -> Vec<String> {
    let (language, words) = (scope.language, scope.language.words());
    let columns = &words.indicators.columns;
    let item_rest = value_or_reason(language, &row.item_rest, COEFFICIENT_DECIMALS);
    let without = match &row.alpha_if_deleted {
        Outcome::Known(alpha) => number(*alpha, COEFFICIENT_DECIMALS),
        Outcome::Undefined(why) => reason(language, why),
    };
    let mut lines = vec![
        labelled(language, columns.item_rest.header, &item_rest),
        labelled(language, columns.alpha_if_deleted.header, &without),
    ];
    if let Some(all) = answer.reliability.known() {
        let alpha = &all.alpha;
        let told = with_interval(language, alpha.value, alpha.interval.as_ref(), COEFFICIENT_DECIMALS);
        lines.push(labelled(language, words.sheets.alpha_all, &told));
    }
    lines
}

/// Effective against nominal weight.
fn decides(asked: Asked<StructureAnswer>, id: Signal<String>) -> AnyView {
    let sources = Sources::new(asked);
    lines(move || {
        let made = sources.make(|answer, scope| {
            let language = scope.language;
            let words = language.words();
            match &answer.weights {
                Outcome::Undefined(why) => vec![reason(language, why)],
                Outcome::Known(weights) => weights
                    .iter()
                    .filter(|weight| id.with(|id| weight.indicator == *id))
                    .flat_map(|weight| {
                        let effective = &weight.effective;
                        let told = with_interval(
                            language,
                            effective.value,
                            effective.interval.as_ref(),
                            COEFFICIENT_DECIMALS,
                        );
                        let nominal = number(weight.nominal, COEFFICIENT_DECIMALS);
                        let mut lines = vec![
                            labelled(language, words.sheets.effective, &told),
                            labelled(language, words.sheets.nominal, &nominal),
                        ];
                        let p = weight.p_adjusted.map(p_value);
                        lines.extend(p.map(|p| labelled(language, words.sheets.weight_p, &p)));
                        lines
                    })
                    .collect(),
            }
        });
        made.unwrap_or_default()
    })
}

/// Difficulty by round, and whether it moved.
fn difficulty(asked: Asked<DriftReport>, id: Signal<String>) -> AnyView {
    let sources = Sources::new(asked);
    let scene = sources.scene_of(move |report: &DriftReport, context| {
        let drift = report.indicators.iter().find(|one| id.with(|id| one.indicator == *id))?;
        Some(indicator_track(drift, context))
    });
    let verdict = move || {
        let made = sources.make(|report, scope| {
            let language = scope.language;
            let drift = report.indicators.iter().find(|one| id.with(|id| one.indicator == *id))?;
            Some(match &drift.track {
                Outcome::Undefined(why) => vec![reason(language, why)],
                Outcome::Known(track) => {
                    let class = difficulty_class(language, track.class);
                    vec![format!("{class} ({})", p_value(track.p_adjusted))]
                }
            })
        });
        made.flatten().unwrap_or_default()
    };
    view! {
        {lines(verdict)}
        <ChartCard scene name="indicator-track" chosen=Signal::derive(move || ("indicator", id.get())) />
    }
    .into_any()
}

/// The evaluators who are harsher or milder on it than elsewhere, beyond chance.
fn own_way(asked: Asked<FacetsAnswer>, id: Signal<String>) -> AnyView {
    let sources = Sources::new(asked);
    let table = sources.table_of(move |answer: &FacetsAnswer, scope| {
        id.with(|id| interactions_on(answer.facets.known()?, InteractionWith::Indicator, id, scope))
    });
    let why =
        move || sources.make(|answer, scope| answer.facets.reason().map(|why| reason(scope.language, why)));
    let is_empty = move || table.with(|table| table.rows.is_empty());
    let pin = pinned_as("indicator-own-way", move || Some(("indicator", id.get())));
    view! {
        {move || why().flatten().map(|why| view! { <p>{why}</p> })}
        <Show
            when=move || !is_empty()
            fallback=|| view! { <p data-testid="own-way-none">{t(|w: &'static Words| w.sheets.own_way_none)}</p> }
        >
            <DataGrid table caption=caption(|w| w.sheets.own_way_heading) name="indicator-own-way" pin=pin.clone() />
        </Show>
    }
    .into_any()
}
