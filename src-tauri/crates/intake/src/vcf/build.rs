//! Which genome build the positions of a VCF belong to: by the lengths of its contigs, else by the versions of their
//! accessions, else by the name of its reference, else by the person's word.

use super::header::Header;
use crate::notes::{NoteBook, Remark};
use crate::{assembly, contig_lengths};
use entaku_domain::genome::{Assembly, BuildSource, GenomeBuild, accession};

/// Settles the build of a file. `first` is the contig of its first record: some files have no contig lines.
pub(super) fn settle(
    header: &Header,
    first: Option<&str>,
    person: Option<&GenomeBuild>,
    notes: &mut NoteBook,
) -> Assembly {
    let by_length = contig_lengths::build(&header.contigs)
        .map(|name| Assembly { name, source: BuildSource::ContigLength });
    let written = |name| Assembly { name, source: BuildSource::File };
    let by_accession = by_accession(header, first).map(written);
    let by_name = header.references.iter().find_map(|text| by_name(text)).map(written);
    let voices = [
        ("contig lengths of", by_length),
        ("contigs with accessions of", by_accession),
        ("a reference named like", by_name),
    ];
    let voices: Vec<_> = voices.into_iter().filter_map(|(what, build)| Some((what, build?))).collect();
    let stated = voices.first().map(|(_, build)| build.clone());
    if voices.iter().any(|(_, build)| stated.as_ref().is_some_and(|stated| build.name != stated.name)) {
        let said: Vec<String> =
            voices.iter().map(|(what, build)| format!("{what} {}", build.name.name())).collect();
        let hint = "The first of these is used; check the build before comparing positions.";
        notes.about_file(Remark::warning("build-conflict", said.join(", "), hint));
    }
    assembly::settle(stated, person, notes)
}

/// The one build of which the contigs' accessions are versions.
fn by_accession(header: &Header, first: Option<&str>) -> Option<GenomeBuild> {
    let mut found = None;
    for name in header.rules.contigs().chain(first) {
        let Some(build) = accession::read(name).and_then(|read| read.build) else { continue };
        if found.as_ref().is_some_and(|known| *known != build) {
            return None;
        }
        found = Some(build);
    }
    found
}

/// A build named within a longer text, such as the path of a reference file.
fn by_name(text: &str) -> Option<GenomeBuild> {
    let lower = text.to_ascii_lowercase();
    let has = |names: &[&str]| names.iter().any(|name| lower.contains(name));
    // Short names count as whole words only: `hs1` is the beginning of many, `b36` a piece of a checksum.
    let word = |names: &[&str]| lower.split(|c: char| !c.is_ascii_alphanumeric()).any(|w| names.contains(&w));
    // `Homo_sapiens_assembly38.fasta` of the Broad Institute, numbered as UCSC does; and NCBI's numbers of assemblies.
    let has37 = has(&["grch37", "hg19", "b37", "hs37", "g1k_v37", "build37", "ncbi37", "sapiens_assembly19"]);
    let has38 = has(&["grch38", "hg38", "b38", "hs38", "build38", "ncbi38", "sapiens_assembly38"]);
    let has36 = has(&["ncbi36", "build36", "g1k_v36", "sapiens_assembly18"]) || word(&["hg18", "b36"]);
    let numbered = by_assembly_number(&lower);
    let found = [
        (has37 || numbered == Some(GenomeBuild::Grch37), GenomeBuild::Grch37),
        (has38 || numbered == Some(GenomeBuild::Grch38), GenomeBuild::Grch38),
        (has36 || numbered == Some(GenomeBuild::ncbi36()), GenomeBuild::ncbi36()),
        // Version 1 has other coordinates in part: there the lengths decide.
        (
            (has(&["chm13"]) || word(&["t2t", "hs1"])) && !has(&["13v1", "13_v1", "13.v1"]),
            GenomeBuild::chm13(),
        ),
        (word(&["hg17", "ncbi35", "b35"]), GenomeBuild::Other("hg17 (NCBI35)".to_owned())),
        (word(&["mm10", "grcm38"]), GenomeBuild::Other("mm10 (GRCm38)".to_owned())),
        (word(&["mm39", "grcm39"]), GenomeBuild::Other("mm39 (GRCm39)".to_owned())),
    ];
    let mut named = found.into_iter().filter(|(is_named, _)| *is_named).map(|(_, build)| build);
    named.next().filter(|_| named.next().is_none())
}

/// The build of `GCF_000001405.26` (RefSeq) or `GCA_000001405.15` (GenBank): each patch has a version of its own.
fn by_assembly_number(lower: &str) -> Option<GenomeBuild> {
    let (head, rest) = lower.split_once("_000001405.")?;
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    let version: u32 = digits.parse().ok()?;
    match (head.get(head.len().checked_sub(3)?..)?, version) {
        ("gcf", 12) => Some(GenomeBuild::ncbi36()),
        ("gcf", 13..=25) | ("gca", 1..=14) => Some(GenomeBuild::Grch37),
        ("gcf", 26..) | ("gca", 15..) => Some(GenomeBuild::Grch38),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(
        contigs: &[(&str, u64)],
        references: &[&str],
        person: Option<GenomeBuild>,
    ) -> (Assembly, usize) {
        let header = Header {
            contigs: contigs.iter().map(|(name, length)| ((*name).to_owned(), *length)).collect(),
            references: references.iter().map(|text| (*text).to_owned()).collect(),
            ..Header::default()
        };
        let mut notes = NoteBook::new("a.vcf");
        let assembly = settle(&header, None, person.as_ref(), &mut notes);
        (assembly, notes.into_notes().len())
    }

    #[test]
    fn lengths_speak_before_names_and_names_before_people() {
        let assembly = |name, source| Assembly { name, source };
        let chr1_37: &[(&str, u64)] = &[("chr1", 249_250_621)];
        let (build, notes) = settled(chr1_37, &["/data/hg38.fa"], None);
        assert_eq!((build, notes), (assembly(GenomeBuild::Grch37, BuildSource::ContigLength), 1));
        let (build, notes) = settled(&[("chrX", 156_040_895)], &[], Some(GenomeBuild::Grch37));
        assert_eq!((build, notes), (assembly(GenomeBuild::Grch38, BuildSource::ContigLength), 1));
        let (build, notes) = settled(&[], &["file:///ref/human_g1k_v37_decoy.fasta"], None);
        assert_eq!((build, notes), (assembly(GenomeBuild::Grch37, BuildSource::File), 0));
        let (build, notes) = settled(&[], &["tiny.fa"], Some(GenomeBuild::Grch38));
        assert_eq!((build, notes), (assembly(GenomeBuild::Grch38, BuildSource::Person), 0));
        let (build, notes) = settled(&[("1", 5)], &[], None);
        assert_eq!((build, notes), (Assembly::unknown(), 1));
    }

    #[test]
    fn older_and_newer_builds_are_told_by_name_and_by_length() {
        for name in ["hg18", "file:///ref/human_b36_both.fasta", "NCBI36", "/ref/ucsc.hg18.fa.gz"] {
            let (build, notes) = settled(&[], &[name], None);
            assert_eq!((build.name, notes), (GenomeBuild::ncbi36(), 0), "{name}");
        }
        for name in ["file:///ref/chm13v2.0.fa", "T2T-CHM13", "/ref/hs1.fa", "t2t"] {
            let (build, notes) = settled(&[], &[name], None);
            assert_eq!((build.name, notes), (GenomeBuild::chm13(), 0), "{name}");
        }
        for name in ["/runs/hs12/reference.fa", "3b36fa9.fa", "hg18_lifted_to_hg19.fa"] {
            assert_eq!(settled(&[], &[name], None).0, Assembly::unknown(), "{name}");
        }
        let by_length = |contigs: &[(&str, u64)]| settled(contigs, &[], None).0.name;
        assert_eq!(by_length(&[("chr1", 247_249_719)]), GenomeBuild::ncbi36());
        assert_eq!(by_length(&[("chr7", 160_567_428), ("chrX", 154_259_566)]), GenomeBuild::chm13());
        let hg17 = [("chr1", 245_522_847), ("chr5", 180_857_866)];
        assert_eq!(by_length(&hg17), GenomeBuild::Unknown, "one chromosome in common is no build");
    }

    #[test]
    fn references_are_known_by_the_names_of_their_makers() {
        for (name, build) in [
            ("file:///data/Homo_sapiens_assembly38.fasta", GenomeBuild::Grch38),
            ("Homo_sapiens_assembly19.fasta", GenomeBuild::Grch37),
            ("Homo_sapiens_assembly18.fasta", GenomeBuild::ncbi36()),
            ("GCF_000001405.26", GenomeBuild::Grch38),
            ("GCF_000001405.25_GRCh37.p13_genomic.fna", GenomeBuild::Grch37),
            ("/x/GCA_000001405.15_no_alt.fna", GenomeBuild::Grch38),
            ("GCA_000001405.14", GenomeBuild::Grch37),
            ("assembly38_of_contigs.fa", GenomeBuild::Unknown),
        ] {
            assert_eq!(settled(&[], &[name], None).0.name, build, "{name}");
        }
    }

    #[test]
    fn another_build_named_by_a_person_is_a_conflict_whatever_the_build_of_the_file() {
        let hg18: &[(&str, u64)] = &[("chr1", 247_249_719)];
        let (build, notes) = settled(hg18, &["hg18"], Some(GenomeBuild::Grch38));
        assert_eq!((build.name, notes), (GenomeBuild::ncbi36(), 1));
        let (_, notes) = settled(hg18, &["hg18"], Some(GenomeBuild::from_name("NCBI36")));
        assert_eq!(notes, 0, "the same build by another name");
        let (build, notes) = settled(&[], &["chm13v2.0.fa"], Some(GenomeBuild::Grch37));
        assert_eq!((build.name, notes), (GenomeBuild::chm13(), 1));
        let (_, notes) = settled(&[], &["chm13v2.0.fa"], Some(GenomeBuild::from_name("hs1")));
        assert_eq!(notes, 0, "the same build by another name");
    }

    #[test]
    fn accessions_of_contigs_tell_the_build_by_their_version() {
        let settled = |names: &[&str], length: Option<u64>, first: Option<&str>| {
            let mut rules = entaku_vcf_check::Header::default();
            for name in names {
                rules.line("contig", &format!("<ID={name}>"));
            }
            let header = Header {
                rules,
                contigs: length.map(|length| ("NC_000007.13".to_owned(), length)).into_iter().collect(),
                ..Header::default()
            };
            let mut notes = NoteBook::new("a.vcf");
            let assembly = settle(&header, first, None, &mut notes);
            let codes: Vec<String> = notes.into_notes().into_iter().map(|note| note.code).collect();
            (assembly.name, codes.join(","))
        };
        assert_eq!(
            settled(&["NC_000007.13", "NC_000023.10"], None, None),
            (GenomeBuild::Grch37, String::new())
        );
        assert_eq!(
            settled(&["NC_000007.14", "NC_012920.1"], None, None),
            (GenomeBuild::Grch38, String::new())
        );
        assert_eq!(settled(&[], None, Some("NC_000017.11")), (GenomeBuild::Grch38, String::new()));
        assert_eq!(settled(&["NC_000007.13"], Some(159_138_663), None), (GenomeBuild::Grch37, String::new()));
        let (build, notes) = settled(&["NC_000007.13"], Some(159_345_973), None);
        assert_eq!((build, notes.as_str()), (GenomeBuild::Grch38, "build-conflict"));
        let (build, _) = settled(&["NC_000007.13", "NC_000007.14"], None, None);
        assert_eq!(build, GenomeBuild::Unknown, "two builds in one header tell none");
    }
}
