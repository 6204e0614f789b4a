//! The terminal: the same desk without a window, for scripts, batches, and checks from outside.
//! Owns the words of the command line and what is printed; every act is a command of the desk.

mod arguments;
mod password;
mod print;
mod progress;
mod run;
mod standard_input;

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
        assert!(<Arguments as clap::Parser>::try_parse_from(words).is_ok_and(|read| read.json));
    }
}
