//! A sheet is one printed page: its letters are made smaller where it holds much, and lists shorter where that is not
//! enough. How high it will be is estimated from the widths of its words and the sizes of the style of printed sheets.

use evenhand_charts::wrap;
use evenhand_words::{Language, and_more};

use super::{Part, Sheet};

/// The printed area of an A4 page upright, in points, less what a browser's own letters may take more than estimated.
const PAGE: (f64, f64) = (493.0, 774.0 * 0.87);

/// Between the two columns of parts, and between their rows.
const GAP: (f64, f64) = (24.0, 8.0);

/// Lines of a list that stay whatever there is no room for.
const LEAST: usize = 2;

/// What separates the entries of a line.
const BETWEEN: &str = " · ";

/// How closely a sheet is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Density {
    /// As usual.
    #[default]
    Usual,
    /// With a smaller chart.
    Compact,
    /// Smaller letters.
    Dense,
    /// The smallest that are read well on paper.
    Densest,
}

impl Density {
    const ALL: [Self; 4] = [Self::Usual, Self::Compact, Self::Dense, Self::Densest];

    /// The class of its sheets, with a space before it.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Usual => "",
            Self::Compact => " bf-compact",
            Self::Dense => " bf-dense",
            Self::Densest => " bf-densest",
        }
    }

    /// Letters of the running text, in points; as in `page.css`.
    fn size(self) -> f64 {
        match self {
            Self::Usual | Self::Compact => 9.5,
            Self::Dense => 8.6,
            Self::Densest => 7.8,
        }
    }

    /// Height of a chart, in points.
    fn chart(self) -> f64 {
        match self {
            Self::Usual => 178.0,
            Self::Compact => 108.0,
            Self::Dense => 99.0,
            Self::Densest => 68.0,
        }
    }
}

/// The sheet as it fits on a page.
pub(super) fn fitted(mut sheet: Sheet, language: Language) -> Sheet {
    let fits = |sheet: &Sheet, density| height(sheet, density) <= PAGE.1;
    if let Some(density) = Density::ALL.into_iter().find(|density| fits(&sheet, *density)) {
        sheet.density = density;
        return sheet;
    }
    sheet.density = Density::Densest;
    let whole: Vec<Vec<String>> = sheet.parts.iter().map(|part| part.lines.clone()).collect();
    let mut dropped = vec![0_usize; whole.len()];
    while !fits(&sheet, Density::Densest) {
        // The longest list gives way first; what is said first in it matters most.
        let longest = |part: &usize| whole[*part].len() - dropped[*part];
        let can_give = |part: &usize| sheet.parts[*part].may_give && longest(part) > LEAST;
        let Some(part) = (0..whole.len()).filter(can_give).max_by_key(longest) else { break };
        dropped[part] += 1;
        let kept = whole[part].len() - dropped[part];
        sheet.parts[part].lines = whole[part][..kept].to_vec();
        sheet.parts[part].lines.push(and_more(language, dropped[part] as u64));
    }
    // Enumerations, such as the score sheets of every round, keep their latest entries.
    while !fits(&sheet, Density::Densest) && sheet.parts.iter_mut().any(shorten) {}
    sheet
}

/// Takes the first entry out of the longest enumeration of a part; whether there was one to take.
fn shorten(part: &mut Part) -> bool {
    let Some(line) =
        part.lines.iter_mut().filter(|line| line.contains(BETWEEN)).max_by_key(|line| line.len())
    else {
        return false;
    };
    let entries: Vec<&str> = line.split(BETWEEN).filter(|entry| *entry != "…").collect();
    if !part.may_give || entries.len() <= LEAST {
        return false;
    }
    *line = format!("…{BETWEEN}{}", entries[1..].join(BETWEEN));
    true
}

/// The estimated height of a printed sheet in points.
fn height(sheet: &Sheet, density: Density) -> f64 {
    let size = density.size();
    let scale = size / Density::Usual.size();
    let block = |text: &str, size: f64| if text.is_empty() { 0.0 } else { lines(text, size, PAGE.0) + 5.0 };
    let chart = if sheet.chart.is_some() { density.chart() + 25.0 } else { 0.0 };
    lines(sheet.kind, 11.25, PAGE.0)
        + lines(&sheet.title, 19.0 * scale, PAGE.0)
        + 10.0
        + block(&sheet.opening, size)
        + block(&sheet.lead, 14.25 * scale)
        + parts(&sheet.parts, size)
        + chart
        + block(&sheet.closing, size)
        + block(&sheet.source, 9.75 * scale)
}

/// The height of parts in two columns, of which some take both.
fn parts(parts: &[Part], size: f64) -> f64 {
    let column = (PAGE.0 - GAP.0) / 2.0;
    let mut all = 0.0;
    let mut beside: Option<f64> = None;
    for part in parts.iter().filter(|part| !part.lines.is_empty()) {
        let width = if part.wide { PAGE.0 } else { column };
        let heading = if part.heading.is_empty() { 0.0 } else { lines(part.heading, size * 1.18, width) };
        let own: f64 = part.lines.iter().map(|line| lines(line, size, width) + 3.0).sum();
        let own = own + heading + 9.0;
        if part.wide {
            all += beside.take().map_or(0.0, |left| left + GAP.1) + own + GAP.1;
        } else if let Some(left) = beside.take() {
            all += left.max(own) + GAP.1;
        } else {
            beside = Some(own);
        }
    }
    all + beside.map_or(0.0, |left| left + GAP.1)
}

/// The height of some text in letters of a size, in points.
fn lines(text: &str, size: f64, width: f64) -> f64 {
    let n: usize = text.lines().map(|line| wrap(line, size, width).len().max(1)).sum();
    n.max(1) as f64 * size * 1.36
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(n: usize) -> Sheet {
        let line = |k: usize| {
            format!("Reason {k}: scores {k} points lower than colleagues do (severity {k}, p < 0.001)")
        };
        let rounds: Vec<String> = (0..n * 4).map(|k| format!("Round of the year {k}: 12")).collect();
        Sheet {
            file: String::new(),
            kind: "For the evaluator",
            title: "E01".to_owned(),
            lead: "Advice: re-train".to_owned(),
            opening: "Opening. ".repeat(20),
            parts: vec![
                Part::wide("", (0..n).map(line).collect()).giving(),
                Part::new("Drift", vec!["stable".to_owned()]),
                Part::wide("Work", vec![rounds.join(BETWEEN)]).giving(),
            ],
            chart: None,
            closing: "Closing. ".repeat(20),
            source: "Source: scores.csv".to_owned(),
            density: Density::Usual,
        }
    }

    #[test]
    fn short_sheets_stay_as_they_are() {
        let found = fitted(sheet(3), Language::En);
        assert_eq!((found.density, found.parts[0].lines.len()), (Density::Usual, 3));
    }

    #[test]
    fn letters_become_smaller_before_anything_is_left_out() {
        let n = (10..40).find(|n| fitted(sheet(*n), Language::En).density == Density::Dense).unwrap();
        assert_eq!(fitted(sheet(n), Language::En).parts[0].lines.len(), n);
    }

    #[test]
    fn long_sheets_keep_what_matters_most() {
        for n in [50, 70] {
            let found = fitted(sheet(n), Language::En);
            assert!(height(&found, found.density) <= PAGE.1, "{n}");
            let lines = &found.parts[0].lines;
            assert!(lines[0].starts_with("Reason 0:") && lines.len() > LEAST);
            let left = n - (lines.len() - 1);
            assert_eq!(lines.last(), Some(&and_more(Language::En, left as u64)));
        }
        let work = &fitted(sheet(70), Language::En).parts[2].lines[0];
        assert!(work.starts_with("… · ") && work.ends_with("Round of the year 279: 12"), "{work}");
    }
}
