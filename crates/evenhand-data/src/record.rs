use std::borrow::Cow;

/// One record of a delimited text (RFC 4180): a line, or several where a quoted cell holds line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Record {
    /// Where its first cell starts.
    pub start: usize,
    /// Where its last cell ends, before the line end.
    pub end: usize,
    /// Where the next record starts.
    pub next: usize,
    /// Number of cells.
    pub cells: usize,
    /// How its quotes stand.
    pub quotes: Quotes,
}

/// How the quotes of a record stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quotes {
    /// None, or as RFC 4180 has them.
    Strict,
    /// A quote within an unquoted cell, or text after a closing quote. Such quotes are read as plain characters.
    Loose,
    /// A quoted cell is never closed.
    Open,
}

impl Record {
    /// The record that starts at `start`, which must be within `text`.
    pub fn at(text: &[u8], delimiter: u8, start: usize) -> Self {
        let mut scan = Scan { text, delimiter, pos: start, quotes: Quotes::Strict };
        let mut cells = 1;
        while scan.cell() {
            cells += 1;
        }
        let (pos, quotes) = (scan.pos, scan.quotes);
        let at_line_end = pos < text.len();
        let end = if at_line_end && pos > start && text[pos - 1] == b'\r' { pos - 1 } else { pos };
        Self { start, end, next: if at_line_end { pos + 1 } else { pos }, cells, quotes }
    }

    /// Whether there is nothing but white space and delimiters.
    pub fn is_blank(&self, text: &[u8], delimiter: u8) -> bool {
        text[self.start..self.end].iter().all(|byte| *byte == delimiter || byte.is_ascii_whitespace())
    }

    /// The values of its cells: without enclosing quotes, doubled quotes made single.
    pub fn values<'a>(&self, text: &'a str, delimiter: u8) -> Vec<Cow<'a, str>> {
        let record = &text[self.start..self.end];
        let mut scan = Scan { text: record.as_bytes(), delimiter, pos: 0, quotes: Quotes::Strict };
        let mut values = Vec::with_capacity(self.cells);
        loop {
            let start = scan.pos;
            let more = scan.cell();
            let end = if more { scan.pos - 1 } else { record.len() };
            values.push(unquoted(&record[start..end]));
            if !more {
                return values;
            }
        }
    }
}

/// A position within a text that moves from cell to cell.
struct Scan<'a> {
    text: &'a [u8],
    delimiter: u8,
    pos: usize,
    quotes: Quotes,
}

impl Scan<'_> {
    /// Moves behind the cell and its delimiter. False at the end of the record, with `pos` at the line end.
    fn cell(&mut self) -> bool {
        if self.text.get(self.pos) == Some(&b'"') {
            self.quoted();
        }
        while let Some(&byte) = self.text.get(self.pos) {
            match byte {
                b'\n' => return false,
                b'"' => self.loosen(),
                _ if byte == self.delimiter => {
                    self.pos += 1;
                    return true;
                }
                _ => {}
            }
            self.pos += 1;
        }
        false
    }

    /// Moves behind the closing quote.
    fn quoted(&mut self) {
        self.pos += 1;
        loop {
            match (self.text.get(self.pos), self.text.get(self.pos + 1)) {
                (None, _) => {
                    self.quotes = Quotes::Open;
                    return;
                }
                (Some(b'"'), Some(b'"')) => self.pos += 2,
                (Some(b'"'), follower) => {
                    self.pos += 1;
                    let closed = match follower {
                        None | Some(b'\n' | b'\r') => true,
                        Some(byte) => *byte == self.delimiter,
                    };
                    if !closed {
                        self.loosen();
                    }
                    return;
                }
                _ => self.pos += 1,
            }
        }
    }

    fn loosen(&mut self) {
        if self.quotes == Quotes::Strict {
            self.quotes = Quotes::Loose;
        }
    }
}

fn unquoted(cell: &str) -> Cow<'_, str> {
    let cell = cell.strip_suffix('\r').unwrap_or(cell);
    let Some(inner) = cell.strip_prefix('"') else { return Cow::Borrowed(cell) };
    let Some(inner) = inner.strip_suffix('"') else { return Cow::Borrowed(cell) };
    if inner.contains('"') { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&[&str], Quotes)]) {
        let mut pos = 0;
        let mut found = Vec::new();
        while pos < text.len() {
            let record = Record::at(text.as_bytes(), b',', pos);
            let values = record.values(text, b',');
            assert_eq!(values.len(), record.cells);
            found.push((values, record.quotes));
            pos = record.next;
        }
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for ((values, quotes), (expected_values, expected_quotes)) in found.iter().zip(expected) {
            assert_eq!(values, expected_values);
            assert_eq!(quotes, expected_quotes);
        }
    }

    #[test]
    fn records_follow_rfc_4180() {
        use Quotes::{Loose, Open, Strict};
        check("a,b\r\nc,\n", &[(&["a", "b"], Strict), (&["c", ""], Strict)]);
        check("\"a,\n1\",b\nc,d", &[(&["a,\n1", "b"], Strict), (&["c", "d"], Strict)]);
        check("\"a\"\"b\",\"\"\r\n", &[(&["a\"b", ""], Strict)]);
        check("a\"b,c\n", &[(&["a\"b", "c"], Loose)]);
        check("\"a\" b,c\n", &[(&["\"a\" b", "c"], Loose)]);
        check("a,\"b\nc,d\n", &[(&["a", "\"b\nc,d\n"], Open)]);
        check("\n", &[(&[""], Strict)]);
        check("\"", &[(&["\""], Open)]);
    }
}
