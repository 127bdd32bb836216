//! Findings in words: what the data say first, and what they do not say last.

use evenhand_protocol::{EntityRef, Finding, FindingKind, Pinned, Topic, entity_link};
use evenhand_words::{DatasetNames, Ids, Language, Names, Sentence, finding as worded};
use leptos::prelude::*;

use super::evidence::evidence_of;
use crate::briefing::pin_button;
use crate::i18n::{language, t};
use crate::matching::{fit, folded};
use crate::state::{Dataset, Router};

/// A list of findings, each with its details and its evidence one click away, then the caveats.
#[component]
pub fn Findings(
    /// Whose answer says it.
    topic: Topic,
    /// What was found.
    findings: Signal<Vec<Finding>>,
    /// So many are shown at first.
    #[prop(default = 6)]
    at_first: usize,
    /// Whether the others can be asked for.
    #[prop(default = true)]
    more: bool,
) -> impl IntoView {
    // The findings of a page are a landmark; those of its sections, which may be many, are not.
    let of_page = matches!(topic, Topic::Overview | Topic::Evaluators | Topic::Indicators | Topic::Providers);
    let role = (!of_page).then_some("group");
    let title = format!("findings-{topic:?}");
    let labelled_by = title.clone();
    let search_id = format!("find-{topic:?}");
    let is_caveat = |finding: &Finding| matches!(finding.kind, FindingKind::Caveat { .. });
    let all = RwSignal::new(false);
    let query = RwSignal::new(String::new());
    let n_said = move || findings.with(|all| all.iter().filter(|f| !is_caveat(f)).count());
    let speaks_of = speaks_of();
    let said = move || {
        let query = query.with(|query| folded(query));
        let limit = if all.get() || !query.is_empty() { usize::MAX } else { at_first };
        findings.with(|all| {
            let said =
                all.iter().filter(|f| !is_caveat(f)).filter(|f| query.is_empty() || speaks_of(f, &query));
            said.take(limit).cloned().collect::<Vec<_>>()
        })
    };
    let caveats =
        move || findings.with(|all| all.iter().filter(|f| is_caveat(f)).cloned().collect::<Vec<_>>());
    let has_more = move || more && n_said() > at_first;
    let list = move || {
        let said = said();
        if said.is_empty() {
            let words = language().words();
            let none = if n_said() == 0 { words.common.no_findings } else { words.common.no_finding_fits };
            return view! { <p class="no-findings" role="status">{none}</p> }.into_any();
        }
        let items = said.into_iter().map(|finding| view! { <FindingItem topic finding /> }).collect_view();
        view! { <ol class="finding-list">{items}</ol> }.into_any()
    };
    let block = move || {
        let caveats = caveats();
        (!caveats.is_empty()).then(|| {
            let items = caveats.into_iter().map(|finding| view! { <CaveatItem finding /> }).collect_view();
            view! {
                <div class="caveats" role="note" data-testid="caveats">
                    <h3>{t(|w| w.common.caveats)}</h3>
                    <ul>{items}</ul>
                </div>
            }
        })
    };
    // What is asked of evaluators most, a click away.
    let directed = matches!(topic, Topic::Evaluators | Topic::Drift);
    let directions = move || {
        let words = &language().words().common;
        let both = directed.then_some([words.find_harsher, words.find_lenient]);
        both.map(|both| {
            both.map(|text| {
                view! {
                    <button type="button" class="button quiet" on:click=move |_| query.set(text.to_owned())>{text}</button>
                }
            })
        })
    };
    view! {
        <section class="findings" role=role aria-labelledby=labelled_by data-testid="findings">
            <h2 id=title class="visually-hidden">{t(|w| w.common.findings)}</h2>
            <Show when=has_more>
                <div class="findings-query">
                    <label for=search_id.clone()>{t(|w| w.common.find_in_findings)}</label>
                    <input
                        id=search_id.clone()
                        type="search"
                        placeholder=t(|w| w.common.find_in_findings_hint)
                        data-testid="findings-query"
                        prop:value=query
                        on:input:target=move |event| query.set(event.target().value())
                    />
                    {directions}
                </div>
            </Show>
            {list}
            <Show when=move || has_more() && query.with(String::is_empty)>
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
fn FindingItem(topic: Topic, finding: Finding) -> impl IntoView {
    let router = expect_context::<Router>();
    let (page, code) = (finding.page, finding.code());
    let pinned = Pinned::Finding { topic, code: code.to_owned(), subjects: finding.subjects() };
    let section = evidence_of(&finding.kind);
    let subject = finding.subject.clone();
    let words = words_of(finding);
    let detail = move || words.with(|words| words.detail.clone());
    let about = subject.map(|subject| {
        let link = entity_link(subject.kind, &subject.id);
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
                {pin_button(move || pinned.clone())}
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
    Memo::new(move |_| said(dataset, language.get(), &finding))
}

/// A finding in words, with the names of the data set where there is one.
fn said(dataset: Dataset, language: Language, finding: &Finding) -> Sentence {
    let named = dataset.with_summary(|summary| worded(language, &finding.kind, &DatasetNames::new(summary)));
    named.unwrap_or_else(|| worded(language, &finding.kind, &Ids))
}

/// Whether a finding speaks of what was typed: in its headline or the id of its subject. Its details speak of much else.
fn speaks_of() -> impl Fn(&Finding, &str) -> bool + Copy + Send + Sync + 'static {
    let dataset = expect_context::<Dataset>();
    let language = expect_context::<Router>().language;
    move |finding, query| {
        let words = said(dataset, language.get(), finding);
        let id = finding.subject.as_ref().map_or("", |subject| &subject.id);
        fit(&folded(&format!("{} {id}", words.headline)), query).is_some()
    }
}

/// The name of an entity in the language of the moment.
fn name_of(entity: EntityRef) -> Memo<String> {
    let dataset = expect_context::<Dataset>();
    Memo::new(move |_| {
        let named = dataset.with_summary(|summary| DatasetNames::new(summary).name(entity.kind, &entity.id));
        named.unwrap_or_else(|| entity.id.clone())
    })
}
