//! Slides as native, editable objects: text in text boxes, tables as tables, every mark of a chart a shape of its own,
//! grouped. Shapes are vectors in every program, so no picture has to stand in for them.
//!
//! Places are in the pixels of a slide of 1280 by 720 and become EMU (914,400 to the inch) when they are written.

mod chart;
mod geometry;
mod master;
mod notes;
mod package;
mod parts;
mod shape;
mod slide;
mod table;
mod text;
mod theme;

pub(crate) use package::presentation;
