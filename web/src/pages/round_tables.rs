//! The tables of the sheet of one round.

use evenhand_protocol::{
    EntityKind, MemberStatus, PanelMember, RoundLeague, RoundPanel, TurnoverAnswer, entity_link,
};
use evenhand_words::{Names, member_status};

use super::page_frame::Scope;
use super::providers_tables::league_table;
use super::turnover_tables::splits_table;
use crate::components::{Cell, Head, Row, Table, Tone};

/// Providers shown at either end of the league.
const EITHER_END: usize = 5;

fn place(answer: &TurnoverAnswer, round: &str) -> Option<usize> {
    answer.rounds.iter().position(|panel| panel.round == round)
}

/// One row per evaluator of the round: where from, and how many panels.
pub fn members_table(answer: &TurnoverAnswer, round: &str, scope: &Scope<'_>) -> Option<Table> {
    let at = place(answer, round)?;
    let all = scope.language.words();
    let heads = vec![
        Head::text(all.evaluators.columns.evaluator),
        Head::text(all.sheets.status),
        Head::number(all.turnover.panels),
    ];
    // Those who were not there the round before come first.
    let mut members: Vec<&PanelMember> = answer.rounds[at].evaluators.iter().collect();
    members.sort_by_key(|member| at > 0 && member.status == MemberStatus::Stayed);
    let rows = members.into_iter().map(|member| {
        // In the first round everybody is new, which says nothing.
        let status =
            if at == 0 { Cell::empty() } else { Cell::text(member_status(scope.language, member.status)) };
        let tone = if at > 0 && member.status != MemberStatus::Stayed { Tone::Plain } else { Tone::Muted };
        let cells = vec![
            Cell::entity(&scope.names, EntityKind::Evaluator, &member.evaluator),
            status.tone(tone),
            Cell::count(member.n_panels),
        ];
        Row::about(entity_link(EntityKind::Evaluator, &member.evaluator), cells)
    });
    Some(Table::new(heads, rows))
}

/// The names of those who scored in the round before, but not in this one; nothing in the first round.
pub fn left(answer: &TurnoverAnswer, round: &str, scope: &Scope<'_>) -> Option<String> {
    let before = &answer.rounds[place(answer, round)?.checked_sub(1)?];
    let now = answer.rounds.iter().find(|panel| panel.round == round)?;
    let is_in = |panel: &RoundPanel, id: &str| panel.evaluators.iter().any(|member| member.evaluator == id);
    let gone: Vec<String> = before
        .evaluators
        .iter()
        .filter(|member| !is_in(now, &member.evaluator))
        .map(|member| scope.names.name(EntityKind::Evaluator, &member.evaluator))
        .collect();
    Some(if gone.is_empty() { scope.language.words().sheets.nobody.to_owned() } else { gone.join(", ") })
}

/// What the change of the mean since the round before is made of; nothing in the first round.
pub fn change_table(answer: &TurnoverAnswer, round: &str, scope: &Scope<'_>) -> Option<Table> {
    let mut of_round = answer.clone();
    of_round.splits.retain(|split| split.round == round);
    (!of_round.splits.is_empty()).then(|| splits_table(&of_round, scope))
}

/// The providers at either end of the league.
pub fn ends_table(league: &RoundLeague, scope: &Scope<'_>) -> Table {
    let mut table = league_table(league, scope);
    let n = table.rows.len();
    if n > 2 * EITHER_END {
        table.rows.drain(EITHER_END..n - EITHER_END);
    }
    table
}
