//! Chromosomes by their accession in RefSeq (`NC_000007.13`) or GenBank (`CM000669.1`). Source: NCBI Assembly, GRCh37 (GCF_000001405.13), GRCh38
//! (GCF_000001405.26), NCBI36 (GCF_000001405.12) and T2T-CHM13v2.0 (GCF_009914755.1).

use super::GenomeBuild;

/// Chromosomes by number, 23 and 24 being X and Y, with the version of their accession in GRCh37. In GRCh38 every
/// version is one higher, in NCBI36 one lower.
const CHROMOSOMES: [(&str, u32); 24] = [
    ("1", 10),
    ("2", 11),
    ("3", 11),
    ("4", 11),
    ("5", 9),
    ("6", 11),
    ("7", 13),
    ("8", 10),
    ("9", 11),
    ("10", 10),
    ("11", 9),
    ("12", 11),
    ("13", 10),
    ("14", 8),
    ("15", 9),
    ("16", 9),
    ("17", 10),
    ("18", 9),
    ("19", 9),
    ("20", 10),
    ("21", 8),
    ("22", 10),
    ("X", 10),
    ("Y", 9),
];

/// The number before that of chromosome 1 in T2T-CHM13v2.0, whose chromosomes follow each other.
const BEFORE_CHM13: u32 = 60_924;

/// The mitochondrial sequence (rCRS), the same in GRCh37 and GRCh38.
const MITOCHONDRION: u32 = 12_920;

/// What an accession names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accession {
    /// Chromosome, as [`super::Chromosome`] writes it.
    pub chromosome: &'static str,
    /// Build, where the version tells it.
    pub build: Option<GenomeBuild>,
}

/// The number before that of chromosome 1 in GenBank (`CM000663`); version 1 is of GRCh37, version 2 of GRCh38.
const BEFORE_GENBANK: u32 = 662;

/// Reads an accession of a human chromosome, with or without its version; none where the text is something else.
pub fn read(text: &str) -> Option<Accession> {
    if let Some(rest) =
        text.get(..5).filter(|head| head.eq_ignore_ascii_case("CM000")).and_then(|_| text.get(5..))
    {
        let (number, version) = match rest.split_once('.') {
            Some((number, version)) => (number, Some(digits(version)?)),
            None => (rest, None),
        };
        let place = digits(number).filter(|_| number.len() == 3)?.checked_sub(BEFORE_GENBANK + 1)?;
        let (chromosome, _) = CHROMOSOMES.get(usize::try_from(place).ok()?)?;
        let build = match version {
            Some(1) => Some(GenomeBuild::Grch37),
            Some(2) => Some(GenomeBuild::Grch38),
            _ => None,
        };
        return Some(Accession { chromosome, build });
    }
    let rest = text.get(..3).filter(|head| head.eq_ignore_ascii_case("NC_")).and_then(|_| text.get(3..))?;
    let (number, version) = match rest.split_once('.') {
        Some((number, version)) => (number, Some(digits(version)?)),
        None => (rest, None),
    };
    let number = digits(number).filter(|_| number.len() == 6)?;
    if number == MITOCHONDRION {
        return Some(Accession { chromosome: "MT", build: None });
    }
    let of = |number: u32| CHROMOSOMES.get(usize::try_from(number.checked_sub(1)?).ok()?);
    if let Some((chromosome, grch37)) = of(number) {
        let build = version.and_then(|version| match i64::from(version) - i64::from(*grch37) {
            -1 => Some(GenomeBuild::ncbi36()),
            0 => Some(GenomeBuild::Grch37),
            1 => Some(GenomeBuild::Grch38),
            _ => None,
        });
        return Some(Accession { chromosome, build });
    }
    let (chromosome, _) = of(number.checked_sub(BEFORE_CHM13)?)?;
    Some(Accession { chromosome, build: Some(GenomeBuild::chm13()) })
}

fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accession_names_its_chromosome_and_its_version_the_build() {
        for (text, chromosome, build) in [
            ("NC_000007.13", "7", Some(GenomeBuild::Grch37)),
            ("NC_000007.14", "7", Some(GenomeBuild::Grch38)),
            ("NC_000007.12", "7", Some(GenomeBuild::ncbi36())),
            ("nc_000023.11", "X", Some(GenomeBuild::Grch38)),
            ("NC_000024.9", "Y", Some(GenomeBuild::Grch37)),
            ("NC_000001", "1", None),
            ("NC_000001.99", "1", None),
            ("NC_012920.1", "MT", None),
            ("CM000663.2", "1", Some(GenomeBuild::Grch38)),
            ("CM000669.1", "7", Some(GenomeBuild::Grch37)),
            ("cm000686.2", "Y", Some(GenomeBuild::Grch38)),
            ("CM000685", "X", None),
            ("NC_060925.1", "1", Some(GenomeBuild::chm13())),
            ("NC_060948.1", "Y", Some(GenomeBuild::chm13())),
        ] {
            assert_eq!(read(text), Some(Accession { chromosome, build }), "{text}");
        }
        for other in [
            "NC_000025.1",
            "NC_000000.1",
            "NC_7.13",
            "NC_000007.",
            "NC_000007.x",
            "NC_060949.1",
            "NM_000007.13",
            "CM000662.1",
            "CM000687.1",
            "CM00066.1",
            "染色体",
            "",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
