//! Compressed files and archives.

mod gzip;
mod member;
mod package;

pub(crate) use gzip::gunzip;
pub(crate) use member::is_passed_over;
pub(crate) use package::{Package, PackageKind, PartXml};
