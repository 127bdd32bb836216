use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::error::{FormatError, Result};

/// An object whose members keep their order and their text.
pub(super) struct Object<'a> {
    pub members: Vec<(String, &'a RawValue)>,
}

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(Members)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Object<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Object<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Object { members })
    }
}

/// What kind of value it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
    Scalar,
}

impl Kind {
    pub fn of(value: &RawValue) -> Self {
        match value.get().as_bytes().first() {
            Some(b'{') => Self::Object,
            Some(b'[') => Self::Array,
            _ => Self::Scalar,
        }
    }
}

/// The members of an object.
pub(super) fn object(value: &RawValue) -> Result<Object<'_>> {
    serde_json::from_str(value.get()).map_err(FormatError::corrupt)
}

/// The values of an array.
pub(super) fn array(value: &RawValue) -> Result<Vec<&RawValue>> {
    serde_json::from_str(value.get()).map_err(FormatError::corrupt)
}

/// The text of a value that is no object and no array: nothing for `null`, a number as it is written.
pub(super) fn scalar(value: &RawValue) -> Result<std::borrow::Cow<'_, str>> {
    let written = value.get();
    Ok(match written {
        "null" => "".into(),
        "true" => "TRUE".into(),
        "false" => "FALSE".into(),
        _ if written.starts_with('"') => {
            serde_json::from_str::<String>(written).map_err(FormatError::corrupt)?.into()
        }
        _ => written.into(),
    })
}
