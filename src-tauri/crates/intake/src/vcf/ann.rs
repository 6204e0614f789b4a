//! Annotations by SnpEff (`ANN`), whose fields have a fixed order. Source: "Variant annotations in VCF format" 1.0:
//! Allele | Annotation | Impact | Gene_Name | Gene_ID | Feature_Type | Feature_ID | BioType | Rank | HGVS.c | HGVS.p | …

use super::csq::{MAX_TRANSCRIPTS, without_neighbours};
use super::effect::{Names, effect};
use entaku_domain::finding::TranscriptEffect;

/// The effects on transcripts in the file's order: SnpEff puts the most severe first.
pub(super) fn transcripts(text: &str, alternate: &str, only_allele: bool) -> Vec<TranscriptEffect> {
    let mut effects = Vec::new();
    for entry in text.split(',').take(MAX_TRANSCRIPTS) {
        let mut fields = [""; 11];
        for (slot, field) in fields.iter_mut().zip(entry.split('|')) {
            *slot = field.trim();
        }
        let [allele, annotation, _, gene, _, _, feature, _, _, coding, protein] = fields;
        // In the cancer mode an allele reads `G-C`: G against C of the germline.
        let own = allele.split('-').next().unwrap_or_default();
        if !only_allele && !own.eq_ignore_ascii_case(alternate) {
            continue;
        }
        effects.push(effect(Names { gene, transcript: feature, coding, protein, effects: annotation }));
    }
    without_neighbours(&mut effects);
    effects
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_belong_to_their_allele() {
        let ann = "A|missense_variant&splice_region_variant|MODERATE|TP53|ENSG1|transcript|NM_000546.5|protein_coding|7/11|c.722C>T|p.Ser241Phe|1/2|3/4|5/6||,\
                   T|stop_gained|HIGH|TP53|ENSG1|transcript|NM_000546.5|protein_coding|7/11|c.722C>A|p.Ser241*|||||";
        let effects = transcripts(ann, "T", false);
        assert_eq!(effects.len(), 1);
        assert_eq!(effects[0].protein.as_ref().unwrap().as_str(), "p.Ser241*");
        assert_eq!(effects[0].transcript.as_deref(), Some("NM_000546.5"));
        assert_eq!(transcripts(ann, "G", true).len(), 2, "with one allele every entry is its own");
    }
}
