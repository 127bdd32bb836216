use evenhand_protocol::InteractionTable;

use crate::{Language, count, number, p_value};

/// How many pairs of a kind depart, what the test of all together says, and how much surer the model would have been.
pub fn interaction_line(language: Language, table: &InteractionTable) -> String {
    let (beyond, all) = (count(table.n_beyond_chance), count(table.n_terms));
    let (chi, df) = (number(table.chi_squared, 1), number(table.df, 0));
    let widened = number(table.dependence, 2);
    let p = table.p.map(p_value);
    match language {
        Language::En => {
            let p = p.map_or_else(String::new, |p| format!(", {p}"));
            format!(
                "{beyond} of {all} pairs depart beyond chance. All pairs together: chi-square {chi} on {df} degrees of freedom{p}. Variances are widened by {widened}, since scores that belong together go together."
            )
        }
        Language::Zh => {
            let p = p.map_or_else(String::new, |p| format!("，{p}"));
            format!(
                "{all}对组合中有{beyond}对超出随机波动。全部组合合并检验：卡方{chi}，自由度{df}{p}。彼此关联的评分会同向变动，方差已放大至{widened}倍。"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;
    use evenhand_protocol::InteractionWith;

    #[test]
    fn the_line_is_a_sentence() {
        let table = InteractionTable {
            with: InteractionWith::Round,
            terms: Vec::new(),
            n_terms: 1_070,
            n_beyond_chance: 95,
            chi_squared: 2_485.24,
            df: 852.0,
            p: Some(1e-9),
            dependence: 1.01,
        };
        for language in Language::ALL {
            check(language, &interaction_line(language, &table));
        }
        assert!(interaction_line(Language::En, &table).starts_with(
            "95 of 1,070 pairs depart beyond chance. All pairs together: chi-square 2,485.2 on 852"
        ));
    }
}
