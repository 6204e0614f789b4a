//! Adds up what the test runners say they ran, from their own closing lines.
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::step::Outcome;

/// Tests passed, failed, and left out.
#[derive(Debug, Default, PartialEq, Eq, Clone, Copy)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Counts {
    /// Adds what one line of a runner's output says; lines that close nothing add nothing.
    pub fn take(&mut self, line: &str) {
        let line = line.trim();
        // cargo test: `test result: ok. 3 passed; 0 failed; 1 ignored; …`; vitest: `Tests  2 failed | 40 passed (42)`
        if let Some(rest) = line.strip_prefix("test result:").or_else(|| line.strip_prefix("Tests  ")) {
            let words: Vec<&str> = rest.split([' ', ';', '|', '.']).filter(|word| !word.is_empty()).collect();
            for pair in words.windows(2) {
                let [number, kind] = pair else { continue };
                let Ok(number) = number.parse::<u64>() else { continue };
                match *kind {
                    "passed" => self.passed += number,
                    "failed" => self.failed += number,
                    "ignored" | "skipped" | "todo" => self.skipped += number,
                    _ => {}
                }
            }
        }
    }

    /// Runs a test runner with its output on ours, and counts.
    pub fn run(&mut self, command: &mut Command) -> Outcome {
        let program = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("`{program}` does not start: {error}"))?;
        if let Some(output) = child.stdout.take() {
            let mut output = BufReader::new(output);
            let mut line = Vec::new();
            while output.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
                let text = String::from_utf8_lossy(&line);
                print!("{text}");
                self.take(&text);
                line.clear();
            }
        }
        let status = child.wait().map_err(|error| format!("`{program}` was lost: {error}"))?;
        if status.success() { Ok(()) } else { Err(format!("tests failed: `{program}` ended with {status}")) }
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    fn counted(output: &str) -> Counts {
        let mut counts = Counts::default();
        output.lines().for_each(|line| counts.take(line));
        counts
    }

    #[test]
    fn closing_lines_of_cargo_are_added_up() {
        let output = "test a ... ok\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 9 filtered out; finished in 0.00s\n";
        assert_eq!(counted(output), Counts { passed: 4, failed: 2, skipped: 1 });
    }

    #[test]
    fn closing_lines_of_vitest_are_added_up() {
        let output =
            " Test Files  1 failed | 7 passed (8)\n      Tests  1 failed | 40 passed | 2 skipped (43)\n";
        // Files are not tests: only the second line counts.
        assert_eq!(counted(output), Counts { passed: 40, failed: 1, skipped: 2 });
    }

    #[test]
    fn a_test_named_like_a_result_is_not_counted() {
        assert_eq!(counted("test counts::ten_passed ... ok\n"), Counts::default());
    }
}
