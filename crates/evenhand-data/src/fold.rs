/// A header, id of a known word or cell as it is compared with a list of words: lower case, full-width forms made
/// half-width, without spaces, underscores, hyphens and dots, and without a remark in brackets at its end.
pub(crate) fn folded(text: &str) -> String {
    let plain: String = text.chars().map(half_width).collect::<String>().to_lowercase();
    let plain = plain.trim();
    let without_remark = match (plain.ends_with(')'), plain.rfind('(')) {
        (true, Some(start)) if start > 0 => &plain[..start],
        _ => plain,
    };
    without_remark
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '.' | '\u{feff}'))
        .collect()
}

/// `Ａ` is `A`, `８` is `8`, the ideographic space is a space.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        for header in
            ["Provider ID", "provider_id", "PROVIDER-ID", " Ｐrovider　ＩＤ ", "provider id (as given)"]
        {
            assert_eq!(folded(header), "providerid", "{header}");
        }
        assert_eq!(folded("得分（0－10）"), "得分");
        assert_eq!(folded("(x)"), "(x)");
    }
}
