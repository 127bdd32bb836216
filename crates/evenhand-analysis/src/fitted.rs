//! Models of a selection that several answers share.

use std::cell::OnceCell;

use evenhand_protocol::Reason;

use crate::providers::Adjustment;
use crate::purified::Purified;
use crate::rasch::Measured;

/// The models fitted so far.
#[derive(Debug, Default)]
pub(crate) struct Fitted {
    /// The model of drift, which the answers about evaluators and providers share.
    pub(crate) purified: OnceCell<Result<Purified, Reason>>,
    /// The model of the providers' composites, which the league tables and the standing share.
    pub(crate) adjustment: OnceCell<Adjustment>,
    /// The many-facet Rasch model, which the answers about drift and facets share.
    pub(crate) measured: OnceCell<Result<Measured, Reason>>,
}
