//! Where something lies: genome build with the origin of that knowledge, chromosome, 1-based position.
//! A coordinate is never shown without its build, and a build never without where it came from.

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
    /// Reads the names in use: `GRCh37`, `GRCh37.p13`, `hg19`, `b37`, `GRCh38`, `hg38` …
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

/// How the build is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
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
    /// Reads `1`, `chr1`, `CHRX`, `M`, `chrMT`, `GL000191.1` …
    pub fn parse(text: &str) -> Result<Self, ChromosomeError> {
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
        Self::parse(&text)
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
}
