//! Changes of genes.

use super::*;
use crate::trial::alteration::{AlterationAsked, Category, CopyCall, GeneAsked, ProteinAsked};
use crate::trial::patient::{Change, Covered, CoveredSets, Partner, PatientFinding};

fn short(gene: &str, protein: Option<&str>, exon: Option<u32>, class: Option<&str>) -> PatientFinding {
    let change = Change::Short { protein: protein.map(str::to_owned), exon, class: class.map(str::to_owned) };
    PatientFinding { gene: gene.to_owned(), change, said: format!("{gene} {protein:?}") }
}

fn copies(gene: &str, call: CopyCall) -> PatientFinding {
    PatientFinding { gene: gene.to_owned(), change: Change::Copies(call), said: format!("{gene} {call:?}") }
}

fn fusion(gene: &str, partner: Partner) -> PatientFinding {
    let said = format!("{gene} {partner:?}");
    PatientFinding { gene: gene.to_owned(), change: Change::Fusion { partner, exon: None }, said }
}

fn gene(symbol: &str) -> GeneAsked {
    GeneAsked::Gene(symbol.to_owned())
}

fn asked(symbol: &str, category: Category) -> AlterationAsked {
    AlterationAsked { genes: vec![gene(symbol)], category, ..AlterationAsked::default() }
}

fn state_of(asked: &AlterationAsked, covered: &[&str], findings: Vec<PatientFinding>) -> ConditionState {
    let patient = TrialPatient {
        covered: Covered::Genes(CoveredSets::in_every_way(covered.iter().map(|gene| (*gene).to_owned()))),
        findings,
        ..TrialPatient::default()
    };
    Fixture::new().state(&Ask::Alteration(Box::new(asked.clone())), &patient)
}

#[test]
fn a_gene_that_was_looked_at_and_has_no_finding_is_not_altered() {
    for category in [
        Category::Any,
        Category::Mutation,
        Category::CopyNumber,
        Category::Structural,
        Category::MutationOrCopyNumber,
    ] {
        let asked = asked("EGFR", category);
        assert_eq!(state_of(&asked, &["EGFR"], vec![]), NOT_MET, "{category:?}");
        assert_eq!(state_of(&asked, &["KRAS"], vec![]), UNKNOWN, "{category:?}");
        assert_eq!(state_of(&asked, &[], vec![]), UNKNOWN, "{category:?}");
        let other = || vec![short("KRAS", Some("G12C"), None, None)];
        assert_eq!(state_of(&asked, &["EGFR", "KRAS"], other()), NOT_MET, "{category:?}");
        assert_eq!(state_of(&asked, &["KRAS"], other()), UNKNOWN, "{category:?}");
    }
    let all = TrialPatient { covered: Covered::All, ..TrialPatient::default() };
    let of_all = Ask::Alteration(Box::new(asked("EGFR", Category::Mutation)));
    assert_eq!(Fixture::new().state(&of_all, &all), NOT_MET);
}

#[test]
fn categories_are_those_of_ctml() {
    let kinds = || {
        [
            short("EGFR", Some("L858R"), None, None),
            copies("EGFR", CopyCall::HighAmplification),
            fusion("EGFR", Partner::Gene("RAD51".to_owned())),
        ]
    };
    for (category, expected) in [
        (Category::Any, [MET, MET, MET]),
        (Category::Mutation, [MET, NOT_MET, NOT_MET]),
        (Category::CopyNumber, [NOT_MET, MET, NOT_MET]),
        (Category::Structural, [NOT_MET, NOT_MET, MET]),
        (Category::MutationOrCopyNumber, [MET, MET, NOT_MET]),
    ] {
        for (finding, expected) in kinds().into_iter().zip(expected) {
            let said = finding.said.clone();
            assert_eq!(
                state_of(&asked("EGFR", category), &["EGFR"], vec![finding]),
                expected,
                "{category:?} {said}"
            );
        }
    }
    // Of a gene with a finding that is another one nothing more is known where it is not said that it was looked at.
    let found = vec![copies("EGFR", CopyCall::HighAmplification)];
    assert_eq!(state_of(&asked("EGFR", Category::Mutation), &[], found), UNKNOWN);
    // A change that leaves the protein as it is.
    let silent = vec![short("EGFR", Some("Q787="), None, None)];
    assert_eq!(state_of(&asked("EGFR", Category::Mutation), &["EGFR"], silent), UNKNOWN);
    assert_eq!(
        state_of(
            &asked("HER2", Category::CopyNumber),
            &[],
            vec![copies("ERBB2", CopyCall::LowAmplification)]
        ),
        MET,
        "another name of the gene"
    );
}

#[test]
fn changes_of_proteins_are_compared_by_what_they_tell() {
    let change = |key: &str| ProteinAsked::Change(key.to_owned());
    let wild = |prefix: &str| ProteinAsked::Wildcard(prefix.to_owned());
    for (asked_protein, found, expected) in [
        (change("L858R"), Some("L858R"), MET),
        (change("L858R"), Some("L858M"), NOT_MET),
        (change("L858R"), Some("T790M"), NOT_MET),
        (change("L858R"), None, UNKNOWN),
        (change("L858R"), Some("?"), UNKNOWN),
        (change("L858R"), Some("L858?"), UNKNOWN),
        (change("Q1756fs"), Some("Q1756fs*74"), MET),
        (wild("V600"), Some("V600E"), MET),
        (wild("V600"), Some("V600K"), MET),
        (wild("V600"), Some("V600*"), NOT_MET),
        (wild("V600"), Some("V600_K601delinsE"), NOT_MET),
        (wild("V600"), Some("V60E"), NOT_MET),
        (wild("V60"), Some("V600E"), NOT_MET),
        (wild("V600"), Some("K601E"), NOT_MET),
        (wild("V600"), None, UNKNOWN),
        (wild("V600"), Some("V600?"), UNKNOWN),
        (ProteinAsked::WildcardX("G12".to_owned()), Some("G12C"), MET),
        (ProteinAsked::WildcardX("G12".to_owned()), Some("G13D"), NOT_MET),
        (ProteinAsked::WildcardX("G12".to_owned()), Some("G12*"), UNKNOWN),
        (ProteinAsked::Residue("G12".to_owned()), Some("G12C"), UNKNOWN),
        (ProteinAsked::Residue("G12".to_owned()), Some("G13D"), NOT_MET),
    ] {
        let asked =
            AlterationAsked { proteins: vec![asked_protein.clone()], ..asked("G", Category::Mutation) };
        let state = state_of(&asked, &["G"], vec![short("G", found, None, None)]);
        assert_eq!(state, expected, "{asked_protein:?} {found:?}");
        // Where it is not said that the gene was looked at, another change of it tells nothing of this one.
        let uncovered = state_of(&asked, &[], vec![short("G", found, None, None)]);
        assert_eq!(uncovered, if expected == MET { MET } else { UNKNOWN }, "{asked_protein:?} {found:?}");
    }
}

#[test]
fn exons_and_classes_are_met_only_where_they_are_told() {
    let exon = AlterationAsked { exons: vec![19], ..asked("EGFR", Category::Mutation) };
    for (found, expected) in [(Some(19), MET), (Some(21), NOT_MET), (None, UNKNOWN)] {
        assert_eq!(state_of(&exon, &["EGFR"], vec![short("EGFR", None, found, None)]), expected, "{found:?}");
    }
    for (asked_class, found, protein, expected) in [
        ("Missense_Mutation", Some("Missense_Mutation"), None, MET),
        ("Missense_Mutation", Some("missense variant"), None, MET),
        ("Missense_Mutation", Some("In_Frame_Del"), None, NOT_MET),
        ("Missense_Mutation", None, Some("L858R"), MET),
        ("Missense_Mutation", None, Some("R213*"), NOT_MET),
        ("Nonsense_Mutation", None, Some("R213*"), MET),
        ("In_Frame_Del", None, Some("E746_A750del"), MET),
        ("In_Frame_Del", None, Some("L747_P753delinsS"), UNKNOWN),
        ("In_Frame_Ins", None, Some("A767_V769dup"), MET),
        ("Frameshift", Some("Frame_Shift_Del"), None, MET),
        ("Frame_Shift_Del", Some("Frameshift"), None, UNKNOWN),
        ("Splice_Site", Some("Splice_Donor"), None, MET),
        ("Missense_Mutation", None, None, UNKNOWN),
        ("Missense_Mutation", Some("something new"), None, UNKNOWN),
        ("something new", Some("Something new"), None, MET),
        ("something new", Some("Missense_Mutation"), None, UNKNOWN),
    ] {
        let asked =
            AlterationAsked { classes: vec![asked_class.to_owned()], ..asked("G", Category::Mutation) };
        let state = state_of(&asked, &["G"], vec![short("G", protein, None, found)]);
        assert_eq!(state, expected, "{asked_class} {found:?} {protein:?}");
    }
}

#[test]
fn calls_of_copies_are_met_only_where_their_height_is_told() {
    use CopyCall as Call;
    for (asked_call, found, expected) in [
        (Call::HighAmplification, Call::HighAmplification, MET),
        (Call::HighAmplification, Call::LowAmplification, NOT_MET),
        (Call::HighAmplification, Call::Amplification, UNKNOWN),
        (Call::HighAmplification, Call::Untold, UNKNOWN),
        (Call::HighAmplification, Call::HomozygousDeletion, NOT_MET),
        (Call::HighAmplification, Call::NoChange, NOT_MET),
        (Call::LowAmplification, Call::HighAmplification, NOT_MET),
        (Call::HomozygousDeletion, Call::HeterozygousDeletion, NOT_MET),
        (Call::HomozygousDeletion, Call::Deletion, UNKNOWN),
        (Call::HeterozygousDeletion, Call::HeterozygousDeletion, MET),
        (Call::Amplification, Call::HighAmplification, MET),
        (Call::Amplification, Call::LowAmplification, UNKNOWN),
    ] {
        let asked = AlterationAsked { calls: vec![asked_call], ..asked("G", Category::CopyNumber) };
        assert_eq!(state_of(&asked, &["G"], vec![copies("G", found)]), expected, "{asked_call:?} {found:?}");
    }
    assert_eq!(state_of(&asked("G", Category::CopyNumber), &["G"], vec![copies("G", Call::Untold)]), MET);
    assert_eq!(
        state_of(&asked("G", Category::CopyNumber), &["G"], vec![copies("G", Call::NoChange)]),
        NOT_MET
    );
}

#[test]
fn partners_of_a_fusion_come_in_either_order() {
    let with = |five: Option<GeneAsked>, three: GeneAsked| AlterationAsked {
        genes: five.into_iter().collect(),
        category: Category::Structural,
        partner: Some(three),
        ..AlterationAsked::default()
    };
    let pair = || with(Some(gene("EML4")), gene("ALK"));
    let of = |one: &str, other: &str| vec![fusion(one, Partner::Gene(other.to_owned()))];
    for (asked, covered, findings, expected) in [
        (pair(), vec!["ALK"], of("EML4", "ALK"), MET),
        (pair(), vec!["ALK"], of("ALK", "EML4"), MET),
        (pair(), vec!["ALK"], of("KIF5B", "ALK"), NOT_MET),
        (pair(), vec![], of("KIF5B", "ALK"), UNKNOWN),
        (pair(), vec!["ALK"], vec![fusion("ALK", Partner::Untold)], UNKNOWN),
        (pair(), vec!["ALK"], vec![fusion("ALK", Partner::Intergenic)], NOT_MET),
        (pair(), vec!["ALK"], vec![fusion("RET", Partner::Untold)], NOT_MET),
        (pair(), vec!["ALK"], vec![], NOT_MET),
        (pair(), vec!["EML4"], vec![], NOT_MET),
        (pair(), vec!["RET"], vec![], UNKNOWN),
        (asked("ALK", Category::Structural), vec![], vec![fusion("ALK", Partner::Untold)], MET),
        (asked("ALK", Category::Structural), vec![], of("EML4", "ALK"), MET),
        (asked("ALK", Category::Structural), vec!["ALK"], vec![fusion("RET", Partner::Untold)], NOT_MET),
        (with(Some(gene("ALK")), GeneAsked::AnyGene), vec!["ALK"], of("EML4", "ALK"), MET),
        (
            with(Some(gene("ALK")), GeneAsked::AnyGene),
            vec!["ALK"],
            vec![fusion("ALK", Partner::Untold)],
            UNKNOWN,
        ),
        (
            with(Some(gene("ALK")), GeneAsked::AnyGene),
            vec!["ALK"],
            vec![fusion("ALK", Partner::Intergenic)],
            NOT_MET,
        ),
        (
            with(Some(gene("ALK")), GeneAsked::Intergenic),
            vec![],
            vec![fusion("ALK", Partner::Intergenic)],
            MET,
        ),
        (
            with(Some(gene("ALK")), GeneAsked::Intergenic),
            vec![],
            vec![fusion("ALK", Partner::Untold)],
            UNKNOWN,
        ),
        (with(Some(gene("ALK")), GeneAsked::Intergenic), vec!["ALK"], of("EML4", "ALK"), NOT_MET),
        (with(None, gene("ALK")), vec![], of("EML4", "ALK"), MET),
        (with(Some(GeneAsked::AnyGene), gene("ALK")), vec![], of("ALK", "EML4"), MET),
        (with(Some(gene("EML4")), gene("EML4")), vec!["EML4"], of("EML4", "ALK"), NOT_MET),
        (with(Some(gene("EGFR")), gene("EGFR")), vec![], of("EGFR", "EGFR"), MET),
    ] {
        let said = format!("{asked:?} {covered:?} {findings:?}");
        assert_eq!(state_of(&asked, &covered, findings), expected, "{said}");
    }
}

#[test]
fn wild_type_is_known_only_of_what_was_looked_at() {
    let wild = |category| AlterationAsked { wild_type: true, ..asked("KRAS", category) };
    let mutated = || vec![short("KRAS", Some("G12C"), None, None)];
    for (category, covered, findings, expected) in [
        (Category::Any, vec!["KRAS"], vec![], MET),
        (Category::Any, vec![], vec![], UNKNOWN),
        (Category::Any, vec!["KRAS"], mutated(), NOT_MET),
        (Category::Any, vec![], mutated(), NOT_MET),
        (Category::Any, vec!["KRAS"], vec![short("KRAS", Some("G12="), None, None)], MET),
        (Category::Any, vec!["KRAS"], vec![copies("KRAS", CopyCall::LowAmplification)], UNKNOWN),
        (Category::Any, vec!["KRAS"], vec![copies("KRAS", CopyCall::HomozygousDeletion)], NOT_MET),
        (Category::Any, vec!["KRAS"], vec![fusion("KRAS", Partner::Untold)], NOT_MET),
        (Category::Mutation, vec!["KRAS"], vec![copies("KRAS", CopyCall::HighAmplification)], MET),
        (Category::Mutation, vec!["KRAS"], mutated(), NOT_MET),
    ] {
        let said = format!("{category:?} {covered:?} {findings:?}");
        assert_eq!(state_of(&wild(category), &covered, findings), expected, "{said}");
    }
}

#[test]
fn a_gene_is_unaltered_in_the_ways_in_which_it_was_looked_at() {
    let of = |genes: &[&str]| genes.iter().map(|gene| (*gene).to_owned()).collect();
    let covered = CoveredSets { sequence: of(&["ALK"]), copies: of(&["ALK"]), fusions: of(&[]) };
    let patient = TrialPatient { covered: Covered::Genes(covered), ..TrialPatient::default() };
    let state =
        |asked: &AlterationAsked| Fixture::new().state(&Ask::Alteration(Box::new(asked.clone())), &patient);
    for (category, expected) in [
        (Category::Mutation, NOT_MET),
        (Category::CopyNumber, NOT_MET),
        (Category::MutationOrCopyNumber, NOT_MET),
        (Category::Structural, UNKNOWN),
        // An alteration of whatever kind may be the one that nobody looked for.
        (Category::Any, UNKNOWN),
    ] {
        assert_eq!(state(&asked("ALK", category)), expected, "{category:?}");
        let wild = AlterationAsked { wild_type: true, ..asked("ALK", category) };
        // Wild-type speaks of the sequence, unless it names another kind.
        let expected = if category == Category::Structural { UNKNOWN } else { MET };
        assert_eq!(state(&wild), expected, "wild {category:?}");
    }
}
