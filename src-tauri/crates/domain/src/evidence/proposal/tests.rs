use super::*;
use crate::finding::{ShortVariant, TranscriptEffect};
use crate::gene::GeneSymbol;
use crate::hgvs::HgvsText;

fn short(gene: &str, protein: &str) -> Alteration {
    Alteration::ShortVariant(ShortVariant {
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
            protein: HgvsText::parse(protein).ok(),
            ..TranscriptEffect::default()
        }],
    })
}

fn rule(code: &str, when: Ask, unless: &[&str]) -> ProposalRule {
    ProposalRule {
        code: code.to_owned(),
        when,
        unless: unless.iter().map(|code| (*code).to_owned()).collect(),
        certainty: Certainty::Source,
        remark: None,
    }
}

/// As Horak 2022 has them.
fn rules() -> ProposalRules {
    let hotspot = |residue_at_least, residue_below, change_at_least, change_below| Ask::Hotspot {
        residue_at_least,
        residue_below,
        change_at_least,
        change_below,
    };
    ProposalRules {
        scheme: "oncogenicity-sop-2022".to_owned(),
        source: "Horak 2022".to_owned(),
        rules: vec![
            rule("SBVS1", Ask::FrequencyOver { over: 0.05 }, &[]),
            rule("SBS1", Ask::FrequencyOver { over: 0.01 }, &["SBVS1"]),
            rule("OP4", Ask::Rare { below: Some(0.0001) }, &[]),
            rule("OS3", hotspot(Some(50), None, Some(10), None), &[]),
            rule("OM3", hotspot(None, Some(50), Some(10), None), &[]),
            rule("OP3", hotspot(None, None, None, Some(10)), &[]),
            rule("OVS1", Ask::NullInTumourSuppressor, &[]),
        ],
    }
}

fn frequency(population: &str, frequency: f64) -> PopulationFrequency {
    PopulationFrequency { population: population.to_owned(), frequency, source: "gnomAD 4.1".to_owned() }
}

fn codes(known: Known<'_>) -> Vec<String> {
    rules().propose(known).into_iter().map(|proposed| proposed.code).collect()
}

#[test]
fn frequencies_at_their_thresholds() {
    let finding = short("KRAS", "G12D");
    let of = |all: &[(&str, f64)], absent: &[&str]| {
        let frequencies: Vec<_> = all.iter().map(|(name, value)| frequency(name, *value)).collect();
        let absent: Vec<String> = absent.iter().map(|name| (*name).to_owned()).collect();
        codes(Known {
            finding: &finding,
            frequencies: &frequencies,
            absent_from: &absent,
            hotspot: None,
            role: None,
        })
    };
    for (all, absent, expected) in [
        (&[("EAS", 0.0501), ("AFR", 0.2)][..], &[][..], &["SBVS1"][..]),
        (&[("EAS", 0.05)], &[], &["SBS1"]),
        (&[("EAS", 0.01)], &[], &[]),
        (&[("EAS", 0.00009), ("AFR", 0.0)], &[], &["OP4"]),
        (&[("EAS", 0.0001)], &[], &[]),
        (&[], &["gnomAD 4.1"], &["OP4"]),
        (&[("EAS", 0.0)], &[], &["OP4"]),
        // One source that has it outweighs one that has not.
        (&[("JPN", 0.002)], &["gnomAD 4.1"], &[]),
        // Nobody was asked.
        (&[], &[], &[]),
    ] {
        assert_eq!(of(all, absent), expected, "{all:?} {absent:?}");
    }
    assert_eq!(of(&[("EAS", f64::NAN)], &[]), Vec::<String>::new(), "a number that is none says nothing");
}

#[test]
fn hotspots_and_null_variants() {
    let counts = |residue, change| HotspotCounts { residue, change, source: "hotspots v2".to_owned() };
    let of = |gene: &str, protein: &str, hotspot: Option<HotspotCounts>, role| {
        let finding = short(gene, protein);
        codes(Known {
            finding: &finding,
            frequencies: &[],
            absent_from: &[],
            hotspot: hotspot.as_ref(),
            role,
        })
    };
    use GeneRole::{Both, Oncogene, TumourSuppressor};
    for (gene, protein, hotspot, role, expected) in [
        ("KRAS", "G12D", Some(counts(900, 300)), Some(Oncogene), &["OS3"][..]),
        ("KRAS", "G12D", Some(counts(50, 10)), None, &["OS3"]),
        ("KRAS", "G12D", Some(counts(49, 10)), None, &["OM3"]),
        ("KRAS", "G12D", Some(counts(900, 9)), None, &["OP3"]),
        ("KRAS", "G12D", Some(counts(900, 0)), None, &[]),
        ("TP53", "R213*", None, Some(TumourSuppressor), &["OVS1"]),
        ("TP53", "R213*", Some(counts(80, 60)), Some(TumourSuppressor), &["OVS1"]),
        ("TP53", "R175H", None, Some(TumourSuppressor), &[]),
        ("KRAS", "Q22*", None, Some(Oncogene), &[]),
        ("NOTCH1", "Q22*", None, Some(Both), &[]),
        ("TP53", "R213*", None, None, &[]),
    ] {
        assert_eq!(of(gene, protein, hotspot, role), expected, "{gene} {protein}");
    }
}

#[test]
fn the_value_and_the_threshold_are_said() {
    let finding = short("KRAS", "G12D");
    let frequencies = [frequency("EAS", 0.0512)];
    let known =
        Known { finding: &finding, frequencies: &frequencies, absent_from: &[], hotspot: None, role: None };
    let said = rules().propose(known)[0].support.said().to_label();
    for part in ["EAS", "5.12 %", "gnomAD 4.1", "5 %"] {
        assert!(said.ja.contains(part) && said.en.contains(part), "{part}: {said:?}");
    }
    assert_eq!(percent(0.000004), "0.0004 %");
    assert_eq!(percent(0.0), "0 %");
}
