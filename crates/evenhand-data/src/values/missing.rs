use crate::fold::half_width;

/// A token as it is compared with others: half width, lower case, without white space.
pub(crate) fn token(text: &str) -> String {
    text.chars().map(half_width).filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
