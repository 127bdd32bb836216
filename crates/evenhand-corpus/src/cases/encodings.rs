//! The same text in every encoding.

use super::{LONG, scaled};
use crate::case::{Case, File, Result};
use crate::write::{gb18030, utf16_be, utf16_le, zipped};

/// [`LONG`]'s first round with Chinese headers and ids.
const CHINESE: &str = "轮次,机构,指标,评估员,得分\n\
    第一轮,阳光社工,态度,张三,7\n第一轮,阳光社工,态度,李四,8\n\
    第一轮,晨曦中心,态度,张三,5\n第一轮,晨曦中心,态度,李四,6.5\n";

/// Characters that GBK lacks and GB18030 writes with four bytes.
const RARE: &str = "轮次,机构,指标,评估员,得分\n\
    第一轮,𠮷祥社,态度,㐂一,7\n第一轮,𠮷祥社,态度,李四,8\n";

pub fn cases() -> Result<Vec<Case>> {
    let scales = || File::new("指标.csv", gb18030("指标,最低分,最高分\n态度,0,10\n"));
    let with_scales = |name, file, bytes| Case::new(name, vec![File::new(file, bytes), scales()]);
    let unmarked: Vec<u8> = LONG.encode_utf16().flat_map(u16::to_le_bytes).collect();
    Ok(vec![
        scaled("utf-8 with a byte-order mark", "scores.csv", format!("\u{feff}{LONG}")),
        scaled("utf-16, low byte first", "scores.csv", utf16_le(LONG)),
        scaled("utf-16, high byte first", "scores.csv", utf16_be(LONG)),
        scaled(
            "utf-16 with tabs, as Excel saves Unicode text",
            "scores.txt",
            utf16_le(&LONG.replace(',', "\t")),
        ),
        scaled("utf-16 without a mark", "scores.csv", unmarked),
        with_scales("gb18030", "得分.csv", gb18030(CHINESE)),
        with_scales("gb18030 with four-byte characters", "得分.csv", gb18030(RARE)),
        Case::one("gbk names in a zip", "数据.zip", gbk_names(&gb18030(CHINESE))?),
    ])
}

/// A zip whose member is called 得分.csv in GBK, as Windows writes it: the writer's name of as many bytes is replaced.
fn gbk_names(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut zip = zipped(&[
        File::new("@@@@.csv", bytes),
        File::new("indicators.csv", "indicator,min,max\n态度,0,10\n"),
    ])?;
    let name = gb18030("得分");
    let places: Vec<usize> = (0..zip.len()).filter(|place| zip[*place..].starts_with(b"@@@@")).collect();
    for place in places {
        zip[place..place + name.len()].copy_from_slice(&name);
    }
    Ok(zip)
}
