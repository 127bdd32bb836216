//! What a reader chose, and what of an answer that is.

use evenhand_protocol::{PinnedChoice, RoundLeague, RoundPanel, RoundStanding};

/// What was chosen under a name, unless that is nothing.
pub(super) fn chosen<'a>(choice: &'a PinnedChoice, name: &str) -> Option<&'a str> {
    choice.get(name).map(String::as_str).filter(|value| !value.is_empty())
}

/// What is about one round.
pub(super) trait OfRound {
    /// The round's id.
    fn round(&self) -> &str;
}

macro_rules! of_round {
    ($($what:ty),+) => {
        $(impl OfRound for $what {
            fn round(&self) -> &str {
                &self.round
            }
        })+
    };
}

of_round!(RoundLeague, RoundPanel, RoundStanding);

/// What is about the round chosen, or about the latest.
pub(super) fn of_round<'a, T: OfRound>(all: &'a [T], choice: &PinnedChoice) -> Option<&'a T> {
    match chosen(choice, "in") {
        Some(round) => all.iter().find(|one| one.round() == round),
        None => all.last(),
    }
}
