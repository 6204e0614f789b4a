//! What the header of a VCF says: version, annotation layout, contigs, reference, samples. Read line by line and
//! leniently, because a fault in a description must not cost a report. Source: VCF 4.1–4.5 §1.4.

use super::csq::Layout;
use super::meta;
use crate::notes::{NoteBook, Remark, quoted};

/// Statements of the header that matter for reading.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub version: Option<String>,
    pub csq: Option<Layout>,
    pub ann: bool,
    /// Contigs with their length.
    pub contigs: Vec<(String, u64)>,
    /// Texts that may name the genome build: `##reference`, `##assembly`, an annotator's `assembly="…"`.
    pub references: Vec<String>,
    /// `##tumor_sample=`.
    pub tumour: Vec<String>,
    /// `##normal_sample=`.
    pub normal: Vec<String>,
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
                notes.add(
                    Remark::info(
                        "header-line",
                        quoted(line),
                        "A header line has the form ##name=value; skipped.",
                    ),
                    "header",
                    Some(number),
                    || None,
                );
            }
            return;
        };
        match name {
            "fileformat" | "format" => self.version(value, number, notes),
            "INFO" => self.info(value),
            "contig" => self.contig(value),
            "reference" | "assembly" => self.keep_reference(value),
            "source" => self.source = Some(value.trim_matches('"').to_owned()),
            "tumor_sample" | "tumour_sample" => self.tumour.push(value.trim().to_owned()),
            "normal_sample" => self.normal.push(value.trim().to_owned()),
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
            _ => {}
        }
    }

    fn keep_reference(&mut self, text: &str) {
        if self.references.len() < MAX_KEPT {
            self.references.push(text.trim_matches('"').to_owned());
        }
    }

    fn version(&mut self, value: &str, number: u64, notes: &mut NoteBook) {
        let version = value.trim();
        if !VERSIONS.contains(&version) {
            let hint = "Versions 4.1 to 4.5 are known; read by their rules.";
            notes.add(Remark::warning("vcf-version", version, hint), "fileformat", Some(number), || {
                Some("##fileformat".to_owned())
            });
        }
        self.version = Some(version.strip_prefix("VCFv").unwrap_or(version).to_owned());
    }

    fn info(&mut self, value: &str) {
        // Only two INFO fields matter here; looking at the id first keeps long headers cheap.
        let is = |id: &str| value.strip_prefix("<ID=").is_some_and(|rest| rest.starts_with(id));
        if is("CSQ,") || is("vep,") {
            let fields = meta::fields(value);
            let id = meta::get(&fields, "ID").unwrap_or_default();
            self.csq =
                meta::get(&fields, "Description").and_then(|text| Layout::of(id, text)).or(self.csq.take());
        } else if is("ANN,") {
            self.ann = true;
        }
    }

    fn contig(&mut self, value: &str) {
        let fields = meta::fields(value);
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
        self.samples = names.map(str::to_owned).collect();
        let mut sorted: Vec<&String> = self.samples.iter().collect();
        sorted.sort();
        if let Some([twice, _]) = sorted.windows(2).find(|pair| pair.first() == pair.last()) {
            let hint = "Sample names must differ; the first column of the name is used.";
            let remark = Remark::warning("duplicate-sample", twice.as_str(), hint);
            notes.add(remark, "#CHROM samples", Some(number), || None);
        }
    }
}
