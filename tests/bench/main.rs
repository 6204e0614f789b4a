//! `cargo xtask bench`: what a person would wait for, measured on a release build, beside what the machine itself or
//! another program takes in the same run. Prints a table and writes it to `target/bench/figures.md`.
//!
//! Without arguments all benches run; a name runs that one: `report-file`, `intake`, `vcf`, `reference`, `cohort`, `decision`, `evidence`,
//! `render`, `window`, `review`. `--million`: a VCF of a million records too. `--cases N`: size of the cohort's store (10 000), which is
//! made once and kept in `target/bench`.
mod cohort;
mod decision;
mod evidence;
mod intake;
mod job;
mod measure;
mod reference;
mod render;
mod review;
mod table;
mod vcf;
mod window;

use std::path::PathBuf;

use table::Table;

const NAMES: [&str; 10] = [
    "report-file",
    "intake",
    "vcf",
    "reference",
    "cohort",
    "decision",
    "evidence",
    "render",
    "window",
    "review",
];

/// What was asked for on the command line.
struct Asked {
    names: Vec<String>,
    million: bool,
    cases: usize,
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [verb, folder, file] = words.as_slice()
        && verb == job::VERB
    {
        return job::work(folder, file);
    }
    if let [verb, store, file] = words.as_slice()
        && intake::VERBS.contains(&verb.as_str())
    {
        return intake::work(verb, store, file);
    }
    if let [verb, store, file] = words.as_slice()
        && verb == evidence::VERB
    {
        return evidence::work(store, file);
    }
    let asked = read(&words).unwrap_or_else(|wrong| {
        eprintln!("{wrong}");
        std::process::exit(2)
    });
    let mut table = Table::new();
    for name in asked.names {
        eprintln!("… {name}");
        match name.as_str() {
            "report-file" => job::bench(&mut table),
            "intake" => intake::bench(&mut table),
            "vcf" => vcf::bench(&mut table, asked.million),
            "reference" => reference::bench(&mut table),
            "cohort" => cohort::bench(&mut table, asked.cases),
            "decision" => decision::bench(&mut table),
            "evidence" => evidence::bench(&mut table, asked.cases),
            "render" => render::bench(&mut table),
            "review" => review::bench(&mut table),
            _ => window::bench(&mut table),
        }
    }
    table.finish(&folder().join("figures.md"));
}

fn read(words: &[String]) -> Result<Asked, String> {
    let mut asked = Asked { names: Vec::new(), million: false, cases: 10_000 };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--million" => asked.million = true,
            "--cases" => {
                let number = words.next().and_then(|word| word.parse().ok());
                asked.cases = number.ok_or("--cases needs a number")?;
            }
            name if NAMES.contains(&name) => asked.names.push(name.to_owned()),
            other => return Err(format!("`{other}` is no bench; there are {}", NAMES.join(", "))),
        }
    }
    if asked.names.is_empty() {
        asked.names = NAMES.map(str::to_owned).to_vec();
    }
    Ok(asked)
}

/// A built program: the one the variable names, otherwise the one beside this; none where it is not built.
fn program(variable: &str, name: &str) -> Option<PathBuf> {
    let beside = || std::env::current_exe().ok().map(|bench| bench.with_file_name(name));
    std::env::var_os(variable).map(PathBuf::from).or_else(beside).filter(|program| program.is_file())
}

/// `target/bench`, where made files and stores are kept for the next run.
fn folder() -> PathBuf {
    let program = std::env::current_exe().expect("a running program has a path");
    let folder = program.ancestors().nth(2).expect("it lies in a folder of target").join("bench");
    std::fs::create_dir_all(&folder).expect("target can be written");
    folder
}
