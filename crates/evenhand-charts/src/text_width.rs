//! How wide a text will be, without a DOM: an estimate by character class.
//!
//! The classes are those of DejaVu Sans, the widest of the common system fonts, so that nothing is cut off
//! anywhere; narrower fonts leave a little more white.

/// The estimated width in CSS pixels of one line of text at a font size.
///
/// Latin letters fall into a few width classes; CJK characters are one em.
#[must_use]
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(char_width).sum::<f64>() * size
}

/// How much wider bold text is.
pub(crate) const BOLD: f64 = 1.13;

/// The width of the widest of several texts, zero when there is none.
pub(crate) fn widest<S: AsRef<str>>(texts: &[S], size: f64) -> f64 {
    texts.iter().map(|text| text_width(text.as_ref(), size)).fold(0.0, f64::max)
}

/// The text broken into lines no wider than `width`: between words, and between CJK characters.
///
/// A single word wider than a line keeps a line of its own.
#[must_use]
pub fn wrap(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let joined = text_width(&line, size) + text_width(piece.trim_end(), size);
        if !line.is_empty() && joined > width {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.push_str(piece);
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The unbreakable pieces of a text: words with their trailing space, single CJK characters with the
/// punctuation that follows them.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let breakable = before.is_some_and(|b| {
            (b == ' ' && c != ' ') || ((is_wide(b) || is_wide(c)) && c != ' ' && !closes(c))
        });
        if breakable {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

/// Punctuation that may not begin a line.
fn closes(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '》'
            | '」'
            | '”'
            | ','
            | '.'
            | ';'
            | ')'
            | '%'
    )
}

/// Whether the character fills a full em: CJK ideographs, kana, hangul, full-width forms.
fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE4F
        | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1FAFF | 0x20000..=0x3FFFD)
}

/// The width of a character in ems.
pub(crate) fn char_width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' => 0.32,
        ' ' | 'I' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '·' | '"' | '\u{a0}' => 0.41,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' | '→' | '←' | '↑' | '↓' => 0.97,
        '\u{2009}' | '\u{202f}' => 0.2,
        '⁰'..='⁹' | '¹' | '²' | '³' | '⁻' => 0.4,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        'A'..='Z' => 0.71,
        '0'..='9' | '+' | '\u{2212}' | 'a'..='z' => 0.63,
        c if is_wide(c) => 1.0,
        _ => 0.65,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_and_narrow_letters() {
        assert!(text_width("illicit", 12.0) < text_width("WWMMWWM", 12.0));
        assert_eq!(text_width("评估员", 12.0), 36.0);
        assert_eq!(text_width("", 12.0), 0.0);
    }

    #[test]
    fn wrapping_breaks_between_words_and_cjk_characters() {
        assert_eq!(wrap("one two three", 10.0, 48.0), ["one two", "three"]);
        assert_eq!(wrap("评估员，评估员", 10.0, 40.0), ["评估员，", "评估员"]);
        assert_eq!(wrap("unbreakable", 10.0, 5.0), ["unbreakable"]);
        assert!(wrap("   ", 10.0, 5.0).is_empty());
    }
}
