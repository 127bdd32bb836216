//! What evaluators are grouped by, and where those of a round come from.

use evenhand_protocol::{GroupedBy, MemberStatus};

use crate::Language;

/// What evaluators are grouped by.
pub fn grouped_by(language: Language, by: GroupedBy) -> &'static str {
    let (en, zh) = match by {
        GroupedBy::Qualification => ("Qualification", "资质"),
        GroupedBy::Group => ("Group", "分组"),
    };
    language.pick(en, zh)
}

/// Where an evaluator of a round comes from.
pub fn member_status(language: Language, status: MemberStatus) -> &'static str {
    let (en, zh) = match status {
        MemberStatus::Stayed => ("stayed", "留任"),
        MemberStatus::Returned => ("came back", "返回"),
        MemberStatus::Joined => ("new", "新增"),
    };
    language.pick(en, zh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_code_has_words() {
        for language in Language::ALL {
            for by in [GroupedBy::Qualification, GroupedBy::Group] {
                check(language, grouped_by(language, by));
            }
            for status in [MemberStatus::Stayed, MemberStatus::Returned, MemberStatus::Joined] {
                check(language, member_status(language, status));
            }
        }
    }
}
