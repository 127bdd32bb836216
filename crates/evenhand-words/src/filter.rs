use evenhand_protocol::{EntityKind, Filter, FilterField};

use crate::{Language, Names, labelled};

/// The part of the data set that is looked at: "Rounds: R01, R02. Categories: Day centre."
pub fn filter(language: Language, filter: &Filter, names: &dyn Names) -> String {
    let separator = language.pick(", ", "、");
    let said = |field: FilterField| {
        let chosen = filter.of(field);
        let always = matches!(field, FilterField::Round | FilterField::Category);
        let name = |id: &String| match field {
            FilterField::Round => names.name(EntityKind::Round, id),
            _ => id.clone(),
        };
        match chosen.as_slice() {
            [] if always => Some(labelled(language, filter_field(language, field), all_of(language, field))),
            [] => None,
            some => {
                let some: Vec<String> = some.iter().map(name).collect();
                Some(labelled(language, filter_field(language, field), &some.join(separator)))
            }
        }
    };
    let said: Vec<String> = FilterField::ALL.into_iter().filter_map(said).collect();
    match language {
        Language::En => format!("{}.", said.join(". ")),
        Language::Zh => format!("{}。", said.join("；")),
    }
}

/// What a filter chooses by.
pub fn filter_field(language: Language, field: FilterField) -> &'static str {
    let nav = &language.words().nav;
    match field {
        FilterField::Round => nav.filter_round,
        FilterField::Category => nav.filter_category,
        FilterField::Dimension => nav.filter_dimension,
        FilterField::Source => nav.filter_source,
        FilterField::Group => nav.filter_group,
    }
}

/// What is said where a filter leaves nothing out.
pub fn all_of(language: Language, field: FilterField) -> &'static str {
    let nav = &language.words().nav;
    match field {
        FilterField::Round => nav.all_rounds,
        FilterField::Category => nav.all_categories,
        FilterField::Dimension => nav.all_dimensions,
        FilterField::Source => nav.all_sources,
        FilterField::Group => nav.all_groups,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ids;

    #[test]
    fn a_filter_says_what_is_looked_at() {
        let nothing = Filter::default();
        assert_eq!(
            filter(Language::En, &nothing, &Ids),
            "Round: All rounds. Provider category: All categories."
        );
        let some = Filter {
            rounds: vec!["R01".to_owned(), "R02".to_owned()],
            categories: vec!["日间照料".to_owned()],
            ..Filter::default()
        };
        assert_eq!(filter(Language::Zh, &some, &Ids), "轮次：R01、R02；机构类别：日间照料。");
        let users = Filter { sources: vec!["users".to_owned()], ..Filter::default() };
        assert_eq!(
            filter(Language::En, &users, &Ids),
            "Round: All rounds. Provider category: All categories. Source: users."
        );
    }
}
