use evenhand_protocol::Topic;

/// A chart of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chart {
    /// Its name, as on the page.
    pub name: &'static str,
    /// Whose answer it shows; none where it shows data quality.
    pub topic: Option<Topic>,
    /// The kinds of findings that it is evidence for.
    pub findings: &'static [&'static str],
}

const fn of(name: &'static str, topic: Topic, findings: &'static [&'static str]) -> Chart {
    Chart { name, topic: Some(topic), findings }
}

/// Every chart that can be pinned.
pub const CHARTS: &[Chart] = &[
    of("rounds", Topic::Overview, &[]),
    of("links", Topic::Overview, &["not_linked"]),
    of("severity", Topic::Evaluators, &["severity_extreme", "severity_count"]),
    of("drift", Topic::Evaluators, &["evaluator_drift", "drift_count"]),
    of("agreement-by-round", Topic::Evaluators, &["agreement_level", "agreement_lowest"]),
    of("affiliation", Topic::Evaluators, &["affiliation_difference"]),
    of("agreement-by-indicator", Topic::Agreement, &[]),
    of("agreement-by-dimension", Topic::Agreement, &[]),
    of("agreement-by-qualification", Topic::Agreement, &["agreement_differs"]),
    of("agreement-by-group", Topic::Agreement, &["agreement_differs"]),
    of("agreement-pairs", Topic::Agreement, &["pairs_doubtful"]),
    of("effects", Topic::Effects, &["rating_effects_count", "rating_effects"]),
    of("drift-multiples", Topic::Drift, &["drift_consequences", "drift_engines"]),
    of("control-multiples", Topic::Drift, &[]),
    of("indicator-multiples", Topic::Drift, &["indicators_drift"]),
    of("wright-map", Topic::Drift, &[]),
    of("category-curves", Topic::Facets, &["categories_disordered"]),
    of("conflicts", Topic::Conflicts, &["conflict_difference", "conflict_count", "conflict_evaluator"]),
    of("change-split", Topic::Turnover, &["change_split"]),
    of("panel-flow", Topic::Turnover, &["panel_turnover", "newcomer_severity"]),
    of("panel-network", Topic::Turnover, &["panels_apart"]),
    of("evaluator-track", Topic::Scorecards, &["advised"]),
    of("indicator-track", Topic::Drift, &[]),
    of("round-severities", Topic::Evaluators, &[]),
    of("reliability-by-round", Topic::Indicators, &["reliability_level"]),
    of("item-rest", Topic::Indicators, &["weak_indicator", "no_weak_indicator", "indicators_alike"]),
    of("difficulty", Topic::Indicators, &[]),
    of("floor-ceiling", Topic::Indicators, &["ceiling_or_floor"]),
    of("weights", Topic::Structure, &["weight_differs"]),
    of("indicator-correlations", Topic::Structure, &["redundant_indicators"]),
    of("scree", Topic::Structure, &["several_dimensions"]),
    of("consistency", Topic::Structure, &[]),
    of("variance", Topic::Generalizability, &["variance_sources"]),
    of("dependability", Topic::Generalizability, &["enough_evaluators"]),
    of("linear-severity", Topic::Generalizability, &[]),
    of("league", Topic::Providers, &["leader", "separation"]),
    of("change", Topic::Providers, &["change_count", "provider_changed"]),
    of("funnel", Topic::Standing, &["funnel_outliers"]),
    Chart { name: "missing-indicators", topic: None, findings: &[] },
    Chart { name: "missing-evaluators", topic: None, findings: &[] },
];

/// Tables of the pages, and the chart whose numbers they hold.
pub const TABLES: &[(&str, &str)] = &[
    ("evaluators", "severity"),
    ("agreement", "agreement-by-round"),
    ("reliability", "reliability-by-round"),
    ("indicators", "item-rest"),
    ("item-details", "item-rest"),
    ("providers", "league"),
    ("change-splits", "change-split"),
    ("panel-rounds", "panel-flow"),
    ("drift-evaluators", "drift-multiples"),
    ("drift-indicators", "indicator-multiples"),
    ("categories", "category-curves"),
    ("conflict-evaluators", "conflicts"),
];

/// The chart of a name.
pub(crate) fn chart(name: &str) -> Option<&'static Chart> {
    CHARTS.iter().find(|chart| chart.name == name)
}

/// The chart whose numbers a table holds: of that name, or the one it stands beside. The table behind a chart is called
/// `table-` and the chart's name on the page.
pub(crate) fn chart_of_table(name: &str) -> &str {
    let name = name.strip_prefix("table-").unwrap_or(name);
    TABLES.iter().find(|(table, _)| *table == name).map_or(name, |(_, chart)| chart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_a_chart() {
        for (table, name) in TABLES {
            assert!(chart(name).is_some(), "{table}: {name}");
            assert_eq!(chart_of_table(table), *name);
        }
        assert_eq!(chart_of_table("table-league"), "league");
    }
}
