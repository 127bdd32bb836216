//! Work that is done piece by piece, one piece to a frame.

use std::cell::RefCell;
use std::collections::VecDeque;

use gloo::timers::callback::Timeout;
use leptos::prelude::request_animation_frame;

type Piece = Box<dyn FnOnce()>;

thread_local! {
    static WAITING: RefCell<VecDeque<Piece>> = RefCell::default();
}

/// Does a piece of work when those before it are done and on the screen: the browser lays out and paints what one piece
/// brought before the next one begins, so that no task becomes long by what is done together.
pub fn in_turn(piece: impl FnOnce() + 'static) {
    let first = WAITING.with_borrow_mut(|waiting| {
        waiting.push_back(Box::new(piece));
        waiting.len() == 1
    });
    if first {
        Timeout::new(0, next).forget();
    }
}

/// Does the piece in front; it stays in the queue until it is done, so that only one chain of turns runs.
fn next() {
    let piece = WAITING.with_borrow_mut(|waiting| {
        waiting.front_mut().map(|front| std::mem::replace(front, Box::new(|| ())))
    });
    if let Some(piece) = piece {
        piece();
    }
    let more = WAITING.with_borrow_mut(|waiting| {
        waiting.pop_front();
        !waiting.is_empty()
    });
    if more {
        // After the frame, not in it: what a frame's own callbacks do adds to the time of its layout.
        request_animation_frame(|| {
            Timeout::new(0, next).forget();
        });
    }
}
