#![no_main]
use evenhand_fuzz::{check, parts, stored};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    check("a.zip", data);
    let mut parts = parts(data);
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    check("a.zip", &stored(&[("a.csv", first), ("b.zip", second)]));
});
