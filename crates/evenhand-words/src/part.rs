//! What a part of the scores is called.

use evenhand_protocol::{EntityKind, Part};

use crate::{Language, Names};

/// The name of a part: of a round or indicator by its label, of a dimension, qualification or group as given.
pub fn part(language: Language, part: &Part, names: &dyn Names) -> String {
    match part {
        Part::All => language.pick("All scores", "全部评分").to_owned(),
        Part::Round(id) => names.name(EntityKind::Round, id),
        Part::Indicator(id) => names.name(EntityKind::Indicator, id),
        Part::Dimension(name) | Part::Qualification(name) | Part::Group(name) => name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ids;

    #[test]
    fn parts_have_names() {
        assert_eq!(part(Language::En, &Part::All, &Ids), "All scores");
        assert_eq!(part(Language::Zh, &Part::All, &Ids), "全部评分");
        assert_eq!(part(Language::En, &Part::Round("R1".into()), &Ids), "R1");
        assert_eq!(part(Language::En, &Part::Group("senior".into()), &Ids), "senior");
    }
}
