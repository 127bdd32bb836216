//! All scores under one many-facet Rasch model: measures, interactions, unexpected scores, the use of the scale.
//!
//! The tables are those of Facets (Linacre): 9 to 13 for interactions, 4 for unexpected ratings, 7 for
//! measures, 8 for categories.

mod findings;
mod interactions;
mod leverage;
mod measures;
mod scales;
mod unexpected;

use std::ops::ControlFlow;

use evenhand_protocol::{Facets, FacetsAnswer, FitConvergence};

use crate::Design;
use crate::progress::{Cancelled, Progress};
use crate::rasch::Measured;

/// Of the whole work: what the fit takes.
const FIT: f64 = 0.8;

/// Measures, interactions, unexpected scores and categories of the selected scores.
pub fn facets(design: &Design) -> FacetsAnswer {
    loop {
        // Nobody listens, so nobody cancels.
        let mut nobody = |_| ControlFlow::Continue(());
        if let Ok(answer) = told(design, &mut Progress::whole(&mut nobody)) {
            return answer;
        }
    }
}

/// The same, telling how far it is.
///
/// # Errors
/// [`Cancelled`].
pub(crate) fn told(design: &Design, progress: &mut Progress<'_, '_>) -> Result<FacetsAnswer, Cancelled> {
    let measured = design.measured(&mut progress.part(0.0, FIT))?;
    progress.report(FIT)?;
    let facets = measured.map(|measured| of_model(design, measured)).into();
    let findings = findings::findings(&facets);
    Ok(FacetsAnswer { facets, findings })
}

fn of_model(design: &Design, measured: &Measured) -> Facets {
    let convergence = measured.fit.convergence;
    Facets {
        n_scores: measured.rows.len() as u32,
        scale: design.scale(),
        categories: measured.categories.summary,
        convergence: FitConvergence {
            iterations: convergence.iterations as u32,
            largest_residual: convergence.largest_residual,
            largest_change: convergence.largest_change,
        },
        measures: measures::measures(design, measured),
        interactions: interactions::tables(design, measured),
        unexpected: unexpected::scores(design, measured),
        scales: scales::scales(design, measured),
    }
}
