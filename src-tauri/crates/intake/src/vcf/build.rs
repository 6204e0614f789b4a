//! Which genome build the positions of a VCF belong to: by the lengths of its contigs, else by the name of its
//! reference, else by the person's word.

use super::header::Header;
use crate::assembly;
use crate::notes::{NoteBook, Remark};
use entaku_domain::genome::{Assembly, BuildSource, Chromosome, GenomeBuild};

/// Lengths of the human chromosomes in GRCh37 and GRCh38 (Genome Reference Consortium).
const LENGTHS: [(&str, u64, u64); 24] = [
    ("1", 249_250_621, 248_956_422),
    ("2", 243_199_373, 242_193_529),
    ("3", 198_022_430, 198_295_559),
    ("4", 191_154_276, 190_214_555),
    ("5", 180_915_260, 181_538_259),
    ("6", 171_115_067, 170_805_979),
    ("7", 159_138_663, 159_345_973),
    ("8", 146_364_022, 145_138_636),
    ("9", 141_213_431, 138_394_717),
    ("10", 135_534_747, 133_797_422),
    ("11", 135_006_516, 135_086_622),
    ("12", 133_851_895, 133_275_309),
    ("13", 115_169_878, 114_364_328),
    ("14", 107_349_540, 107_043_718),
    ("15", 102_531_392, 101_991_189),
    ("16", 90_354_753, 90_338_345),
    ("17", 81_195_210, 83_257_441),
    ("18", 78_077_248, 80_373_285),
    ("19", 59_128_983, 58_617_616),
    ("20", 63_025_520, 64_444_167),
    ("21", 48_129_895, 46_709_983),
    ("22", 51_304_566, 50_818_468),
    ("X", 155_270_560, 156_040_895),
    ("Y", 59_373_566, 57_227_415),
];

/// Settles the build of a file.
pub(super) fn settle(header: &Header, person: Option<&GenomeBuild>, notes: &mut NoteBook) -> Assembly {
    let by_length = by_length(header);
    let by_name = header.references.iter().find_map(|text| by_name(text));
    if let (Some(length), Some(name)) = (&by_length, &by_name)
        && length != name
    {
        let said = format!("contig lengths of {}, a reference named like {}", length.name(), name.name());
        let hint = "The lengths are used; check the build before comparing positions.";
        notes.about_file(Remark::warning("build-conflict", said, hint));
    }
    let stated = match (by_length, by_name) {
        (Some(name), _) => Some(Assembly { name, source: BuildSource::ContigLength }),
        (None, Some(name)) => Some(Assembly { name, source: BuildSource::File }),
        (None, None) => None,
    };
    assembly::settle(stated, person, notes)
}

fn by_length(header: &Header) -> Option<GenomeBuild> {
    let (mut old, mut new) = (0, 0);
    for (name, length) in &header.contigs {
        let Ok(chromosome) = Chromosome::parse(name) else { continue };
        if let Some((_, length37, length38)) =
            LENGTHS.iter().find(|(known, ..)| *known == chromosome.as_str())
        {
            old += usize::from(length == length37);
            new += usize::from(length == length38);
        }
    }
    match (old, new) {
        (0, 0) => None,
        (_, 0) => Some(GenomeBuild::Grch37),
        (0, _) => Some(GenomeBuild::Grch38),
        _ => None,
    }
}

/// A build named within a longer text, such as the path of a reference file.
fn by_name(text: &str) -> Option<GenomeBuild> {
    let lower = text.to_ascii_lowercase();
    let has = |names: &[&str]| names.iter().any(|name| lower.contains(name));
    let old = has(&["grch37", "hg19", "b37", "hs37", "g1k_v37", "build37", "ncbi37"]);
    let new = has(&["grch38", "hg38", "b38", "hs38", "build38", "ncbi38"]);
    match (old, new) {
        (true, false) => Some(GenomeBuild::Grch37),
        (false, true) => Some(GenomeBuild::Grch38),
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
        let assembly = settle(&header, person.as_ref(), &mut notes);
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
}
