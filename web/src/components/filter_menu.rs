//! A filter: a button that says what is chosen and a list of checkboxes below it.

use evenhand_protocol::FilterField;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::i18n::language;

/// A multiple choice among `options` (value and words); an empty choice means all of them.
#[component]
pub fn FilterMenu(
    /// What is filtered by.
    field: FilterField,
    /// Name for tests.
    testid: &'static str,
    /// Values and their words.
    options: Memo<Vec<(String, String)>>,
    /// The chosen values.
    chosen: Signal<Vec<String>>,
    /// Called with a new choice.
    choose: Callback<Vec<String>>,
) -> impl IntoView {
    let label = move || evenhand_words::filter_field(language(), field);
    let all = move || evenhand_words::all_of(language(), field);
    let open = RwSignal::new(false);
    let summary = move || match chosen.get().as_slice() {
        [] => all().to_owned(),
        [one] => options.with(|options| words_of(options, one)),
        several => format!("{}: {}", label(), several.len()),
    };
    let close_on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            open.set(false);
        }
    };
    let panel = move || {
        view! {
            <div class="scrim" on:click=move |_| open.set(false)></div>
            <fieldset class="menu-panel" data-testid=format!("{testid}-options")>
                <legend class="visually-hidden">{label}</legend>
                <button type="button" class="button quiet" on:click=move |_| choose.run(Vec::new())>
                    {all}
                </button>
                <ul class="menu-list">
                    <For each=move || options.get() key=|(value, _)| value.clone() let((value, words))>
                        <Choice value words options chosen choose />
                    </For>
                </ul>
            </fieldset>
        }
    };
    view! {
        <Show when=move || options.with(|options| options.len() > 1)>
            <div class="menu" on:keydown=close_on_escape>
                <button
                    type="button"
                    class="button menu-button"
                    class:is-on=move || !chosen.get().is_empty()
                    aria-expanded=move || open.get().to_string()
                    data-testid=testid
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <span>{summary}</span>
                </button>
                <Show when=move || open.get()>{panel()}</Show>
            </div>
        </Show>
    }
}

#[component]
fn Choice(
    value: String,
    words: String,
    options: Memo<Vec<(String, String)>>,
    chosen: Signal<Vec<String>>,
    choose: Callback<Vec<String>>,
) -> impl IntoView {
    let value = StoredValue::new(value);
    let is_chosen = move || chosen.with(|chosen| value.with_value(|value| chosen.contains(value)));
    let toggle = move |_| {
        let (now, value) = (chosen.get_untracked(), value.get_value());
        choose.run(options.with_untracked(|options| toggled(options, &now, &value)));
    };
    view! {
        <li>
            <label class="choice">
                <input type="checkbox" prop:checked=is_chosen on:change=toggle />
                <span>{words}</span>
            </label>
        </li>
    }
}

fn words_of(options: &[(String, String)], value: &str) -> String {
    let known = options.iter().find(|(known, _)| known == value);
    known.map_or_else(|| value.to_owned(), |(_, words)| words.clone())
}

/// The choice with one value put in or taken out, in the order of the options; a choice of all becomes no choice.
fn toggled(options: &[(String, String)], now: &[String], value: &str) -> Vec<String> {
    let keep = |known: &String| if known == value { !now.contains(known) } else { now.contains(known) };
    let next: Vec<String> =
        options.iter().map(|(known, _)| known).filter(|known| keep(known)).cloned().collect();
    if next.len() == options.len() { Vec::new() } else { next }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_keep_the_order_of_the_options() {
        let options: Vec<_> = ["a", "b", "c"].map(|v| (v.to_owned(), v.to_owned())).into();
        let after = |now: &[&str], value| {
            toggled(&options, &now.iter().map(|v| (*v).to_owned()).collect::<Vec<_>>(), value)
        };
        assert_eq!(after(&[], "b"), ["b"]);
        assert_eq!(after(&["c"], "a"), ["a", "c"]);
        assert_eq!(after(&["a", "c"], "a"), ["c"]);
        assert!(after(&["a", "c"], "b").is_empty(), "all chosen is no filter");
        assert!(after(&["a", "gone"], "a").is_empty());
    }
}
