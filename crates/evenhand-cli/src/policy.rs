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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_file_is_read_back_and_refused_where_it_is_none() {
        let policy = ScorecardPolicy { severity: 42, ..ScorecardPolicy::DEFAULT };
        let json = serde_json::to_string(&ScorecardPolicyFile::of(policy)).unwrap();
        let read: ScorecardPolicyFile = serde_json::from_str(&json).unwrap();
        assert_eq!(read.policy(), Some(policy));
        // What is not named has its default.
        let partial = r#"{"evenhand_scorecard_policy": 1, "policy": {"drift": 55}}"#;
        let read: ScorecardPolicyFile = serde_json::from_str(partial).unwrap();
        assert_eq!(read.policy(), Some(ScorecardPolicy { drift: 55, ..ScorecardPolicy::DEFAULT }));
        let newer = r#"{"evenhand_scorecard_policy": 2, "policy": {}}"#;
        assert_eq!(serde_json::from_str::<ScorecardPolicyFile>(newer).unwrap().policy(), None);
        for wrong in [
            r#"{"evenhand_scorecard_policy": 1, "policy": {"driftt": 55}}"#,
            r#"{"evenhand_scorecard_policy": 1, "policy": {"drift": -1}}"#,
            "{}",
        ] {
            assert!(serde_json::from_str::<ScorecardPolicyFile>(wrong).is_err(), "{wrong}");
        }
        // Nonsense within the format is brought in order.
        let wild = ScorecardPolicy { alpha: 900, agreement: 500, decisions_to_review: 0, ..policy }.ordered();
        assert_eq!((wild.alpha, wild.agreement, wild.decisions_to_review), (50, 99, 1));
    }
}
