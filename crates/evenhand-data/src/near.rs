//! Ids that are nearly the same: told, and joined only when the user says so.

use evenhand_protocol::{Action, Expected, Field, ProblemCode};
use evenhand_table::ScoreTable;

use crate::codes::first_rows;
use crate::fold::half_width;
use crate::metadata::Listings;
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::staged::Staged;

/// Ids of fewer characters are too likely to differ by one character on purpose.
const SHORTEST: usize = 5;
/// Ids of a field that are compared by single characters; beyond, only spelling variants are.
const MOST_IDS: usize = 20_000;

/// An id and one that it is perhaps meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    from: usize,
    to: usize,
}

/// Reports the near duplicates among rounds, providers, indicators and evaluators.
/// `rows` are the input rows of the table's rows.
pub(crate) fn report(
    tables: &[PlannedTable],
    staged: &Staged,
    table: &ScoreTable,
    rows: &[u32],
    listings: &Listings,
    problems: &mut Problems,
) {
    let metadata = table.metadata();
    let ids = |field| -> Vec<&str> {
        match field {
            Field::Round => metadata.rounds.iter().map(|info| info.id.as_str()).collect(),
            Field::Provider => metadata.providers.iter().map(|info| info.id.as_str()).collect(),
            Field::Indicator => metadata.indicators.iter().map(|info| info.id.as_str()).collect(),
            _ => metadata.evaluators.iter().map(|info| info.id.as_str()).collect(),
        }
    };
    for (field, codes, listing) in [
        (Field::Round, table.round(), &listings.rounds),
        (Field::Provider, table.provider(), &listings.providers),
        (Field::Indicator, table.indicator(), &listings.indicators),
        (Field::Evaluator, table.evaluator(), &listings.evaluators),
    ] {
        let ids = ids(field);
        let mut count = vec![0u32; ids.len()];
        codes.iter().for_each(|code| count[*code as usize] += 1);
        let listed: Vec<bool> = ids.iter().map(|id| listing.place(id).is_some()).collect();
        // Two ids that are both listed are told apart by who made the list.
        let rank = |code: usize| (listed[code], count[code], std::cmp::Reverse(code));
        let first = first_rows(ids.len(), codes);
        for (a, b) in pairs(&ids).into_iter().filter(|(a, b)| !(listed[*a] && listed[*b])) {
            let pair = if rank(a) < rank(b) { Pair { from: a, to: b } } else { Pair { from: b, to: a } };
            let Some(row) = first.get(pair.from).and_then(|row| rows.get(*row)) else { continue };
            let origin = staged.origin(*row as usize);
            let at = At::id(tables, origin, field);
            let expected = Expected::SameIdAs { field, id: ids[pair.to].to_owned() };
            problems.add(tables, at, ProblemCode::NearDuplicateId, ids[pair.from], expected, Action::Kept);
        }
    }
}

/// Pairs of ids that differ in case, width and spaces, or in one character that is no number.
fn pairs(ids: &[&str]) -> Vec<(usize, usize)> {
    let folded: Vec<Vec<char>> = ids.iter().map(|id| spelling(id)).collect();
    let mut pairs = Vec::new();
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_by(|a, b| folded[*a].cmp(&folded[*b]).then(a.cmp(b)));
    for same in order.chunk_by(|a, b| folded[*a] == folded[*b]) {
        pairs.extend(same.iter().skip(1).map(|other| (same[0], *other)));
    }
    if ids.len() <= MOST_IDS {
        // Spaces stay here: they show whether a letter stands alone.
        let spaced: Vec<Vec<char>> = ids.iter().map(|id| spaced(id)).collect();
        // Ids that are spelt alike are told with the first of them already.
        pairs.extend(one_apart(&spaced).into_iter().filter(|(a, b)| folded[*a] != folded[*b]));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn spelling(id: &str) -> Vec<char> {
    id.chars().map(half_width).filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

fn spaced(id: &str) -> Vec<char> {
    let words: Vec<&str> = id.split_whitespace().collect();
    words.join(" ").chars().map(half_width).flat_map(char::to_lowercase).collect()
}

/// Ids that become equal when one character is dropped from one or both, at the same place.
fn one_apart(folded: &[Vec<char>]) -> Vec<(usize, usize)> {
    let mut shortened: Vec<(String, usize, usize)> = Vec::new();
    for (index, id) in folded.iter().enumerate().filter(|(_, id)| id.len() + 1 >= SHORTEST && id.len() < 100)
    {
        // Nothing dropped, for ids that have one character more.
        shortened.push((id.iter().collect(), usize::MAX, index));
        for place in (0..id.len()).filter(|_| id.len() >= SHORTEST) {
            let rest = id[..place].iter().chain(&id[place + 1..]).collect();
            shortened.push((rest, place, index));
        }
    }
    shortened.sort_unstable();
    let mut pairs = Vec::new();
    for same in shortened.chunk_by(|a, b| a.0 == b.0) {
        for (k, (_, place, a)) in same.iter().enumerate() {
            for (_, other_place, b) in &same[k + 1..] {
                let comparable = place == other_place || *other_place == usize::MAX || *place == usize::MAX;
                if comparable
                    && a != b
                    && folded[*a] != folded[*b]
                    && differ_by_chance(&folded[*a], &folded[*b])
                {
                    pairs.push(((*a).min(*b), (*a).max(*b)));
                }
            }
        }
    }
    pairs
}

/// Whether the one character in which two ids differ may be a slip: no number, no letter that stands alone, and none
/// of the characters that tell places, people and things apart.
fn differ_by_chance(a: &[char], b: &[char]) -> bool {
    let front = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let back = a[front..].iter().rev().zip(b[front..].iter().rev()).take_while(|(a, b)| a == b).count();
    let slip = |id: &[char]| {
        id[front..id.len() - back].iter().all(|c| !tells_apart(*c))
            && !letter_alone(id, front, id.len() - back)
    };
    a.len().max(b.len()) >= SHORTEST && slip(a) && slip(b)
}

fn tells_apart(c: char) -> bool {
    c.is_numeric()
        || "一二三四五六七八九十百千零〇两甲乙丙丁戊己庚辛东西南北中上下左右前后大小新老男女".contains(c)
}

fn letter_alone(id: &[char], start: usize, end: usize) -> bool {
    let is_letter = |k: Option<usize>| k.and_then(|k| id.get(k)).is_some_and(char::is_ascii_alphabetic);
    end == start + 1 && is_letter(Some(start)) && !is_letter(start.checked_sub(1)) && !is_letter(Some(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_ids() {
        for (a, b) in [
            ("Sunshine Home", "sunshine home"),
            ("P1", "Ｐ１"),
            ("p 1", "P1"),
            ("Sunshine", "Sunshne"),
            ("Sunshine", "Sunshina"),
            ("阳光社会服务中心", "阳光社区服务中心"),
            ("阳光社工服务中心", "阳光社工服务中"),
        ] {
            assert_eq!(pairs(&[a, b]), [(0, 1)], "{a} {b}");
        }
        for (a, b) in [
            ("P10001", "P10002"),
            ("Provider 1", "Provider 12"),
            ("Provider A", "Provider B"),
            ("care", "cars"),
            ("东城区服务中心", "西城区服务中心"),
            ("第一轮评估得分", "第二轮评估得分"),
            ("评估小组专家甲", "评估小组专家乙"),
            ("abcdef", "abdcef"),
            ("abcdefg", "bcdefgh"),
        ] {
            assert_eq!(pairs(&[a, b]), [], "{a} {b}");
        }
        assert_eq!(pairs(&["Sun Home", "sun home", "SunHome"]), [(0, 1), (0, 2)]);
        assert_eq!(pairs(&["Sunshine", "Sunshne", "x", "SUNSHINE"]), [(0, 1), (0, 3), (1, 3)]);
    }
}
