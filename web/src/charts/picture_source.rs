//! Where the numbers of a saved picture come from.

use evenhand_words::{DatasetNames, Language, source_line};
use leptos::prelude::With;

use crate::state::{Dataset, Router, today};

/// Data set, filter, date and program in a line: a picture that is passed on still says what it rests on.
pub fn picture_source(dataset: Dataset, router: Router, language: Language) -> String {
    let line = dataset.with_summary(|summary| {
        let names = DatasetNames::new(summary);
        router.filter.with(|filter| source_line(language, &summary.name, filter, &names, None, &today()))
    });
    format!("{} Evenhand {}.", line.unwrap_or_default(), env!("CARGO_PKG_VERSION"))
}
