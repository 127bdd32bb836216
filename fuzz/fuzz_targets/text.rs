#![no_main]
use evenhand_formats::decode_head;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    for is_whole in [false, true] {
        let _ = evenhand_fuzz::bounded(data.len(), || decode_head(data, is_whole));
    }
    evenhand_fuzz::check("a.csv", data);
});
