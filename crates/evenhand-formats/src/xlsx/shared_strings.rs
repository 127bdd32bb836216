use std::io::BufRead;

use quick_xml::events::Event;

use super::value::unescape;
use crate::error::Result;
use crate::grid::{Piece, Strings};
use crate::xml::Xml;

/// The strings that cells refer to by number.
pub(super) fn read<R: BufRead>(xml: &mut Xml<R>, strings: &mut Strings) -> Result<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    while let Some(event) = xml.next()? {
        if matches!(&event, Event::Start(start) if start.local_name().as_ref() == "si") {
            text.clear();
            rich_text(xml, "si", &mut text)?;
            pieces.push(strings.add(&unescape(&text))?);
        }
    }
    Ok(pieces)
}

/// The text in an element: its runs one after the other, without phonetic hints.
pub(super) fn rich_text<R: BufRead>(xml: &mut Xml<R>, element: &str, text: &mut String) -> Result<()> {
    let mut depth = 1_u32;
    while depth > 0 {
        let is = |name: &str, event: &Event<'_>| matches!(event, Event::Start(start) if start.local_name().as_ref() == name);
        match xml.within(element)? {
            event if is("t", &event) => xml.text("t", text)?,
            event if is("rPh", &event) => xml.skip("rPh")?,
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    Ok(())
}
