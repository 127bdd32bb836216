use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use crate::cell::{boolean, clock, number as number_text};
use crate::error::Result;
use crate::xml::{Xml, attribute, number, push_text};

/// Blanks that one `<text:s>` may stand for; a larger count is no text that somebody wrote.
const MAX_BLANKS: usize = 256;

/// What the start of a cell says.
pub(super) struct CellStart {
    /// How many times it is repeated to the right.
    pub columns: u32,
    /// Rows of the merged range that begins here.
    pub spans_rows: u32,
    /// Columns of the merged range that begins here.
    pub spans_columns: u32,
    value_type: String,
    value: Option<String>,
}

impl CellStart {
    pub fn of(start: &BytesStart<'_>) -> Result<Self> {
        let count = |name| Ok(number::<u32>(start, name)?.unwrap_or(1).max(1));
        let value_type = attribute(start, "value-type")?.unwrap_or_default().into_owned();
        let place = match value_type.as_str() {
            "date" => "date-value",
            "time" => "time-value",
            "boolean" => "boolean-value",
            "string" => "string-value",
            _ => "value",
        };
        Ok(Self {
            columns: count("number-columns-repeated")?,
            spans_rows: count("number-rows-spanned")?,
            spans_columns: count("number-columns-spanned")?,
            value: attribute(start, place)?.map(Cow::into_owned),
            value_type,
        })
    }

    /// Appends the paragraphs of the cell up to its end, without comments and drawings.
    pub fn read_text<R: BufRead>(&self, xml: &mut Xml<R>, text: &mut String) -> Result<()> {
        let mut paragraphs = 0_u32;
        loop {
            let is_paragraph = match xml.within("table-cell")? {
                Event::Start(start) => start.local_name().as_ref() == "p",
                Event::End(_) => return Ok(()),
                _ => continue,
            };
            if !is_paragraph {
                xml.skip("table-cell")?;
                continue;
            }
            if paragraphs > 0 {
                text.push('\n');
            }
            paragraphs += 1;
            paragraph(xml, text)?;
        }
    }

    /// The value as text: what the cell means, not how it is shown.
    pub fn value<'a>(&'a self, text: &'a str) -> Cow<'a, str> {
        let value = self.value.as_deref().map(str::trim);
        match (self.value_type.as_str(), value) {
            ("float" | "percentage" | "currency", Some(value)) => match value.parse::<f64>() {
                Ok(number) if number.is_finite() => number_text(number).into(),
                _ => value.into(),
            },
            ("boolean", Some(value)) => boolean(value == "true").into(),
            ("date", Some(value)) => value.strip_suffix("T00:00:00").unwrap_or(value).into(),
            ("time", Some(value)) => time(value).map_or(value.into(), Cow::Owned),
            ("string", Some(value)) => value.into(),
            _ => text.into(),
        }
    }
}

fn paragraph<R: BufRead>(xml: &mut Xml<R>, text: &mut String) -> Result<()> {
    let mut depth = 1_u32;
    while depth > 0 {
        let aside = match xml.within("p")? {
            Event::Start(start) => match start.local_name().as_ref() {
                "annotation" | "note" => true,
                name => {
                    match name {
                        "s" => {
                            let count: usize = number(&start, "c")?.unwrap_or(1);
                            text.extend(std::iter::repeat_n(' ', count.min(MAX_BLANKS)));
                        }
                        "tab" => text.push('\t'),
                        "line-break" => text.push('\n'),
                        _ => {}
                    }
                    depth += 1;
                    false
                }
            },
            Event::End(_) => {
                depth -= 1;
                false
            }
            event => {
                push_text(&event, text);
                false
            }
        };
        if aside {
            xml.skip("p")?;
        }
    }
    Ok(())
}

/// `PT18H30M05.5S` as a time of day; nothing for other durations.
fn time(value: &str) -> Option<String> {
    let rest = value.strip_prefix("PT")?;
    let (hours, rest) = rest.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.replace(',', ".");
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    let seconds: f64 = seconds.parse().ok()?;
    if !(0..24).contains(&hours) || !(0..60).contains(&minutes) || !(0.0..60.0).contains(&seconds) {
        return None;
    }
    let millis = (seconds * 1000.0).round() as i64;
    Some(clock((hours * 60 + minutes) * 60_000 + millis, 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_within_a_day_are_times() {
        for (value, expected) in [
            ("PT18H30M05S", Some("18:30:05")),
            ("PT00H00M00.5S", Some("00:00:00.5")),
            ("PT00H00M00,25S", Some("00:00:00.25")),
            ("PT30H00M00S", None),
            ("P1D", None),
            ("", None),
        ] {
            assert_eq!(time(value).as_deref(), expected, "{value}");
        }
    }
}
