//! How far a computation has come, told to whoever waits for it.

use std::ops::ControlFlow;

/// Hears how much of an answer is done, from 0 to 1, and may end the work.
pub type Listener<'a> = dyn FnMut(f64) -> ControlFlow<()> + 'a;

/// The listener asked to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled;

/// A stretch of some work: shares of it are told as shares of the whole.
pub(crate) struct Progress<'a, 'b> {
    listener: &'a mut Listener<'b>,
    from: f64,
    to: f64,
}

impl<'a, 'b> Progress<'a, 'b> {
    /// The whole work.
    pub(crate) fn whole(listener: &'a mut Listener<'b>) -> Self {
        Self { listener, from: 0.0, to: 1.0 }
    }

    /// A stretch of this one, in shares of it.
    pub(crate) fn part(&mut self, from: f64, to: f64) -> Progress<'_, 'b> {
        let at = |share: f64| self.from + share * (self.to - self.from);
        Progress { from: at(from), to: at(to), listener: self.listener }
    }

    /// Tells that a share of this stretch is done.
    ///
    /// # Errors
    /// [`Cancelled`] if the listener asks to stop.
    pub(crate) fn report(&mut self, share: f64) -> Result<(), Cancelled> {
        match (self.listener)(self.from + share * (self.to - self.from)) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Cancelled),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_a_part_are_shares_of_the_whole() {
        let mut told = Vec::new();
        let mut listener = |share| {
            told.push(share);
            if share < 0.7 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        let mut whole = Progress::whole(&mut listener);
        let mut half = whole.part(0.5, 1.0);
        assert_eq!(half.report(0.0), Ok(()));
        assert_eq!(half.part(0.0, 0.5).report(0.5), Ok(()));
        assert_eq!(half.report(1.0), Err(Cancelled));
        assert_eq!(told, [0.5, 0.625, 1.0]);
    }
}
