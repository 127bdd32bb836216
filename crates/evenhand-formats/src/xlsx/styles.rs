use std::collections::BTreeMap;

use quick_xml::events::Event;

use crate::archive::PartXml;
use crate::error::Result;
use crate::number_format::{is_builtin_date, is_date};
use crate::xml::{attribute, number};

/// Which styles show dates.
#[derive(Debug, Default)]
pub(super) struct Styles {
    dates: Vec<bool>,
}

impl Styles {
    /// Whether cells with this style show a date.
    pub fn is_date(&self, style: usize) -> bool {
        self.dates.get(style).copied().unwrap_or(false)
    }

    pub fn read(xml: &mut PartXml<'_>) -> Result<Self> {
        let mut formats: BTreeMap<u32, bool> = BTreeMap::new();
        let mut ids: Vec<u32> = Vec::new();
        let mut in_cell_formats = false;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(start) => match start.local_name().as_ref() {
                    "numFmt" => {
                        let code = attribute(&start, "formatCode")?.unwrap_or_default();
                        if let Some(id) = number(&start, "numFmtId")? {
                            formats.insert(id, is_date(&code));
                        }
                    }
                    "cellXfs" => in_cell_formats = true,
                    "xf" if in_cell_formats => ids.push(number(&start, "numFmtId")?.unwrap_or(0)),
                    _ => {}
                },
                Event::End(end) if end.local_name().as_ref() == "cellXfs" => in_cell_formats = false,
                _ => {}
            }
        }
        let builtin = |id: u32| u16::try_from(id).is_ok_and(is_builtin_date);
        let date = |id: u32| formats.get(&id).copied().unwrap_or_else(|| builtin(id));
        Ok(Self { dates: ids.into_iter().map(date).collect() })
    }
}
