//! A briefing as one file that opens in any browser, without a network and without a script.

use evenhand_charts::Palette;
use evenhand_words::labelled;

use super::body::{Look, contents};
use super::colours::{chart_rules, variables};
use super::escape::{element, escape_into, escaped, paragraphs};
use super::slide::kind;
use super::table::table;
use crate::document::{Body, Document, Page};
use crate::version::VERSION;

/// The style of the page.
const PAGE_CSS: &str = include_str!("page.css");

/// The page.
pub(crate) fn page(document: &Document) -> String {
    let mut out = String::new();
    open(&mut out, document.language.code(), &document.title);
    let look = Look { palette: Palette::light(), rows: usize::MAX };
    out.push_str("<main class=\"bf-document\">\n");
    for (place, page) in document.pages.iter().enumerate() {
        out.push_str(&format!("<article class=\"bf-slide {}\" id=\"item-{}\">\n", kind(page), place + 1));
        contents(&mut out, document, page, place, &look);
        more(&mut out, document, page);
        out.push_str("</article>\n");
    }
    methods(&mut out, document);
    out.push_str("</main>\n");
    close(&mut out);
    out
}

/// The end of a page.
pub(crate) fn close(out: &mut String) {
    out.push_str("</body>\n</html>\n");
}

/// The head of a page and the beginning of its body.
pub(crate) fn open(out: &mut String, language: &str, title: &str) {
    let (light, dark) = (Palette::light(), Palette::dark());
    out.push_str("<!DOCTYPE html>\n");
    out.push_str(&format!("<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>"));
    escape_into(out, title);
    out.push_str("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str(&format!("<meta name=\"generator\" content=\"Evenhand {VERSION}\">\n"));
    out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.push_str(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    out.push_str("<style>\n");
    out.push_str(&format!(":root{{{}}}\n", variables(&light)));
    out.push_str(PAGE_CSS);
    out.push_str(&format!(
        "@media screen and (prefers-color-scheme: dark){{:root{{{}}}{}}}\n",
        variables(&dark),
        chart_rules(&dark)
    ));
    out.push_str("</style>\n</head>\n<body>\n");
}

/// What a reader may want to know beside what is shown: how to read it, notes, the numbers behind it.
fn more(out: &mut String, document: &Document, page: &Page) {
    element(out, "p", "bf-how", page.how_to_read());
    paragraphs(out, "bf-notes", &page.notes);
    let (Body::Chart(_), Some(behind)) = (&page.body, &page.table) else { return };
    out.push_str("<details class=\"bf-behind\"><summary>");
    escape_into(out, document.language.words().report.numbers_behind);
    out.push_str("</summary>\n<div class=\"bf-scroll\">\n");
    table(out, behind, usize::MAX);
    out.push_str("</div></details>\n");
}

/// Where all numbers come from and how they are computed.
fn methods(out: &mut String, document: &Document) {
    let words = &document.language.words().report;
    let language = document.language;
    out.push_str("<section class=\"bf-methods\" id=\"methods\">\n");
    element(out, "h2", "bf-heading", words.methods);
    let mut facts = vec![
        (words.data_set, format!("{} ({})", document.dataset, document.holds)),
        (words.filters, document.filters.join(" · ")),
        (words.version, format!("Evenhand {VERSION}")),
    ];
    if !document.date.is_empty() {
        facts.push((words.date, document.date.clone()));
    }
    if let Some(anonymity) = document.anonymity {
        facts.push((words.anonymised, anonymity.to_owned()));
    }
    out.push_str("<ul class=\"bf-facts\">\n");
    for (name, value) in facts {
        out.push_str(&format!("<li>{}</li>\n", escaped(&labelled(language, name, &value))));
    }
    out.push_str("</ul>\n<div class=\"bf-notes-list\">\n");
    for note in &document.methods {
        out.push_str(&format!("<section id=\"method-{}\">\n", note.id));
        element(out, "h3", "bf-question", note.title(language));
        for text in [note.what(language), note.how(language), note.limits(language)] {
            element(out, "p", "bf-more", text);
        }
        element(out, "p", "bf-sources", &note.sources.join("; "));
        out.push_str("</section>\n");
    }
    out.push_str("</div>\n</section>\n");
}
