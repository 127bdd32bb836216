/// What can be pinned by its name on the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pinnable {
    /// Its name.
    pub name: &'static str,
    /// The names of what a reader chooses for it ([`super::Choice`]).
    pub choices: &'static [&'static str],
}

const fn plain(name: &'static str) -> Pinnable {
    Pinnable { name, choices: &[] }
}

const fn with(name: &'static str, choices: &'static [&'static str]) -> Pinnable {
    Pinnable { name, choices }
}

/// The charts.
pub const PINNED_CHARTS: &[Pinnable] = &[
    plain("rounds"),
    plain("links"),
    plain("severity"),
    plain("drift"),
    plain("agreement-by-round"),
    plain("affiliation"),
    plain("agreement-by-indicator"),
    plain("agreement-by-dimension"),
    plain("agreement-by-qualification"),
    plain("agreement-by-group"),
    plain("agreement-pairs"),
    plain("effects"),
    plain("drift-multiples"),
    plain("control-multiples"),
    plain("indicator-multiples"),
    plain("wright-map"),
    plain("category-curves"),
    with("conflicts", &["kind"]),
    plain("change-split"),
    plain("panel-flow"),
    with("panel-network", &["in"]),
    with("evaluator-track", &["evaluator"]),
    with("indicator-track", &["indicator"]),
    with("round-severities", &["in"]),
    plain("reliability-by-round"),
    plain("item-rest"),
    plain("difficulty"),
    plain("floor-ceiling"),
    plain("weights"),
    plain("indicator-correlations"),
    plain("scree"),
    with("consistency", &["unit"]),
    plain("variance"),
    with("dependability", &["object", "design", "indicators", "coefficient", "target"]),
    plain("linear-severity"),
    with("league", &["in"]),
    with("change", &["in"]),
    with("funnel", &["in"]),
    plain("missing-indicators"),
    plain("missing-evaluators"),
];

/// The tables that stand on the pages by themselves; those behind charts come with their charts.
pub const PINNED_TABLES: &[Pinnable] = &[
    plain("rounds"),
    plain("evaluators"),
    plain("agreement"),
    plain("agreement-differences"),
    with("coefficients", &["part"]),
    plain("effects"),
    with("effects-by-round", &["effect"]),
    plain("drift-evaluators"),
    plain("drift-providers"),
    plain("drift-indicators"),
    plain("drift-links"),
    with("facet-measures", &["facet"]),
    with("facet-summary", &["facet"]),
    plain("interactions-round"),
    plain("interactions-indicator"),
    plain("interactions-category"),
    plain("unexpected-scores"),
    plain("categories"),
    with("conflict-evaluators", &["kind"]),
    with("conflict-providers", &["kind"]),
    plain("change-splits"),
    plain("panel-rounds"),
    plain("evaluator-groups"),
    plain("scorecards"),
    plain("reliability"),
    plain("indicators"),
    plain("item-details"),
    with("indicator-own-way", &["indicator"]),
    with("providers", &["in"]),
    with("standing", &["in"]),
    with("what-if", &["in", "weights"]),
    with("voices", &["in", "share"]),
    with("provider-rounds", &["provider"]),
    with("round-members", &["in"]),
    with("round-change", &["in"]),
    with("round-ends", &["in"]),
];

/// The key figures.
pub const PINNED_FIGURES: &[Pinnable] = &[
    plain("icc-a-1-overall"),
    plain("icc-c-1-overall"),
    plain("icc-a-k-overall"),
    plain("icc-c-k-overall"),
    plain("agreement-icc-a1"),
    plain("agreement-icc-ak"),
    plain("agreement-alpha-interval"),
    plain("affiliation-same"),
    plain("affiliation-other"),
    plain("affiliation-difference"),
    with("conflict-tied", &["kind"]),
    with("conflict-other", &["kind"]),
    with("conflict-difference", &["kind"]),
    plain("newcomer-severity"),
    plain("newcomer-scatter"),
    plain("alpha-overall"),
    plain("alpha-standardised-overall"),
    plain("sem-overall"),
    with("round-mean", &["in"]),
    with("separated-share", &["in"]),
];
