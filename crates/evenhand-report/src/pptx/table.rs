//! Tables that can be edited.

use evenhand_charts::{DataTable, Palette, Role};

use super::geometry::{Area, emu};
use super::shape::Shapes;
use super::text::{Align, Style, hex, paragraphs};
use crate::html::cell_text;
use crate::xml::xml;

/// The height of a row in pixels.
const ROW: f64 = 30.0;

/// Puts the first rows of a table into an area; how many fitted.
pub(super) fn table(
    shapes: &mut Shapes,
    name: &str,
    found: &DataTable,
    area: Area,
    palette: &Palette,
) -> usize {
    let rows = ((area.height / ROW) as usize).saturating_sub(1).min(found.rows.len());
    let n = found.columns.len().max(1);
    // Names need more room than numbers.
    let share = |numeric: bool| if numeric { 1.0 } else { 1.7 };
    let all: f64 = found.columns.iter().map(|column| share(column.numeric)).sum();
    let widths: Vec<f64> =
        found.columns.iter().map(|column| area.width * share(column.numeric) / all.max(1.0)).collect();
    let size = if n > 8 { 11.0 } else { 15.0 };
    let id = shapes.next_id();
    let height = ROW * (rows + 1) as f64;
    let mut out = format!(
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"{}\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></p:xfrm><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>",
        xml(name),
        emu(area.x),
        emu(area.y),
        emu(area.width),
        emu(height)
    );
    for width in &widths {
        out.push_str(&format!("<a:gridCol w=\"{}\"/>", emu(*width)));
    }
    out.push_str("</a:tblGrid>");
    let align = |numeric: bool| if numeric { Align::Right } else { Align::Left };
    let line = hex(palette.color(Role::Grid));
    let row = |cells: Vec<(String, Style)>| {
        let mut row = format!("<a:tr h=\"{}\">", emu(ROW));
        for (text, style) in cells {
            row.push_str(&format!(
                "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{}</a:txBody><a:tcPr marL=\"38100\" marR=\"38100\" marT=\"28575\" marB=\"28575\" anchor=\"ctr\"><a:lnL><a:noFill/></a:lnL><a:lnR><a:noFill/></a:lnR><a:lnT><a:noFill/></a:lnT><a:lnB w=\"9525\"><a:solidFill><a:srgbClr val=\"{line}\"/></a:solidFill></a:lnB><a:noFill/></a:tcPr></a:tc>",
                paragraphs(&text, style, shapes.language)
            ));
        }
        row.push_str("</a:tr>");
        row
    };
    let head = Style { wrap: true, ..Style::new(size, palette.color(Role::Muted)).bold() };
    out.push_str(&row(found
        .columns
        .iter()
        .map(|column| (column.name.clone(), Style { align: align(column.numeric), ..head }))
        .collect()));
    let plain = Style::new(size, palette.color(Role::Ink));
    for cells in found.rows.iter().take(rows) {
        let cells = cells.iter().zip(&found.columns);
        out.push_str(&row(cells
            .map(|(cell, column)| {
                (cell_text(cell).to_owned(), Style { align: align(column.numeric), ..plain })
            })
            .collect()));
    }
    out.push_str("</a:tbl></a:graphicData></a:graphic></p:graphicFrame>");
    shapes.push(&out);
    rows
}
