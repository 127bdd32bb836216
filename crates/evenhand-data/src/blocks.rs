use crate::header::{Found, find, starts_table};
use crate::record::Record;

/// One of the tables that stand one under the other in a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// Its titles and its header.
    pub found: Found,
    /// Its last row; to the end of the sheet where absent.
    pub last_row: Option<u64>,
}

/// The most tables of a sheet; what stands below belongs to the last one.
const MOST: usize = 1000;

/// The tables of a text, apart by blank rows: a new one starts with a header of its own, perhaps below a title.
pub(crate) fn blocks(text: &str, delimiter: u8) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut start = Some((0, 1));
    while let Some((pos, row)) = start.take() {
        let Some(found) = find(text, delimiter, pos, row) else { break };
        let header = found.header;
        let names = header.names(text, delimiter);
        blocks.push(Block { found, last_row: None });
        if blocks.len() == MOST {
            break;
        }
        if let Some((pos, row, last_row)) = next_start(text, delimiter, header.next, header.next_row, &names)
        {
            if let Some(block) = blocks.last_mut() {
                block.last_row = Some(last_row);
            }
            start = Some((pos, row));
        }
    }
    blocks
}

/// Where the next table starts, its row, and the last row before it that is not blank.
fn next_start(
    text: &str,
    delimiter: u8,
    pos: usize,
    row: u64,
    names: &[String],
) -> Option<(usize, u64, u64)> {
    let bytes = text.as_bytes();
    let (mut pos, mut row, mut last) = (pos, row, row);
    let mut after_blank = false;
    while pos < text.len() {
        let record = Record::at(bytes, delimiter, pos);
        if record.is_blank(bytes, delimiter) {
            after_blank = true;
        } else {
            if after_blank && starts_table(text, delimiter, pos, row, names) {
                return Some((pos, row, last));
            }
            (last, after_blank) = (row, false);
        }
        (pos, row) = (record.next, row + 1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_rows_and_a_header_part_tables() {
        let text = "第一轮\n机构,评委,得分\nA,B,1\n\nC,D,2\n\n\n第二轮\n机构,评委,得分\nA,B,3\n,,\n注：无\n";
        let found: Vec<_> = blocks(text, b',')
            .into_iter()
            .map(|block| (block.found.titles.concat(), block.found.header.row, block.last_row))
            .collect();
        assert_eq!(found, [(vec!["第一轮".to_owned()], 2, Some(5)), (vec!["第二轮".to_owned()], 9, None)]);
    }
}
