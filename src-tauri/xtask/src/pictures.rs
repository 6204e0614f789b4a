//! `cargo xtask pictures`: the pictures of the help, taken of the demonstration in the real window.
use crate::prepare;
use crate::step::{Outcome, cargo, root, run, step};
use crate::test::{EVERYTHING, build, with_programs};

/// The walk that takes them.
const TEST: &str = "pictures::the_help_shows_the_window_as_it_is";

/// All of them may weigh so much, in bytes: they are kept with the source and go into every window.
const MOST: u64 = 600 * 1024;

/// Takes them anew, in every language, and says what they weigh. Without this command those that are kept are used.
pub fn pictures(arguments: &[String]) -> Outcome {
    if !arguments.is_empty() {
        return Err("usage: cargo xtask pictures".to_owned());
    }
    prepare::everything()?;
    build()?;
    let folder = root().join("ui/src/lib/help/pictures");
    step("pictures of the help", || {
        run(with_programs(cargo().arg("test").args(EVERYTHING).args(["--test", "e2e", TEST]))
            .args(["--", "--exact", "--nocapture"])
            .env("ENTAKU_PICTURES", &folder))
    })?;
    let mut all = 0;
    for language in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
        for picture in std::fs::read_dir(language.path()).into_iter().flatten().flatten() {
            all += picture.metadata().map_or(0, |about| about.len());
        }
    }
    println!("{} kB in all", all / 1024);
    if all > MOST { Err(format!("the pictures weigh more than {} kB", MOST / 1024)) } else { Ok(()) }
}
