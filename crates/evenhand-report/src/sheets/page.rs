//! Sheets as HTML: one page each, or all as one with page breaks, to be printed.

use evenhand_charts::{Palette, SvgOptions, to_svg};
use evenhand_words::Language;

use super::Sheet;
use crate::html::{close_page, element, escaped, open_page, paragraphs};

/// A sheet as a page of its own.
pub(crate) fn one(sheet: &Sheet, language: Language) -> String {
    together(std::slice::from_ref(sheet), &sheet.title, language)
}

/// Sheets as one page.
pub(crate) fn together(sheets: &[Sheet], title: &str, language: Language) -> String {
    let mut out = String::new();
    open_page(&mut out, language.code(), title);
    out.push_str("<main class=\"bf-document\">\n");
    for (place, sheet) in sheets.iter().enumerate() {
        article(&mut out, sheet, place);
    }
    out.push_str("</main>\n");
    close_page(&mut out);
    out
}

fn article(out: &mut String, sheet: &Sheet, place: usize) {
    let density = sheet.density.class();
    out.push_str(&format!("<article class=\"bf-sheet{density}\">\n<header class=\"bf-head\">\n"));
    element(out, "p", "bf-eyebrow", sheet.kind);
    element(out, "h2", "bf-heading", &sheet.title);
    out.push_str("</header>\n");
    paragraphs(out, "bf-opening", &sheet.opening);
    element(out, "p", "bf-lead", &sheet.lead);
    out.push_str("<div class=\"bf-parts\">\n");
    for part in sheet.parts.iter().filter(|part| !part.lines.is_empty()) {
        out.push_str(if part.wide { "<section class=\"bf-wide\">\n" } else { "<section>\n" });
        element(out, "h3", "bf-question", part.heading);
        out.push_str("<ul>\n");
        for line in &part.lines {
            element(out, "li", "bf-line", line);
        }
        out.push_str("</ul>\n</section>\n");
    }
    out.push_str("</div>\n");
    if let Some(scene) = &sheet.chart {
        out.push_str("<figure class=\"bf-figure-chart\">\n");
        element(
            out,
            "figcaption",
            "bf-caption",
            &format!("{} · {}", scene.caption.title, scene.caption.subtitle),
        );
        let options = SvgOptions::page(Palette::light(), format!("sheet-{place}")).with_titles();
        out.push_str(&to_svg(scene, &options));
        out.push_str("</figure>\n");
    }
    paragraphs(out, "bf-closing", &sheet.closing);
    out.push_str("<footer class=\"bf-foot\">\n");
    element(out, "p", "bf-source", &sheet.source);
    out.push_str("</footer>\n</article>\n");
}

/// The list of all sheets, for the archive.
pub(crate) fn index(files: &[(String, String)], title: &str, source: &str, language: Language) -> String {
    let mut out = String::new();
    open_page(&mut out, language.code(), title);
    out.push_str("<main class=\"bf-document\">\n");
    element(&mut out, "h2", "bf-heading", title);
    out.push_str("<ul class=\"bf-facts\">\n");
    for (file, name) in files {
        out.push_str(&format!("<li><a href=\"{}.html\">{}</a></li>\n", escaped(file), escaped(name)));
    }
    out.push_str("</ul>\n");
    element(&mut out, "p", "bf-source", source);
    out.push_str("</main>\n");
    close_page(&mut out);
    out
}
