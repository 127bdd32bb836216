//! Language, theme and size of type: from the address, else as chosen before, else as the browser says; and the benchmark scale.

use evenhand_protocol::BenchmarkScale;
use evenhand_words::Language;
use gloo::storage::{LocalStorage, Storage};
use gloo::utils::{document_element, window};

const LANGUAGE_KEY: &str = "evenhand.language";
const THEME_KEY: &str = "evenhand.theme";
const LARGE_KEY: &str = "evenhand.large";
const BENCHMARK_KEY: &str = "evenhand.benchmark";

/// The colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All of them, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its name in the address and in storage.
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// The name of a language in the address and in storage: `en` or `zh`.
pub fn language_code(language: Language) -> &'static str {
    let tag = language.code();
    tag.split_once('-').map_or(tag, |(primary, _)| primary)
}

/// The language chosen before, else the browser's.
pub fn remembered_language() -> Language {
    let stored = LocalStorage::get::<String>(LANGUAGE_KEY).ok();
    let code = stored.or_else(|| window().navigator().language());
    code.as_deref().and_then(Language::from_code).unwrap_or_default()
}

/// The theme chosen before.
pub fn remembered_theme() -> Theme {
    let stored = LocalStorage::get::<String>(THEME_KEY).ok();
    stored.as_deref().and_then(Theme::from_code).unwrap_or_default()
}

/// Whether large type was chosen before.
pub fn remembered_large() -> bool {
    LocalStorage::get(LARGE_KEY).unwrap_or_default()
}

/// Puts them on the document and remembers them.
pub fn apply(language: Language, theme: Theme, is_large: bool) {
    let root = document_element();
    // Storage may be full or forbidden; then the choice lasts as long as the page.
    let _ = LocalStorage::set(LANGUAGE_KEY, language_code(language));
    let _ = LocalStorage::set(THEME_KEY, theme.code());
    let _ = LocalStorage::set(LARGE_KEY, is_large);
    let _ = root.set_attribute("lang", language.code());
    let _ =
        if is_large { root.set_attribute("data-type", "large") } else { root.remove_attribute("data-type") };
    let _ = match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        chosen => root.set_attribute("data-theme", chosen.code()),
    };
}

/// The name of a benchmark scale in storage and in choices.
pub fn benchmark_code(scale: BenchmarkScale) -> &'static str {
    match scale {
        BenchmarkScale::KooLi => "koo-li",
        BenchmarkScale::Cicchetti => "cicchetti",
        BenchmarkScale::LandisKoch => "landis-koch",
        BenchmarkScale::Altman => "altman",
        BenchmarkScale::Fleiss => "fleiss",
        BenchmarkScale::GeorgeMallery => "george-mallery",
    }
}

/// The benchmark scale of that name.
pub fn benchmark_from_code(code: &str) -> Option<BenchmarkScale> {
    BenchmarkScale::ALL.into_iter().find(|scale| benchmark_code(*scale) == code)
}

/// The benchmark scale chosen before.
pub fn remembered_benchmark() -> BenchmarkScale {
    let stored = LocalStorage::get::<String>(BENCHMARK_KEY).ok();
    stored.as_deref().and_then(benchmark_from_code).unwrap_or_default()
}

/// Remembers a benchmark scale.
pub fn remember_benchmark(scale: BenchmarkScale) {
    // Storage may be full or forbidden; then the choice lasts as long as the page.
    let _ = LocalStorage::set(BENCHMARK_KEY, benchmark_code(scale));
}
