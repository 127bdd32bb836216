const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A text without byte-order mark and without line ends behind the last row.
pub(crate) fn content(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text).trim_end_matches(['\n', '\r'])
}
