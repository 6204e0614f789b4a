//! Reads files and prints what was found and how long it took: `inspect [--notes] FILE…`, with `--notes` each note on
//! a line of its own. For measuring, not for use.
#![allow(clippy::print_stdout)]

use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

fn main() {
    let (flags, names): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|word| word.starts_with("--"));
    for name in names {
        let start = Instant::now();
        let result =
            entaku_intake::inspect_file(Path::new(&name), &entaku_intake::Options::default(), &mut |_| {
                ControlFlow::Continue(())
            });
        let seconds = start.elapsed().as_secs_f64();
        match result {
            Err(error) => println!("{name}\tERROR\t{error}"),
            Ok(found) => {
                let notes: Vec<String> =
                    found.draft.notes.iter().map(|note| format!("{}x{}", note.code, note.times)).collect();
                println!(
                    "{name}\t{} {}\t{}\ttumour {:?}\tread {} kept {} {:?}\t{:?}\t{}\t{seconds:.3} s",
                    found.draft.file.format,
                    found.draft.file.format_version.as_deref().unwrap_or("-"),
                    found.draft.assembly.name.name(),
                    found.draft.tumour_sample,
                    found.draft.ledger.read,
                    found.draft.ledger.kept,
                    found.draft.ledger.by_reason,
                    found.findings,
                    notes.join(" "),
                );
                for note in found.draft.notes.iter().filter(|_| flags.iter().any(|flag| flag == "--notes")) {
                    let line = note.place.line.map_or("-".to_owned(), |line| line.to_string());
                    let field = note.place.field.as_deref().unwrap_or("-");
                    let (code, said) = (&note.code, &note.said);
                    println!(
                        "  {:?} {code} {field}:{line} x{} | {said} | {}",
                        note.severity, note.times, note.hint
                    );
                }
            }
        }
    }
}
