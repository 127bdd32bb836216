//! How much of a provider's change is the provider, and how much is who scored.

use evenhand_protocol::{Change, EntityKind};

use crate::{COMPOSITE_DECIMALS, Language, Names, named_interval, signed};

/// "Raw +5.5 since R16: +5.4 the provider (95% interval 2.0 to 8.8), +0.1 who scored."
pub fn change_parts(language: Language, names: &dyn Names, change: &Change) -> String {
    let from = names.name(EntityKind::Round, &change.from_round);
    let short = |value: f64| signed(value, COMPOSITE_DECIMALS);
    let (raw, own) = (short(change.raw_change), short(change.change.value));
    let who = short(change.who_scored());
    let ends = change.change.interval.map(|ends| named_interval(language, &ends, COMPOSITE_DECIMALS));
    match language {
        Language::En => {
            let ends = ends.map(|ends| format!(" ({ends})")).unwrap_or_default();
            format!("Raw {raw} since {from}: {own} the provider{ends}, {who} who scored.")
        }
        Language::Zh => {
            let ends = ends.map(|ends| format!("（{ends}）")).unwrap_or_default();
            format!("自{from}以来原始得分变化{raw}：机构自身{own}{ends}，评分人员{who}。")
        }
    }
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{ChangeVerdict, CountOf, Estimate, Interval, Method};

    use super::*;
    use crate::{Ids, test_support::check};

    fn change(value: f64, (low, high): (f64, f64), raw_change: f64, verdict: ChangeVerdict) -> Change {
        let interval = Some(Interval { low, high, level: 0.95 });
        let change =
            Estimate { value, se: None, interval, n: 4, of: CountOf::ScoreSheets, method: Method::Additive };
        Change { from_round: "R16".to_owned(), change, raw_change, p: 0.02, p_adjusted: 0.11, verdict }
    }

    #[test]
    fn a_change_in_parts() {
        let one = change(5.4, (0.8, 10.0), 5.5, ChangeVerdict::NoReliableChange);
        assert_eq!(
            change_parts(Language::En, &Ids, &one),
            "Raw +5.5 since R16: +5.4 the provider (95% interval 0.8 to 10.0), +0.1 who scored."
        );
        let turned = change(3.0, (-1.0, 7.0), 1.0, ChangeVerdict::NoReliableChange);
        assert!(change_parts(Language::En, &Ids, &turned).ends_with("−2.0 who scored."));
        for language in Language::ALL {
            check(language, &change_parts(language, &Ids, &one));
        }
    }

    #[test]
    fn one_of_many_is_told_from_the_interval_and_the_verdict() {
        let cases = [
            ((0.8, 10.0), ChangeVerdict::NoReliableChange, true),
            ((-0.8, 10.0), ChangeVerdict::NoReliableChange, false),
            ((0.8, 10.0), ChangeVerdict::Improved, false),
            ((-9.0, -0.1), ChangeVerdict::NoReliableChange, true),
        ];
        for (ends, verdict, expected) in cases {
            assert_eq!(change(0.5 * (ends.0 + ends.1), ends, 0.0, verdict).is_one_of_many(), expected);
        }
    }
}
