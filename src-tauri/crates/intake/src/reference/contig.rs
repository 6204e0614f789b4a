//! The contigs of a FASTA by its `.fai`, and the bases at a place of one. Places are counted from 0 here.

use super::error::{ReferenceError, ReferenceErrorKind};
use super::pages::Pages;
use crate::contig_lengths::RCRS;
use crate::notes::quoted;
use entaku_domain::genome::Chromosome;
use entaku_words::Message;
use entaku_words::errors::genome;
use noodles_fasta::fai;
use std::collections::HashMap;
use std::io::{Error, ErrorKind, Result};

/// Most contigs: GRCh38 with alternate loci, decoys and HLA has 3 366.
const MOST: usize = 200_000;
/// Longest definition line that is looked at.
const DEFINITION: u64 = 4096;

#[derive(Debug)]
pub(super) struct Contig {
    pub name: String,
    /// As records name it; none where the name is no contig's.
    pub chromosome: Option<Chromosome>,
    pub length: u64,
    /// Where its first base stands in the file.
    begin: u64,
    /// Bases of a line, and its bytes with the line's end.
    line: (u64, u64),
    trusted: bool,
}

/// All contigs.
#[derive(Debug)]
pub(super) struct Contigs {
    all: Vec<Contig>,
    by_name: HashMap<String, usize>,
    /// The one that was asked for last: records come in order.
    last: usize,
}

impl Contigs {
    /// Reads an index and checks that all it names lies within a file of `size` bytes.
    pub(super) fn read(mut index: &[u8], size: u64, file: &str) -> std::result::Result<Self, ReferenceError> {
        let damaged = |found: Message| ReferenceError::new(ReferenceErrorKind::Damaged, file, found);
        let read = fai::io::Reader::new(&mut index)
            .read_index()
            .map_err(|error| damaged(genome::unreadable_fai(error)))?;
        let records = Vec::from(read);
        if records.is_empty() || records.len() > MOST {
            return Err(damaged(genome::contigs(records.len())));
        }
        let mut all = Vec::with_capacity(records.len());
        for record in records {
            let contig = Contig::of(&record);
            let name = quoted(&contig.name);
            if contig.end().is_none_or(|end| end > size) {
                return Err(damaged(genome::beyond(name)));
            }
            all.push(contig);
        }
        let mut by_name = HashMap::with_capacity(all.len());
        for (at, contig) in all.iter().enumerate() {
            if let Some(chromosome) = contig.chromosome.as_ref().filter(|_| contig.comparable()) {
                by_name.entry(chromosome.as_str().to_owned()).or_insert(at);
            }
        }
        Ok(Self { all, by_name, last: 0 })
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Names and lengths.
    pub(super) fn lengths(&self) -> Vec<(String, u64)> {
        self.all.iter().map(|contig| (contig.name.clone(), contig.length)).collect()
    }

    /// The contigs that are human chromosomes.
    pub(super) fn chromosomes(&self) -> Vec<usize> {
        let main = |contig: &Contig| contig.chromosome.as_ref().is_some_and(|name| name.as_str().len() <= 2);
        self.all.iter().enumerate().filter(|(_, contig)| main(contig)).map(|(at, _)| at).collect()
    }

    /// The contig that a record names.
    pub(super) fn find(&mut self, chromosome: &Chromosome) -> Option<usize> {
        let again = self.all.get(self.last).is_some_and(|last| {
            last.comparable() && last.chromosome.as_ref().is_some_and(|name| name == chromosome)
        });
        if !again {
            self.last = self.by_name.get(chromosome.as_str()).copied()?;
        }
        Some(self.last)
    }

    /// Bases of a contig.
    pub(super) fn length(&self, at: usize) -> u64 {
        self.all.get(at).map_or(0, |contig| contig.length)
    }

    /// One base in capitals.
    pub(super) fn base(&mut self, at: usize, place: u64, pages: &mut Pages) -> Result<u8> {
        let contig = self.trust(at, pages)?;
        let base = pages.byte(contig.offset(place)?)?;
        letter(base)
    }

    /// Bases in capitals from a place on, up to `count` or to the end of the contig.
    pub(super) fn bases(&mut self, at: usize, place: u64, count: u64, pages: &mut Pages) -> Result<Vec<u8>> {
        let contig = self.trust(at, pages)?;
        let end = place.saturating_add(count).min(contig.length);
        let mut bases = Vec::new();
        let mut place = place;
        while place < end {
            let rest_of_line = contig.line.0 - place % contig.line.0;
            let wanted = usize::try_from(rest_of_line.min(end - place)).unwrap_or(usize::MAX);
            let page = pages.from(contig.offset(place)?)?;
            let read = page.get(..wanted.min(page.len())).unwrap_or_default();
            for base in read {
                bases.push(letter(*base)?);
            }
            place += read.len() as u64;
        }
        Ok(bases)
    }

    /// A contig, after looking once whether it begins and ends where the index says: an index of another file gives bases
    /// that fit nothing.
    pub(super) fn trust(&mut self, at: usize, pages: &mut Pages) -> Result<&Contig> {
        let contig = self.all.get_mut(at).ok_or_else(|| Error::other("no such contig"))?;
        if !contig.trusted {
            contig.verify(pages)?;
            contig.trusted = true;
        }
        Ok(contig)
    }
}

impl Contig {
    fn of(record: &fai::Record) -> Self {
        let name = String::from_utf8_lossy(record.name()).into_owned();
        Self {
            chromosome: Chromosome::parse(&name).ok(),
            name,
            length: record.length(),
            begin: record.position(),
            line: (record.line_base_count().get(), record.line_width().get()),
            trusted: false,
        }
    }

    /// Whether records can be compared with it: the mitochondrion only where it is the sequence that records count on, which
    /// chrM of UCSC's hg19 is not.
    fn comparable(&self) -> bool {
        self.length == RCRS || self.chromosome.as_ref().is_none_or(|name| name.as_str() != "MT")
    }

    /// Where its last base ends; none where the figures are no place.
    fn end(&self) -> Option<u64> {
        let (bases, bytes) = self.line;
        if bytes < bases {
            return None;
        }
        let last = self.length.checked_sub(1)?;
        (last / bases).checked_mul(bytes)?.checked_add(last % bases)?.checked_add(self.begin)?.checked_add(1)
    }

    /// Where a base stands in the file.
    fn offset(&self, place: u64) -> Result<u64> {
        if place >= self.length {
            return Err(Error::new(ErrorKind::InvalidInput, "beyond the end of the contig"));
        }
        let (bases, bytes) = self.line;
        // Within the file, as was looked at when the index was read.
        Ok(self.begin + place / bases * bytes + place % bases)
    }

    fn verify(&self, pages: &mut Pages) -> Result<()> {
        let other = || {
            let what = format!("the index .fai and the file do not agree on {}", quoted(&self.name));
            Error::new(ErrorKind::InvalidData, what)
        };
        // Before its first base: `>name …` and the end of that line.
        let before = self.begin.checked_sub(1).ok_or_else(other)?;
        if pages.byte(before)? != b'\n' {
            return Err(other());
        }
        let mut start = before;
        while start > 0 && before - start < DEFINITION && pages.byte(start - 1)? != b'\n' {
            start -= 1;
        }
        let mut definition = Vec::new();
        for at in start..before {
            definition.push(pages.byte(at)?);
        }
        let text = String::from_utf8_lossy(&definition);
        let named = text.strip_prefix('>').map(|rest| rest.split(|c: char| c.is_ascii_whitespace()).next());
        if named.flatten() != Some(self.name.as_str()) {
            return Err(other());
        }
        // The first line is as long as the index says, and behind the last base the sequence is over.
        if self.length > self.line.0 && !ends_line(pages.byte(self.begin + self.line.0)?) {
            return Err(other());
        }
        let mut end = self.end().ok_or_else(other)?;
        letter(pages.byte(end - 1)?)?;
        while end < pages.size() {
            match pages.byte(end)? {
                b'\r' | b'\n' => end += 1,
                b'>' => break,
                _ => return Err(other()),
            }
        }
        Ok(())
    }
}

fn ends_line(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// A base in capitals: soft-masked sequence is written small.
fn letter(byte: u8) -> Result<u8> {
    match byte.to_ascii_uppercase() {
        base @ (b'A'..=b'Z' | b'*' | b'-') => Ok(base),
        other => {
            let what = format!("byte {other:#04x} stands where its index .fai places a base");
            Err(Error::new(ErrorKind::InvalidData, what))
        }
    }
}
