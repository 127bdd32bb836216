//! The marks that the reader measures the providers by.

use evenhand_protocol::{MarkError, Marks};
use evenhand_words::{mark, mark_error};
use leptos::prelude::*;

use crate::components::number_box;
use crate::i18n::{language, t};
use crate::state::ReaderMarks;

/// Boxes for the pass mark, the top and the grade bands.
#[component]
pub fn Choices(marks: ReaderMarks) -> impl IntoView {
    let top = Signal::derive(move || f64::from(marks.get().top));
    view! {
        <p class="chooser">
            {number_box(|w| w.standing.pass_mark, "pass-mark", (0.0, 100.0), marks.pass(), move |mark| {
                marks.set_pass(mark);
            })}
            {number_box(|w| w.standing.top, "top-k", (1.0, 1000.0), top, move |top| {
                marks.update(|marks| marks.top = top.round() as u16);
            })}
            {bands_box(marks)}
        </p>
    }
}

/// Where the bands begin, in one box; what was expected stands below it where that cannot be.
fn bands_box(marks: ReaderMarks) -> AnyView {
    let error = RwSignal::new(None::<MarkError>);
    let change = move |text: String| match with_bands(untrack(|| marks.get()), &text) {
        Ok(found) => {
            error.set(None);
            marks.update(|marks| *marks = found);
        }
        Err(why) => error.set(Some(why)),
    };
    let wrong = move || error.with(Option::is_some);
    view! {
        <label class="select">
            <span>{t(|w| w.standing.bands)}</span>
            <input
                type="text"
                class="bands-box"
                data-testid="bands"
                inputmode="decimal"
                autocomplete="off"
                aria-invalid=move || wrong().to_string()
                aria-describedby="bands-error"
                prop:value=move || written(&marks.get())
                on:change:target=move |event| change(event.target().value())
            />
            <span id="bands-error" class="field-error" role="alert" data-testid="bands-error">
                {move || error.get().map(|why| mark_error(language(), &why))}
            </span>
        </label>
    }
    .into_any()
}

/// The marks with bands as they were written: numbers apart by commas, semicolons or spaces, Chinese ones too.
fn with_bands(marks: Marks, text: &str) -> Result<Marks, MarkError> {
    let parts = text.split([',', ';', ' ', '\u{3000}', '，', '、', '；']).map(str::trim);
    let parse = |part: &str| part.parse().map_err(|_| MarkError::NotNumber { found: part.to_owned() });
    let bands: Vec<f64> = parts.filter(|part| !part.is_empty()).map(parse).collect::<Result<_, _>>()?;
    Marks::checked(marks.pass_points(), &bands, marks.top.into())
}

fn written(marks: &Marks) -> String {
    marks.band_points().map(mark).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_as_readers_write_them() {
        let bands = |text: &str| with_bands(Marks::DEFAULT, text).map(|marks| marks.bands);
        assert_eq!(bands("50, 60,70.5 80"), Ok([500, 600, 705, 800]));
        assert_eq!(bands("50，60、70；80"), Ok([500, 600, 700, 800]));
        assert_eq!(bands(&written(&Marks::DEFAULT)), Ok(Marks::DEFAULT.bands));
        assert_eq!(bands("50, A, 70, 80"), Err(MarkError::NotNumber { found: "A".to_owned() }));
        assert_eq!(bands("50, 60"), Err(MarkError::Bands { found: 2 }));
    }
}
