//! Models of a selection that several answers share.

use std::cell::OnceCell;

use evenhand_protocol::Reason;

use crate::drift::Engine;
use crate::providers::Adjustment;
use crate::purified::Purified;
use crate::rasch::Measured;

/// The models fitted so far.
#[derive(Debug, Default)]
pub(crate) struct Fitted {
    /// The model of drift, which the answers about evaluators and providers share.
    pub(crate) purified: OnceCell<Result<Purified, Reason>>,
    /// What that model says of every evaluator's drift, which all answers that speak of it share.
    pub(crate) linear_drift: OnceCell<Result<Engine, Reason>>,
    /// The model of the providers' composites, which the league tables and the standing share.
    pub(crate) adjustment: OnceCell<Adjustment>,
    /// The many-facet Rasch model, which the answers about drift and facets share.
    pub(crate) measured: OnceCell<Result<Measured, Reason>>,
}
