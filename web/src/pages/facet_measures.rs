//! The measures of one facet of the many-facet Rasch model, and how far its elements are apart.

use evenhand_protocol::{FacetMeasures, FacetsAnswer, MeasuredFacet};
use evenhand_words::{Words, exact_agreement, facet_tests, reason};
use leptos::prelude::*;

use super::facet_measures_tables::{measures_table, summary_table};
use super::page_frame::{Scope, Sources, caption};
use crate::components::{DataGrid, MethodLink, Select, Table};
use crate::i18n::{language, t};
use crate::state::Router;

fn facet_name(facet: MeasuredFacet, words: &'static Words) -> &'static str {
    match facet {
        MeasuredFacet::Evaluators => words.facets.of_evaluators,
        MeasuredFacet::Indicators => words.facets.of_indicators,
        MeasuredFacet::Providers => words.facets.of_providers,
    }
}

/// The measures of the facet chosen in the address.
#[component]
pub fn FacetMeasuresPart(sources: Sources<FacetsAnswer>) -> impl IntoView {
    let router = expect_context::<Router>();
    let code = router.chosen("facet");
    let facet = move || {
        let chosen = code.with(|code| code.as_deref().and_then(MeasuredFacet::from_code));
        chosen.unwrap_or(MeasuredFacet::Evaluators)
    };
    let options = Signal::derive(move || {
        let words = language().words();
        MeasuredFacet::ALL
            .map(|facet| (facet.code().to_owned(), facet_name(facet, words).to_owned()))
            .to_vec()
    });
    let table = move |make: fn(&FacetsAnswer, &FacetMeasures, &Scope<'_>) -> Option<Table>| {
        sources.table_of(move |answer: &FacetsAnswer, scope| make(answer, of(answer, facet())?, scope))
    };
    let lines = move || {
        let lines = sources.make(|answer, scope| Some(lines(of(answer, facet())?, scope)));
        lines.flatten().unwrap_or_default()
    };
    let has_summary = move || {
        let known = sources.make(|answer, _| Some(of(answer, facet())?.summary.known().is_some()));
        known.flatten() == Some(true)
    };
    view! {
        <h3 class="table-title">{t(|w| w.facets.measures_heading)}</h3>
        <p class="chooser">
            <Select
                label=|w| w.facets.measures_of
                testid="facet"
                options
                chosen=Signal::derive(move || facet().code().to_owned())
                choose=move |name| router.choose("facet", name)
            />
            <MethodLink note="rasch" />
        </p>
        <DataGrid
            table=table(measures_table)
            caption=caption(|w| w.facets.measures_heading)
            name="facet-measures"
        />
        <ul class="facet-lines" data-testid="facet-lines">
            {move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
        </ul>
        <Show when=has_summary>
            <h3 class="table-title">{t(|w| w.facets.summary_heading)}</h3>
            <DataGrid
                table=table(|_, of, scope| summary_table(of, scope.language))
                caption=caption(|w| w.facets.summary_heading)
                name="facet-summary"
            />
        </Show>
    }
}

fn of(answer: &FacetsAnswer, facet: MeasuredFacet) -> Option<&FacetMeasures> {
    answer.facets.known()?.measures.iter().find(|of| of.facet == facet)
}

/// What the tests of the facet say, or why there are none.
fn lines(of: &FacetMeasures, scope: &Scope<'_>) -> Vec<String> {
    let mut lines = match (&of.summary.known(), of.summary.reason()) {
        (Some(summary), _) => facet_tests(scope.language, &summary.all),
        (None, why) => why.map(|why| reason(scope.language, why)).into_iter().collect(),
    };
    lines.extend(of.agreement.as_ref().map(|agreement| exact_agreement(scope.language, agreement)));
    lines
}
