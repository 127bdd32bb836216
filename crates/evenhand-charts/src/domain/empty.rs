//! A chart with nothing to draw: a sentence that says why.

use evenhand_protocol::Reason;
use evenhand_words::reason;

use super::context::Context;
use crate::geometry::Point;
use crate::mark::{Anchor, Text};
use crate::role::Role;
use crate::scene::{Caption, Scene};
use crate::table::DataTable;
use crate::text_width::wrap;

/// The height of the scene around its sentence.
const MARGIN: f64 = 36.0;
/// The height of a line of the sentence.
const LINE: f64 = 20.0;

/// A scene that says why nothing can be drawn: the first of the reasons, or that nothing is selected.
pub(super) fn empty<'r>(
    context: &Context,
    caption: Caption,
    table: DataTable,
    reasons: impl IntoIterator<Item = &'r Reason>,
) -> Scene {
    let why = reasons.into_iter().next().unwrap_or(&Reason::NothingSelected);
    let sentence = reason(context.language, why);
    let width = context.frame.width;
    let lines = wrap(&sentence, 13.0, (width - 16.0).min(480.0));
    let height = lines.len() as f64 * LINE + 2.0 * MARGIN;
    let text = |(k, line): (usize, String)| {
        let at = Point::new(width / 2.0, MARGIN + (k as f64 + 0.5) * LINE);
        Text::at(at, line).anchor(Anchor::Middle).role(Role::Muted).into()
    };
    let marks = lines.into_iter().enumerate().map(text).collect();
    let description = format!("{} {sentence}", caption.description);
    Scene { width, height, caption: Caption { description, ..caption }, marks, table, ..Scene::default() }
}
