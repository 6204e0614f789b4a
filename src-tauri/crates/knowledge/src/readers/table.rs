//! Tables as text: tab, comma or semicolon between fields, which may be quoted. Read line by line in buffers with a limit, so
//! that memory does not grow with the file.

use super::header::{self, Header};
use super::{STRIDE, Source, Watch};
use crate::store::error::KnowledgeStoreError;
use crate::store::keeper::{Keeper, Refused};
use crate::store::record::{ImportProgress, KnowledgeKind, SetAsideReason};
use entaku_words::errors::{file_fault, file_need, row_fault};
use sha2::{Digest, Sha256};
use std::io::{BufRead, BufReader, Read};

/// Most bytes of one row. The longest of CIViC's have some 20 KiB.
const LONGEST: usize = 4 << 20;

/// The lines of a text, with their digest.
struct Lines<'s> {
    source: &'s Source,
    reader: BufReader<Box<dyn Read + 's>>,
    hash: Sha256,
    /// Lines read.
    count: u64,
    /// Bytes read.
    bytes: u64,
    /// Whether the last line read ended with a line feed.
    ended: bool,
}

impl<'s> Lines<'s> {
    fn open(source: &'s Source) -> Result<Self, KnowledgeStoreError> {
        let reader = BufReader::with_capacity(1 << 16, source.open()?);
        Ok(Self { source, reader, hash: Sha256::new(), count: 0, bytes: 0, ended: true })
    }

    /// The next line without its end; none after the last.
    fn next(&mut self) -> Result<Option<String>, KnowledgeStoreError> {
        let mut line = Vec::new();
        let most = LONGEST as u64 + 1;
        let read = self.reader.by_ref().take(most).read_until(b'\n', &mut line);
        read.map_err(|cause| self.source.unreadable(cause))?;
        if line.is_empty() {
            return Ok(None);
        }
        self.count += 1;
        if line.len() > LONGEST {
            let expected = file_need::lines_of(LONGEST >> 20);
            return Err(self.source.damaged(self.count, file_fault::ENDLESS_LINE, expected));
        }
        self.hash.update(&line);
        self.bytes += line.len() as u64;
        self.ended = line.ends_with(b"\n");
        while line.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
            line.pop();
        }
        if line.contains(&0) {
            return Err(self.source.damaged(self.count, file_fault::ZERO_BYTE, file_need::UTF8));
        }
        let text = String::from_utf8(line)
            .map_err(|_| self.source.damaged(self.count, file_fault::NOT_UTF8, file_need::UTF8))?;
        Ok(Some(if self.count == 1 { text.trim_start_matches('\u{FEFF}').to_owned() } else { text }))
    }

    /// Whether what was read is what the digest was made of.
    fn unchanged(self) -> Result<(), KnowledgeStoreError> {
        if hex::encode(self.hash.finalize()) == self.source.sha256 {
            Ok(())
        } else {
            Err(KnowledgeStoreError::Changing { file: self.source.name.clone() })
        }
    }
}

/// The fields of a row; none where a quoted one does not end.
fn fields(line: &str, delimiter: u8) -> Option<Vec<String>> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    // What is put out is never longer than what is put in.
    let (mut out, mut ends) =
        (vec![0; line.len() + 1], vec![0; line.bytes().filter(|byte| *byte == delimiter).count() + 2]);
    let mut input = line.as_bytes().to_vec();
    input.push(b'\n');
    let (result, _, _, many) = reader.read_record(&input, &mut out, &mut ends);
    if !matches!(result, csv_core::ReadRecordResult::Record) {
        return None;
    }
    let mut start = 0;
    let mut found = Vec::with_capacity(many);
    for end in ends.iter().take(many) {
        found.push(String::from_utf8_lossy(out.get(start..*end)?).into_owned());
        start = *end;
    }
    Some(found)
}

fn delimiter(header: &str) -> u8 {
    if header.contains('\t') {
        b'\t'
    } else if header.contains(',') || !header.contains(';') {
        b','
    } else {
        b';'
    }
}

/// The first line that says anything, as a header, with the delimiter.
fn head(lines: &mut Lines<'_>) -> Result<(Header, u8), KnowledgeStoreError> {
    while let Some(line) = lines.next()? {
        if !line.trim().is_empty() {
            let delimiter = delimiter(&line);
            let names = fields(&line, delimiter).unwrap_or_default();
            return Ok((
                Header::new(&lines.source.name, names.iter().map(|name| name.trim().to_owned()).collect()),
                delimiter,
            ));
        }
    }
    Err(lines.source.damaged(0, file_fault::EMPTY, file_need::HEADER_AND_ROWS))
}

/// The header of a table.
pub(crate) fn header(source: &Source) -> Result<Header, KnowledgeStoreError> {
    Ok(head(&mut Lines::open(source)?)?.0)
}

/// Reads every row of a table.
pub(crate) fn read(
    kind: KnowledgeKind,
    source: &Source,
    keeper: &mut Keeper<'_>,
    watch: Watch<'_>,
) -> Result<(), KnowledgeStoreError> {
    let mut lines = Lines::open(source)?;
    let (header, delimiter) = head(&mut lines)?;
    let mut rows = Rows::new(kind, source, &header)?;
    while let Some(mut text) = lines.next()? {
        let line = lines.count;
        if text.trim().is_empty() {
            continue;
        }
        let mut found = fields(&text, delimiter);
        // Lists of people may hold line feeds within quotes. Tables of machines with tabs do not: there a mark that nothing closes,
        // or that swallows a tab, is a letter like others.
        if delimiter == b'\t'
            && !kind.is_edited()
            && found.as_ref().is_none_or(|found| found.len() != header.len())
        {
            let plain: Vec<String> = text.split('\t').map(str::to_owned).collect();
            if found.is_none() || plain.len() == header.len() {
                found = Some(plain);
            }
        }
        while found.is_none() && text.len() < LONGEST {
            let Some(more) = lines.next()? else { break };
            text.push('\n');
            text.push_str(&more);
            found = fields(&text, delimiter);
        }
        let last = !lines.ended;
        match found {
            Some(found) => rows.take(line, &text, found, last, keeper)?,
            None => {
                return Err(source.damaged(line, file_fault::OPEN_QUOTE, file_need::CLOSING_QUOTE));
            }
        }
        if keeper.ledger.read.is_multiple_of(STRIDE)
            && !watch(ImportProgress { bytes: lines.bytes, of: source.bytes, rows: keeper.ledger.read })
        {
            return Err(KnowledgeStoreError::Cancelled { file: source.name.clone() });
        }
    }
    watch(ImportProgress { bytes: lines.bytes, of: source.bytes, rows: keeper.ledger.read });
    lines.unchanged()
}

/// Rows on their way into an import.
pub(super) struct Rows<'h> {
    source: &'h Source,
    header: &'h Header,
    read: super::ReadRow,
    /// Whether empty fields at the end may be left out, as spreadsheets do.
    padded: bool,
}

impl<'h> Rows<'h> {
    pub(super) fn new(
        kind: KnowledgeKind,
        source: &'h Source,
        header: &'h Header,
    ) -> Result<Self, KnowledgeStoreError> {
        let Some(read) = super::row_reader(kind) else {
            return Err(source.damaged(0, file_fault::TABLE, file_need::of_kind(kind.label())));
        };
        if let Some(lacking) = header::needed(kind).iter().find(|one| !header.has(one)) {
            return Err(source.damaged(
                1,
                file_fault::header_lacks(lacking.join(" / ")),
                file_need::THIS_COLUMN,
            ));
        }
        Ok(Self { source, header, read, padded: kind.is_edited() })
    }

    /// Takes one row. `last`: it is the last of a file that does not end with a line feed.
    pub(super) fn take(
        &mut self,
        line: u64,
        text: &str,
        mut fields: Vec<String>,
        last: bool,
        keeper: &mut Keeper<'_>,
    ) -> Result<(), KnowledgeStoreError> {
        let (found, expected) = (fields.len(), self.header.len());
        let many = |found| row_fault::fields(found, expected);
        if found < expected && !self.padded {
            if last {
                // What stood after it is not known, so it is no row that could be set aside.
                return Err(self.source.damaged(line, many(found), file_need::WHOLE_LINE));
            }
            return keeper.take(line, text, Err(Refused::new(SetAsideReason::TooFewFields, many(found))));
        }
        let mut rescued = None;
        while fields.len() > expected && fields.last().is_some_and(|field| field.trim().is_empty()) {
            fields.pop();
        }
        if fields.len() > expected {
            let surplus = fields.split_off(expected);
            // The form of CIViC before 2023 wrote a list of addresses without quotes, each in a field of its own.
            let address = |field: &String| field.starts_with("https://") || field.starts_with("http://");
            match fields.last_mut().filter(|field| address(field) && surplus.iter().all(address)) {
                None => {
                    return keeper.take(
                        line,
                        text,
                        Err(Refused::new(SetAsideReason::TooManyFields, many(found))),
                    );
                }
                Some(field) => {
                    for more in surplus {
                        field.push(',');
                        field.push_str(&more);
                    }
                    rescued = Some(Refused::new(
                        SetAsideReason::TooManyFields,
                        row_fault::addresses_joined(found, expected),
                    ));
                }
            }
        }
        let kept = keeper.ledger.kept;
        let entry = (self.read)(&self.header.line(&fields));
        if let Err(refused) = &entry
            && last
            && !self.padded
        {
            // It may be the half of a row: what it would say whole is not known.
            return Err(self.source.damaged(line, refused.detail.clone(), file_need::WHOLE_LINE));
        }
        keeper.take(line, text, entry)?;
        match rescued.filter(|_| keeper.ledger.kept > kept) {
            Some(remark) => keeper.rescued(line, text, &remark),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_may_be_quoted_and_hold_the_delimiter() {
        let read = |line: &str| fields(line, b'\t').map(|fields| fields.join("|"));
        assert_eq!(read("a\t\tb\t").as_deref(), Some("a||b|"));
        assert_eq!(read("\"say \"\"no\"\"\t.\"\tx").as_deref(), Some("say \"no\"\t.|x"));
        assert_eq!(read("5\" end\tx").as_deref(), Some("5\" end|x"));
        assert_eq!(read("\"open\tx"), None);
        assert_eq!(fields("1,\"a\nb\",2", b',').unwrap().len(), 3);
    }
}
