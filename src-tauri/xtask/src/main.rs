//! `cargo xtask run | test | check | bindings | golden | pictures | ordeal | supply | bench`: everything a developer or CI does with this tree.
//! Owns set-up and orchestration only. Depends on nothing, so that it is there in seconds on a bare machine.
mod bench;
mod bindings;
mod capabilities;
mod check;
mod counts;
mod golden;
mod npm;
mod ordeal;
mod pictures;
mod prepare;
mod run;
mod step;
mod supply;
mod system;
mod test;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [ARGS]        set up what is missing, build, and open the window
                              (on the demonstration cases; ARGS, such as --store DIR, go to the window instead)
cargo xtask test [ARGS]       set up what is missing and run every test, also those in a real window
                              (ARGS go to cargo test: a name to filter by, for example)
cargo xtask check [NAME…]     sizes, floors, unused, licences, supply, words, format, clippy, docs, bindings, page
cargo xtask bindings [--check] write the TypeScript types and the capability file from the Rust side
cargo xtask golden [--check]  write the documents of the golden set anew and show what differs
cargo xtask pictures          take the pictures of the help anew, in a real window
cargo xtask ordeal [--full]   kill, cut the power, fail the disk, flip bits: a report of what the store survives
cargo xtask supply [--check]  write the bill of materials and the licences of what is shipped
cargo xtask bench [ARGS]      measure a release build";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let verb = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let done = match verb.as_str() {
        "run" => run::run(&rest),
        "test" => test::test(&rest),
        "check" => check::check(&rest),
        "bindings" => bindings::bindings(&rest),
        "golden" => golden::golden(&rest),
        "pictures" => pictures::pictures(&rest),
        "ordeal" => ordeal::ordeal(&rest),
        "supply" => supply::supply(&rest),
        "bench" => bench::bench(&rest),
        "" | "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("`{other}` is not one of the verbs.\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}
