//! The WebAssembly analytics module.
//!
//! Two doors to the same engine, and nothing but newtypes and conversions behind them:
//! - [`start_worker`]: the dashboard's engine in a web worker. It receives [`evenhand_protocol::ToEngine`] messages
//!   with `File` handles beside them and posts [`evenhand_protocol::FromEngine`] reports.
//! - [`Evenhand`]: the engine as a class for JavaScript and TypeScript programs, Node included; it takes bytes and
//!   returns plain objects.

mod convert;
mod engine;
mod files;
mod held;
mod module;
mod post;
mod worker;

pub use engine::Engine;
pub use module::Evenhand;
pub use worker::start_worker;
