//! Work that is done piece by piece, one piece to a frame.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use gloo::timers::callback::Timeout;
use leptos::prelude::request_animation_frame;

type Piece = Box<dyn FnOnce()>;

thread_local! {
    static WAITING: RefCell<VecDeque<Piece>> = RefCell::default();
    /// Whether a turn is to come.
    static RUNNING: Cell<bool> = const { Cell::new(false) };
}

/// Does a piece of work when those before it are done and on the screen: the browser lays out and paints what one piece
/// brought before the next one begins, so that no task becomes long by what is done together.
pub fn in_turn(piece: impl FnOnce() + 'static) {
    WAITING.with_borrow_mut(|waiting| waiting.push_back(Box::new(piece)));
    if !RUNNING.replace(true) {
        Timeout::new(0, next).forget();
    }
}

fn next() {
    let Some(piece) = WAITING.with_borrow_mut(VecDeque::pop_front) else {
        RUNNING.set(false);
        return;
    };
    piece();
    // After the frame, not in it: what a frame's own callbacks do adds to the time of its layout.
    request_animation_frame(|| {
        Timeout::new(0, next).forget();
    });
}
