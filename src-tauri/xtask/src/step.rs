//! One step of work: says what it does, does it, says how long it took.
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::Instant;

/// What a step ends with; the error is a sentence for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// Does one step between two lines of output.
pub fn step<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("▸ {what}");
    let started = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { "✓" } else { "✗" };
    println!("{mark} {what} ({:.1} s)", started.elapsed().as_secs_f64());
    outcome
}

/// The folder of the workspace's Cargo.toml.
pub fn root() -> PathBuf {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).map(PathBuf::from).unwrap_or(own)
}

/// The folder Cargo builds into.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The Cargo that started us, in the workspace's folder.
pub fn cargo() -> Command {
    let mut command = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // Cargo's own words for us as a package are none of the inner Cargo's business.
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("CARGO_PKG_"))
    {
        command.env_remove(name);
    }
    if on_ci() {
        command.env("CARGO_TERM_PROGRESS_WHEN", "never");
    }
    // OpenSSL's own compilation is a quarter of a build from nothing; a program to give away brings its own all the same.
    if std::env::var_os("OPENSSL_NO_VENDOR").is_none() && has_openssl() {
        command.env("OPENSSL_NO_VENDOR", "1");
    }
    command
}

/// Whether this machine has OpenSSL's headers and library to build with.
fn has_openssl() -> bool {
    static HAS: LazyLock<bool> = LazyLock::new(|| {
        cfg!(target_os = "linux")
            && command("pkg-config")
                .args(["--exists", "openssl >= 3.0"])
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|status| status.success())
    });
    *HAS
}

/// Any program, in the workspace's folder, with nothing to read.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// Runs it to its end with its output on ours.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("{} does not start: {error}", told(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", told(command))) }
}

/// Runs it to its end and gives back what it printed; complains with its own words.
pub fn read(command: &mut Command) -> Outcome<String> {
    let done = command.output().map_err(|error| format!("{} does not start: {error}", told(command)))?;
    if done.status.success() {
        return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    Err(format!("{} failed ({}):\n{said}", told(command), done.status))
}

/// Whether a program of this name answers.
pub fn answers(program: &str, argument: &str) -> bool {
    command(program)
        .arg(argument)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Whether a machine, not a person, reads the output.
pub fn on_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| value != "false" && !value.is_empty())
}

fn told(command: &Command) -> String {
    let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
    format!("`{} {}`", command.get_program().to_string_lossy(), words.join(" "))
}
