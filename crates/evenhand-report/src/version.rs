/// The version that reports name.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");
