use evenhand_protocol::{Action, Expected, Field, LoadError, ProblemCode};

use crate::cells::{CellReader, Part};
use crate::failure::Failure;
use crate::intern::Interner;
use crate::values::number;
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::staged::{ABSENT_INDICATOR, ABSENT_ROUND, Staged};

/// The code of a blank id where an id is needed.
const BLANK: u32 = u32::MAX;

/// The id columns of a score table: whether a blank cell is an error, and the id where the column is missing.
const IDS: [(Field, bool, &str); 6] = [
    (Field::Round, true, ABSENT_ROUND),
    (Field::Provider, true, ""),
    (Field::Occasion, false, ""),
    (Field::Source, false, ""),
    (Field::Evaluator, true, ""),
    (Field::Indicator, true, ABSENT_INDICATOR),
];

/// Reads one score table into `staged`. Returns the number of rows that are not blank.
///
/// # Errors
/// What the [`CellReader`] says, and `NotANumber` where most of the score cells hold something else: then it is the
/// wrong column.
pub(crate) fn read(
    tables: &[PlannedTable],
    index: usize,
    bytes: &[u8],
    staged: &mut Staged,
    problems: &mut Problems,
) -> Result<u64, LoadError> {
    let file = &files[index];
    let mut reader = CellReader::open(file, bytes)?;
    staged.files.push((staged.len(), index));
    let mut scores = ScoreFile { files, index, tally: Tally::default(), staged, problems };
    while let Some(part) = reader.next_part()? {
        scores.add(&part);
    }
    let Tally { rows, filled, unreadable, first_unreadable } = scores.tally;
    match first_unreadable {
        Some((row, found)) if unreadable * 2 > filled => {
            Err(Failure::of(ProblemCode::NotANumber, &file.name)
                .row(row)
                .column(file.header(Field::Score).unwrap_or_default())
                .found(&found)
                .expected(Expected::Number))
        }
        _ => Ok(rows),
    }
}

#[derive(Default)]
struct Tally {
    rows: u64,
    filled: u64,
    unreadable: u64,
    first_unreadable: Option<(u64, String)>,
}

struct ScoreFile<'a> {
    files: &'a [PlannedTable],
    index: usize,
    tally: Tally,
    staged: &'a mut Staged,
    problems: &'a mut Problems,
}

impl ScoreFile<'_> {
    fn add(&mut self, part: &Part) {
        let ids = &mut self.staged.ids;
        let dictionaries = [
            &mut ids.round,
            &mut ids.provider,
            &mut ids.occasion,
            &mut ids.source,
            &mut ids.evaluator,
            &mut ids.indicator,
        ];
        let mut codes = IDS
            .iter()
            .zip(dictionaries)
            .map(|((field, needed, absent), dictionary)| codes(part, *field, *needed, absent, dictionary));
        // The iterator yields exactly the six columns of `IDS`.
        let columns: [Vec<u32>; 6] = std::array::from_fn(|_| codes.next().unwrap_or_default());
        drop(codes);
        let scores = part.cells(Field::Score).into_iter().flatten();
        for (row, cell) in scores.enumerate() {
            let codes = columns.each_ref().map(|column| column.get(row).copied().unwrap_or(BLANK));
            self.add_row(part, row, cell, codes);
        }
    }

    fn add_row(&mut self, part: &Part, row: usize, cell: &str, codes: [u32; 6]) {
        let row_number = part.first_row + row as u64;
        let score = number(cell);
        if score.is_none() && self.is_blank(part, row) {
            return;
        }
        self.tally.rows += 1;
        let blank_score = score.is_none() && cell.trim().is_empty();
        if !blank_score {
            self.tally.filled += 1;
        }
        if score.is_none() && !blank_score {
            self.tally.unreadable += 1;
            self.tally.first_unreadable.get_or_insert_with(|| (row_number, cell.to_owned()));
        }
        if let Some(blank) = codes.iter().position(|code| *code == BLANK) {
            return self.leave_out(row_number, IDS[blank].0, ProblemCode::MissingId, "", Expected::Id);
        }
        let Some(score) = score else {
            let code = if blank_score { ProblemCode::MissingScore } else { ProblemCode::NotANumber };
            return self.leave_out(row_number, Field::Score, code, cell, Expected::Number);
        };
        let [round, provider, occasion, source, evaluator, indicator] = codes;
        self.staged.round.push(round);
        self.staged.provider.push(provider);
        self.staged.occasion.push(occasion);
        self.staged.source.push(source);
        self.staged.evaluator.push(evaluator);
        self.staged.indicator.push(indicator);
        self.staged.score.push(score);
        // Files of at most 1 GiB have fewer rows than this type can count.
        self.staged.row.push(row_number as u32);
    }

    /// Spreadsheets export rows of nothing but delimiters below the data; they are no rows.
    fn is_blank(&self, part: &Part, row: usize) -> bool {
        self.files[self.index].fields.iter().all(|(field, _)| part.cell(*field, row).trim().is_empty())
    }

    fn leave_out(&mut self, row: u64, field: Field, code: ProblemCode, found: &str, expected: Expected) {
        let at = At { file: self.index, row: Some(row), field };
        self.problems.add(self.files, at, code, found, expected, Action::RowLeftOut);
    }
}

/// The codes of one id column. Ids repeat from row to row, so the last one is tried before the dictionary.
fn codes(part: &Part, field: Field, needed: bool, absent: &str, dictionary: &mut Interner) -> Vec<u32> {
    let Some(cells) = part.cells(field) else {
        return vec![dictionary.code(absent); part.height];
    };
    let mut codes = Vec::with_capacity(part.height);
    let mut last = BLANK;
    for cell in cells {
        let repeated = dictionary.ids().get(last as usize).is_some_and(|id| id == cell);
        if !repeated {
            let id = cell.trim();
            last = if needed && id.is_empty() { BLANK } else { dictionary.code(id) };
        }
        codes.push(last);
    }
    codes
}
