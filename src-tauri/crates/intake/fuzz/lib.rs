//! What every reader promises, whatever it is given: an error or a draft whose ledger balances, the same whether it is
//! read or counted, and never a panic.

use entaku_intake::{Limits, Options, inspect, read};
use std::ops::ControlFlow;

/// Reads bytes that begin like the format under test; others are left to the target of their own format.
pub fn promise(bytes: &[u8], begins: impl Fn(&[u8]) -> bool) {
    if !begins(bytes) {
        return;
    }
    let limits = Limits { line_bytes: 1 << 16, expanded_bytes: 1 << 24, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let mut go_on = |_| ControlFlow::Continue(());
    let draft = read("fuzzed", bytes, &options, &mut go_on);
    let counted = inspect("fuzzed", bytes, &options, &mut go_on);
    match (draft, counted) {
        (Ok(draft), Ok(counted)) => {
            assert!(draft.ledger.balances(), "{:?}", draft.ledger);
            assert_eq!(draft.ledger.kept, draft.findings.len() as u64);
            assert_eq!(draft.notes, counted.draft.notes);
        }
        (Err(read), Err(counted)) => assert_eq!(read.kind, counted.kind),
        (read, counted) => panic!("read {:?}, counted {:?}", read.is_ok(), counted.is_ok()),
    }
}
