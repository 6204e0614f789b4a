//! Against every row of CIViC's evidence: a rule by gene and name, written here by hand, finds the same rows. Needs
//! `ENTAKU_SHARED_DATA`.

use super::tests::{copies, marker, names, places, rearranged, short_on};
use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// Gene, name of the variant and id of each row; none where the folder is absent.
fn rows() -> Option<Vec<(String, String, String)>> {
    let Ok(folder) = std::env::var("ENTAKU_SHARED_DATA") else {
        eprintln!("ENTAKU_SHARED_DATA is not set: CIViC's evidence is not read");
        return None;
    };
    let path = format!("{folder}/knowledge/civic/nightly-ClinicalEvidenceSummaries.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let at = |name: &str| header.iter().position(|column| *column == name).unwrap();
    let (gene, variant, id) = (at("gene"), at("variant"), at("evidence_id"));
    Some(lines.map(|line| (line[gene].to_owned(), line[variant].to_owned(), line[id].to_owned())).collect())
}

/// What is expected of one finding: names of variants of the gene that it meets, those that it may meet or meets in part,
/// and those of another change of its residue.
struct Expected<'e> {
    finding: Alteration,
    gene: &'e str,
    met: &'e [&'e str],
    perhaps: &'e [&'e str],
    residue: &'e [&'e str],
}

#[test]
fn the_rows_found_are_those_that_a_rule_by_gene_and_name_finds() {
    let Some(rows) = rows() else { return };
    let (names, places) = (names(), places());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let on = |gene, transcript, coding, protein| short_on(gene, Some(transcript), coding, protein, &[]);
    let kras = |protein| on("KRAS", "NM_004985.5", "", protein);
    let egfr = |protein| on("EGFR", "NM_005228.5", "", protein);
    let g12 = ["G12A", "G12C", "G12D", "G12R", "G12S", "G12V"];
    let mates = |own: &str| g12.iter().copied().filter(|name| *name != own).collect::<Vec<_>>();
    let (of_c, of_v) = (mates("G12C"), mates("G12V"));
    let all = [
        Expected {
            finding: on("BRAF", "NM_004333.6", "c.1799T>A", "p.Val600Glu"),
            gene: "BRAF",
            met: &["V600E", "V600", "MUTATION", "EXON 15 MUTATION"],
            perhaps: &["V600E and V600M", "V600E and AMPLIFICATION", "V600E/K and AMPLIFICATION"],
            residue: &["V600K", "V600D"],
        },
        Expected {
            finding: kras("G12C"),
            gene: "KRAS",
            met: &["G12C", "G12", "G12/G13", "Exon 2 Mutation", "Mutation"],
            perhaps: &[],
            residue: &of_c,
        },
        Expected {
            finding: kras("G12V"),
            gene: "KRAS",
            met: &["G12V", "G12", "G12/G13", "Exon 2 Mutation", "Mutation"],
            perhaps: &[],
            residue: &of_v,
        },
        Expected {
            finding: kras("G13D"),
            gene: "KRAS",
            met: &["G13D", "G13", "G12/G13", "Exon 2 Mutation", "Mutation"],
            perhaps: &[],
            residue: &["G13V"],
        },
        Expected {
            finding: egfr("p.Glu746_Ala750del"),
            gene: "EGFR",
            met: &["E746_A750del", "EXON 19 DELETION", "Ex19 del L858R", "MUTATION"],
            perhaps: &["Gain-of-function"],
            residue: &[],
        },
        Expected {
            finding: egfr("L858R"),
            gene: "EGFR",
            met: &["L858R", "Ex19 del L858R", "MUTATION"],
            perhaps: &["Gain-of-function"],
            residue: &[],
        },
        Expected {
            finding: egfr("T790M"),
            gene: "EGFR",
            met: &["T790M", "MUTATION"],
            perhaps: &["Gain-of-function"],
            residue: &[],
        },
        Expected {
            finding: copies("ERBB2", "amplification"),
            gene: "ERBB2",
            met: &["AMPLIFICATION"],
            perhaps: &[],
            residue: &[],
        },
        Expected {
            finding: rearranged("gene fusion", &["EML4-ALK"], &[("EML4", "ALK")], &[]),
            gene: "ALK",
            met: &["EML4-ALK", "ALK FUSIONS"],
            perhaps: &[
                "EML4-ALK L1196M",
                "EML4-ALK C1156Y",
                "EML4-ALK and AMPLIFICATION",
                "ALK FUSION G1202R",
                "EML4-ALK S1206Y",
                "EML4-ALK T1151INST",
                "EML4-ALK L1152R",
                "EML4-ALK G1269A",
                "EML4-ALK C1156Y-L1198F",
                "EML4-ALK e20-e20",
                "EML4-ALK e2-e20",
                "EML4-ALK e6-e20",
                "ALK FUSION I1171",
                "EML4-ALK  V1180L",
                "ALK FUSION F1245C",
                "ALK FUSION G1269A",
                "EML4-ALK I1171S",
            ],
            residue: &[],
        },
        Expected {
            finding: on("BRCA1", "NM_007294.4", "c.68_69del", "p.Glu23ValfsTer17"),
            gene: "BRCA1",
            met: &["LOSS-OF-FUNCTION", "Mutation"],
            perhaps: &[],
            residue: &[],
        },
        Expected {
            finding: copies("BRCA1", "homozygous deletion"),
            gene: "BRCA1",
            met: &["LOSS-OF-FUNCTION"],
            perhaps: &[],
            residue: &[],
        },
        Expected {
            finding: on("MET", "NM_000245.4", "c.3028+1G>T", ""),
            gene: "MET",
            met: &["MUTATION"],
            perhaps: &["EXON 14 SKIPPING MUTATION", "EXON 14 MUTATION and AMPLIFICATION"],
            residue: &[],
        },
        // The files of before 2023 have no marker.
        Expected { finding: marker("MSI", "high", None), gene: "MSI", met: &[], perhaps: &[], residue: &[] },
        Expected { finding: kras("G12="), gene: "KRAS", met: &[], perhaps: &[], residue: &[] },
    ];
    let mut profiles: BTreeMap<String, Profile> = BTreeMap::new();
    for (gene, variant, _) in &rows {
        let text = format!("{gene} {variant}");
        profiles.entry(text.clone()).or_insert_with(|| Profile::read(&text));
    }
    for Expected { finding, gene, met, perhaps, residue } in all {
        let case = CaseFindings::new(ground, [&finding], &Covered::not_known());
        let rule = |wanted: &[&str]| -> BTreeSet<&str> {
            let named = |(of, variant, _): &&(String, String, String)| {
                of == gene && wanted.contains(&variant.as_str())
            };
            rows.iter().filter(named).map(|(_, _, id)| id.as_str()).collect()
        };
        let found = |state: PartState| -> BTreeSet<&str> {
            rows.iter()
                .filter(|(of, variant, _)| {
                    let profile = &profiles[&format!("{of} {variant}")];
                    case.meets(profile).iter().any(|(_, matched)| matched.holds == state)
                })
                .map(|(_, _, id)| id.as_str())
                .collect()
        };
        let said = format!("{} {}", finding.subject(), finding.change());
        assert_eq!(found(PartState::Met), rule(met), "{said} meets");
        assert_eq!(found(PartState::Unknown), rule(perhaps), "{said} may meet");
        assert_eq!(found(PartState::NotMet), rule(residue), "{said} shares the residue of");
        for name in met.iter().chain(perhaps).chain(residue) {
            assert!(!rule(&[name]).is_empty(), "no row of {gene} is named {name}");
        }
    }
}

#[test]
fn all_rows_against_a_hundred_findings() {
    let Some(rows) = rows() else { return };
    let (names, places) = (names(), places());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let genes: Vec<&str> = {
        let genes: BTreeSet<&str> = rows.iter().map(|(gene, ..)| gene.as_str()).collect();
        genes.into_iter().take(95).collect()
    };
    let mut findings: Vec<Alteration> =
        genes.iter().map(|gene| short_on(gene, None, "", "R100H", &["missense_variant"])).collect();
    findings.push(short_on("BRAF", Some("NM_004333.6"), "c.1799T>A", "p.Val600Glu", &[]));
    findings.push(copies("ERBB2", "amplification"));
    findings.push(rearranged("gene fusion", &[], &[("EML4", "ALK")], &[]));
    let begun = std::time::Instant::now();
    let profiles: Vec<Profile> =
        rows.iter().map(|(gene, variant, _)| Profile::read(&format!("{gene} {variant}"))).collect();
    let read = begun.elapsed();
    let begun = std::time::Instant::now();
    let case = CaseFindings::new(ground, &findings, &Covered::not_known());
    let found: usize = profiles.iter().map(|profile| case.meets(profile).len()).sum();
    println!(
        "{} rows read in {read:?}, against {} findings in {:?}: {found} matches",
        rows.len(),
        findings.len(),
        begun.elapsed()
    );
    assert!(found > 200, "{found}");
}

/// CIViC gives HGVS names beside its own: a finding made of those must meet the profile that its own name makes, and no
/// profile of another change of the gene as the same change.
#[test]
fn a_finding_by_hgvs_meets_the_profile_by_name() {
    let Ok(folder) = std::env::var("ENTAKU_SHARED_DATA") else {
        eprintln!("ENTAKU_SHARED_DATA is not set: CIViC's variants are not read");
        return;
    };
    let text =
        std::fs::read_to_string(format!("{folder}/knowledge/civic/nightly-VariantSummaries.tsv")).unwrap();
    let mut lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let at = |name: &str| header.iter().position(|column| *column == name).unwrap();
    let (gene, variant, hgvs) = (at("gene"), at("variant"), at("hgvs_expressions"));
    let (names, places) = (names(), places());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let (mut met, mut missed) = (0, Vec::new());
    for line in lines.filter(|line| line.len() > hgvs) {
        let own = Profile::read(&format!("{} {}", line[gene], line[variant]));
        let of_one_change = own.is_simple() && matches!(own.parts()[0].criterion, Criterion::Change(_));
        let named = |head: &str, kind: &str| {
            line[hgvs]
                .split(',')
                .find(|name| name.starts_with(head) && name.contains(kind))
                .unwrap_or_default()
        };
        let (coding, protein) = (named("NM_", ":c."), named("NP_", ":p."));
        if !of_one_change || protein.is_empty() || protein.contains('=') {
            continue;
        }
        let transcript = coding.split(':').next();
        let finding = short_on(line[gene], transcript, coding, protein, &[]);
        let case = CaseFindings::new(ground, [&finding], &Covered::not_known());
        match case.meets(&own).first() {
            Some((_, matched))
                if matched.kind == MatchKind::SameChange && matched.holds == PartState::Met =>
            {
                met += 1
            }
            _ => missed.push(format!("{} {} | {protein} {coding}", line[gene], line[variant])),
        }
    }
    println!("{met} meet their own name; {} do not: {}", missed.len(), missed.join("; "));
    assert!(met > 400 && missed.len() * 20 < met, "{met} {}", missed.len());
}
