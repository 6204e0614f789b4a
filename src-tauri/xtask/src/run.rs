//! `cargo xtask run`: from a fresh clone to the open window.
use std::env::var_os;

use crate::prepare;
use crate::step::{Outcome, cargo, command, run as run_command, step, target};

/// Sets up, builds and opens the window; without arguments on the demonstration cases.
pub fn run(arguments: &[String]) -> Outcome {
    // An empty name is no screen either.
    let named = |name: &str| var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !named("DISPLAY") && !named("WAYLAND_DISPLAY") {
        return Err("There is no screen here (DISPLAY and WAYLAND_DISPLAY are not set or empty). Log in to a desktop, or give \
                    the window a screen that nobody sees:\n\n  \
                    apt-get install -y xvfb xauth && xvfb-run -a cargo xtask run\n"
            .to_owned());
    }
    prepare::window()?;
    step("build the page and the window (some minutes the first time)", || {
        run_command(cargo().args(["build", "--package", "entaku"]))
    })?;
    let demo = ["--demo".to_owned()];
    let arguments = if arguments.is_empty() { &demo[..] } else { arguments };
    println!("▸ open the window: entaku {}", arguments.join(" "));
    run_command(command(target().join("debug/entaku")).args(arguments))
}
