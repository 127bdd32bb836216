//! Writes SVG elements with escaped attributes and text.

use crate::number_format::coordinate;

/// A growing SVG document.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    out: String,
}

impl Writer {
    /// Begins an element; attributes may follow.
    pub(crate) fn open(&mut self, name: &str) -> &mut Self {
        self.out.push('<');
        self.out.push_str(name);
        self
    }

    /// Adds an attribute to the element just begun.
    pub(crate) fn attr(&mut self, name: &str, value: &str) -> &mut Self {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(&mut self.out, value);
        self.out.push('"');
        self
    }

    /// Adds a numeric attribute to the element just begun.
    pub(crate) fn number(&mut self, name: &str, value: f64) -> &mut Self {
        let value = coordinate(value);
        self.attr(name, &value)
    }

    /// Ends an element without content.
    pub(crate) fn close_empty(&mut self) {
        self.out.push_str("/>\n");
    }

    /// Ends the start tag of an element with children.
    pub(crate) fn children(&mut self) {
        self.out.push_str(">\n");
    }

    /// Gives the element just begun a text and ends it.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.out.push('>');
        escape(&mut self.out, text);
        self.close(name);
    }

    /// Writes an end tag.
    pub(crate) fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    /// The document.
    pub(crate) fn finish(self) -> String {
        self.out
    }
}

/// Appends text with the characters XML reserves escaped and those it forbids left out.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_reserved_is_escaped() {
        let mut writer = Writer::default();
        writer
            .open("text")
            .attr("a", "x\" onload='y'\n")
            .number("b", -0.001)
            .text("text", "<b>&\u{0}\u{7}</b>");
        let expected = "<text a=\"x&quot; onload=&#39;y&#39; \" b=\"0\">&lt;b&gt;&amp;&lt;/b&gt;</text>\n";
        assert_eq!(writer.finish(), expected);
    }
}
