//! The methods page: what each statistic is, as plain HTML that needs no script and can be printed.

use evenhand_words::{Language, METHOD_GROUPS, MethodNote};

use crate::headers;

/// What the pages are called, by language. They keep their names, because numbers link to their parts.
pub const METHODS_PAGES: [(Language, &str); 2] =
    [(Language::En, "methods.en.html"), (Language::Zh, "methods.zh.html")];

/// The page in one language; `styles` is the name of the style sheet.
pub fn methods_page(language: Language, styles: &str) -> String {
    let words = language.words();
    let title = words.nav.methods;
    let contents: String = METHOD_GROUPS
        .iter()
        .map(|group| {
            let notes: String = group.notes.iter().map(|note| entry(language, note)).collect();
            format!("<li><p>{}</p><ul>{notes}</ul></li>\n", escaped(group.title(language)))
        })
        .collect();
    let parts: String = METHOD_GROUPS
        .iter()
        .map(|group| {
            let notes: String = group.notes.iter().map(|note| article(language, note)).collect();
            format!(
                "<section class=\"section\">\n<h2>{}</h2>\n{notes}</section>\n",
                escaped(group.title(language))
            )
        })
        .collect();
    let others: String = METHODS_PAGES
        .iter()
        .filter(|(other, _)| *other != language)
        .map(|(other, name)| {
            format!("<a href=\"{name}\" lang=\"{}\" hreflang=\"{0}\">{}</a>", other.code(), other.name())
        })
        .collect();
    format!(
        r##"<!doctype html>
<html lang="{code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title} · {product}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{styles}">
</head>
<body>
<main class="content methods-page">
<p class="methods-top"><a href="./">{product}</a> {others}</p>
<h1>{heading}</h1>
<p class="lead">{lead}</p>
<nav aria-label="{contents_label}"><ul class="methods-contents">
{contents}</ul></nav>
{parts}</main>
</body>
</html>
"##,
        code = language.code(),
        policy = escaped(&headers::policy_for_meta()),
        product = words.nav.product,
        heading = escaped(words.methods.heading),
        lead = escaped(words.methods.lead),
        contents_label = escaped(words.methods.contents),
    )
}

fn entry(language: Language, note: &MethodNote) -> String {
    format!("<li><a href=\"#{}\">{}</a></li>", note.id, escaped(note.title(language)))
}

fn article(language: Language, note: &MethodNote) -> String {
    let words = &language.words().methods;
    let sources: String =
        note.sources.iter().map(|source| format!("<li lang=\"en\">{}</li>", escaped(source))).collect();
    let sources = if sources.is_empty() {
        String::new()
    } else {
        format!("<h4>{}</h4>\n<ul class=\"methods-sources\">{sources}</ul>\n", escaped(words.sources))
    };
    format!(
        "<article id=\"{id}\" class=\"methods-note\">\n<h3>{title}</h3>\n<p class=\"methods-what\">{what}</p>\n\
         <h4>{how_title}</h4>\n<p>{how}</p>\n<h4>{limits_title}</h4>\n<p>{limits}</p>\n{sources}</article>\n",
        id = note.id,
        title = escaped(note.title(language)),
        what = escaped(note.what(language)),
        how_title = escaped(words.how),
        how = escaped(note.how(language)),
        limits_title = escaped(words.limits),
        limits = escaped(note.limits(language)),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_note_is_on_the_page_and_in_its_contents() {
        for (language, _) in METHODS_PAGES {
            let page = methods_page(language, "styles.css");
            for note in METHOD_GROUPS.iter().flat_map(|group| group.notes) {
                assert!(page.contains(&format!("<article id=\"{}\"", note.id)), "{}", note.id);
                assert!(page.contains(&format!("href=\"#{}\"", note.id)), "{}", note.id);
                assert!(page.contains(&escaped(note.how(language))), "{}", note.id);
            }
        }
    }

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(escaped("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
    }
}
