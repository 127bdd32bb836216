//! Each mark as an SVG element with classes for the page's CSS and attributes that stand alone.
//!
//! Classes: `m-dot` and so on for the mark, `r-harsher` and so on for the role, `p-fill` or `p-stroke` for
//! the property that carries the colour, so that `.r-harsher.p-fill { fill: … }` recolours a role.

use super::writer::Writer;
use crate::geometry::{Point, Rect};
use crate::mark::{Anchor, Band, Dash, Dot, Line, Mark, Rule, Shape, Text, VerticalAlign};
use crate::number_format::coordinate;
use crate::palette::Palette;
use crate::role::Role;

/// Writes a mark.
pub(super) fn write_mark(out: &mut Writer, mark: &Mark, palette: &Palette) {
    match mark {
        Mark::Dot(dot) => write_dot(out, dot, palette),
        Mark::Line(line) => write_line(out, line, palette),
        Mark::Rule(rule) => write_rule(out, rule, palette),
        Mark::Band(band) => write_band(out, band, palette),
        Mark::Bar(bar) => write_rect(out, "m-bar", bar.rect, bar, palette),
        Mark::Cell(cell) => write_rect(out, "m-cell", cell.rect, cell, palette),
        Mark::Text(text) => write_text(out, text, palette),
    }
}

fn classes(out: &mut Writer, mark: &str, role: Role, paint: &str, datum: Option<usize>) {
    out.attr("class", &format!("{mark} {} {paint}", role.class()));
    if let Some(datum) = datum {
        out.attr("data-i", &datum.to_string());
    }
}

fn write_dot(out: &mut Writer, dot: &Dot, palette: &Palette) {
    let color = palette.color(dot.role);
    out.open("circle");
    classes(out, "m-dot", dot.role, if dot.hollow { "p-stroke is-hollow" } else { "p-fill" }, dot.datum);
    out.number("cx", dot.at.x).number("cy", dot.at.y);
    if dot.hollow {
        // The outline lies inside the radius, so that hollow and filled dots look equally large.
        out.number("r", (dot.radius - 0.9).max(0.5)).attr("fill", palette.color(Role::Surface));
        out.attr("stroke", color).number("stroke-width", 1.8);
    } else {
        out.number("r", dot.radius.max(0.0)).attr("fill", color);
    }
    out.close_empty();
}

fn stroke(out: &mut Writer, role: Role, width: f64, dash: Dash, palette: &Palette) {
    out.attr("stroke", palette.color(role)).number("stroke-width", width.max(0.0));
    match dash {
        Dash::Solid => {}
        Dash::Dashed => drop(out.attr("stroke-dasharray", "5 4")),
        Dash::Dotted => drop(out.attr("stroke-dasharray", "1 4")),
    }
}

fn write_line(out: &mut Writer, line: &Line, palette: &Palette) {
    let mut path = String::new();
    for piece in &line.pieces {
        push_points(&mut path, 'M', piece.iter());
        if piece.len() == 1 {
            path.push_str("h0");
        }
    }
    if path.is_empty() {
        return;
    }
    out.open("path");
    classes(out, "m-line", line.role, "p-stroke", line.datum);
    out.attr("d", &path).attr("fill", "none");
    stroke(out, line.role, line.width, line.dash, palette);
    out.attr("stroke-linecap", "round").attr("stroke-linejoin", "round");
    out.close_empty();
}

fn write_rule(out: &mut Writer, rule: &Rule, palette: &Palette) {
    let (from, to) = (rule.from, rule.to);
    let mut path = String::new();
    push_points(&mut path, 'M', [from, to].iter());
    let length = from.distance(to);
    if rule.caps > 0.0 && length > 0.0 {
        let across = Point::new(-(to.y - from.y) / length * rule.caps, (to.x - from.x) / length * rule.caps);
        for end in [from, to] {
            let cap = [end.shifted(-across.x, -across.y), end.shifted(across.x, across.y)];
            push_points(&mut path, 'M', cap.iter());
        }
    }
    out.open("path");
    classes(out, "m-rule", rule.role, "p-stroke", rule.datum);
    out.attr("d", &path).attr("fill", "none");
    stroke(out, rule.role, rule.width, rule.dash, palette);
    if rule.role == Role::Grid {
        out.attr("shape-rendering", "crispEdges");
    }
    out.close_empty();
}

fn write_band(out: &mut Writer, band: &Band, palette: &Palette) {
    let mut path = String::new();
    for piece in &band.pieces {
        push_points(&mut path, 'M', piece.iter().map(|(lower, _)| lower));
        push_points(&mut path, 'L', piece.iter().rev().map(|(_, upper)| upper));
        path.push('Z');
    }
    if path.is_empty() {
        return;
    }
    out.open("path");
    classes(out, "m-band", band.role, "p-fill", band.datum);
    out.attr("d", &path).attr("fill", palette.color(band.role)).number("fill-opacity", band.opacity);
    out.close_empty();
}

fn write_rect(out: &mut Writer, class: &str, rect: Rect, mark: &dyn Shape, palette: &Palette) {
    out.open("rect");
    classes(out, class, mark.role(), "p-fill", mark.datum());
    out.number("x", rect.x).number("y", rect.y).number("width", rect.width).number("height", rect.height);
    out.attr("fill", palette.color(mark.role()));
    out.close_empty();
}

fn write_text(out: &mut Writer, text: &Text, palette: &Palette) {
    let size = text.kind.size();
    // Baselines are computed, as not every program that reads SVG knows `dominant-baseline`.
    let drop_by = match text.vertical {
        VerticalAlign::Baseline => 0.0,
        VerticalAlign::Middle => size * 0.35,
        VerticalAlign::Top => size * 0.8,
    };
    let color = text.over.map_or_else(|| palette.text_color(text.role), |fill| palette.text_over(fill));
    out.open("text");
    let class = text.over.map_or_else(|| text.role.class(), |fill| format!("on-{}", fill.class()));
    out.attr("class", &format!("m-text {} {class} p-fill", text.kind.class()));
    if let Some(datum) = text.datum {
        out.attr("data-i", &datum.to_string());
    }
    if text.rotate == 0.0 {
        out.number("x", text.at.x).number("y", text.at.y + drop_by);
    } else {
        let (x, y, turn) = (coordinate(text.at.x), coordinate(text.at.y), coordinate(text.rotate));
        out.attr("transform", &format!("translate({x} {y}) rotate({turn})")).number("y", drop_by);
    }
    out.number("font-size", size);
    if text.bold || text.kind == crate::mark::TextKind::Title {
        out.attr("font-weight", "600");
    }
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => drop(out.attr("text-anchor", "middle")),
        Anchor::End => drop(out.attr("text-anchor", "end")),
    }
    out.attr("fill", color);
    if text.halo {
        out.attr("stroke", palette.color(Role::Surface)).number("stroke-width", 3.0);
        out.attr("stroke-linejoin", "round").attr("paint-order", "stroke");
    }
    out.text("text", &text.text);
}

/// Appends path commands: the first point with `first`, the others with `L`.
fn push_points<'a>(path: &mut String, first: char, points: impl Iterator<Item = &'a Point>) {
    for (k, point) in points.enumerate() {
        path.push(if k == 0 { first } else { 'L' });
        path.push_str(&coordinate(point.x));
        path.push(' ');
        path.push_str(&coordinate(point.y));
    }
}
