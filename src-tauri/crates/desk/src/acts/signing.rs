//! Signing a report, and which signatures a report of this site needs.

use super::report::{content_hash, letterhead};
use super::{case_id, fresh};
use crate::convert::{code_of, from_codes, label, moment, text};
use crate::desk::{Desk, Session};
use crate::error::{Outcome, Problem, internal, refusal_words};
use crate::permission::{Right, require};
use crate::view::{
    CaseView, GapView, NoArgs, RecordSigningRule, SignReport, SignatureView, SigningRuleChangeView,
    SigningRuleView,
};
use entaku_domain::case::{Case, Unsigned};
use entaku_domain::event::{CaseEvent, StoreEvent};
use entaku_domain::ids::{MemberId, Sha256Hex};
use entaku_domain::label::{Label, Language};
use entaku_domain::member::{Actor, Member};
use entaku_domain::office::PrintedChange;
use entaku_domain::refusal::Refusal;
use entaku_domain::report::{Letterhead, ReportContent, ReportState, compose, signed_form};
use entaku_domain::signing::{Capacity, Signature, SigningRule};
use entaku_domain::words::{Worded, word};
use entaku_knowledge::Knowledge;

/// How the signatures under the open report stand.
#[derive(Default)]
pub(crate) struct Signing {
    /// One row for each capacity; none where the report is finalised.
    pub(crate) rows: Vec<SignatureView>,
    /// What keeps it from being finalised.
    pub(crate) gap: Option<GapView>,
}

/// SHA-256 of what a signature covers.
fn signed_hash(content: &ReportContent) -> Outcome<Sha256Hex> {
    Sha256Hex::parse(&content_hash(&signed_form(content))?).map_err(internal)
}

/// The content of the next report, with the signatures that hold for exactly this content.
pub(crate) fn composed(case: &Case, letterhead: &Letterhead, state: ReportState) -> Outcome<ReportContent> {
    let mut content = compose(case, letterhead, state);
    if !content.signatures.is_empty() {
        let now = signed_hash(&content)?;
        content.signatures.retain(|signature| signature.content_hash == now);
    }
    Ok(content)
}

/// What would be signed now.
fn present(case: &Case, letterhead: &Letterhead) -> Outcome<Sha256Hex> {
    let state = ReportState::Draft { status: case.status(), undecided: Vec::new() };
    signed_hash(&compose(case, letterhead, state))
}

/// Which signatures are missing or void; the finalisation is refused with it.
pub(crate) fn refuse_unsigned(desk: &Desk, case: &Case) -> Outcome<()> {
    let session = desk.session()?;
    let rule = session.office.signing_rule();
    if rule.required.is_empty() {
        return Ok(());
    }
    let lacking = case.unsigned(&rule, &present(case, &letterhead(session, &desk.knowledge)?)?);
    if lacking.is_empty() { Ok(()) } else { Err(Refusal::Unsigned(lacking).into()) }
}

/// How the signatures of a case stand, for one member's screen.
pub(crate) fn signing(session: &Session, knowledge: &Knowledge, case: &Case) -> Outcome<Signing> {
    if !case.is_open() || case.version == 0 {
        return Ok(Signing::default());
    }
    let rule = session.office.signing_rule();
    // Nothing is composed for a case that nobody has signed.
    let now = if case.signatures.is_empty() {
        None
    } else {
        Some(present(case, &letterhead(session, knowledge)?)?)
    };
    let rows = Capacity::ALL.map(|capacity| row(session, case, capacity, &rule, now.as_ref())).into();
    let lacking = match &now {
        Some(now) => case.unsigned(&rule, now),
        None => rule.required.iter().copied().map(Unsigned::Missing).collect(),
    };
    let gap = (!lacking.is_empty()).then(|| GapView {
        code: "unsigned".to_owned(),
        message: label(&refusal_words(&Refusal::Unsigned(lacking))),
        findings: Vec::new(),
        passages: Vec::new(),
    });
    Ok(Signing { rows, gap })
}

fn row(
    session: &Session,
    case: &Case,
    capacity: Capacity,
    rule: &SigningRule,
    now: Option<&Sha256Hex>,
) -> SignatureView {
    let given = case.signature(capacity);
    let stands = given.is_some_and(|given| given.voided.is_none() && Some(&given.content_hash) == now);
    let why = given.filter(|_| !stands).map(|given| label(&why_void(session, given)));
    SignatureView {
        capacity: code_of(&capacity),
        required: rule.required.contains(&capacity),
        state: if stands { "standing" } else { given.map_or("missing", |_| "void") }.to_owned(),
        by: given.map(|given| given.by.name.to_string()),
        role: given.map(|given| code_of(&given.by.role)),
        at: given.map(|given| moment(given.at)),
        content_hash: given.map(|given| given.content_hash.to_string()),
        why,
        mine: require(&session.member, right_to(capacity)).is_ok(),
    }
}

/// Which change it was, by whom and when: an event of the case, or one of what surrounds every report of this store.
fn why_void(session: &Session, given: &Signature) -> Label {
    let said = |kind: &str, by: &Actor, at| {
        let (what, at) = (word(&format!("changed.{kind}")), moment(at));
        Label {
            ja: format!("{}（{}、{at}）", what.ja, by.name),
            en: format!("{} ({}, {at})", what.en, by.name),
        }
    };
    if let Some(voided) = &given.voided {
        return said(voided.kind, &voided.by, voided.at);
    }
    let changes = &session.office.printed_changes;
    let after = |change: &&PrintedChange| change.at > given.at;
    // Two acts of one moment: the later one stands last.
    let at_once = || changes.iter().rev().find(|change| change.at == given.at);
    match changes.iter().find(after).or_else(at_once) {
        Some(change) => said(change.kind, &change.by, change.at),
        None => word("changed.program").to_label(),
    }
}

/// Who may sign: whoever prepares cases wrote it, who may give an opinion can have read it, the chair answers for it.
fn right_to(capacity: Capacity) -> Right {
    match capacity {
        Capacity::Author => Right::Prepare,
        Capacity::Reviewer => Right::Opine,
        Capacity::Chair => Right::Preside,
    }
}

pub(crate) fn sign_report(desk: &mut Desk, args: SignReport) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let mut capacities: Vec<Capacity> = from_codes("capacities", Some(&args.capacities))?;
    capacities.sort();
    capacities.dedup();
    if capacities.is_empty() {
        return Err(Problem::field(
            "capacities",
            "署名する立場（作成者・確認者・責任者）を1つ以上選んでください。",
            "Choose at least one capacity to sign in (author, reviewer, chair).",
        ));
    }
    let case = desk.case(&id)?.clone();
    if case.version != args.expected_version {
        return Err(crate::desk::stale());
    }
    // What cannot be signed is told before anybody types a password in vain.
    if let Some(gap) = case.finalisation_gaps().into_iter().next() {
        return Err(gap.into());
    }
    super::readings::refuse_pending(desk, &id)?;
    let signer = signer(desk, args.sign_in.as_deref(), &args.password)?;
    let session = desk.session()?;
    let content_hash = present(&case, &letterhead(session, &desk.knowledge)?)?;
    if session.office.signing_rule().distinct {
        one_each(&case, &signer, &capacities)?;
    }
    let mut acts = Vec::with_capacity(capacities.len());
    for capacity in capacities {
        let role = require(&signer, right_to(capacity))?;
        let by = Actor { member: signer.id.clone(), name: signer.name.clone(), role, on_behalf_of: None };
        acts.push((CaseEvent::ReportSigned { capacity, content_hash: content_hash.clone() }, by));
    }
    desk.transact_as(&id, args.expected_version, acts)?;
    fresh(desk, &id)
}

/// Where the site asks for different people, nobody signs a second time.
fn one_each(case: &Case, signer: &Member, capacities: &[Capacity]) -> Outcome<()> {
    let other = case
        .standing_signatures()
        .into_iter()
        .filter(|given| given.by.member == signer.id)
        .map(|given| given.capacity)
        .chain(capacities.iter().copied())
        .collect::<std::collections::BTreeSet<_>>();
    if other.len() < 2 {
        return Ok(());
    }
    Err(Problem::field(
        "capacities",
        "この施設の規則では、1人が署名できる立場は1つです。ほかの立場は別の構成員が署名してください。",
        "This site's rule lets a person sign in one capacity only; another member signs in the others.",
    ))
}

/// The member whose password was entered: who is signed in, or somebody else at the same machine. Nobody is signed in or
/// out by it, and the password goes no further.
fn signer(desk: &Desk, name: Option<&str>, password: &str) -> Outcome<Member> {
    let session = desk.session()?;
    let who = name.map(str::trim).filter(|name| !name.is_empty());
    let owner = session.store.check_password(who.unwrap_or(session.member.id.as_str()), password)?;
    let id = MemberId::parse(&owner.member_id).map_err(internal)?;
    let member = session.office.member(&id).cloned();
    member.ok_or_else(|| Problem::not_found("構成員", "member", &owner.sign_in))
}

pub(crate) fn signing_rule(desk: &mut Desk, _: NoArgs) -> Outcome<SigningRuleView> {
    let office = &desk.session()?.office;
    let codes = |rule: &SigningRule| rule.required.iter().map(code_of).collect();
    let rule = office.signing_rule();
    let history = office.signing.iter().rev().map(|recorded| SigningRuleChangeView {
        required: codes(&recorded.rule),
        distinct: recorded.rule.distinct,
        by: recorded.by.name.to_string(),
        role: code_of(&recorded.by.role),
        at: moment(recorded.at),
        reason: recorded.reason.to_string(),
    });
    Ok(SigningRuleView { required: codes(&rule), distinct: rule.distinct, history: history.collect() })
}

pub(crate) fn record_signing_rule(desk: &mut Desk, args: RecordSigningRule) -> Outcome<SigningRuleView> {
    let reason = text("reason", &args.reason)?;
    let mut required: Vec<Capacity> = from_codes("required", Some(&args.required))?;
    required.sort();
    required.dedup();
    let rule = SigningRule { required, distinct: args.distinct.unwrap_or(false) };
    if rule == desk.session()?.office.signing_rule() {
        return Err(Problem::field("required", "変更がありません。", "Nothing is changed."));
    }
    desk.transact_store(StoreEvent::SigningRecorded { rule, reason })?;
    signing_rule(desk, NoArgs {})
}

/// What a site's rule lacks, in words: who signs what next.
pub(crate) fn unsigned_words(lacking: &[Unsigned]) -> Label {
    let joined = |language: Language, between: &str| {
        let one = |one: &Unsigned| match (one, language) {
            (Unsigned::Missing(capacity), _) => capacity.label().get(language).to_owned(),
            (Unsigned::Void(given), Language::Ja) => {
                format!("{}（{}の署名は内容の変更により無効）", given.capacity.label().ja, given.by.name)
            }
            (Unsigned::Void(given), Language::En) => {
                format!(
                    "{} ({}'s signature is void, the content changed)",
                    given.capacity.label().en,
                    given.by.name
                )
            }
            (Unsigned::SamePerson(first, second), Language::Ja) => {
                format!("{}（{}と同じ方は署名できません）", second.label().ja, first.label().ja)
            }
            (Unsigned::SamePerson(first, second), Language::En) => {
                format!("{} (must be another person than the {})", second.label().en, first.label().en)
            }
        };
        lacking.iter().map(one).collect::<Vec<_>>().join(between)
    };
    Label {
        ja: format!("署名が必要です: {}", joined(Language::Ja, "、")),
        en: format!("To be signed: {}", joined(Language::En, ", ")),
    }
}
