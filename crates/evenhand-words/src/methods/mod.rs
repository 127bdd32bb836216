//! The notes of the methods page: each statistic in plain words, how it is computed, what it does not say, its sources.

mod anchor;
mod evaluators;
mod ground;
mod indicators;
mod note;
mod of_chart;
mod providers;

pub use anchor::method_anchor;
pub use note::{MethodGroup, MethodNote};
pub use of_chart::note_of_chart;

/// All notes in the order of the methods page.
pub const METHOD_GROUPS: &[MethodGroup] = &[
    MethodGroup {
        title: ["Are the evaluators consistent, or drifting?", "评估员是否一致，还是在漂移？"],
        notes: evaluators::NOTES,
    },
    MethodGroup {
        title: ["Are the indicators reliable?", "指标是否可靠？"], notes: indicators::NOTES
    },
    MethodGroup {
        title: [
            "Do the providers really differ, and have they really changed?",
            "机构之间是否真有差别，是否真的有变化？",
        ],
        notes: providers::NOTES,
    },
    MethodGroup { title: ["What all numbers rest on", "所有数字的基础"], notes: ground::NOTES },
];

/// The note of a name.
pub fn method_note(id: &str) -> Option<&'static MethodNote> {
    METHOD_GROUPS.iter().flat_map(|group| group.notes).find(|note| note.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use crate::test_support::has_cjk;

    fn notes() -> impl Iterator<Item = &'static MethodNote> {
        METHOD_GROUPS.iter().flat_map(|group| group.notes)
    }

    #[test]
    fn every_note_is_whole_in_both_languages() {
        for note in notes() {
            for read in [MethodNote::title, MethodNote::what, MethodNote::how, MethodNote::limits] {
                let (en, zh) = (read(note, Language::En), read(note, Language::Zh));
                assert!(!en.trim().is_empty() && !has_cjk(en), "{}: {en}", note.id);
                assert!(has_cjk(zh), "{}: {zh}", note.id);
            }
        }
    }

    #[test]
    fn names_are_unique_and_fit_an_address() {
        let mut ids: Vec<&str> = notes().map(|note| note.id).collect();
        assert!(ids.iter().all(|id| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
        let n = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), n);
    }
}
