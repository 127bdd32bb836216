//! Names files after their content, so that a browser may keep them for ever.

/// Digits in a content hash.
const DIGITS: usize = 16;

/// The 64-bit FNV-1a hash of some bytes (Fowler, Noll and Vo), in hexadecimal.
///
/// It tells two builds apart; it protects against nothing, and nothing here needs protecting.
pub fn of(bytes: &[u8]) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let hash = bytes.iter().fold(OFFSET, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
    format!("{hash:0DIGITS$x}")
}

/// The name of a file with its content's hash: `page.wasm` becomes `page-0123456789abcdef.wasm`.
pub fn name(file: &str, bytes: &[u8]) -> String {
    let hash = of(bytes);
    match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{file}-{hash}"),
    }
}

/// Whether a path's file or folder name carries a content hash, so that its content can never change.
pub fn is_hashed(path: &str) -> bool {
    path.split('/').any(|part| {
        let stem = part.split_once('.').map_or(part, |(stem, _)| stem);
        stem.rsplit_once('-').is_some_and(|(_, hash)| {
            hash.len() == DIGITS && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_matches_published_vectors() {
        for (text, expected) in
            [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")]
        {
            assert_eq!(of(text.as_bytes()), expected);
        }
    }

    #[test]
    fn names_keep_their_extension() {
        assert_eq!(name("page.wasm", b"a"), "page-af63dc4c8601ec8c.wasm");
        assert_eq!(name("LICENSE", b"a"), "LICENSE-af63dc4c8601ec8c");
    }

    #[test]
    fn hashed_names_are_recognised() {
        let cases = [
            ("/page-af63dc4c8601ec8c.wasm", true),
            ("assets/icon-af63dc4c8601ec8c.svg", true),
            ("/page-snippets-af63dc4c8601ec8c/inline0.js", true),
            ("/page-af63dc4c8601ec8c.wasm.br", true),
            ("/index.html", false),
            ("/", false),
            ("/engine-worker.js", false),
            ("/page-AF63DC4C8601EC8C.wasm", false),
        ];
        for (path, expected) in cases {
            assert_eq!(is_hashed(path), expected, "{path}");
        }
    }
}
