//! The slides of a briefing, one fragment for each.

use evenhand_charts::Palette;
use evenhand_protocol::{Briefing, Loaded, Slide, SlideOptions, Statistics};
use evenhand_words::stale;

use super::body::{Look, contents};
use super::escape::escape_into;
use crate::answers::Answers;
use crate::document::{Body, Document, Page, Room, document};

/// Rows of a table that a slide has room for.
const ROWS: usize = 12;

/// The slides of a briefing; all that are wanted, in order.
///
/// Each fragment is a `section` with the class `bf-slide`; [`super::SLIDE_CSS`] is its style.
pub fn slides(briefing: &Briefing, options: SlideOptions, loaded: &Loaded, answers: &Answers) -> Vec<Slide> {
    let palette = if options.dark { Palette::dark() } else { Palette::light() };
    let look = Look { palette, rows: ROWS };
    let wanted = |place: usize| options.only.is_none_or(|only| only as usize == place);
    let document = document(briefing, loaded, answers, Room::SLIDE);
    let pages = document.pages.iter().enumerate().filter(|(place, _)| wanted(*place));
    pages.map(|(place, page)| slide(&document, page, place, &look)).collect()
}

fn slide(document: &Document, page: &Page, place: usize, look: &Look) -> Slide {
    let mut html = format!("<section class=\"bf-slide {}\" lang=\"", kind(page));
    escape_into(&mut html, document.language.code());
    html.push_str("\" data-item=\"");
    escape_into(&mut html, &page.id);
    html.push_str("\">\n");
    contents(&mut html, document, page, place, look);
    html.push_str("</section>\n");
    Slide {
        id: page.id.clone(),
        heading: page.heading.clone(),
        html,
        notes: notes(page),
        source: page.source.clone(),
        stale: page.stale,
        stale_words: page.stale.map(|why| stale(document.language, why).to_owned()),
        fingerprint: page.fingerprint.clone(),
    }
}

/// What the speaker sees: the reader's notes, how to read the chart, and the statistics that are not on the slide.
pub(crate) fn notes(page: &Page) -> Vec<String> {
    let mut notes: Vec<String> =
        page.notes.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    notes.extend(Some(page.how_to_read().to_owned()).filter(|text| !text.is_empty()));
    if page.statistics != Statistics::Shown {
        notes.extend(Some(page.detail.clone()).filter(|text| !text.is_empty()));
    }
    notes.push(page.source.clone());
    notes
}

/// The class of what a page shows.
pub(super) fn kind(page: &Page) -> &'static str {
    match page.body {
        Body::Title => "bf-title",
        Body::Words => "bf-words",
        Body::Summary(_) => "bf-short",
        Body::Chart(_) => "bf-chart",
        Body::Table(_) => "bf-tables",
        Body::Figure(_) => "bf-number-page",
        Body::Caveats(_) => "bf-caveat-page",
        Body::Missing(_) => "bf-missing-page",
    }
}
