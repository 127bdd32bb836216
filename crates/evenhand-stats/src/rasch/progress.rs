//! How far a fit has come.

use std::ops::ControlFlow;

use super::convergence::RaschConvergence;
use crate::undefined::Undefined;

/// What is told of a fit while it runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RaschProgress {
    /// The fit so far; `converged` is false until it ends.
    pub convergence: RaschConvergence,
    /// The largest number of iterations that is allowed.
    pub max_iterations: usize,
}

/// A listener that a fit reports to several times in every iteration, and that may end it.
pub type RaschListener<'a> = dyn FnMut(RaschProgress) -> ControlFlow<()> + 'a;

/// A listener together with what it is told.
pub(super) struct Reporter<'a, 'b> {
    pub(super) listener: &'a mut RaschListener<'b>,
    pub(super) now: RaschProgress,
}

impl Reporter<'_, '_> {
    /// Tells the listener.
    ///
    /// # Errors
    /// `Cancelled` if the listener asks to stop.
    pub(super) fn report(&mut self) -> Result<(), Undefined> {
        match (self.listener)(self.now) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Undefined::Cancelled),
        }
    }
}
