//! The parts that hold the others together.

use super::geometry::emu;
use super::master::{SPACES, TREE, whole};
use crate::xml::DECLARATION;

/// The list of slides.
pub(super) fn presentation(slides: usize) -> String {
    let mut list = String::new();
    for place in 0..slides {
        list.push_str(&format!("<p:sldId id=\"{}\" r:id=\"rId{}\"/>", 256 + place, place + 3));
    }
    let size = whole();
    format!(
        "{DECLARATION}<p:presentation {SPACES} saveSubsetFonts=\"1\"><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst><p:sldIdLst>{list}</p:sldIdLst><p:sldSz cx=\"{}\" cy=\"{}\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>",
        emu(size.width),
        emu(size.height)
    )
}

/// A slide around its shapes.
pub(super) fn slide(shapes: &str) -> String {
    format!(
        "{DECLARATION}<p:sld {SPACES}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
}

/// How a presentation is shown; nothing in particular.
pub(super) fn properties() -> String {
    format!("{DECLARATION}<p:presentationPr {SPACES}/>")
}

/// The styles of tables; every cell has its own.
pub(super) fn table_styles() -> String {
    format!(
        "{DECLARATION}<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" def=\"{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}\"/>"
    )
}
