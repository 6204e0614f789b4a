//! REF beside a reference genome: what fits, what does not, which build a file is of, and what is no reference at all.

use crate::genome::{Folder, bases, fasta, open, packed, plain, site, with};
use crate::support::{go_on, notes};
use entaku_domain::draft::Draft;
use entaku_domain::finding::{Alteration, ShortVariant};
use entaku_domain::genome::GenomeBuild;
use entaku_domain::words::note_meaning;
use entaku_intake::{Options, ReferenceErrorKind, References};
use expect_test::expect;

/// A VCF of records `chromosome position ref alt`.
pub fn vcf(head: &str, records: &[(&str, usize, &str, &str)]) -> String {
    let mut text = format!("##fileformat=VCFv4.2\n{head}#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n");
    for (chromosome, position, reference, alternate) in records {
        text.push_str(&format!("{chromosome}\t{position}\t.\t{reference}\t{alternate}\t.\tPASS\t.\n"));
    }
    text
}

pub const HG19: &str = "##reference=file:///ref/hg19.fa\n";

pub fn read(text: &str, references: &mut References) -> Draft {
    let options = Options::default();
    let draft =
        entaku_intake::read_against("a.vcf", text.as_bytes(), &options, references, &mut go_on).unwrap();
    assert!(draft.ledger.balances());
    assert_eq!(draft.ledger.kept, draft.findings.len() as u64, "what does not fit stays a finding");
    for note in &draft.notes {
        assert!(note_meaning(&note.code).is_some(), "{} has no meaning in Japanese", note.code);
    }
    let counted =
        entaku_intake::inspect_against("a.vcf", text.as_bytes(), &options, references, &mut go_on).unwrap();
    assert_eq!(
        (counted.draft.notes, counted.draft.reference),
        (draft.notes.clone(), draft.reference.clone()),
        "inspection and reading notice the same"
    );
    draft
}

pub fn variant(draft: &Draft, index: usize) -> &ShortVariant {
    match &draft.findings[index].alteration {
        Alteration::ShortVariant(variant) => variant,
        other => panic!("{other:?}"),
    }
}

fn misfit(draft: &Draft, index: usize) -> Option<&str> {
    variant(draft, index).against_reference.as_ref()?.misfit.as_deref()
}

/// The base at a position counted from 1, and one that differs from it.
fn at(sequence: &str, position: usize) -> (&str, &'static str) {
    let base = sequence.get(position - 1..position).unwrap();
    (base, if base == "A" { "C" } else { "A" })
}

#[test]
fn a_ref_that_is_not_what_stands_there_is_told_and_stays_a_finding() {
    let folder = Folder::new();
    //                     1234567890123
    let genome = [("chr7", "ACGTNacgtRTTT"), ("NC_000017.10", "GATTACA"), ("chrM", "GATCACAGG")];
    for path in [plain(&folder, "a.fa", &genome), packed(&folder, "a.fa.gz", &genome, 11)] {
        let mut references = site([open(&path, GenomeBuild::Grch37).unwrap()]);
        let draft = read(
            &vcf(
                HG19,
                &[
                    ("7", 1, "A", "G"),
                    ("chr7", 2, "T", "G"),
                    ("chr7", 4, "T", "TA"),
                    ("chr7", 5, "C", "G"),   // N tells nothing
                    ("chr7", 6, "AC", "A"),  // soft-masked
                    ("chr7", 7, "CGG", "C"), // the third base differs
                    ("chr7", 10, "A", "T"),  // R is A or G
                    ("chr7", 10, "C", "T"),  // R is not C
                    ("chr7", 13, "TT", "T"), // one base beyond the end
                    ("chr7", 500, "A", "T"), // far beyond
                    ("chr17", 6, "A", "T"),
                    ("chr17", 7, "A", "T"),
                    ("chrM", 1, "A", "T"), // not the mitochondrion that records count on
                    ("GL000191.1", 1, "A", "T"),
                ],
            ),
            &mut references,
        );
        let found: Vec<_> = (0..14).map(|index| misfit(&draft, index)).collect();
        let expected = [
            None,
            Some("C"),
            None,
            None,
            None,
            Some("CGT"),
            None,
            Some("R"),
            Some(""),
            Some(""),
            Some("C"),
            None,
            None,
            None,
        ];
        assert_eq!(found, expected, "{}", path.display());
        let used = draft.reference.as_ref().unwrap();
        assert_eq!((used.looked_at, used.misfits, &used.build), (11, 6, &GenomeBuild::Grch37));
        expect![[r#"
            Warning reference-misfit REF:5 | 6 REF not as in GRCh37 (2 beyond the end of the contig): 7:2 T≠C; 7:7 CGG≠CGT; 7:10 C≠R; 7:13 TT≠-; 7:500 A≠- … | x6
            Info reference-no-contig - | 1 records, the first on GL000191.1 | x1
            Warning reference-wrong-build - | GRCh37 fits 5 of 11 | x1
        "#]]
        .assert_eq(&notes(&draft));
    }
}

#[test]
fn the_mitochondrion_is_compared_where_both_sides_have_the_one_of_the_revised_cambridge_sequence() {
    let folder = Folder::new();
    let rcrs = bases(5, 16_569);
    let (own, other) = at(&rcrs, 100);
    let wrong = if own == "G" { "T" } else { "G" };
    for (contig, build, head, looked) in [
        ("chrM", GenomeBuild::Grch38, "##reference=hg38.fa\n", true),
        ("MT", GenomeBuild::Grch37, HG19, false),
        ("MT", GenomeBuild::Grch37, "##reference=hg19.fa\n##contig=<ID=MT,length=16569>\n", true),
        ("MT", GenomeBuild::Grch37, "##reference=hg19.fa\n##contig=<ID=chrM,length=16571>\n", false),
    ] {
        let path = plain(&folder, "m.fa", &[(contig, &rcrs)]);
        let mut references = site([open(&path, build).unwrap()]);
        let draft =
            read(&vcf(head, &[("chrM", 100, own, other), ("chrM", 100, wrong, "N")]), &mut references);
        assert_eq!(misfit(&draft, 0), None);
        assert_eq!(misfit(&draft, 1), looked.then_some(own), "{head}");
        assert_eq!(draft.reference.unwrap().looked_at, 0, "it tells no build");
    }
}

/// Records of single bases every 50 bases, as `sequence` has them.
fn called(sequence: &str, count: usize) -> Vec<(&'static str, usize, &str, &'static str)> {
    (1..=count)
        .map(|number| number * 50)
        .map(|position| {
            let (base, other) = at(sequence, position);
            ("chr7", position, base, other)
        })
        .collect()
}

#[test]
fn a_wrong_build_is_told_by_the_share_of_refs_that_do_not_fit() {
    let folder = Folder::new();
    let (old, new) = (bases(37, 9_000), bases(38, 9_000));
    let old_path = plain(&folder, "37.fa", &[("7", &old)]);
    let new_path = packed(&folder, "38.fa.gz", &[("chr7", &new)], 1_000);
    let grch37 = || open(&old_path, GenomeBuild::Grch37).unwrap();
    let grch38 = || open(&new_path, GenomeBuild::Grch38).unwrap();
    let of_38 = called(&new, 100);
    // Counted here, apart from the program.
    let chance = of_38.iter().filter(|(_, position, base, _)| at(&old, *position).0 == *base).count();
    assert!((10..45).contains(&chance), "bases of two genomes agree one time in four");

    let draft = read(&vcf(HG19, &of_38), &mut site([grch37(), grch38()]));
    let wrong = |draft: &Draft| {
        let note = draft.notes.iter().find(|note| note.code == "reference-wrong-build");
        note.map(|note| note.said.clone())
    };
    assert_eq!(wrong(&draft), Some(format!("GRCh37 fits {chance} of 100, GRCh38 fits 100 of 100")));
    assert_eq!(draft.assembly.name, GenomeBuild::Grch37, "the file's word is not changed");
    let draft = read(&vcf(HG19, &of_38), &mut site([grch37()]));
    assert_eq!(wrong(&draft), Some(format!("GRCh37 fits {chance} of 100")));
    let draft = read(&vcf(HG19, &of_38), &mut site([grch38()]));
    assert_eq!(wrong(&draft), Some("the file says GRCh37, GRCh38 fits 100 of 100".to_owned()));
    assert_eq!(draft.reference, None, "no reference of the file's own build");

    let draft = read(&vcf(HG19, &called(&old, 100)), &mut site([grch38(), grch37()]));
    assert_eq!(
        (draft.notes.len(), draft.reference.map(|used| used.misfits)),
        (0, Some(0)),
        "the right build"
    );
    // Two faulty records are faulty records.
    let mut few = called(&old, 8);
    // The other base for REF, and what was REF for ALT.
    for record in &mut few[..2] {
        let reference = record.2;
        (record.2, record.3) = (record.3, if reference == "A" { "G" } else { "T" });
    }
    let draft = read(&vcf(HG19, &few), &mut site([grch37()]));
    let codes: Vec<_> = draft.notes.iter().map(|note| (note.code.as_str(), note.times)).collect();
    assert_eq!(codes, [("reference-misfit", 2)]);
}

#[test]
fn a_file_without_a_build_is_offered_the_one_that_fits_and_keeps_none() {
    let folder = Folder::new();
    let (old, new) = (bases(37, 9_000), bases(38, 9_000));
    let (old_path, new_path) =
        (plain(&folder, "37.fa", &[("7", &old)]), plain(&folder, "38.fa", &[("7", &new)]));
    let mut references =
        site([open(&old_path, GenomeBuild::Grch37).unwrap(), open(&new_path, GenomeBuild::Grch38).unwrap()]);
    let draft = read(&vcf("", &called(&new, 20)), &mut references);
    assert_eq!(draft.assembly.name, GenomeBuild::Unknown);
    assert_eq!(draft.reference.as_ref().map(|used| &used.build), Some(&GenomeBuild::Grch38));
    assert!(
        notes(&draft).contains("Info reference-build-offered - | GRCh38 fits 20 of 20"),
        "{}",
        notes(&draft)
    );
    assert!(draft.findings.iter().all(|finding| match &finding.alteration {
        Alteration::ShortVariant(variant) => variant.against_reference.is_none(),
        _ => true,
    }));
    let draft = read(&vcf("", &called(&new, 4)), &mut references);
    assert_eq!(draft.reference, None, "four may fit by chance");
    let both = plain(&folder, "both.fa", &[("7", &new)]);
    let mut references =
        site([open(&both, GenomeBuild::Grch37).unwrap(), open(&new_path, GenomeBuild::Grch38).unwrap()]);
    assert_eq!(
        read(&vcf("", &called(&new, 20)), &mut references).reference,
        None,
        "two that fit tell nothing"
    );
}

#[test]
fn the_build_of_a_reference_is_checked_by_its_contigs() {
    let folder = Folder::new();
    // Lengths alone are looked at; a file of the right size is not needed to be refused for another build.
    let kinds = |lengths: &[(&str, u64)], build: GenomeBuild| {
        let path = folder.join("sparse.fa");
        let mut index = String::new();
        let mut at = 10;
        for (name, length) in lengths {
            index.push_str(&format!("{name}\t{length}\t{at}\t{length}\t{}\n", length + 1));
            at += length + 10;
        }
        let file = std::fs::File::create(&path).unwrap();
        std::io::Write::write_all(&mut &file, b">").unwrap();
        file.set_len(at).unwrap();
        std::fs::write(with(&path, "fai"), index).unwrap();
        entaku_intake::Reference::open(&path, &build)
            .map(|reference| reference.remark().is_some())
            .map_err(|error| error.kind)
    };
    let other = Err(ReferenceErrorKind::OtherBuild);
    let hg19 = [("chr1", 249_250_621), ("chr7", 159_138_663)];
    assert_eq!(kinds(&hg19, GenomeBuild::Grch37), Ok(true), "a part of a genome is said to be one");
    assert_eq!(kinds(&hg19, GenomeBuild::Grch38), other);
    assert_eq!(kinds(&[("NC_000007.14", 5_000)], GenomeBuild::Grch37), other);
    assert_eq!(kinds(&[("NC_000007.14", 5_000)], GenomeBuild::Grch38), Ok(true));
    assert_eq!(kinds(&[("7", 5_000)], GenomeBuild::Grch38), Ok(true));
    let names: Vec<String> = (1..=19).map(|number| number.to_string()).collect();
    let mouse: Vec<_> = names.iter().map(|name| (name.as_str(), 90_000_000)).collect();
    assert_eq!(kinds(&mouse, GenomeBuild::Grch38), other);
    let made: Vec<_> = names.iter().map(|name| (name.as_str(), 9_000_000)).collect();
    assert_eq!(
        kinds(&made, GenomeBuild::Grch38),
        Ok(true),
        "shorter than any chromosome: a part, or made for a test"
    );
}

#[test]
fn what_cannot_be_read_is_refused_with_what_to_do_and_never_panics() {
    let folder = Folder::new();
    let sequence = bases(1, 2_000);
    let genome = [("chr7", sequence.as_str()), ("chr17", &sequence)];
    let kind =
        |path: &std::path::Path| open(path, GenomeBuild::Grch38).map(|_| ()).map_err(|error| error.kind);
    assert_eq!(kind(&folder.join("none.fa")), Err(ReferenceErrorKind::Missing));
    let bare = folder.join("bare.fa");
    std::fs::write(&bare, fasta(&genome, 60)).unwrap();
    let error = open(&bare, GenomeBuild::Grch38).unwrap_err();
    assert_eq!(error.kind, ReferenceErrorKind::NoIndex);
    assert!(error.said.ja.contains("samtools faidx") && error.said.en.contains("samtools faidx"));
    assert!(
        entaku_intake::make_index(&bare).unwrap() && kind(&bare) == Ok(()),
        "an index is made where it is cheap"
    );
    assert!(!entaku_intake::make_index(&bare).unwrap(), "and never made over another");
    let uneven = folder.join("uneven.fa");
    std::fs::write(&uneven, ">chr7\nACGT\nAC\nACGT\n").unwrap();
    assert_eq!(entaku_intake::make_index(&uneven).unwrap_err().kind, ReferenceErrorKind::NoIndex);
    let text = folder.join("text.fa");
    std::fs::write(&text, "no FASTA").unwrap();
    assert_eq!(kind(&text), Err(ReferenceErrorKind::NotFasta));

    // The index of another file; a file cut off; a file changed under its index.
    let path = plain(&folder, "a.fa", &genome);
    let index = std::fs::read_to_string(with(&path, "fai")).unwrap();
    let whole = std::fs::read(&path).unwrap();
    for (file, index) in [
        (whole[..whole.len() - 100].to_vec(), index.clone()),
        (whole.clone(), index.replace("60\t61", "70\t71")),
        (whole.clone(), index.replace("chr17", "chr18")),
        (whole.clone(), index.replace("2000", "1999")),
        (whole.clone(), index.replace("2000", "99999999999999999999")),
        (whole.clone(), index.replace("2000", "18446744073709551615")),
        (whole.clone(), index.replace("60\t61", "60\t0")),
        (whole.clone(), index.replace("60\t61", "61\t60")),
        (whole.clone(), String::new()),
        (whole.clone(), "chr7\n\u{0}".to_owned()),
        (fasta(&[("chr17", &sequence), ("chr7", &sequence)], 60).into_bytes(), index.clone()),
    ] {
        std::fs::write(&path, file).unwrap();
        std::fs::write(with(&path, "fai"), &index).unwrap();
        assert_eq!(kind(&path), Err(ReferenceErrorKind::Damaged), "{index}");
    }

    let path = packed(&folder, "a.fa.gz", &genome, 700);
    assert_eq!(kind(&path), Ok(()));
    let (whole, gzi) = (std::fs::read(&path).unwrap(), std::fs::read(with(&path, "gzi")).unwrap());
    for length in (0..whole.len()).step_by(97) {
        std::fs::write(&path, &whole[..length]).unwrap();
        assert!(kind(&path).is_err(), "cut at {length}");
    }
    std::fs::write(&path, &whole).unwrap();
    for length in 0..gzi.len() {
        std::fs::write(with(&path, "gzi"), &gzi[..length]).unwrap();
        assert_eq!(kind(&path), Err(ReferenceErrorKind::Damaged), "index cut at {length}");
    }
    for at in 0..gzi.len() {
        let mut bad = gzi.clone();
        bad[at] ^= 0x55;
        std::fs::write(with(&path, "gzi"), bad).unwrap();
        let _ = kind(&path);
    }
    std::fs::remove_file(with(&path, "gzi")).unwrap();
    assert_eq!(kind(&path), Err(ReferenceErrorKind::NoIndex));
}

#[test]
fn a_reference_that_fails_while_a_file_is_read_is_a_note() {
    let folder = Folder::new();
    let sequence = bases(2, 40_000);
    let path = plain(&folder, "a.fa", &[("chr7", &sequence)]);
    let mut references = site([open(&path, GenomeBuild::Grch37).unwrap()]);
    // Cut off after it was opened: the page of the last base is not there any more.
    std::fs::File::options().write(true).open(&path).unwrap().set_len(20_000).unwrap();
    let (base, other) = at(&sequence, 30_000);
    let draft = read(&vcf(HG19, &[("7", 30_000, base, other)]), &mut references);
    assert!(notes(&draft).starts_with("Warning reference-unusable - | GRCh37: a.fa: the file ends before"));
    assert_eq!(misfit(&draft, 0), None, "what could not be read is no misfit");
}
