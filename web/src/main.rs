//! The Evenhand dashboard.
fn main() {}
