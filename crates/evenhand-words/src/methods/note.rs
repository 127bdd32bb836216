use crate::Language;

/// A text in English and in Simplified Chinese.
pub(super) type Both = [&'static str; 2];

/// What a statistic is, how it is computed, what it does not say, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodNote {
    /// Its name in addresses.
    pub id: &'static str,
    pub(super) title: Both,
    pub(super) what: Both,
    pub(super) how: Both,
    pub(super) limits: Both,
    /// Author, year, work.
    pub sources: &'static [&'static str],
}

impl MethodNote {
    /// What it is called.
    pub fn title(&self, language: Language) -> &'static str {
        of(language, self.title)
    }

    /// What it says, for somebody who has to act on it.
    pub fn what(&self, language: Language) -> &'static str {
        of(language, self.what)
    }

    /// How it is computed.
    pub fn how(&self, language: Language) -> &'static str {
        of(language, self.how)
    }

    /// What it does not say, and when it is not computed.
    pub fn limits(&self, language: Language) -> &'static str {
        of(language, self.limits)
    }
}

/// The notes on one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodGroup {
    pub(super) title: Both,
    /// Its notes.
    pub notes: &'static [MethodNote],
}

impl MethodGroup {
    /// What the notes are about.
    pub fn title(&self, language: Language) -> &'static str {
        of(language, self.title)
    }
}

fn of(language: Language, [en, zh]: Both) -> &'static str {
    language.pick(en, zh)
}
