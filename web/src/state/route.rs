//! The address: page, filter, language and theme as the part of the URL after `#`, never the data.

use evenhand_protocol::{Filter, FilterField, Page};
use evenhand_words::Language;

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
    /// The entity to show, such as `evaluator:E017`.
    pub at: Option<String>,
}

/// The pages in the order of the navigation, with their names in the address.
pub const PAGES: [(Page, &str); 6] = [
    (Page::Load, "load"),
    (Page::Quality, "quality"),
    (Page::Overview, "overview"),
    (Page::Evaluators, "evaluators"),
    (Page::Indicators, "indicators"),
    (Page::Providers, "providers"),
];

/// The names of the filters in the address.
const FILTERS: [(FilterField, &str); 5] = [
    (FilterField::Round, "round"),
    (FilterField::Category, "category"),
    (FilterField::Dimension, "dimension"),
    (FilterField::Source, "source"),
    (FilterField::Group, "group"),
];

impl Route {
    /// Reads `#/evaluators?round=R01&category=Men&lang=zh`; what it does not say is taken from `fallback`.
    ///
    /// A page and a filter are never taken from `fallback`: an address without them means none.
    pub fn parse(hash: &str, fallback: &Self) -> Self {
        let hash = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let page = PAGES.iter().find(|(_, name)| *name == path).map_or(Page::Load, |(page, _)| *page);
        let (language, theme) = (fallback.language, fallback.theme);
        let mut route = Self { page, filter: Filter::default(), language, theme, at: None };
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let value = decode(value);
            match key {
                "lang" => route.language = Language::from_code(&value).unwrap_or(language),
                "theme" => route.theme = Theme::from_code(&value).unwrap_or(theme),
                "at" => route.at = Some(value),
                _ => {
                    if let Some((field, _)) = FILTERS.iter().find(|(_, name)| *name == key) {
                        route.filter.of_mut(*field).push(value);
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
        let pairs = filters
            .chain([("lang", language_code(self.language))])
            .chain(theme)
            .chain(self.at.as_deref().map(|at| ("at", at)));
        let query: Vec<String> = pairs.map(|(key, value)| format!("{key}={}", encode(value))).collect();
        format!("#/{name}?{}", query.join("&"))
    }

    /// The same part of the data on another page.
    pub fn on(&self, page: Page) -> Self {
        Self { page, at: None, ..self.clone() }
    }

    /// The page of an entity, with the entity in view.
    pub fn to_entity(&self, link: &str) -> Self {
        let page = match link.split_once(':').map_or(link, |(kind, _)| kind) {
            "evaluator" => Page::Evaluators,
            "indicator" => Page::Indicators,
            "provider" => Page::Providers,
            _ => Page::Overview,
        };
        Self { at: Some(link.to_owned()), ..self.on(page) }
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
            at: None,
        }
    }

    #[test]
    fn an_address_is_read() {
        let route = Route::parse(
            "#/evaluators?round=R01&round=R%2002&category=%E7%94%B7&dimension=d&source=s&group=g&lang=zh&theme=dark",
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
        assert_eq!(Route::parse(&route.hash(), &start()), route);
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
    }
}
