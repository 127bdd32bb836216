//! Tables that can be edited.

use evenhand_charts::{DataTable, Palette, Role};

use super::geometry::{Area, emu};
use super::shape::Shapes;
use super::text::{Align, LINE, Style, hex, paragraphs};
use crate::html::cell_text;
use crate::table_fit::{TableFit, TableRoom};
use crate::xml::xml;

/// Beside and above the words of a cell in pixels, both sides together; what the rows below keep, and a little air.
const PADDING: (f64, f64) = (8.0, 12.0);

/// Tables with more columns than this have smaller letters.
const FEW_COLUMNS: usize = 8;

/// Puts the first rows of a table into an area; how many fitted.
pub(super) fn table(
    shapes: &mut Shapes,
    name: &str,
    found: &DataTable,
    area: Area,
    palette: &Palette,
) -> usize {
    let size = if found.columns.len() > FEW_COLUMNS { 11.0 } else { 15.0 };
    let room = TableRoom { width: area.width, height: area.height, size, line: LINE, padding: PADDING };
    let TableFit { widths, head: head_height, rows: heights } = room.fit(found);
    let id = shapes.next_id();
    let height = head_height + heights.iter().sum::<f64>();
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
    let row = |cells: Vec<(String, Style)>, height: f64| {
        let mut row = format!("<a:tr h=\"{}\">", emu(height));
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
    let heads = found
        .columns
        .iter()
        .map(|column| (column.name.clone(), Style { align: align(column.numeric), ..head }));
    out.push_str(&row(heads.collect(), head_height));
    let plain = Style::new(size, palette.color(Role::Ink));
    for (cells, height) in found.rows.iter().zip(&heights) {
        let cells = cells.iter().zip(&found.columns).map(|(cell, column)| {
            (cell_text(cell).to_owned(), Style { align: align(column.numeric), ..plain })
        });
        out.push_str(&row(cells.collect(), *height));
    }
    out.push_str("</a:tbl></a:graphicData></a:graphic></p:graphicFrame>");
    shapes.push(&out);
    heights.len()
}
