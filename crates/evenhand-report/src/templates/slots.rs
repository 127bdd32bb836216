//! The places of each template, in order.

use evenhand_protocol::{Template, Topic};

use crate::catalogue::chart;

/// A place of a template.
#[derive(Debug, Clone, Copy)]
pub(super) enum Slot {
    Title,
    Summary,
    /// The chart with most to say; the first where none has a finding. Left out where none can be drawn.
    Best(&'static [&'static str]),
    /// This chart, with why it cannot be drawn where it cannot.
    Chart(&'static str),
    Caveats(&'static [Topic]),
}

impl Slot {
    pub(super) fn topics(self) -> Vec<Topic> {
        let of = |name: &&str| chart(name).and_then(|chart| chart.topic);
        match self {
            Self::Title => Vec::new(),
            Self::Summary => vec![Topic::Evaluators, Topic::Indicators, Topic::Providers],
            Self::Best(names) => names.iter().filter_map(of).collect(),
            Self::Chart(name) => of(&name).into_iter().collect(),
            Self::Caveats(topics) => topics.to_vec(),
        }
    }
}

/// The places of a template.
pub(super) fn slots(template: Template) -> &'static [Slot] {
    match template {
        Template::Stakeholders => &[
            Slot::Title,
            Slot::Summary,
            Slot::Chart("league"),
            Slot::Chart("change"),
            Slot::Chart("agreement-by-round"),
            Slot::Best(&["drift-multiples", "severity", "affiliation"]),
            Slot::Best(&["item-rest", "reliability-by-round", "floor-ceiling"]),
            Slot::Caveats(&[Topic::Evaluators, Topic::Indicators, Topic::Providers]),
        ],
        Template::Training => &[
            Slot::Title,
            Slot::Chart("severity"),
            Slot::Best(&["drift-multiples", "drift"]),
            Slot::Chart("effects"),
            Slot::Chart("agreement-by-indicator"),
            Slot::Best(&["category-curves"]),
            Slot::Best(&["conflicts", "affiliation"]),
            Slot::Caveats(&[Topic::Evaluators, Topic::Effects, Topic::Scorecards]),
        ],
        Template::Providers => &[
            Slot::Title,
            Slot::Chart("league"),
            Slot::Chart("change"),
            Slot::Chart("funnel"),
            Slot::Best(&["floor-ceiling", "difficulty"]),
            Slot::Best(&["weights", "item-rest"]),
            Slot::Chart("agreement-by-round"),
            Slot::Caveats(&[Topic::Providers, Topic::Standing]),
        ],
        Template::Annual => &[
            Slot::Title,
            Slot::Summary,
            Slot::Chart("rounds"),
            Slot::Chart("links"),
            Slot::Chart("agreement-by-round"),
            Slot::Chart("severity"),
            Slot::Best(&["drift-multiples", "drift"]),
            Slot::Best(&["panel-flow"]),
            Slot::Best(&["change-split"]),
            Slot::Chart("reliability-by-round"),
            Slot::Best(&["item-rest", "floor-ceiling"]),
            Slot::Chart("difficulty"),
            Slot::Chart("league"),
            Slot::Chart("change"),
            Slot::Caveats(&[Topic::Evaluators, Topic::Indicators, Topic::Providers, Topic::Turnover]),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_name_charts_that_are_there() {
        for template in Template::ALL {
            for slot in slots(template) {
                let names = match slot {
                    Slot::Best(names) => names.to_vec(),
                    Slot::Chart(name) => vec![*name],
                    _ => continue,
                };
                for name in names {
                    assert!(chart(name).is_some(), "{name}");
                }
            }
        }
        assert_eq!(slots(Template::Stakeholders).len(), 8, "a meeting has eight slides");
    }
}
