//! What a draft holds of a VCF.

use crate::support::{go_on, read, read_with};
use entaku_domain::draft::TumourSampleChoice;
use entaku_domain::finding::{Alteration, FindingKind, Origin, VerbatimField};
use entaku_domain::genome::{BuildSource, GenomeBuild};
use entaku_intake::{IntakeErrorKind, Options};
use std::io::Write;

const CSQ: &str = "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. Format: Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|HGVSc|HGVSp|CANONICAL|MANE_SELECT\">";

/// Keys that the records of these tests use.
const KEYS: &str = "##INFO=<ID=SOMATIC,Number=0,Type=Flag,Description=\"Somatic\">
##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">
##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"Depths\">
##FORMAT=<ID=AF,Number=A,Type=Float,Description=\"Frequency\">
##FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">";

/// Lines before the first record of [`file`].
pub const HEADER_LINES: u64 = 9;

/// A file of two samples around the given records; spaces stand for tabs.
pub fn file(records: &[&str]) -> String {
    file_with(&[], "FORMAT NORMAL TUMOR", records)
}

/// A file with further header lines and the columns after INFO.
pub fn file_with(meta: &[&str], columns: &str, records: &[&str]) -> String {
    let mut text = format!("##fileformat=VCFv4.2\n##contig=<ID=chr7,length=159345973>\n{CSQ}\n{KEYS}\n");
    for line in meta {
        text.push_str(line);
        text.push('\n');
    }
    text.push_str(
        format!("#CHROM POS ID REF ALT QUAL FILTER INFO {columns}").trim_end().replace(' ', "\t").as_str(),
    );
    text.push('\n');
    for record in records {
        text.push_str(&record.replace(' ', "\t"));
        text.push('\n');
    }
    text
}

pub const EGFR: &str = "chr7 55191822 . T G 50 PASS SOMATIC;CSQ=G|missense_variant|MODERATE|EGFR|ENSG1|Transcript|ENST1|ENST1.9:c.2573T>G|ENSP1.2:p.Leu858Arg|YES| GT:AD:AF:DP 0/0:99,0:0:99 0/1:309,191:0.382:500";

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

pub fn bgzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = noodles_bgzf::io::Writer::new(Vec::new());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

#[test]
fn a_sound_variant_is_read_without_a_note() {
    let draft = read(file(&[EGFR])).unwrap();
    assert_eq!(draft.notes, []);
    assert_eq!(
        (&draft.assembly.name, draft.assembly.source),
        (&GenomeBuild::Grch38, BuildSource::ContigLength)
    );
    assert_eq!(draft.file.format_version.as_deref(), Some("4.2"));
    let (tumour, why) = draft.tumour_sample.clone().unwrap();
    assert!(tumour == "TUMOR" && matches!(why, TumourSampleChoice::Stated(_)));
    let finding = &draft.findings[0];
    let Alteration::ShortVariant(variant) = &finding.alteration else { panic!("a short variant") };
    assert_eq!(variant.genomic_change(), "7:55191822 T>G");
    assert_eq!(variant.vaf.unwrap().fraction(), 0.382);
    assert_eq!((variant.depth, variant.alternate_depth), (Some(500), Some(191)));
    let first = &variant.transcripts[0];
    assert_eq!(first.transcript.as_deref(), Some("ENST1.9"), "the version comes from the coding change");
    assert_eq!(first.coding.as_ref().unwrap().as_str(), "c.2573T>G");
    assert_eq!(finding.alteration.change(), "p.Leu858Arg");
    assert_eq!((finding.item.as_str(), finding.origin), ("line 10", Origin::Somatic));
    assert_eq!(finding.sample.as_deref(), Some("TUMOR"));
    let normal = VerbatimField("SAMPLE/NORMAL".to_owned(), "0/0:99,0:0:99".to_owned());
    assert!(finding.verbatim.contains(&normal), "the other sample stays with the record");
}

#[test]
fn compression_changes_nothing_but_the_hash() {
    let text = file(&[EGFR, "chr7 55191823 . G A . LowQual . GT 0/0 0/1"]);
    let plain = read(&text).unwrap();
    for packed in [gzip(text.as_bytes()), bgzip(text.as_bytes())] {
        let draft = read(packed).unwrap();
        assert_eq!(
            (&draft.findings, &draft.ledger, &draft.notes),
            (&plain.findings, &plain.ledger, &plain.notes)
        );
        assert_ne!(draft.file.sha256, plain.file.sha256, "the hash is of the bytes received");
    }
}

#[test]
fn what_the_caller_filtered_or_the_tumour_lacks_is_set_aside_with_its_reason() {
    let draft = read(file(&[
        EGFR,
        "chr7 55191830 . G A . LowQual;clustered . GT 0/0 0/1",
        "chr7 55191831 . G A . . . GT:AD 0/1:5,5 0/0:9,0",
        "chr7 55191832 . G A . PASS . GT:AD 0/0:9,0 0/0:43,4",
        "chr7 55191833 . G . . PASS . GT 0/0 0/0",
        "chr7 55191834 . G <NON_REF>,* . PASS . GT 0/0 0/0",
        "chr7 55191835 . G R . PASS . GT 0/0 0/1",
    ]))
    .unwrap();
    assert_eq!(draft.ledger.read, 8, "one row for each alternate allele");
    assert_eq!(draft.ledger.kept, 2, "a genotype of 0/0 with four reads for the allele is kept");
    let reasons: Vec<(&str, u64)> = draft.ledger.by_reason.iter().map(|(r, n)| (r.as_str(), *n)).collect();
    assert_eq!(reasons, [("notInTumour", 1), ("notPass", 1), ("reference", 3), ("unreadable", 1)]);
    assert_eq!(draft.set_aside[0].record, "chr7:55191830 G>A");
    assert_eq!(draft.set_aside[0].place.line, Some(HEADER_LINES + 2));
}

#[test]
fn a_site_of_two_alleles_becomes_two_findings_each_with_its_own_annotation() {
    let csq = "CSQ=TT|frameshift_variant|HIGH|TP53|G|Transcript|T1|T1.1:c.1dup|P1.1:p.Met1fs|YES|,-|inframe_deletion|MODERATE|TP53|G|Transcript|T1|T1.1:c.2del|P1.1:p.Arg2del|YES|";
    let record = format!("chr7 100 rs7 CA CTT,C . PASS {csq} GT:AD:DP 0/0:9,0,0:9 1/2:2,5,3:10");
    let draft = read(file(&[&record])).unwrap();
    let read: Vec<String> = draft
        .findings
        .iter()
        .map(|finding| {
            let vaf = finding.alteration.vaf().unwrap().fraction();
            format!("{}: {} {vaf}", finding.item, finding.alteration.change())
        })
        .collect();
    assert_eq!(read, ["rs7, allele 1: p.Met1fs 0.5", "rs7, allele 2: p.Arg2del 0.3"]);
    let alt = VerbatimField("ALT".to_owned(), "CTT,C".to_owned());
    assert!(
        draft.findings.iter().all(|finding| finding.verbatim.contains(&alt)),
        "the original stays with both"
    );
    assert_eq!((draft.ledger.read, draft.notes[0].code.as_str()), (2, "multi-allelic"));
}

#[test]
fn breakend_mates_become_one_rearrangement() {
    let annotated = |gene: &str| format!("CSQ=BND|intron_variant|MODIFIER|{gene}|G|Transcript|T||||");
    let first = format!(
        "chr2 42300000 b1 C C]chr2:29220000] . PASS SVTYPE=BND;MATEID=b2;{} PR:SR 30,0:20,0 20,6:30,9",
        annotated("EML4")
    );
    let inversion = "chr2 29000000 inv N <INV> . PASS SVTYPE=INV;END=29000100 PR 9,0 5,5";
    let second = format!(
        "chr2 29220000 b2 A A]chr2:42300000] . PASS SVTYPE=BND;MATEID=b1;{} PR:SR 30,0:20,0 20,6:30,9",
        annotated("ALK")
    );
    let draft = read(file(&[&first, inversion, &second])).unwrap();
    assert_eq!((draft.ledger.read, draft.ledger.kept, draft.ledger.by_reason["mate"]), (3, 2, 1));
    let Alteration::Rearrangement(joined) = &draft.findings[0].alteration else {
        panic!("first in the file")
    };
    assert_eq!(
        draft.findings[0].alteration.subject(),
        "EML4, ALK",
        "each breakend has the genes of its own record"
    );
    assert_eq!((joined.supporting_reads, joined.total_reads), (Some(15), Some(65)));
    let far = joined.breakends.1.as_ref().unwrap();
    assert_eq!(far.start.unwrap().get(), 29_220_000);
}

#[test]
fn mates_that_do_not_point_at_each_other_stay_two() {
    let draft = read(file(&[
        "chr2 100 b1 C C]chr2:500] . PASS MATEID=b2 GT 0/0 0/1",
        "chr2 600 b2 A A]chr2:100] . PASS MATEID=b1 GT 0/0 0/1",
        "chr2 700 . A A. . PASS . GT 0/0 0/1",
    ]))
    .unwrap();
    assert_eq!(draft.ledger.kept, 3, "a copied id joins nothing");
    let Alteration::Rearrangement(single) = &draft.findings[2].alteration else { panic!() };
    assert!(single.breakends.1.is_none(), "a single breakend has no far side");
}

#[test]
fn the_two_halves_of_a_fusion_of_ion_reporter_become_one() {
    let half = |id: &str, place: &str, alternate: &str, kind: &str, gene: &str| {
        format!(
            "{place} EML4-ALK.{id} G {alternate} . PASS SVTYPE={kind};READ_COUNT=99;FUNC=[{{'gene':'{gene}'}}] GT ./. ./."
        )
    };
    let first = half("E6A20_1", "chr2 42491871", "G]chr2:29446394]", "Fusion", "EML4");
    let second = half("E6A20_2", "chr2 29446394", "G]chr2:42491871]", "Fusion", "ALK");
    let draft = read(file(&[&first, &second])).unwrap();
    assert_eq!((draft.ledger.read, draft.ledger.kept, draft.ledger.by_reason["mate"]), (2, 1, 1));
    assert_eq!(draft.findings[0].alteration.subject(), "EML4::ALK", "as the ID names them");
    for (other, why) in [
        (half("E6A20_2", "chr2 29446394", "G]chr2:42491999]", "Fusion", "ALK"), "it points elsewhere"),
        (half("E13A20_2", "chr2 29446394", "G]chr2:42491871]", "Fusion", "ALK"), "it is half of another"),
        (
            half("E6A20_2", "chr2 29446394", "G]chr2:42491871]", "BND", "ALK"),
            "the ids of others mean nothing",
        ),
    ] {
        assert_eq!(read(file(&[&first, &other])).unwrap().ledger.kept, 2, "{why}");
    }
}

#[test]
fn symbols_are_copy_number_where_copies_are_measured_else_rearrangements() {
    let draft = read(file(&[
        "chr7 100 . N <DUP> . PASS SVTYPE=DUP;END=900;FOLD_CHANGE=1.8 GT:CN 0/0:2 0/1:4",
        "chr7 200 . N <DEL> . PASS SVTYPE=DEL;SVLEN=-50 GT:PR 0/0:9,0 0/1:5,4",
        "chr7 300 . N <CNV> . PASS END=400 CN 2 7",
        "chr7 400 . N <TRA> . PASS CHR2=9;END=77 GT:DR:DV 0/0:9:0 0/1:5:4",
    ]))
    .unwrap();
    let kinds: Vec<FindingKind> = draft.findings.iter().map(|finding| finding.alteration.kind()).collect();
    use FindingKind::{CopyNumber, Rearrangement};
    assert_eq!(kinds, [CopyNumber, Rearrangement, CopyNumber, Rearrangement]);
    let Alteration::CopyNumber(duplication) = &draft.findings[0].alteration else { panic!() };
    let metrics: Vec<String> =
        duplication.metrics.iter().map(entaku_domain::measure::Metric::printed).collect();
    assert_eq!(
        (duplication.end.unwrap().get(), metrics.join(", ").as_str()),
        (900, "4 copy number, 1.8 fold-change")
    );
    let Alteration::Rearrangement(deletion) = &draft.findings[1].alteration else { panic!() };
    assert_eq!(deletion.breakends.1.as_ref().unwrap().start.unwrap().get(), 250, "from SVLEN");
    let Alteration::Rearrangement(translocation) = &draft.findings[3].alteration else { panic!() };
    assert_eq!(translocation.breakends.1.as_ref().unwrap().chromosome.as_ref().unwrap().as_str(), "9");
}

#[test]
fn the_person_can_name_the_tumour_sample() {
    let options = Options { tumour_sample: Some("NORMAL".to_owned()), ..Options::default() };
    let draft = read_with(file(&[EGFR]), &options).unwrap();
    assert_eq!(draft.tumour_sample, Some(("NORMAL".to_owned(), TumourSampleChoice::Person)));
    assert_eq!(draft.ledger.by_reason["notInTumour"], 1, "the other sample does not carry the change");
    let wrong = Options { tumour_sample: Some("nobody".to_owned()), ..Options::default() };
    assert_eq!(read_with(file(&[EGFR]), &wrong).unwrap_err().kind, IntakeErrorKind::NoSuchSample);
}

#[test]
fn snpeff_annotations_are_read() {
    let ann = "ANN=A|missense_variant|MODERATE|KRAS|ENSG|transcript|NM_004985.5|protein_coding|2/6|c.35G>A|p.Gly12Asp|||||";
    let draft = read(file_with(
        &["##INFO=<ID=ANN,Number=.,Type=String,Description=\"Functional annotations\">"],
        "",
        &[&format!("12 25245350 . C A . . DP=200;AF=0.2;{ann}")],
    ))
    .unwrap();
    let finding = &draft.findings[0];
    assert_eq!(
        (finding.alteration.subject(), finding.alteration.change()),
        ("KRAS".to_owned(), "p.Gly12Asp".to_owned())
    );
    assert_eq!(
        finding.alteration.vaf().unwrap().fraction(),
        0.2,
        "without samples INFO speaks for the tumour"
    );
    assert_eq!(draft.tumour_sample, None);
}

#[test]
fn inspection_counts_beyond_the_limit_of_a_case() {
    let mut records = Vec::new();
    for position in 0..30 {
        records.push(format!("chr7 {} . T G . PASS . GT 0/0 0/1", 100 + position));
    }
    let text = file(&records.iter().map(String::as_str).collect::<Vec<_>>());
    let mut options = Options::default();
    options.limits.findings = 10;
    let draft = read_with(&text, &options).unwrap();
    assert_eq!((draft.ledger.kept, draft.ledger.by_reason["tooMany"]), (10, 20));
    let counted = entaku_intake::inspect("a", text.as_bytes(), &options, &mut go_on).unwrap();
    assert_eq!((counted.draft.ledger.kept, counted.findings[&FindingKind::ShortVariant]), (30, 30));
}

#[test]
fn old_snpeff_annotations_are_read_in_the_order_that_the_header_gives() {
    let description = "##INFO=<ID=EFF,Number=.,Type=String,Description=\"Format: 'Effect ( Effect_Impact | Functional_Class | Codon_Change | Amino_Acid_change| Amino_Acid_length | Gene_Name | Gene_BioType | Coding | Transcript | Exon | Genotype_Number [ | ERRORS | WARNINGS ] )'\">";
    let effects = "EFF=INTRON(MODIFIER||||188|KRAS|protein_coding|CODING|NM_033360|2|1),NON_SYNONYMOUS_CODING(MODERATE|MISSENSE|gGt/gAt|G12D|188|KRAS|protein_coding|CODING|NM_004985|2|1)";
    let record = format!("12 25398284 . C T . PASS {effects} GT:AD 0/0:9,0 0/1:6,4");
    let draft = read(file_with(&[description], "FORMAT NORMAL TUMOR", &[&record])).unwrap();
    let finding = &draft.findings[0].alteration;
    assert_eq!((finding.subject(), finding.change()), ("KRAS".to_owned(), "G12D".to_owned()));
}

#[test]
fn oncomine_annotations_are_read_with_the_vendors_verdict() {
    let list = "FUNC=[{'origPos':'55259515','origRef':'T','normalizedRef':'T','gene':'EGFR','transcript':'NM_005228.4','location':'exonic','function':'missense','protein':'p.Leu858Arg','coding':'c.2573T>G','oncomineGeneClass':'Gain-of-Function','oncomineVariantClass':'Hotspot'}]";
    let record = format!(
        "chr7 55259515 COSM6224 T G 450 PASS AF=0.2;OPOS=55259515;OREF=T;OALT=G;{list} GT:DP:AO:RO:AF 0/1:500:100:400:0.2"
    );
    let draft = read(file_with(&["##source=\"tvc 5.10\""], "FORMAT Sample", &[&record])).unwrap();
    let finding = &draft.findings[0];
    assert_eq!(finding.alteration.change(), "p.Leu858Arg");
    assert_eq!(finding.alteration.vaf().unwrap().fraction(), 0.2);
    assert_eq!(finding.laboratory_verdict.as_deref(), Some("Gain-of-Function, Hotspot"));
    let given = VerbatimField("INFO/OALT".to_owned(), "G".to_owned());
    assert!(finding.verbatim.contains(&given), "the vendor's own allele stays with the record");
}

#[test]
fn a_vcf_whose_header_is_lost_is_read_and_says_so() {
    let records = "chr7\t100\t.\tT\tG\t50\tPASS\t.\tGT:AD:DP\t0/1:6,4:10\t0/0:9,0:9\n";
    let draft = read(records.repeat(2).replacen("100", "90", 1)).unwrap();
    let codes: Vec<&str> = draft.notes.iter().map(|note| note.code.as_str()).collect();
    assert!(codes.contains(&"no-fileformat") && codes.contains(&"no-columns"), "{codes:?}");
    assert!(codes.contains(&"build-unknown") && codes.contains(&"tumour-sample"), "{codes:?}");
    assert_eq!((draft.ledger.read, draft.ledger.kept), (2, 2), "the first line is a record too");
    let (sample, why) = draft.tumour_sample.clone().unwrap();
    assert!(sample == "column 10" && matches!(why, TumourSampleChoice::Guessed(_)), "{sample}");
    let options = Options { tumour_sample: Some("column 11".to_owned()), ..Options::default() };
    let other = read_with(records, &options).unwrap();
    assert_eq!(other.ledger.by_reason["notInTumour"], 1, "the person may name the other column");
}
