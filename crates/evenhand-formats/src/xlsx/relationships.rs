use std::borrow::Cow;

use quick_xml::events::Event;

use crate::archive::Package;
use crate::budget::Budget;
use crate::error::Result;
use crate::xml::attribute;

/// What a part refers to.
pub(super) struct Relationship {
    pub id: String,
    /// The last part of its type: `worksheet`, `sharedStrings`; the rest differs between strict and transitional.
    pub kind: String,
    /// The path of the part in the package.
    pub target: String,
}

/// The relationships of a part; none where the part has no list of them.
pub(super) fn read(package: &mut Package, part: &str, budget: &mut Budget) -> Result<Vec<Relationship>> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let list =
        if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let found = package.read_part(&list, budget, |xml| {
        let mut found = Vec::new();
        while let Some(event) = xml.next()? {
            let Event::Start(start) = event else { continue };
            if start.local_name().as_ref() != "Relationship" {
                continue;
            }
            let text = |name| Ok(attribute(&start, name)?.map(Cow::into_owned).unwrap_or_default());
            let kind: String = text("Type")?;
            found.push(Relationship {
                id: text("Id")?,
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: path(folder, &text("Target")?),
            });
        }
        Ok(found)
    })?;
    Ok(found.unwrap_or_default())
}

/// A path in the package, from one relative to a folder.
fn path(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let (base, rest) = match target.strip_prefix('/') {
        Some(rest) => ("", rest),
        None => (folder, target.as_str()),
    };
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in rest.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_relative_to_their_part() {
        for (folder, target, expected) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/styles.xml", "xl/styles.xml"),
            ("xl/worksheets", "../comments.xml", "xl/comments.xml"),
            ("", "xl\\workbook.xml", "xl/workbook.xml"),
            ("", "../../a", "a"),
        ] {
            assert_eq!(path(folder, target), expected);
        }
    }
}
