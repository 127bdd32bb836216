//! The address: page, filter, language and theme as the part of the URL after `#`, never the data.

use evenhand_protocol::{EntityKind, EntityRef, Filter, FilterField, Marks, Page, ScorecardPolicy};
use evenhand_words::Language;

use super::numbers_in_address::{marks_of, marks_text, policy_of, policy_text};
use super::percent::{decode, encode};
use super::preferences::{Theme, language_code};

/// Where the user is and what part of the data is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The page shown.
    pub page: Page,
    /// The part of the data set.
    pub filter: Filter,
    /// The language of the page.
    pub language: Language,
    /// The colours of the page.
    pub theme: Theme,
    /// Whether everything is shown larger, to be read from afar.
    pub is_large: bool,
    /// What providers are measured by.
    pub marks: Marks,
    /// What evaluators are judged by.
    pub policy: ScorecardPolicy,
    /// The entity to show, such as `evaluator:E017`.
    pub at: Option<String>,
    /// Sections of the page that are open, by their names.
    pub open: Vec<String>,
    /// What is chosen on the page, by [`VIEW`].
    pub view: Vec<(&'static str, String)>,
}

/// What numbers depend on besides the data: what is undone when a reader says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    filter: Filter,
    marks: Marks,
    policy: ScorecardPolicy,
    weights: Option<String>,
}

/// The name of weights that were moved, among [`VIEW`].
pub const WEIGHTS: &str = "weights";

/// The pages in the order of the navigation, with their names in the address.
pub const PAGES: [(Page, &str); 7] = [
    (Page::Load, "load"),
    (Page::Quality, "quality"),
    (Page::Overview, "overview"),
    (Page::Evaluators, "evaluators"),
    (Page::Indicators, "indicators"),
    (Page::Providers, "providers"),
    (Page::Briefing, "briefing"),
];

/// The names of the filters in the address.
const FILTERS: [(FilterField, &str); 5] = [
    (FilterField::Round, "round"),
    (FilterField::Category, "category"),
    (FilterField::Dimension, "dimension"),
    (FilterField::Source, "source"),
    (FilterField::Group, "group"),
];

/// The names of choices on pages in the address: the round of the league, the unit of reliability, the part of the
/// data of coefficients, the rating effect, what a D study is of and what it is to reach, the facet whose measures are
/// shown, and weights that were moved.
pub const VIEW: [&str; 11] = [
    "in",
    "unit",
    "part",
    "effect",
    "object",
    "design",
    "indicators",
    "coefficient",
    "target",
    "facet",
    WEIGHTS,
];

/// Large type in the address.
const LARGE: &str = "large";

/// How an address begins that has a section in view.
const SECTION: &str = "section:";
/// How the names of cards begin.
const CARD: &str = "card-";

impl Route {
    /// Reads `#/evaluators?round=R01&category=Men&lang=zh`; what it does not say is taken from `fallback`.
    ///
    /// A page and a filter are never taken from `fallback`: an address without them means none.
    pub fn parse(hash: &str, fallback: &Self) -> Self {
        let hash = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let page = PAGES.iter().find(|(_, name)| *name == path).map_or(Page::Load, |(page, _)| *page);
        let (language, theme, is_large) = (fallback.language, fallback.theme, fallback.is_large);
        let mut route = Self {
            page,
            filter: Filter::default(),
            language,
            theme,
            is_large,
            marks: Marks::DEFAULT,
            policy: ScorecardPolicy::DEFAULT,
            at: None,
            open: Vec::new(),
            view: Vec::new(),
        };
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let value = decode(value);
            match key {
                "lang" => route.language = Language::from_code(&value).unwrap_or(language),
                "theme" => route.theme = Theme::from_code(&value).unwrap_or(theme),
                "type" => route.is_large = value == LARGE,
                "marks" => route.marks = marks_of(&value).unwrap_or(route.marks),
                "policy" => route.policy = policy_of(&value).unwrap_or(route.policy),
                "at" => route.at = Some(value),
                "open" => route.open.push(value),
                _ => {
                    if let Some((field, _)) = FILTERS.iter().find(|(_, name)| *name == key) {
                        route.filter.of_mut(*field).push(value);
                    } else if let Some(name) = VIEW.into_iter().find(|name| *name == key) {
                        route.choose(name, Some(value));
                    }
                }
            }
        }
        route
    }

    /// The address of this route, beginning with `#`.
    pub fn hash(&self) -> String {
        let name = PAGES.iter().find(|(page, _)| *page == self.page).map_or("load", |(_, name)| name);
        let filters = FILTERS
            .iter()
            .flat_map(|(field, name)| self.filter.of(*field).iter().map(|value| (*name, value.as_str())));
        let theme = (self.theme != Theme::Auto).then(|| ("theme", self.theme.code()));
        let (marks, policy) = (marks_text(&self.marks), policy_text(&self.policy));
        let pairs = filters
            .chain([("lang", language_code(self.language))])
            .chain(theme)
            .chain(self.is_large.then_some(("type", LARGE)))
            .chain(marks.as_deref().map(|marks| ("marks", marks)))
            .chain(policy.as_deref().map(|policy| ("policy", policy)))
            .chain(self.at.as_deref().map(|at| ("at", at)))
            .chain(self.open.iter().map(|name| ("open", name.as_str())))
            .chain(self.view.iter().map(|(name, value)| (*name, value.as_str())));
        let query: Vec<String> = pairs.map(|(key, value)| format!("{key}={}", encode(value))).collect();
        format!("#/{name}?{}", query.join("&"))
    }

    /// What numbers depend on besides the data.
    pub fn numbers(&self) -> Numbers {
        Numbers {
            filter: self.filter.clone(),
            marks: self.marks,
            policy: self.policy,
            weights: self.chosen(WEIGHTS).map(str::to_owned),
        }
    }

    /// Puts back what numbers depend on.
    pub fn set_numbers(&mut self, numbers: Numbers) {
        self.filter = numbers.filter;
        self.marks = numbers.marks;
        self.policy = numbers.policy;
        self.choose(WEIGHTS, numbers.weights);
    }

    /// The same part of the data on another page.
    pub fn on(&self, page: Page) -> Self {
        Self { page, at: None, open: Vec::new(), view: Vec::new(), ..self.clone() }
    }

    /// What is chosen on the page under a name of [`VIEW`].
    pub fn chosen(&self, name: &str) -> Option<&str> {
        self.view.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Chooses something on the page, or takes the choice back.
    pub fn choose(&mut self, name: &'static str, value: Option<String>) {
        self.view.retain(|(known, _)| *known != name);
        self.view.extend(value.map(|value| (name, value)));
        self.view.sort_unstable();
    }

    /// Opens or closes a section of the page.
    pub fn set_open(&mut self, section: &str, is_open: bool) {
        self.open.retain(|known| known != section);
        if is_open {
            self.open.push(section.to_owned());
        }
    }

    /// The sheet of an entity, on the page that it belongs to; what is open and chosen on the page of the moment stays, for
    /// the way back.
    pub fn to_entity(&self, link: &str) -> Self {
        let page = match EntityRef::of_link(link).map(|entity| entity.kind) {
            Some(EntityKind::Evaluator) => Page::Evaluators,
            Some(EntityKind::Indicator) => Page::Indicators,
            Some(EntityKind::Provider) => Page::Providers,
            Some(EntityKind::Round) | None => Page::Overview,
        };
        let under = if page == self.page { self.clone() } else { self.on(page) };
        Self { at: Some(link.to_owned()), ..under }
    }

    /// A section of a page, opened and in view; or a card, which is always open; or a card or table within a section, as
    /// `section/card`.
    pub fn to_section(&self, page: Page, section: &str) -> Self {
        let mut route = if page == self.page { self.clone() } else { self.on(page) };
        let outer = section.split_once('/').map_or(section, |(outer, _)| outer);
        if !outer.starts_with(CARD) {
            route.set_open(outer, true);
        }
        route.at = Some(format!("{SECTION}{section}"));
        route
    }

    /// The page without the sheet that lies on it.
    pub fn without_sheet(&self) -> Self {
        Self { at: None, ..self.clone() }
    }

    /// The id of the entity of a kind whose sheet is shown.
    pub fn sheet_of(&self, kind: &str) -> Option<&str> {
        self.at.as_deref()?.strip_prefix(kind)?.strip_prefix(':')
    }

    /// The section that is to be in view.
    pub fn section(&self) -> Option<&str> {
        self.at.as_deref()?.strip_prefix(SECTION)
    }

    /// What has a scroll place of its own: a page, or a sheet on it.
    pub fn view_key(&self) -> (Page, Option<&str>) {
        (self.page, self.at.as_deref().filter(|at| !at.starts_with(SECTION)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Route {
        Route {
            page: Page::Load,
            filter: Filter::default(),
            language: Language::En,
            theme: Theme::Auto,
            is_large: false,
            marks: Marks::DEFAULT,
            policy: ScorecardPolicy::DEFAULT,
            at: None,
            open: Vec::new(),
            view: Vec::new(),
        }
    }

    #[test]
    fn an_address_is_read() {
        let route = Route::parse(
            "#/evaluators?round=R01&round=R%2002&category=%E7%94%B7&dimension=d&source=s&group=g&lang=zh&theme=dark&type=large",
            &start(),
        );
        assert_eq!(route.page, Page::Evaluators);
        assert_eq!(route.filter.rounds, ["R01", "R 02"]);
        assert_eq!(route.filter.categories, ["男"]);
        assert_eq!(
            (&route.filter.dimensions[0], &route.filter.sources[0], &route.filter.groups[0]),
            (&"d".to_owned(), &"s".to_owned(), &"g".to_owned())
        );
        assert_eq!((route.language, route.theme), (Language::Zh, Theme::Dark));
        assert!(route.is_large && !start().is_large);
        assert_eq!(Route::parse(&route.hash(), &start()), route);
    }

    #[test]
    fn what_is_open_and_chosen_is_in_the_address() {
        let mut route = start().on(Page::Indicators);
        route.set_open("structure-detail", true);
        route.choose("unit", Some("sheets".to_owned()));
        route.choose("in", Some("R 1".to_owned()));
        assert_eq!(route.hash(), "#/indicators?lang=en&open=structure-detail&in=R%201&unit=sheets");
        assert_eq!(Route::parse(&route.hash(), &start()), route);
        route.choose("in", None);
        route.set_open("structure-detail", false);
        assert_eq!((route.chosen("in"), route.chosen("unit")), (None, Some("sheets")));
        assert_eq!(route.on(Page::Providers), start().on(Page::Providers), "another page begins afresh");
    }

    #[test]
    fn what_numbers_depend_on_is_in_the_address_and_can_be_put_back() {
        let before = start().on(Page::Providers);
        let mut route = before.clone();
        route.marks.pass = 555;
        route.policy.drift = 45;
        route.choose(WEIGHTS, Some("0.5,,1".to_owned()));
        assert_eq!(Route::parse(&route.hash(), &start()), route);
        assert_eq!(route.on(Page::Evaluators).marks, route.marks, "marks are for all pages");
        let mut back = route.clone();
        back.set_numbers(before.numbers());
        assert_eq!(back, before);
    }

    #[test]
    fn what_is_missing_or_unknown_falls_back() {
        let before = Route { language: Language::Zh, theme: Theme::Light, ..start() };
        for hash in ["", "#", "#/nowhere", "#/load?lang=fr&theme=pink&x"] {
            assert_eq!(Route::parse(hash, &before), before, "{hash}");
        }
    }

    #[test]
    fn an_entity_leads_to_its_page() {
        let route = start().to_entity("provider:P 1");
        assert_eq!(route.page, Page::Providers);
        assert_eq!(route.hash(), "#/providers?lang=en&at=provider%3AP%201");
        assert_eq!((route.sheet_of("provider"), route.sheet_of("evaluator")), (Some("P 1"), None));
        assert_eq!(start().to_entity("round:R1").page, Page::Overview);
    }

    #[test]
    fn a_sheet_lies_on_its_page_as_that_was() {
        let mut page = start().on(Page::Evaluators);
        page.set_open("drift-detail", true);
        page.choose("facet", Some("providers".to_owned()));
        let sheet = page.to_entity("evaluator:E1");
        assert_eq!(sheet.without_sheet(), page);
        assert_ne!(sheet.view_key(), page.view_key());
        assert!(page.to_entity("provider:P1").open.is_empty(), "another page begins afresh");
    }

    #[test]
    fn a_section_is_opened_where_it_is() {
        let mut page = start().on(Page::Evaluators);
        page.set_open("effects", true);
        let route = page.to_section(Page::Evaluators, "drift-detail");
        assert_eq!((route.section(), route.open.len()), (Some("drift-detail"), 2));
        assert_eq!(route.view_key(), page.view_key(), "the page keeps its place");
        assert_eq!(page.to_section(Page::Indicators, "structure-detail").open, ["structure-detail"]);
        let within = page.to_section(Page::Indicators, "structure-detail/card-scree");
        assert_eq!((within.section(), within.open.len()), (Some("structure-detail/card-scree"), 1));
    }
}
