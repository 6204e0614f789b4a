//! Standard input: a document that is in no file, or JSON objects, one a line, each answered by a line. Owns the bounds of
//! both; what a line means is the desk's.

use crate::arguments::Rules;
use crate::terminal::failed;
use entaku_desk::{ApiError, Language, RuleQuestion, Rulebook};
use serde_json::{Value, json};
use std::io::{BufRead, Read, Write};
use std::path::Path;

/// Longest line, in bytes: a meeting of a hundred people takes some thousands.
const MOST_LINE_BYTES: u64 = 1 << 20;

/// All of standard input, at most this many bytes.
pub(crate) fn document(most: u64) -> Result<Vec<u8>, ApiError> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(most + 1).read_to_end(&mut bytes);
    read.map_err(|error| failed("file", format!("standard input: {error}")))?;
    if bytes.len() as u64 > most {
        return Err(failed(
            "intake",
            format!("standard input: more than {most} bytes; name the file instead. Nothing was stored."),
        ));
    }
    Ok(bytes)
}

/// Answers every line, blank ones excepted.
///
/// # Errors
/// At the end, where a line could not be answered; the others are.
pub(crate) fn answer_lines(which: Rules, list: Option<&Path>, language: Language) -> Result<(), ApiError> {
    let question = match which {
        Rules::Quorum => RuleQuestion::Quorum,
        Rules::Omission => RuleQuestion::Omission,
        Rules::Germline => RuleQuestion::Germline,
        Rules::Oncogenicity => RuleQuestion::Oncogenicity,
        Rules::Acmg => RuleQuestion::Acmg,
        Rules::Trial => RuleQuestion::Trial,
    };
    let mut book = Rulebook::shipped().map_err(|problem| problem.said(language))?;
    if let Some(path) = list {
        let json = std::fs::read_to_string(path)
            .map_err(|error| failed("file", format!("{}: {error}", path.display())))?;
        book = book.with_germline_list(&json).map_err(|problem| problem.said(language))?;
    }
    let (lines, failures) = each_line(std::io::stdin().lock(), std::io::stdout().lock(), |line| {
        book.answer(question, line, language).map_err(|problem| problem.said(language))
    })
    .map_err(|error| failed("file", format!("standard input: {error}")))?;
    match failures {
        0 => Ok(()),
        _ => Err(failed("invalid", format!("{failures} of {lines} lines could not be answered"))),
    }
}

/// Gives each line to `answer` and writes what it says; how many lines there were, and how many of them failed.
fn each_line(
    mut input: impl BufRead,
    mut output: impl Write,
    answer: impl Fn(&str) -> Result<Value, ApiError>,
) -> std::io::Result<(u64, u64)> {
    let (mut lines, mut failures) = (0, 0);
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if (&mut input).take(MOST_LINE_BYTES).read_until(b'\n', &mut bytes)? == 0 {
            return Ok((lines, failures));
        }
        let whole = bytes.ends_with(b"\n") || (bytes.len() as u64) < MOST_LINE_BYTES;
        let answered = match std::str::from_utf8(&bytes) {
            _ if !whole => {
                input.skip_until(b'\n')?;
                Err(failed("invalid", format!("the line has more than {MOST_LINE_BYTES} bytes")))
            }
            Ok(text) if text.trim().is_empty() => continue,
            Ok(text) => answer(text),
            Err(error) => Err(failed("invalid", format!("the line is not UTF-8: {error}"))),
        };
        lines += 1;
        let said = answered.unwrap_or_else(|error| {
            failures += 1;
            json!({ "error": error.message, "code": error.code })
        });
        if let Err(error) = writeln!(output, "{said}").and_then(|()| output.flush()) {
            // Whoever reads had enough: that is no failure.
            return if error.kind() == std::io::ErrorKind::BrokenPipe {
                Ok((lines, failures))
            } else {
                Err(error)
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_answered_though_others_cannot_be_read() {
        let mut input = b"1\n\n  \n\xff\n".to_vec();
        input.extend(std::iter::repeat_n(b' ', 3 << 20));
        input.extend(b"\nno\n2");
        let mut output = Vec::new();
        let answered = each_line(input.as_slice(), &mut output, |line| {
            serde_json::from_str(line).map_err(|error| failed("invalid", error.to_string()))
        });
        assert_eq!(answered.unwrap(), (5, 3));
        let output = String::from_utf8(output).unwrap();
        let lines: Vec<Value> = output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!((&lines[0], &lines[4]), (&json!(1), &json!(2)));
        assert!(lines[1..4].iter().all(|line| line["error"].is_string()), "{output}");
    }
}
