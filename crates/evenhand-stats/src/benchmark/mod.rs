//! Words for coefficients, given only as surely as the data allow.

mod membership;
mod scale;

pub use membership::{Benchmark, benchmark};
pub use scale::{BenchmarkScale, Grade, ScaleLevel};
