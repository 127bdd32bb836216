use evenhand_charts::TableCell;

use crate::xml::xml;

/// The styles of [`super::parts::STYLES`] by their places.
pub(super) mod style {
    pub(in super::super) const PLAIN: u32 = 0;
    pub(in super::super) const HEAD: u32 = 1;
    pub(in super::super) const TITLE: u32 = 2;
    pub(in super::super) const NOTE: u32 = 3;
    pub(in super::super) const WRAPPED: u32 = 4;
    /// Whole numbers, then those with one to four decimals.
    pub(in super::super) const NUMBERS: u32 = 5;
}

/// Decimals that have a style of their own at most.
const DECIMALS: u32 = 4;

/// The column of a place: A, B, …, Z, AA, …
pub(super) fn column(place: usize) -> String {
    let mut name = Vec::new();
    let mut left = place + 1;
    while left > 0 {
        name.push(b'A' + ((left - 1) % 26) as u8);
        left = (left - 1) / 26;
    }
    name.reverse();
    name.into_iter().map(char::from).collect()
}

/// A cell of words; they are never taken for a formula.
pub(super) fn words(at: &str, text: &str, style: u32) -> String {
    format!(
        "<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        xml(text)
    )
}

/// A cell of a table: numbers in full, shown with the decimals that the chart writes them with.
pub(super) fn cell(at: &str, cell: &TableCell, style: u32) -> String {
    match cell {
        TableCell::Text(text) => words(at, text, style),
        TableCell::Number { value, text } if value.is_finite() => {
            let decimals = decimals(*value, text);
            format!("<c r=\"{at}\" s=\"{}\"><v>{value:?}</v></c>", style::NUMBERS + decimals)
        }
        TableCell::Number { .. } | TableCell::Empty => String::new(),
    }
}

/// How many decimals a number is shown with: as its text, where that is the number; else as many as it takes.
fn decimals(value: f64, text: &str) -> u32 {
    let written = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let after = written.rsplit_once('.').map_or(0, |(_, after)| after.chars().count() as u32);
    let is_number = written.chars().all(|c| c.is_ascii_digit() || "+-\u{2212}.\u{2009},".contains(c));
    let percent = text.ends_with('%');
    match (is_number && !percent, value.fract() == 0.0) {
        (true, _) => after.min(DECIMALS),
        (false, true) => 0,
        (false, false) => DECIMALS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_as_spreadsheets_do() {
        let named = [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")];
        for (place, name) in named {
            assert_eq!(column(place), name);
        }
    }

    #[test]
    fn words_stay_words_and_numbers_are_whole() {
        let formula = cell("A1", &TableCell::from("=1+1"), 0);
        assert!(formula.contains("t=\"inlineStr\"") && formula.contains(">=1+1<"));
        let number = cell("B1", &TableCell::Number { value: -0.1 - 0.2, text: "−0.30".to_owned() }, 0);
        assert_eq!(number, "<c r=\"B1\" s=\"7\"><v>-0.30000000000000004</v></c>");
        assert_eq!(cell("C1", &TableCell::Empty, 0), "");
        assert_eq!(decimals(0.63, "63%"), 4);
    }
}
