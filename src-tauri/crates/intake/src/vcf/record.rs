//! From record lines to findings. One row of the ledger is one alternate allele of one record (as after splitting
//! multi-allelic sites); a line that cannot be split into columns is one row.

use super::alleles::Allele;
use super::annotation::{self, AlleleAnnotation, Orders};
use super::check;
use super::header::Header;
use super::info::{self, Info};
use super::mates::{Mates, other_half};
use super::order::{Change, Order};
use super::phased::Phased;
use super::reads::{self, Fields, InfoCounts, Reads, Which};
use super::samples::Tumour;
use super::spelling::Spelling;
use super::structural::{Halves, alteration, carried, is_half};
use super::verbatim;
use crate::notes::{NoteBook, Remark, quoted};
use crate::sink::{Reason, Sink};
use entaku_domain::finding::{Alteration, DraftFinding, VerbatimField};
use entaku_domain::genome::{Chromosome, Position1};
use entaku_domain::measure::Vaf;
use entaku_vcf_check::Checker;
use entaku_vcf_check::columns::{Columns, is_bases};
use entaku_words::errors::note;

/// Most alternate alleles of one record. Callers of repeats give dozens; work grows with their square.
const MAX_ALLELES: usize = 200;

/// Reads the records of one file.
pub(super) struct Records<'a, S> {
    header: &'a Header,
    tumour: Option<&'a Tumour>,
    csq_key: &'a str,
    varscan: bool,
    orders: Orders,
    notes: &'a mut NoteBook,
    sink: &'a mut S,
    order: Order,
    checker: Checker,
    mates: Mates,
    phased: Phased,
    halves: Halves,
    /// The first empty line since the last record.
    blank: Option<u64>,
    /// The last contig as written and as read: most records share it with the one before.
    contig: (String, Option<Chromosome>),
}

/// The sound parts of a record, shared by its alleles.
pub(super) struct Record<'a> {
    pub columns: Columns<'a>,
    line: u64,
    pub chromosome: Chromosome,
    pub position: Option<Position1>,
    pub info: Info<'a>,
    tumour: Fields<'a>,
    /// The tumour's column.
    pub sample: Option<&'a str>,
    /// Whether what INFO counts is of this sample: the file has no other.
    pub alone: bool,
    pub alleles: usize,
}

impl<'a, S: Sink> Records<'a, S> {
    pub fn new(
        header: &'a Header,
        tumour: Option<&'a Tumour>,
        checker: Checker,
        notes: &'a mut NoteBook,
        sink: &'a mut S,
    ) -> Self {
        let varscan = header.source.as_deref().is_some_and(|source| source.contains("VarScan"));
        Self {
            header,
            tumour,
            csq_key: header.csq.as_ref().map_or("CSQ", |layout| layout.key.as_str()),
            varscan,
            orders: Orders::default(),
            notes,
            sink,
            order: Order::default(),
            checker,
            mates: Mates::default(),
            phased: Phased::default(),
            halves: Halves::default(),
            blank: None,
            contig: (String::new(), None),
        }
    }

    /// Takes one line.
    pub fn line(&mut self, text: &str, line: u64) {
        if let Some(blank) = self.blank.take() {
            let remark = Remark::warning("no-record", "an empty line", note::NO_RECORD.en);
            self.note(remark, "line", blank);
        }
        let columns = match Columns::of(text) {
            Ok(columns) => columns,
            Err(count) => {
                let said = format!("{count} of 8 columns: {}", quoted(text.get(..60).unwrap_or(text)));
                let hint = "A record has at least eight columns separated by tabs; the line is set aside.";
                self.note(Remark::error("short-record", said, hint), "record", line);
                return self.sink.set_aside(Reason::Unreadable, line, None, || text.to_owned());
            }
        };
        let alleles = memchr::memchr_iter(b',', columns.alternate.as_bytes()).count() + 1;
        let Some(record) = self.record(columns, line, alleles) else {
            return self.aside_all(&columns, line, alleles, Reason::Unreadable);
        };
        if alleles > MAX_ALLELES {
            let hint = format!("At most {MAX_ALLELES} are read; the record is set aside.");
            self.note(
                Remark::error("too-many-alleles", format!("{alleles} alternate alleles"), hint),
                "ALT",
                line,
            );
            return self.aside_all(&columns, line, alleles, Reason::Unsupported);
        }
        if alleles > 1 {
            let hint = note::MULTI_ALLELIC.en;
            self.note(
                Remark::info("multi-allelic", format!("{alleles} alternate alleles"), hint),
                "ALT",
                line,
            );
        }
        for (index, text) in columns.alternate.split(',').enumerate() {
            self.allele(&record, text, index);
        }
    }

    /// After the last line.
    pub fn finish(mut self) {
        if let Some(blank) = self.blank {
            let remark = Remark::info("no-record", "an empty line at the end", note::NO_RECORD.en);
            self.note(remark, "line", blank);
        }
        self.release();
    }

    /// The file's name.
    pub fn file(&self) -> &str {
        self.notes.file()
    }

    /// A line that is no record.
    pub fn skip(&mut self, empty: bool, line: u64) {
        if empty {
            self.blank.get_or_insert(line);
            return;
        }
        let said = "a header line among the records";
        self.note(Remark::warning("no-record", said, note::NO_RECORD.en), "record", line);
    }

    /// A binary record cannot be written out as a line.
    pub fn broken(&mut self, what: &'static str, line: u64) {
        let said = format!("a record of a BCF whose {what} cannot be read");
        let hint = "The record is set aside; fetch the file again, it may be damaged.";
        self.note(Remark::error("unreadable-record", said, hint), "record", line);
        self.sink.set_aside(Reason::Unreadable, line, None, || "a binary record".to_owned());
    }

    /// The last line has no line end.
    pub fn cut_off(&mut self, line: u64) {
        let hint = note::NO_LINE_END.en;
        self.note(Remark::warning("no-line-end", "the last line has no line end", hint), "file", line);
    }

    /// A line is not UTF-8.
    pub fn not_utf8(&mut self, line: u64) {
        self.note(not_utf8(), "line", line);
    }

    fn note(&mut self, remark: Remark, field: &str, line: u64) {
        self.notes.add(remark, field, Some(line), || Some(field.to_owned()));
    }

    fn aside_all(&mut self, columns: &Columns<'_>, line: u64, alleles: usize, reason: Reason) {
        for index in 0..alleles {
            self.sink.set_aside(reason, line, None, || {
                let alternate = columns.alternate.split(',').nth(index).unwrap_or_default();
                in_short(columns, alternate)
            });
        }
    }

    /// Checks what every allele of the record needs; none, with a note, where it is missing.
    fn record<'l>(&mut self, columns: Columns<'l>, line: u64, alleles: usize) -> Option<Record<'l>> {
        let chromosome = self.chromosome(columns.chromosome, line)?;
        let digits = columns.position.bytes().all(|byte| byte.is_ascii_digit());
        let position = match columns.position.parse::<i64>() {
            // 0 is lawful: the telomere before the first base.
            Ok(0) if digits => None,
            number => {
                let position = number.ok().and_then(|number| Position1::new(number).ok()).filter(|_| digits);
                if position.is_none() {
                    let hint = note::BAD_POS.en;
                    self.note(Remark::error("bad-pos", quoted(columns.position), hint), "POS", line);
                    return None;
                }
                position
            }
        };
        self.place(&chromosome, position, line);
        if !is_bases(columns.reference) {
            let hint = note::BAD_REF.en;
            self.note(Remark::error("bad-ref", quoted(columns.reference), hint), "REF", line);
            return None;
        }
        if columns.quality != "." && columns.quality.parse::<f64>().is_err() {
            let hint = note::BAD_QUAL.en;
            self.note(Remark::warning("bad-qual", quoted(columns.quality), hint), "QUAL", line);
        }
        if columns.filter.is_empty() {
            let hint = note::BAD_FILTER.en;
            self.note(Remark::warning("bad-filter", "an empty FILTER", hint), "FILTER", line);
        }
        let count = columns.sample_count();
        let odd = count != self.header.samples.len() || columns.has_format != self.header.has_format;
        if odd && self.header.has_columns {
            let said = format!("{count} sample columns, the header names {}", self.header.samples.len());
            let hint = note::SAMPLE_COUNT.en;
            self.note(Remark::warning("sample-count", said, hint), "samples", line);
        }
        let notes = &mut *self.notes;
        self.checker.record(&columns, &mut |fault| check::record(fault, line, notes));
        let sample = self.tumour.and_then(|tumour| columns.sample(tumour.column));
        Some(Record {
            columns,
            line,
            chromosome,
            position,
            info: Info::of(columns.info, self.csq_key),
            tumour: sample.map(|sample| Fields::of(columns.format, sample)).unwrap_or_default(),
            sample,
            alone: self.header.samples.len() < 2,
            alleles,
        })
    }

    fn chromosome(&mut self, text: &str, line: u64) -> Option<Chromosome> {
        if self.contig.0 != text || self.contig.1.is_none() {
            // `<ctg1>` is a contig of the assembly file.
            let inner = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
            let read = Chromosome::parse(inner.unwrap_or(text));
            if let Err(error) = &read {
                let remark =
                    Remark::error("bad-chrom", quoted(text), format!("{error}; the record is set aside."));
                self.note(remark, "CHROM", line);
            }
            self.contig = (text.to_owned(), read.ok());
        }
        self.contig.1.clone()
    }

    fn allele(&mut self, record: &Record<'_>, text: &str, index: usize) {
        let aside = |this: &mut Self, reason| {
            this.sink.set_aside(reason, record.line, None, || in_short(&record.columns, text));
        };
        let allele = Allele::of(text);
        match allele {
            Allele::Bad => {
                let hint = note::BAD_ALT.en;
                self.note(Remark::error("bad-alt", quoted(text), hint), "ALT", record.line);
                return aside(self, Reason::Unreadable);
            }
            Allele::Bases if record.position.is_none() => {
                let hint = "Position 0 is for breakends at a telomere; the allele is set aside.";
                self.note(Remark::warning("bad-pos", "0", hint), "POS", record.line);
                return aside(self, Reason::Unreadable);
            }
            Allele::Bases if text.eq_ignore_ascii_case(record.columns.reference) => {
                let hint = note::ALT_IS_REF.en;
                self.note(Remark::warning("alt-is-ref", quoted(text), hint), "ALT", record.line);
                return aside(self, Reason::Reference);
            }
            Allele::None => return aside(self, Reason::Reference),
            Allele::Bases => self.repetition(record, text, ""),
            Allele::Breakend(_) | Allele::Single => self.repetition(record, text, record.columns.info),
            // Symbols of one place may well stand in several records (VCF 4.5 §1.6.1).
            Allele::Symbol(_) => {}
        }
        if !passes(record.columns.filter) || !self.passes_of_its_own(record, index) {
            return aside(self, Reason::NotPass);
        }
        let which =
            Which { index, count: record.alleles, reference: record.columns.reference, alternate: text };
        let counts = self.counts(record, which);
        let vaf = self.vaf(counts.frequency, record.line);
        let AlleleAnnotation { effects, verdict, pairs, .. } = self.annotation(record, text, index);
        let alteration = alteration(record, &allele, text, (counts, vaf), (effects, &pairs, index));
        if (index > 0 && is_half(&alteration)) || self.halves.again(&alteration) {
            return aside(self, Reason::OtherAllele);
        }
        if record.sample.is_some() && counts.called == Some(false) && !carried(&counts, &alteration) {
            return aside(self, Reason::NotInTumour);
        }
        let finding = DraftFinding {
            item: item(record, index),
            origin: record.info.origin(self.varscan),
            sample: self.tumour.map(|tumour| tumour.name.clone()),
            nucleic_acid: None,
            reported: None,
            laboratory_verdict: verdict,
            ccat_verdict: None,
            verbatim: self.verbatim(&record.columns),
            alteration,
        };
        self.keep(finding, record, index);
    }

    /// Whether the caller's filters of each allele let this one pass.
    fn passes_of_its_own(&mut self, record: &Record<'_>, index: usize) -> bool {
        let Some(statuses) = record.info.allele_filters else { return true };
        let passes = info::allele_passes(statuses, index, record.alleles);
        if passes.is_none() {
            let hint = note::ALLELE_FILTER.en;
            self.note(
                Remark::warning("allele-filter", quoted(statuses), hint),
                "INFO/AS_FilterStatus",
                record.line,
            );
        }
        passes.unwrap_or(true)
    }

    fn verbatim(&self, columns: &Columns<'_>) -> Vec<VerbatimField> {
        let column = self.tumour.map(|tumour| tumour.column);
        if S::KEEPS { verbatim::fields(columns, column, &self.header.samples) } else { Vec::new() }
    }

    /// Notes disorder.
    fn place(&mut self, chromosome: &Chromosome, position: Option<Position1>, line: u64) {
        let position = position.map_or(0, Position1::get);
        if self.order.backwards(chromosome, position) {
            let said = format!("{chromosome}:{position} after a later place");
            let hint = note::UNSORTED.en;
            self.note(Remark::warning("unsorted", said, hint), "POS", line);
        }
    }

    /// Notes a change that was met before.
    fn repetition(&mut self, record: &Record<'_>, alternate: &str, besides: &str) {
        let position = record.position.map_or(0, Position1::get);
        let change = Change { position, reference: record.columns.reference, alternate, besides };
        if self.order.twice(&record.chromosome, change) {
            let said = in_short(&record.columns, alternate);
            let hint =
                "The same change stands in an earlier record; both are read, check which one is meant.";
            self.note(Remark::warning("duplicate-record", said, hint), "record", record.line);
        }
    }

    fn counts(&mut self, record: &Record<'_>, which: Which<'_>) -> Reads {
        if record.sample.is_some() || !self.header.samples.is_empty() {
            return record.tumour.reads(which);
        }
        let Info { af, dp, dp4, an, .. } = record.info;
        let reads = reads::from_info(InfoCounts { af, dp, dp4, an }, which);
        if reads.frequency.is_some() {
            let hint = note::VAF_FROM_INFO.en;
            self.note(Remark::info("vaf-from-info", "INFO/AF", hint), "INFO/AF", record.line);
        }
        reads
    }

    fn vaf(&mut self, frequency: Option<f64>, line: u64) -> Option<Vaf> {
        match Vaf::new(frequency?) {
            Ok(vaf) => Some(vaf),
            Err(error) => {
                let remark =
                    Remark::warning("out-of-range", error.0.to_string(), format!("{error}; not used."));
                self.note(remark, "FORMAT/AF", line);
                None
            }
        }
    }

    /// What annotators say of an allele.
    fn annotation(&mut self, record: &Record<'_>, alternate: &str, index: usize) -> AlleleAnnotation {
        let place = annotation::Place { position: record.columns.position, info: record.columns.info };
        let mut said = self.orders.read(&record.info, self.header, spelling(record, alternate, index), place);
        if let Some((remark, field)) = said.remark.take() {
            self.note(remark, field, record.line);
        }
        said
    }

    fn keep(&mut self, finding: DraftFinding, record: &Record<'_>, index: usize) {
        if let (Alteration::ShortVariant(variant), Some(sample)) = (&finding.alteration, record.sample)
            && let Some(said) = self.phased.neighbour(&record.columns, sample, variant, index)
        {
            let hint = note::PHASED_NEIGHBOURS.en;
            self.note(Remark::warning("phased-neighbours", said, hint), "GT", record.line);
        }
        let id = Some(record.columns.id).filter(|id| *id != ".");
        let is_fusion = record.info.kind == Some("Fusion") && record.info.mate.is_none();
        let half = id.filter(|_| is_fusion).and_then(other_half);
        let ids = id.zip(record.info.mate.or(half.as_deref()));
        let is_rearrangement = matches!(finding.alteration, Alteration::Rearrangement(_));
        if !is_rearrangement || (ids.is_none() && !self.mates.any()) {
            return self.sink.keep(finding, record.line);
        }
        let left = match ids {
            Some((id, mate)) => self.mates.join(finding, id, mate),
            None => Some(finding),
        };
        match left {
            None => self.sink.set_aside(Reason::Mate, record.line, None, || {
                in_short(&record.columns, record.columns.alternate)
            }),
            Some(finding) => {
                if self.mates.full() {
                    self.release();
                }
                self.mates.wait(finding, record.line, ids);
            }
        }
    }

    fn release(&mut self) {
        for (finding, line) in self.mates.release() {
            self.sink.keep(finding, line);
        }
    }
}

/// A line with bytes that are not UTF-8.
pub(super) fn not_utf8() -> Remark {
    let hint = note::ENCODING.en;
    Remark::warning("encoding", "bytes that are not UTF-8", hint)
}

fn passes(filter: &str) -> bool {
    matches!(filter, "PASS" | "." | "") || filter.eq_ignore_ascii_case("pass")
}

fn spelling<'a>(record: &Record<'a>, alternate: &'a str, index: usize) -> Spelling<'a> {
    let Columns { reference, alternate: alternates, .. } = record.columns;
    Spelling { reference, alternates, alternate, index, count: record.alleles }
}

fn item(record: &Record<'_>, index: usize) -> String {
    let id = match record.columns.id {
        "." | "" => format!("line {}", record.line),
        id => id.chars().take(200).collect(),
    };
    if record.alleles > 1 { format!("{id}, allele {}", index + 1) } else { id }
}

/// `7:55259515 T>G`.
fn in_short(columns: &Columns<'_>, alternate: &str) -> String {
    format!("{}:{} {}>{alternate}", columns.chromosome, columns.position, columns.reference)
}
