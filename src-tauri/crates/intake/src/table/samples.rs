//! Tables with rows of several samples or registrations, which may be different patients: the person names one, the
//! rows of the others are set aside. Where none is named, the file can be looked at, and no case may be made of it.

use crate::error::{IntakeError, IntakeErrorKind};
use crate::notes::{NoteBook, Remark, quoted};
use entaku_domain::draft::{SequencingSample, TumourSampleChoice};
use entaku_words::errors::found;
use std::collections::HashSet;

/// Most names listed in a draft. A report has one; the names of a cohort are no use to a panel.
const MAX_LISTED: usize = 100;

/// Who the rows belong to.
#[derive(Debug)]
pub(crate) struct Samples<'a> {
    wanted: Option<&'a str>,
    most: usize,
    listed: Vec<String>,
    seen: HashSet<String>,
    found: bool,
    /// Bytes of the names.
    bytes: usize,
}

/// Most bytes of names told apart.
const MAX_BYTES: usize = 16 << 20;

/// What a file says of its samples.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Chosen {
    pub samples: Vec<SequencingSample>,
    pub tumour: Option<(String, TumourSampleChoice)>,
    pub must_choose: bool,
}

impl<'a> Samples<'a> {
    /// `wanted` is the name that the person gave; at most `most` names are told apart.
    pub fn new(wanted: Option<&'a str>, most: usize) -> Self {
        Self { wanted, most, listed: Vec::new(), seen: HashSet::new(), found: false, bytes: 0 }
    }

    /// Whether the rows of a sample are wanted. `other` is a second name of the same sample. An empty name is no sample.
    ///
    /// # Errors
    /// When there are more samples than can be told apart.
    pub fn take(&mut self, name: &str, other: &str, file: &str) -> Result<bool, IntakeError> {
        if !name.is_empty() && !self.seen.contains(name) {
            self.bytes += name.len();
            if self.seen.len() >= self.most || self.bytes > MAX_BYTES {
                return Err(IntakeError::new(
                    IntakeErrorKind::TooLarge,
                    file,
                    found::many_samples(self.most).to_label(),
                    "a report of one patient",
                    "Ask the sender what the file is; nothing of it was stored.",
                ));
            }
            self.seen.insert(name.to_owned());
            if self.listed.len() < MAX_LISTED {
                self.listed.push(name.to_owned());
            }
        }
        let Some(wanted) = self.wanted else { return Ok(true) };
        let is_it = !wanted.is_empty() && (wanted == name || wanted == other);
        self.found |= is_it;
        Ok(is_it)
    }

    /// How many samples were met.
    pub fn count(&self) -> usize {
        self.seen.len()
    }

    /// After the last row. `what` names them: samples, registrations.
    ///
    /// # Errors
    /// When the person named a sample that the file does not have.
    pub fn finish(self, what: &str, notes: &mut NoteBook) -> Result<Chosen, IntakeError> {
        let mut chosen = Chosen::default();
        match (self.wanted, self.listed.as_slice()) {
            (Some(wanted), names) if !self.found => {
                return Err(IntakeError::no_such_sample(notes.file(), wanted, names));
            }
            (Some(wanted), _) => chosen.tumour = Some((wanted.to_owned(), TumourSampleChoice::Person)),
            (None, []) => {}
            (None, [only]) => chosen.tumour = Some((only.clone(), TumourSampleChoice::OnlyOne)),
            (None, names) => {
                chosen.must_choose = true;
                let first: Vec<String> = names.iter().take(5).map(|name| quoted(name)).collect();
                let more = if self.seen.len() > first.len() { " …" } else { "" };
                let said = format!("{} {what}: {}{more}", self.seen.len(), first.join(", "));
                let hint = format!(
                    "They may be different patients: name one of the {what}; until then the file can be looked at only."
                );
                notes.about_file(Remark::warning("several-samples", said, hint));
            }
        }
        let tumour = chosen.tumour.as_ref().map(|(name, _)| name.clone());
        let sample = |item: String| SequencingSample {
            is_tumour: (Some(&item) == tumour.as_ref()).then_some(true),
            item,
            nucleic_acid: None,
            mean_depth: None,
            suspected_states: Vec::new(),
        };
        chosen.samples = self.listed.into_iter().map(sample).collect();
        Ok(chosen)
    }
}
