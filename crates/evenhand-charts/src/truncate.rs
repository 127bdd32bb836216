//! Names cut to the room there is, so that different names stay different.

use std::collections::BTreeSet;

use crate::text_width::{char_width, text_width};

/// The share of the room given to the end of a name that is cut in the middle.
const TAIL: f64 = 0.4;

/// The text, cut and ended with an ellipsis when it is wider than `width`.
#[must_use]
pub fn truncate(text: &str, size: f64, width: f64) -> String {
    if text_width(text, size) <= width {
        return text.to_owned();
    }
    let head = fitting(text.chars(), width / size - char_width('…'));
    format!("{}…", head.trim_end())
}

/// Each text cut to its room; all in the middle where cutting the ends would make different texts alike.
pub(crate) fn truncate_distinct(texts: &[(&str, f64)], size: f64) -> Vec<String> {
    let at_end: Vec<String> = texts.iter().map(|(text, room)| truncate(text, size, *room)).collect();
    let distinct = texts.iter().map(|(text, _)| *text).collect::<BTreeSet<_>>().len();
    if at_end.iter().collect::<BTreeSet<_>>().len() == distinct {
        return at_end;
    }
    texts.iter().map(|(text, room)| truncate_middle(text, size, *room)).collect()
}

fn truncate_middle(text: &str, size: f64, width: f64) -> String {
    if text_width(text, size) <= width {
        return text.to_owned();
    }
    let room = width / size - char_width('…');
    let tail: String = fitting(text.chars().rev(), room * TAIL).chars().rev().collect();
    let head = fitting(text.chars(), room - text_width(&tail, 1.0));
    format!("{}…{}", head.trim_end(), tail.trim_start())
}

/// The first characters that fit into so many ems.
fn fitting(characters: impl Iterator<Item = char>, room: f64) -> String {
    let mut used = 0.0;
    let fits = characters.take_while(|&c| {
        used += char_width(c);
        used <= room
    });
    fits.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn truncation_keeps_within_the_width() {
        let text = "Hillside Community Care Cooperative";
        for width in [20.0, 60.0, 120.0, 400.0] {
            for cut in [truncate(text, 12.0, width), truncate_middle(text, 12.0, width)] {
                assert!(text_width(&cut, 12.0) <= width, "{cut}");
            }
        }
        assert_eq!(truncate(text, 12.0, 400.0), text);
        assert_eq!(truncate("评估员评估员", 12.0, 40.0), "评估…");
        assert_eq!(truncate("abc", 12.0, f64::NAN), "…");
    }

    #[test]
    fn different_names_stay_different() {
        let cut = truncate_distinct(&[("Provider Alpha 1", 70.0), ("Provider Alpha 2", 70.0)], 12.0);
        assert_eq!(cut, ["Provi…a 1", "Provi…a 2"]);
        let cut = truncate_distinct(&[("Safety", 70.0), ("Complaints handling", 70.0)], 12.0);
        assert_eq!(cut, ["Safety", "Complain…"]);
    }
}
