use std::collections::BTreeMap;

use evenhand_protocol::{
    Action, Expected, Field, FoundCount, LoadError, Place, Problem, ProblemCode, ProblemCount, ProblemPage,
    QualityReport,
};

use crate::failure::quoted;
use crate::plan::PlannedTable;
use crate::severity::severity;
use crate::staged::Origin;

/// Different values of a kind that are counted apart.
const VALUES_COUNTED: usize = 1000;

/// Where a problem is: a table of the plan, a row of it, a column of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    /// Index of the table.
    pub table: usize,
    /// Row, where it is in one.
    pub row: Option<u64>,
    /// The field of the column, where it is in one.
    pub field: Field,
    /// The column, where the field alone does not say which.
    pub column: Option<usize>,
}

impl At {
    /// In the column of a field.
    pub fn field(table: usize, row: Option<u64>, field: Field) -> Self {
        Self { table, row, field, column: None }
    }

    /// Where a score comes from.
    pub fn score(origin: Origin) -> Self {
        let Origin { table, row, column } = origin;
        Self { table, row: Some(row), field: Field::Score, column: Some(column) }
    }

    /// Where the id of a score comes from: a cell of its row, or the header of its column in a table that is wide
    /// across the field.
    pub fn id(tables: &[PlannedTable], origin: Origin, field: Field) -> Self {
        match tables.get(origin.table).and_then(|table| table.across) {
            Some(across) if across == field => Self::column(origin.table, None, origin.column),
            _ => Self::field(origin.table, Some(origin.row), field),
        }
    }

    /// In a column.
    pub fn column(table: usize, row: Option<u64>, column: usize) -> Self {
        Self { table, row, field: Field::Score, column: Some(column) }
    }

    /// In a whole table.
    pub fn table(table: usize) -> Self {
        Self::field(table, None, Field::Ignored)
    }
}

/// Collects problems: counts all, keeps the first of each kind.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    tallies: Vec<Tally>,
}

#[derive(Debug)]
struct Tally {
    code: ProblemCode,
    action: Action,
    count: u32,
    found: BTreeMap<String, u32>,
    kept: Vec<(At, Problem)>,
}

/// The problems of a load that are kept one by one, in input order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProblemList {
    problems: Vec<Problem>,
}

impl ProblemList {
    /// All of them: at most [`QualityReport::KEPT`] of a kind.
    pub fn all(&self) -> &[Problem] {
        &self.problems
    }

    /// Some consecutive instances of a kind.
    pub fn page(&self, code: ProblemCode, from: u32, count: u32) -> ProblemPage {
        let of_code = || self.problems.iter().filter(|problem| problem.code == code);
        let problems = of_code().skip(from as usize).take(count as usize).cloned().collect();
        ProblemPage { code, from, total: u32::try_from(of_code().count()).unwrap_or(u32::MAX), problems }
    }

    /// The first instances of each kind.
    fn first(&self, most: usize) -> Vec<Problem> {
        let mut listed: Vec<(ProblemCode, usize)> = Vec::new();
        let mut is_listed = |code: ProblemCode| {
            let place = listed.iter().position(|(other, _)| *other == code).unwrap_or(listed.len());
            if place == listed.len() {
                listed.push((code, 0));
            }
            listed[place].1 += 1;
            listed[place].1 <= most
        };
        self.problems.iter().filter(|problem| is_listed(problem.code)).cloned().collect()
    }
}

impl Problems {
    /// Adds one problem.
    pub fn add(
        &mut self,
        tables: &[PlannedTable],
        at: At,
        code: ProblemCode,
        found: &str,
        expected: Expected,
        action: Action,
    ) {
        let problem = Problem { code, place: place(tables, at), found: quoted(found), expected, action };
        self.tell(at, problem);
    }

    /// Adds a problem that knows its place; `at` puts it in order.
    pub fn tell(&mut self, at: At, problem: Problem) {
        let Problem { code, action, .. } = problem;
        let kept: usize =
            self.tallies.iter().filter(|tally| tally.code == code).map(|tally| tally.kept.len()).sum();
        let tally = self.tally(code, action);
        tally.count = tally.count.saturating_add(1);
        let found = &problem.found;
        if let Some(count) = tally.found.get_mut(found) {
            *count = count.saturating_add(1);
        } else if tally.found.len() < VALUES_COUNTED {
            tally.found.insert(found.clone(), 1);
        }
        if kept < QualityReport::KEPT {
            tally.kept.push((at, problem));
        }
    }

    /// The first problem that made a score be left out, as the reason why nothing is left.
    pub fn reason_for_nothing(&self) -> Option<LoadError> {
        let loses = |action| matches!(action, Action::RowLeftOut | Action::SetMissing);
        let left_out = self.tallies.iter().filter(|tally| loses(tally.action));
        let first = left_out.flat_map(|tally| &tally.kept).min_by_key(|(at, _)| *at)?;
        Some(LoadError { problem: Problem { action: Action::Stopped, ..first.1.clone() } })
    }

    /// The first problem of a kind in a table.
    pub fn first_of(&self, code: ProblemCode, table: usize) -> Option<&Problem> {
        let kept = self.tallies.iter().filter(|tally| tally.code == code).flat_map(|tally| &tally.kept);
        kept.filter(|(at, _)| at.table == table).min_by_key(|(at, _)| *at).map(|(_, problem)| problem)
    }

    /// The report: kinds by severity, instances in input order; and all instances that were kept.
    pub fn report(mut self, rows_read: u64, scores_kept: u64) -> (QualityReport, ProblemList) {
        self.tallies.sort_by_key(|tally| (severity(tally.code), tally.code, tally.action));
        let counts = self.tallies.iter().map(Tally::count).collect();
        let mut kept: Vec<(At, Problem)> = self.tallies.into_iter().flat_map(|tally| tally.kept).collect();
        kept.sort_by_key(|(at, problem)| (*at, problem.code));
        let list = ProblemList { problems: kept.into_iter().map(|(_, problem)| problem).collect() };
        let problems = list.first(QualityReport::LISTED);
        (QualityReport { rows_read, scores_kept, counts, problems, ..QualityReport::default() }, list)
    }

    fn tally(&mut self, code: ProblemCode, action: Action) -> &mut Tally {
        let known = self.tallies.iter().position(|tally| tally.code == code && tally.action == action);
        let index = known.unwrap_or(self.tallies.len());
        if known.is_none() {
            self.tallies.push(Tally { code, action, count: 0, found: BTreeMap::new(), kept: Vec::new() });
        }
        &mut self.tallies[index]
    }
}

impl Tally {
    fn count(&self) -> ProblemCount {
        let mut found: Vec<FoundCount> = self
            .found
            .iter()
            .map(|(found, count)| FoundCount { found: found.clone(), count: *count })
            .collect();
        // A stable sort: equally frequent values stay in the order of their text.
        found.sort_by_key(|found| std::cmp::Reverse(found.count));
        found.truncate(QualityReport::VALUES);
        ProblemCount { code: self.code, count: self.count, action: self.action, found }
    }
}

fn place(tables: &[PlannedTable], at: At) -> Place {
    let table = tables.get(at.table);
    let header = |table: &PlannedTable| match at.column {
        Some(column) => table.headers.get(column).cloned(),
        None => table.header(at.field).map(str::to_owned),
    };
    Place {
        file: table.map(PlannedTable::file_name).unwrap_or_default(),
        sheet: table.and_then(|table| table.source.sheet.clone()),
        row: at.row,
        column: table.and_then(header),
    }
}
