//! Lists that are in the order of ids, put in the order of codes: whoever has the ids in order must not be able to count
//! along.

use evenhand_protocol::{
    AgreementAnswer, Answer, ConflictsAnswer, DriftReport, Finding, FindingKind, MissingMap, Outcome,
    RaschElement, RoundPanel, TurnoverAnswer,
};

use super::Codes;

impl Codes {
    /// The answer with its lists in the order of the codes. Its numbers and what they are about stay.
    pub fn answer(&self, mut answer: Answer) -> Answer {
        let whose = self.whose();
        if whose.evaluators {
            evaluators(&mut answer);
        }
        if whose.providers {
            providers(&mut answer);
        }
        answer
    }
}

fn evaluators(answer: &mut Answer) {
    match answer {
        Answer::Evaluators(answer) => sort(&mut answer.evaluators, |row| &row.evaluator),
        Answer::Effects(answer) => sort(&mut answer.evaluators, |row| &row.evaluator),
        Answer::Agreement(answer) => pairs(answer),
        Answer::Drift(report) => drift(report),
        Answer::Conflicts(answer) => conflicts(answer),
        Answer::Turnover(answer) => turnover(answer),
        Answer::Scorecards(answer) => {
            let groups = answer.evaluators.chunk_by_mut(|a, b| a.advice == b.advice);
            groups.for_each(|group| group.sort_by(|a, b| a.evaluator.cmp(&b.evaluator)));
        }
        Answer::Overview(_)
        | Answer::Indicators(_)
        | Answer::Providers(_)
        | Answer::Structure(_)
        | Answer::Generalizability(_)
        | Answer::Standing(_)
        | Answer::Facets(_) => {}
    }
}

fn providers(answer: &mut Answer) {
    match answer {
        Answer::Drift(report) => {
            let groups = report.consequences.chunk_by_mut(|a, b| a.round == b.round);
            groups.for_each(|group| group.sort_by(|a, b| a.provider.cmp(&b.provider)));
            if let Outcome::Known(rasch) = &mut report.rasch {
                let groups = rasch.providers.chunk_by_mut(|a, b| a.round == b.round);
                groups.for_each(|group| group.sort_by(|a, b| a.id.cmp(&b.id)));
            }
        }
        Answer::Conflicts(answer) => {
            for found in answer.kinds.iter_mut().filter_map(|of| of.consequences.as_mut()) {
                let groups = found.providers.chunk_by_mut(|a, b| a.round == b.round);
                groups.for_each(|group| group.sort_by(|a, b| a.provider.cmp(&b.provider)));
            }
        }
        // Leagues and standings are in the order of the composites.
        _ => {}
    }
}

fn sort<T>(list: &mut [T], code: impl Fn(&T) -> &String) {
    list.sort_by(|a, b| code(a).cmp(code(b)));
}

/// Kappa is the same whoever of a pair is named first.
fn pairs(answer: &mut AgreementAnswer) {
    let Outcome::Known(found) = &mut answer.pairs else { return };
    found.evaluators.sort();
    for pair in &mut found.pairs {
        if pair.second < pair.first {
            std::mem::swap(&mut pair.first, &mut pair.second);
        }
    }
    found.pairs.sort_by(|a, b| (&a.first, &a.second).cmp(&(&b.first, &b.second)));
}

fn drift(report: &mut DriftReport) {
    sort(&mut report.evaluators, |row| &row.evaluator);
    for link in &mut report.links {
        link.kept.sort();
        link.dropped.sort();
    }
    report.consequences.iter_mut().for_each(|one| one.evaluators.sort());
    if let Outcome::Known(rasch) = &mut report.rasch {
        let groups = rasch.evaluators.chunk_by_mut(|a: &RaschElement, b| a.round == b.round);
        groups.for_each(|group| group.sort_by(|a, b| a.id.cmp(&b.id)));
    }
}

fn conflicts(answer: &mut ConflictsAnswer) {
    for of in &mut answer.kinds {
        sort(&mut of.evaluators, |row| &row.evaluator);
        let consequences = of.consequences.iter_mut().flat_map(|found| &mut found.providers);
        consequences.for_each(|one| one.evaluators.sort());
    }
}

fn turnover(answer: &mut TurnoverAnswer) {
    answer.rounds.iter_mut().for_each(panel);
    for Finding { kind, .. } in &mut answer.findings {
        if let FindingKind::PanelsApart { bridges, .. } = kind {
            bridges.sort();
        }
    }
}

/// Pairs name their places in the list, which go along.
fn panel(round: &mut RoundPanel) {
    let mut order: Vec<usize> = (0..round.evaluators.len()).collect();
    order.sort_by(|a, b| {
        let key = |place: usize| (round.evaluators[place].part, &round.evaluators[place].evaluator);
        key(*a).cmp(&key(*b))
    });
    let mut new = vec![0_u32; order.len()];
    for (place, old) in order.iter().enumerate() {
        new[*old] = place as u32;
    }
    for shared in &mut round.shared {
        let of = |old: u32| new.get(old as usize).copied().unwrap_or(old);
        let (a, b) = (of(shared.first), of(shared.second));
        (shared.first, shared.second) = (a.min(b), a.max(b));
    }
    round.shared.sort_by_key(|shared| (shared.first, shared.second));
    round.evaluators = order.iter().map(|old| round.evaluators[*old].clone()).collect();
}

/// A column of the map goes along with its evaluator.
pub(super) fn missing(map: &mut MissingMap) {
    let n = map.evaluators.len();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| map.evaluators[*a].cmp(&map.evaluators[*b]));
    if n > 0 {
        let rows = map.by_evaluator.chunks(n).filter(|row| row.len() == n);
        map.by_evaluator = rows.flat_map(|row| order.iter().map(|old| row[*old])).collect();
    }
    map.evaluators.sort();
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{Coverage, MemberStatus, PanelMember, SharedPanels};

    use super::*;

    #[test]
    fn places_go_along_with_whom_they_name() {
        let member = |id: &str| PanelMember {
            evaluator: id.to_owned(),
            part: 0,
            status: MemberStatus::Joined,
            n_panels: 1,
            bridge: false,
        };
        let shared = |first, second, n| SharedPanels { first, second, n };
        let mut round = RoundPanel {
            round: "R1".to_owned(),
            evaluators: vec![member("EV03"), member("EV01"), member("EV02")],
            n_stayed: 0,
            n_returned: 0,
            n_joined: 3,
            n_left: 0,
            retention: None,
            mean_tenure: 1.0,
            newcomer_share: None,
            n_parts: 1,
            shared: vec![shared(0, 1, 31), shared(0, 2, 32)],
            links: Vec::new(),
        };
        panel(&mut round);
        let ids: Vec<&str> = round.evaluators.iter().map(|one| one.evaluator.as_str()).collect();
        assert_eq!(ids, ["EV01", "EV02", "EV03"]);
        assert_eq!(round.shared, [shared(0, 2, 31), shared(1, 2, 32)], "EV03 still shares 31 with EV01");
    }

    #[test]
    fn columns_go_along_with_whom_they_are_about() {
        let cell = |scored| Coverage { scored, expected: 9 };
        let mut map = MissingMap {
            rounds: vec!["R1".to_owned(), "R2".to_owned()],
            evaluators: vec!["EV02".to_owned(), "EV01".to_owned()],
            by_evaluator: vec![cell(12), cell(11), cell(22), cell(21)],
            ..MissingMap::default()
        };
        missing(&mut map);
        assert_eq!(map.evaluators, ["EV01", "EV02"]);
        assert_eq!(map.by_evaluator, [cell(11), cell(12), cell(21), cell(22)]);
    }
}
