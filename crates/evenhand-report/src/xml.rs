//! XML text of office documents.

/// The declaration that every part begins with.
pub(crate) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The text with what XML reserves escaped and what it forbids left out.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

/// The properties of a document: what it is, and when by its own date.
pub(crate) fn core_properties(title: &str, subject: &str, date: &str) -> String {
    let created = if is_date(date) { format!("{date}T00:00:00Z") } else { "2000-01-01T00:00:00Z".to_owned() };
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>Evenhand</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{created}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{created}</dcterms:modified></cp:coreProperties>",
        xml(title),
        xml(subject)
    )
}

/// The program that made it.
pub(crate) fn app_properties() -> String {
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Evenhand {}</Application></Properties>",
        crate::version::VERSION
    )
}

fn is_date(date: &str) -> bool {
    let shape = |(place, byte): (usize, u8)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    date.len() == 10 && date.bytes().enumerate().all(shape)
}

/// The relations of a part: id, type (the end of its address) and target.
pub(crate) fn relations(relations: &[(String, &str, String)]) -> String {
    let mut out = format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    for (id, kind, target) in relations {
        let base = match *kind {
            "core-properties" => "http://schemas.openxmlformats.org/package/2006/relationships/metadata/",
            _ => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
        };
        out.push_str(&format!("<Relationship Id=\"{id}\" Type=\"{base}{kind}\" Target=\"{target}\"/>"));
    }
    out.push_str("</Relationships>");
    out
}

/// The content types of a package: the defaults, and those of single parts.
pub(crate) fn content_types(parts: &[(String, &str)]) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    for (part, kind) in parts {
        out.push_str(&format!(
            "<Override PartName=\"/{part}\" ContentType=\"application/vnd.openxmlformats-{kind}+xml\"/>"
        ));
    }
    out.push_str("</Types>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_and_forbidden_characters() {
        assert_eq!(xml("a<b>&\"\u{1}\u{b}c"), "a&lt;b&gt;&amp;&quot;c");
    }

    #[test]
    fn dates_are_those_of_the_report() {
        assert!(core_properties("t", "s", "2026-11-28").contains(">2026-11-28T00:00:00Z<"));
        assert!(!core_properties("t", "s", "<now>").contains("now"));
    }
}
