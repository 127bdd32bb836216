//! What scores vary by, how many evaluators and indicators are enough, and severity by the same model.

use evenhand_charts::Scene;
use evenhand_charts::domain::{
    Context, DependabilityFor, dependability_lines, linear_severity, variance_rows,
};
use evenhand_protocol::{DStudy, GeneralizabilityAnswer, ObjectOfMeasurement, Question as Ask, Topic};
use evenhand_words::{Generalizability, Words, confounded, enough_for};
use leptos::prelude::*;

use super::page_frame::{Methods, Section, Sources};
use crate::components::{Asked, ChartCard, Findings, OnDemand, Select};
use crate::i18n::{language, t};
use crate::state::Router;

/// The section of the page about indicators; computed when it is opened.
#[component]
pub fn GeneralizabilitySection() -> impl IntoView {
    let asked = Asked::new(Ask::Generalizability);
    view! {
        <Section title=|w| w.generalizability.heading>
            <OnDemand asked label=|w| w.generalizability.open testid="generalizability">
                <Contents asked />
            </OnDemand>
        </Section>
    }
}

/// The section of the page about evaluators; the same question, so computed once.
#[component]
pub fn LinearSeveritySection() -> impl IntoView {
    let asked = Asked::new(Ask::Generalizability);
    view! {
        <Section title=|w| w.generalizability.severity_heading>
            <OnDemand asked label=|w| w.generalizability.severity_open testid="linear-severity">
                <LinearSeverity asked />
            </OnDemand>
        </Section>
    }
}

#[component]
fn LinearSeverity(asked: Asked<GeneralizabilityAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    view! {
        <p class="remark">{t(|w| w.generalizability.severity_hint)}</p>
        <ChartCard scene=sources.scene(linear_severity) name="linear-severity" />
        <Methods text=|w| w.generalizability.method />
    }
}

#[component]
fn Contents(asked: Asked<GeneralizabilityAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    let untold = move || {
        let sentences = asked.read(|answer| {
            let components = answer.components.known()?;
            let sentence = |one| confounded(language(), one);
            Some(components.confounded.iter().map(sentence).collect::<Vec<String>>())
        });
        sentences.flatten().unwrap_or_default()
    };
    let sampled = move || {
        let part = asked.read(|answer| answer.components.known().is_some_and(|of| of.n_used < of.n_scores));
        part.unwrap_or(false)
    };
    view! {
        <Findings topic=Topic::Generalizability findings />
        <h3 class="table-title">{t(|w| w.generalizability.components_heading)}</h3>
        <ChartCard scene=sources.scene(variance_rows) name="variance" />
        <Show when=sampled>
            <p class="remark">{t(|w| w.generalizability.sampled)}</p>
        </Show>
        <Show when=move || !untold().is_empty()>
            <h4 class="table-title">{t(|w| w.generalizability.confounded_heading)}</h4>
            <ul class="remark" data-testid="confounded">
                {move || untold().into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
            </ul>
        </Show>
        <Show when=move || asked.read(|answer| !answer.studies.is_empty()).unwrap_or(false)>
            <Study sources />
        </Show>
        <Methods text=|w| w.generalizability.method />
    }
}

/// What the reader chose of the designs that could be.
#[derive(Clone, Copy)]
struct Chosen {
    object: Signal<String>,
    design: Signal<String>,
    indicators: Signal<String>,
    coefficient: Signal<String>,
    target: Signal<String>,
}

const PROVIDER: &str = "provider";
const EVALUATOR: &str = "evaluator";
const INDICATOR: &str = "indicator";
const NESTED: &str = "nested";
const CROSSED: &str = "crossed";
const FIXED: &str = "fixed";
const RANDOM: &str = "random";
const LEVELS: &str = "levels";
const RANKING: &str = "ranking";
const USUAL_TARGET: &str = "0.80";
/// [`DStudy::TARGETS`] as they are chosen.
const TARGETS: [&str; 4] = ["0.70", USUAL_TARGET, "0.90", "0.95"];

impl Chosen {
    fn new() -> Self {
        let router = expect_context::<Router>();
        let of = |name, code: &'static str| {
            let chosen = router.chosen(name);
            Signal::derive(move || chosen.get().unwrap_or_else(|| code.to_owned()))
        };
        Self {
            object: of("object", PROVIDER),
            design: of("design", NESTED),
            indicators: of("indicators", FIXED),
            coefficient: of("coefficient", LEVELS),
            target: of("target", USUAL_TARGET),
        }
    }

    fn object(&self) -> ObjectOfMeasurement {
        self.object.with(|object| match object.as_str() {
            EVALUATOR => ObjectOfMeasurement::Evaluator,
            INDICATOR => ObjectOfMeasurement::Indicator,
            _ => ObjectOfMeasurement::Provider,
        })
    }

    /// The study chosen; what does not apply to the object is not asked.
    fn study<'a>(&self, answer: &'a GeneralizabilityAnswer) -> Option<&'a DStudy> {
        let object = self.object();
        let nested = object == ObjectOfMeasurement::Provider && self.design.with(|code| code == NESTED);
        let fixed = object != ObjectOfMeasurement::Indicator && self.indicators.with(|code| code == FIXED);
        let mut studies = answer.studies.iter();
        studies
            .find(|study| study.object == object && study.nested == nested && study.indicators_fixed == fixed)
    }

    fn coefficient(&self) -> DependabilityFor {
        if self.coefficient.with(|code| code == RANKING) {
            DependabilityFor::Ranking
        } else {
            DependabilityFor::Levels
        }
    }

    /// The coefficient to reach; the usual one where the address asks for another than can be chosen.
    fn target(&self) -> f64 {
        let asked = self.target.with(|target| target.parse::<f64>().ok());
        asked.filter(|target| DStudy::TARGETS.contains(target)).unwrap_or(DStudy::TARGET)
    }
}

/// The D study: what is measured, by what design, and how dependable that would be.
#[component]
fn Study(sources: Sources<GeneralizabilityAnswer>) -> impl IntoView {
    let chosen = Chosen::new();
    let scene =
        sources.scene_of(move |answer: &GeneralizabilityAnswer, context: &Context<'_>| -> Option<Scene> {
            let study = chosen.study(answer)?;
            Some(dependability_lines(study, chosen.coefficient(), chosen.target(), context))
        });
    let enough = move || {
        let said = sources.make(|answer, scope| {
            let study = chosen.study(answer)?;
            let levels = chosen.coefficient() == DependabilityFor::Levels;
            enough_for(scope.language, answer, study, levels, chosen.target())
        });
        said.flatten().unwrap_or_default()
    };
    let for_providers = move || chosen.object() == ObjectOfMeasurement::Provider;
    let with_indicators = move || chosen.object() != ObjectOfMeasurement::Indicator;
    view! {
        <h3 class="table-title">{t(|w| w.generalizability.study_heading)}</h3>
        <p class="chooser">
            {one(|w| w.generalizability.object, "object", chosen.object, |w| {
                vec![
                    (PROVIDER, w.object_provider),
                    (EVALUATOR, w.object_evaluator),
                    (INDICATOR, w.object_indicator),
                ]
            })}
            <Show when=for_providers>
                {one(|w| w.generalizability.design, "design", chosen.design, |w| {
                    vec![(NESTED, w.design_nested), (CROSSED, w.design_crossed)]
                })}
            </Show>
            <Show when=with_indicators>
                {one(|w| w.generalizability.indicators, "indicators", chosen.indicators, |w| {
                    vec![(FIXED, w.indicators_fixed), (RANDOM, w.indicators_random)]
                })}
            </Show>
            {one(|w| w.generalizability.coefficient, "coefficient", chosen.coefficient, |w| {
                vec![(LEVELS, w.for_marks), (RANKING, w.for_ranking)]
            })}
            {one(|w| w.generalizability.target, "target", chosen.target, |_| {
                TARGETS.map(|text| (text, text)).to_vec()
            })}
        </p>
        <p data-testid="enough">{enough}</p>
        <p class="remark">{t(|w| w.generalizability.no_interval)}</p>
        <Show when=for_providers>
            <p class="remark">{t(|w| w.generalizability.not_icc)}</p>
        </Show>
        <ChartCard scene name="dependability" />
    }
}

/// A select among a few codes with their words.
fn one(
    label: fn(&'static Words) -> &'static str,
    name: &'static str,
    chosen: Signal<String>,
    options: fn(&'static Generalizability) -> Vec<(&'static str, &'static str)>,
) -> AnyView {
    let options = Signal::derive(move || {
        let named = |(code, words): (&str, &str)| (code.to_owned(), words.to_owned());
        options(&language().words().generalizability).into_iter().map(named).collect::<Vec<_>>()
    });
    let router = expect_context::<Router>();
    let testid = format!("study-{name}");
    view! { <Select label testid options chosen choose=move |code| router.choose(name, code) /> }.into_any()
}
