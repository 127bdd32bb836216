//! Fitting the model, with what is asked of every fit.

use std::ops::ControlFlow;

use evenhand_protocol::Reason;
use evenhand_stats::{
    BiasCorrection, RaschData, RaschErrors, RaschFit, RaschOptions, ScaleModel, Undefined, Unobserved, rasch,
};

use super::Categories;
use crate::convert::reason;
use crate::progress::{Cancelled, Progress};

/// More scores than this take too long and too much memory beside everything else.
pub(crate) const MOST_SCORES: usize = 2_000_000;

/// How many iterations are half of a fit, as far as one can tell beforehand.
const HALF: f64 = 4.0;

/// The options of every fit: thresholds shared where ranges are, bias corrected, empty categories kept as steps.
pub(crate) fn options(categories: &Categories, errors: RaschErrors) -> RaschOptions {
    let by_indicator = categories.summary.by_indicator;
    RaschOptions {
        model: if by_indicator { ScaleModel::PartialCredit { facet: 2 } } else { ScaleModel::RatingScale },
        unobserved: Unobserved::Keep,
        bias_correction: BiasCorrection::Shrink,
        errors,
        // Measures are shown with two decimals; the last digits of a sparse design take most of the time.
        score_tolerance: 0.01,
        logit_tolerance: 1e-4,
        ..RaschOptions::default()
    }
}

/// Fits the model and tells how far it is.
///
/// # Errors
/// [`Cancelled`]; inside of it what the model says, and `NotConverged`.
pub(crate) fn fitted(
    data: &RaschData<'_>,
    options: &RaschOptions,
    progress: &mut Progress<'_, '_>,
) -> Result<Result<RaschFit, Reason>, Cancelled> {
    let mut told = 0;
    let fit = rasch(data, options, &mut |now| {
        // A fit reports before every product of its equations; iterations are enough for whoever waits.
        let iterations = now.convergence.iterations;
        if iterations == told {
            return ControlFlow::Continue(());
        }
        told = iterations;
        let iterations = iterations as f64;
        match progress.report(iterations / (iterations + HALF)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(Cancelled) => ControlFlow::Break(()),
        }
    });
    match fit {
        Ok(fit) if fit.convergence.converged => Ok(Ok(fit)),
        Ok(_) => Ok(Err(Reason::NotConverged)),
        Err(Undefined::Cancelled) => Err(Cancelled),
        Err(undefined) => Ok(Err(reason(&undefined))),
    }
}
