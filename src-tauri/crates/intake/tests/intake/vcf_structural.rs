//! Structural alterations, changes of copy number and phase as callers write them, against values worked out by hand.

use crate::support::{notes, read, shared};
use crate::vcf::{file, file_with};
use entaku_domain::draft::Draft;
use entaku_domain::finding::{Alteration, CopyNumberAlteration, Rearrangement};
use entaku_domain::measure::Metric;

fn reported(name: &str) -> Option<Draft> {
    let bytes = std::fs::read(shared("reported")?.join(name)).ok()?;
    Some(read(bytes).unwrap())
}

fn rearrangements(draft: &Draft) -> Vec<&Rearrangement> {
    let mut all = Vec::new();
    for finding in &draft.findings {
        let Alteration::Rearrangement(rearrangement) = &finding.alteration else {
            panic!("a rearrangement: {:?}", finding.alteration)
        };
        all.push(rearrangement);
    }
    all
}

fn copies(draft: &Draft) -> Vec<&CopyNumberAlteration> {
    let mut all = Vec::new();
    for finding in &draft.findings {
        let Alteration::CopyNumber(change) = &finding.alteration else {
            panic!("a change of copy number: {:?}", finding.alteration)
        };
        all.push(change);
    }
    all
}

fn measures(change: &CopyNumberAlteration) -> String {
    change.metrics.iter().map(Metric::printed).collect::<Vec<_>>().join(", ")
}

/// Where the far side is.
fn partner(rearrangement: &Rearrangement) -> String {
    let Some(far) = &rearrangement.breakends.1 else { return "none".to_owned() };
    let at = far.start.map_or("?".to_owned(), |position| position.get().to_string());
    format!("{}:{at}", far.chromosome.as_ref().unwrap().as_str())
}

#[test]
fn reads_are_the_tumours_and_no_sum_over_samples() {
    let Some(gridss) = reported("gridss-counts.vcf") else { return };
    let found = rearrangements(&gridss);
    assert_eq!((found.len(), gridss.ledger.by_reason["mate"]), (1, 1));
    assert_eq!((found[0].supporting_reads, found[0].total_reads), (Some(58), Some(128)));
    assert_eq!(found[0].vaf.unwrap().fraction(), 0.453);
    let tiddit = reported("tiddit.vcf").unwrap();
    let found = rearrangements(&tiddit);
    assert_eq!((found[0].supporting_reads, found[0].total_reads), (Some(23), None), "each side has its own");
    for sides in ["60,52", "70,66"] {
        assert!(tiddit.findings[0].verbatim.iter().any(|field| field.1 == sides), "{sides} stays as written");
    }
}

#[test]
fn counts_of_info_speak_only_for_a_single_sample() {
    let record = "chr7 100 . N <INV> . PASS SVTYPE=INV;END=900;PE=20;SR=4 GT";
    let two = read(file(&[&format!("{record} 0/1 0/1")])).unwrap();
    assert_eq!(rearrangements(&two)[0].supporting_reads, None);
    let one = read(file_with(&[], "FORMAT TUMOR", &[&format!("{record} 0/1")])).unwrap();
    assert_eq!(rearrangements(&one)[0].supporting_reads, Some(24));
}

#[test]
fn the_partner_is_where_the_field_that_means_it_says() {
    let Some(draft) = reported("tra-partner.vcf") else { return };
    let found = rearrangements(&draft);
    let places: Vec<String> = found.iter().map(|one| partner(one)).collect();
    assert_eq!(places, ["6:117645578", "17:7577000", "2:29446394"]);
    assert_eq!(found[0].supporting_reads, Some(20), "INFO of a file of one sample");
}

#[test]
fn a_base_that_only_fills_end_is_no_partner() {
    let draft = read(file(&[
        "chr7 100 . N <TRA> . PASS CHR2=9;END=101 GT 0/0 0/1",
        "chr7 200 . N <BND> . PASS END=201 GT 0/0 0/1",
        "chr7 300 . N <DEL> . PASS CHR2=chr7;END=301 GT 0/0 0/1",
        "chr7 400 . N <TRA> . PASS CHR2=9;SVLEN=50 GT 0/0 0/1",
    ]))
    .unwrap();
    let places: Vec<String> = rearrangements(&draft).iter().map(|one| partner(one)).collect();
    assert_eq!(places, ["9:?", "none", "7:301", "9:?"]);
}

#[test]
fn genes_of_a_fusion_are_found() {
    let Some(joined) = reported("snpeff-fusion.vcf") else { return };
    assert_eq!((joined.ledger.read, joined.ledger.kept), (2, 1));
    for name in ["snpeff-fusion.vcf", "snpeff-fusion-single.vcf", "rnafusion.vcf"] {
        let draft = reported(name).unwrap();
        let finding = &draft.findings[0].alteration;
        let genes: Vec<&str> = finding.genes().iter().map(|gene| gene.as_str()).collect();
        assert_eq!((finding.subject().as_str(), genes), ("EML4::ALK", vec!["EML4", "ALK"]), "{name}");
    }
    let rna = reported("rnafusion.vcf").unwrap();
    let found = rearrangements(&rna)[0];
    assert_eq!((found.supporting_reads, found.total_reads), (Some(42), None));
    assert_eq!(found.breakends.1.as_ref().unwrap().genes[0].as_str(), "ALK");
}

#[test]
fn the_pair_of_the_second_mate_is_kept_too() {
    let ann = "ANN=]CHR2:500]A|gene_fusion|HIGH|EML4&ALK|E";
    let draft = read(file_with(
        &["##INFO=<ID=ANN,Number=.,Type=String,Description=\"Functional annotations\">"],
        "FORMAT NORMAL TUMOR",
        &[
            "chr2 500 b1 C C]chr2:900] . PASS SVTYPE=BND;MATEID=b2 GT 0/0 0/1",
            &format!("chr2 900 b2 A ]chr2:500]A . PASS SVTYPE=BND;MATEID=b1;{ann} GT 0/0 0/1"),
        ],
    ))
    .unwrap();
    assert_eq!((draft.ledger.kept, draft.findings[0].alteration.subject().as_str()), (1, "EML4::ALK"));
}

#[test]
fn copy_ratios_of_a_gene_are_a_change_of_copy_number() {
    let draft = read(file(&[
        "chr7 100 DRAGEN:GAIN:chr7:101-900 N <DUP> . PASS SVTYPE=CNV;END=900;SEGID=EGFR SM:CN:BC:PE 1:2:5:0,0 5.2:10:30:4,7",
        "chr7 200 . N <DEL> . PASS SVTYPE=CNV;END=900;ANT=CDKN2A FC 1 0.4",
        "chr7 300 . N <DUP> . PASS SVTYPE=CNV;END=900;SEGID=chr7:1:2;PE=3 GT ./. ./1",
        "chr7 400 . N <CNV> . PASS SVTYPE=CNV;END=900;FOLD_CHANGE=0.5;FOLD_CHANGE_LOG=-1 GT:CN 0/0:2 0/1:1",
    ]))
    .unwrap();
    let found = copies(&draft);
    let shown: Vec<String> = found
        .iter()
        .map(|change| {
            let genes: Vec<&str> = change.genes.iter().map(|gene| gene.as_str()).collect();
            format!("{} {} | {}", change.alteration, genes.join("+"), measures(change))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "DUP EGFR | 10 copy number, 5.2 fold-change",
            "DEL CDKN2A | 0.4 fold-change",
            "DUP  | ",
            "CNV  | 1 copy number, 0.5 fold-change, -1 log2 fold-change",
        ]
    );
}

#[test]
fn copy_neutral_loss_of_heterozygosity_is_one_finding() {
    let Some(dragen) = reported("dragen-cnloh.vcf") else { return };
    assert_eq!((dragen.ledger.read, dragen.ledger.kept, dragen.ledger.by_reason["otherAllele"]), (2, 1, 1));
    for (draft, measured) in [
        (dragen, "2 copy number, 1.01 fold-change"),
        (reported("cnvkit_loh.vcf").unwrap(), "2 copy number, 1 fold-change, 0 log2 fold-change"),
    ] {
        let found = copies(&draft);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].alteration, "copy-neutral loss of heterozygosity");
        assert_eq!(measures(found[0]), measured);
        assert_eq!(found[0].end.unwrap().get(), 8_000_000);
    }
}

#[test]
fn the_two_records_of_a_split_loss_of_heterozygosity_are_one_finding() {
    let draft = read(file(&[
        "chr7 100 DRAGEN:CNLOH:chr7:1-9 N <DEL> . PASS SVTYPE=CNV;END=900 GT:CN:MCN ./.:2:1 0/1:2:0",
        "chr7 100 DRAGEN:CNLOH:chr7:1-9 N <DUP> . PASS SVTYPE=CNV;END=900 GT:CN:MCN ./.:2:1 0/1:2:0",
        "chr8 100 DRAGEN:CNLOH:chr8:1-9 N <DEL> . PASS SVTYPE=CNV;END=900 GT:CN:MCN ./.:2:1 0/1:2:0",
    ]))
    .unwrap();
    assert_eq!((copies(&draft).len(), draft.ledger.by_reason["otherAllele"]), (2, 1));
}

#[test]
fn symbols_say_copies_and_losses_of_heterozygosity_by_their_names() {
    let draft = read(file(&[
        "chr7 100 a N <CN12> . PASS SVTYPE=CNV;END=900 GT ./. 0/1",
        "chr8 100 b N <LOH> . PASS SVTYPE=LOH;END=900 GT:CN ./.:2 0/1:2",
        "chr9 100 c N <CNV:LOH> . PASS SVTYPE=CNV;END=900 GT:CN ./.:2 0/1:2",
        "chr9 2000 d N <CNV:LOH> . PASS SVTYPE=CNV;END=2900 GT:CN ./.:2 0/1:1",
    ]))
    .unwrap();
    let found = copies(&draft);
    let shown: Vec<String> =
        found.iter().map(|change| format!("{} | {}", change.alteration, measures(change))).collect();
    let neutral = "copy-neutral loss of heterozygosity | 2 copy number";
    assert_eq!(shown, ["CN12 | 12 copy number", neutral, neutral, "CNV:LOH | 1 copy number"]);
}

#[test]
fn the_frequency_of_gridss_and_delly_is_worked_out_where_they_state_none() {
    let draft = read(file(&[
        "chr2 100 a A ]chr3:500]A . PASS SVTYPE=BND GT:VF:REF:REFPAIR .:2:80:60 .:58:40:30",
        "chr4 100 b A A[chr4:400[ . PASS SVTYPE=BND GT:VF:REF:REFPAIR .:0:80:60 .:20:60:30",
        "chr5 100 c A A]chr5:400] . PASS SVTYPE=BND GT:VF:REF:REFPAIR .:0:80:60 .:20:60:30",
        "chr6 100 d N <DEL> . PASS PRECISE;SVTYPE=DEL;END=900 GT:DR:DV:RR:RV 0/0:9:0:9:0 0/1:40:8:50:10",
        "chr7 100 e N <DEL> . PASS SVTYPE=DEL;END=900 PR:SR 9,0:9,0 40,8:50,10",
    ]))
    .unwrap();
    let shown = draft.findings.iter().map(|finding| finding.alteration.vaf().map(|vaf| vaf.fraction()));
    let rounded: Vec<String> =
        shown.map(|vaf| vaf.map_or("-".to_owned(), |vaf| format!("{vaf:.3}"))).collect();
    assert_eq!(rounded, ["0.453", "0.250", "0.182", "0.167", "-"]);
}

#[test]
fn loss_of_heterozygosity_is_told_by_haplotypes_but_not_on_one_copy_of_x() {
    let draft = read(file(&[
        "chr7 100 DRAGEN:GAINLOH:chr7:1-9 N <DEL>,<DUP> . PASS SVTYPE=CNV;END=900 GT:CN:MCN ./.:2:1 1/2:3:0",
        "chr8 100 . N <CNV> . PASS SVTYPE=CNV;END=900 GT:CN:MCN ./.:2:1 ./1:2:0",
        "chrX 100 . N <DUP> . PASS SVTYPE=CNV;END=900 GT:CN:MCN ./.:1:0 ./1:2:0",
    ]))
    .unwrap();
    let kinds: Vec<&str> = copies(&draft).iter().map(|change| change.alteration.as_str()).collect();
    let neutral = "copy-neutral loss of heterozygosity";
    assert_eq!(kinds, ["gain with loss of heterozygosity", neutral, "DUP"]);
}

#[test]
fn an_allele_missing_by_a_deletion_is_no_finding() {
    let draft = read(file(&["chr7 100 . A <*:DEL> . PASS . GT 0/0 0/1"])).unwrap();
    assert_eq!((draft.ledger.kept, draft.ledger.by_reason["reference"]), (0, 1));
}

#[test]
fn two_changes_of_one_haplotype_within_a_codon_are_pointed_out() {
    let Some(draft) = reported("phased-mnv.vcf") else { return };
    assert_eq!(draft.ledger.kept, 2);
    let said = "7:140453136 A>T and 7:140453137 C>T are on one haplotype, 1 base apart";
    assert!(notes(&draft).contains(said), "{}", notes(&draft));
}

#[test]
fn changes_apart_in_phase_or_place_are_not_pointed_out() {
    let pair = |first: &str, place: u32, second: &str| {
        let first = format!("chr7 100 . A T . PASS . GT:PS:PGT:PID 0/0:.:.:. {first}");
        let second = format!("chr7 {place} . C G . PASS . GT:PS:PGT:PID 0/0:.:.:. {second}");
        let draft = read(file(&[&first, &second])).unwrap();
        draft.notes.iter().any(|note| note.code == "phased-neighbours")
    };
    assert!(pair("0|1:100:.:.", 102, "0|1:100:.:."));
    assert!(pair("0/1:.:0|1:100_A_T", 102, "0/1:.:0|1:100_A_T"));
    assert!(!pair("0|1:100:.:.", 103, "0|1:100:.:."), "beyond a codon");
    assert!(!pair("0|1:100:.:.", 101, "1|0:100:.:."), "the other haplotype");
    assert!(!pair("0|1:100:.:.", 101, "0|1:101:.:."), "another set");
    assert!(!pair("0/1:100:.:.", 101, "0/1:100:.:."), "not phased");
}
