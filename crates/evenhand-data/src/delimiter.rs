use crate::header::{find, known};
use crate::record::Record;

/// The delimiters that are recognised, the most usual first.
pub(crate) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Rows looked at.
const SAMPLE_ROWS: usize = 50;

/// The delimiter that gives the header the most known words, then the most rows as long as the header, then the most
/// columns.
pub(crate) fn delimiter_of(text: &str) -> u8 {
    let mut best = (DELIMITERS[0], (0, 0, 0));
    for delimiter in DELIMITERS {
        let evidence = evidence(text, delimiter);
        if evidence > best.1 {
            best = (delimiter, evidence);
        }
    }
    best.0
}

fn evidence(text: &str, delimiter: u8) -> (usize, usize, usize) {
    let Some(found) = find(text, delimiter, 0, 1) else { return (0, 0, 0) };
    let header = found.header.upper;
    if header.cells < 2 {
        return (0, 0, 0);
    }
    let known = known(&found.header.names(text, delimiter));
    let (mut pos, mut alike) = (found.header.next, 0);
    for _ in 0..SAMPLE_ROWS {
        if pos >= text.len() {
            break;
        }
        let record = Record::at(text.as_bytes(), delimiter, pos);
        alike += usize::from(record.cells == header.cells);
        pos = record.next;
    }
    (known, alike, header.cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_tells_the_delimiter() {
        for (text, delimiter) in [
            ("round,provider,score\n1,a;b,2\n", b','),
            ("round;provider;score\n1;a,b;2,5\n", b';'),
            ("a\tb\tc,d\n1\t2\t3\n", b'\t'),
            ("a|b\n1|2\n", b'|'),
            ("a;b,c;d\n1;2,5;3\n2;3,5;4\n", b';'),
            ("alone\n1\n", b','),
        ] {
            assert_eq!(delimiter_of(text), delimiter, "{text}");
        }
    }
}
