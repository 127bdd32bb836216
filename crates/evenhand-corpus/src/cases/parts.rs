//! Archives of which a part cannot be read.

use super::{FIRST, LONG, SCALES};
use crate::case::{Case, File, Result};
use crate::grid::Sheet;
use crate::write::{gzipped, workbook, zipped};

pub fn cases() -> Result<Vec<Case>> {
    let scores = || File::new("scores.csv", LONG);
    let indicators = || File::new("indicators.csv", SCALES);
    let book = workbook(&[Sheet::of("Sheet1", FIRST)])?;
    let cut = &book[..book.len() / 2];
    let zip = |name, part: File| {
        zipped(&[scores(), part, indicators()]).map(|bytes| Case::one(name, "all.zip", bytes))
    };
    Ok(vec![
        zip("a zip with a picture", File::new("photo.png", b"\x89PNG\r\n\x1a\n".as_slice()))?,
        zip("a zip with a cut workbook", File::new("more.xlsx", cut))?,
        zip("a zip with a text that is none", File::new("notes/more.csv", b"a,b\n1,\0\n".as_slice()))?,
        zip("a zip with an empty file", File::new("empty.csv", ""))?,
        zip("a zip with notes", File::new("readme.txt", "Scores of the second half of the year.\n"))?,
        zip("a zip with a broken gzip", File::new("more.csv.gz", cut_gzip()?))?,
        zip("a zip with a table that lacks a column", File::new("more.csv", "provider,score\nP1,7\n"))?,
        damaged()?,
    ])
}

fn cut_gzip() -> Result<Vec<u8>> {
    let mut bytes = gzipped(LONG.as_bytes())?;
    bytes.truncate(bytes.len() / 2);
    Ok(bytes)
}

/// A zip in which the compressed bytes of the first member were damaged.
fn damaged() -> Result<Case> {
    let mut bytes = zipped(&[
        File::new("old.csv", LONG),
        File::new("scores.csv", LONG),
        File::new("indicators.csv", SCALES),
    ])?;
    // The first member's bytes start behind the local header, of 30 bytes and the name.
    let start = 30 + "old.csv".len();
    bytes[start + 20..start + 60].fill(0xff);
    Ok(Case::one("a zip with a damaged member", "all.zip", bytes))
}
