//! The site's own list of preferred transcripts: data of the site, looked at when a file is loaded.

use super::{Alteration, DraftFinding, TranscriptEffect, TranscriptFlag, choose_first};
use crate::gene::GeneSymbol;
use serde::{Deserialize, Serialize};

/// A transcript that the site prefers for a gene.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PreferredTranscript {
    /// Gene.
    pub gene: GeneSymbol,
    /// Accession, `NM_000546`. A version, where one is named, is not compared: annotators move on faster than lists.
    pub transcript: String,
}

/// The list with its version. A gene may stand several times, once for each database of transcripts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PreferredTranscripts {
    /// Version, in the site's words; empty while the site has no list.
    pub version: String,
    /// The transcripts.
    pub transcripts: Vec<PreferredTranscript>,
}

impl PreferredTranscripts {
    /// Whether the site has no list.
    pub fn is_empty(&self) -> bool {
        self.transcripts.is_empty()
    }

    fn names(&self, effect: &TranscriptEffect) -> bool {
        let (Some(gene), Some(transcript)) = (&effect.gene, effect.transcript.as_deref()) else {
            return false;
        };
        let wanted = accession(transcript);
        self.transcripts.iter().any(|row| row.gene == *gene && accession(&row.transcript) == wanted)
    }

    /// Marks the listed transcripts among a finding's consequences and chooses again.
    pub fn mark(&self, finding: &mut DraftFinding) {
        let Alteration::ShortVariant(variant) = &mut finding.alteration else { return };
        let mut marked = false;
        for effect in variant.transcripts.iter_mut().filter(|effect| self.names(effect)) {
            if !effect.flags.contains(&TranscriptFlag::Preferred) {
                effect.flags.insert(0, TranscriptFlag::Preferred);
                marked = true;
            }
        }
        if marked {
            choose_first(&mut variant.transcripts);
        }
    }
}

/// `NM_004985.5` without its version.
pub(crate) fn accession(transcript: &str) -> &str {
    transcript.split('.').next().unwrap_or(transcript)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{ChosenBecause, Origin, ShortVariant, chosen_because};

    fn effect(gene: &str, transcript: &str, flags: &[TranscriptFlag]) -> TranscriptEffect {
        TranscriptEffect {
            gene: GeneSymbol::parse(gene).ok(),
            transcript: Some(transcript.to_owned()),
            effects: vec!["missense_variant".to_owned()],
            flags: flags.to_vec(),
            ..TranscriptEffect::default()
        }
    }

    fn short(transcripts: Vec<TranscriptEffect>) -> DraftFinding {
        let variant = ShortVariant {
            chromosome: None,
            position: None,
            reference: None,
            alternate: None,
            vaf: None,
            depth: None,
            alternate_depth: None,
            against_reference: None,
            transcripts,
        };
        DraftFinding {
            item: "1".to_owned(),
            alteration: Alteration::ShortVariant(variant),
            origin: Origin::Unknown,
            sample: None,
            nucleic_acid: None,
            reported: None,
            laboratory_verdict: None,
            ccat_verdict: None,
            verbatim: Vec::new(),
        }
    }

    fn listed(gene: &str, transcript: &str) -> PreferredTranscripts {
        let row =
            PreferredTranscript { gene: GeneSymbol::parse(gene).unwrap(), transcript: transcript.to_owned() };
        PreferredTranscripts { version: "1".to_owned(), transcripts: vec![row] }
    }

    fn order(list: &PreferredTranscripts, effects: &[TranscriptEffect]) -> (String, ChosenBecause) {
        let mut finding = short(effects.to_vec());
        list.mark(&mut finding);
        let Alteration::ShortVariant(variant) = finding.alteration else { panic!("a short variant") };
        let because = chosen_because(&variant.transcripts).unwrap();
        (variant.transcripts[0].transcript.clone().unwrap(), because)
    }

    #[test]
    fn the_sites_list_comes_before_mane_and_never_before_the_gene() {
        let select = effect("CDKN2A", "NM_000077.5", &[TranscriptFlag::ManeSelect]);
        let other = effect("CDKN2A", "NM_058195.4", &[]);
        let both = [select, other];
        assert_eq!(
            order(&listed("CDKN2A", "NM_058195.3"), &both),
            ("NM_058195.4".to_owned(), ChosenBecause::Preferred),
            "whatever the version"
        );
        let unlisted = ("NM_000077.5".to_owned(), ChosenBecause::ManeSelect);
        assert_eq!(order(&listed("MTAP", "NM_058195"), &both), unlisted, "of another gene");
        assert_eq!(order(&listed("CDKN2A", "NM_05819"), &both), unlisted, "a part of a name is no name");
        let mut utr = effect("MTAP", "NM_1.1", &[]);
        utr.effects = vec!["3_prime_UTR_variant".to_owned()];
        let with_neighbour = [both[0].clone(), utr];
        assert_eq!(order(&listed("MTAP", "NM_1"), &with_neighbour), unlisted, "the gene comes first");
    }
}
