//! What all XML formats need of the XML reader.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::error::{FormatError, Result};

/// An XML document that is read event by event. An empty element gives a start and an end.
pub(crate) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    pub fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(source);
        reader.config_mut().expand_empty_elements = true;
        // Whether elements are closed is checked by those who read them; names need not be kept for it.
        reader.config_mut().check_end_names = false;
        Self { reader, buffer: Vec::new() }
    }

    /// The next event; nothing at the end of the document.
    ///
    /// # Errors
    /// `Corrupt` where it is no XML.
    pub fn next(&mut self) -> Result<Option<Event<'_>>> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Eof) => Ok(None),
            Ok(event) => Ok(Some(event)),
            Err(error) => Err(FormatError::corrupt(error)),
        }
    }

    /// The next event within an element.
    ///
    /// # Errors
    /// `Corrupt` where the document ends before the element does.
    pub fn within(&mut self, element: &str) -> Result<Event<'_>> {
        match self.next()? {
            Some(event) => Ok(event),
            None => Err(FormatError::corrupt(format!("<{element}> is not closed"))),
        }
    }

    /// Passes over everything up to the end of the element that has just begun.
    pub fn skip(&mut self, element: &str) -> Result<()> {
        let mut depth = 1_u32;
        while depth > 0 {
            match self.within(element)? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        Ok(())
    }

    /// Appends the text up to the end of the element that has just begun, without what is in elements inside.
    pub fn text(&mut self, element: &str, text: &mut String) -> Result<()> {
        let mut depth = 1_u32;
        while depth > 0 {
            match self.within(element)? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                event if depth == 1 => push_text(&event, text),
                _ => {}
            }
        }
        Ok(())
    }
}

/// Appends the characters of an event; nothing for events without characters.
pub(crate) fn push_text(event: &Event<'_>, text: &mut String) {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(reference) => push_reference(reference, text),
        _ => {}
    }
}

/// `&amp;`, `&#x4E2D;` and the like; an unknown reference is kept as it is written.
fn push_reference(reference: &BytesRef<'_>, text: &mut String) {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        text.push(c);
        return;
    }
    let name = reference.xml10_content();
    match name.as_ref() {
        "amp" => text.push('&'),
        "lt" => text.push('<'),
        "gt" => text.push('>'),
        "quot" => text.push('"'),
        "apos" => text.push('\''),
        _ => {
            text.push('&');
            text.push_str(&name);
            text.push(';');
        }
    }
}

/// The value of an attribute, by its name without prefix.
///
/// # Errors
/// `Corrupt` where the attributes are no XML.
pub(crate) fn attribute<'a>(start: &'a BytesStart<'_>, name: &str) -> Result<Option<Cow<'a, str>>> {
    // Duplicates are the writer's business; looking for them costs time on every element.
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(FormatError::corrupt)?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Explicit1_0);
            return value.map(Some).map_err(FormatError::corrupt);
        }
    }
    Ok(None)
}

/// Whether an attribute says yes.
pub(crate) fn flag(start: &BytesStart<'_>, name: &str) -> Result<bool> {
    Ok(matches!(attribute(start, name)?.as_deref(), Some("1" | "true" | "on")))
}

/// A number in an attribute; nothing where it is absent or no number.
pub(crate) fn number<T: std::str::FromStr>(start: &BytesStart<'_>, name: &str) -> Result<Option<T>> {
    Ok(attribute(start, name)?.and_then(|value| value.trim().parse().ok()))
}
