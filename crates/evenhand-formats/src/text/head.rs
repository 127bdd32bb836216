use super::decode::{decode, mark};
use super::gb18030;
use super::utf16;
use crate::error::Result;
use crate::sheet::Encoding;

/// The text of the first bytes of a text file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodedHead {
    /// The text, without byte-order mark and without a character that was cut.
    pub text: String,
    /// The encoding; where the head holds ASCII alone, the rest of the file may still be GB18030.
    pub encoding: Encoding,
}

/// Decodes the first bytes of a text file. Unless the head is the whole file, its last character may be cut.
///
/// # Errors
/// `NotText` with the first byte that is wrong.
pub fn decode_head(head: &[u8], is_whole: bool) -> Result<DecodedHead> {
    let of = |bytes: &[u8]| decode(bytes.to_vec()).map(|(text, encoding)| DecodedHead { text, encoding });
    if is_whole {
        return of(head);
    }
    let encoding = mark(head).map(|(_, encoding)| encoding).or_else(|| utf16::guess(head));
    if let Some(encoding @ (Encoding::Utf16Le | Encoding::Utf16Be)) = encoding {
        return of(without_cut_pair(head, encoding));
    }
    match std::str::from_utf8(head) {
        // `error_len` is absent where the bytes end within a character and says its length where they are wrong.
        Err(error) if error.error_len().is_none() => of(head.get(..error.valid_up_to()).unwrap_or_default()),
        Err(_) if encoding.is_none() => {
            // What is wrong is told of the head as it is.
            of(gb18030::without_cut_character(head)).or_else(|_| of(head))
        }
        _ => of(head),
    }
}

/// Whole code units, without the first half of a surrogate pair at the end.
fn without_cut_pair(head: &[u8], encoding: Encoding) -> &[u8] {
    let (units, _) = head.as_chunks::<2>();
    let high = |unit: &[u8; 2]| match encoding {
        Encoding::Utf16Be => unit[0],
        _ => unit[1],
    };
    let cut = units.last().is_some_and(|unit| (0xD8..0xDC).contains(&high(unit)));
    let len = 2 * (units.len() - usize::from(cut));
    head.get(..len).unwrap_or(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_may_be_cut_anywhere() {
        let text = "机构,得分\n甲😀,4.5\n";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [b"\xFF\xFE".as_slice(), &utf16].concat();
        let gb = encoding_rs::GB18030.encode(text).0.into_owned();
        for (bytes, encoding) in
            [(text.as_bytes(), Encoding::Utf8), (&marked, Encoding::Utf16Le), (&gb, Encoding::Gb18030)]
        {
            for len in 10..bytes.len() {
                let head = decode_head(&bytes[..len], false).unwrap();
                assert!(text.starts_with(&head.text), "{encoding:?} {len} {head:?}");
                assert_eq!(head.encoding, encoding, "{len}");
            }
            assert_eq!(decode_head(bytes, true).unwrap().text, text);
        }
    }

    #[test]
    fn a_whole_file_is_not_cut() {
        assert!(decode_head("甲".as_bytes().split_at(2).0, true).is_err());
        assert!(decode_head(b"a\0b,\0", false).is_err());
    }
}
