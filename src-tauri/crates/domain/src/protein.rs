//! Proteins as figures show them: length, domains, and the transcripts whose residues are counted alike.
//! Owns the shape and the question whether a residue can be placed; the data is knowledge's, the drawing is the report's.

use crate::certainty::Certainty;
use crate::finding::ShortVariant;
use crate::gene::GeneSymbol;
use crate::hgvs::Residues;
use crate::known_test::KnownTest;
use crate::label::Label;
use serde::{Deserialize, Serialize};

/// A stretch of a protein with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProteinDomain {
    /// Name.
    pub name: Label,
    /// Short name for narrow places, the same in both languages.
    pub short: String,
    /// First residue, counted from 1.
    pub start: u32,
    /// Last residue, inclusive.
    pub end: u32,
}

/// A protein with where its data comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Protein {
    /// Gene.
    pub gene: GeneSymbol,
    /// Accession in `source`, `P00533`.
    pub accession: String,
    /// Residues.
    pub length: u32,
    /// Accessions, without version, of transcripts that code for this sequence.
    pub transcripts: Vec<String>,
    /// Domains in order.
    pub domains: Vec<ProteinDomain>,
    /// How sure the data is.
    pub certainty: Certainty,
    /// The database.
    pub source: String,
    /// Version of the data as entered.
    pub version: String,
}

/// Where a variant lies on a protein.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its residues.
    pub residues: Residues,
    /// The transcript the source counts on, as written; none where it names none.
    pub transcript: Option<String>,
    /// Short name of the change, `L858R`.
    pub key: String,
}

/// Why a variant is not drawn on its protein.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotPlaced {
    /// No gene is named.
    NoGene,
    /// No protein of this gene is known here.
    NoProtein,
    /// The change is outside the protein (splice site, promoter) or names no residue.
    NoResidue,
    /// The residue lies beyond the last one.
    Beyond {
        /// The residue.
        residue: u32,
        /// Residues of the protein.
        length: u32,
    },
    /// The source counts residues on a transcript that is not known to code for this sequence.
    OtherTranscript {
        /// As the source writes it.
        transcript: String,
    },
}

impl Protein {
    /// Where a variant lies on this protein, which must be the one of its gene.
    ///
    /// # Errors
    /// With the reason why it cannot be said.
    pub fn place(&self, variant: &ShortVariant) -> Result<Placed, NotPlaced> {
        let effect = variant.chosen();
        let Some((effect, protein)) =
            effect.and_then(|effect| Some((effect, effect.protein.as_ref()?))).filter(|(effect, _)| {
                // The protein change of another gene's transcript says nothing of this protein.
                effect.gene.as_ref().is_none_or(|gene| *gene == self.gene)
            })
        else {
            return Err(NotPlaced::NoResidue);
        };
        let residues = protein.residues().ok_or(NotPlaced::NoResidue)?;
        if let Some(transcript) = &effect.transcript
            && !self.transcripts.iter().any(|known| known == unversioned(transcript))
        {
            return Err(NotPlaced::OtherTranscript { transcript: transcript.clone() });
        }
        if residues.last > self.length {
            return Err(NotPlaced::Beyond { residue: residues.last, length: self.length });
        }
        Ok(Placed { residues, transcript: effect.transcript.clone(), key: protein.protein_key() })
    }
}

/// `NM_005228.5` without its version.
fn unversioned(transcript: &str) -> &str {
    transcript.split_once('.').map_or(transcript, |(accession, _)| accession).trim()
}

/// A value of a marker at which something is decided, with who says so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MarkerMark {
    /// The marker, `TMB`.
    pub marker: String,
    /// The value.
    pub value: f64,
    /// Spellings of the unit in which it is meant; a value in any other unit is not compared with it.
    pub units: Vec<String>,
    /// What it is.
    pub name: Label,
    /// Of which tests' values and for what it says something; reports of earlier programs do not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds_for: Option<Label>,
    /// Official English names of the tests for whose values it was made: it is drawn on no other's. Empty: for every test.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<String>,
    /// How sure.
    pub certainty: Certainty,
    /// Where it comes from.
    pub source: String,
    /// Version of the data.
    pub version: String,
}

impl MarkerMark {
    /// Whether the mark speaks of values of this marker in this unit.
    pub fn is_for(&self, marker: &str, unit: Option<&str>) -> bool {
        let same = |known: &String| unit.is_some_and(|unit| unit.trim().eq_ignore_ascii_case(known));
        self.marker.eq_ignore_ascii_case(marker.trim()) && self.units.iter().any(same)
    }

    /// Whether the mark was made for values of one of these tests.
    pub fn is_of_one<'a>(&self, mut tests: impl Iterator<Item = Option<&'a KnownTest>>) -> bool {
        self.tests.is_empty() || tests.any(|test| test.is_some_and(|test| self.tests.contains(&test.name.en)))
    }
}

/// What figures need to know beyond the case: frozen with a report, so that it draws the same for ever.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FigureFacts {
    /// Proteins.
    pub proteins: Vec<Protein>,
    /// Marks on the scales of markers.
    pub marks: Vec<MarkerMark>,
}

impl FigureFacts {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.proteins.is_empty() && self.marks.is_empty()
    }

    /// The protein on which a variant lies, and where. A gene may have several, of unlike length.
    ///
    /// # Errors
    /// With the reason why it cannot be said.
    pub fn place(&self, variant: &ShortVariant) -> Result<(&Protein, Placed), NotPlaced> {
        let gene = variant.gene().ok_or(NotPlaced::NoGene)?;
        let mut reason = NotPlaced::NoProtein;
        for protein in self.proteins.iter().filter(|protein| protein.gene == *gene) {
            match protein.place(variant) {
                Ok(placed) => return Ok((protein, placed)),
                Err(why) => reason = why,
            }
        }
        Err(reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::TranscriptEffect;
    use crate::hgvs::HgvsText;

    fn egfr() -> Protein {
        Protein {
            gene: GeneSymbol::parse("EGFR").unwrap(),
            accession: "P00533".to_owned(),
            length: 1210,
            transcripts: vec!["NM_005228".to_owned()],
            domains: Vec::new(),
            certainty: Certainty::General,
            source: "UniProt".to_owned(),
            version: "1".to_owned(),
        }
    }

    fn variant(gene: &str, transcript: Option<&str>, protein: Option<&str>) -> ShortVariant {
        ShortVariant {
            chromosome: None,
            position: None,
            reference: None,
            alternate: None,
            vaf: None,
            depth: None,
            alternate_depth: None,
            against_reference: None,
            transcripts: vec![TranscriptEffect {
                gene: GeneSymbol::parse(gene).ok(),
                transcript: transcript.map(str::to_owned),
                coding: None,
                protein: protein.map(|text| HgvsText::parse(text).unwrap()),
                effects: Vec::new(),
                ..TranscriptEffect::default()
            }],
        }
    }

    #[test]
    fn a_residue_is_placed_only_on_the_sequence_it_was_counted_on() {
        let place = |transcript, protein| egfr().place(&variant("EGFR", transcript, protein));
        let placed = place(Some("NM_005228.5"), Some("p.Leu858Arg")).unwrap();
        assert_eq!((placed.residues.first, placed.key.as_str()), (858, "L858R"));
        assert!(place(None, Some("L858R")).is_ok(), "a source that names no transcript is taken as it is");
        assert_eq!(
            place(Some("NM_201284.2"), Some("L858R")),
            Err(NotPlaced::OtherTranscript { transcript: "NM_201284.2".to_owned() }),
        );
        let beyond = place(None, Some("L1300R"));
        assert_eq!(beyond, Err(NotPlaced::Beyond { residue: 1300, length: 1210 }));
        for text in [Some("splice site 904+1G>A"), Some("promoter -124C>T"), Some("p.?"), None] {
            assert_eq!(place(None, text), Err(NotPlaced::NoResidue), "{text:?}");
        }
        let other = egfr().place(&variant("EGFR-AS1", None, Some("L858R")));
        assert_eq!(other, Err(NotPlaced::NoResidue), "another gene's protein change");
    }

    #[test]
    fn a_mark_speaks_only_of_its_own_unit() {
        let mark = MarkerMark {
            marker: "TMB".to_owned(),
            value: 10.0,
            units: vec!["mut/Mb".to_owned()],
            name: Label { ja: "基準".to_owned(), en: "criterion".to_owned() },
            holds_for: None,
            tests: Vec::new(),
            certainty: Certainty::General,
            source: "x".to_owned(),
            version: "1".to_owned(),
        };
        assert!(mark.is_for("TMB", Some("mut/mb")));
        assert!(!mark.is_for("TMB", Some("mutations")) && !mark.is_for("TMB", None));
        assert!(!mark.is_for("MSI", Some("mut/Mb")));
        let test = |name: &str| KnownTest {
            name: Label { ja: "検査".to_owned(), en: name.to_owned() },
            tested: Vec::new(),
            not_tested: Vec::new(),
            matched_normal: None,
            certainty: Certainty::General,
            source: String::new(),
            version: String::new(),
        };
        let own = MarkerMark { tests: vec!["FoundationOne CDx".to_owned()], ..mark.clone() };
        let (its, other) = (test("FoundationOne CDx"), test("GenMineTOP"));
        assert!(own.is_of_one([Some(&other), Some(&its)].into_iter()));
        assert!(
            !own.is_of_one([Some(&other), None].into_iter()),
            "another test's values are not measured alike"
        );
        assert!(mark.is_of_one(std::iter::empty()), "one that was made for every test");
    }
}
