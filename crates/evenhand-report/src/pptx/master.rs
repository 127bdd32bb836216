//! The master of the slides and its two layouts: the title, and everything else.

use super::geometry::{Area, HEIGHT, INNER, MARGIN, WIDTH};
use crate::xml::DECLARATION;

/// The names of the spaces that parts of a presentation use.
pub(super) const SPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// The beginning of a tree of shapes.
pub(super) const TREE: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

/// A placeholder of the master or a layout.
fn placeholder(id: u32, kind: &str, index: &str, area: Area) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{kind}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"{kind}\"{index}/></p:nvPr></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>",
        area.transform("")
    )
}

/// The master.
pub(super) fn master() -> String {
    let title = placeholder(2, "title", "", Area::new(MARGIN, 66.0, INNER, 90.0));
    let body = placeholder(3, "body", " idx=\"1\"", Area::new(MARGIN, 170.0, INNER, HEIGHT - 240.0));
    let level = |size: u32, bold: u8| {
        format!(
            "<a:lvl1pPr algn=\"l\"><a:buNone/><a:defRPr sz=\"{size}\" b=\"{bold}\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr>"
        )
    };
    format!(
        "{DECLARATION}<p:sldMaster {SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{title}{body}</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/><p:sldLayoutId id=\"2147483650\" r:id=\"rId2\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>{}</p:titleStyle><p:bodyStyle>{}</p:bodyStyle><p:otherStyle>{}</p:otherStyle></p:txStyles></p:sldMaster>",
        level(2400, 1),
        level(1800, 0),
        level(1800, 0)
    )
}

/// The layout of the title slide.
pub(super) fn title_layout() -> String {
    let title = placeholder(2, "ctrTitle", "", Area::new(MARGIN, 250.0, INNER, 90.0));
    let subtitle = placeholder(3, "subTitle", " idx=\"1\"", Area::new(MARGIN, 360.0, INNER, 180.0));
    layout("title", "Title", &format!("{title}{subtitle}"))
}

/// The layout of all other slides.
pub(super) fn content_layout() -> String {
    let title = placeholder(2, "title", "", Area::new(MARGIN, 66.0, INNER, 90.0));
    layout("titleOnly", "Content", &title)
}

fn layout(kind: &str, name: &str, shapes: &str) -> String {
    format!(
        "{DECLARATION}<p:sldLayout {SPACES} type=\"{kind}\" preserve=\"1\"><p:cSld name=\"{name}\"><p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
}

/// The area of a whole slide.
pub(super) fn whole() -> Area {
    Area::new(0.0, 0.0, WIDTH, HEIGHT)
}
