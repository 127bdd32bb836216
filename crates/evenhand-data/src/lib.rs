//! Exports in, a checked ScoreTable out: the only crate that knows polars and file formats.
