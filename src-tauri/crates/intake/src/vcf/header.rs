//! What the header of a VCF says: version, annotation layout, contigs, reference, samples. Read line by line and
//! leniently, because a fault in a description must not cost a report. Source: VCF 4.1–4.5 §1.4.

use super::csq::Layout;
use super::declared::{self, Declared};
use super::eff;
use super::funcotation;
use super::{check, commands};
use crate::notes::{NoteBook, Remark, quoted};
use entaku_vcf_check::reserved::Column;
use entaku_vcf_check::{Declaration, fields};
use entaku_words::errors::note;
use noodles_vcf::header::Parser;

/// Statements of the header that matter for reading.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub version: Option<String>,
    /// What records are checked by.
    pub rules: entaku_vcf_check::Header,
    /// Declarations as noodles reads them.
    pub parser: Parser,
    pub csq: Option<Layout>,
    pub ann: Option<Layout>,
    pub eff: Option<eff::Layout>,
    pub funcotation: Option<funcotation::Layout>,
    /// Whether keys of ANNOVAR are declared.
    pub annovar: bool,
    /// Contigs with their length.
    pub contigs: Vec<(String, u64)>,
    /// Texts that may name the genome build: `##reference`, `##assembly`, an annotator's `assembly="…"`.
    pub references: Vec<String>,
    /// `##tumor_sample=`.
    pub tumour: Vec<String>,
    /// `##normal_sample=`.
    pub normal: Vec<String>,
    /// Samples that the caller's command names as tumour and as normal.
    pub command_tumour: Vec<String>,
    pub command_normal: Vec<String>,
    /// `##SAMPLE=<…>`: its id and all its values.
    pub declared: Vec<(String, String)>,
    /// `##PEDIGREE=<Derived=…,Original=…>`.
    pub pedigree: Vec<(String, String)>,
    /// Names of the sample columns.
    pub samples: Vec<String>,
    /// `##source=`.
    pub source: Option<String>,
    /// Whether the line `#CHROM …` was met.
    pub has_columns: bool,
    /// Whether it has the column FORMAT.
    pub has_format: bool,
}

/// The fixed columns.
const COLUMNS: [&str; 8] = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"];

/// Most statements of one kind that are kept; what stands beyond has no bearing on a report.
const MAX_KEPT: usize = 10_000;

impl Header {
    /// Takes one `##` line.
    pub fn meta(&mut self, line: &str, number: u64, notes: &mut NoteBook) {
        let Some((name, value)) = line.get(2..).and_then(|rest| rest.split_once('=')) else {
            if line.len() > 2 {
                let hint = "A header line has the form ##name=value; skipped.";
                notes
                    .add(Remark::warning("header-line", quoted(line), hint), "header", Some(number), || None);
            }
            return;
        };
        for fault in self.rules.faults(name, value) {
            check::header(fault, name, line, number, notes);
        }
        match name {
            "INFO" | "FORMAT" | "FILTER" | "ALT" | "contig" => {
                let read = declared::read(&mut self.parser, line, value);
                if let Some(fault) = declaration(name, &read).and_then(|it| self.rules.declare(it)) {
                    check::header(fault, name, line, number, notes);
                }
                match name {
                    "INFO" => self.info(&read),
                    "contig" => self.contig(read),
                    _ => {}
                }
            }
            "fileformat" | "format" => {
                declared::read(&mut self.parser, line, value);
                self.version(value, number, notes);
            }
            "reference" | "assembly" => self.keep_reference(value),
            "source" => self.source = Some(value.trim_matches('"').to_owned()),
            "tumor_sample" | "tumour_sample" => keep_name(&mut self.tumour, value.trim()),
            "normal_sample" => keep_name(&mut self.normal, value.trim()),
            "SAMPLE" if self.declared.len() < MAX_KEPT => {
                let fields = fields::of(value);
                if let Some(id) = fields::get(&fields, "ID") {
                    let all: Vec<&str> = fields.iter().map(|(_, value)| value.as_str()).collect();
                    self.declared.push((id.to_owned(), all.join("\t")));
                }
            }
            "PEDIGREE" if self.pedigree.len() < MAX_KEPT => {
                let fields = fields::of(value);
                let derived = fields::get(&fields, "Derived").or_else(|| fields::get(&fields, "ID"));
                if let (Some(derived), Some(original)) = (derived, fields::get(&fields, "Original")) {
                    self.pedigree.push((derived.to_owned(), original.to_owned()));
                }
            }
            "VEP" => {
                if let Some((_, after)) = value.split_once("assembly=\"") {
                    self.keep_reference(after.split('"').next().unwrap_or_default());
                }
            }
            // `SnpEff  GRCh37.75 in.vcf`: the genome is a word of its own among options and paths.
            "SnpEffCmd" => {
                let words = value.split([' ', '"']).filter(|word| !word.contains(['/', '\\', '=']));
                let genome = words.filter(|word| !word.starts_with('-') && !word.ends_with(".vcf"));
                genome.filter(|word| word.starts_with("GRCh") || word.starts_with("hg")).for_each(|word| {
                    self.keep_reference(word);
                });
            }
            _ if commands::is_command(name) => {
                let (tumour, normal) = commands::samples_of_command(value);
                tumour.into_iter().for_each(|name| keep_name(&mut self.command_tumour, name));
                normal.into_iter().for_each(|name| keep_name(&mut self.command_normal, name));
            }
            _ => {}
        }
    }

    /// After the header: what records are checked by. What noodles keeps of the lines is let go.
    pub fn take_rules(&mut self) -> entaku_vcf_check::Header {
        self.parser = Parser::default();
        std::mem::take(&mut self.rules)
    }

    fn keep_reference(&mut self, text: &str) {
        if self.references.len() < MAX_KEPT {
            self.references.push(text.trim_matches('"').to_owned());
        }
    }

    fn version(&mut self, value: &str, number: u64, notes: &mut NoteBook) {
        if self.version.is_some() {
            let hint = "The version stands once, in the first line; the last one is used.";
            notes.add(
                Remark::warning("header-line", quoted(value), hint),
                "fileformat",
                Some(number),
                || Some("##fileformat".to_owned()),
            );
        }
        self.rules.set_version(value);
        let version = value.trim();
        if entaku_vcf_check::minor(value).is_none() {
            let hint = note::VCF_VERSION.en;
            notes.add(Remark::warning("vcf-version", version, hint), "fileformat", Some(number), || {
                Some("##fileformat".to_owned())
            });
        }
        self.version = Some(version.strip_prefix("VCFv").unwrap_or(version).to_owned());
    }

    fn info(&mut self, read: &Declared) {
        let Some(id) = read.id.as_deref() else { return };
        self.annovar |= id.starts_with("AAChange.");
        let Some(text) = read.description.as_deref() else { return };
        match id {
            "CSQ" | "vep" => self.csq = Layout::of(id, text).or(self.csq.take()),
            // SnpEff's field, or VEP's under SnpEff's name: the description tells.
            "ANN" => self.ann = Layout::of(id, text),
            "EFF" => self.eff = eff::Layout::of(text),
            "FUNCOTATION" => self.funcotation = funcotation::Layout::of(text),
            // VEP writes under any name that it is told (`--vcf_info_field`).
            _ if self.csq.is_none() && text.contains("Ensembl VEP. Format: ") => {
                self.csq = Layout::of(id, text);
            }
            _ => {}
        }
    }

    fn contig(&mut self, read: Declared) {
        if let (Some(id), Some(length)) = (read.id, read.length)
            && self.contigs.len() < MAX_KEPT
        {
            self.contigs.push((id, length));
        }
        if let Some(assembly) = read.assembly
            && self.references.last() != Some(&assembly)
        {
            self.keep_reference(&assembly);
        }
    }

    /// Names the sample columns of a file without the line `#CHROM …` by their place.
    pub fn unnamed(&mut self, samples: usize) {
        let names = (1..=samples.min(MAX_KEPT)).map(|place| format!("column {}", place + COLUMNS.len() + 1));
        self.samples = names.collect();
        self.has_format = samples > 0;
    }

    /// Takes the line `#CHROM …`.
    pub fn columns(&mut self, line: &str, number: u64, notes: &mut NoteBook) {
        self.has_columns = true;
        let mut names = line.split('\t');
        let fixed: Vec<&str> = names.by_ref().take(COLUMNS.len()).collect();
        if fixed != COLUMNS {
            let hint = format!("Expected {}; columns are read in that order.", COLUMNS.join(" "));
            notes.add(Remark::warning("column-names", quoted(line), hint), "#CHROM", Some(number), || None);
        }
        if let Some(format) = names.next()
            && format != "FORMAT"
        {
            let hint = "The ninth column is FORMAT; read as that.";
            notes.add(Remark::warning("column-names", format, hint), "FORMAT", Some(number), || None);
        }
        self.has_format = line.split('\t').nth(COLUMNS.len()).is_some();
        self.samples = names.map(str::to_owned).collect();
        if self.samples.is_empty() == self.has_format || self.samples.iter().any(String::is_empty) {
            let said =
                if self.samples.is_empty() { "FORMAT without a sample" } else { "a sample without a name" };
            let hint = "After FORMAT stand the names of the samples, each once.";
            notes.add(Remark::warning("column-names", said, hint), "samples", Some(number), || None);
        }
        let mut sorted: Vec<&String> = self.samples.iter().collect();
        sorted.sort();
        if let Some([twice, _]) = sorted.windows(2).find(|pair| pair.first() == pair.last()) {
            let hint = note::DUPLICATE_SAMPLE.en;
            let remark = Remark::warning("duplicate-sample", twice.as_str(), hint);
            notes.add(remark, "#CHROM samples", Some(number), || None);
        }
    }
}

fn declaration<'a>(name: &str, read: &'a Declared) -> Option<Declaration<'a>> {
    let id = read.id.as_deref()?;
    Some(match name {
        "INFO" => Declaration::Key(Column::Info, id, read.definition),
        "FORMAT" => Declaration::Key(Column::Format, id, read.definition),
        "FILTER" => Declaration::Filter(id),
        "ALT" => Declaration::Symbol(id),
        _ => Declaration::Contig(id),
    })
}

/// Keeps a sample's name, each once.
fn keep_name(kept: &mut Vec<String>, name: &str) {
    if kept.len() < MAX_KEPT && !kept.iter().any(|known| known == name) {
        kept.push(name.to_owned());
    }
}
