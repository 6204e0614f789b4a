//! `ordeal [--short | --full] [--only PART] --out FILE`: what the store survives, in figures, as a report in Markdown. Ends with 1
//! where anything failed. Needs Linux, a C compiler named cc, and the `worker` beside it.
#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("the ordeal needs Linux: its shim stands between a program and glibc");
    std::process::exit(2);
}

#[cfg(target_os = "linux")]
mod attacks;
#[cfg(target_os = "linux")]
mod crowd;
#[cfg(target_os = "linux")]
mod cuts;
#[cfg(target_os = "linux")]
mod faults;
#[cfg(target_os = "linux")]
mod flips;
#[cfg(target_os = "linux")]
mod kills;
#[cfg(target_os = "linux")]
mod malformed;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(target_os = "linux")]
mod report;
#[cfg(target_os = "linux")]
mod shim;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    run::ordeal()
}

#[cfg(target_os = "linux")]
mod run {
    use std::process::ExitCode;
    use std::time::Instant;

    use crate::report::{Part, markdown};
    use crate::shim::Shim;
    use crate::{attacks, crowd, cuts, faults, flips, kills, malformed, memory};

    /// How much of everything.
    struct Size {
        name: &'static str,
        kills: u64,
        cuts: u64,
        /// Calls at which the disk fails, for each kind of failure.
        faults: u64,
        flips: u64,
        /// Seconds of several programs at once.
        crowd: u64,
        files: u64,
        events: u64,
    }

    const SHORT: Size =
        Size { name: "short", kills: 6, cuts: 12, faults: 5, flips: 6, crowd: 1, files: 150, events: 3_000 };
    const USUAL: Size = Size {
        name: "usual",
        kills: 120,
        cuts: 200,
        faults: 120,
        flips: 200,
        crowd: 20,
        files: 1_500,
        events: 30_000,
    };
    const FULL: Size = Size {
        name: "full",
        kills: 1_000,
        cuts: 1_000,
        faults: u64::MAX,
        flips: 1_000,
        crowd: 60,
        files: 1_500,
        events: 300_000,
    };

    pub fn ordeal() -> ExitCode {
        let words: Vec<String> = std::env::args().skip(1).collect();
        let given = |name: &str| words.iter().any(|word| word == name);
        let after = |name: &str| {
            words.iter().position(|word| word == name).and_then(|place| words.get(place + 1)).cloned()
        };
        let size = match (given("--short"), given("--full")) {
            (true, _) => SHORT,
            (_, true) => FULL,
            _ => USUAL,
        };
        let out = after("--out").unwrap_or_else(|| "ordeal.md".to_owned());
        let only = after("--only");
        let shim = match Shim::build() {
            Ok(shim) => shim,
            Err(why) => {
                eprintln!("{why}");
                return ExitCode::from(2);
            }
        };
        let parts: [(&str, &dyn Fn() -> Part); 8] = [
            ("kills", &|| kills::run(size.kills)),
            ("cuts", &|| cuts::run(&shim, size.cuts)),
            ("faults", &|| faults::run(&shim, size.faults)),
            ("flips", &|| flips::run(size.flips)),
            ("crowd", &|| crowd::run(size.crowd)),
            ("malformed", &|| malformed::run(size.files)),
            ("memory", &|| memory::run(size.events)),
            ("attacks", &attacks::run),
        ];
        let mut done = Vec::new();
        for (name, part) in parts {
            // The short form is one of the tests that the attacks ask for.
            if name == "attacks" && size.name == SHORT.name {
                continue;
            }
            if only.as_deref().is_some_and(|only| only != name) {
                continue;
            }
            println!("▸ {name}");
            let began = Instant::now();
            let mut part = part();
            part.seconds = began.elapsed().as_secs_f64();
            println!("{} {name} ({:.0} s)", if part.passed() { "✓" } else { "✗" }, part.seconds);
            done.push(part);
            // After each part, so that an interrupted run leaves what it found.
            if let Err(error) = std::fs::write(&out, markdown(size.name, &done)) {
                eprintln!("{out} cannot be written: {error}");
                return ExitCode::from(2);
            }
        }
        println!("{}", markdown(size.name, &done));
        if done.iter().all(Part::passed) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
