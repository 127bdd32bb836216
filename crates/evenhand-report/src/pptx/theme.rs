//! The theme: colours of the palette, and fonts for Latin and Chinese that office programs have.

use evenhand_charts::{Palette, Role};

use super::text::hex;
use crate::xml::DECLARATION;

/// The theme of slides and notes.
pub(super) fn theme(palette: &Palette) -> String {
    let colour = |name: &str, role: Role| {
        format!("<a:{name}><a:srgbClr val=\"{}\"/></a:{name}>", hex(palette.color(role)))
    };
    let mut colours = colour("dk1", Role::Ink);
    colours.push_str(&colour("lt1", Role::Surface));
    colours.push_str(&colour("dk2", Role::Muted));
    colours.push_str(&colour("lt2", Role::Grid));
    for place in 0..6u8 {
        colours.push_str(&colour(&format!("accent{}", place + 1), Role::Series(place)));
    }
    colours.push_str(&colour("hlink", Role::Accent));
    colours.push_str(&colour("folHlink", Role::Muted));
    let font = "<a:latin typeface=\"Calibri\"/><a:ea typeface=\"Microsoft YaHei\"/><a:cs typeface=\"\"/><a:font script=\"Hans\" typeface=\"Microsoft YaHei\"/>";
    let line = "<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>";
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    format!(
        "{DECLARATION}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Evenhand\"><a:themeElements><a:clrScheme name=\"Evenhand\">{colours}</a:clrScheme><a:fontScheme name=\"Evenhand\"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name=\"Evenhand\"><a:fillStyleLst>{fill}{fill}{fill}</a:fillStyleLst><a:lnStyleLst>{line}{line}{line}</a:lnStyleLst><a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}{fill}{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
}
