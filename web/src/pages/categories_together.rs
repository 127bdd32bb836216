//! That providers of several categories are ranked together, and the way to one category alone.

use evenhand_protocol::FilterField;
use evenhand_words::categories_together;
use leptos::prelude::*;

use crate::i18n::language;
use crate::state::{Dataset, Router, filter_values};

/// Links to single categories shown at most; the menu of the filter has all.
const LINKS: usize = 12;

/// A line above what is ranked; nothing where all are of one category.
#[component]
pub fn CategoriesTogether() -> impl IntoView {
    let router = expect_context::<Router>();
    let dataset = expect_context::<Dataset>();
    let together = Memo::new(move |_| {
        let values = dataset.with_summary(|summary| filter_values(summary, FilterField::Category));
        let mut values = values.unwrap_or_default();
        router.filter.with(|filter| values.retain(|(value, _)| filter.passes(FilterField::Category, value)));
        values
    });
    let link = move |(value, name): (String, String)| {
        let alone = move |_| {
            router.go(|route| *route.filter.of_mut(FilterField::Category) = vec![value.clone()]);
        };
        view! { <li><button type="button" class="button quiet" on:click=alone>{name}</button></li> }
    };
    move || {
        let together = together.get();
        (together.len() > 1).then(|| {
            let said = categories_together(language(), together.len() as u64);
            view! {
                <div class="remark" data-testid="categories-together">
                    <p>{said}</p>
                    <ul class="inline-list">{together.into_iter().take(LINKS).map(link).collect_view()}</ul>
                </div>
            }
        })
    }
}
