/// The note that explains a chart, by the chart's name.
pub fn note_of_chart(name: &str) -> Option<&'static str> {
    Some(match name {
        "severity" => "severity",
        "drift" | "drift-multiples" | "indicator-multiples" | "links" => "drift",
        "control-multiples" => "control-chart",
        "wright-map" => "rasch",
        "linear-severity" => "linear-severity",
        "agreement-by-round"
        | "agreement-by-indicator"
        | "agreement-by-dimension"
        | "agreement-by-qualification"
        | "agreement-by-group" => "icc",
        "agreement-pairs" => "categories",
        "effects" => "rating-effects",
        "affiliation" => "affiliation",
        "conflicts" => "conflicts",
        "change-split" | "panel-flow" | "panel-network" | "evaluator-groups" => "turnover",
        "evaluator-track" => "drift",
        "category-curves" => "interactions",
        "reliability-by-round" => "cronbach-alpha",
        "consistency" => "omega",
        "item-rest" | "difficulty" | "floor-ceiling" => "item-rest",
        "indicator-correlations" | "scree" | "weights" => "structure",
        "variance" => "variance-components",
        "dependability" => "d-study",
        "league" => "adjusted-composite",
        "change" => "change",
        "funnel" => "funnel",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::METHOD_GROUPS;

    #[test]
    fn charts_lead_to_notes() {
        for name in ["severity", "agreement-by-qualification", "wright-map", "scree", "funnel", "change"] {
            let id = note_of_chart(name).unwrap();
            assert!(METHOD_GROUPS.iter().flat_map(|group| group.notes).any(|note| note.id == id), "{id}");
        }
        assert_eq!(note_of_chart("no such chart"), None);
    }
}
