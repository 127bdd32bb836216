//! Tells the reader which step runs, and how long each one took.

use std::time::{Duration, Instant};

use crate::failure::Result;

/// Numbered steps with their elapsed times.
pub struct Steps {
    done: usize,
    total: usize,
}

impl Steps {
    /// A run of `total` steps.
    pub fn new(total: usize) -> Self {
        Self { done: 0, total }
    }

    /// Announces a step, does it, and reports its time.
    pub fn run<T>(&mut self, title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.done += 1;
        println!("[{}/{}] {title}", self.done, self.total);
        let started = Instant::now();
        let outcome = work();
        let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
        println!("      {verdict} in {}", elapsed(started.elapsed()));
        outcome
    }
}

/// Prints a remark that belongs to the running step.
pub fn note(remark: &str) {
    println!("      {remark}");
}

/// Writes a duration for a reader: `0.4 s`, `12 s`, `3 min 05 s`.
pub fn elapsed(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 9.95 {
        format!("{seconds:.1} s")
    } else if seconds < 59.5 {
        format!("{seconds:.0} s")
    } else {
        let whole = seconds.round();
        format!("{:.0} min {:02.0} s", (whole / 60.0).floor(), whole % 60.0)
    }
}

/// Writes a size in bytes for a reader: `512 B`, `61.3 kB`, `14.52 MB`.
pub fn size(bytes: u64) -> String {
    let bytes_f = bytes as f64;
    if bytes < 1000 {
        format!("{bytes} B")
    } else if bytes < 1_000_000 {
        format!("{:.1} kB", bytes_f / 1e3)
    } else {
        format!("{:.2} MB", bytes_f / 1e6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_naturally() {
        let cases =
            [(0.04, "0.0 s"), (3.21, "3.2 s"), (42.4, "42 s"), (59.6, "1 min 00 s"), (185.0, "3 min 05 s")];
        for (seconds, expected) in cases {
            assert_eq!(elapsed(Duration::from_secs_f64(seconds)), expected);
        }
    }

    #[test]
    fn sizes_read_naturally() {
        for (bytes, expected) in [(512, "512 B"), (61_300, "61.3 kB"), (14_520_000, "14.52 MB")] {
            assert_eq!(size(bytes), expected);
        }
    }
}
