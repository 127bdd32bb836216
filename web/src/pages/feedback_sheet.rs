//! The feedback sheet of one provider: where it stands, what changed, its strongest and weakest indicators.

use evenhand_protocol::{EntityKind, Outcome, RoundStanding, StandingAnswer, StandingRow};
use evenhand_words::{
    COMPOSITE_DECIMALS, Names, labelled, number, percent, rank_range, reason, signed, with_interval,
};
use gloo::events::EventListener;
use leptos::prelude::*;

use super::page_frame::{Scope, Sources};
use super::standing::standing_of;
use super::standing_marks::band_names;
use super::standing_tables::{change_words, side_words};
use crate::components::Select;
use crate::i18n::t;

/// The attribute of the document that says what is printed, where that is not all of it.
const PRINTED: &str = "data-print";

/// Indicators named at either end.
const NAMED: usize = 3;

/// What a sheet says, in lines.
#[derive(Default, Clone, PartialEq)]
struct Sheet {
    title: String,
    standing: Vec<String>,
    change: String,
    strong: Vec<String>,
    weak: Vec<String>,
}

/// The sheet of the provider chosen.
#[component]
pub fn FeedbackSheet(
    sources: Sources<StandingAnswer>,
    round: Memo<Option<String>>,
    /// Whose sheet it is; chosen by hand where nothing is said.
    #[prop(optional)]
    provider: Option<Signal<String>>,
) -> impl IntoView {
    let by_hand = provider.is_none();
    let chosen = RwSignal::new(None::<String>);
    let options = Signal::derive(move || {
        let round = round.get();
        let made = sources.make(|answer, scope| {
            let standing = standing_of(answer, round.as_deref())?;
            let option = |row: &StandingRow| {
                (row.provider.clone(), scope.names.name(EntityKind::Provider, &row.provider))
            };
            Some(standing.rows.iter().map(option).collect::<Vec<_>>())
        });
        made.flatten().unwrap_or_default()
    });
    let shown = Memo::new(move |_| {
        let has = |id: &String| options.with(|options| options.iter().any(|option| option.0 == *id));
        let first = || options.with(|options| options.first().map(|option| option.0.clone()));
        match provider {
            Some(provider) => provider.get(),
            None => chosen.get().filter(has).or_else(first).unwrap_or_default(),
        }
    });
    let sheet = Memo::new(move |_| {
        let (round, provider) = (round.get(), shown.get());
        let made = sources.make(|answer, scope| {
            let standing = standing_of(answer, round.as_deref())?;
            let row = standing.rows.iter().find(|row| row.provider == provider)?;
            Some(sheet(answer, standing, row, scope))
        });
        made.flatten().unwrap_or_default()
    });
    let list = move |pick: fn(&Sheet) -> &Vec<String>| {
        let lines = sheet.with(|sheet| pick(sheet).clone());
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <h3 class="table-title">{t(|w| w.standing.sheet_heading)}</h3>
        <p class="chooser">
            <Show when=move || by_hand>
                <Select
                    label=|w| w.standing.sheet_provider
                    testid="sheet-provider"
                    options
                    chosen=shown.into()
                    choose=move |id| chosen.set(Some(id))
                />
            </Show>
            <button type="button" class="button" data-testid="print-sheet" on:click=move |_| print()>
                {t(|w| w.standing.print)}
            </button>
        </p>
        <article class="card feedback-sheet" data-testid="feedback-sheet">
            <h4>{move || sheet.with(|sheet| sheet.title.clone())}</h4>
            <h5>{t(|w| w.standing.sheet_standing)}</h5>
            <ul>{move || list(|sheet| &sheet.standing)}</ul>
            <h5>{t(|w| w.standing.sheet_change)}</h5>
            <p>{move || sheet.with(|sheet| sheet.change.clone())}</p>
            <h5>{t(|w| w.standing.sheet_strong)}</h5>
            <ul>{move || list(|sheet| &sheet.strong)}</ul>
            <h5>{t(|w| w.standing.sheet_weak)}</h5>
            <ul>{move || list(|sheet| &sheet.weak)}</ul>
        </article>
    }
}

/// The browser's print dialogue for the sheet alone: the style sheet leaves everything else out while the document is
/// marked, which it is until the dialogue closes. A browser that refuses to print has told the user why.
fn print() {
    let Some(root) = document().document_element() else { return };
    if root.set_attribute(PRINTED, "sheet").is_ok() {
        let marked = root.clone();
        EventListener::once(&window(), "afterprint", move |_| {
            let _ = marked.remove_attribute(PRINTED);
        })
        .forget();
        let _ = window().print();
    }
}

fn sheet(answer: &StandingAnswer, standing: &RoundStanding, row: &StandingRow, scope: &Scope<'_>) -> Sheet {
    let language = scope.language;
    let words = &language.words().standing;
    let provider = scope.names.name(EntityKind::Provider, &row.provider);
    let round = scope.names.name(EntityKind::Round, &standing.round);
    let (strong, weak) = against_round(answer, standing, row, scope);
    Sheet {
        title: format!("{provider} · {round}"),
        standing: standing_lines(answer, row, scope),
        change: match &row.reliable_change {
            Outcome::Known(change) => {
                let head = words.columns.index.header;
                format!("{} ({head} {})", change_words(change, words), signed(change.index, 2))
            }
            Outcome::Undefined(why) => reason(language, why),
        },
        strong,
        weak,
    }
}

fn standing_lines(answer: &StandingAnswer, row: &StandingRow, scope: &Scope<'_>) -> Vec<String> {
    let (language, words) = (scope.language, scope.language.words());
    let columns = &words.standing.columns;
    let mut lines = Vec::new();
    match &row.adjusted {
        Outcome::Known(found) => {
            let value = with_interval(language, found.value, found.interval.as_ref(), COMPOSITE_DECIMALS);
            lines.push(labelled(language, words.providers.columns.adjusted.header, &value));
        }
        Outcome::Undefined(why) => lines.push(reason(language, why)),
    }
    if let Some(side) = row.side {
        let mark = number(answer.marks.pass_points(), COMPOSITE_DECIMALS);
        let name = format!("{} {mark}", words.standing.pass_mark);
        lines.push(labelled(language, &name, side_words(side, &words.standing)));
    }
    if let Some(chances) = row.chances.known() {
        lines.push(labelled(language, columns.pass.header, &percent(chances.pass, 0)));
        lines.push(labelled(language, columns.band.header, &bands(answer, &chances.bands)));
    }
    if let Some(set) = row.rank.known() {
        let columns = &words.providers.columns;
        let (name, ranks) = match set.probability {
            Some(chance) => {
                let range = rank_range(set.low, set.high);
                (columns.likely_ranks, format!("{range} ({})", percent(chance, 0)))
            }
            None => (columns.possible_ranks, rank_range(set.low, set.high)),
        };
        lines.push(labelled(language, name.header, &ranks));
    }
    if let Some(set) = row.rank_simultaneous.known() {
        let ranks = rank_range(set.low, set.high);
        lines.push(labelled(language, columns.rank_together.header, &ranks));
    }
    lines
}

/// The probability of each band, lowest first: "< 60 2% · 60–70 31% · …".
fn bands(answer: &StandingAnswer, chances: &[f64; 5]) -> String {
    let names = band_names(&answer.marks);
    let each = names.iter().zip(chances).map(|(name, chance)| format!("{name} {}", percent(*chance, 0)));
    each.collect::<Vec<String>>().join(" · ")
}

/// The indicators furthest above and below the mean of the round.
fn against_round(
    answer: &StandingAnswer,
    standing: &RoundStanding,
    row: &StandingRow,
    scope: &Scope<'_>,
) -> (Vec<String>, Vec<String>) {
    let Some(basis) = answer.weights.known() else { return Default::default() };
    let gap = |place: usize| {
        let all: Vec<f64> =
            standing.rows.iter().filter_map(|row| row.indicators.get(place).copied().flatten()).collect();
        Some(row.indicators.get(place).copied().flatten()? - evenhand_stats::mean(&all)?)
    };
    let mut gaps: Vec<(&String, f64)> =
        basis.indicators.iter().enumerate().filter_map(|(place, id)| Some((id, gap(place)?))).collect();
    gaps.sort_by(|a, b| b.1.total_cmp(&a.1));
    let line = |(id, gap): &(&String, f64)| {
        labelled(
            scope.language,
            &scope.names.name(EntityKind::Indicator, id),
            &signed(*gap, COMPOSITE_DECIMALS),
        )
    };
    let half = NAMED.min(gaps.len() / 2);
    let strong = gaps.iter().take(half).map(line).collect();
    let weak = gaps.iter().rev().take(half).map(line).collect();
    (strong, weak)
}
