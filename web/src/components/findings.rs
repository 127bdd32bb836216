//! Findings in words: what the data say first, and what they do not say last.

use evenhand_protocol::{EntityKind, EntityRef, Finding, FindingKind};
use evenhand_words::{DatasetNames, Ids, Names, Sentence, finding as worded};
use leptos::prelude::*;

use super::evidence::evidence_of;
use crate::i18n::t;
use crate::state::{Dataset, Router};

/// A list of findings, each with its details and its evidence one click away, then the caveats.
#[component]
pub fn Findings(
    /// What was found.
    findings: Signal<Vec<Finding>>,
    /// So many are shown at first.
    #[prop(default = 6)]
    at_first: usize,
    /// Whether the others can be asked for.
    #[prop(default = true)]
    more: bool,
) -> impl IntoView {
    let is_caveat = |finding: &Finding| matches!(finding.kind, FindingKind::Caveat { .. });
    let all = RwSignal::new(false);
    let n_said = move || findings.with(|all| all.iter().filter(|f| !is_caveat(f)).count());
    let said = move || {
        let limit = if all.get() { usize::MAX } else { at_first };
        findings.with(|all| all.iter().filter(|f| !is_caveat(f)).take(limit).cloned().collect::<Vec<_>>())
    };
    let caveats =
        move || findings.with(|all| all.iter().filter(|f| is_caveat(f)).cloned().collect::<Vec<_>>());
    let has_more = move || more && n_said() > at_first;
    let list = move || {
        let said = said();
        if said.is_empty() {
            return view! { <p class="no-findings">{t(|w| w.common.no_findings)}</p> }.into_any();
        }
        let items = said.into_iter().map(|finding| view! { <FindingItem finding /> }).collect_view();
        view! { <ol class="finding-list">{items}</ol> }.into_any()
    };
    let block = move || {
        let caveats = caveats();
        (!caveats.is_empty()).then(|| {
            let items = caveats.into_iter().map(|finding| view! { <CaveatItem finding /> }).collect_view();
            view! {
                <aside class="caveats" aria-labelledby="caveats-title" data-testid="caveats">
                    <h3 id="caveats-title">{t(|w| w.common.caveats)}</h3>
                    <ul>{items}</ul>
                </aside>
            }
        })
    };
    view! {
        <section class="findings" aria-labelledby="findings-title" data-testid="findings">
            <h2 id="findings-title" class="visually-hidden">{t(|w| w.common.findings)}</h2>
            {list}
            <Show when=has_more>
                <button
                    type="button"
                    class="button quiet"
                    aria-expanded=move || all.get().to_string()
                    data-testid="findings-more"
                    on:click=move |_| all.update(|all| *all = !*all)
                >
                    {move || {
                        if all.get() {
                            t(|w| w.common.show_fewer)().to_owned()
                        } else {
                            format!("{} ({})", t(|w| w.common.show_all)(), n_said())
                        }
                    }}
                </button>
            </Show>
            {block}
        </section>
    }
}

#[component]
fn FindingItem(finding: Finding) -> impl IntoView {
    let router = expect_context::<Router>();
    let (page, code) = (finding.page, code_of(&finding));
    let section = evidence_of(&finding.kind);
    let subject = finding.subject.clone();
    let words = words_of(finding);
    let detail = move || words.with(|words| words.detail.clone());
    let about = subject.map(|subject| {
        let link = link_of(&subject);
        let href = move || router.href(|route| route.to_entity(&link));
        let name = name_of(subject);
        view! { <a class="evidence" data-testid="finding-subject" href=href>{name}</a> }
    });
    let evidence = move || router.href(|route| route.to_section(page, section));
    view! {
        <li class="finding" data-testid="finding" data-code=code>
            <p class="finding-headline">{move || words.with(|words| words.headline.clone())}</p>
            <div class="finding-more">
                <Show when=move || !detail().is_empty()>
                    <details>
                        <summary>{t(|w| w.common.details)}</summary>
                        <p>{detail}</p>
                    </details>
                </Show>
                {about}
                <a class="evidence" data-testid="finding-evidence" href=evidence>
                    {t(|w| w.common.evidence)}
                </a>
            </div>
        </li>
    }
}

#[component]
fn CaveatItem(finding: Finding) -> impl IntoView {
    let words = words_of(finding);
    view! {
        <li>
            <p>{move || words.with(|words| words.headline.clone())}</p>
            <p class="caveat-detail">{move || words.with(|words| words.detail.clone())}</p>
        </li>
    }
}

/// The words of a finding in the language of the moment, with the names of the data set.
fn words_of(finding: Finding) -> Memo<Sentence> {
    let dataset = expect_context::<Dataset>();
    let language = expect_context::<Router>().language;
    Memo::new(move |_| {
        let language = language.get();
        let named =
            dataset.with_summary(|summary| worded(language, &finding.kind, &DatasetNames::new(summary)));
        named.unwrap_or_else(|| worded(language, &finding.kind, &Ids))
    })
}

/// The name of an entity in the language of the moment.
fn name_of(entity: EntityRef) -> Memo<String> {
    let dataset = expect_context::<Dataset>();
    Memo::new(move |_| {
        let named = dataset.with_summary(|summary| DatasetNames::new(summary).name(entity.kind, &entity.id));
        named.unwrap_or_else(|| entity.id.clone())
    })
}

/// The link of an entity, such as `evaluator:E017`.
pub fn link_of(entity: &EntityRef) -> String {
    entity_link(entity.kind, &entity.id)
}

/// The link of an entity by kind and id.
pub fn entity_link(kind: EntityKind, id: &str) -> String {
    format!("{}:{id}", kind_code(kind))
}

/// The kind of an entity as links have it.
pub fn kind_code(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Round => "round",
        EntityKind::Provider => "provider",
        EntityKind::Indicator => "indicator",
        EntityKind::Evaluator => "evaluator",
    }
}

/// The name of a kind of finding, for tests.
fn code_of(finding: &Finding) -> &'static str {
    match finding.kind {
        FindingKind::AgreementLevel { .. } => "agreement_level",
        FindingKind::AgreementLowest { .. } => "agreement_lowest",
        FindingKind::SeverityCount { .. } => "severity_count",
        FindingKind::SeverityExtreme { .. } => "severity_extreme",
        FindingKind::EvaluatorDrift { .. } => "evaluator_drift",
        FindingKind::DriftCount { .. } => "drift_count",
        FindingKind::AffiliationDifference { .. } => "affiliation_difference",
        FindingKind::ReliabilityLevel { .. } => "reliability_level",
        FindingKind::WeakIndicator { .. } => "weak_indicator",
        FindingKind::CeilingOrFloor { .. } => "ceiling_or_floor",
        FindingKind::NoWeakIndicator { .. } => "no_weak_indicator",
        FindingKind::IndicatorsAlike { .. } => "indicators_alike",
        FindingKind::Separation { .. } => "separation",
        FindingKind::Leader { .. } => "leader",
        FindingKind::ChangeCount { .. } => "change_count",
        FindingKind::ProviderChanged { .. } => "provider_changed",
        FindingKind::AdjustmentMatters { .. } => "adjustment_matters",
        FindingKind::NotLinked { .. } => "not_linked",
        FindingKind::RatingEffects { .. } => "rating_effects",
        FindingKind::RatingEffectsCount { .. } => "rating_effects_count",
        FindingKind::DriftConsequences { .. } => "drift_consequences",
        FindingKind::RoundsNotLinked { .. } => "rounds_not_linked",
        FindingKind::DriftEngines { .. } => "drift_engines",
        _ => "other",
    }
}
