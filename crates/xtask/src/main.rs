//! Build, serve, test, check and bench Evenhand.
fn main() {}
