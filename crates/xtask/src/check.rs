//! `cargo xtask check`: the rules of the code base that the compiler cannot see.

use crate::failure::{Failure, Result};
use crate::invariants;
use crate::workspace::Workspace;

/// Checks every rule, prints each one with the places that break it, and fails when there is such a place.
///
/// Returns how many rules were checked.
pub fn check(workspace: &Workspace) -> Result<usize> {
    let rules = invariants::all(workspace)?;
    for rule in &rules {
        let verdict = if rule.violations.is_empty() { "holds" } else { "BROKEN" };
        println!("{verdict:>6}  {}", rule.statement);
        for violation in &rule.violations {
            println!("        {violation}");
        }
    }
    match rules.iter().map(|rule| rule.violations.len()).sum() {
        0 => Ok(rules.len()),
        1 => Err(Failure::Other("one place breaks a rule, see above".to_owned())),
        places => Err(Failure::Other(format!("{places} places break a rule, see above"))),
    }
}
