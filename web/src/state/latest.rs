//! Which of several requests about the same thing is the latest.

use leptos::prelude::*;

/// Numbers requests, so that what comes late for an earlier one is told apart.
#[derive(Clone, Copy)]
pub struct Latest(StoredValue<u32>);

/// A request that was the latest when it began.
#[derive(Clone, Copy)]
pub struct Turn {
    of: Latest,
    number: u32,
}

impl Latest {
    /// No request so far.
    pub fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// A request begins; those before it are no longer the latest.
    pub fn begin(self) -> Turn {
        self.0.update_value(|number| *number = number.wrapping_add(1));
        Turn { of: self, number: self.0.get_value() }
    }
}

impl Turn {
    /// Whether no other has begun since.
    pub fn is_latest(self) -> bool {
        self.of.0.try_get_value() == Some(self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_to_begin_is_the_latest() {
        let latest = Latest::new();
        let first = latest.begin();
        assert!(first.is_latest());
        let second = latest.begin();
        assert!(!first.is_latest() && second.is_latest());
        assert!(Latest::new().begin().is_latest() && second.is_latest(), "each counts for itself");
    }
}
