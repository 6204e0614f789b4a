//! What is news for whom. The right answers come from what a panel member would have to hear, written down here.

use super::*;
use crate::evidence::matching::{Covered, Ground};
use crate::evidence::{Direction, Places};
use crate::finding::{Alteration, ShortVariant, TranscriptEffect};
use crate::gene::GeneSymbol;
use crate::hgvs::HgvsText;
use crate::statement::StatedLevel;

fn item(id: &str, profile: &str, level: &str) -> EvidenceItem {
    EvidenceItem {
        source: "CIViC".to_owned(),
        id: id.to_owned(),
        status: ReviewStatus::Accepted,
        direction: Direction::Sensitivity,
        supports: true,
        significance: "Sensitivity/Response".to_owned(),
        level: Some(StatedLevel { scale: "CIViC".to_owned(), level: level.to_owned() }),
        disease: EvidenceDisease { name: Some("Melanoma".to_owned()), ..EvidenceDisease::default() },
        profile: profile.to_owned(),
        therapies: vec!["Vemurafenib".to_owned()],
        interaction: None,
        references: Vec::new(),
        statement: String::new(),
        origin: None,
        rating: None,
        contested: false,
        updated: None,
        address: None,
        stated_beside: Vec::new(),
        fields: Vec::new(),
    }
}

fn submitted(item: EvidenceItem) -> EvidenceItem {
    EvidenceItem { status: ReviewStatus::Submitted, ..item }
}

fn short(gene: &str, protein: &str) -> Alteration {
    Alteration::ShortVariant(ShortVariant {
        chromosome: None,
        position: None,
        reference: None,
        alternate: None,
        vaf: None,
        depth: None,
        alternate_depth: None,
        against_reference: None,
        transcripts: vec![TranscriptEffect {
            gene: GeneSymbol::parse(gene).ok(),
            protein: HgvsText::parse(protein).ok(),
            ..TranscriptEffect::default()
        }],
    })
}

type Told = (String, usize, bool, String);

/// What a case with these findings hears: id, place of the finding, whether the row stands now, what changed.
fn told(older: &[EvidenceItem], newer: &[EvidenceItem], case: &[Alteration]) -> Vec<Told> {
    let names = GeneNames::default();
    let places = Places::default();
    let placed = |items: &[EvidenceItem]| items.iter().map(|item| (item.clone(), Vec::new())).collect();
    let news = News::between(placed(older), placed(newer), &names);
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let findings = CaseFindings::new(ground, case, &Covered::not_known());
    let heard = news.of(&findings, |_| DiseaseRelation::Unknown);
    let told = heard.into_iter().map(|one| {
        let changed: Vec<&str> = one.changed.iter().map(kind).collect();
        (one.item.id.clone(), one.finding, one.stands, changed.join("+"))
    });
    told.collect()
}

fn kind(changed: &Changed) -> &'static str {
    match changed {
        Changed::New => "new",
        Changed::Withdrawn => "withdrawn",
        Changed::Accepted => "accepted",
        Changed::NoLongerAccepted => "noLongerAccepted",
        Changed::LevelHigher(_) => "higher",
        Changed::LevelLower(_) => "lower",
        Changed::LevelOther(_) => "otherLevel",
        Changed::Direction(_) => "direction",
        Changed::Contested => "contested",
        Changed::NoLongerContested => "noLongerContested",
        Changed::Profile(_) => "profile",
        Changed::Disease(_) => "disease",
        Changed::Therapies(_) => "therapies",
    }
}

fn row(id: &str, finding: usize, stands: bool, changed: &str) -> Told {
    (id.to_owned(), finding, stands, changed.to_owned())
}

#[test]
fn only_the_findings_that_a_row_is_about_hear_of_it() {
    let case = [short("BRAF", "p.V600E"), short("KRAS", "p.G12C")];
    let older = [item("EID1", "BRAF V600E", "B"), item("EID2", "KRAS G12C", "C")];
    let newer = [
        item("EID1", "BRAF V600E", "A"),
        item("EID2", "KRAS G12C", "C"),
        item("EID3", "KRAS G12C", "D"),
        // Another change of the residue, and another gene, are nothing to this case.
        item("EID4", "KRAS G12D", "A"),
        item("EID5", "EGFR L858R", "A"),
    ];
    assert_eq!(told(&older, &newer, &case), [row("EID1", 0, true, "higher"), row("EID3", 1, true, "new")]);
    assert_eq!(told(&newer, &newer, &case), []);
}

#[test]
fn a_row_that_is_gone_is_told_where_it_stood() {
    let case = [short("BRAF", "p.V600E")];
    let older = [item("EID1", "BRAF V600E", "A")];
    assert_eq!(told(&older, &[], &case), [row("EID1", 0, false, "withdrawn")]);
    // Its profile now names another change: it stands there no more.
    assert_eq!(told(&older, &[item("EID1", "BRAF V600K", "A")], &case), [row("EID1", 0, false, "profile")]);
    // The other way round it has come.
    let before = [item("EID1", "BRAF V600K", "A")];
    assert_eq!(told(&before, &older, &case), [row("EID1", 0, true, "profile")]);
}

#[test]
fn what_nobody_reviewed_is_no_news_until_it_is() {
    let case = [short("BRAF", "p.V600E")];
    let sent = [submitted(item("EID1", "BRAF V600E", "A"))];
    let reviewed = [item("EID1", "BRAF V600E", "A")];
    assert_eq!(told(&[], &sent, &case), []);
    assert_eq!(told(&sent, &[], &case), []);
    assert_eq!(told(&sent, &[submitted(item("EID1", "BRAF V600E", "B"))], &case), []);
    assert_eq!(told(&sent, &reviewed, &case), [row("EID1", 0, true, "accepted")]);
    assert_eq!(told(&reviewed, &sent, &case), [row("EID1", 0, false, "noLongerAccepted")]);
}

#[test]
fn a_doubt_is_news_and_its_end_is_not() {
    let case = [short("BRAF", "p.V600E")];
    let sure = [item("EID1", "BRAF V600E", "A")];
    let doubted = [EvidenceItem { contested: true, ..item("EID1", "BRAF V600E", "A") }];
    assert_eq!(told(&sure, &doubted, &case), [row("EID1", 0, true, "contested")]);
    assert_eq!(told(&doubted, &sure, &case), []);
}

#[test]
fn each_change_of_a_row_is_another_standing() {
    let first = item("EID1", "BRAF V600E", "A");
    let others = [
        item("EID1", "BRAF V600E", "B"),
        item("EID1", "BRAF V600K", "A"),
        EvidenceItem { contested: true, ..first.clone() },
        EvidenceItem { supports: false, ..first.clone() },
        EvidenceItem { direction: Direction::Resistance, ..first.clone() },
        EvidenceItem { significance: "Resistance".to_owned(), ..first.clone() },
        EvidenceItem { therapies: vec!["Dabrafenib".to_owned()], ..first.clone() },
        EvidenceItem { disease: EvidenceDisease::default(), ..first.clone() },
    ];
    for other in &others {
        assert_ne!(other.standing(), first.standing());
    }
    assert_eq!(EvidenceItem { rating: Some(5), ..first.clone() }.standing(), first.standing());
}
