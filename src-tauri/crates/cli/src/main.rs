//! The terminal: the same desk without a window, for scripts, batches, and checks from outside.
//! Owns the words of the command line and what is printed; every act is a command of the desk.

mod arguments;
mod password;
mod print;
mod run;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    let json = arguments.json;
    match run::run(arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            print::failure(&error, json);
            ExitCode::FAILURE
        }
    }
}
