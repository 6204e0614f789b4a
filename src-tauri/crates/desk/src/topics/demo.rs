//! The demonstration store: three synthetic cases, made by the same acts that people do, under each member's own name.
//! The first is halfway through its review, the second asks whether a variant is inherited, the third lacks nothing but
//! signatures, so that each stage of the work can be tried at once.

use crate::acts::{
    AddMember, AddRecommendation, ChangeMember, ChangePassword, CreateStore, GiveCaseOpinion, GiveOpinion,
    JudgeFinding, OpenStore, PlanMeeting, RecordInstitution, RecordMilestone,
};
use crate::command::{Act, carry_out};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::form::OfCase;
use crate::view::{AdviceKind, AgendaForm, CaseView, DetailsForm, PlainForm, ReleasedFindingForm};
use chrono::{Days, NaiveDate};
use entaku_domain::ids::CaseId;
use entaku_domain::meeting_record::{AttendingPart, MeetingMode};
use entaku_domain::member::{InstitutionKind, Qualification, Role};
use entaku_domain::milestone::Milestone;
use entaku_domain::opinion::Stance;
use serde_json::Value;

mod cats;
mod lung;
mod ovary;
mod sarcoma;

/// Name of the folder of the demonstration store; by it the store is known as one.
pub(crate) const FOLDER: &str = "entaku-demo";

/// Published: nothing in the demonstration store is secret.
pub(crate) const PASSWORD: &str = "entaku-demo-2026";

/// 拠点病院, which holds panels of its own.
const KIND: InstitutionKind = InstitutionKind::Designated;

const INSTITUTION: &str = "円卓大学病院（デモ）";

pub(crate) struct DemoMember {
    pub(crate) name: &'static str,
    pub(crate) sign_in: &'static str,
    pub(crate) roles: &'static [Role],
    pub(crate) qualifications: &'static [Qualification],
    pub(crate) field: &'static str,
}

pub(crate) const CHAIR: DemoMember = DemoMember {
    name: "佐藤 恵",
    sign_in: "sato",
    roles: &[Role::Chair, Role::Administrator],
    qualifications: &[Qualification::A, Qualification::O],
    field: "腫瘍内科",
};

const MEMBERS: [DemoMember; 3] = [
    DemoMember {
        name: "鈴木 一郎",
        sign_in: "suzuki",
        roles: &[Role::Member],
        qualifications: &[Qualification::E],
        field: "病理診断科",
    },
    DemoMember {
        name: "高橋 葉子",
        sign_in: "takahashi",
        roles: &[Role::GeneticCounsellor, Role::Member],
        qualifications: &[Qualification::I, Qualification::U],
        field: "遺伝診療科",
    },
    DemoMember {
        name: "田中 健",
        sign_in: "tanaka",
        roles: &[Role::Coordinator],
        qualifications: &[],
        field: "",
    },
];

pub(crate) fn sign_in(desk: &mut Desk, dir: &std::path::Path, who: &str, password: &str) -> Outcome<()> {
    let open = OpenStore {
        dir: Some(dir.display().to_string()),
        sign_in: Some(who.to_owned()),
        password: password.to_owned(),
        code: None,
    };
    carry_out(desk, open).map(drop)
}

pub(crate) fn make(desk: &mut Desk, dir: &std::path::Path, password: &str) -> Outcome<()> {
    let create = CreateStore {
        dir: Some(dir.display().to_string()),
        institution: INSTITUTION.to_owned(),
        member: CHAIR.name.to_owned(),
        sign_in: Some(CHAIR.sign_in.to_owned()),
        password: password.to_owned(),
        roles: Some(CHAIR.roles.to_vec()),
        qualifications: Some(CHAIR.qualifications.to_vec()),
    };
    super::store::make_store(desk, create, true)?;
    let contact = given("がんゲノム医療センター 事務局（内線 0000）");
    carry_out(desk, RecordInstitution { institution: INSTITUTION.to_owned(), contact, target_days: None })?;
    let chair = ChangeMember {
        member_id: desk.session()?.member.id.to_string(),
        name: CHAIR.name.to_owned(),
        institution: given(INSTITUTION),
        institution_kind: Some(KIND),
        field: given(CHAIR.field),
        full_time: Some(true),
        roles: CHAIR.roles.to_vec(),
        qualifications: CHAIR.qualifications.to_vec(),
    };
    carry_out(desk, chair)?;
    // As at a hospital: the administrator tells a first password, and each chooses their own.
    let told = crate::desk::new_uuid(desk.environment.clock.now());
    for member in &MEMBERS {
        let form = AddMember {
            name: member.name.to_owned(),
            sign_in: given(member.sign_in),
            password: told.clone(),
            institution: given(INSTITUTION),
            institution_kind: Some(KIND),
            field: given(member.field),
            full_time: Some(true),
            roles: member.roles.to_vec(),
            qualifications: Some(member.qualifications.to_vec()),
        };
        carry_out(desk, form)?;
    }
    for member in &MEMBERS {
        sign_in(desk, dir, member.sign_in, &told)?;
        carry_out(desk, ChangePassword { old: told.clone(), new: password.to_owned() })?;
    }
    sign_in(desk, dir, CHAIR.sign_in, password)?;
    let today = crate::clock::day(desk.environment.clock.now());
    let mut cases = Vec::new();
    for demo in &CASES {
        let case = demo.receive(desk, today)?;
        (demo.prepare)(desk, &case)?;
        cases.push((demo, case));
    }
    for (who, opinions) in [
        ("suzuki", (|demo| demo.suzuki) as fn(&DemoCase) -> &'static [DemoOpinion]),
        ("takahashi", |demo| demo.takahashi),
    ] {
        sign_in(desk, dir, who, password)?;
        for (demo, case) in &cases {
            for opinion in opinions(demo) {
                act(desk, case, opinion_of(opinion))?;
            }
            if demo.agreed {
                act(desk, case, agreement())?;
            }
        }
    }
    sign_in(desk, dir, CHAIR.sign_in, password)?;
    for (demo, case) in &cases {
        (demo.review)(desk, case)?;
    }
    plan(desk, today, &cases)
}

/// One of the cases: what was received, what is known of the patient, and what people did with it.
struct DemoCase {
    file: &'static str,
    report: fn() -> Value,
    received_days_ago: u64,
    details: fn(NaiveDate) -> DetailsForm,
    /// What the chair records before the members give their opinions.
    prepare: fn(&mut Desk, &CaseId) -> Outcome<()>,
    suzuki: &'static [DemoOpinion],
    takahashi: &'static [DemoOpinion],
    /// Whether they agree with the draft as a whole, as it was prepared.
    agreed: bool,
    /// What the chair records of the panel's work after that.
    review: fn(&mut Desk, &CaseId) -> Outcome<()>,
}

const CASES: [DemoCase; 3] = [lung::CASE, ovary::CASE, sarcoma::CASE];

/// Finding, class, germline concern, comment.
type DemoOpinion = (&'static str, &'static str, bool, &'static str);

impl DemoCase {
    /// Loads the synthetic report.
    fn receive(&self, desk: &mut Desk, today: NaiveDate) -> Outcome<CaseId> {
        let bytes = serde_json::to_vec_pretty(&(self.report)()).map_err(crate::error::internal)?;
        let file = super::intake::Received::of(
            desk,
            self.file.to_owned(),
            bytes,
            &entaku_intake::Options::default(),
            &mut entaku_intake::References::none(),
        )?;
        let details = crate::convert::details_of(&(self.details)(today), today)?;
        let received = today.checked_sub_days(Days::new(self.received_days_ago)).unwrap_or(today);
        Ok(super::intake::begin(desk, file, &details, received)?.0)
    }
}

/// The meeting that comes, with the cases that wait for one.
fn plan(desk: &mut Desk, today: NaiveDate, cases: &[(&DemoCase, CaseId)]) -> Outcome<()> {
    let parts = [AttendingPart::Present, AttendingPart::InformationSupplied];
    let item = |((_, case), part): (&(&DemoCase, CaseId), AttendingPart)| AgendaForm {
        case_id: case.to_string(),
        budget_minutes: Some(12),
        attending: Some(part),
        own_sequencing: None,
    };
    let form = PlanMeeting {
        held_on: today.checked_add_days(Days::new(3)).unwrap_or(today).to_string(),
        mode: MeetingMode::RealTime,
        title: given("第12回 エキスパートパネル（デモ）"),
        venue: given("がんゲノム医療センター 会議室"),
        agenda: cases.iter().zip(parts).map(item).collect(),
    };
    carry_out(desk, form).map(drop)
}

fn opinion_of((finding, class, concern, comment): &DemoOpinion) -> GiveOpinion {
    GiveOpinion {
        finding_id: (*finding).to_owned(),
        scale: given("oncogenicity-2022"),
        class: given(class),
        germline_concern: Some(*concern),
        comment: given(comment),
        ..GiveOpinion::default()
    }
}

/// Agreement with the draft as a whole.
fn agreement() -> GiveCaseOpinion {
    GiveCaseOpinion {
        stance: Stance::Agree,
        actionable: Some(false),
        germline_concern: None,
        suggested: None,
        comment: None,
        on_behalf_of: None,
        case_id: String::new(),
        expected_version: 0,
    }
}

/// The synthetic report, as a file.
#[cfg(test)]
pub(crate) fn report_for_tests() -> Vec<u8> {
    serde_json::to_vec(&lung::report()).unwrap_or_default()
}

/// Does one act on the case as it stands.
fn act<C: Act + OfCase>(desk: &mut Desk, case: &CaseId, form: C) -> Outcome<C::Answer> {
    let version = desk.case(case)?.version;
    carry_out(desk, form.at(case.to_string(), version))
}

fn given(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A day before today: nothing in the demonstration lies in the future, whenever it is made.
fn ago(today: NaiveDate, days: u64) -> Option<String> {
    today.checked_sub_days(Days::new(days)).map(|day| day.to_string())
}

/// A verdict on one finding.
fn judged(finding: &str, scale: &str, class: &str, actionable: bool, rationale: &str) -> JudgeFinding {
    JudgeFinding {
        finding_ids: vec![finding.to_owned()],
        scale: given(scale),
        class: given(class),
        actionable: Some(actionable),
        rationale: given(rationale),
        ..JudgeFinding::default()
    }
}

/// Advice of this kind, with nothing said of it yet.
fn advice(kind: AdviceKind) -> AddRecommendation {
    AddRecommendation {
        kind,
        findings: None,
        drugs: None,
        route: None,
        evidence_scale: None,
        evidence_level: None,
        trial: None,
        rationale: None,
        evidence: None,
        further: None,
        text: None,
        approval: None,
        basket_study: None,
        site: None,
        needs: None,
        contraindications: None,
        proposed_by: None,
        case_id: String::new(),
        expected_version: 0,
    }
}

/// What happened outside the panel, each so many days ago.
fn milestones(desk: &mut Desk, case: &CaseId, all: &[(Milestone, u64)]) -> Outcome<()> {
    let today = crate::clock::day(desk.environment.clock.now());
    for (milestone, days) in all {
        let mark = RecordMilestone {
            milestone: *milestone,
            happened: None,
            on: ago(today, *days),
            remark: None,
            case_id: String::new(),
            expected_version: 0,
        };
        act(desk, case, mark)?;
    }
    Ok(())
}

fn first_recommendation(view: &CaseView) -> Outcome<String> {
    let first = view.recommendations.first().map(|one| one.recommendation_id.clone());
    first.ok_or_else(|| crate::error::internal("the recommendation was not recorded"))
}

fn words(ja: &str, en: &str) -> PlainForm {
    PlainForm { ja: given(ja), en: given(en) }
}

/// What the patient is told of a finding.
fn told(finding: &str, words: PlainForm) -> ReleasedFindingForm {
    ReleasedFindingForm { finding_id: finding.to_owned(), words }
}
