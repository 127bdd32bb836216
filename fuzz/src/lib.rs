//! What all fuzz targets share: small limits, and an allocator that aborts where more memory is taken than the input
//! and the limits explain.

use std::alloc::{GlobalAlloc, Layout, System};
use std::io::{Cursor, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

use evenhand_formats::{Limits, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Bytes that a file may decompress to and its sheets may have as text.
const MAX_BYTES: u64 = 4 << 20;

/// Memory that is allowed whatever the size of the input: the limit several times over (what is decompressed, the
/// text, cells of 16 bytes, a vector that doubles), decoders' windows, and the fuzzer's own buffers.
const BASE: usize = 160 << 20;

/// How many times its size an input may take.
const FACTOR: usize = 20;

struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static ALLOWED: AtomicUsize = AtomicUsize::new(usize::MAX);

// The system's allocator does the work; only sizes are added up here.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let before = IN_USE.fetch_add(layout.size(), Ordering::Relaxed);
        if before.saturating_add(layout.size()) > ALLOWED.load(Ordering::Relaxed) {
            // Not a panic: that would allocate.
            std::process::abort();
        }
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Runs something while memory is bounded by the size of the input.
pub fn bounded<T>(input: usize, run: impl FnOnce() -> T) -> T {
    let allowed = IN_USE.load(Ordering::Relaxed) + BASE + FACTOR * input;
    ALLOWED.store(allowed, Ordering::Relaxed);
    let result = run();
    ALLOWED.store(usize::MAX, Ordering::Relaxed);
    result
}

/// Reads a file of this name. Whether it can be read does not matter, but what is read must hold what is promised.
pub fn check(name: &str, bytes: &[u8]) {
    let limits = Limits { max_bytes: MAX_BYTES, max_sheets: 100, ..Limits::default() };
    let input = bytes.to_vec();
    let contents = bounded(bytes.len(), || read(name, input, &limits));
    for sheet in contents.into_iter().flat_map(|contents| contents.sheets) {
        assert!(sheet.text.content.len() as u64 <= MAX_BYTES);
        assert!(sheet.hidden_rows.is_sorted() && sheet.hidden_columns.is_sorted());
    }
}

/// A zip file of members that are not compressed, so that what a target changes is what a parser sees.
pub fn stored(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in members {
        writer.start_file(*name, options).expect("writing to memory");
        writer.write_all(bytes).expect("writing to memory");
    }
    writer.finish().expect("writing to memory").into_inner()
}

/// The parts of an input that stand between bytes 0xFF, which XML does not have.
pub fn parts(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    data.split(|byte| *byte == 0xFF).chain(std::iter::repeat(b"".as_slice()))
}
