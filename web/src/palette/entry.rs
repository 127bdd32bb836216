//! What the palette finds.

use evenhand_protocol::{DatasetSummary, EntityKind, Filter, FilterField, Page, entity_link};
use evenhand_words::{Language, entity_kind};
use leptos::prelude::GetUntracked;

use crate::components::{methods_address, print_page};
use crate::matching::folded;
use crate::sections::SECTIONS;
use crate::state::{LoadFlow, PAGES, Router, Theme, filter_values};
use crate::tour::TourState;

/// Something that can be chosen from the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// What kind of thing it is, or its id where the name is another.
    pub kind: String,
    /// What is searched in.
    pub folded: String,
    /// What happens when it is chosen.
    pub deed: Deed,
}

/// What happens when an entry is chosen.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Shows a page.
    Page(Page),
    /// Opens a section of a page.
    Section(Page, &'static str),
    /// Shows the sheet of an entity.
    Entity(String),
    /// Looks at one round, category, dimension, source or group only.
    Only(FilterField, String),
    /// Looks at everything again.
    ClearFilters,
    /// Speaks another language.
    Language(Language),
    /// Wears other colours.
    Theme(Theme),
    /// Take back the latest change of a filter, mark, threshold or weight.
    Undo,
    /// Show everything larger, or as usual again.
    LargeType,
    /// Loads the sample.
    Sample,
    /// Loads the sample and shows around.
    Tour,
    /// Opens the page of methods.
    Methods,
    /// Prints the page.
    Print,
}

impl Deed {
    /// Does it.
    pub fn perform(self, router: Router, flow: LoadFlow, tour: TourState) {
        match self {
            Self::Page(page) => router.go(|route| *route = route.on(page)),
            Self::Section(page, section) => router.go(|route| *route = route.to_section(page, section)),
            Self::Entity(link) => router.go(|route| *route = route.to_entity(&link)),
            Self::Only(field, value) => router.go(|route| *route.filter.of_mut(field) = vec![value]),
            Self::ClearFilters => router.go(|route| route.filter = Filter::default()),
            Self::Language(language) => router.go(|route| route.language = language),
            Self::Theme(theme) => router.go(|route| route.theme = theme),
            Self::Undo => router.undo(),
            Self::LargeType => router.go(|route| route.is_large = !route.is_large),
            Self::Sample => flow.load_sample(),
            Self::Tour => {
                flow.load_sample();
                tour.begin();
            }
            Self::Methods => {
                let address = methods_address(router.language.get_untracked(), "");
                // A browser that refuses to open it has told the user why.
                let _ = gloo::utils::window()
                    .open_with_url_and_target_and_features(&address, "_blank", "noopener");
            }
            Self::Print => print_page(),
        }
    }
}

/// Pages, sections and actions first, then what the data set holds.
pub fn entries(language: Language, summary: Option<&DatasetSummary>, filtered: bool) -> Vec<Entry> {
    let words = language.words();
    let entry = |name: String, kind: &str, deed| {
        let folded = folded(&format!("{name} {kind}"));
        Entry { name, kind: kind.to_owned(), folded, deed }
    };
    let mut all: Vec<Entry> = PAGES
        .iter()
        .map(|(page, _)| {
            entry(evenhand_words::page(language, *page).to_owned(), words.palette.page, Deed::Page(*page))
        })
        .collect();
    for section in SECTIONS.iter().filter(|_| summary.is_some()) {
        let page = evenhand_words::page(language, section.page);
        let deed = Deed::Section(section.page, section.name);
        let found = entry((section.heading)(words).to_owned(), page, deed);
        all.push(Entry { folded: format!("{} {}", found.folded, folded((section.terms)(words))), ..found });
    }
    let mut act = |name: &str, deed| all.push(entry(name.to_owned(), words.palette.action, deed));
    if filtered {
        act(words.nav.clear_filters, Deed::ClearFilters);
    }
    act(words.load.try_sample, Deed::Sample);
    act(words.tour.start, Deed::Tour);
    for other in Language::ALL.into_iter().filter(|other| *other != language) {
        act(other.name(), Deed::Language(other));
    }
    for (theme, name) in [
        (Theme::Light, words.nav.theme_light),
        (Theme::Dark, words.nav.theme_dark),
        (Theme::Auto, words.nav.theme_auto),
    ] {
        act(&evenhand_words::labelled(language, words.nav.theme, name), Deed::Theme(theme));
    }
    act(words.nav.undo, Deed::Undo);
    act(words.nav.large_type, Deed::LargeType);
    act(words.methods.heading, Deed::Methods);
    act(words.palette.print, Deed::Print);
    if let Some(summary) = summary {
        all.extend(of_dataset(language, summary));
    }
    all
}

fn of_dataset(language: Language, summary: &DatasetSummary) -> Vec<Entry> {
    let named = |kind: EntityKind, id: &str, label: Option<&String>| {
        let kind_words = entity_kind(language, kind);
        let name = match label {
            Some(label) if label != id => format!("{id} {label}"),
            _ => id.to_owned(),
        };
        let deed = match kind {
            EntityKind::Round => Deed::Only(FilterField::Round, id.to_owned()),
            _ => Deed::Entity(entity_link(kind, id)),
        };
        Entry { folded: folded(&format!("{name} {kind_words}")), name, kind: kind_words.to_owned(), deed }
    };
    let evaluators = summary.evaluators.iter().map(|e| named(EntityKind::Evaluator, &e.id, e.label.as_ref()));
    let providers = summary.providers.iter().map(|p| named(EntityKind::Provider, &p.id, p.label.as_ref()));
    let indicators = summary.indicators.iter().map(|i| named(EntityKind::Indicator, &i.id, i.label.as_ref()));
    let rounds = summary.rounds.iter().map(|r| named(EntityKind::Round, &r.id, r.label.as_ref()));
    let parts = FilterField::ALL.into_iter().filter(|field| *field != FilterField::Round).flat_map(|field| {
        let kind = evenhand_words::filter_field(language, field);
        filter_values(summary, field).into_iter().map(move |(value, name)| Entry {
            folded: folded(&format!("{name} {kind}")),
            name,
            kind: kind.to_owned(),
            deed: Deed::Only(field, value),
        })
    });
    evaluators.chain(providers).chain(indicators).chain(rounds).chain(parts).collect()
}
