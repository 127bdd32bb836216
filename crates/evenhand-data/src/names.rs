//! What the names of files and sheets and the titles above tables say about all their scores.

use evenhand_protocol::{Constant, ConstantSource, Field};

use crate::headers::{Rank, meanings};
use crate::plan::is_id;
use crate::round_names::round_in;
use crate::seen::Seen;

/// A value for a whole table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// The field it is for; for whatever is missing where absent.
    pub field: Option<Field>,
    /// The value.
    pub value: String,
    /// Where it comes from.
    pub from: ConstantSource,
}

impl Named {
    fn of(field: Option<Field>, value: &str, from: ConstantSource) -> Self {
        Self { field, value: value.trim().to_owned(), from }
    }

    /// The constant of a field.
    pub fn constant(&self, field: Field) -> Constant {
        Constant { field, value: self.value.clone(), from: self.from }
    }
}

/// The values that the names around each table tell, the nearest first: title, sheet, member or file.
pub(crate) fn names(tables: &[Seen]) -> Vec<Vec<Named>> {
    let mut named: Vec<Vec<Named>> = tables.iter().map(titles).collect();
    free_titles(tables, &mut named);
    sheets(tables, &mut named);
    files(tables, &mut named);
    named
}

/// `Evaluator: Li`, `评估员：李`, and names of rounds.
fn titles(seen: &Seen) -> Vec<Named> {
    let mut named = Vec::new();
    for cell in seen.titles.iter().flatten() {
        if let Some((key, value)) = cell.split_once([':', '：']) {
            let field =
                meanings(key.trim()).first().filter(|meaning| meaning.rank == Rank::Sure).map(|m| m.field);
            if let Some(field) = field.filter(|field| is_id(*field) && !value.trim().is_empty()) {
                named.push(Named::of(Some(field), value, ConstantSource::BlockTitle));
                continue;
            }
        }
        if let Some(round) = round_in(cell) {
            named.push(Named::of(Some(Field::Round), &round, ConstantSource::BlockTitle));
        }
    }
    // `评估员：`, `李` in two cells.
    for row in &seen.titles {
        for pair in row.windows(2) {
            let key = pair[0].trim().trim_end_matches([':', '：']);
            if key.len() < pair[0].trim().len()
                && let Some(meaning) = meanings(key).first()
                && is_id(meaning.field)
            {
                named.push(Named::of(Some(meaning.field), &pair[1], ConstantSource::BlockTitle));
            }
        }
    }
    named
}

/// Tables of the same form in one sheet whose single titles differ: the titles tell them apart.
fn free_titles(tables: &[Seen], named: &mut [Vec<Named>]) {
    for index in 0..tables.len() {
        let [row] = tables[index].titles.as_slice() else { continue };
        let [title] = row.as_slice() else { continue };
        let alike = |other: &Seen| same_sheet(other, &tables[index]) && same_form(other, &tables[index]);
        let siblings: Vec<&Seen> = tables.iter().filter(|other| alike(other)).collect();
        let differ = siblings.iter().filter(|other| other.titles.concat().contains(title)).count() == 1;
        if siblings.len() > 1 && differ && named[index].is_empty() {
            named[index].push(Named::of(None, title, ConstantSource::BlockTitle));
        }
    }
}

fn sheets(tables: &[Seen], named: &mut [Vec<Named>]) {
    for index in 0..tables.len() {
        let seen = &tables[index];
        let Some(sheet) = seen.source.sheet.as_deref().filter(|sheet| !is_default_name(sheet)) else {
            continue;
        };
        let sibling = |other: &&Seen| {
            same_file(other, seen) && other.source.sheet != seen.source.sheet && same_form(other, seen)
        };
        let has_siblings = tables.iter().any(|other| sibling(&other));
        match round_in(sheet) {
            // Where sheets are told apart by their names, the whole name is the id.
            Some(_) if has_siblings => {
                named[index].push(Named::of(Some(Field::Round), sheet, ConstantSource::SheetName));
            }
            Some(round) => {
                named[index].push(Named::of(Some(Field::Round), &round, ConstantSource::SheetName));
            }
            None if has_siblings => named[index].push(Named::of(None, sheet, ConstantSource::SheetName)),
            None => {}
        }
    }
}

fn files(tables: &[Seen], named: &mut [Vec<Named>]) {
    for index in 0..tables.len() {
        let seen = &tables[index];
        let stem = stem(file_name(seen));
        if let Some(round) = round_in(stem) {
            named[index].push(Named::of(Some(Field::Round), &round, ConstantSource::FileName));
            continue;
        }
        let others: Vec<&str> = tables
            .iter()
            .filter(|other| file_name(other) != file_name(seen) && same_form(other, seen))
            .map(|other| self::stem(file_name(other)))
            .collect();
        if !others.is_empty() {
            let own = own_part(stem, &others);
            if !own.is_empty() {
                named[index].push(Named::of(None, own, ConstantSource::FileName));
            }
        }
    }
}

/// The name of the file, or of the member of an archive.
fn file_name(seen: &Seen) -> &str {
    let member = seen.source.member.as_deref().map(|member| member.rsplit('/').next().unwrap_or(member));
    member.unwrap_or(&seen.source.name)
}

fn stem(name: &str) -> &str {
    let name = name.strip_suffix(".gz").unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn same_file(a: &Seen, b: &Seen) -> bool {
    a.source.file == b.source.file && a.source.member == b.source.member
}

fn same_sheet(a: &Seen, b: &Seen) -> bool {
    same_file(a, b) && a.source.sheet == b.source.sheet
}

fn same_form(a: &Seen, b: &Seen) -> bool {
    a.broken.is_none() && b.broken.is_none() && a.headers == b.headers
}

/// `Sheet1`, `工作表 2`: names that nobody gave.
fn is_default_name(sheet: &str) -> bool {
    let stem = sheet.trim().trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    matches!(stem.to_lowercase().as_str(), "sheet" | "工作表" | "table" | "feuil" | "tabelle" | "")
}

/// What is left of a name without what it shares with all others, cut where words end: `E1` and `E12` differ as a
/// whole.
fn own_part<'a>(name: &'a str, others: &[&str]) -> &'a str {
    let chars: Vec<char> = name.chars().collect();
    let all: Vec<Vec<char>> = others.iter().map(|other| other.chars().collect()).collect();
    let reversed = |chars: &[char]| -> Vec<char> { chars.iter().rev().copied().collect() };
    let front = shared(&chars, &all);
    let back = shared(&reversed(&chars), &all.iter().map(|other| reversed(other)).collect::<Vec<_>>());
    let end = chars.len().saturating_sub(back).max(front);
    let byte = |k: usize| name.char_indices().nth(k).map_or(name.len(), |(byte, _)| byte);
    name[byte(front)..byte(end)].trim_matches(|c: char| c.is_whitespace() || "_-.()（）[]【】".contains(c))
}

/// How many characters all share at the start, up to the end of a word in each.
fn shared(name: &[char], others: &[Vec<char>]) -> usize {
    let common = |other: &Vec<char>| name.iter().zip(other).take_while(|(a, b)| a == b).count();
    let mut front = others.iter().map(common).min().unwrap_or(0);
    let inside = |chars: &[char], k: usize| k > 0 && k < chars.len() && joins(chars[k - 1], chars[k]);
    while front > 0 && (inside(name, front) || others.iter().any(|other| inside(other, front))) {
        front -= 1;
    }
    front
}

fn joins(a: char, b: char) -> bool {
    a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_parts_of_names() {
        for (name, other, own) in [
            ("得分_张三", "得分_李四", "张三"),
            ("评委张三评分表", "评委李四评分表", "张三"),
            ("E1", "E12", "E1"),
            ("scores_E1", "scores_E2", "E1"),
            ("scores (Li)", "scores (Wang)", "Li"),
            ("a", "a", ""),
        ] {
            assert_eq!(own_part(name, &[other]), own, "{name}");
        }
    }

    #[test]
    fn default_names_of_sheets() {
        assert!(is_default_name("Sheet1") && is_default_name("工作表 3") && is_default_name("2"));
        assert!(!is_default_name("张三"));
    }
}
