//! The invariants of the code base, as ARCHITECTURE.md states them.

mod dependencies;
mod graph;
mod layout;
mod source;

use crate::failure::Result;
use crate::workspace::Workspace;

/// A rule and where it is broken.
pub struct Rule {
    /// The rule in a sentence.
    pub statement: &'static str,
    /// One line per place, starting with the file when there is one.
    pub violations: Vec<String>,
}

/// Checks every rule.
pub fn all(workspace: &Workspace) -> Result<Vec<Rule>> {
    let mut rules = dependencies::rules(workspace)?;
    rules.extend(layout::rules(workspace)?);
    rules.extend(source::rules(workspace)?);
    Ok(rules)
}
