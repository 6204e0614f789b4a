//! ClinVar and frequencies as indexed files, asked in place.

use crate::made::{Folder, options};
use entaku_domain::finding::Locus;
use entaku_domain::genome::{BuildSource, Chromosome, GenomeBuild, Position1};
use entaku_knowledge::{
    ClinvarRecord, Frequency, FrequencyField, ImportOptions, ImportOutcome, KnowledgeKind, KnowledgeStore,
    KnowledgeStoreError, VcfOptions, VcfState, VcfTrouble,
};
use noodles_bgzf as bgzf;
use noodles_core::Position;
use noodles_csi::binning_index::index::{header, reference_sequence::bin::Chunk};
use noodles_tabix as tabix;
use std::io::Write;
use std::path::{Path, PathBuf};

const CLINVAR: &str = "##fileformat=VCFv4.1\n##fileDate=2026-11-01\n##reference=GRCh38\n\
    ##INFO=<ID=CLNSIG,Number=.,Type=String,Description=\"x\">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";

pub const GNOMAD: &str = "##fileformat=VCFv4.2\n##contig=<ID=chr7,length=159345973>\n\
    ##INFO=<ID=AF,Number=A,Type=Float,Description=\"x\">\n##INFO=<ID=AF_eas,Number=A,Type=Float,Description=\"x\">\n\
    ##INFO=<ID=AF_site,Number=1,Type=Float,Description=\"x\">\n##INFO=<ID=AF_all,Number=R,Type=Float,Description=\"x\">\n\
    ##INFO=<ID=AN,Number=1,Type=Integer,Description=\"x\">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";

pub const RECORDS: &str = "chr7\t100\t.\tA\tT\t.\tPASS\tAF=0.25;AF_eas=0.5;AF_site=0.1;AF_all=0.75,0.25\n\
    chr7\t200\t.\tCAG\tC,CTG,CAGAG\t.\tAC0\tAF=0.1,0.2,.;AF_eas=0.01,2.0,0.03;AF_site=0.4;AF_all=0.5,0.1,0.2,0.2\n\
    chr7\t300\t.\tG\tTG\t.\tPASS\tAF=0.0625\n\
    chr7\t100000\t.\tG\t<DEL>,A\t.\tPASS\tAF=0.5,0.125\n";

/// A bgzip file with its tabix index, made record by record.
pub fn indexed(folder: &Folder, name: &str, header: &str, records: &str) -> PathBuf {
    let mut writer = bgzf::io::Writer::new(Vec::new());
    writer.write_all(header.as_bytes()).unwrap();
    let mut indexer = tabix::index::Indexer::default();
    indexer.set_header(header::Builder::vcf().build());
    for record in records.split_inclusive('\n') {
        let columns: Vec<&str> = record.split('\t').collect();
        let start: usize = columns.get(1).unwrap().parse().unwrap();
        let length = columns.get(3).unwrap().len();
        let from = writer.virtual_position();
        writer.write_all(record.as_bytes()).unwrap();
        let chunk = Chunk::new(from, writer.virtual_position());
        let place = |base| Position::try_from(base).unwrap();
        indexer.add_record(columns.first().unwrap(), place(start), place(start + length - 1), chunk).unwrap();
    }
    let path = folder.file(name, writer.finish().unwrap());
    tabix::fs::write(format!("{}.tbi", path.display()), &indexer.build()).unwrap();
    path
}

pub fn chosen(source: &str, fields: &[&str]) -> VcfOptions {
    let fields = fields
        .iter()
        .map(|field| FrequencyField { field: (*field).into(), name: format!("{source} {field}") });
    VcfOptions {
        import: ImportOptions { source: Some(source.into()), ..options() },
        build: None,
        fields: fields.collect(),
    }
}

fn frequencies(
    store: &KnowledgeStore,
    chromosome: &str,
    position: i64,
    reference: &str,
    alternate: &str,
) -> Vec<VcfState<Frequency>> {
    let chromosome = Chromosome::parse(chromosome).unwrap();
    let position = Position1::new(position).unwrap();
    let answers =
        store.frequencies(&GenomeBuild::Grch38, &chromosome, position, reference, alternate).unwrap();
    answers.into_iter().map(|answer| answer.state).collect()
}

fn values(state: &VcfState<Frequency>) -> Vec<Option<f64>> {
    let VcfState::Found(found) = state else { panic!("{state:?}") };
    let [one] = found.as_slice() else { panic!("{found:?}") };
    one.populations.iter().map(|population| population.value).collect()
}

#[test]
fn a_change_has_the_frequency_of_its_own_allele_however_it_is_padded() {
    let folder = Folder::new();
    let mut store = folder.store();
    let path = indexed(&folder, "g.vcf.gz", GNOMAD, RECORDS);
    let options = chosen("gnomAD", &["AF", "AF_eas", "AF_site", "AF_all"]);
    let registered = store.register_vcf(&path, KnowledgeKind::Frequencies, &options).unwrap();
    assert_eq!(registered.outcome, ImportOutcome::Kept);
    let file = store.vcfs().unwrap().remove(0);
    assert_eq!((file.assembly.name, file.assembly.source), (GenomeBuild::Grch38, BuildSource::ContigLength));
    assert_eq!(file.contigs, ["chr7"]);
    let one = |position, reference, alternate| {
        let mut states = frequencies(&store, "7", position, reference, alternate);
        assert_eq!(states.len(), 1);
        states.remove(0)
    };
    assert_eq!(values(&one(100, "A", "T")), [Some(0.25), Some(0.5), Some(0.1), Some(0.25)]);
    assert_eq!(values(&one(99, "GAC", "GTC")), [Some(0.25), Some(0.5), Some(0.1), Some(0.25)]);
    // Of several alleles each has its own; a single value is nobody's, and no share is above 1.
    assert_eq!(values(&one(200, "CAG", "C")), [Some(0.1), Some(0.01), None, Some(0.1)]);
    assert_eq!(values(&one(201, "A", "T")), [Some(0.2), None, None, Some(0.2)]);
    assert_eq!(
        values(&one(200, "C", "CAG")),
        [None, Some(0.03), None, Some(0.2)],
        "the insertion of AG, '.' is none"
    );
    assert_eq!(values(&one(299, "A", "AT")), [Some(0.0625), None, None, None], "padded on the other side");
    assert_eq!(values(&one(100_000, "G", "A")), [Some(0.125), None, None, None]);
    assert_eq!(one(100, "A", "G"), VcfState::Absent);
    assert_eq!(one(100, "C", "T"), VcfState::Absent, "another reference base");
    assert_eq!(frequencies(&store, "8", 100, "A", "T"), [VcfState::NotCovered]);
    let VcfState::Found(found) = one(201, "A", "T") else { panic!() };
    assert_eq!(found.first().unwrap().filter, "AC0");
    let other = store.frequencies(
        &GenomeBuild::Grch37,
        &Chromosome::parse("7").unwrap(),
        Position1::new(100).unwrap(),
        "A",
        "T",
    );
    assert!(other.unwrap().is_empty(), "a file of another build says nothing");
    let symbolic = store.frequencies(
        &GenomeBuild::Grch38,
        &Chromosome::parse("7").unwrap(),
        Position1::new(100).unwrap(),
        "A",
        "-",
    );
    assert!(matches!(symbolic, Err(KnowledgeStoreError::Invalid { .. })));
}

#[test]
fn a_change_that_was_read_without_an_anchoring_base_is_the_same_change() {
    let folder = Folder::new();
    let mut store = folder.store();
    let path = indexed(&folder, "g.vcf.gz", GNOMAD, RECORDS);
    store.register_vcf(&path, KnowledgeKind::Frequencies, &chosen("gnomAD", &["AF"])).unwrap();
    let at = |position, reference, alternate| {
        let locus = Locus::shortest(Position1::new(position).unwrap(), reference, alternate).unwrap();
        let chromosome = Chromosome::parse("7").unwrap();
        let answers = store.frequencies_at(&GenomeBuild::Grch38, &chromosome, &locus).unwrap();
        answers.into_iter().map(|answer| answer.state).collect::<Vec<_>>()
    };
    // As a MAF writes them: the deleted bases by their own place, an insertion by the base before it.
    let [deletion] = at(201, "AG", "-").try_into().unwrap();
    assert_eq!(values(&deletion), [Some(0.1)]);
    let [insertion] = at(299, "-", "T").try_into().unwrap();
    assert_eq!(values(&insertion), [Some(0.0625)]);
    let [other] = at(201, "AC", "-").try_into().unwrap();
    assert_eq!(other, VcfState::Absent);
    assert_eq!(at(201, "<DEL>", "-"), []);
    assert_eq!(at(201, "A", "A"), [], "nothing is changed");
}

#[test]
fn clinvar_says_significance_and_review_with_its_date() {
    let folder = Folder::new();
    let mut store = folder.store();
    let records = "7\t140753336\t13961\tA\tT\t.\t.\tCLNDN=Melanoma|not_provided;CLNREVSTAT=criteria_provided,_multiple_submitters;\
                   CLNSIG=Pathogenic/Likely_pathogenic;ONC=Oncogenic\n\
                   MT\t10\t5\tA\tG\t.\t.\tCLNSIG=Conflicting;CLNSIGCONF=Benign(1)|Uncertain_significance(2)\n";
    let path = indexed(&folder, "clinvar_20261101.vcf.gz", CLINVAR, records);
    let imported = store
        .register_vcf(&path, KnowledgeKind::Clinvar, &VcfOptions { import: options(), ..Default::default() })
        .unwrap();
    assert_eq!(
        (imported.import.version.as_str(), imported.import.source.as_str()),
        ("2026-11-01", "ClinVar")
    );
    let ask = |chromosome: &str, position, reference: &str, alternate: &str| -> VcfState<ClinvarRecord> {
        let (chromosome, position) =
            (Chromosome::parse(chromosome).unwrap(), Position1::new(position).unwrap());
        store
            .clinvar(&GenomeBuild::Grch38, &chromosome, position, reference, alternate)
            .unwrap()
            .remove(0)
            .state
    };
    let VcfState::Found(found) = ask("chr7", 140_753_336, "A", "T") else { panic!() };
    let record = found.first().unwrap();
    assert_eq!(
        (record.id.as_str(), record.significance.as_deref()),
        ("13961", Some("Pathogenic/Likely pathogenic"))
    );
    assert_eq!(record.review_status.as_deref(), Some("criteria provided, multiple submitters"));
    assert_eq!(record.diseases, ["Melanoma", "not provided"]);
    assert_eq!(
        (record.oncogenicity.as_deref(), record.date.as_deref()),
        (Some("Oncogenic"), Some("2026-11-01"))
    );
    let VcfState::Found(found) = ask("chrM", 10, "A", "G") else { panic!() };
    assert_eq!(found.first().unwrap().conflicting.as_deref(), Some("Benign(1)|Uncertain significance(2)"));
    assert_eq!(ask("7", 140_753_336, "A", "C"), VcfState::Absent);
}

#[test]
fn a_file_that_moved_or_changed_is_told_and_not_guessed() {
    let folder = Folder::new();
    let mut store = folder.store();
    let path = indexed(&folder, "g.vcf.gz", GNOMAD, RECORDS);
    let options = chosen("gnomAD", &["AF"]);
    let first = store.register_vcf(&path, KnowledgeKind::Frequencies, &options).unwrap().import;
    let again = store.register_vcf(&path, KnowledgeKind::Frequencies, &options).unwrap();
    assert_eq!((again.outcome, again.import.id), (ImportOutcome::Already, first.id.clone()));
    let ask = |store: &KnowledgeStore| frequencies(store, "7", 100, "A", "T");
    assert_eq!(values(ask(&store).first().unwrap()), [Some(0.25)]);
    let away = folder.path().join("away.vcf.gz");
    std::fs::rename(&path, &away).unwrap();
    assert_eq!(ask(&store), [VcfState::Trouble(VcfTrouble::Moved)]);
    std::fs::rename(&away, &path).unwrap();
    assert_eq!(values(ask(&store).first().unwrap()), [Some(0.25)], "it is back");
    indexed(&folder, "g.vcf.gz", GNOMAD, &RECORDS.replace("AF=0.25;", "AF=0.26;"));
    assert_eq!(ask(&store), [VcfState::Trouble(VcfTrouble::Changed)]);
    let second = store.register_vcf(&path, KnowledgeKind::Frequencies, &options).unwrap().import;
    assert_eq!(values(ask(&store).first().unwrap()), [Some(0.26)], "registered anew it answers, and once");
    store.remove(&first.id).unwrap();
    store.remove(&second.id).unwrap();
    assert!(ask(&store).is_empty());
}

#[test]
fn files_of_one_version_answer_together_and_those_of_an_older_one_do_not() {
    let folder = Folder::new();
    let mut store = folder.store();
    let seven = indexed(&folder, "seven.vcf.gz", GNOMAD, "chr7\t100\t.\tA\tT\t.\tPASS\tAF=0.25\n");
    let eight = indexed(&folder, "eight.vcf.gz", GNOMAD, "chr8\t100\t.\tA\tT\t.\tPASS\tAF=0.5\n");
    let old = indexed(&folder, "old.vcf.gz", GNOMAD, "chr8\t100\t.\tA\tT\t.\tPASS\tAF=0.75\n");
    let version = |version: &str| {
        let mut options = chosen("gnomAD", &["AF"]);
        options.import.version = Some(version.into());
        options
    };
    store.register_vcf(&old, KnowledgeKind::Frequencies, &version("v3")).unwrap();
    store.register_vcf(&seven, KnowledgeKind::Frequencies, &version("v4")).unwrap();
    store.register_vcf(&eight, KnowledgeKind::Frequencies, &version("v4")).unwrap();
    let states = frequencies(&store, "chr8", 100, "A", "T");
    let [found] = states.as_slice() else { panic!("{states:?}") };
    assert_eq!(values(found), [Some(0.5)]);
    assert_eq!(store.vcfs().unwrap().len(), 3);
    // Another source answers beside it.
    let tommo = indexed(&folder, "tommo.vcf.gz", GNOMAD, "chr8\t100\t.\tA\tT\t.\tPASS\tAF=0.0625\n");
    store.register_vcf(&tommo, KnowledgeKind::Frequencies, &chosen("ToMMo", &["AF"])).unwrap();
    assert_eq!(frequencies(&store, "8", 100, "A", "T").len(), 2);
    // A file that is gone matters for its own chromosome alone.
    std::fs::remove_file(&seven).unwrap();
    assert_eq!(frequencies(&store, "8", 100, "A", "T").len(), 2);
    let states = frequencies(&store, "7", 100, "A", "T");
    assert_eq!(
        states,
        [VcfState::Trouble(VcfTrouble::Moved), VcfState::NotCovered],
        "gnomAD's is gone, ToMMo has none"
    );
    assert_eq!(frequencies(&store, "9", 100, "A", "T"), [VcfState::NotCovered, VcfState::NotCovered]);
}

#[test]
fn what_cannot_be_asked_is_refused_with_what_to_do() {
    let folder = Folder::new();
    let mut store = folder.store();
    let good = indexed(&folder, "g.vcf.gz", GNOMAD, RECORDS);
    let plain = folder.file("plain.vcf", GNOMAD);
    let bare = indexed(&folder, "bare.vcf.gz", GNOMAD, RECORDS);
    std::fs::remove_file(format!("{}.tbi", bare.display())).unwrap();
    let nowhere = indexed(&folder, "n.vcf.gz", &GNOMAD.replace(",length=159345973", ""), RECORDS);
    let foreign = indexed(&folder, "foreign.vcf.gz", GNOMAD, "chr9\t100\t.\tA\tT\t.\tPASS\tAF=0.25\n");
    std::fs::copy(format!("{}.tbi", good.display()), format!("{}.tbi", foreign.display())).unwrap();
    let broken = indexed(&folder, "broken.vcf.gz", GNOMAD, RECORDS);
    folder.file("broken.vcf.gz.tbi", "no index");
    let options = chosen("gnomAD", &["AF"]);
    let mut refused = |path: &Path, options: &VcfOptions, word: &str| {
        let error = store.register_vcf(path, KnowledgeKind::Frequencies, options).unwrap_err();
        assert!(error.to_string().contains(word), "{word}: {error}");
        assert!(
            matches!(error, KnowledgeStoreError::Vcf { .. } | KnowledgeStoreError::Invalid { .. }),
            "{error:?}"
        );
    };
    refused(&plain, &options, "bgzip FILE.vcf");
    refused(&bare, &options, "tabix -p vcf");
    refused(&nowhere, &options, "Say which build");
    refused(&foreign, &options, "does not belong");
    refused(&broken, &options, "tabix -f -p vcf");
    refused(&good, &chosen("gnomAD", &["AF_jpn"]), "AF, AF_eas");
    refused(&good, &chosen("gnomAD", &["AN"]), "Float");
    refused(&good, &chosen("gnomAD", &[]), "at least one");
    refused(&good, &chosen(" ", &["AF"]), "whose frequencies");
    refused(
        &good,
        &VcfOptions { build: Some(GenomeBuild::Grch37), ..options.clone() },
        "GRCh37, as was said",
    );
    assert!(store.imports().unwrap().is_empty());
    let said = VcfOptions { build: Some(GenomeBuild::Grch38), ..options };
    store.register_vcf(&nowhere, KnowledgeKind::Frequencies, &said).unwrap();
    assert_eq!(store.vcfs().unwrap().remove(0).assembly.source, BuildSource::Person);
    let fields = KnowledgeStore::vcf_fields(&good).unwrap();
    assert_eq!(
        fields.iter().map(|field| field.id.as_str()).collect::<Vec<_>>(),
        ["AF", "AF_eas", "AF_site", "AF_all", "AN"]
    );
}

fn shared(file: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ENTAKU_SHARED_DATA")?;
    Some(PathBuf::from(folder).join("vcf").join(file)).filter(|path| path.is_file())
}

/// Indexes that htslib made.
#[test]
fn files_and_indexes_of_others_are_asked() {
    let folder = Folder::new();
    let mut store = folder.store();
    let Some(gnomad) = shared("vcf2maf/test_b38.gnomad.exomes.r2.1.1.sites.vcf.gz") else {
        println!("ENTAKU_SHARED_DATA has no indexed VCF: files of others were not looked at");
        return;
    };
    store.register_vcf(&gnomad, KnowledgeKind::Frequencies, &chosen("gnomAD", &["AF", "AF_eas"])).unwrap();
    let of = |store: &KnowledgeStore, position, reference, alternate| {
        frequencies(store, "21", position, reference, alternate).remove(0)
    };
    assert_eq!(values(&of(&store, 42_085_325, "C", "T")), [Some(8.01552e-06), Some(0.0)]);
    assert_eq!(values(&of(&store, 42_085_325, "C", "A")), [Some(4.00776e-06), Some(0.0)]);
    assert_eq!(values(&of(&store, 34_792_474, "CATGCCG", "C")), [Some(4.99291e-06), Some(0.0)]);
    assert_eq!(values(&of(&store, 41_494_550, "T", "C")), [Some(1.99451e-05), Some(5.44366e-05)]);
    assert_eq!(of(&store, 41_494_550, "T", "G"), VcfState::Absent);
    for end in ["tbi", "csi"] {
        let Some(path) = shared("cyvcf2/multi-contig.vcf.gz") else { return };
        let here = folder.path().join(format!("{end}.vcf.gz"));
        std::fs::copy(&path, &here).unwrap();
        std::fs::copy(format!("{}.{end}", path.display()), format!("{}.{end}", here.display())).unwrap();
        let said = VcfOptions { build: Some(GenomeBuild::Grch38), ..chosen(end, &["AF"]) };
        let id = store.register_vcf(&here, KnowledgeKind::Frequencies, &said).unwrap().import.id;
        let chromosome = Chromosome::parse("chr20").unwrap();
        let ask = |position, reference, alternate| {
            let position = Position1::new(position).unwrap();
            let all =
                store.frequencies(&GenomeBuild::Grch38, &chromosome, position, reference, alternate).unwrap();
            all.into_iter().find(|answer| answer.import_id == id).unwrap().state
        };
        assert_eq!(values(&ask(1_110_696, "A", "T")), [Some(0.667)], "{end}");
        assert_eq!(values(&ask(14_370, "G", "A")), [Some(0.5)], "{end}");
        assert_eq!(values(&ask(1_234_567, "G", "GAC")), [None], "{end}");
        assert_eq!(ask(14_371, "G", "A"), VcfState::Absent, "{end}");
    }
}

/// A file as large as ClinVar's: 3 million records over a genome, some 350 bytes each.
#[test]
#[ignore = "a measurement: run it in release"]
fn figures() {
    let folder = Folder::new();
    let mut store = folder.store();
    let mut writer = bgzf::io::Writer::new(Vec::new());
    writer.write_all(CLINVAR.as_bytes()).unwrap();
    let mut indexer = tabix::index::Indexer::default();
    indexer.set_header(header::Builder::vcf().build());
    let filler = "CLNHGVS=NC_000007.14:g.1A>T;GENEINFO=MADE:1;CLNVI=".to_owned() + &"x".repeat(180);
    for chromosome in 1..=20 {
        // Dense as in genes: clusters of 1 500 records, one every second base.
        for number in 0..150_000_usize {
            let position = 10_000 + (number / 1_500) * 1_000_000 + (number % 1_500) * 2;
            let from = writer.virtual_position();
            writeln!(writer, "{chromosome}\t{position}\t{number}\tA\tT\t.\t.\tCLNDN=Made_up;CLNREVSTAT=no_assertion;CLNSIG=Benign;{filler}").unwrap();
            let place = Position::try_from(position).unwrap();
            indexer
                .add_record(
                    &chromosome.to_string(),
                    place,
                    place,
                    Chunk::new(from, writer.virtual_position()),
                )
                .unwrap();
        }
    }
    let path = folder.file("clinvar.vcf.gz", writer.finish().unwrap());
    tabix::fs::write(format!("{}.tbi", path.display()), &indexer.build()).unwrap();
    let start = std::time::Instant::now();
    store
        .register_vcf(&path, KnowledgeKind::Clinvar, &VcfOptions { import: options(), ..Default::default() })
        .unwrap();
    println!("{} MiB registered in {:?}", std::fs::metadata(&path).unwrap().len() >> 20, start.elapsed());
    let mut took = Vec::new();
    for at in 0..1_000_usize {
        let number = at * 7_919 % 150_000;
        let position = 10_000 + (number / 1_500) * 1_000_000 + (number % 1_500) * 2;
        let chromosome = Chromosome::parse(&(at % 20 + 1).to_string()).unwrap();
        let position = Position1::new(i64::try_from(position).unwrap()).unwrap();
        let start = std::time::Instant::now();
        let answer = store.clinvar(&GenomeBuild::Grch38, &chromosome, position, "A", "T").unwrap().remove(0);
        took.push(start.elapsed());
        assert!(matches!(answer.state, VcfState::Found(_)));
    }
    took.sort();
    println!("a query: p50 {:?}, p95 {:?}, most {:?}", took.get(500), took.get(950), took.last());
}
