//! Broken files give errors, not panics: valid files of every format, changed at random with a fixed seed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::io::{Cursor, Write};
use std::panic::catch_unwind;

use evenhand_formats::{Limits, read};
use parquet::basic::{Compression, Encoding, GzipLevel, ZstdLevel};
use parquet::file::properties::WriterVersion;
use support::{arrow_file, arrow_stream, batch, gzipped, ods, parquet, parquet_of_deltas, xlsx, zipped};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Variants of every seed, unless `EVENHAND_VARIANTS` says how many.
const VARIANTS: u64 = 500;

/// PCG without permutation (Knuth's MMIX constants): enough for choosing bytes.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }
}

fn mutated(seed: &[u8], random: &mut Random) -> Vec<u8> {
    const NUMBERS: [u32; 8] = [0, 1, 0x7F, 0xFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF];
    let mut bytes = seed.to_vec();
    for _ in 0..=random.below(4) {
        if bytes.is_empty() {
            break;
        }
        let place = random.below(bytes.len());
        let end = (place + 1 + random.below(8)).min(bytes.len());
        match random.below(7) {
            0 | 1 => bytes[place] ^= 1 << random.below(8),
            2 => bytes[place] = random.below(256) as u8,
            3 => {
                let number = NUMBERS[random.below(NUMBERS.len())].to_le_bytes();
                bytes[place..].iter_mut().zip(number).for_each(|(byte, new)| *byte = new);
            }
            4 => drop(bytes.drain(place..end)),
            5 => {
                let copy = bytes[place..end].to_vec();
                let to = random.below(bytes.len());
                drop(bytes.splice(to..to, copy));
            }
            _ if random.below(8) == 0 => bytes.truncate(place),
            _ => bytes[place] = bytes[place].wrapping_add(1),
        }
    }
    bytes
}

#[track_caller]
fn check(name: &str, seed: &[u8], around: impl Fn(Vec<u8>) -> Vec<u8>) {
    let limits = Limits { max_bytes: 1 << 20, ..Limits::default() };
    assert!(read(name, around(seed.to_vec()), &limits).is_ok(), "{name} is not valid itself");
    let variants = std::env::var("EVENHAND_VARIANTS").ok().and_then(|variants| variants.parse().ok());
    let mut panics = Vec::new();
    for variant in 0..variants.unwrap_or(VARIANTS) {
        let bytes = around(mutated(seed, &mut Random(variant)));
        if catch_unwind(|| drop(read(name, bytes, &limits))).is_err() {
            panics.push(variant);
        }
    }
    assert!(panics.is_empty(), "{name}: these variants panic: {panics:?}");
}

/// The members of a zip file, each of which can then be changed alone.
fn check_members(name: &str, package: &[u8]) {
    let mut archive = ZipArchive::new(Cursor::new(package.to_vec())).unwrap();
    let mut members: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        std::io::copy(&mut file, &mut bytes).unwrap();
        members.push((file.name().unwrap().into_owned(), bytes));
    }
    for (changed, (member, seed)) in members.iter().enumerate() {
        if !member.contains("xl/") && !member.contains("content") && !member.contains(".rels") {
            continue;
        }
        check(name, seed, |bytes| {
            let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
            for (index, (member, original)) in members.iter().enumerate() {
                writer.start_file(member.as_str(), options).unwrap();
                writer.write_all(if index == changed { &bytes } else { original }).unwrap();
            }
            writer.finish().unwrap().into_inner()
        });
    }
}

#[test]
fn xlsx_files() {
    check("a.xlsx", &xlsx(), |bytes| bytes);
}

#[test]
fn parts_of_xlsx_files() {
    check_members("a.xlsx", &xlsx());
}

#[test]
fn xls_files() {
    check("a.xls", include_bytes!("corpus/kinds.xls"), |bytes| bytes);
    check("a.xls", include_bytes!("corpus/long.xls"), |bytes| bytes);
}

#[test]
fn ods_files() {
    let table = r#"<table:table table:name="a"><table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="2">
<table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="4.50"/>
<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>a<text:s text:c="3"/></text:p></table:table-cell>
<table:table-cell office:value-type="time" office:time-value="PT18H30M00S"/></table:table-row></table:table>"#;
    check_members("a.ods", &ods(table));
}

#[test]
fn parquet_files() {
    for codec in [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::GZIP(GzipLevel::default()),
        Compression::ZSTD(ZstdLevel::default()),
        Compression::LZ4_RAW,
        Compression::BROTLI(parquet::basic::BrotliLevel::default()),
    ] {
        for version in [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0] {
            check("a.parquet", &parquet(&batch(), codec, version), |bytes| bytes);
        }
    }
}

#[test]
fn parquet_files_of_deltas() {
    for encoding in [Encoding::PLAIN, Encoding::DELTA_LENGTH_BYTE_ARRAY, Encoding::DELTA_BYTE_ARRAY] {
        check("a.parquet", &parquet_of_deltas(&batch(), encoding), |bytes| bytes);
    }
}

#[test]
fn arrow_files() {
    check("a.arrow", &arrow_stream(&batch()), |bytes| bytes);
    check("a.arrow", &arrow_file(&batch(), Some(arrow_ipc::CompressionType::LZ4_FRAME)), |bytes| bytes);
}

#[test]
fn json_files() {
    check(
        "a.json",
        br#"[{"a":1.50,"b":{"c":"x\u00e9\n"},"d":null},{"a":true,"e":"\ud83d\ude00"}]"#,
        |bytes| bytes,
    );
    check("a.ndjson", b"{\"a\":1}\n{\"a\":2,\"b\":\"x\"}\n", |bytes| bytes);
}

#[test]
fn texts_and_archives() {
    check("a.csv", "机构,得分\n甲,\"4\n5\"\n".as_bytes(), |bytes| bytes);
    check("a.csv", b"\xBB\xFA\xB9\xB9,\xB5\xC3\xB7\xD6\n\xBC\xD7,4.5\n", |bytes| bytes);
    check("a.csv", b"\xFF\xFEa\0,\0\x3A\x67\n\0", |bytes| bytes);
    check("a.csv.gz", &gzipped(b"a,b\n1,2\n"), |bytes| bytes);
    check("a.zip", &zipped(&[("a.csv", b"a,b\n1,2\n"), ("b.json", b"[{\"a\":1}]")]), |bytes| bytes);
}
