//! JSON documents and lines.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_formats::{FormatErrorKind, Limits, read};
use support::{failure, limits, text};

#[track_caller]
fn check(json: &str, expected: &str) {
    assert_eq!(text("a.json", json.into()), expected, "{json}");
}

#[test]
fn tables_of_every_shape() {
    check(r#"[{"a":1,"b":"x"},{"b":"y","c":null}]"#, "a,b,c\n1,x,\n,y,\n");
    check(r#"{"a":[1,2],"b":["x",true]}"#, "a,b\n1,x\n2,TRUE\n");
    check(r#"{"meta":{"n":2},"data":[{"a":1}],"more":[1]}"#, "a\n1\n");
    check(r#"{"count":1,"rows":[{"a":1}]}"#, "a\n1\n");
    check(r#"{"rows":[{"a":1}]}"#, "a\n1\n");
    check(r#"[{"p":{"id":1,"name":"甲"},"s":2}]"#, "p.id,p.name,s\n1,甲,2\n");
    check("\u{feff} [\n{\"a\": \"x,\\n\\\"\"}\n]", "a\n\"x,\n\"\"\"\n");
    check("{\"a\":1}\n{\"a\":2,\"b\":3}\n\n{}\n", "a,b\n1,\n2,3\n,\n");
    check("{\"a\":1}{\"a\":2}", "a\n1\n2\n");
    assert_eq!(text("a.ndjson", b"{\"a\":1}".to_vec()), "a\n1\n");
}

#[test]
fn numbers_keep_their_text() {
    check(
        r#"[{"a":4.50,"b":12345678901234567890123,"c":1E-5,"d":-0.0}]"#,
        "a,b,c,d\n4.50,12345678901234567890123,1E-5,-0.0\n",
    );
}

#[test]
fn what_is_too_deep_is_named() {
    for (json, column) in [
        (r#"[{"a":1},{"b":[1]}]"#, "b"),
        (r#"[{"a":1},{"b":{"c":{"d":1}}}]"#, "b.c"),
        (r#"{"x":[1,2],"b":[1,[2]]}"#, "b"),
    ] {
        let error = failure("a.json", json.into());
        assert!(matches!(error.kind, FormatErrorKind::Nested { .. }), "{error}");
        assert_eq!((error.column.as_deref(), error.row), (Some(column), Some(3)));
    }
}

#[test]
fn what_is_no_table_is_told() {
    for json in
        ["[]", "[1,2]", "{}", "[[1]]", r#"{"error":"no"}"#, r#"{"a":[{"x":1}],"b":[{"x":1}]}"#, "[{}]"]
    {
        assert_eq!(failure("a.json", json.into()).kind, FormatErrorKind::NoTable, "{json}");
    }
    for json in [
        "[{\"a\":1},",
        "[{\"a\":1},2]",
        "{\"a\":1}\n{\"a\":",
        "[{\"a\":01}]",
        "{\"a\":[1],\"b\":[1,2]}",
        "[{\"a\":\"\\ud800\"}]",
    ] {
        assert!(matches!(failure("a.json", json.into()).kind, FormatErrorKind::Corrupt { .. }), "{json}");
    }
    let error = failure("a.jsonl", b"{\"a\":1}\n{\"a\":2}\n{\"a\"}\n".to_vec());
    assert_eq!(error.row, Some(4));
}

#[test]
fn deep_and_wide_documents_are_bounded() {
    let deep = format!("[{{\"a\":{}", "[".repeat(1_000_000));
    assert!(matches!(failure("a.json", deep.into()).kind, FormatErrorKind::Corrupt { .. }));
    // Every row has a column of its own.
    let rows: Vec<String> = (0..5000).map(|k| format!("{{\"c{k}\":1}}")).collect();
    let error =
        read("a.json", format!("[{}]", rows.join(",")).into(), &Limits { max_bytes: 1 << 20, ..limits() });
    assert!(matches!(error.unwrap_err().kind, FormatErrorKind::TooLarge { .. }));
}
