//! Debian's and Ubuntu's packages: asks which are missing and installs those, or prints the one command to run.
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::step::{self, Outcome, answers, command, read};

/// To build and open the window.
pub const WINDOW: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libssl-dev", // spares the compilation of the vendored OpenSSL
    "libwebkit2gtk-4.1-dev",
    "fonts-noto-cjk", // titles and file dialogs; the page brings its own face
];

/// To test in a window without a screen, and to read PDFs back with tools that are not ours.
pub const TESTS: &[&str] =
    &["webkit2gtk-driver", "xvfb", "xauth", "poppler-utils", "qpdf", "mupdf-tools", "zbar-tools", "git"];

/// How long another installation is waited for, and how often it is looked at.
const LOCK_PATIENCE: Duration = Duration::from_secs(600);
const LOCK_PAUSE: Duration = Duration::from_secs(2);

/// Sees that the packages are there.
pub fn ensure(wanted: &[&str]) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let mut wanted = wanted.to_vec();
    if !answers("node", "--version") || !answers("npm", "--version") {
        wanted.extend(["nodejs", "npm"]);
    }
    if !answers("dpkg-query", "--version") {
        println!(
            "  not a Debian or Ubuntu machine: please see that these are installed: {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let missing = missing(&wanted)?;
    if missing.is_empty() {
        return Ok(());
    }
    step::step(&format!("system packages: {}", missing.join(" ")), || install(&missing))
}

fn missing<'a>(wanted: &[&'a str]) -> Outcome<Vec<&'a str>> {
    // Its status is 1 as soon as one package is unknown, and it still lists the others.
    let listed = command("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Abbrev}\n"])
        .args(wanted)
        .output()
        .map_err(|error| format!("`dpkg-query` does not start: {error}"))?;
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    let there = |name: &str| {
        listed.lines().any(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some(name) && words.next() == Some("ii")
        })
    };
    Ok(wanted.iter().copied().filter(|name| !there(name)).collect())
}

fn install(packages: &[&str]) -> Outcome {
    let get = "apt-get -o DPkg::Lock::Timeout=600 -qq";
    let list = packages.join(" ");
    let script = format!("{get} update && {get} install -y --no-install-recommends {list}");
    let prefix = if read(command("id").arg("-u"))?.trim() == "0" {
        vec![]
    } else if answers("sudo", "-nv") {
        vec!["sudo", "-n"]
    } else {
        return Err(format!(
            "System packages are missing and this user may not install them. Run this once, then try again:\n\n  \
             sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends {list}'\n"
        ));
    };
    let mut words = prefix;
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "sh", "-c", &script]);
    let Some((program, arguments)) = words.split_first() else { return Ok(()) };
    // Another installation may be under way. apt waits for one of its locks by itself, but not for the lists'.
    let deadline = Instant::now() + LOCK_PATIENCE;
    loop {
        match read(command(program).args(arguments)) {
            Err(why) if why.contains("Could not get lock") && Instant::now() < deadline => sleep(LOCK_PAUSE),
            outcome => return outcome.map(drop),
        }
    }
}
