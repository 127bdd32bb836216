//! Text files, compressed files and archives.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_formats::{Encoding, FormatErrorKind, Limits, TextForm, read};
use support::{failure, gzipped, limits, sheets, text, zipped};

const CSV: &[u8] = b"a;b\n1;2\n";

#[test]
fn text_stays_as_it_is() {
    let sheet = sheets("a.csv", b"\xEF\xBB\xBFa\tb\r\n\r\n\"1\n\"\t2".to_vec()).remove(0);
    assert_eq!(sheet.text.content, "a\tb\r\n\r\n\"1\n\"\t2");
    assert_eq!(sheet.text.form, TextForm::AsFound { encoding: Encoding::Utf8 });
    let sheet = sheets("a.csv", b"\xBB\xFA\xB9\xB9,b\n".to_vec()).remove(0);
    assert_eq!(sheet.text.form, TextForm::AsFound { encoding: Encoding::Gb18030 });
    for bytes in [b"".as_slice(), b" \r\n\t", b"\xEF\xBB\xBF", b"\xFF\xFE"] {
        assert_eq!(failure("a.csv", bytes.to_vec()).kind, FormatErrorKind::Empty);
    }
    assert_eq!(failure("a.csv", b"a\0".to_vec()).kind, FormatErrorKind::NotText { offset: 1, byte: 0 });
}

#[test]
fn archives_in_archives_are_read_two_deep() {
    assert_eq!(text("a.csv.gz", gzipped(CSV)).as_bytes(), CSV);
    let inner = zipped(&[("x.csv", CSV), ("sub/y.json.gz", &gzipped(b"[{\"a\":1}]"))]);
    let outer = zipped(&[
        ("readme/", b""),
        ("__MACOSX/._x.csv", b"\0\0"),
        (".DS_Store", b"\0\0"),
        ("data/x.csv", CSV),
        ("data/y.csv.gz", &gzipped(CSV)),
    ]);
    let found = sheets("o.zip", outer);
    let members: Vec<_> = found.iter().map(|sheet| sheet.member.as_deref().unwrap()).collect();
    assert_eq!(members, ["data/x.csv", "data/y.csv.gz"]);
    let found = sheets("o.zip", zipped(&[("i.zip", &zipped(&[("x.csv", CSV)]))]));
    assert_eq!(found[0].member.as_deref(), Some("i.zip/x.csv"));
    let contents = read("o.zip", zipped(&[("i.zip", &inner)]), &limits()).unwrap();
    assert_eq!(contents.sheets[0].member.as_deref(), Some("i.zip/x.csv"));
    let [error] = contents.unreadable.try_into().unwrap();
    assert_eq!(error.kind, FormatErrorKind::TooDeep { limit: 2 });
    assert_eq!(error.member.as_deref(), Some("i.zip/sub/y.json.gz"));
}

#[test]
fn errors_name_the_member() {
    let broken = b"a,b\n1,\0\n";
    let contents =
        read("o.zip", zipped(&[("x.csv", CSV), ("y.csv", broken), ("z.csv", CSV)]), &limits()).unwrap();
    let members: Vec<_> = contents.sheets.iter().map(|sheet| sheet.member.as_deref().unwrap()).collect();
    assert_eq!((members.as_slice(), contents.unreadable.len()), (&["x.csv", "z.csv"][..], 1));
    assert_eq!(contents.unreadable[0].member.as_deref(), Some("y.csv"));
    let error = failure("o.zip", zipped(&[("y.csv", broken), ("e.csv", b"")]));
    assert_eq!(error.kind, FormatErrorKind::NotText { offset: 6, byte: 0 });
    assert_eq!((error.member.as_deref(), error.row), (Some("y.csv"), Some(2)));
    assert_eq!(failure("o.zip", zipped(&[(".a", CSV)])).kind, FormatErrorKind::NoTable);
}

#[test]
fn chinese_names_of_members_are_read() {
    // The writer marks names that are not ASCII as UTF-8; the mark is taken away and the name made GBK.
    let mut bytes = zipped(&[("aaaa.csv", CSV)]);
    let places: Vec<usize> = bytes
        .windows(8)
        .enumerate()
        .filter(|(_, window)| *window == b"aaaa.csv")
        .map(|(place, _)| place)
        .collect();
    assert_eq!(places.len(), 2);
    for place in places {
        bytes[place..place + 4].copy_from_slice(b"\xBB\xFA\xB9\xB9");
    }
    assert_eq!(sheets("o.zip", bytes)[0].member.as_deref(), Some("机构.csv"));
}

#[test]
fn bombs_are_not_unpacked() {
    let zeros = vec![b'0'; 12 << 20];
    let bomb = gzipped(&zeros);
    assert!(bomb.len() < 20_000);
    let limits = || Limits { max_bytes: 8 << 20, ..limits() };
    let tight = Limits { max_ratio: 100, ..limits() };
    let kind = |bytes: &[u8], limits: &Limits| read("a", bytes.to_vec(), limits).unwrap_err().kind;
    assert!(matches!(kind(&bomb, &limits()), FormatErrorKind::TooLarge { .. }));
    assert_eq!(kind(&bomb, &tight), FormatErrorKind::TooDense { ratio: 100 });
    let zipped_bomb = zipped(&[("a.csv", &zeros)]);
    assert!(matches!(kind(&zipped_bomb, &limits()), FormatErrorKind::TooLarge { .. }));
    // Memory is the whole archive's: what stands beside a bomb is not read either.
    let beside = zipped(&[("a.csv", CSV), ("b.csv", &zeros)]);
    assert!(matches!(kind(&beside, &limits()), FormatErrorKind::TooLarge { .. }));
    let workbook = zipped(&[("[Content_Types].xml", b""), ("_rels/.rels", b""), ("xl/workbook.xml", &zeros)]);
    assert!(matches!(kind(&workbook, &limits()), FormatErrorKind::TooLarge { .. }));
    assert_eq!(kind(&workbook, &tight), FormatErrorKind::TooDense { ratio: 100 });
}

/// The sizes that a zip file declares of its members are wrong: nothing is taken on trust.
#[test]
fn lying_sizes_do_not_help() {
    let zeros = vec![b'0'; 70 << 20];
    let mut bomb = zipped(&[("a.csv", &zeros)]);
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let places: Vec<usize> =
        bomb.windows(4).enumerate().filter(|(_, window)| *window == size).map(|(place, _)| place).collect();
    assert_eq!(places.len(), 2);
    for place in places {
        bomb[place..place + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    let error = failure("a.zip", bomb);
    assert!(
        matches!(error.kind, FormatErrorKind::TooLarge { .. } | FormatErrorKind::Corrupt { .. }),
        "{error}"
    );
}

#[test]
fn too_many_members_are_refused() {
    let names: Vec<String> = (0..30).map(|k| format!("{k}.csv")).collect();
    let members: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), CSV)).collect();
    let error = read("a.zip", zipped(&members), &Limits { max_sheets: 20, ..limits() }).unwrap_err();
    assert_eq!(error.kind, FormatErrorKind::TooManySheets { limit: 20 });
}
