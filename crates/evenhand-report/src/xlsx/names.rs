/// Names of sheets: at most 31 characters, without those that a spreadsheet forbids, each once.
#[derive(Debug, Default)]
pub(super) struct SheetNames(Vec<String>);

/// Characters that a name may have.
const LONGEST: usize = 31;

impl SheetNames {
    /// A name like the one wanted.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let forbidden =
            |c: char| matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') || c.is_control();
        let clean: String = wanted.chars().map(|c| if forbidden(c) { ' ' } else { c }).collect();
        let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
        let clean = if clean.is_empty() { "–".to_owned() } else { clean };
        let short = |length: usize| clean.chars().take(length).collect::<String>().trim_end().to_owned();
        let mut name = short(LONGEST);
        let mut number = 2;
        while self.0.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
            let end = format!(" ({number})");
            name = format!("{}{end}", short(LONGEST - end.len()));
            number += 1;
        }
        self.0.push(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_clean_and_different() {
        let mut names = SheetNames::default();
        assert_eq!(names.take("Who: harsh/lenient?"), "Who harsh lenient");
        assert_eq!(names.take("who HARSH lenient"), "who HARSH lenient (2)");
        let long = names.take(&"年".repeat(40));
        assert_eq!(long.chars().count(), 31);
        assert_eq!(names.take(&"年".repeat(40)).chars().count(), 31);
        assert_eq!(names.take("???"), "–");
    }
}
