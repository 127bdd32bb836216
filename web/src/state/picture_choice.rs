//! The size of the pictures that are saved of charts, the same for all charts while the page is open.

use evenhand_charts::PictureSize;
use leptos::prelude::*;

/// A size by its use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PictureUse {
    /// As the chart is shown on the page.
    #[default]
    Shown,
    /// A slide of 16 to 9.
    Slide,
    /// Half of an A4 page within its margins.
    Half,
    /// The width of an A4 page within its margins.
    Page,
    /// As wide and high as the reader says.
    Own,
}

/// The width of an A4 page within margins of 20 mm, at 96 pixels to the inch.
const PAGE_WIDTH: f64 = 643.0;

/// Half of its height, less room for words below.
const HALF_HEIGHT: f64 = 460.0;

/// Pixels of a picture to one of its chart: sharp on slides and paper.
const SHARPNESS: u32 = 2;

/// The ends of widths and heights that can be chosen.
pub const PICTURE_WIDTHS: (f64, f64) = (240.0, 4000.0);

impl PictureUse {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Shown, Self::Slide, Self::Half, Self::Page, Self::Own];

    /// Its name in the page.
    pub fn code(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Slide => "slide",
            Self::Half => "half",
            Self::Page => "page",
            Self::Own => "own",
        }
    }
}

/// What is chosen.
#[derive(Clone, Copy)]
pub struct PictureChoice {
    /// What for.
    pub of: RwSignal<PictureUse>,
    /// The reader's own width in pixels.
    pub width: RwSignal<f64>,
    /// The reader's own height in pixels; 0 where the chart chooses.
    pub height: RwSignal<f64>,
    /// Pixels of a PNG to one of its chart.
    pub sharpness: RwSignal<u32>,
}

impl PictureChoice {
    /// Pictures as charts are shown.
    pub fn new() -> Self {
        Self {
            of: RwSignal::new(PictureUse::Shown),
            width: RwSignal::new(1000.0),
            height: RwSignal::new(600.0),
            sharpness: RwSignal::new(SHARPNESS),
        }
    }

    /// The size at this moment; none where charts are saved as they are shown.
    pub fn size(&self) -> Option<PictureSize> {
        untrack(|| {
            let of = |width, height, letters| Some(PictureSize { width, height, letters });
            match self.of.get() {
                PictureUse::Shown => None,
                // Letters are read from the back of a room.
                PictureUse::Slide => of(1280.0, Some(720.0), 1.5),
                PictureUse::Half => of(PAGE_WIDTH, Some(HALF_HEIGHT), 1.0),
                PictureUse::Page => of(PAGE_WIDTH, None, 1.0),
                PictureUse::Own => {
                    let height = self.height.get();
                    of(self.width.get(), (height > 0.0).then(|| height.max(PICTURE_WIDTHS.0 / 2.0)), 1.0)
                }
            }
        })
    }
}
