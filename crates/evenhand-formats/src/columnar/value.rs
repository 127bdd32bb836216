use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, Float16Type,
    Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, Time32MillisecondType,
    Time32SecondType, Time64MicrosecondType, Time64NanosecondType, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrowPrimitiveType};
use arrow_schema::{DataType, TimeUnit};

use crate::cell::{boolean, clock, date_time, day_text};
use crate::error::{FormatError, FormatErrorKind, Result};

/// Whether cells of a type have a text.
///
/// # Errors
/// `Nested` for lists, records, durations and the like.
pub(super) fn check_type(data_type: &DataType) -> Result<()> {
    use DataType::{
        Binary, BinaryView, Boolean, Date32, Date64, Decimal32, Decimal64, Decimal128, Decimal256,
        Dictionary, LargeBinary, LargeUtf8, Null, Time32, Time64, Timestamp, Utf8, Utf8View,
    };
    match data_type {
        Null
        | Boolean
        | Utf8
        | LargeUtf8
        | Utf8View
        | Binary
        | LargeBinary
        | BinaryView
        | Date32
        | Date64
        | Time32(TimeUnit::Second | TimeUnit::Millisecond)
        | Time64(TimeUnit::Microsecond | TimeUnit::Nanosecond)
        | Timestamp(_, _)
        | Decimal32(_, _)
        | Decimal64(_, _)
        | Decimal128(_, _)
        | Decimal256(_, _) => Ok(()),
        Dictionary(keys, values)
            if keys.is_dictionary_key_type() && !matches!(**values, Dictionary(_, _)) =>
        {
            check_type(values)
        }
        other if other.is_integer() || other.is_floating() => Ok(()),
        other => Err(FormatError::new(FormatErrorKind::Nested { found: other.to_string() })),
    }
}

/// The text of one cell; nothing where it is null. Zone names are left out: a moment of a zone is in UTC.
///
/// # Errors
/// `Nested` for types without text, `Corrupt` for bytes that are not UTF-8.
pub(super) fn text(array: &dyn Array, row: usize) -> Result<Cow<'_, str>> {
    use DataType::{
        Binary, BinaryView, Boolean, Date32, Date64, Decimal32, Decimal64, Decimal128, Decimal256,
        Dictionary, Float16, Float32, Float64, Int8, Int16, Int32, Int64, LargeBinary, LargeUtf8, Null,
        Time32, Time64, Timestamp, UInt8, UInt16, UInt32, UInt64, Utf8, Utf8View,
    };
    if array.is_null(row) {
        return Ok("".into());
    }
    let owned = match array.data_type() {
        Null => return Ok("".into()),
        Utf8 => return Ok(array.as_string::<i32>().value(row).into()),
        LargeUtf8 => return Ok(array.as_string::<i64>().value(row).into()),
        Utf8View => return Ok(array.as_string_view().value(row).into()),
        Binary => return utf8(array.as_binary::<i32>().value(row)),
        LargeBinary => return utf8(array.as_binary::<i64>().value(row)),
        BinaryView => return utf8(array.as_binary_view().value(row)),
        Dictionary(_, _) => return of_dictionary(array, row),
        Boolean => boolean(array.as_boolean().value(row)).to_owned(),
        Int8 => primitive::<Int8Type>(array, row).to_string(),
        Int16 => primitive::<Int16Type>(array, row).to_string(),
        Int32 => primitive::<Int32Type>(array, row).to_string(),
        Int64 => primitive::<Int64Type>(array, row).to_string(),
        UInt8 => primitive::<UInt8Type>(array, row).to_string(),
        UInt16 => primitive::<UInt16Type>(array, row).to_string(),
        UInt32 => primitive::<UInt32Type>(array, row).to_string(),
        UInt64 => primitive::<UInt64Type>(array, row).to_string(),
        Float16 => single(primitive::<Float16Type>(array, row).to_f32()),
        Float32 => single(primitive::<Float32Type>(array, row)),
        Float64 => crate::cell::number(primitive::<Float64Type>(array, row)),
        Decimal32(_, _) => array.as_primitive::<Decimal32Type>().value_as_string(row),
        Decimal64(_, _) => array.as_primitive::<Decimal64Type>().value_as_string(row),
        Decimal128(_, _) => array.as_primitive::<Decimal128Type>().value_as_string(row),
        Decimal256(_, _) => array.as_primitive::<Decimal256Type>().value_as_string(row),
        Date32 => day_text(i64::from(primitive::<Date32Type>(array, row))),
        Date64 => moment(primitive::<Date64Type>(array, row), 3, false),
        Time32(TimeUnit::Second) => clock(i64::from(primitive::<Time32SecondType>(array, row)), 0),
        Time32(_) => clock(i64::from(primitive::<Time32MillisecondType>(array, row)), 3),
        Time64(TimeUnit::Microsecond) => clock(primitive::<Time64MicrosecondType>(array, row), 6),
        Time64(_) => clock(primitive::<Time64NanosecondType>(array, row), 9),
        Timestamp(unit, zone) => timestamp(array, row, *unit, zone.is_some()),
        other => return Err(FormatError::new(FormatErrorKind::Nested { found: other.to_string() })),
    };
    Ok(owned.into())
}

/// The array has this type, as its data type says.
fn primitive<T: ArrowPrimitiveType>(array: &dyn Array, row: usize) -> T::Native {
    array.as_primitive::<T>().value(row)
}

fn of_dictionary(array: &dyn Array, row: usize) -> Result<Cow<'_, str>> {
    let dictionary = array.as_any_dictionary();
    let keys = text(dictionary.keys(), row)?;
    let key: Option<usize> = keys.parse().ok();
    match key.filter(|key| *key < dictionary.values().len()) {
        Some(key) => text(dictionary.values().as_ref(), key),
        None => Err(FormatError::corrupt(format!("dictionary key {keys}"))),
    }
}

/// A number of single precision in the fewest digits that give it back as such.
fn single(value: f32) -> String {
    match value.abs() {
        0.0 => "0".to_owned(),
        1e-9..1e21 => value.to_string(),
        _ => format!("{value:e}"),
    }
}

fn timestamp(array: &dyn Array, row: usize, unit: TimeUnit, is_utc: bool) -> String {
    let (value, digits) = match unit {
        TimeUnit::Second => (primitive::<TimestampSecondType>(array, row), 0),
        TimeUnit::Millisecond => (primitive::<TimestampMillisecondType>(array, row), 3),
        TimeUnit::Microsecond => (primitive::<TimestampMicrosecondType>(array, row), 6),
        TimeUnit::Nanosecond => (primitive::<TimestampNanosecondType>(array, row), 9),
    };
    moment(value, digits, is_utc)
}

/// Units of 10^-`digits` seconds since 1970.
fn moment(value: i64, digits: u32, is_utc: bool) -> String {
    let units_per_day = 86_400 * 10_i64.pow(digits);
    let text = date_time(value.div_euclid(units_per_day), value.rem_euclid(units_per_day), digits);
    if is_utc && text.contains('T') { text + "Z" } else { text }
}

/// Older writers of Parquet do not say which bytes are text.
fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.into()),
        Err(_) => Err(FormatError::new(FormatErrorKind::Nested { found: "Binary".to_owned() })),
    }
}
