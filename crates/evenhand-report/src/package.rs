//! Zip archives whose bytes depend on what is in them and on nothing else.
//!
//! Written by hand (PKWARE APPNOTE 6.3): compression by one pure-Rust encoder, so that no feature of another crate
//! chooses another, and the same time for every file, the first that the format knows.

use evenhand_protocol::Failure;

/// How hard the encoder tries, of 10.
const LEVEL: u8 = 6;
/// Version 2.0 of the format: folders and deflate.
const VERSION: u16 = 20;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
const DEFLATED: u16 = 8;
/// The first of January 1980, midnight.
const DATE: u16 = (1 << 5) | 1;

/// A growing archive.
#[derive(Default)]
pub(crate) struct Package {
    out: Vec<u8>,
    directory: Vec<u8>,
    n_files: u16,
}

impl Package {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    ///
    /// # Errors
    /// [`Failure::BadMessage`] where it is too large for the format (4 GB, 65,535 files).
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let packed = miniz_oxide::deflate::compress_to_vec(bytes, LEVEL);
        let length = |n: usize| u32::try_from(n).map_err(|_| too_large(name));
        let mut fields = Vec::new();
        for field in [VERSION, UTF8, DEFLATED, 0, DATE] {
            fields.extend(field.to_le_bytes());
        }
        for field in [crc(bytes), length(packed.len())?, length(bytes.len())?] {
            fields.extend(field.to_le_bytes());
        }
        fields.extend(u16::try_from(name.len()).map_err(|_| too_large(name))?.to_le_bytes());
        fields.extend(0_u16.to_le_bytes());
        let offset = length(self.out.len())?;
        self.out.extend(0x0403_4b50_u32.to_le_bytes());
        self.out.extend(&fields);
        self.out.extend(name.as_bytes());
        self.out.extend(packed);
        self.directory.extend(0x0201_4b50_u32.to_le_bytes());
        // Made by a program of the same version, on no system in particular.
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&fields);
        // No comment, first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.n_files = self.n_files.checked_add(1).ok_or_else(|| too_large(name))?;
        Ok(())
    }

    /// The archive.
    ///
    /// # Errors
    /// As [`Package::add`].
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, Failure> {
        let length = |n: usize| u32::try_from(n).map_err(|_| too_large("zip"));
        let (begin, size) = (length(self.out.len())?, length(self.directory.len())?);
        self.out.extend(&self.directory);
        self.out.extend(0x0605_4b50_u32.to_le_bytes());
        self.out.extend([0; 4]);
        self.out.extend(self.n_files.to_le_bytes());
        self.out.extend(self.n_files.to_le_bytes());
        self.out.extend(size.to_le_bytes());
        self.out.extend(begin.to_le_bytes());
        self.out.extend([0; 2]);
        Ok(self.out)
    }
}

fn too_large(name: &str) -> Failure {
    Failure::BadMessage(format!("{name} is too large for a zip archive"))
}

/// The checksum of the format: CRC-32 with the reversed polynomial 0xEDB88320.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(crc & 1)))
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        // The check value of CRC-32/ISO-HDLC.
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn other_readers_open_it() {
        let mut package = Package::new();
        package.add("a.txt", "one".repeat(500).as_bytes()).unwrap();
        package.add("folder/乙.txt", b"").unwrap();
        let bytes = package.finish().unwrap();
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        let text = |zip: &mut zip::ZipArchive<_>, name: &str| {
            std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
        };
        assert_eq!(text(&mut zip, "a.txt"), "one".repeat(500));
        assert_eq!(text(&mut zip, "folder/乙.txt"), "");
        assert!(bytes.len() < 400, "deflated: {}", bytes.len());
    }
}
