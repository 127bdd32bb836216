use evenhand_protocol::{
    Action, Expected, Field, LoadError, Place, Problem, ProblemCode, ProblemCount, QualityReport,
};

use crate::failure::quoted;
use crate::plan::PlannedTable;

/// Where a problem is: a file of the plan, a row of it, a column of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    /// Index of the file.
    pub file: usize,
    /// Row, where it is in one.
    pub row: Option<u64>,
    /// The field of the column, where it is in one.
    pub field: Field,
}

/// Collects problems: counts all, lists the first of each kind.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    tallies: Vec<Tally>,
}

#[derive(Debug)]
struct Tally {
    code: ProblemCode,
    action: Action,
    count: u32,
    listed: Vec<(At, Problem)>,
}

/// The kinds that can occur while loading goes on, the most severe first.
///
/// Severe is what changes a result without anybody having meant it, then what loses data, then what was guessed, then
/// what is only worth knowing.
const SEVERITY: [ProblemCode; 15] = [
    ProblemCode::DuplicateConflict,
    ProblemCode::OutOfRange,
    ProblemCode::NotANumber,
    ProblemCode::MissingId,
    ProblemCode::UnknownDirection,
    ProblemCode::DuplicateId,
    ProblemCode::MissingScore,
    ProblemCode::RoundOrderGuessed,
    ProblemCode::WeightGuessed,
    ProblemCode::ScaleGuessed,
    ProblemCode::UnknownId,
    ProblemCode::OffStep,
    ProblemCode::LoneEvaluator,
    ProblemCode::DuplicateSame,
    ProblemCode::HeaderOnly,
];

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
        let listed: usize =
            self.tallies.iter().filter(|tally| tally.code == code).map(|tally| tally.listed.len()).sum();
        let tally = self.tally(code, action);
        tally.count = tally.count.saturating_add(1);
        if listed < QualityReport::LISTED {
            let problem = Problem { code, place: place(files, at), found: quoted(found), expected, action };
            tally.listed.push((at, problem));
        }
    }

    /// The first problem that made a row be left out, as the reason why nothing is left.
    pub fn reason_for_nothing(&self) -> Option<LoadError> {
        let left_out = self.tallies.iter().filter(|tally| tally.action == Action::RowLeftOut);
        let first = left_out.flat_map(|tally| &tally.listed).min_by_key(|(at, _)| *at)?;
        Some(LoadError { problem: Problem { action: Action::Stopped, ..first.1.clone() } })
    }

    /// The report: kinds by severity, instances in input order.
    pub fn report(mut self, rows_read: u64, scores_kept: u64) -> QualityReport {
        let severity = |code| SEVERITY.iter().position(|other| *other == code).unwrap_or(SEVERITY.len());
        self.tallies.sort_by_key(|tally| (severity(tally.code), tally.code, tally.action as u8));
        let counts = self
            .tallies
            .iter()
            .map(|tally| ProblemCount { code: tally.code, count: tally.count, action: tally.action })
            .collect();
        let mut listed: Vec<(At, Problem)> =
            self.tallies.into_iter().flat_map(|tally| tally.listed).collect();
        listed.sort_by_key(|(at, problem)| (*at, problem.code));
        let problems = listed.into_iter().map(|(_, problem)| problem).collect();
        QualityReport { rows_read, scores_kept, counts, problems }
    }

    fn tally(&mut self, code: ProblemCode, action: Action) -> &mut Tally {
        let known = self.tallies.iter().position(|tally| tally.code == code && tally.action == action);
        let index = known.unwrap_or(self.tallies.len());
        if known.is_none() {
            self.tallies.push(Tally { code, action, count: 0, listed: Vec::new() });
        }
        &mut self.tallies[index]
    }
}

fn place(tables: &[PlannedTable], at: At) -> Place {
    let file = files.get(at.file);
    Place {
        file: file.map(|file| file.name.clone()).unwrap_or_default(),
        sheet: None,
        row: at.row,
        column: file.and_then(|file| file.header(at.field)).map(str::to_owned),
    }
}
