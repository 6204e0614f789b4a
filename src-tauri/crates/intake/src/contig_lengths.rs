//! Which genome build contigs belong to, by their lengths.

use entaku_domain::genome::{Chromosome, GenomeBuild};

/// Length of the mitochondrial sequence of GRCh37 and GRCh38 (rCRS, NC_012920.1). UCSC's hg19 has an older one under the
/// name chrM (NC_001807.4), of 16 571 bases.
pub(crate) const RCRS: u64 = 16_569;

/// The builds that contig lengths tell, in the order of the columns of [`LENGTHS`].
fn builds() -> [GenomeBuild; 4] {
    [GenomeBuild::Grch37, GenomeBuild::Grch38, GenomeBuild::ncbi36(), GenomeBuild::chm13()]
}

/// Lengths of the human chromosomes in GRCh37 and GRCh38 (Genome Reference Consortium), NCBI36 (UCSC's `chromInfo` of
/// hg18) and T2T-CHM13v2.0 (GCA_009914755.4).
const LENGTHS: [(&str, [u64; 4]); 24] = [
    ("1", [249_250_621, 248_956_422, 247_249_719, 248_387_328]),
    ("2", [243_199_373, 242_193_529, 242_951_149, 242_696_752]),
    ("3", [198_022_430, 198_295_559, 199_501_827, 201_105_948]),
    ("4", [191_154_276, 190_214_555, 191_273_063, 193_574_945]),
    ("5", [180_915_260, 181_538_259, 180_857_866, 182_045_439]),
    ("6", [171_115_067, 170_805_979, 170_899_992, 172_126_628]),
    ("7", [159_138_663, 159_345_973, 158_821_424, 160_567_428]),
    ("8", [146_364_022, 145_138_636, 146_274_826, 146_259_331]),
    ("9", [141_213_431, 138_394_717, 140_273_252, 150_617_247]),
    ("10", [135_534_747, 133_797_422, 135_374_737, 134_758_134]),
    ("11", [135_006_516, 135_086_622, 134_452_384, 135_127_769]),
    ("12", [133_851_895, 133_275_309, 132_349_534, 133_324_548]),
    ("13", [115_169_878, 114_364_328, 114_142_980, 113_566_686]),
    ("14", [107_349_540, 107_043_718, 106_368_585, 101_161_492]),
    ("15", [102_531_392, 101_991_189, 100_338_915, 99_753_195]),
    ("16", [90_354_753, 90_338_345, 88_827_254, 96_330_374]),
    ("17", [81_195_210, 83_257_441, 78_774_742, 84_276_897]),
    ("18", [78_077_248, 80_373_285, 76_117_153, 80_542_538]),
    ("19", [59_128_983, 58_617_616, 63_811_651, 61_707_364]),
    ("20", [63_025_520, 64_444_167, 62_435_964, 66_210_255]),
    ("21", [48_129_895, 46_709_983, 46_944_323, 45_090_682]),
    ("22", [51_304_566, 50_818_468, 49_691_432, 51_324_926]),
    ("X", [155_270_560, 156_040_895, 154_913_754, 154_259_566]),
    ("Y", [59_373_566, 57_227_415, 57_772_954, 62_460_029]),
];

/// Every chromosome of man is longer (the shortest, 21, has 45 million bases): what is shorter is a part or made.
const SHORTEST: u64 = 40_000_000;

/// How contigs stand to a build that somebody names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BuildFit {
    /// Human chromosomes with the length that they have in it.
    pub same: usize,
    /// Chromosomes as long as whole ones of man are, whatever their build.
    pub whole: usize,
}

fn is_chromosome(name: &str) -> bool {
    Chromosome::parse(name)
        .is_ok_and(|chromosome| LENGTHS.iter().any(|(known, _)| *known == chromosome.as_str()))
}

/// How many chromosomes have the length they have in each build, in the order of [`builds`], and how many there are.
fn counts(contigs: &[(String, u64)]) -> ([usize; 4], usize) {
    let mut matches = [0_usize; 4];
    let mut chromosomes = 0;
    for (name, length) in contigs {
        let Ok(chromosome) = Chromosome::parse(name) else { continue };
        if let Some((_, lengths)) = LENGTHS.iter().find(|(known, _)| *known == chromosome.as_str()) {
            chromosomes += 1;
            for (count, known) in matches.iter_mut().zip(lengths) {
                *count += usize::from(length == known);
            }
        }
    }
    (matches, chromosomes)
}

/// The one build whose lengths the contigs have.
pub(crate) fn build(contigs: &[(String, u64)]) -> Option<GenomeBuild> {
    let (matches, chromosomes) = counts(contigs);
    let mut found = builds().into_iter().zip(matches).filter(|(_, count)| *count > 0);
    let (build, count) = found.next().filter(|_| found.next().is_none())?;
    // Older and unfinished builds share some chromosomes with these two (hg17 has chr5 of hg18): most must be theirs.
    let common = matches!(build, GenomeBuild::Grch37 | GenomeBuild::Grch38);
    (common || count * 2 > chromosomes).then_some(build)
}

/// How contigs stand to one build of the table.
pub(crate) fn standing(contigs: &[(String, u64)], wanted: &GenomeBuild) -> BuildFit {
    let (matches, _) = counts(contigs);
    let whole = contigs.iter().filter(|(name, length)| *length >= SHORTEST && is_chromosome(name)).count();
    let same = builds().iter().zip(matches).find(|(build, _)| *build == wanted).map_or(0, |(_, count)| count);
    BuildFit { same, whole }
}

/// Length of the mitochondrial contig.
pub(crate) fn mitochondrion(contigs: &[(String, u64)]) -> Option<u64> {
    let is_it = |name: &str| Chromosome::parse(name).is_ok_and(|chromosome| chromosome.as_str() == "MT");
    contigs.iter().find(|(name, _)| is_it(name)).map(|(_, length)| *length)
}
