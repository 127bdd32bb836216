//! The policy behind the scorecards, from a file and to one.

use std::fs;
use std::path::Path;

use evenhand_protocol::{ScorecardPolicy, ScorecardPolicyFile};

use crate::failure::Failure;

/// The policy of a file; the defaults without one.
pub fn read(path: Option<&Path>) -> Result<ScorecardPolicy, Failure> {
    let Some(path) = path else { return Ok(ScorecardPolicy::DEFAULT) };
    let text = fs::read_to_string(path).map_err(Failure::io("read", path))?;
    let file: ScorecardPolicyFile =
        serde_json::from_str(&text).map_err(|error| Failure::Policy(path.to_owned(), error))?;
    file.policy().ok_or_else(|| Failure::PolicyVersion(path.to_owned(), file.evenhand_scorecard_policy))
}

/// Writes a policy as a file to be edited.
pub fn write(path: &Path, policy: ScorecardPolicy) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(&ScorecardPolicyFile::of(policy)).map_err(Failure::Json)?;
    fs::write(path, json + "\n").map_err(Failure::io("write", path))
}
