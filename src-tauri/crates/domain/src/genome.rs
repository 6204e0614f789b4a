//! Where something lies: genome build with the origin of that knowledge, chromosome, 1-based position.
//! A coordinate is never shown without its build, and a build never without where it came from.

pub mod accession;

use crate::words::worded;
use serde::{Deserialize, Serialize};

/// A genome build.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "build", content = "name")]
pub enum GenomeBuild {
    /// GRCh37 (hg19).
    Grch37,
    /// GRCh38 (hg38).
    Grch38,
    /// Another build, by the name the file gives it.
    Other(String),
    /// The file does not say, and nothing in it tells.
    Unknown,
}

impl GenomeBuild {
    /// NCBI36, which UCSC calls hg18.
    pub fn ncbi36() -> Self {
        Self::Other("hg18 (NCBI36)".to_owned())
    }
    /// The complete genome of CHM13 (T2T-CHM13v2.0), which UCSC calls hs1.
    pub fn chm13() -> Self {
        Self::Other("T2T-CHM13".to_owned())
    }
    /// Reads the names in use: `GRCh37`, `GRCh37.p13`, `hg19`, `b37`, `GRCh38`, `hg38` … Two names of one build give
    /// one value, so that builds can be compared.
    pub fn from_name(name: &str) -> Self {
        let trimmed = name.trim();
        let lower = trimmed.to_ascii_lowercase();
        if lower.is_empty() {
            Self::Unknown
        } else if lower.starts_with("grch37")
            || lower.starts_with("hg19")
            || lower == "b37"
            || lower == "hs37d5"
            || lower == "37"
        {
            Self::Grch37
        } else if lower.starts_with("grch38") || lower.starts_with("hg38") || lower == "b38" || lower == "38"
        {
            Self::Grch38
        } else if is_ncbi36(&lower) {
            Self::ncbi36()
        } else if is_chm13(&lower) {
            Self::chm13()
        } else {
            Self::Other(trimmed.chars().take(64).collect())
        }
    }
    /// The name to print.
    pub fn name(&self) -> &str {
        match self {
            Self::Grch37 => "GRCh37",
            Self::Grch38 => "GRCh38",
            Self::Other(name) => name,
            Self::Unknown => "?",
        }
    }
}

/// Letters and digits of a name: `T2T-CHM13 v2.0` and `t2t_chm13v2.0` are one.
fn bare(lower: &str) -> String {
    lower.chars().filter(char::is_ascii_alphanumeric).collect()
}

fn is_ncbi36(lower: &str) -> bool {
    let bare = bare(lower);
    bare.starts_with("hg18")
        || bare.starts_with("ncbi36")
        || ["b36", "36", "build36", "ncbibuild36", "grch36"].contains(&bare.as_str())
}

/// Versions before 2.0 have other coordinates in part (1.0) or no Y (1.1), and keep the name that the file gives them.
fn is_chm13(lower: &str) -> bool {
    let bare = bare(lower);
    let rest = bare.strip_prefix("t2t").unwrap_or(&bare);
    bare == "t2t" || ["hs1", "chm13", "chm13hs1"].contains(&rest) || rest.starts_with("chm13v2")
}

/// How the build is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum BuildSource {
    /// Written in the file.
    File,
    /// Concluded from contig lengths in the file.
    ContigLength,
    /// The format is always on this build and does not write it (FoundationOne, Guardant360: GRCh37).
    FormatConvention,
    /// Given by the person who loaded the file.
    Person,
    /// Not known.
    NotStated,
}

/// A build and how it is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Assembly {
    /// The build.
    pub name: GenomeBuild,
    /// How it is known.
    pub source: BuildSource,
}

impl Assembly {
    /// No build known.
    pub fn unknown() -> Self {
        Self { name: GenomeBuild::Unknown, source: BuildSource::NotStated }
    }
}

/// A text that names no chromosome or contig.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is not a chromosome or contig name: expected 1–22, X, Y, MT or a contig name of at most 64 printable characters without spaces, '<', '>', '[', ']', ',' or quotes"
)]
pub struct ChromosomeError(String);

/// A chromosome or contig, without the prefix `chr` for the 25 human chromosomes (`M` is written `MT`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Chromosome(String);

impl Chromosome {
    /// Reads `1`, `chr1`, `CHRX`, `M`, `chrMT`, `NC_000001.10`, `GL000191.1` …
    pub fn parse(text: &str) -> Result<Self, ChromosomeError> {
        match accession::read(text) {
            Some(read) => Ok(Self(read.chromosome.to_owned())),
            None => Self::kept(text),
        }
    }
    /// A name as records hold it: those written before accessions were understood keep theirs.
    fn kept(text: &str) -> Result<Self, ChromosomeError> {
        let refuse = || ChromosomeError(text.chars().take(64).collect());
        let bare = text
            .get(..3)
            .filter(|head| head.eq_ignore_ascii_case("chr"))
            .and_then(|_| text.get(3..))
            .unwrap_or(text);
        let upper = bare.to_ascii_uppercase();
        let main = match upper.as_str() {
            "X" | "Y" => true,
            "M" | "MT" => return Ok(Self("MT".to_owned())),
            digits => {
                !digits.starts_with('0')
                    && digits.parse::<u8>().is_ok_and(|n| (1..=22).contains(&n))
                    && digits.bytes().all(|b| b.is_ascii_digit())
            }
        };
        if main {
            return Ok(Self(upper));
        }
        let printable = text.chars().all(|c| c.is_ascii_graphic() && !"<>[],\"'`\\".contains(c));
        if text.is_empty() || text.len() > 64 || !printable {
            Err(refuse())
        } else {
            Ok(Self(text.to_owned()))
        }
    }
    /// The name without `chr`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Chromosome {
    type Error = ChromosomeError;
    fn try_from(text: String) -> Result<Self, ChromosomeError> {
        Self::kept(&text)
    }
}
impl From<Chromosome> for String {
    fn from(chromosome: Chromosome) -> Self {
        chromosome.0
    }
}
impl std::fmt::Display for Chromosome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A number that is no position.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a position: expected a whole number from 1 to 4294967295 (positions are counted from 1)")]
pub struct PositionError(pub i64);

/// A position on a chromosome, counted from 1, unit base pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Position1(u32);

impl Position1 {
    /// Accepts 1 to `u32::MAX`.
    pub fn new(position: i64) -> Result<Self, PositionError> {
        u32::try_from(position).ok().filter(|p| *p > 0).map(Self).ok_or(PositionError(position))
    }
    /// The 1-based position.
    pub fn get(self) -> u32 {
        self.0
    }
}
impl TryFrom<i64> for Position1 {
    type Error = PositionError;
    fn try_from(position: i64) -> Result<Self, PositionError> {
        Self::new(position)
    }
}
impl From<Position1> for i64 {
    fn from(position: Position1) -> Self {
        Self::from(position.0)
    }
}

worded!(BuildSource {
    Self::File => "buildSource.file", Self::ContigLength => "buildSource.contigLength",
    Self::FormatConvention => "buildSource.formatConvention", Self::Person => "buildSource.person",
    Self::NotStated => "buildSource.notStated",
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chromosomes_lose_their_prefix_and_contigs_keep_their_name() {
        for (given, kept) in [
            ("chr1", "1"),
            ("X", "X"),
            ("chrM", "MT"),
            ("CHR22", "22"),
            ("NC_000007.13", "7"),
            ("NC_012920.1", "MT"),
            ("GL000191.1", "GL000191.1"),
            ("chrUn_gl000220", "chrUn_gl000220"),
            ("HLA-A*01:01:01:01", "HLA-A*01:01:01:01"),
        ] {
            assert_eq!(Chromosome::parse(given).unwrap().as_str(), kept);
        }
        for wrong in ["", "<DEL>", "a b", "1,2"] {
            assert!(Chromosome::parse(wrong).is_err(), "{wrong} is no chromosome");
        }
    }

    #[test]
    fn positions_count_from_one() {
        assert!(Position1::new(0).is_err());
        assert!(Position1::new(-3).is_err());
        assert_eq!(Position1::new(55_259_515).unwrap().get(), 55_259_515);
    }

    #[test]
    fn build_names_in_use_are_understood() {
        assert_eq!(GenomeBuild::from_name("GRCh37.p13"), GenomeBuild::Grch37);
        assert_eq!(GenomeBuild::from_name("hg38"), GenomeBuild::Grch38);
        assert_eq!(GenomeBuild::from_name("T2T-CHM13"), GenomeBuild::Other("T2T-CHM13".into()));
    }

    #[test]
    fn names_of_one_build_are_one_value() {
        for name in ["hg18", "NCBI36", "ncbi36.3", "b36", "NCBI Build 36", "36", GenomeBuild::ncbi36().name()]
        {
            assert_eq!(GenomeBuild::from_name(name), GenomeBuild::ncbi36(), "{name}");
        }
        for name in
            ["T2T-CHM13", "t2t", "CHM13v2.0", "T2T-CHM13v2.0", "hs1", "chm13", GenomeBuild::chm13().name()]
        {
            assert_eq!(GenomeBuild::from_name(name), GenomeBuild::chm13(), "{name}");
        }
        for other in ["hg17", "hs12", "chm13v1.0", "mm10"] {
            assert_eq!(GenomeBuild::from_name(other), GenomeBuild::Other(other.into()));
        }
    }
}
