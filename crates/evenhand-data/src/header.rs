use evenhand_protocol::{PreviewRow, header_groups, joined_header};

use crate::headers::meanings;
use crate::record::Record;
use crate::values::number;

/// Records looked at to find a header: titles above it are few.
const LOOKED_AT: usize = 20;
/// Records behind the first possible header that may be a better one.
const BETTER_WITHIN: usize = 6;
/// Cells of a record that are looked at: a header of very many cells need not be looked up in full.
const CELLS_LOOKED_AT: usize = 200;

/// The header of a table: one row, or two of which the upper one groups columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header {
    /// Row of the upper or only row.
    pub row: u64,
    /// The upper or only row.
    pub upper: Record,
    /// The lower row.
    pub lower: Option<Record>,
    /// Where the first record below starts.
    pub next: usize,
    /// Its row.
    pub next_row: u64,
}

/// A header that was found, and the rows above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The distinct cells of each row above that is not blank.
    pub titles: Vec<Vec<String>>,
    /// The rows above and those of the header, blank ones left out.
    pub top: Vec<PreviewRow>,
    /// The header.
    pub header: Header,
}

/// A record that is not blank, with its cells.
struct Line {
    record: Record,
    row: u64,
    cells: Vec<String>,
}

impl Header {
    /// The header in row `row` (the first that is not blank where it is 0) of `rows` rows.
    pub fn at_row(text: &str, delimiter: u8, row: u32, rows: u32) -> Self {
        let (mut pos, mut at) = (0, 1);
        loop {
            let record = Record::at(text.as_bytes(), delimiter, pos);
            let here =
                if row == 0 { !record.is_blank(text.as_bytes(), delimiter) } else { at == u64::from(row) };
            if here || record.next >= text.len() {
                let lower = (rows == 2 && record.next < text.len())
                    .then(|| Record::at(text.as_bytes(), delimiter, record.next));
                return Self::of(record, at, lower);
            }
            (pos, at) = (record.next, at + 1);
        }
    }

    fn of(upper: Record, row: u64, lower: Option<Record>) -> Self {
        let next = lower.map_or(upper.next, |lower| lower.next);
        Self { row, upper, lower, next, next_row: row + 1 + u64::from(lower.is_some()) }
    }

    /// Names of the columns; the two rows of a header joined as `upper / lower` where both say something.
    pub fn names(&self, text: &str, delimiter: u8) -> Vec<String> {
        let upper = cells(&self.upper, text, delimiter);
        let Some(lower) = self.lower.map(|lower| cells(&lower, text, delimiter)) else { return upper };
        joined_header(&upper, &lower)
    }

    /// The upper and the lower name of each column of a header of two rows that has both.
    pub fn pairs(&self, text: &str, delimiter: u8) -> Vec<Option<(String, String)>> {
        let upper = cells(&self.upper, text, delimiter);
        let Some(lower) = self.lower.map(|lower| cells(&lower, text, delimiter)) else {
            return vec![None; upper.len()];
        };
        let pair = |(k, upper): (usize, String)| {
            let lower = lower.get(k).cloned().unwrap_or_default();
            (!upper.is_empty() && !lower.is_empty() && upper != lower).then_some((upper, lower))
        };
        header_groups(&upper, &lower).into_iter().enumerate().map(pair).collect()
    }
}

/// Finds the header at or below `pos`, which is in row `row`.
///
/// Rows with one distinct cell are titles. A row further down is preferred where it has more known words, no number
/// and more cells than all rows above it.
pub(crate) fn find(text: &str, delimiter: u8, pos: usize, row: u64) -> Option<Found> {
    let lines = lines(text, delimiter, pos, row, LOOKED_AT);
    let first = lines.iter().position(|line| distinct(&line.cells).len() > 1).unwrap_or(0);
    // Labels and their values are no header where there is one below.
    let below = lines.iter().position(|line| distinct(&line.cells).len() > 1 && !is_labelled(&line.cells));
    let first = below.filter(|below| *below < lines.len() - 1).unwrap_or(first);
    let mut best = first;
    for index in first + 1..lines.len().min(first + BETTER_WITHIN) {
        let line = &lines[index];
        if is_lower(&lines[best].cells, &line.cells, lines.get(index + 1)) && line.row == lines[best].row + 1
        {
            break;
        }
        let wider = lines[first..index].iter().all(|above| filled(&above.cells) < filled(&line.cells));
        let n_known = known(&line.cells);
        if wider && n_known > 1 && n_known > known(&lines[best].cells) && !has_number(&line.cells) {
            best = index;
        }
    }
    let line = lines.get(best)?;
    let lower = lines.get(best + 1).filter(|lower| lower.row == line.row + 1);
    let lower = lower.filter(|lower| is_lower(&line.cells, &lower.cells, lines.get(best + 2)));
    let known = lines.iter().take(best + 1 + usize::from(lower.is_some()));
    let row = |line: &Line| {
        let cells = line.cells.iter().take(CELLS_LOOKED_AT).cloned().collect();
        PreviewRow { row: u32::try_from(line.row).unwrap_or(u32::MAX), cells }
    };
    Some(Found {
        top: known.map(row).collect(),
        titles: lines[..best].iter().map(|line| distinct(&line.cells)).collect(),
        header: Header::of(line.record, line.row, lower.map(|lower| lower.record)),
    })
}

/// Whether a header that stands alone starts here: a row of names below at most three titles.
pub(crate) fn starts_table(text: &str, delimiter: u8, pos: usize, row: u64, known_header: &[String]) -> bool {
    let lines = lines(text, delimiter, pos, row, 4);
    let is_header = |line: &&Line| distinct(&line.cells).len() > 1 && !is_labelled(&line.cells);
    let Some(line) = lines.iter().find(is_header) else { return false };
    if has_number(&line.cells) && line.cells != known_header {
        return false;
    }
    line.cells == known_header || known(&line.cells) > 1
}

/// Whether a row holds labels and their values: `评估员：`, `李` or `Evaluator: Li`, `Date: …`.
fn is_labelled(cells: &[String]) -> bool {
    let is_label = |cell: &String| cell.ends_with([':', '：']);
    let names_field =
        |cell: &String| cell.split_once([':', '：']).is_some_and(|(key, _)| !meanings(key).is_empty());
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    let Some(first) = filled.next() else { return false };
    // A header all of whose names end with colons is one.
    if is_label(first) { filled.any(|cell| !is_label(cell)) } else { names_field(first) }
}

fn lines(text: &str, delimiter: u8, pos: usize, row: u64, most: usize) -> Vec<Line> {
    let (mut pos, mut row) = (pos, row);
    let mut lines = Vec::new();
    // Blank rows above a header are few, but a text may hold nothing else.
    for _ in 0..most * 50 {
        if pos >= text.len() || lines.len() == most {
            break;
        }
        let record = Record::at(text.as_bytes(), delimiter, pos);
        if !record.is_blank(text.as_bytes(), delimiter) {
            lines.push(Line { record, row, cells: cells(&record, text, delimiter) });
        }
        (pos, row) = (record.next, row + 1);
    }
    lines
}

/// Whether a row is the lower row of a header: it holds no number, names the columns of groups that the upper row
/// leaves blank or repeats, and says nothing else where the upper row stands alone.
fn is_lower(upper: &[String], lower: &[String], below: Option<&Line>) -> bool {
    if has_number(lower) || filled(lower) < 2 || below.is_some_and(|below| !has_number(&below.cells)) {
        return false;
    }
    // `Evaluator: Li` is a title and no group of columns.
    if upper.iter().any(|cell| cell.contains([':', '：'])) {
        return false;
    }
    let lower_at = |k: usize| lower.get(k).map_or("", String::as_str);
    let width = upper.len().max(lower.len());
    let continues = |k: usize| {
        let (left, here) = (k.checked_sub(1).and_then(|k| upper.get(k)), upper.get(k));
        let here = here.map_or("", String::as_str);
        !lower_at(k).is_empty()
            && lower_at(k) != here
            && (here.is_empty() && k > 0 || left.is_some_and(|left| left == here))
    };
    let grouped = |k: usize| continues(k) || continues(k + 1) && !lower_at(k).is_empty();
    let alone_is_blank = |k: usize| {
        let here = upper.get(k).map_or("", String::as_str);
        grouped(k) || lower_at(k).is_empty() || lower_at(k) == here || here.is_empty()
    };
    (0..width).any(grouped) && (0..width).all(alone_is_blank)
}

fn cells(record: &Record, text: &str, delimiter: u8) -> Vec<String> {
    record.values(text, delimiter).into_iter().map(|cell| cell.trim().to_owned()).collect()
}

/// The distinct cells that are not blank, in order. A title that is merged over many columns stands in each of them.
fn distinct(cells: &[String]) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.is_empty()).take(CELLS_LOOKED_AT) {
        if !distinct.contains(cell) {
            distinct.push(cell.clone());
        }
    }
    distinct
}

fn filled(cells: &[String]) -> usize {
    cells.iter().filter(|cell| !cell.is_empty()).count()
}

/// How many cells are words that name a field.
pub(crate) fn known(cells: &[String]) -> usize {
    cells.iter().take(CELLS_LOOKED_AT).filter(|cell| !meanings(cell).is_empty()).count()
}

fn has_number(cells: &[String]) -> bool {
    cells.iter().any(|cell| number(cell).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, row: u64, rows: u64, names: &[&str]) -> Found {
        let found = find(text, b',', 0, 1).unwrap();
        assert_eq!(found.header.row, row, "{text}");
        assert_eq!(found.header.next_row, row + rows, "{text}");
        assert_eq!(found.header.names(text, b','), names, "{text}");
        found
    }

    #[test]
    fn titles_above_the_header() {
        let found = check("2024年第一轮评估,,\n\n机构,评委,得分\nA,B,1\n", 3, 1, &["机构", "评委", "得分"]);
        assert_eq!(found.titles, [["2024年第一轮评估"]]);
        check("t,t,t\nprovider,x,y\nA,1,2\n", 2, 1, &["provider", "x", "y"]);
        check(
            "Unit: a,,Date: b\nprovider,evaluator,x,y\nA,B,1,2\n",
            2,
            1,
            &["provider", "evaluator", "x", "y"],
        );
        check("评估员：,李\n机构,态度\nA,1\n", 2, 1, &["机构", "态度"]);
        check("机构：,评委：,得分：\nA,B,1\n", 1, 1, &["机构：", "评委：", "得分："]);
        check("alpha,beta\n1,2\n", 1, 1, &["alpha", "beta"]);
        check("alone\n1\n", 1, 1, &["alone"]);
    }

    #[test]
    fn headers_of_two_rows() {
        let names = ["机构", "评委", "服务 / 态度", "服务 / 专业", "管理 / 制度", "管理 / 档案"];
        check("机构,评委,服务,,管理,\n,,态度,专业,制度,档案\nA,B,1,2,3,4\n", 1, 2, &names);
        check("机构,评委,服务,服务,管理,管理\n机构,评委,态度,专业,制度,档案\nA,B,1,2,3,4\n", 1, 2, &names);
        let names = ["信息 / 机构", "信息 / 评委", "服务 / 态度", "服务 / 专业"];
        check("信息,,服务,\n机构,评委,态度,专业\nA,B,1,2\n", 1, 2, &names);
    }

    #[test]
    fn rows_of_text_are_no_lower_header() {
        check("机构,评委,,备注\nA,B,优秀,x\nC,D,良好,y\n", 1, 1, &["机构", "评委", "", "备注"]);
        check("机构,评委,一,二\nA,B,优秀,良好\n", 1, 1, &["机构", "评委", "一", "二"]);
        check("a,,b\n1,x,2\n", 1, 1, &["a", "", "b"]);
    }

    #[test]
    fn tables_below_tables() {
        let header: Vec<String> = ["机构", "x"].map(Into::into).into();
        assert!(starts_table("第二轮\n机构,x\nA,1\n", b',', 0, 1, &header));
        assert!(starts_table("机构,评委\n", b',', 0, 1, &[]));
        assert!(starts_table("评委：,李\n机构,x\nA,1\n", b',', 0, 1, &header));
        assert!(!starts_table("A,1\nB,2\n", b',', 0, 1, &header));
        assert!(!starts_table("备注：x\n", b',', 0, 1, &header));
    }
}
