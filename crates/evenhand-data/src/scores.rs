use evenhand_protocol::{Action, Expected, Field, LoadError, LoadPlan, ProblemCode};

use crate::cells::{CellReader, Part};
use crate::failure::Failure;
use crate::intern::Interner;
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::staged::{ABSENT_INDICATOR, ABSENT_ROUND, PartOfWhole, RowTotal, Staged};
use crate::tally::Tally;
use crate::totals::is_total;
use crate::values::{Cell, number};

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

/// Where scores are read from, and what hidden rows there are.
pub(crate) struct ScoreSource<'a> {
    /// All tables of the plan.
    pub tables: &'a [PlannedTable],
    /// Which of them is read.
    pub index: usize,
    /// The text of its sheet.
    pub text: &'a str,
    /// Rows that are not read, ascending.
    pub skipped: &'a [u32],
}

/// Reads one score table into `staged`. Returns the number of rows that are not blank.
///
/// # Errors
/// What the [`CellReader`] says; `RaggedRow` where most rows are longer or shorter than the header; `NotANumber` where
/// most of the score cells hold something else: then it is the wrong column.
pub(crate) fn read(
    source: &ScoreSource<'_>,
    plan: &LoadPlan,
    staged: &mut Staged,
    problems: &mut Problems,
) -> Result<u64, LoadError> {
    let (tables, index) = (source.tables, source.index);
    let table = &tables[index];
    let mut reader = CellReader::open(table, source.text)?;
    staged.tables.push((staged.len(), index));
    let across = across_codes(table, staged);
    let pad = plan.action(ProblemCode::RaggedRow) == Action::Padded;
    let keep_words = plan.action(ProblemCode::WordsGuessed) == Action::Guessed;
    let mut scores = ScoreTable {
        tables,
        index,
        across,
        skipped: source.skipped,
        pad,
        keep_words,
        left_out: Vec::new(),
        tally: Tally::new(table.rules.n_words()),
        staged,
        problems,
    };
    while let Some(part) = reader.next_part()? {
        scores.note_ragged(&reader.take_ragged());
        scores.add(&part);
        if reader.is_mostly_ragged() {
            return Err(scores.ragged());
        }
    }
    let ScoreTable { tally, problems, .. } = scores;
    tally.check(table)?;
    tally.report(tables, index, keep_words, problems);
    Ok(tally.rows)
}

/// The codes of the ids that the score columns stand for; in a long table none.
fn across_codes(table: &PlannedTable, staged: &mut Staged) -> Vec<u32> {
    let Some(across) = table.across else { return Vec::new() };
    let Some(facet) = IDS.iter().position(|(field, ..)| *field == across) else { return Vec::new() };
    let mut codes = Vec::with_capacity(table.scores.len());
    for score in &table.scores {
        let code = staged.ids.all_mut()[facet].code(&score.id);
        codes.push(code);
        if let (Field::Indicator, Some(dimension)) = (across, &score.dimension)
            && !staged.dimensions.iter().any(|(known, _)| *known == code)
        {
            staged.dimensions.push((code, dimension.clone()));
        }
    }
    codes
}

/// The codes of one id for the rows of a part.
enum Codes {
    /// One a row.
    Each(Vec<u32>),
    /// The same for all rows.
    Same(u32),
    /// One a score column.
    Across,
}

impl Codes {
    fn at(&self, row: usize) -> u32 {
        match self {
            Self::Each(codes) => codes.get(row).copied().unwrap_or(BLANK),
            Self::Same(code) => *code,
            Self::Across => 0,
        }
    }
}

struct ScoreTable<'a> {
    tables: &'a [PlannedTable],
    index: usize,
    across: Vec<u32>,
    skipped: &'a [u32],
    pad: bool,
    keep_words: bool,
    /// Ragged rows of the part at hand that are left out.
    left_out: Vec<u64>,
    tally: Tally,
    staged: &'a mut Staged,
    problems: &'a mut Problems,
}

impl ScoreTable<'_> {
    fn table(&self) -> &PlannedTable {
        &self.tables[self.index]
    }

    fn add(&mut self, part: &Part) {
        let codes = self.codes(part);
        let tables = self.tables;
        let table = &tables[self.index];
        let mut cells: Vec<_> = table.scores.iter().filter_map(|score| part.cells(score.column)).collect();
        let mut row_cells: Vec<&str> = Vec::with_capacity(cells.len());
        for row in 0..part.height {
            row_cells.clear();
            row_cells.extend(cells.iter_mut().map(|cells| cells.next().unwrap_or_default()));
            let number = part.first_row + row as u64;
            let skipped = !self.skipped.is_empty()
                && u32::try_from(number).is_ok_and(|number| self.skipped.binary_search(&number).is_ok());
            if skipped || self.left_out.binary_search(&number).is_ok() {
                continue;
            }
            self.add_row(part, row, &row_cells, codes.each_ref().map(|codes| codes.at(row)));
        }
        self.left_out.clear();
    }

    fn codes(&mut self, part: &Part) -> [Codes; 6] {
        let table = &self.tables[self.index];
        let dictionaries = self.staged.ids.all_mut();
        let mut columns = IDS.iter().zip(dictionaries).map(|((field, needed, absent), dictionary)| {
            match (table.column(*field), table.constant(*field)) {
                _ if table.across == Some(*field) => Codes::Across,
                (Some(column), _) => Codes::Each(column_codes(part, column, *needed, dictionary)),
                (None, Some(value)) => Codes::Same(dictionary.code(value.trim())),
                (None, None) => Codes::Same(dictionary.code(absent)),
            }
        });
        // The iterator yields exactly the six columns of `IDS`.
        std::array::from_fn(|_| columns.next().unwrap_or(Codes::Across))
    }

    fn add_row(&mut self, part: &Part, row: usize, cells: &[&str], codes: [u32; 6]) {
        let number = part.first_row + row as u64;
        if self.across.is_empty() {
            let cell = cells.first().copied().unwrap_or_default();
            let read = self.table().rules.read(cell);
            if matches!(read, Cell::Blank | Cell::Unreadable) && self.is_blank(part, row) {
                return;
            }
            self.tally.rows += 1;
            self.tally.count(read, number, cell);
            if self.ids_are_there(part, row, &codes) {
                self.add_score(number, 0, cell, read, codes);
            }
            return;
        }
        if self.is_blank(part, row) {
            return;
        }
        self.tally.rows += 1;
        if !self.ids_are_there(part, row, &codes) {
            return;
        }
        let first = self.staged.len();
        for (k, cell) in cells.iter().enumerate() {
            let read = self.table().rules.read(cell);
            self.tally.count(read, number, cell);
            let mut codes = codes;
            self.fill_across(&mut codes, k);
            self.add_score(number, k, cell, read, codes);
        }
        self.add_totals(part, row, number, first);
    }

    fn fill_across(&self, codes: &mut [u32; 6], k: usize) {
        let across = self.table().across;
        for (code, (field, ..)) in codes.iter_mut().zip(IDS) {
            if Some(field) == across {
                *code = self.across.get(k).copied().unwrap_or(BLANK);
            }
        }
    }

    /// Tells of an id that is needed and blank; rows of totals often have blank ids.
    fn ids_are_there(&mut self, part: &Part, row: usize, codes: &[u32; 6]) -> bool {
        let Some(blank) = codes.iter().position(|code| *code == BLANK) else { return true };
        let number = part.first_row + row as u64;
        let table = &self.tables[self.index];
        let ids = table.fields.iter().filter(|(field, _)| *field != Field::Score).map(|(_, column)| *column);
        let mark = std::iter::once(0).chain(ids).map(|column| (column, part.cell(column, row).trim()));
        let mark = mark.clone().find(|(_, cell)| is_total(cell));
        let (at, code, found, expected) = match mark {
            Some((column, cell)) => (
                At::column(self.index, Some(number), column),
                ProblemCode::TotalRow,
                cell,
                Expected::NoTotals,
            ),
            None => {
                let at = At::field(self.index, Some(number), IDS[blank].0);
                (at, ProblemCode::MissingId, "", Expected::Id)
            }
        };
        self.problems.add(self.tables, at, code, found, expected, Action::RowLeftOut);
        false
    }

    fn add_score(&mut self, row: u64, k: usize, cell: &str, read: Cell, codes: [u32; 6]) {
        let table = &self.tables[self.index];
        let column = table.scores.get(k).map_or(0, |score| score.column);
        let at = At::column(self.index, Some(row), column);
        let lost = if table.across.is_some() { Action::SetMissing } else { Action::RowLeftOut };
        let index = self.staged.len();
        let score = match read {
            Cell::Number(value) => value,
            Cell::WithUnit(value) => {
                self.tally.with_unit(cell, value);
                value
            }
            Cell::Part { part, whole, percent } => {
                self.staged.parts.push(PartOfWhole { index, whole, percent });
                part
            }
            Cell::Word(word) => {
                self.tally.word(word);
                let word = table.rules.word(word).filter(|word| word.confirmed || self.keep_words);
                match word.and_then(|word| word.value) {
                    Some(value) => value,
                    None => return,
                }
            }
            // Evaluators and rounds that a row of a wide table leaves blank took no part.
            Cell::Blank if matches!(table.across, Some(across) if across != Field::Indicator) => return,
            Cell::Blank | Cell::Missing => {
                let code = ProblemCode::MissingScore;
                return self.problems.add(self.tables, at, code, cell, Expected::Number, lost);
            }
            Cell::Unreadable => {
                let code = ProblemCode::NotANumber;
                return self.problems.add(self.tables, at, code, cell, Expected::Number, lost);
            }
        };
        self.push(score, row, column, codes);
    }

    fn push(&mut self, score: f64, row: u64, column: usize, codes: [u32; 6]) {
        let [round, provider, occasion, source, evaluator, indicator] = codes;
        self.staged.round.push(round);
        self.staged.provider.push(provider);
        self.staged.occasion.push(occasion);
        self.staged.source.push(source);
        self.staged.evaluator.push(evaluator);
        self.staged.indicator.push(indicator);
        self.staged.score.push(score);
        // Files of at most 1 GiB have fewer rows than this type can count.
        self.staged.row.push(row as u32);
        self.staged.column.push(u16::try_from(column).unwrap_or(u16::MAX));
    }

    fn add_totals(&mut self, part: &Part, row: usize, number_of_row: u64, first: usize) {
        let count = self.staged.len() - first;
        for column in &self.tables[self.index].totals {
            if let Some(total) = number(part.cell(*column, row)).filter(|_| count > 0) {
                let (table, row, column) = (self.index, number_of_row, *column);
                self.staged.totals.push(RowTotal { table, row, column, total, first, count });
            }
        }
    }

    /// Spreadsheets export rows of nothing but delimiters below the data; they are no rows.
    fn is_blank(&self, part: &Part, row: usize) -> bool {
        let table = self.table();
        let fields = table.fields.iter().map(|(_, column)| *column);
        let scores = table.scores.iter().map(|score| score.column);
        fields.chain(scores).all(|column| part.cell(column, row).trim().is_empty())
    }

    fn note_ragged(&mut self, ragged: &[crate::cells::Ragged]) {
        for row in ragged {
            let action = if self.pad && !row.too_long { Action::Padded } else { Action::RowLeftOut };
            if action == Action::RowLeftOut {
                self.left_out.push(row.row);
            }
            let expected = Expected::Cells { count: self.table().headers.len() as u32 };
            let (at, code) = (At::field(self.index, Some(row.row), Field::Ignored), ProblemCode::RaggedRow);
            self.problems.add(self.tables, at, code, &format!("{} cells", row.cells), expected, action);
        }
    }

    /// Most rows do not fit the header, so the header is none.
    fn ragged(&self) -> LoadError {
        let table = self.table();
        let expected = Expected::Cells { count: table.headers.len() as u32 };
        let failure = Failure::in_table(ProblemCode::RaggedRow, table);
        match self.problems.first_of(ProblemCode::RaggedRow, self.index) {
            Some(first) => {
                failure.row(first.place.row.unwrap_or_default()).found(&first.found).expected(expected)
            }
            None => failure.expected(expected),
        }
    }
}

/// The codes of one id column. Ids repeat from row to row, so the last one is tried before the dictionary.
fn column_codes(part: &Part, column: usize, needed: bool, dictionary: &mut Interner) -> Vec<u32> {
    let Some(cells) = part.cells(column) else { return vec![BLANK; part.height] };
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
