#![no_main]
use evenhand_fuzz::{check, stored};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    check("a.ods", data);
    let package =
        stored(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", data)]);
    check("a.ods", &package);
});
