/// Whether a number format of a spreadsheet shows a date or a time.
///
/// Letters in quotes, behind a backslash or in brackets are no date parts, except `[h]`, `[m]` and `[s]`, which show
/// a duration: that is left a number. Only the first section counts (ECMA-376 part 1, 18.8.31).
pub(crate) fn is_date(code: &str) -> bool {
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                chars.by_ref().find(|c| *c == '"');
            }
            '\\' | '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                if is_elapsed(&inner) {
                    return false;
                }
            }
            ';' => return false,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return true,
            _ => {}
        }
    }
    false
}

fn is_elapsed(inner: &str) -> bool {
    let mut chars = inner.chars().map(|c| c.to_ascii_lowercase());
    chars.next().is_some_and(|first| matches!(first, 'h' | 'm' | 's') && chars.all(|c| c == first))
}

/// Whether a built-in format shows a date or a time (ECMA-376 part 1, 18.8.30, and its East Asian dates).
/// 46 shows a duration.
pub(crate) fn is_builtin_date(id: u16) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45 | 47 | 50..=58)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_tell_dates_from_numbers() {
        for code in [
            "yyyy-mm-dd",
            "d/m/yy",
            "[$-804]yyyy\"年\"m\"月\"d\"日\"",
            "[Red]h:mm",
            "h:mm AM/PM",
            "mmm",
            "gge\"年\"m\"月\"",
        ] {
            assert!(is_date(code), "{code}");
        }
        for code in [
            "General",
            "general",
            "0.00",
            "#,##0",
            "0\"days\"",
            "[Red]0.0",
            "0\\d",
            "[h]:mm:ss",
            "@",
            "0;\"yes\"",
            "0_d",
            "0.0E+00",
            "G/通用格式",
        ] {
            assert!(!is_date(code), "{code}");
        }
    }
}
