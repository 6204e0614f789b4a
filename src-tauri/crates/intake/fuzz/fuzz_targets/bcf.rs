//! BCF.
#![no_main]

libfuzzer_sys::fuzz_target!(
    |bytes: &[u8]| entaku_intake_fuzz::promise(bytes, |start| start.starts_with(b"BCF\x02"))
);
