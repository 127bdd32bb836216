//! The engine in its worker, as the page sees it: requests out, reports in, and a new worker when one breaks.
//!
//! Nothing here knows of pages or signals; `state` turns reports into signals.

mod client;
mod recovery;
mod report;
mod transport;

pub use client::Client;
pub use report::{Incident, Report, Trouble};
