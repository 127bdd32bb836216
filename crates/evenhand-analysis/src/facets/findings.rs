//! What to say about single scores.

use evenhand_protocol::{
    CategoryScale, EntityKind, EntityRef, Facets, Finding, FindingKind, InteractionTable, Outcome, Page,
    Recoding,
};

use crate::ALPHA;

/// Findings, most consequential first: the surest interaction of every kind, how many there are, scales whose steps are
/// not used in order, unexpected scores, and what was done to the scores before.
pub(super) fn findings(facets: &Outcome<Facets>) -> Vec<Finding> {
    let Outcome::Known(facets) = facets else { return Vec::new() };
    let mut findings = Vec::new();
    for table in &facets.interactions {
        findings.extend(extreme(facets, table));
        findings.push(finding(
            30.0,
            FindingKind::InteractionCount {
                with: table.with,
                n_beyond_chance: table.n_beyond_chance,
                n: table.n_terms,
            },
        ));
    }
    findings.extend(facets.scales.iter().filter_map(disordered).map(|kind| finding(25.0, kind)));
    let unexpected = &facets.unexpected;
    findings.push(finding(
        20.0,
        FindingKind::UnexpectedCount {
            n: unexpected.n,
            n_scores: facets.n_scores,
            n_by_chance: unexpected.share_by_chance * f64::from(facets.n_scores),
            least: unexpected.least,
        },
    ));
    if facets.categories.recoding != Recoding::None {
        findings.push(finding(10.0, FindingKind::ScoresRecoded { categories: facets.categories }));
    }
    findings.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    findings
}

fn finding(weight: f64, kind: FindingKind) -> Finding {
    Finding { kind, page: Page::Evaluators, subject: None, weight }
}

/// The surest interaction of a kind, if it is beyond chance.
fn extreme(facets: &Facets, table: &InteractionTable) -> Option<Finding> {
    let surest = table.terms.first().filter(|term| term.p_adjusted.is_some_and(|p| p < ALPHA))?;
    let kind = FindingKind::InteractionExtreme {
        with: table.with,
        evaluator: surest.evaluator.clone(),
        element: surest.with.clone(),
        points: surest.points,
        scale: facets.scale,
        size: surest.size,
        interval: surest.interval,
        n_scores: surest.n_scores,
    };
    let subject = Some(EntityRef { kind: EntityKind::Evaluator, id: surest.evaluator.clone() });
    Some(Finding { subject, ..finding(40.0, kind) })
}

/// A scale with categories that are nowhere the most probable one.
fn disordered(scale: &CategoryScale) -> Option<FindingKind> {
    let n_never = scale.categories.iter().filter(|category| !category.is_modal).count() as u32;
    (n_never > 0).then(|| FindingKind::CategoriesDisordered {
        indicator: scale.indicator.clone(),
        n_never,
        n: scale.categories.len() as u32,
    })
}
