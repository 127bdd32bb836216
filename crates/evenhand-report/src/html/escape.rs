/// Appends text with the characters that HTML reserves escaped and those that it forbids left out.
pub(crate) fn escape_into(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}

/// The text escaped.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(&mut out, text);
    out
}

/// An element with a class and a text; nothing where the text is empty.
pub(crate) fn element(out: &mut String, name: &str, class: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    out.push_str(&format!("<{name} class=\"{class}\">"));
    escape_into(out, text);
    out.push_str(&format!("</{name}>\n"));
}

/// The paragraphs of a reader's text: one for each line.
pub(crate) fn paragraphs(out: &mut String, class: &str, text: &str) {
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        element(out, "p", class, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_through() {
        let mut out = String::new();
        element(&mut out, "p", "a", "<script>\u{0}alert('x')&\"</script>");
        assert_eq!(out, "<p class=\"a\">&lt;script&gt;alert(&#39;x&#39;)&amp;&quot;&lt;/script&gt;</p>\n");
        element(&mut out, "p", "a", "");
        assert_eq!(out.matches("<p").count(), 1);
    }
}
