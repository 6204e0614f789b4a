use super::*;

fn effect(gene: &str, transcript: &str, coding: &str, term: &str) -> TranscriptEffect {
    TranscriptEffect {
        gene: GeneSymbol::parse(gene).ok(),
        transcript: Some(transcript.to_owned()),
        coding: HgvsText::parse(coding).ok(),
        effects: term.split('&').map(str::to_owned).collect(),
        impact: Some(Impact::Modifier),
        ..TranscriptEffect::default()
    }
}

fn marked(mut effect: TranscriptEffect, flags: &[TranscriptFlag]) -> TranscriptEffect {
    effect.flags = flags.to_vec();
    effect
}

fn first(mut effects: Vec<TranscriptEffect>) -> String {
    choose_first(&mut effects);
    effects[0].transcript.clone().unwrap()
}

#[test]
fn the_gene_is_chosen_before_its_transcript() {
    use TranscriptFlag::*;
    let antisense = marked(
        effect("IDH1-AS1", "AS", "n.100+5C>T", "intron_variant&non_coding_transcript_variant"),
        &[ManeSelect, Canonical],
    );
    let missense = effect("IDH1", "T", "c.395G>A", "missense_variant");
    assert_eq!(first(vec![antisense, missense.clone()]), "T", "coding before an intron, whatever its marks");
    let donor = effect("LINC1", "L", "n.50+1G>A", "splice_donor_variant&non_coding_transcript_variant");
    assert_eq!(
        first(vec![donor, missense.clone()]),
        "T",
        "a splice site of a gene without protein is beside it"
    );
    let utr = effect("AAA", "U", "c.*110T>C", "3_prime_UTR_variant");
    assert_eq!(first(vec![utr.clone(), missense]), "T");
    let up = effect("BBB", "B", "", "upstream_gene_variant");
    assert_eq!(first(vec![up, utr]), "U");
}

#[test]
fn a_known_promoter_comes_before_a_nameless_rna_over_it() {
    let promoter = effect("TERT", "T", "", "upstream_gene_variant");
    let nameless = effect("", "N", "n.20G>A", "non_coding_transcript_exon_variant");
    let unknown = effect("EGFR", "E", "", "upstream_gene_variant");
    assert_eq!(first(vec![nameless.clone(), promoter]), "T");
    assert_eq!(first(vec![unknown, nameless]), "N", "only where the promoter is known for it");
}

#[test]
fn within_a_gene_marks_come_before_severity_and_severity_before_names() {
    use TranscriptFlag::*;
    let of = |name: &str, term: &str| effect("EGFR", name, "c.1A>G", term);
    let stop = of("S", "stop_gained");
    let all = [
        marked(of("P", "missense_variant"), &[Pick]),
        marked(of("C", "missense_variant"), &[Canonical]),
        marked(of("X", "missense_variant"), &[ManePlusClinical]),
        marked(of("M", "intron_variant"), &[ManeSelect]),
    ];
    for (kept, chosen) in [(4, "M"), (3, "X"), (2, "C"), (1, "P"), (0, "S")] {
        let mut effects = vec![stop.clone()];
        effects.extend(all[..kept].iter().cloned());
        choose_first(&mut effects);
        assert_eq!(effects[0].transcript.as_deref(), Some(chosen));
        assert_eq!(
            more_severe(&effects).len(),
            usize::from(kept > 0) + kept.saturating_sub(3) * 3,
            "{chosen}"
        );
    }
    let names = vec![of("NM_2", "missense_variant"), of("NM_1", "missense_variant")];
    assert_eq!(first(names), "NM_1", "between equals the name decides, not the file's order");
}

#[test]
fn the_reason_of_the_choice_can_be_told() {
    let of = |name: &str, term: &str| effect("EGFR", name, "c.1A>G", term);
    assert_eq!(chosen_because(&[]), None);
    assert_eq!(chosen_because(&[of("A", "stop_gained")]), Some(ChosenBecause::Only));
    let two = |a: &str, b: &str| chosen_because(&[of("A", a), of("B", b)]);
    assert_eq!(two("stop_gained", "missense_variant"), Some(ChosenBecause::Severity));
    assert_eq!(two("stop_gained", "stop_gained"), Some(ChosenBecause::Name));
    let mane = marked(of("A", "intron_variant"), &[TranscriptFlag::ManeSelect]);
    assert_eq!(chosen_because(&[mane, of("B", "stop_gained")]), Some(ChosenBecause::ManeSelect));
    let plain = TranscriptEffect { impact: None, ..of("A", "Missense_Mutation") };
    assert_eq!(chosen_because(&[plain.clone(), plain]), Some(ChosenBecause::SourceOrder));
}
