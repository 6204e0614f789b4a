//! What stands beside a finding is its own: gene, transcript, coding and protein change of small inputs after public
//! reports of other tools' users. The right values were worked out by hand (README of the shared folder `reported`).

use crate::support::{read, shared};
use entaku_domain::draft::Draft;
use entaku_domain::finding::{Alteration, ChosenBecause, chosen_because, more_severe};
use entaku_domain::hgvs::HgvsText;

fn reported(name: &str) -> Option<Draft> {
    let Some(folder) = shared("reported") else {
        println!("the shared test data are absent: {name} is not read");
        return None;
    };
    Some(read(std::fs::read(folder.join(name)).unwrap()).unwrap())
}

/// `GENE coding protein vaf` of each finding.
fn lines(draft: &Draft) -> Vec<String> {
    let one = |alteration: &Alteration| {
        let text = |change: Option<&HgvsText>| change.map_or("-".to_owned(), ToString::to_string);
        let vaf = alteration.vaf().map_or("-".to_owned(), |vaf| format!("{:.3}", vaf.fraction()));
        format!("{} {} {} {vaf}", alteration.subject(), text(alteration.coding()), text(alteration.protein()))
    };
    draft.findings.iter().map(|finding| one(&finding.alteration)).collect()
}

#[test]
fn each_record_of_a_split_site_has_the_words_of_its_own_allele() {
    let Some(draft) = reported("split-multiallelic-csq.vcf") else { return };
    assert_eq!(lines(&draft), ["KRAS c.35G>A p.Gly12Asp 0.043", "KRAS c.35G>T p.Gly12Val 0.400"]);
    assert!(
        draft.notes.iter().any(|note| note.code == "annotation-unused"),
        "the other allele's words are told"
    );
}

#[test]
fn the_gene_that_is_hit_speaks_before_the_one_beside_it() {
    let Some(draft) = reported("overlap-antisense.vcf") else { return };
    assert_eq!(lines(&draft), ["IDH1 c.395G>A p.Arg132His 0.400"]);
    let Alteration::ShortVariant(variant) = &draft.findings[0].alteration else { panic!("a short variant") };
    let others: Vec<String> =
        variant.transcripts[1..].iter().map(|t| t.gene.as_ref().unwrap().to_string()).collect();
    assert_eq!(others, ["IDH1-AS1"], "the antisense gene stays in sight");
    assert_eq!(chosen_because(&variant.transcripts), Some(ChosenBecause::Canonical));
    assert!(more_severe(&variant.transcripts).is_empty());
    assert_eq!(draft.findings[0].alteration.genes().len(), 1, "and is not a gene of the finding");
}

#[test]
fn a_promoter_change_of_tert_is_terts() {
    let Some(draft) = reported("tert-promoter.vcf") else { return };
    let genes: Vec<String> = draft.findings.iter().map(|finding| finding.alteration.subject()).collect();
    assert_eq!(genes, ["TERT", "TERT"]);
    assert_eq!(draft.findings[0].alteration.coding(), None, "the nameless RNA's change is not TERT's");
}

#[test]
fn the_header_says_what_ann_is_and_old_signs_for_no_change_are_read() {
    let Some(draft) = reported("vep-in-ann.vcf") else { return };
    assert_eq!(lines(&draft), ["EGFR c.2573T>G p.Leu858Arg 0.400"]);
    let draft = reported("old-vep-equal.vcf").unwrap();
    assert_eq!(lines(&draft), ["KRAS c.36T>C p.= 0.400"]);
}

#[test]
fn snpeffs_shortened_alleles_are_assigned() {
    let Some(draft) = reported("snpeff-short-allele.vcf") else { return };
    let proteins: Vec<String> =
        draft.findings.iter().map(|finding| finding.alteration.protein().unwrap().to_string()).collect();
    assert_eq!(proteins, ["p.Glu746fs", "p.Glu746Lys"]);
}

#[test]
fn names_that_tell_no_change_make_no_two_changes_equal() {
    let (Some(one), Some(other)) = (reported("syn1.maf"), reported("syn2.maf")) else { return };
    let keys = |draft: &Draft| draft.findings[0].alteration.recall_keys(&draft.assembly.name);
    assert_eq!((keys(&one).general, keys(&other).general), ("36T>C".to_owned(), "519T>C".to_owned()));
    assert!(!keys(&one).same(&keys(&other)) && keys(&one).same(&keys(&one)));
}

#[test]
fn escaped_accessions_are_no_part_of_a_coding_change() {
    let Some(folder) = shared("vcf/vatools") else { return };
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Some(draft) = std::fs::read(&path).ok().and_then(|bytes| read(bytes).ok()) else { continue };
        for finding in &draft.findings {
            let Some(coding) = finding.alteration.coding() else { continue };
            seen += 1;
            assert!(!coding.as_str().contains([':', '%']), "{}: {coding}", path.display());
        }
    }
    assert!(seen > 0, "coding changes were looked at");
}

#[test]
fn an_allele_that_its_own_filter_fails_is_set_aside_though_the_site_passes() {
    let header = "##fileformat=VCFv4.2\n##contig=<ID=chr7,length=159345973>\n##INFO=<ID=AS_FilterStatus,Number=A,Type=String,Description=\"a\">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
    let of = |alleles: &str, status: &str| {
        let text = format!("{header}chr7\t55191822\t.\tT\t{alleles}\t.\tPASS\tAS_FilterStatus={status}\n");
        let draft = read(text).unwrap();
        (draft.ledger.kept, draft.ledger.by_reason.get("notPass").copied().unwrap_or_default())
    };
    assert_eq!(of("G,A", "SITE|weak_evidence,strand_bias"), (1, 1));
    assert_eq!(of("G,A", "SITE|SITE"), (2, 0));
    assert_eq!(of("G", "weak_evidence"), (0, 1));
    assert_eq!(of("G", "SITE"), (1, 0));
    assert_eq!(of("G", "SITE|weak_evidence"), (1, 0), "split off: which of the two is this one?");
}
