//! What things were before they were changed, for the way back.

use leptos::prelude::*;

/// How many changes can be undone.
const MOST: usize = 100;

/// Earlier states, the latest last; the oldest go first.
pub struct UndoStack<T: 'static> {
    before: RwSignal<Vec<T>>,
}

impl<T> Clone for UndoStack<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for UndoStack<T> {}

impl<T: Send + Sync> UndoStack<T> {
    /// Nothing to undo.
    pub fn new() -> Self {
        Self { before: RwSignal::new(Vec::new()) }
    }

    /// Keeps what was before a change.
    pub fn push(&self, before: T) {
        self.before.update(|all| {
            all.push(before);
            let surplus = all.len().saturating_sub(MOST);
            all.drain(..surplus);
        });
    }

    /// Takes out the latest state that is worth going back to.
    pub fn pop_where(&self, is_worth: impl Fn(&T) -> bool) -> Option<T> {
        let popped = self.before.try_update(|all| {
            while let Some(last) = all.pop() {
                if is_worth(&last) {
                    return Some(last);
                }
            }
            None
        });
        popped.flatten()
    }

    /// Whether there is nothing to undo; follows it.
    pub fn is_empty(&self) -> bool {
        self.before.with(Vec::is_empty)
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.before.set(Vec::new());
    }
}
