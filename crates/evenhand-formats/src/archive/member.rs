/// Whether a member of an archive is nothing that somebody put there on purpose: a hidden file or folder, what macOS
/// adds, a folder itself.
pub(crate) fn is_passed_over(path: &str) -> bool {
    let mut parts = path.split(['/', '\\']);
    path.ends_with(['/', '\\'])
        || parts.any(|part| part.starts_with('.') && part != "." || part == "__MACOSX" || part == "Thumbs.db")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_members_are_passed_over() {
        for path in [".a.csv", "a/.b/c.csv", "__MACOSX/._a.csv", "a/", "a\\", "x/Thumbs.db", "../a.csv"] {
            assert!(is_passed_over(path), "{path}");
        }
        for path in ["a.csv", "a/b.csv", "./a.csv", "a.b/c"] {
            assert!(!is_passed_over(path), "{path}");
        }
    }
}
