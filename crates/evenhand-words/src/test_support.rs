//! What the tests of every file ask of a sentence.

use crate::Language;

/// Whether the text holds a Chinese character.
pub(crate) fn has_cjk(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// A sentence that is complete and in its language.
#[track_caller]
pub(crate) fn check(language: Language, text: &str) {
    assert!(!text.trim().is_empty(), "empty text in {language:?}");
    assert_eq!(text.trim(), text, "stray space in {text:?}");
    assert!(!text.contains(['{', '}']), "unreplaced brace in {text:?}");
    assert!(!text.contains("  ") && !text.contains("NaN"), "bad text {text:?}");
    assert_eq!(has_cjk(text), language == Language::Zh, "wrong language: {text:?}");
    if language == Language::Zh {
        assert!(
            !text.contains([';', '?', '!', '“']) || text.matches('“').count() == text.matches('”').count()
        );
        assert!(!text.contains("。。") && !text.contains("，。"), "doubled mark in {text:?}");
    } else {
        assert!(!text.contains("..") && !text.contains(" ,"), "doubled mark in {text:?}");
    }
}
