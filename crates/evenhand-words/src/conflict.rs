//! How ties to providers are called, and what is said of an evaluator's scores of them.

use evenhand_protocol::{ConflictKind, ConflictVerdict};

use crate::Language;

/// The name of a kind of tie.
pub fn conflict_kind(language: Language, kind: ConflictKind) -> &'static str {
    let (en, zh) = match kind {
        ConflictKind::SameAffiliation => ("Same affiliation", "同一单位"),
        ConflictKind::Declared => ("Declared conflict of interest", "申报的利益冲突"),
    };
    language.pick(en, zh)
}

/// The providers of a kind of tie, within a sentence.
pub(crate) fn tied_providers(language: Language, kind: ConflictKind) -> &'static str {
    let (en, zh) = match kind {
        ConflictKind::SameAffiliation => ("providers of their own affiliation", "本单位机构"),
        ConflictKind::Declared => ("providers with a declared conflict of interest", "有申报利益冲突的机构"),
    };
    language.pick(en, zh)
}

/// What can be said of an evaluator's scores of tied providers.
pub fn conflict_verdict(language: Language, verdict: ConflictVerdict) -> &'static str {
    let (en, zh) = match verdict {
        ConflictVerdict::NotShown => ("no difference shown", "未见差异"),
        ConflictVerdict::Favours => ("scores them higher", "评分偏高"),
        ConflictVerdict::Disfavours => ("scores them lower", "评分偏低"),
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
            for kind in ConflictKind::ALL {
                check(language, conflict_kind(language, kind));
                check(language, tied_providers(language, kind));
            }
            for verdict in [ConflictVerdict::NotShown, ConflictVerdict::Favours, ConflictVerdict::Disfavours]
            {
                check(language, conflict_verdict(language, verdict));
            }
        }
    }
}
