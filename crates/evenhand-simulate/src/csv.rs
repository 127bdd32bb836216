//! Writing CSV: fields quoted where they must be (RFC 4180), lines ended with a line feed.

/// A CSV table under construction.
#[derive(Debug, Clone, Default)]
pub(crate) struct CsvText {
    text: String,
    in_line: bool,
}

impl CsvText {
    /// An empty table with room for so many bytes, and its header line.
    pub(crate) fn new(header: &[&str], capacity: usize) -> Self {
        let mut csv = Self { text: String::with_capacity(capacity), in_line: false };
        for name in header {
            csv.field(name);
        }
        csv.end_line();
        csv
    }

    /// Adds a field, quoted if needed.
    pub(crate) fn field(&mut self, value: &str) {
        self.start_field();
        push_quoted(&mut self.text, value);
    }

    /// Adds a field that is known to need no quotes.
    pub(crate) fn plain(&mut self, value: &str) {
        self.start_field();
        self.text.push_str(value);
    }

    /// Adds a number in the shortest form that reads back as the same number.
    pub(crate) fn number(&mut self, value: f64) {
        self.plain(&value.to_string());
    }

    /// Ends the line.
    pub(crate) fn end_line(&mut self) {
        self.text.push('\n');
        self.in_line = false;
    }

    /// The text of the table.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    fn start_field(&mut self) {
        if self.in_line {
            self.text.push(',');
        }
        self.in_line = true;
    }
}

/// A field as it stands in a file, quoted if needed, for columns that repeat few values.
pub(crate) fn quoted(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    push_quoted(&mut text, value);
    text
}

fn push_quoted(text: &mut String, value: &str) {
    let padded = value.starts_with(' ') || value.ends_with(' ');
    if !padded && !value.contains(['"', ',', '\n', '\r']) {
        text.push_str(value);
        return;
    }
    text.push('"');
    for (n, part) in value.split('"').enumerate() {
        if n > 0 {
            text.push_str("\"\"");
        }
        text.push_str(part);
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        for (value, expected) in [
            ("plain", "plain"),
            ("", ""),
            ("a,b", "\"a,b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("cr\r", "\"cr\r\""),
            (" padded", "\" padded\""),
            ("柳巷,日间", "\"柳巷,日间\""),
        ] {
            assert_eq!(quoted(value), expected);
        }
    }

    #[test]
    fn lines_have_commas_between_fields_and_end_with_a_line_feed() {
        let mut csv = CsvText::new(&["a", "b"], 0);
        csv.field("");
        csv.number(0.1);
        csv.end_line();
        csv.plain("x");
        csv.field("1,2");
        csv.end_line();
        assert_eq!(csv.into_text(), "a,b\n,0.1\nx,\"1,2\"\n");
    }
}
