use encoding_rs::GB18030;

/// The text, if the bytes are GB18030 without a single error and look like text that somebody wrote.
///
/// Almost any two bytes above 0x80 are some character of GB18030, so that a few letters of Western Europe decode
/// without errors too. What people write are mostly characters of GB 2312, both of whose bytes are above 0xA0:
/// at least 7 of 10 that are not ASCII must be such, and no control characters may occur.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    if !is_plausible(bytes) {
        return None;
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

fn is_plausible(bytes: &[u8]) -> bool {
    let (mut usual, mut other) = (0_u64, 0_u64);
    let mut pos = 0;
    while let Some(&first) = bytes.get(pos) {
        let second = bytes.get(pos + 1).copied().unwrap_or_default();
        pos += match (first, second) {
            (b'\t' | b'\n' | b'\r' | 0x20..=0x7E, _) => 1,
            (0xA1..=0xA9 | 0xB0..=0xF7, 0xA1..=0xFE) => {
                usual += 1;
                2
            }
            (0x81..=0xFE, b'0'..=b'9') => {
                other += 1;
                4
            }
            (0x81..=0xFE, 0x40..=0xFE) => {
                other += 1;
                2
            }
            // The euro sign of older Chinese Windows.
            (0x80, _) => {
                other += 1;
                1
            }
            _ => return false,
        };
    }
    usual > 0 && usual * 10 >= (usual + other) * 7
}

/// The longest start that does not end within a character.
pub(super) fn without_cut_character(head: &[u8]) -> &[u8] {
    let mut pos = 0;
    while let Some(&first) = head.get(pos) {
        let len = match (first, head.get(pos + 1)) {
            (0x81..=0xFE, Some(b'0'..=b'9')) => 4,
            (0x81..=0xFE, _) => 2,
            _ => 1,
        };
        if pos + len > head.len() {
            break;
        }
        pos += len;
    }
    head.get(..pos).unwrap_or(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(text: &str) -> Vec<u8> {
        GB18030.encode(text).0.into_owned()
    }

    #[test]
    fn chinese_text_is_decoded() {
        for text in ["评审专家,分数\n张三,90\n", "朱镕基、㐀与𠮷：一二三四五六七八九十", "价格（元）：￥３"]
        {
            assert_eq!(decode(&encoded(text)).as_deref(), Some(text));
        }
    }

    #[test]
    fn other_bytes_are_not_taken_for_chinese() {
        // Latin-1, Shift-JIS (half-width katakana and kanji), a control character, a cut character.
        for bytes in [
            b"Name\nM\xFCller\nSt\xE9phane\n".as_slice(),
            b"\x93\xFA\x96\x7B\x8C\xEA",
            b"\xBB\xFA\x01",
            b"\xBB\xFA\xB9",
        ] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn random_bytes_are_not_taken_for_chinese() {
        let mut state = 7_u64;
        for _ in 0..2000 {
            let bytes: Vec<u8> = (0..64)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (state >> 56) as u8
                })
                .collect();
            assert_eq!(decode(&bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn a_cut_character_is_left_out() {
        let whole = encoded("甲㐀乙");
        assert_eq!(whole.len(), 8);
        for (len, expected) in [(1, 0), (2, 2), (3, 2), (5, 2), (6, 6), (7, 6), (8, 8)] {
            assert_eq!(without_cut_character(&whole[..len]).len(), expected, "{len}");
        }
    }
}
