//! What the structures of a Parquet file are made of, as Apache Parquet defines them (parquet.thrift).

/// Types of the compact protocol.
pub(super) const TRUE: u8 = 1;
pub(super) const FALSE: u8 = 2;
pub(super) const BYTE: u8 = 3;
pub(super) const I16: u8 = 4;
const I32: u8 = 5;
pub(super) const I64: u8 = 6;
pub(super) const DOUBLE: u8 = 7;
pub(super) const BINARY: u8 = 8;
pub(super) const LIST: u8 = 9;
pub(super) const SET: u8 = 10;
pub(super) const MAP: u8 = 11;
pub(super) const STRUCT: u8 = 12;

/// The known fields of a structure by their number.
pub(super) type Fields = &'static [(i64, Known)];

/// What a known field is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Known {
    /// A truth value, whose type is its value.
    Flag,
    /// A number or bytes, by its type.
    Plain(u8),
    /// A structure.
    Of(Fields),
    /// A list of such elements.
    List(&'static Known),
}

const NUMBER: Known = Known::Plain(I32);
const LONG: Known = Known::Plain(I64);
const BYTES: Known = Known::Plain(BINARY);
const REAL: Known = Known::Plain(DOUBLE);
const TINY: Known = Known::Plain(BYTE);
const EMPTY: Known = Known::Of(&[]);

/// `PageHeader`.
pub(super) const PAGE_HEADER: Fields = &[
    (1, NUMBER),
    (2, NUMBER),
    (3, NUMBER),
    (4, NUMBER),
    (5, Known::Of(&[(1, NUMBER), (2, NUMBER), (3, NUMBER), (4, NUMBER), (5, Known::Of(STATISTICS))])),
    (6, EMPTY),
    (7, Known::Of(&[(1, NUMBER), (2, NUMBER), (3, Known::Flag)])),
    (8, Known::Of(DATA_PAGE_V2)),
];

const DATA_PAGE_V2: Fields = &[
    (1, NUMBER),
    (2, NUMBER),
    (3, NUMBER),
    (4, NUMBER),
    (5, NUMBER),
    (6, NUMBER),
    (7, Known::Flag),
    (8, Known::Of(STATISTICS)),
];

const STATISTICS: Fields = &[
    (1, BYTES),
    (2, BYTES),
    (3, LONG),
    (4, LONG),
    (5, BYTES),
    (6, BYTES),
    (7, Known::Flag),
    (8, Known::Flag),
    (9, LONG),
];

/// `FileMetaData`, without what only encrypted files have.
pub(super) const FOOTER: Fields = &[
    (1, NUMBER),
    (2, Known::List(&Known::Of(SCHEMA_ELEMENT))),
    (3, LONG),
    (4, Known::List(&Known::Of(ROW_GROUP))),
    (5, Known::List(&Known::Of(KEY_VALUE))),
    (6, BYTES),
    (7, Known::List(&Known::Of(&[(1, EMPTY), (2, EMPTY)]))),
];

const KEY_VALUE: Fields = &[(1, BYTES), (2, BYTES)];

const SCHEMA_ELEMENT: Fields = &[
    (1, NUMBER),
    (2, NUMBER),
    (3, NUMBER),
    (4, BYTES),
    (5, NUMBER),
    (6, NUMBER),
    (7, NUMBER),
    (8, NUMBER),
    (9, NUMBER),
    (10, Known::Of(LOGICAL_TYPE)),
];

const LOGICAL_TYPE: Fields = &[
    (1, EMPTY),
    (2, EMPTY),
    (3, EMPTY),
    (4, EMPTY),
    (5, Known::Of(&[(1, NUMBER), (2, NUMBER)])),
    (6, EMPTY),
    (7, Known::Of(TIME)),
    (8, Known::Of(TIME)),
    (10, Known::Of(&[(1, TINY), (2, Known::Flag)])),
    (11, EMPTY),
    (12, EMPTY),
    (13, EMPTY),
    (14, EMPTY),
    (15, EMPTY),
    (16, Known::Of(&[(1, TINY)])),
    (17, Known::Of(&[(1, BYTES)])),
    (18, Known::Of(&[(1, BYTES), (2, NUMBER)])),
    (19, EMPTY),
];

const TIME: Fields = &[(1, Known::Flag), (2, Known::Of(&[(1, EMPTY), (2, EMPTY), (3, EMPTY)]))];

const ROW_GROUP: Fields = &[
    (1, Known::List(&Known::Of(COLUMN_CHUNK))),
    (2, LONG),
    (3, LONG),
    (4, Known::List(&Known::Of(&[(1, NUMBER), (2, Known::Flag), (3, Known::Flag)]))),
    (5, LONG),
    (6, LONG),
    (7, Known::Plain(I16)),
];

const COLUMN_CHUNK: Fields = &[
    (1, BYTES),
    (2, LONG),
    (3, Known::Of(COLUMN)),
    (4, LONG),
    (5, NUMBER),
    (6, LONG),
    (7, NUMBER),
    (9, BYTES),
];

const COLUMN: Fields = &[
    (1, NUMBER),
    (2, Known::List(&NUMBER)),
    (3, Known::List(&BYTES)),
    (4, NUMBER),
    (5, LONG),
    (6, LONG),
    (7, LONG),
    (8, Known::List(&Known::Of(KEY_VALUE))),
    (9, LONG),
    (10, LONG),
    (11, LONG),
    (12, Known::Of(STATISTICS)),
    (13, Known::List(&Known::Of(&[(1, NUMBER), (2, NUMBER), (3, NUMBER)]))),
    (14, LONG),
    (15, NUMBER),
    (16, Known::Of(&[(1, LONG), (2, Known::List(&LONG)), (3, Known::List(&LONG))])),
    (17, Known::Of(&[(1, Known::Of(BOX)), (2, Known::List(&NUMBER))])),
];

const BOX: Fields = &[(1, REAL), (2, REAL), (3, REAL), (4, REAL), (5, REAL), (6, REAL), (7, REAL), (8, REAL)];
