//! The notes of the speaker.

use evenhand_words::Language;

use super::geometry::Area;
use super::master::{SPACES, TREE};
use super::text::tag;
use crate::xml::{DECLARATION, xml};

/// The picture of the slide on a page of notes, in pixels of 1/96 inch.
const PICTURE: (f64, f64, f64, f64) = (72.0, 96.0, 576.0, 324.0);
/// The notes below it.
const WORDS: (f64, f64, f64, f64) = (72.0, 444.0, 576.0, 432.0);

fn area((x, y, width, height): (f64, f64, f64, f64)) -> Area {
    Area::new(x, y, width, height)
}

fn picture() -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp>",
        area(PICTURE).transform("")
    )
}

fn words(paragraphs: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>",
        area(WORDS).transform("")
    )
}

/// The master of the pages of notes.
pub(super) fn master() -> String {
    format!(
        "{DECLARATION}<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg><p:spTree>{TREE}{}{}</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/><p:notesStyle><a:lvl1pPr><a:defRPr sz=\"1200\"/></a:lvl1pPr></p:notesStyle></p:notesMaster>",
        picture(),
        words("<a:p><a:endParaRPr/></a:p>")
    )
}

/// The page of notes of a slide.
pub(super) fn page(notes: &[String], language: Language) -> String {
    let paragraph = |note: &String| {
        format!(
            "<a:p><a:r><a:rPr lang=\"{}\" altLang=\"en-US\" dirty=\"0\"/><a:t>{}</a:t></a:r></a:p>",
            tag(language),
            xml(note)
        )
    };
    let paragraphs: String = notes.iter().map(paragraph).collect();
    let paragraphs = if paragraphs.is_empty() { "<a:p><a:endParaRPr/></a:p>".to_owned() } else { paragraphs };
    format!(
        "{DECLARATION}<p:notes {SPACES}><p:cSld><p:spTree>{TREE}{}{}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
        picture(),
        words(&paragraphs)
    )
}
