//! Genomes for tests, made by code: contigs as texts, written as FASTA with the indexes of noodles.

use entaku_domain::genome::GenomeBuild;
use entaku_intake::{Reference, ReferenceError, References};
use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that is gone after the test.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("entaku-genome-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Bases without order, the same for the same seed.
pub fn bases(seed: u64, length: usize) -> String {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ['A', 'C', 'G', 'T'][(state >> 61) as usize % 4]
    };
    (0..length).map(|_| next()).collect()
}

/// A FASTA of contigs in lines of `width` bases.
pub fn fasta(contigs: &[(&str, &str)], width: usize) -> String {
    let mut text = String::new();
    for (name, sequence) in contigs {
        text.push_str(&format!(">{name} made for tests\n"));
        for line in sequence.as_bytes().chunks(width) {
            text.push_str(std::str::from_utf8(line).unwrap());
            text.push('\n');
        }
    }
    text
}

fn fai(path: &std::path::Path, text: &str) {
    let mut indexer = noodles_fasta::io::Indexer::new(text.as_bytes());
    let mut records = Vec::new();
    while let Some(record) = indexer.index_record().unwrap() {
        records.push(record);
    }
    noodles_fasta::fai::fs::write(with(path, "fai"), &noodles_fasta::fai::Index::from(records)).unwrap();
}

/// `x.fa.fai` of `x.fa`.
pub fn with(path: &std::path::Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}.{ending}", path.display()))
}

/// Writes a plain FASTA with its index.
pub fn plain(folder: &Folder, name: &str, contigs: &[(&str, &str)]) -> PathBuf {
    let (path, text) = (folder.join(name), fasta(contigs, 60));
    std::fs::write(&path, &text).unwrap();
    fai(&path, &text);
    path
}

/// Writes a bgzip FASTA with both indexes, in blocks of `block` bytes.
pub fn packed(folder: &Folder, name: &str, contigs: &[(&str, &str)], block: usize) -> PathBuf {
    let (path, text) = (folder.join(name), fasta(contigs, 60));
    let mut writer = noodles_bgzf::io::Writer::new(Vec::new());
    let (mut entries, mut written) = (Vec::new(), 0);
    for part in text.as_bytes().chunks(block) {
        if written > 0 {
            entries.push((writer.virtual_position().compressed(), written as u64));
        }
        writer.write_all(part).unwrap();
        writer.flush().unwrap();
        written += part.len();
    }
    std::fs::write(&path, writer.finish().unwrap()).unwrap();
    fai(&path, &text);
    let mut index = noodles_bgzf::gzi::io::Writer::new(Vec::new());
    index.write_index(&noodles_bgzf::gzi::Index::from(entries)).unwrap();
    std::fs::write(with(&path, "gzi"), index.into_inner()).unwrap();
    path
}

pub fn open(path: &std::path::Path, build: GenomeBuild) -> Result<Reference, ReferenceError> {
    let mut reference = Reference::open(path, &build)?;
    reference.verify()?;
    Ok(reference)
}

/// The references of a site.
pub fn site(all: impl IntoIterator<Item = Reference>) -> References {
    let mut references = References::none();
    all.into_iter().for_each(|reference| references.add(reference));
    references
}
