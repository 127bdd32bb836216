//! Tables that can be pinned, and as what.

use std::sync::Arc;

use evenhand_protocol::Pinned;

use crate::state::Router;

/// What is pinned when the button is pressed.
pub type Pinning = Arc<dyn Fn() -> Pinned + Send + Sync>;

/// The tables of the pages that a briefing can show, by their names; those behind charts come with their charts.
const TABLES: [&str; 23] = [
    "agreement",
    "agreement-differences",
    "categories",
    "change-splits",
    "conflict-evaluators",
    "conflict-providers",
    "drift-evaluators",
    "drift-indicators",
    "drift-links",
    "drift-providers",
    "evaluator-groups",
    "evaluators",
    "indicators",
    "interactions-category",
    "interactions-indicator",
    "interactions-round",
    "item-details",
    "panel-rounds",
    "providers",
    "reliability",
    "scorecards",
    "standing",
    "unexpected-scores",
];

/// The table of a name, of the round in the address where it is of one; nothing where a briefing has no place for it.
pub fn pinned_table(name: &str, router: Router) -> Option<Pinning> {
    let name = TABLES.into_iter().find(|known| *known == name)?;
    Some(Arc::new(move || {
        let of_round = matches!(name, "providers" | "standing");
        let round = of_round.then(|| router.choice("in")).flatten();
        let choice = round.map(|round| ("in".to_owned(), round)).into_iter().collect();
        Pinned::Table { name: name.to_owned(), choice }
    }))
}
