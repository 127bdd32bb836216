//! Times the answers that rest on the many-facet Rasch model, on the figure-skating data where they lie beside the
//! project: `cargo run --release -p evenhand-analysis --example drift_bench`.
#![allow(clippy::unwrap_used, reason = "a measurement fails by panicking")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::ops::ControlFlow;
use std::time::Instant;

use evenhand_analysis::{Computed, Session};
use evenhand_protocol::{Filter, Marks, Question};
use support::skating::skating;

fn main() {
    let Some(table) = skating() else { return };
    let mut session = Session::new(table);
    for question in [Question::Evaluators, Question::Drift(Marks::DEFAULT), Question::Facets] {
        let started = Instant::now();
        let mut stretch = Instant::now();
        let mut told = 0;
        loop {
            let computed = session
                .compute(question, &Filter::default(), &mut |_| {
                    told += 1;
                    ControlFlow::Continue(())
                })
                .unwrap();
            println!("  stretch of {:.3} s", stretch.elapsed().as_secs_f64());
            stretch = Instant::now();
            if computed == Computed::Wholly {
                break;
            }
        }
        println!("{question:?}: {:.3} s, progress told {told} times", started.elapsed().as_secs_f64());
    }
}
