//! Counts tests in the output of cargo and of Node.

use std::ops::AddAssign;

/// How many tests passed, failed and were skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
    /// What was skipped, by name or by count.
    pub skipped: Vec<String>,
}

impl Tally {
    /// Some checks that passed.
    pub fn passed(n: usize) -> Self {
        Self { passed: n, ..Self::default() }
    }

    /// Something that was left out, and why.
    pub fn skipped(what: impl Into<String>) -> Self {
        Self { skipped: vec![what.into()], ..Self::default() }
    }

    /// Counts a line of `cargo test`: `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub fn count_libtest(&mut self, line: &str) {
        let Some((_, counts)) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". "))
        else {
            return self.name_ignored(line);
        };
        for count in counts.split("; ") {
            match count.split_once(' ').map(|(n, what)| (n.parse::<usize>(), what)) {
                Some((Ok(n), "passed")) => self.passed += n,
                Some((Ok(n), "failed")) => self.failed += n,
                _ => {}
            }
        }
    }

    /// Keeps the name of an ignored test: `test name ... ignored, why`.
    ///
    /// Examples of the documentation that are marked as not to run are no tests.
    fn name_ignored(&mut self, line: &str) {
        let ignored = line.strip_prefix("test ").and_then(|rest| rest.split_once(" ... ignored"));
        if let Some((name, why)) = ignored.filter(|(name, _)| !name.contains(" - ")) {
            self.skipped.push(format!("{name}{why}"));
        }
    }

    /// Counts a line of tests that print one each: `ok name`, `not ok name`, `SKIPPED: name: why`.
    pub fn count_lines(&mut self, line: &str) {
        if line.starts_with("ok ") {
            self.passed += 1;
        } else if line.starts_with("not ok ") {
            self.failed += 1;
        } else if let Some(what) = line.strip_prefix("SKIPPED: ") {
            self.skipped.push(what.to_owned());
        }
    }

    /// Counts a line of Node's test runner, `ℹ pass 3` or `# pass 3`, and keeps the names of skipped tests.
    pub fn count_node(&mut self, line: &str) {
        if let Some(summary) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) {
            match summary.split_once(' ').map(|(what, n)| (what, n.parse::<usize>())) {
                Some(("pass", Ok(n))) => self.passed += n,
                Some(("fail" | "cancelled", Ok(n))) => self.failed += n,
                _ => {}
            }
        } else if let Some(name) = line.trim_start().strip_prefix("﹣ ") {
            self.skipped.push(without_duration(name));
        }
    }
}

/// A line of Node's without the time it took: `name (0.09ms) # why` becomes `name # why`.
fn without_duration(line: &str) -> String {
    let parts = line.rsplit_once(" (").and_then(|(name, rest)| Some((name, rest.split_once("ms)")?.1)));
    parts.map_or_else(|| line.to_owned(), |(name, why)| format!("{name}{why}"))
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped.extend(other.skipped);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_for_each_test() {
        let mut tally = Tally::default();
        for line in ["ok a", "not ok b", "SKIPPED: c: no program", "Ran 3 tests in 1 s", "ok d"] {
            tally.count_lines(line);
        }
        assert_eq!((tally.passed, tally.failed), (2, 1));
        assert_eq!(tally.skipped, ["c: no program"]);
    }

    #[test]
    fn results_of_cargo_are_added() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test a ... ok",
            "test b ... ignored, needs the shared data",
            "test src/lib.rs - f (line 3) ... ignored",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
        ] {
            tally.count_libtest(line);
        }
        let skipped = vec!["b, needs the shared data".to_owned()];
        assert_eq!(tally, Tally { passed: 15, failed: 2, skipped });
    }

    #[test]
    fn results_of_node_are_added() {
        let mut tally = Tally::default();
        for line in [
            "✔ loads (12ms)",
            "  ﹣ skating set (0.09ms) # no shared data",
            "ℹ tests 5",
            "ℹ pass 3",
            "ℹ fail 1",
            "ℹ cancelled 1",
            "# pass 2",
        ] {
            tally.count_node(line);
        }
        assert_eq!(
            tally,
            Tally { passed: 5, failed: 2, skipped: vec!["skating set # no shared data".to_owned()] }
        );
    }
}
