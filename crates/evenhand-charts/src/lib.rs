//! An answer in, a scene out (marks, scales, axes, words), and a scene to SVG; no DOM.
//!
//! The grammar follows Observable Plot: scales turn data into pixels, marks are drawn at pixels, axes come
//! with the scales. A chart is a short composition: lay out two axes ([`Layout`]), add marks ([`Plot`]),
//! finish into a [`Scene`], and write that as SVG ([`to_svg`]) or point at its data ([`nearest`], [`step`]).
//! Colour is given by meaning ([`Role`]); a [`Palette`] says how it looks.
//!
//! Values that are missing or not finite are left out and counted in [`Scene::skipped`]; lines and bands get
//! a gap. The same scene gives the same bytes natively and in WebAssembly.
//!
//! ```
//! use evenhand_charts::{
//!     Axis, Caption, DataTable, Datum, Dot, Frame, Layout, LinearScale, Palette, PointScale, Role, Rule,
//!     SvgOptions, to_svg,
//! };
//!
//! let evaluators = [("E017", -0.4, -0.7, -0.1), ("E003", 0.1, -0.2, 0.4)];
//! let ends = evaluators.iter().flat_map(|e| [e.2, e.3]);
//! let x = Axis::linear(LinearScale::fit(ends).including(0.0).nice()).title("Severity (points)");
//! let y = Axis::points(PointScale::new(evaluators.iter().map(|e| e.0)));
//! let mut plot = Layout::new(Frame::new(640.0), x, y).plot();
//! plot.add(plot.rule_x(0.0));
//! for (k, (name, estimate, lo, hi)) in evaluators.into_iter().enumerate() {
//!     let row = k as f64;
//!     let role = if hi < 0.0 { Role::Lenient } else { Role::Uncertain };
//!     let datum = Datum::at(plot.at(estimate, row), name).hit_rect(plot.row(row));
//!     let datum = plot.datum(datum);
//!     plot.add(Rule::between(plot.at(lo, row), plot.at(hi, row)).role(role).datum(datum));
//!     plot.add(Dot::at(plot.at(estimate, row)).role(role).datum(datum));
//! }
//! let scene = plot.finish(Caption { title: "Two evaluators".into(), ..Caption::default() }, DataTable::new());
//! let svg = to_svg(&scene, &SvgOptions::standalone(Palette::light()));
//! assert!(svg.starts_with("<svg xmlns="));
//! ```

mod axis;
mod axis_marks;
mod datum;
pub mod domain;
mod end_labels;
mod frame;
mod geometry;
mod label_placement;
mod layout;
mod mark;
mod navigation;
mod number_format;
mod palette;
mod plot;
mod role;
mod scale;
mod scene;
mod small_multiples;
mod svg;
mod table;
mod text_width;
mod thin;
mod truncate;

pub use axis::{Axis, Crowding};
pub use datum::{Datum, Hit};
pub use end_labels::{EndLabel, Side};
pub use frame::Frame;
pub use geometry::{Point, Rect};
pub use label_placement::{Placement, spread};
pub use layout::Layout;
pub use mark::{Anchor, Band, Bar, Cell, Dash, Dot, Line, Mark, Rule, Text, TextKind, VerticalAlign};
pub use navigation::{Direction, nearest, step};
pub use number_format::{NumberStyle, format_number, format_signed};
pub use palette::Palette;
pub use plot::Plot;
pub use role::Role;
pub use scale::{BandScale, LinearScale, PointScale, Scale, Tick};
pub use scene::{Caption, Scene};
pub use small_multiples::SmallMultiples;
pub use svg::{Picture, PictureSize, SvgOptions, picture, to_svg};
pub use table::{Column, DataTable, TableCell};
pub use text_width::{text_width, wrap};
pub use truncate::truncate;
