//! Fitting a many-facet Rasch model.

use super::check::check;
use super::constraints::Constraints;
use super::convergence::RaschConvergence;
use super::curve::Curve;
use super::data::RaschData;
use super::element::RaschElement;
use super::elements::elements;
use super::extreme_measures::measure_extremes;
use super::extremes::{Trimmed, trim};
use super::joint_errors::joint_variances;
use super::model::Model;
use super::newton::maximise;
use super::options::{BiasCorrection, RaschErrors, RaschOptions};
use super::progress::{RaschListener, RaschProgress, Reporter};
use super::rows::Rows;
use super::start::start;
use super::subsets::Subsets;
use crate::undefined::Undefined;

/// A fitted many-facet Rasch model.
#[derive(Debug, Clone)]
pub struct RaschFit {
    /// The elements of every facet, in the order of their codes.
    pub facets: Vec<Vec<RaschElement>>,
    /// For every facet the number of subsets whose elements can be compared only within them; 1 where all can.
    pub n_subsets: Vec<usize>,
    /// How the estimation ended; a fit that did not converge is not to be used.
    pub convergence: RaschConvergence,
    /// The log-likelihood of the ratings that took part in the calibration.
    pub log_likelihood: f64,
    /// The number of ratings that took part.
    pub n_calibrated: usize,
    /// The number of measures and thresholds that were estimated freely.
    pub n_parameters: usize,
    pub(super) model: Model,
    pub(super) rows: Rows,
    /// The parameters of maximum likelihood, by which ratings are predicted.
    pub(super) parameters: Vec<f64>,
    pub(super) curves: Vec<Curve>,
    /// What the measures were multiplied by to correct their bias.
    pub(super) shrink: f64,
}

/// Everything that is known before measures are given out.
pub(super) struct Estimated {
    pub(super) model: Model,
    pub(super) rows: Rows,
    pub(super) trimmed: Trimmed,
    pub(super) parameters: Vec<f64>,
    pub(super) curves: Vec<Curve>,
    /// The information on every element with all others known.
    pub(super) information: Vec<f64>,
    pub(super) joint_variances: Option<Vec<f64>>,
    pub(super) subsets: Subsets,
    pub(super) shrink: f64,
}

/// Fits `log(P(k) / P(k-1)) = sum of sign * measure over the facets - threshold(k)` by joint maximum likelihood.
///
/// Any design is allowed: elements may meet in any combinations, and missing ratings are rows that are not there.
/// Elements all of whose ratings are the lowest or the highest are set aside, and measured in the end at a score moved
/// inward by [`RaschOptions::extreme_adjustment`]. Facets are centred at 0 over their calibrated elements, but for the
/// noncentred one and those with anchors; thresholds sum to 0. Elements that cannot be compared are in different subsets:
/// nothing links them, or nothing but ratings that the model expects with certainty, so that their distance is infinite.
///
/// `listener` hears of the progress and can end the fit; `|_| ControlFlow::Continue(())` does nothing.
///
/// Sources: Linacre (1989), Many-Facet Rasch Measurement; Wright & Masters (1982), Rating Scale Analysis. All parameters
/// are moved at once rather than in turn; the solution is the same, since the likelihood has one maximum.
///
/// # Errors
/// `TooFewUnits` for fewer than two ratings; `NotComplete` if columns differ in length or a code is out of range;
/// `InvalidWeights`; `InvalidParameter` for an option or an anchor out of range, anchors in the noncentred facet, or a
/// bias correction or joint errors together with anchors that exclude them; `TooLarge` for more than 256 categories, or
/// for joint errors of a design that is; `NoVariance` if every rating belongs to an extreme element; `Cancelled` if the
/// listener ends the fit.
pub fn rasch(
    data: &RaschData<'_>,
    options: &RaschOptions,
    listener: &mut RaschListener<'_>,
) -> Result<RaschFit, Undefined> {
    check(data, options)?;
    let anchored = data.facets.iter().any(|facet| !facet.anchors.is_empty());
    let grouped = data.facets.iter().any(|facet| facet.groups.is_some());
    if (options.bias_correction == BiasCorrection::Shrink && (anchored || grouped))
        || (options.errors == RaschErrors::Joint && grouped)
    {
        return Err(Undefined::InvalidParameter);
    }
    let group_of = super::options::scale_codes(options, data);
    let mut trimmed = trim(data, group_of, super::options::n_scales(options, data))?;
    let model = Model::new(data, options, &trimmed);
    let rows = Rows::new(data, &model, &trimmed);
    let constraints = Constraints::new(data, options, &trimmed, &model);
    let start = start(data, options, &model, &rows, &constraints);
    let solution = maximise(&model, &rows, &constraints, start, options, listener)?;
    let now = RaschProgress { convergence: solution.convergence, max_iterations: options.max_iterations };
    let mut reporter = Reporter { listener, now };
    let calibrated: Vec<bool> =
        trimmed.status.iter().flatten().map(|status| status.is_calibrated()).collect();
    let telling = rows.only(&solution.evaluation.telling(&model, &rows));
    let linking = telling.as_ref().unwrap_or(&rows);
    let subsets =
        Subsets::find(&model, linking, &constraints, &calibrated, anchored || grouped, || reporter.report())?;
    let mut parameters = solution.parameters;
    let curves = model.curves(&parameters);
    let diagonal = &solution.evaluation.diagonal;
    let linked = subsets.n.iter().all(|n| *n < 2);
    let joint_variances = if options.errors == RaschErrors::Joint && linked {
        let noncentred = options.noncentred;
        Some(joint_variances(&model, &rows, &constraints, &curves, &parameters, diagonal, noncentred)?)
    } else {
        None
    };
    let adjustment = options.extreme_adjustment;
    let mut information = measure_extremes(data, &model, &curves, &mut trimmed, &mut parameters, adjustment);
    information.iter_mut().zip(diagonal).for_each(|(own, calibrated)| *own += calibrated);
    let n_parameters = constraints.n_free();
    let shrink = match options.bias_correction {
        BiasCorrection::None => 1.0,
        BiasCorrection::Shrink => 1.0 - n_parameters as f64 / rows.len() as f64,
    };
    let estimated =
        Estimated { model, rows, trimmed, parameters, curves, information, joint_variances, subsets, shrink };
    Ok(RaschFit {
        facets: elements(data, &estimated),
        n_subsets: estimated.subsets.n,
        convergence: solution.convergence,
        log_likelihood: solution.evaluation.log_likelihood,
        n_calibrated: estimated.rows.len(),
        n_parameters,
        model: estimated.model,
        rows: estimated.rows,
        parameters: estimated.parameters,
        curves: estimated.curves,
        shrink,
    })
}
