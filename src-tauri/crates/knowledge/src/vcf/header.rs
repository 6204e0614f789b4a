//! What the header of a VCF says that is needed here: fields of INFO, contigs, build, date of the file.

use entaku_domain::genome::{Assembly, BuildSource, Chromosome, GenomeBuild};
use serde::{Deserialize, Serialize};
use std::io::BufRead;

/// Most bytes of a header. That of gnomAD's genomes has some 1.5 MiB.
const LONGEST: u64 = 64 << 20;

/// Lengths of chromosomes in GRCh37 and GRCh38 (Genome Reference Consortium): enough to tell the two apart.
const LENGTHS: [(&str, u64, u64); 7] = [
    ("1", 249_250_621, 248_956_422),
    ("2", 243_199_373, 242_193_529),
    ("7", 159_138_663, 159_345_973),
    ("12", 133_851_895, 133_275_309),
    ("17", 81_195_210, 83_257_441),
    ("21", 48_129_895, 46_709_983),
    ("X", 155_270_560, 156_040_895),
];

/// A field of INFO as the header declares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VcfField {
    /// Its key: `AF_eas`.
    pub id: String,
    /// How many values: `A` one for each alternate allele, `R` one more for the reference, a number, `.` any.
    pub number: String,
    /// `Float`, `Integer`, `String`, `Flag`.
    pub kind: String,
    /// What the file says of it.
    pub description: String,
}

/// The header of a file.
#[derive(Debug, Default)]
pub(super) struct VcfHeader {
    pub fields: Vec<VcfField>,
    /// `##fileDate`, as `2026-11-01` where it can be read so.
    pub date: Option<String>,
    pub assembly: Option<Assembly>,
}

impl VcfHeader {
    /// Reads up to the line of the columns; `Err` tells what was found instead.
    pub(super) fn read(reader: &mut dyn BufRead) -> Result<Self, String> {
        let mut header = Self::default();
        let (mut named, mut lengths): (Vec<GenomeBuild>, Vec<(String, u64)>) = (Vec::new(), Vec::new());
        let mut left = LONGEST;
        let mut line = Vec::new();
        let mut first = true;
        loop {
            line.clear();
            let mut limited = std::io::Read::take(&mut *reader, left);
            let read = limited.read_until(b'\n', &mut line).map_err(|error| error.to_string())?;
            left -= read as u64;
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end();
            if first && !text.starts_with("##fileformat=VCF") {
                return Err(format!(
                    "a first line that begins '{}'",
                    text.chars().take(40).collect::<String>()
                ));
            }
            first = false;
            if text.starts_with("#CHROM\t") {
                break;
            }
            let Some((key, value)) = text.strip_prefix("##").and_then(|meta| meta.split_once('=')) else {
                return Err("a header without the line #CHROM".to_owned());
            };
            match key {
                "INFO" => header.fields.extend(field(value)),
                "fileDate" => header.date = date(value),
                "reference" | "assembly" => named.extend(build_in(value)),
                "contig" => {
                    named.extend(attribute(value, "assembly").and_then(|name| build_in(&name)));
                    let length = attribute(value, "length").and_then(|length| length.parse().ok());
                    lengths.extend(attribute(value, "ID").zip(length));
                }
                _ => {}
            }
        }
        let first = named.first().cloned();
        header.assembly = match first.filter(|first| named.iter().all(|other| other == first)) {
            Some(name) => Some(Assembly { name, source: BuildSource::File }),
            // Names that contradict each other say nothing; lengths may.
            None => by_lengths(&lengths).map(|name| Assembly { name, source: BuildSource::ContigLength }),
        };
        Ok(header)
    }
}

/// The build named somewhere in a text: a file name, an address, a bare name.
fn build_in(text: &str) -> Option<GenomeBuild> {
    if let known @ (GenomeBuild::Grch37 | GenomeBuild::Grch38) = GenomeBuild::from_name(text) {
        return Some(known);
    }
    let lower = text.to_lowercase();
    let has = |names: &[&str]| names.iter().any(|name| lower.contains(name));
    let older = has(&["grch37", "hg19", "b37", "hs37d5", "assembly19"]);
    let newer = has(&["grch38", "hg38", "assembly38", "hs38"]);
    match (older, newer) {
        (true, false) => Some(GenomeBuild::Grch37),
        (false, true) => Some(GenomeBuild::Grch38),
        _ => None,
    }
}

fn by_lengths(lengths: &[(String, u64)]) -> Option<GenomeBuild> {
    let (mut older, mut newer) = (false, false);
    for (name, length) in lengths {
        let Ok(chromosome) = Chromosome::parse(name) else { continue };
        let known = LENGTHS.iter().find(|known| known.0 == chromosome.as_str());
        older |= known.is_some_and(|known| known.1 == *length);
        newer |= known.is_some_and(|known| known.2 == *length);
    }
    match (older, newer) {
        (true, false) => Some(GenomeBuild::Grch37),
        (false, true) => Some(GenomeBuild::Grch38),
        _ => None,
    }
}

fn field(value: &str) -> Option<VcfField> {
    Some(VcfField {
        id: attribute(value, "ID")?,
        number: attribute(value, "Number").unwrap_or_else(|| ".".to_owned()),
        kind: attribute(value, "Type").unwrap_or_default(),
        description: attribute(value, "Description").unwrap_or_default(),
    })
}

/// One attribute of `<ID=AF,Number=A,Description="a, b">`.
fn attribute(value: &str, wanted: &str) -> Option<String> {
    let mut rest = value.trim().strip_prefix('<')?.trim_end_matches('>');
    loop {
        let (key, after) = rest.split_once('=')?;
        let (text, next) = match after.strip_prefix('"') {
            None => after.split_once(',').unwrap_or((after, "")),
            Some(quoted) => {
                let mut escaped = false;
                let end = quoted.find(|c| {
                    let ends = c == '"' && !escaped;
                    escaped = c == '\\' && !escaped;
                    ends
                });
                let end = end.unwrap_or(quoted.len());
                let after = quoted.get(end + 1..).unwrap_or_default();
                (quoted.get(..end)?, after.strip_prefix(',').unwrap_or(after))
            }
        };
        if key.trim() == wanted {
            return Some(text.replace("\\\"", "\""));
        }
        rest = next;
    }
}

fn date(value: &str) -> Option<String> {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let (year, month, day) = (digits.get(..4)?, digits.get(4..6)?, digits.get(6..8)?);
    (digits.len() == 8 && (1..=12).contains(&month.parse::<u32>().ok()?))
        .then(|| format!("{year}-{month}-{day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<VcfHeader, String> {
        VcfHeader::read(&mut text.as_bytes())
    }

    #[test]
    fn fields_date_and_build_are_read() {
        let header = read(
            "##fileformat=VCFv4.1\n##fileDate=2026-11-01\n##reference=GRCh38\n\
             ##INFO=<ID=CLNSIG,Number=.,Type=String,Description=\"a \\\"quoted\\\", b=c\",Source=x>\n#CHROM\tPOS\n",
        )
        .unwrap();
        let field = header.fields.first().unwrap();
        assert_eq!((field.id.as_str(), field.number.as_str()), ("CLNSIG", "."));
        assert_eq!(field.description, "a \"quoted\", b=c");
        assert_eq!(header.date.as_deref(), Some("2026-11-01"));
        assert_eq!(header.assembly.unwrap().name, GenomeBuild::Grch38);
    }

    #[test]
    fn a_build_that_is_not_named_is_told_by_lengths_and_a_contradiction_by_nothing() {
        let of = |lines: &str| read(&format!("##fileformat=VCFv4.2\n{lines}#CHROM\n#CHROM\tPOS\n"));
        assert!(of("").is_err(), "a line that is neither");
        let of = |lines: &str| read(&format!("##fileformat=VCFv4.2\n{lines}#CHROM\tPOS\n")).unwrap().assembly;
        let lengths = of("##contig=<ID=chr7,length=159345973>\n").unwrap();
        assert_eq!((lengths.name, lengths.source), (GenomeBuild::Grch38, BuildSource::ContigLength));
        assert_eq!(of("##contig=<ID=7,length=159138663,assembly=b37>\n").unwrap().name, GenomeBuild::Grch37);
        assert_eq!(of("##reference=GRCh38\n##contig=<ID=7,assembly=hg19>\n"), None);
        assert_eq!(of("##contig=<ID=7,length=1000>\n"), None);
    }
}
