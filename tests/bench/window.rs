//! The window: from the start of its program to its first picture, and the memory of all its processes.
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use entaku_tests::place::Folder;

use crate::measure::{median, ms};
use crate::table::Table;

const RUNS: usize = 7;

/// Ends with its owner.
struct Kept(Child);

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Measures, where the window is built and there is a screen to put it on.
pub fn bench(table: &mut Table) {
    let (Some(app), Some((_screen, display))) = (crate::program("ENTAKU_APP", "entaku"), screen()) else {
        table.row(
            "start of the window to first paint",
            "not measured: no window program or no Xvfb",
            "",
            "< 1 s",
        );
        return;
    };
    let (mut starts, mut painted, mut memory) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        match start(&app, &display) {
            Some(one) => {
                starts.push(one.whole);
                painted.push(one.own);
                memory.push(one.pss_mib);
            }
            None => break,
        }
    }
    if starts.is_empty() {
        table.row("start of the window to first paint", "it did not paint", "", "< 1 s");
        return;
    }
    starts.sort();
    painted.sort();
    memory.sort_unstable();
    table.row(
        "start of the window to first paint, from exec (Xvfb, software rendering)",
        &format!("{:.0} ms (slowest {:.0} ms)", ms(median(&starts)), ms(starts[starts.len() - 1])),
        &format!("{:.0} ms by its own clock from `main`", ms(median(&painted))),
        "< 1 s",
    );
    table.row(
        "memory of the window and its web processes (PSS), welcome page",
        &format!("{} MiB", memory[memory.len() / 2]),
        "",
        "",
    );
}

struct Started {
    whole: Duration,
    own: Duration,
    pss_mib: u64,
}

fn screen() -> Option<(Kept, String)> {
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let output = server.stdout.take()?;
    let server = Kept(server);
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number).ok()?;
    (!number.trim().is_empty()).then(|| (server, format!(":{}", number.trim())))
}

fn start(app: &Path, display: &str) -> Option<Started> {
    let home = Folder::new("bench-window");
    let began = Instant::now();
    let mut program = Command::new(app)
        .arg("--store")
        .arg(home.join("store"))
        .envs([
            ("DISPLAY", display),
            ("GDK_BACKEND", "x11"),
            ("GSETTINGS_BACKEND", "memory"),
            ("NO_AT_BRIDGE", "1"),
        ])
        .env("ENTAKU_TIMING", "1")
        .env("HOME", home.path())
        .envs(["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"].map(|name| (name, home.join(name))))
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    let says = BufReader::new(program.stderr.take()?);
    let program = Kept(program);
    let line = says.lines().map_while(Result::ok).find(|line| line.contains("first paint"))?;
    let whole = began.elapsed();
    let own = line.split(' ').find_map(|word| word.parse().ok()).map(Duration::from_millis)?;
    // What is loaded after the first picture belongs to the memory too.
    std::thread::sleep(Duration::from_secs(2));
    Some(Started { whole, own, pss_mib: pss_of_family(program.0.id(), &[""]) / 1024 })
}

/// Proportional set size of a process and all below it whose names begin so, in KiB.
pub fn pss_of_family(root: u32, names: &[&str]) -> u64 {
    let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let id: u32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
            let parent = stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()?;
            Some((id, parent))
        })
        .collect();
    let mut family = vec![root];
    let mut at = 0;
    while let Some(parent) = family.get(at).copied() {
        family.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(id, _)| *id));
        at += 1;
    }
    let pss = |id: &u32| {
        let text = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with("Pss:")).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|word| word.parse().ok()).unwrap_or(0)
    };
    let named = |id: &&u32| {
        let name = std::fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
        names.iter().any(|one| name.starts_with(one))
    };
    family.iter().filter(named).map(pss).sum::<u64>()
}
