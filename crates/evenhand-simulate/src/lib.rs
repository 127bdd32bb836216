//! Seeded score tables with a known truth: sample data set, tests, benchmarks.
