//! The parts of a presentation in their places.

use evenhand_charts::Palette;
use evenhand_protocol::Failure;

use super::{master, notes, parts, slide, theme};
use crate::document::{Body, Document};
use crate::html::speaker_notes;
use crate::package::Package;
use crate::xml::{app_properties, content_types, core_properties, relations};

/// The presentation of a briefing.
pub(crate) fn presentation(document: &Document) -> Result<Vec<u8>, Failure> {
    let palette = Palette::light();
    let n = document.pages.len();
    let mut package = Package::new();
    package.add("[Content_Types].xml", content_types(&types(n)).as_bytes())?;
    let root = [
        relation(1, "officeDocument", "ppt/presentation.xml"),
        relation(2, "core-properties", "docProps/core.xml"),
        relation(3, "extended-properties", "docProps/app.xml"),
    ];
    package.add("_rels/.rels", relations(&root).as_bytes())?;
    let properties = core_properties(&document.title, &document.dataset, &document.date);
    package.add("docProps/core.xml", properties.as_bytes())?;
    package.add("docProps/app.xml", app_properties().as_bytes())?;
    package.add("ppt/presentation.xml", parts::presentation(n).as_bytes())?;
    let mut of_presentation = vec![
        relation(1, "slideMaster", "slideMasters/slideMaster1.xml"),
        relation(2, "notesMaster", "notesMasters/notesMaster1.xml"),
    ];
    of_presentation
        .extend((0..n).map(|place| relation(place + 3, "slide", &format!("slides/slide{}.xml", place + 1))));
    of_presentation.push(relation(n + 3, "presProps", "presProps.xml"));
    of_presentation.push(relation(n + 4, "tableStyles", "tableStyles.xml"));
    of_presentation.push(relation(n + 5, "theme", "theme/theme1.xml"));
    package.add("ppt/_rels/presentation.xml.rels", relations(&of_presentation).as_bytes())?;
    package.add("ppt/presProps.xml", parts::properties().as_bytes())?;
    package.add("ppt/tableStyles.xml", parts::table_styles().as_bytes())?;
    masters(&mut package, &palette)?;
    for (place, page) in document.pages.iter().enumerate() {
        let number = place + 1;
        let shapes = slide::shapes(document, page, &palette);
        package.add(&format!("ppt/slides/slide{number}.xml"), parts::slide(&shapes).as_bytes())?;
        let layout = if matches!(page.body, Body::Title) { 1 } else { 2 };
        let of_slide = [
            relation(1, "slideLayout", &format!("../slideLayouts/slideLayout{layout}.xml")),
            relation(2, "notesSlide", &format!("../notesSlides/notesSlide{number}.xml")),
        ];
        package.add(&format!("ppt/slides/_rels/slide{number}.xml.rels"), relations(&of_slide).as_bytes())?;
        let said = notes::page(&speaker_notes(page), document.language);
        package.add(&format!("ppt/notesSlides/notesSlide{number}.xml"), said.as_bytes())?;
        let of_notes = [
            relation(1, "notesMaster", "../notesMasters/notesMaster1.xml"),
            relation(2, "slide", &format!("../slides/slide{number}.xml")),
        ];
        let name = format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels");
        package.add(&name, relations(&of_notes).as_bytes())?;
    }
    package.finish()
}

fn masters(package: &mut Package, palette: &Palette) -> Result<(), Failure> {
    package.add("ppt/theme/theme1.xml", theme::theme(palette).as_bytes())?;
    package.add("ppt/theme/theme2.xml", theme::theme(palette).as_bytes())?;
    package.add("ppt/slideMasters/slideMaster1.xml", master::master().as_bytes())?;
    let of_master = [
        relation(1, "slideLayout", "../slideLayouts/slideLayout1.xml"),
        relation(2, "slideLayout", "../slideLayouts/slideLayout2.xml"),
        relation(3, "theme", "../theme/theme1.xml"),
    ];
    package.add("ppt/slideMasters/_rels/slideMaster1.xml.rels", relations(&of_master).as_bytes())?;
    let of_layout = [relation(1, "slideMaster", "../slideMasters/slideMaster1.xml")];
    let layouts = [master::title_layout(), master::content_layout()];
    for (place, layout) in layouts.iter().enumerate() {
        let number = place + 1;
        package.add(&format!("ppt/slideLayouts/slideLayout{number}.xml"), layout.as_bytes())?;
        let name = format!("ppt/slideLayouts/_rels/slideLayout{number}.xml.rels");
        package.add(&name, relations(&of_layout).as_bytes())?;
    }
    package.add("ppt/notesMasters/notesMaster1.xml", notes::master().as_bytes())?;
    let of_notes = [relation(1, "theme", "../theme/theme2.xml")];
    package.add("ppt/notesMasters/_rels/notesMaster1.xml.rels", relations(&of_notes).as_bytes())
}

fn relation(number: usize, kind: &'static str, target: &str) -> (String, &'static str, String) {
    (format!("rId{number}"), kind, target.to_owned())
}

fn types(n: usize) -> Vec<(String, &'static str)> {
    let mut types: Vec<(String, &'static str)> = vec![
        ("ppt/presentation.xml".to_owned(), "officedocument.presentationml.presentation.main"),
        ("ppt/presProps.xml".to_owned(), "officedocument.presentationml.presProps"),
        ("ppt/tableStyles.xml".to_owned(), "officedocument.presentationml.tableStyles"),
        ("ppt/slideMasters/slideMaster1.xml".to_owned(), "officedocument.presentationml.slideMaster"),
        ("ppt/slideLayouts/slideLayout1.xml".to_owned(), "officedocument.presentationml.slideLayout"),
        ("ppt/slideLayouts/slideLayout2.xml".to_owned(), "officedocument.presentationml.slideLayout"),
        ("ppt/notesMasters/notesMaster1.xml".to_owned(), "officedocument.presentationml.notesMaster"),
        ("ppt/theme/theme1.xml".to_owned(), "officedocument.theme"),
        ("ppt/theme/theme2.xml".to_owned(), "officedocument.theme"),
        ("docProps/core.xml".to_owned(), "package.core-properties"),
        ("docProps/app.xml".to_owned(), "officedocument.extended-properties"),
    ];
    for number in 1..=n {
        types.push((format!("ppt/slides/slide{number}.xml"), "officedocument.presentationml.slide"));
        types.push((
            format!("ppt/notesSlides/notesSlide{number}.xml"),
            "officedocument.presentationml.notesSlide",
        ));
    }
    types
}
