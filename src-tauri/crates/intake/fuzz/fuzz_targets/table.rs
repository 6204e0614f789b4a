//! Tables of text.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entaku_intake_fuzz::promise(bytes, |start| start
    .first()
    .is_some_and(|byte| byte.is_ascii_graphic() && !b"<{[#".contains(byte))));
