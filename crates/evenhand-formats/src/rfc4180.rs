use crate::budget::Budget;
use crate::error::Result;

/// Writes rows as RFC 4180 has them, with commas and line feeds.
pub(crate) struct Writer<'b> {
    text: String,
    /// Bytes of the text that are charged already.
    charged: usize,
    budget: &'b mut Budget,
}

impl<'b> Writer<'b> {
    pub fn new(budget: &'b mut Budget) -> Self {
        Self { text: String::new(), charged: 0, budget }
    }

    /// One cell; `first` says whether it begins its row.
    ///
    /// # Errors
    /// `TooLarge` where the text grows over the limit.
    pub fn cell(&mut self, value: &str, first: bool) -> Result<()> {
        if !first {
            self.text.push(',');
        }
        push_cell(&mut self.text, value);
        // A row may be long, so the limit is not left to the end of the row.
        if self.text.len() - self.charged > 1 << 16 { self.settle() } else { Ok(()) }
    }

    /// Ends a row.
    pub fn end_row(&mut self) -> Result<()> {
        self.text.push('\n');
        self.settle()
    }

    /// The whole text.
    pub fn finish(mut self) -> Result<String> {
        self.settle()?;
        Ok(self.text)
    }

    fn settle(&mut self) -> Result<()> {
        self.budget.charge((self.text.len() - self.charged) as u64)?;
        self.charged = self.text.len();
        Ok(())
    }
}

/// Appends a cell, in quotes where it would be misread without.
pub(crate) fn push_cell(text: &mut String, value: &str) {
    if !value.contains([',', '"', '\n', '\r']) {
        text.push_str(value);
        return;
    }
    text.push('"');
    for (index, part) in value.split('"').enumerate() {
        if index > 0 {
            text.push_str("\"\"");
        }
        text.push_str(part);
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    #[test]
    fn quotes_stand_where_they_are_needed() {
        for (value, expected) in [
            ("a b", "a b"),
            ("", ""),
            ("a,b", "\"a,b\""),
            ("a\"b", "\"a\"\"b\""),
            ("a\nb", "\"a\nb\""),
            ("a\r", "\"a\r\""),
            ("甲;乙", "甲;乙"),
        ] {
            let mut text = String::new();
            push_cell(&mut text, value);
            assert_eq!(text, expected);
        }
    }

    #[test]
    fn a_text_stops_at_the_limit() {
        let mut budget = Budget::new(&Limits { max_bytes: 10, ..Limits::default() });
        let mut writer = Writer::new(&mut budget);
        writer.cell("123456789", true).unwrap();
        writer.end_row().unwrap();
        writer.cell("1", true).unwrap();
        assert!(writer.end_row().is_err());
    }
}
