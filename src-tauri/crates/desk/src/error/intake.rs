//! Failures of an intake in the reader's words.

use super::{Code, Problem};
use entaku_domain::note::Place;
use entaku_intake::{IntakeError, IntakeErrorKind};
use entaku_words::errors::intake_failure::{self, FileKind};
use entaku_words::{Message, Said};

impl From<IntakeError> for Problem {
    fn from(error: IntakeError) -> Self {
        let kind = match error.kind {
            IntakeErrorKind::Io => FileKind::Io,
            IntakeErrorKind::Empty => FileKind::Empty,
            IntakeErrorKind::UnknownFormat => FileKind::UnknownFormat,
            IntakeErrorKind::Encoding => FileKind::Encoding,
            IntakeErrorKind::Damaged => FileKind::Damaged,
            IntakeErrorKind::TooLarge => FileKind::TooLarge,
            IntakeErrorKind::NoSuchSample => FileKind::NoSuchSample,
            IntakeErrorKind::Cancelled => FileKind::Cancelled,
        };
        let place = place(&error.place);
        let words = intake_failure::file(kind, place, &error.found, &error.expected, &error.hint);
        Self::of(Code::Intake, words)
    }
}

fn place(place: &Place) -> Message {
    let line = place.line.map(|line| intake_failure::line(line).said());
    let parts = [Some(place.file.as_str().said()), line, place.field.as_deref().map(Said::said)];
    intake_failure::place(parts.into_iter().flatten())
}
