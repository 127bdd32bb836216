//! Are the evaluators consistent, or drifting?

use evenhand_charts::domain::{affiliation_dots, agreement_by_round, drift_lines, severity_caterpillar};
use evenhand_protocol::{DriftAnswer, EntityKind, EvaluatorsAnswer, Page, Question as Ask, Topic};
use leptos::prelude::*;

use super::agreement::AgreementSection;
use super::conflicts::ConflictsSection;
use super::drift::DriftSection;
use super::effects::EffectsSection;
use super::evaluator_sheet::evaluator_sheet;
use super::evaluators_tables::{affiliation_figures, agreement_figures, agreement_table, evaluators_table};
use super::facets::FacetsSection;
use super::figures::Figures;
use super::generalizability::LinearSeveritySection;
use super::page_frame::{Methods, Question, Section, Sources, caption};
use super::scorecards::ScorecardsSection;
use super::turnover::TurnoverSection;
use crate::components::{AnswerGate, Asked, ChartCard, DataGrid, Findings, OnThisPage, WithSheet};
use crate::i18n::t;
use crate::state::Router;

/// The page about evaluators.
#[component]
pub fn EvaluatorsPage() -> impl IntoView {
    let asked = Asked::new(Ask::Evaluators);
    view! {
        <WithSheet page=Page::Evaluators kind=EntityKind::Evaluator sheet=evaluator_sheet>
            <Question text=|w| w.evaluators.question />
            <AnswerGate asked>
                <Contents asked />
            </AnswerGate>
        </WithSheet>
    }
}

#[component]
fn Contents(asked: Asked<EvaluatorsAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let one_of_many = move || {
        let some = |answer: &EvaluatorsAnswer| {
            let mut drifts = answer.evaluators.iter().filter_map(|row| row.drift.known());
            drifts.any(DriftAnswer::is_one_of_many)
        };
        asked.read(some).unwrap_or(false)
    };
    let router = expect_context::<Router>();
    let enough = move || router.href(|route| route.to_section(Page::Indicators, "generalizability"));
    let findings = asked.signal(|answer| answer.findings.clone());
    let agreement = Signal::derive(move || sources.make(agreement_figures).unwrap_or_default());
    let affiliation = Signal::derive(move || sources.make(affiliation_figures).unwrap_or_default());
    view! {
        <Findings topic=Topic::Evaluators findings />
        <OnThisPage page=Page::Evaluators />
        <Section title=|w| w.evaluators.severity_heading>
            <ChartCard scene=sources.scene(severity_caterpillar) name="severity" />
        </Section>
        <Section title=|w| w.evaluators.drift_heading>
            <ChartCard scene=sources.scene(drift_lines) name="drift" />
            <h3 class="table-title">{t(|w| w.evaluators.table_heading)}</h3>
            <DataGrid
                table=sources.table(evaluators_table)
                caption=caption(|w| w.evaluators.table_heading)
                name="evaluators"
            />
            <Show when=one_of_many>
                <p class="remark" data-testid="drift-one-of-many">
                    {t(|w| w.common.one_of_many_remark)} " " {t(|w| w.evaluators.sharpest_remark)}
                </p>
            </Show>
        </Section>
        <Section title=|w| w.evaluators.agreement_heading>
            <Figures models=agreement />
            <ChartCard scene=sources.scene(agreement_by_round) name="agreement-by-round" />
            <DataGrid
                table=sources.table(agreement_table)
                caption=caption(|w| w.evaluators.agreement_heading)
                name="agreement"
            />
            <p class="remark">{t(|w| w.evaluators.complete_panels_note)}</p>
            <p>
                <a data-testid="to-enough" href=enough>
                    {t(|w| w.generalizability.heading)}
                </a>
            </p>
        </Section>
        <ScorecardsSection />
        <DriftSection />
        <FacetsSection />
        <LinearSeveritySection />
        <AgreementSection />
        <EffectsSection />
        <Section title=|w| w.evaluators.affiliation_heading>
            <Figures models=affiliation />
            <ChartCard scene=sources.scene(affiliation_dots) name="affiliation" />
        </Section>
        <ConflictsSection />
        <TurnoverSection />
        <Methods text=|w| w.evaluators.method />
    }
}
