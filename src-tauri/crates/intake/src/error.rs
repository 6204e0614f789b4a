//! Why a file could not be read at all. Written for people: which file, where, what was found, what was
//! expected, what to do. A file that can be read in part is no error: its faults are notes.

use crate::limits::Limits;
use crate::notes::quoted;
use entaku_domain::label::Label;
use entaku_domain::note::Place;
use entaku_words::errors::found;

/// What went wrong, for the desk to choose its own words by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IntakeErrorKind {
    /// The operating system could not read the file.
    Io,
    /// The file has no content.
    Empty,
    /// The content is none of the formats read here.
    UnknownFormat,
    /// The text is not in an encoding that can be read without guessing.
    Encoding,
    /// The file breaks off or its structure is damaged.
    Damaged,
    /// The content exceeds one of [`crate::Limits`].
    TooLarge,
    /// The tumour sample that the person named is not in the file.
    NoSuchSample,
    /// The person stopped the reading.
    Cancelled,
}

impl IntakeErrorKind {
    /// Stable code in kebab case.
    pub fn code(self) -> &'static str {
        match self {
            Self::Io => "intake-io",
            Self::Empty => "intake-empty",
            Self::UnknownFormat => "intake-unknown-format",
            Self::Encoding => "intake-encoding",
            Self::Damaged => "intake-damaged",
            Self::TooLarge => "intake-too-large",
            Self::NoSuchSample => "intake-no-such-sample",
            Self::Cancelled => "intake-cancelled",
        }
    }
}

/// A file that could not be read. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
#[error("{}: found {}; expected {expected}. {hint}", where_of(place), found.en)]
pub struct IntakeError {
    /// What went wrong.
    pub kind: IntakeErrorKind,
    /// File and, where known, line and field.
    pub place: Box<Place>,
    /// What was found.
    pub found: Label,
    /// What was expected.
    pub expected: String,
    /// What to do.
    pub hint: String,
    /// The cause below, where there is one.
    #[source]
    pub cause: Option<std::io::Error>,
}

fn where_of(place: &Place) -> String {
    let line = place.line.map(|line| format!(", line {line}")).unwrap_or_default();
    let field = place.field.as_deref().map(|field| format!(", {field}")).unwrap_or_default();
    format!("{}{line}{field}", place.file)
}

impl IntakeError {
    /// An error about a whole file.
    pub(crate) fn new(
        kind: IntakeErrorKind,
        file: &str,
        found: Label,
        expected: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            place: Box::new(Place { file: file.to_owned(), line: None, field: None }),
            found,
            expected: expected.into(),
            hint: hint.into(),
            cause: None,
        }
    }

    /// The same error at a line, counted from 1.
    pub(crate) fn at_line(mut self, line: u64) -> Self {
        self.place.line = Some(line);
        self
    }

    /// The person stopped.
    pub(crate) fn cancelled(file: &str) -> Self {
        Self::new(
            IntakeErrorKind::Cancelled,
            file,
            found::STOP.to_label(),
            "the end of the file",
            "Nothing was stored; load the file again when wanted.",
        )
    }

    /// The person named a sample that the file does not have. `names` are those that it has.
    pub(crate) fn no_such_sample(file: &str, wanted: &str, names: &[String]) -> Self {
        let listed: Vec<String> = names.iter().take(10).map(|name| quoted(name)).collect();
        let found = match listed.is_empty() {
            true => found::NO_SAMPLES.to_label(),
            false => found::samples(&listed).to_label(),
        };
        Self::new(
            IntakeErrorKind::NoSuchSample,
            file,
            found,
            format!("the tumour sample '{}'", quoted(wanted)),
            "Name one of the samples of the file, or let the program choose.",
        )
    }

    /// A line beyond the limit.
    pub(crate) fn long_line(file: &str, line: u64, limits: &Limits) -> Self {
        Self::new(
            IntakeErrorKind::TooLarge,
            file,
            found::long_line(limits.line_bytes >> 10).to_label(),
            "lines of a few KiB (the longest known records stay below 2 MiB)",
            "The file is damaged or no report; ask the sender for it again. Nothing of it was stored.",
        )
        .at_line(line)
    }

    /// The operating system refused.
    pub(crate) fn io(file: &str, cause: std::io::Error) -> Self {
        let mut error = Self::new(
            IntakeErrorKind::Io,
            file,
            found::read_error(&cause).to_label(),
            "a file that can be read to its end",
            "Check that the file is still there and that you may read it.",
        );
        error.cause = Some(cause);
        error
    }
}
