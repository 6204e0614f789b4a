//! The page inside the window: `npm ci` and `npm run build` in `ui/`, each only when something changed.
//! `ENTAKU_SKIP_UI=1` turns it off and takes `ui/dist` as it stands.
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// What lies in `ui/` and is no source of the page.
const MADE: [&str; 3] = ["node_modules", "dist", "coverage"];

/// Leaves a fresh page in `ui/dist`.
pub fn build(ui: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-env-changed=ENTAKU_SKIP_UI");
    if std::env::var_os("ENTAKU_SKIP_UI").is_some_and(|value| value == "1") {
        return Ok(());
    }
    let sources = sources(ui)?;
    for path in &sources {
        println!("cargo:rerun-if-changed={}", path.display());
    }
    let page = ui.join("dist/index.html");
    println!("cargo:rerun-if-changed={}", page.display());

    let newest = newest(&sources)?;
    if modified(&page).is_some_and(|built| built >= newest) {
        return Ok(());
    }
    if modified(&ui.join("node_modules/.package-lock.json")) < modified(&ui.join("package-lock.json")) {
        npm(ui, &["ci", "--no-audit", "--no-fund"])?;
    }
    npm(ui, &["run", "build"])?;
    // The page is as old as its newest source, so the time alone tells whether it is fresh, and Cargo, which
    // looks at the same time, does not run this script once more for a file that the script itself wrote.
    fs::File::options().write(true).open(&page)?.set_modified(newest)?;
    Ok(())
}

/// All that the built page may depend on, at the top of `ui/`.
fn sources(ui: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(ui)? {
        let entry = entry?;
        let name = entry.file_name();
        if !MADE.iter().any(|made| name == *made) && !name.to_string_lossy().starts_with('.') {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

/// When the youngest file or folder below the paths was written; a folder is when a name in it comes or goes.
fn newest(paths: &[PathBuf]) -> Result<SystemTime, Box<dyn Error>> {
    let mut latest = SystemTime::UNIX_EPOCH;
    for path in paths {
        latest = latest.max(fs::metadata(path)?.modified()?);
        if path.is_dir() {
            let entries: Vec<PathBuf> =
                fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
            latest = latest.max(newest(&entries)?);
        }
    }
    Ok(latest)
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

fn npm(ui: &Path, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let done = Command::new(program).args(arguments).current_dir(ui).output().map_err(|error| {
        format!("cannot start {program}: {error}. Install Node.js 20 or newer, or set ENTAKU_SKIP_UI=1")
    })?;
    if done.status.success() {
        return Ok(());
    }
    let said = [done.stdout, done.stderr].concat();
    Err(format!("`npm {}` failed in ui/:\n{}", arguments.join(" "), String::from_utf8_lossy(&said)).into())
}
