//! In which size pictures of charts are saved.

use evenhand_words::Words;
use leptos::prelude::*;

use super::number_box::number_box;
use super::select::Select;
use crate::i18n::{language, t};
use crate::state::{PICTURE_WIDTHS, PictureChoice, PictureUse};

/// The sharpness of pictures that can be chosen.
const SHARPNESS: [u32; 3] = [1, 2, 3];

fn name(of: PictureUse, words: &'static Words) -> &'static str {
    match of {
        PictureUse::Shown => words.common.picture_shown,
        PictureUse::Slide => words.common.picture_slide,
        PictureUse::Half => words.common.picture_half,
        PictureUse::Page => words.common.picture_page,
        PictureUse::Own => words.common.picture_own,
    }
}

/// A button that says the size, and the choices below it; what is chosen holds for all charts.
pub fn picture_options() -> AnyView {
    let choice = expect_context::<PictureChoice>();
    let said = move || {
        let words = language().words();
        evenhand_words::labelled(language(), words.common.picture_size, name(choice.of.get(), words))
    };
    let uses = Signal::derive(move || {
        let words = language().words();
        PictureUse::ALL.map(|of| (of.code().to_owned(), name(of, words).to_owned())).to_vec()
    });
    let choose = move |code: String| {
        if let Some(of) = PictureUse::ALL.into_iter().find(|of| of.code() == code) {
            choice.of.set(of);
        }
    };
    let factors = Signal::stored(SHARPNESS.map(|factor| (factor.to_string(), format!("{factor}×"))).to_vec());
    let sharpen = move |factor: String| {
        if let Ok(factor) = factor.parse() {
            choice.sharpness.set(factor);
        }
    };
    view! {
        <details class="picture-options" data-testid="picture-options">
            <summary class="button quiet">{said}</summary>
            <div class="picture-choices">
                <Select
                    label=|w| w.common.picture_size
                    testid="picture-size"
                    options=uses
                    chosen=Signal::derive(move || choice.of.get().code().to_owned())
                    choose
                />
                <Show when=move || choice.of.get() == PictureUse::Own>
                    {number_box(
                        |w| w.common.picture_width,
                        "picture-width",
                        PICTURE_WIDTHS,
                        choice.width.into(),
                        move |width| choice.width.set(width.round()),
                    )}
                    {number_box(
                        |w| w.common.picture_height,
                        "picture-height",
                        (0.0, PICTURE_WIDTHS.1),
                        choice.height.into(),
                        move |height| choice.height.set(height.round()),
                    )}
                </Show>
                <Select
                    label=|w| w.common.picture_sharpness
                    testid="picture-sharpness"
                    options=factors
                    chosen=Signal::derive(move || choice.sharpness.get().to_string())
                    choose=sharpen
                />
                <p class="remark">{t(|w| w.common.picture_hint)}</p>
            </div>
        </details>
    }
    .into_any()
}
