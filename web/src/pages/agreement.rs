//! Agreement in detail: every coefficient, part by part, and each two evaluators.

use evenhand_charts::Scene;
use evenhand_charts::domain::{Context, agreement_forest, pair_matrix};
use evenhand_protocol::{AgreementAnswer, AgreementOf, Coefficient, Question as Ask, Topic};
use evenhand_words::benchmark_scale;
use leptos::prelude::*;

use super::agreement_tables::{
    coefficients_table, differences_table, headline_figures, part_at, part_options,
};
use super::figures::Figures;
use super::page_frame::{Methods, Section, Sources, caption};
use crate::briefing::pinned_as;
use crate::components::{Asked, ChartCard, DataGrid, Findings, OnDemand, Select};
use crate::i18n::{language, t};
use crate::state::{Router, benchmark_code, benchmark_from_code, remember_benchmark, remembered_benchmark};

/// The section of the page about evaluators; computed when it is opened.
#[component]
pub fn AgreementSection() -> impl IntoView {
    let asked = Asked::new(Ask::Agreement);
    view! {
        <Section title=|w| w.agreement.heading>
            <OnDemand asked label=|w| w.agreement.open testid="agreement-detail">
                <Contents asked />
            </OnDemand>
        </Section>
    }
}

type PickParts = fn(&AgreementAnswer) -> &[AgreementOf];

#[component]
fn Contents(asked: Asked<AgreementAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let scale = RwSignal::new(remembered_benchmark());
    let figures = Signal::derive(move || {
        let scale = scale.get();
        sources.make(|answer, scope| headline_figures(answer, scale, scope)).unwrap_or_default()
    });
    let scales = Signal::derive(move || {
        let named = |scale| (benchmark_code(scale).to_owned(), benchmark_scale(language(), scale).to_owned());
        evenhand_protocol::BenchmarkScale::ALL.map(named).to_vec()
    });
    let choose = move |code: String| {
        if let Some(chosen) = benchmark_from_code(&code) {
            remember_benchmark(chosen);
            scale.set(chosen);
        }
    };
    let has = move |parts: PickParts| {
        Memo::new(move |_| asked.read(|answer| !parts(answer).is_empty()).unwrap_or_default())
    };
    let (qualified, grouped) = (has(|answer| &answer.by_qualification), has(|answer| &answer.by_group));
    let dimensions =
        Memo::new(move |_| asked.read(|answer| answer.by_dimension.len() > 1).unwrap_or_default());
    let findings = asked.signal(|answer| answer.findings.clone());
    let compared = Memo::new(move |_| {
        let any = |answer: &AgreementAnswer| {
            !answer.round_differences.is_empty()
                || !answer.qualification_differences.is_empty()
                || !answer.group_differences.is_empty()
        };
        asked.read(any).unwrap_or_default()
    });
    view! {
        <Findings topic=Topic::Agreement findings />
        <p class="remark">{t(|w| w.agreement.which_note)}</p>
        <p class="chooser">
            <Select
                label=|w| w.agreement.scale
                testid="benchmark-scale"
                options=scales
                chosen=Signal::derive(move || benchmark_code(scale.get()).to_owned())
                choose
            />
        </p>
        <Figures models=figures />
        <h3 class="table-title">{t(|w| w.agreement.by_indicator)}</h3>
        <ChartCard scene=forest(sources, |answer| &answer.by_indicator) name="agreement-by-indicator" />
        <Show when=move || dimensions.get()>
            <h3 class="table-title">{t(|w| w.agreement.by_dimension)}</h3>
            <ChartCard scene=forest(sources, |answer| &answer.by_dimension) name="agreement-by-dimension" />
        </Show>
        <Show when=move || qualified.get()>
            <h3 class="table-title">{t(|w| w.agreement.by_qualification)}</h3>
            <ChartCard
                scene=forest(sources, |answer| &answer.by_qualification)
                name="agreement-by-qualification"
            />
        </Show>
        <Show when=move || grouped.get()>
            <h3 class="table-title">{t(|w| w.agreement.by_group)}</h3>
            <ChartCard scene=forest(sources, |answer| &answer.by_group) name="agreement-by-group" />
        </Show>
        <Show when=move || !qualified.get() && !grouped.get()>
            <p class="remark">{t(|w| w.agreement.no_groups)}</p>
        </Show>
        <h3 class="table-title">{t(|w| w.agreement.differences_heading)}</h3>
        <Show
            when=move || compared.get()
            fallback=|| view! { <p class="remark">{t(|w| w.agreement.no_difference)}</p> }
        >
            <DataGrid
                table=sources.table(differences_table)
                caption=caption(|w| w.agreement.differences_heading)
                name="agreement-differences"
            />
        </Show>
        <h3 class="table-title">{t(|w| w.agreement.pairs_heading)}</h3>
        <ChartCard scene=sources.scene(pair_matrix) name="agreement-pairs" />
        <Coefficients sources />
        <Methods text=|w| w.agreement.method />
    }
}

/// The default coefficient of the parts, with that of all scores where it is the same one of the same kind of scores.
fn forest(
    sources: Sources<AgreementAnswer>,
    parts: PickParts,
) -> impl Fn(evenhand_charts::Frame) -> Option<Scene> + Copy + Send + Sync {
    sources.scene_of(move |answer: &AgreementAnswer, context: &Context<'_>| {
        let parts = parts(answer);
        let which = parts.first().map_or(Coefficient::IccA1, AgreementOf::default_coefficient);
        let same = parts.first().is_some_and(|part| part.compared == answer.overall.compared);
        let overall = answer.overall.value(which).filter(|_| same).and_then(|value| value.known());
        Some(agreement_forest(parts, overall, which, context))
    })
}

/// Every coefficient of a part that the reader chooses, with the question it answers.
#[component]
fn Coefficients(sources: Sources<AgreementAnswer>) -> impl IntoView {
    let router = expect_context::<Router>();
    let part = router.chosen("part");
    let chosen = move || part.with(|part| part.as_ref()?.parse::<usize>().ok()).unwrap_or_default();
    let options = Signal::derive(move || sources.make(part_options).unwrap_or_default());
    let place = move |options: &[(String, String)]| chosen().min(options.len().saturating_sub(1));
    let table = sources
        .table_of(move |answer, scope| part_at(answer, chosen()).map(|of| coefficients_table(of, scope)));
    let key =
        move || sources.asked.read(|answer| part_at(answer, chosen()).map(|of| of.part.key())).flatten();
    let pin = pinned_as("coefficients", move || Some(("part", key()?)));
    view! {
        <h3 class="table-title">{t(|w| w.agreement.which_heading)}</h3>
        <p class="chooser">
            <Select
                label=|w| w.agreement.columns.part.header
                testid="agreement-part"
                options
                chosen=Signal::derive(move || options.with(|options| place(options)).to_string())
                choose=move |place| router.choose("part", place)
            />
        </p>
        <DataGrid table=table caption=caption(|w| w.agreement.all_coefficients) name="coefficients" pin />
    }
}
