//! Parquet and Arrow, written by the reference implementations for Rust.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DurationSecondArray, Int64Array, ListArray, RecordBatch, StringArray};
use arrow_ipc::CompressionType;
use evenhand_formats::{FormatErrorKind, Limits, TextForm, read};
use parquet::basic::{BrotliLevel, Compression, Encoding, GzipLevel, ZstdLevel};
use parquet::file::properties::WriterVersion;
use support::{
    BATCH, arrow_file, arrow_stream, batch, failure, limits, parquet, parquet_of_deltas, sheets, text,
};

#[test]
fn every_codec_of_parquet_is_read() {
    let codecs = [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::GZIP(GzipLevel::default()),
        Compression::BROTLI(BrotliLevel::default()),
        Compression::ZSTD(ZstdLevel::default()),
        Compression::LZ4_RAW,
    ];
    for codec in codecs {
        for version in [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0] {
            assert_eq!(text("a.parquet", parquet(&batch(), codec, version)), BATCH, "{codec:?} {version:?}");
        }
    }
    for encoding in [Encoding::DELTA_LENGTH_BYTE_ARRAY, Encoding::DELTA_BYTE_ARRAY] {
        assert_eq!(text("a.parquet", parquet_of_deltas(&batch(), encoding)), BATCH);
    }
    let error = failure("a.parquet", parquet(&batch(), Compression::LZ4, WriterVersion::PARQUET_1_0));
    assert_eq!(error.kind, FormatErrorKind::UnsupportedCodec { codec: "lz4 (Hadoop)".to_owned() });
    assert_eq!(error.column.as_deref(), Some("text"));
}

#[test]
fn arrow_files_and_streams_are_read() {
    let sheet = sheets("a.arrow", arrow_stream(&batch())).remove(0);
    assert_eq!(sheet.text.content, BATCH);
    assert_eq!(sheet.text.form, TextForm::Delimited);
    let (_, rows) = BATCH.split_once('\n').unwrap();
    for compression in [None, Some(CompressionType::LZ4_FRAME)] {
        assert_eq!(text("a.feather", arrow_file(&batch(), compression)), format!("{BATCH}{rows}"));
    }
    let error = failure("a.arrow", arrow_file(&batch(), Some(CompressionType::ZSTD)));
    assert_eq!(error.kind, FormatErrorKind::UnsupportedCodec { codec: "zstd".to_owned() });
}

#[test]
fn columns_without_text_are_named() {
    let list = ListArray::from_iter_primitive::<Int32Type, _, _>([Some([Some(1)])]);
    let columns: [(&str, ArrayRef); 2] =
        [("round", Arc::new(Int64Array::from(vec![1]))), ("scores", Arc::new(list))];
    let nested = RecordBatch::try_from_iter(columns).unwrap();
    let duration: [(&str, ArrayRef); 1] = [("scores", Arc::new(DurationSecondArray::from(vec![1])))];
    let duration = RecordBatch::try_from_iter(duration).unwrap();
    for bytes in [
        arrow_stream(&nested),
        arrow_stream(&duration),
        parquet(&nested, Compression::SNAPPY, WriterVersion::PARQUET_1_0),
    ] {
        let error = failure("a", bytes);
        assert!(matches!(error.kind, FormatErrorKind::Nested { .. }), "{error}");
        assert_eq!(error.column.as_deref(), Some("scores"));
    }
}

#[test]
fn many_equal_rows_stop_at_the_limit() {
    let columns: [(&str, ArrayRef); 1] = [("a", Arc::new(Int64Array::from(vec![1; 2_000_000])))];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let bytes = parquet(&batch, Compression::ZSTD(ZstdLevel::default()), WriterVersion::PARQUET_1_0);
    assert!(bytes.len() < 100_000, "{}", bytes.len());
    let error = read("a", bytes.clone(), &Limits { max_bytes: 1 << 20, ..limits() }).unwrap_err();
    assert!(matches!(error.kind, FormatErrorKind::TooLarge { .. }), "{error}");
    assert_eq!(text("a", bytes).lines().count(), 2_000_001);
}

#[test]
fn cut_files_are_corrupt() {
    for bytes in [parquet(&batch(), Compression::SNAPPY, WriterVersion::PARQUET_1_0), arrow_stream(&batch())]
    {
        for len in [9, bytes.len() / 2, bytes.len() - 9] {
            let error = failure("a", bytes[..len].to_vec());
            assert!(matches!(error.kind, FormatErrorKind::Corrupt { .. }), "{len} {error}");
        }
    }
}

#[test]
fn long_columns_are_read_in_every_encoding() {
    let rows = 0..5000_i64;
    let numbers: Vec<Option<i64>> =
        rows.clone().map(|row| (row % 7 > 0).then_some(row * row * (row % 5 - 2))).collect();
    let words: Vec<Option<String>> =
        rows.clone().map(|row| (row % 11 > 0).then(|| format!("word {}", row * row % 1000))).collect();
    let columns: [(&str, ArrayRef); 2] = [
        ("int", Arc::new(Int64Array::from(numbers.clone()))),
        ("text", Arc::new(StringArray::from(words.clone()))),
    ];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut expected = "int,text\n".to_owned();
    for (number, word) in numbers.iter().zip(&words) {
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        expected.push_str(&format!("{number},{}\n", word.as_deref().unwrap_or_default()));
    }
    for encoding in [Encoding::PLAIN, Encoding::DELTA_LENGTH_BYTE_ARRAY, Encoding::DELTA_BYTE_ARRAY] {
        assert_eq!(text("a.parquet", parquet_of_deltas(&batch, encoding)), expected);
    }
    for version in [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0] {
        assert_eq!(
            text("a.parquet", parquet(&batch, Compression::ZSTD(ZstdLevel::default()), version)),
            expected
        );
    }
}
