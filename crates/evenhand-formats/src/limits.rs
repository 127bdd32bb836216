/// How much one file may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in all: everything that is decompressed, and the text of all sheets.
    pub max_bytes: u64,
    /// How many times its compressed size a compressed part may have.
    /// The first MiB of each part is free of this limit, because small files may be very regular.
    pub max_ratio: u32,
    /// Sheets of a file and files of an archive, in all.
    pub max_sheets: u32,
    /// Archives in archives; 1 is an archive that holds none. A workbook in an archive is no level.
    pub max_depth: u32,
}

impl Default for Limits {
    /// 1 GiB in a browser and 4 GiB elsewhere, 1000 times (deflate ends at 1032), 1000 sheets, 2 levels.
    fn default() -> Self {
        let max_bytes = if cfg!(target_pointer_width = "32") { 1 << 30 } else { 4 << 30 };
        Self { max_bytes, max_ratio: 1000, max_sheets: 1000, max_depth: 2 }
    }
}
