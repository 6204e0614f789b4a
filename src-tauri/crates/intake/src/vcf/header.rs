//! What the header of a VCF says: version, annotation layout, contigs, reference, samples. Read line by line and
//! leniently, because a fault in a description must not cost a report. Source: VCF 4.1–4.5 §1.4.

use super::csq::Layout;
use super::eff;
use super::funcotation;
use super::grammar::{self, Fault};
use super::keys::Keys;
use super::meta;
use super::reserved::{Column, Minor};
use super::values::{Definition, Kind, Number};
use crate::notes::{NoteBook, Remark, quoted};
use std::collections::HashSet;

/// Statements of the header that matter for reading.
#[derive(Debug)]
pub(super) struct Header {
    pub version: Option<String>,
    /// Minor version by whose rules records are checked.
    pub minor: Minor,
    /// Keys declared for INFO and FORMAT.
    pub info_keys: Keys,
    pub format_keys: Keys,
    /// Declared filters, symbols and contigs, at most [`MAX_KEPT`] of each.
    pub filters: HashSet<String>,
    pub symbols: HashSet<String>,
    pub contig_names: HashSet<String>,
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

impl Default for Header {
    fn default() -> Self {
        Self {
            version: None,
            minor: 2,
            info_keys: Keys::new(Column::Info),
            format_keys: Keys::new(Column::Format),
            filters: HashSet::new(),
            symbols: HashSet::new(),
            contig_names: HashSet::new(),
            csq: None,
            ann: None,
            eff: None,
            funcotation: None,
            annovar: false,
            contigs: Vec::new(),
            references: Vec::new(),
            tumour: Vec::new(),
            normal: Vec::new(),
            command_tumour: Vec::new(),
            command_normal: Vec::new(),
            declared: Vec::new(),
            pedigree: Vec::new(),
            samples: Vec::new(),
            source: None,
            has_columns: false,
            has_format: false,
        }
    }
}

/// Versions of the format that this reader knows.
const VERSIONS: [&str; 5] = ["VCFv4.1", "VCFv4.2", "VCFv4.3", "VCFv4.4", "VCFv4.5"];

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
        for fault in grammar::faults(name, value, self.minor) {
            complain(fault, name, line, number, notes);
        }
        match name {
            "fileformat" | "format" => self.version(value, number, notes),
            "INFO" => {
                self.declare(Column::Info, value, number, notes);
                self.info(value);
            }
            "FORMAT" => self.declare(Column::Format, value, number, notes),
            "FILTER" => keep_id(&mut self.filters, value),
            "ALT" => keep_id(&mut self.symbols, value),
            "contig" => self.contig(value),
            "reference" | "assembly" => self.keep_reference(value),
            "source" => self.source = Some(value.trim_matches('"').to_owned()),
            "tumor_sample" | "tumour_sample" => keep_name(&mut self.tumour, value.trim()),
            "normal_sample" => keep_name(&mut self.normal, value.trim()),
            "SAMPLE" if self.declared.len() < MAX_KEPT => {
                let fields = meta::fields(value);
                if let Some(id) = meta::get(&fields, "ID") {
                    let all: Vec<&str> = fields.iter().map(|(_, value)| value.as_str()).collect();
                    self.declared.push((id.to_owned(), all.join("\t")));
                }
            }
            "PEDIGREE" if self.pedigree.len() < MAX_KEPT => {
                let fields = meta::fields(value);
                let derived = meta::get(&fields, "Derived").or_else(|| meta::get(&fields, "ID"));
                if let (Some(derived), Some(original)) = (derived, meta::get(&fields, "Original")) {
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
            _ if meta::is_command(name) => {
                let (tumour, normal) = meta::samples_of_command(value);
                tumour.into_iter().for_each(|name| keep_name(&mut self.command_tumour, name));
                normal.into_iter().for_each(|name| keep_name(&mut self.command_normal, name));
            }
            _ => {}
        }
    }

    fn keep_reference(&mut self, text: &str) {
        if self.references.len() < MAX_KEPT {
            self.references.push(text.trim_matches('"').to_owned());
        }
    }

    fn declare(&mut self, column: Column, value: &str, number: u64, notes: &mut NoteBook) {
        let fields = meta::fields(value);
        let Some(id) = meta::get(&fields, "ID").filter(|id| !id.is_empty()) else { return };
        let count = meta::get(&fields, "Number").and_then(Number::parse);
        let kind = meta::get(&fields, "Type").and_then(Kind::parse);
        let definition = count.zip(kind).map(|(number, kind)| Definition { number, kind });
        let keys = match column {
            Column::Info => &mut self.info_keys,
            Column::Format => &mut self.format_keys,
        };
        if !keys.declare(id, definition) {
            let hint = "The key is declared by an earlier line, which is used.";
            let said = format!("{} {}", column.name(), quoted(id));
            notes
                .add(Remark::info("duplicate-declaration", said, hint), column.name(), Some(number), || None);
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
        let version = value.trim();
        self.minor = VERSIONS
            .iter()
            .position(|known| *known == version)
            .and_then(|at| u8::try_from(at + 1).ok())
            .unwrap_or(self.minor);
        if !VERSIONS.contains(&value) {
            let hint = "Versions 4.1 to 4.5 are known; read by their rules.";
            notes.add(Remark::warning("vcf-version", version, hint), "fileformat", Some(number), || {
                Some("##fileformat".to_owned())
            });
        }
        self.version = Some(version.strip_prefix("VCFv").unwrap_or(version).to_owned());
    }

    fn info(&mut self, value: &str) {
        // Only a few INFO fields matter here; looking at the id first keeps long headers cheap.
        let is = |id: &str| value.strip_prefix("<ID=").is_some_and(|rest| rest.starts_with(id));
        if is("CSQ,") || is("vep,") {
            let fields = meta::fields(value);
            let id = meta::get(&fields, "ID").unwrap_or_default();
            self.csq =
                meta::get(&fields, "Description").and_then(|text| Layout::of(id, text)).or(self.csq.take());
        } else if is("ANN,") {
            // SnpEff's field, or VEP's under SnpEff's name: the description tells.
            let fields = meta::fields(value);
            self.ann = meta::get(&fields, "Description").and_then(|text| Layout::of("ANN", text));
        } else if is("EFF,") {
            let fields = meta::fields(value);
            self.eff = meta::get(&fields, "Description").and_then(eff::Layout::of);
        } else if is("FUNCOTATION,") {
            let fields = meta::fields(value);
            self.funcotation = meta::get(&fields, "Description").and_then(funcotation::Layout::of);
        } else if is("AAChange.") {
            self.annovar = true;
        } else if self.csq.is_none() && value.contains("Ensembl VEP. Format: ") {
            // VEP writes under any name that it is told (`--vcf_info_field`).
            let fields = meta::fields(value);
            let id = meta::get(&fields, "ID").unwrap_or_default();
            self.csq = meta::get(&fields, "Description").and_then(|text| Layout::of(id, text));
        }
    }

    fn contig(&mut self, value: &str) {
        let fields = meta::fields(value);
        keep_id(&mut self.contig_names, value);
        let length = meta::get(&fields, "length").and_then(|length| length.parse().ok());
        if let (Some(id), Some(length)) = (meta::get(&fields, "ID"), length)
            && self.contigs.len() < MAX_KEPT
        {
            self.contigs.push((id.to_owned(), length));
        }
        if let Some(assembly) = meta::get(&fields, "assembly")
            && self.references.last().is_none_or(|last| last != assembly)
        {
            self.keep_reference(assembly);
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
            let hint = "Sample names must differ; the first column of the name is used.";
            let remark = Remark::warning("duplicate-sample", twice.as_str(), hint);
            notes.add(remark, "#CHROM samples", Some(number), || None);
        }
    }
}

/// Keeps a sample's name, each once.
fn keep_name(kept: &mut Vec<String>, name: &str) {
    if kept.len() < MAX_KEPT && !kept.iter().any(|known| known == name) {
        kept.push(name.to_owned());
    }
}

fn keep_id(kept: &mut HashSet<String>, value: &str) {
    let fields = meta::fields(value);
    if let Some(id) = meta::get(&fields, "ID")
        && kept.len() < MAX_KEPT
    {
        kept.insert(id.to_owned());
    }
}

fn complain(fault: Fault, name: &str, line: &str, number: u64, notes: &mut NoteBook) {
    let place = || Some(format!("##{}", quoted(name)));
    let known = ["INFO", "FORMAT", "FILTER", "ALT", "contig", "SAMPLE", "PEDIGREE", "META"];
    let shape = if known.contains(&name) { name } else { "header" };
    let remark = match fault {
        Fault::Form(expected) => {
            Remark::warning("header-line", quoted(line), format!("Read as far as it goes: {expected}."))
        }
        Fault::Field(said) => {
            let hint = "Read as far as it goes; values that depend on this line may be checked less closely.";
            Remark::warning("header-field", said, hint)
        }
        Fault::Slight(said) => Remark::info("header-field", said, "Of no bearing on the reading."),
        Fault::Reserved(said) => {
            let hint =
                "The format reserves this key with another meaning; values are read as the header says.";
            Remark::info("header-reserved", said, hint)
        }
        Fault::Contig(name) => {
            let hint = "Breakends cannot cite such a name without doubt; it is read as written.";
            Remark::info("contig-name", name, hint)
        }
    };
    notes.add(remark, shape, Some(number), place);
}
