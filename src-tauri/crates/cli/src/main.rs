//! The terminal: the same desk without a window, for scripts, batches, and checks from outside.
//! Owns the words of the command line and what is printed; every act is a command of the desk.

mod ahead;
mod arguments;
mod by_form;
mod interrupt;
mod password;
mod print;
mod progress;
mod run;
mod standard_input;
mod terminal;
mod verbs;

use arguments::{Arguments, Command};
use clap::Parser;
use run::Asked;
use std::process::ExitCode;
use terminal::failed;

fn main() -> ExitCode {
    entaku_computer::write_no_core_dumps();
    let Arguments { common, command } = Arguments::parse();
    let (common, asked) = match command {
        Command::Other(words) => {
            let verb = words.first().map(|word| word.to_string_lossy()).unwrap_or_default();
            let all: Vec<_> = std::env::args_os().collect();
            match by_form::read(&verb, &all) {
                Ok((common, name, fields)) => (common, Asked::Form(name, fields)),
                Err(error) => error.exit(),
            }
        }
        command => (common, Asked::Verb(command)),
    };
    let json = common.json;
    let status = match run::run(common, asked) {
        Ok(_) if interrupt::asked() => {
            let said = "stopped by Ctrl-C: the answer tells which files were loaded, and names the others";
            print::failure(&failed("interrupted", said.to_owned()), json);
            ExitCode::FAILURE
        }
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            print::failure(&error, json);
            ExitCode::FAILURE
        }
    };
    if interrupt::asked() { ExitCode::from(interrupt::STATUS) } else { status }
}

#[cfg(test)]
mod tests {
    use super::arguments::Arguments;
    use clap::CommandFactory;

    #[test]
    fn the_words_of_the_command_line_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_command_can_be_called_by_its_name_with_json_in_and_out() {
        let words = ["entaku-cli", "--json", "call", "list_cases", "{}"];
        assert!(<Arguments as clap::Parser>::try_parse_from(words).is_ok_and(|read| read.common.json));
    }
}
