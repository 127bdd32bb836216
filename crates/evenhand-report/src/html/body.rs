//! What a page shows, as HTML.

use evenhand_charts::{DataTable, Palette, Scene, SvgOptions, to_svg, wrap};
use evenhand_protocol::Statistics;
use evenhand_words::listed;

use super::escape::{element, escape_into, paragraphs};
use super::table::table;
use crate::document::{Body, Document, Page};
use crate::slide_table::slide_table;
use crate::table_fit::TableRoom;

/// How pages are drawn.
pub(super) struct Look {
    pub(super) palette: Palette,
    /// Rows of a table at most.
    pub(super) rows: usize,
}

/// Rows that a slide has of every table: browsers set them more closely than is estimated.
const LEAST: usize = 4;

/// The room of a table on a slide that is 1000 pixels wide; as in `slide.css`.
const SLIDE: TableRoom =
    TableRoom { width: 916.0, height: 350.0, size: 12.0, line: 1.5, padding: (16.0, 10.0) };

/// Size of a slide's heading and of its notes, in pixels; as in `slide.css`.
const HEADING: f64 = 27.0;
const NOTE: f64 = 9.5;

/// Appends the heading, the body and the foot of a page.
pub(super) fn contents(out: &mut String, document: &Document, page: &Page, place: usize, look: &Look) {
    let words = &document.language.words().report;
    if let Some(why) = page.stale {
        let said = format!("{}: {}", words.stale, evenhand_words::stale(document.language, why));
        element(out, "p", "bf-stale", &said);
    }
    out.push_str("<header class=\"bf-head\">\n");
    element(out, "p", "bf-eyebrow", &page.eyebrow);
    element(out, "h2", "bf-heading", &page.heading);
    if page.statistics == Statistics::Shown {
        element(out, "p", "bf-detail", &page.detail);
    }
    out.push_str("</header>\n<div class=\"bf-body\">\n");
    let shown = shown_table(document, page, look);
    body(out, document, page, place, look, shown.as_ref());
    paragraphs(out, "bf-annotation", &page.annotation);
    out.push_str("</div>\n<footer class=\"bf-foot\">\n");
    if let Some(left_out) = &page.left_out {
        element(out, "p", "bf-note", left_out);
    }
    if let Some((found, rows)) = shown.filter(|(found, rows)| found.rows.len() > *rows) {
        let said = listed(document.language, rows as u64, found.rows.len() as u64);
        element(out, "p", "bf-note", &said);
    }
    if let Some(drawn) = &page.drawn {
        element(out, "p", "bf-note", drawn);
    }
    if page.statistics == Statistics::Footnote {
        element(out, "p", "bf-note", &page.detail);
    }
    if !matches!(page.body, Body::Title) {
        element(out, "p", "bf-source", &page.source);
    }
    out.push_str("</footer>\n");
}

fn body(
    out: &mut String,
    document: &Document,
    page: &Page,
    place: usize,
    look: &Look,
    shown: Option<&(DataTable, usize)>,
) {
    match &page.body {
        Body::Title => title(out, document),
        Body::Words => {}
        Body::Summary(said) => {
            out.push_str("<div class=\"bf-summary\">\n");
            for said in said {
                out.push_str("<section>\n");
                element(out, "h3", "bf-question", said.question);
                for sentence in &said.sentences {
                    element(out, "p", "bf-said", sentence);
                }
                out.push_str("</section>\n");
            }
            out.push_str("</div>\n");
        }
        Body::Chart(scene) => chart(out, scene, place, look),
        Body::Table(found) => match shown {
            Some((found, rows)) => table(out, found, *rows),
            None => table(out, found, usize::MAX),
        },
        Body::Figure(figure) => {
            out.push_str("<div class=\"bf-figure\">\n");
            element(out, "p", "bf-value", &figure.value);
            element(out, "p", "bf-interval", figure.interval.as_deref().unwrap_or_default());
            element(out, "p", "bf-basis", figure.basis.as_deref().unwrap_or_default());
            out.push_str("</div>\n");
        }
        Body::Caveats(caveats) => {
            out.push_str("<ul class=\"bf-caveats\">\n");
            for (headline, detail) in caveats {
                out.push_str("<li>");
                element(out, "p", "bf-said", headline);
                element(out, "p", "bf-more", detail);
                out.push_str("</li>\n");
            }
            out.push_str("</ul>\n");
        }
        Body::Missing(why) => element(out, "p", "bf-missing", why),
    }
}

/// How many rows of a table a slide has room for.
fn rows_of(found: &DataTable, page: &Page, look: &Look) -> usize {
    let lines = |text: &str, size: f64| wrap(text, size, SLIDE.width).len().saturating_sub(1) as f64;
    let heading = lines(&page.heading, HEADING) * HEADING * 1.2;
    let foot = match page.statistics {
        Statistics::Footnote => (lines(&page.detail, NOTE) + 1.0) * NOTE * 1.4,
        _ => 0.0,
    };
    let room = TableRoom { height: SLIDE.height - heading - foot, ..SLIDE };
    room.fit(found).rows.len().max(LEAST).min(look.rows)
}

/// The table of a slide and how many of its rows are shown; nothing where there is none, or a page has it whole.
fn shown_table(document: &Document, page: &Page, look: &Look) -> Option<(DataTable, usize)> {
    let Body::Table(found) = &page.body else { return None };
    (look.rows != usize::MAX).then(|| {
        let found = slide_table(found, document.language);
        let rows = rows_of(&found, page, look);
        (found, rows)
    })
}

fn title(out: &mut String, document: &Document) {
    element(out, "p", "bf-subtitle", document.subtitle.as_deref().unwrap_or_default());
    element(out, "p", "bf-dataset", &document.dataset);
    element(out, "p", "bf-holds", &document.holds);
    element(out, "p", "bf-date", &document.date);
    element(out, "p", "bf-note", document.anonymity.unwrap_or_default());
}

/// A chart as SVG with tooltips, and its subtitle.
fn chart(out: &mut String, scene: &Scene, place: usize, look: &Look) {
    out.push_str("<figure class=\"bf-figure-chart\">\n<figcaption class=\"bf-caption\">");
    escape_into(out, &scene.caption.subtitle);
    out.push_str("</figcaption>\n");
    let options = SvgOptions::page(look.palette.clone(), format!("bf-{place}")).with_titles();
    out.push_str(&to_svg(scene, &options));
    out.push_str("</figure>\n");
}
