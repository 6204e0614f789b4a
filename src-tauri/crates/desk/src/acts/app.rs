//! Before and around the work: what program this is, language, knowledge, rest, verification.

use crate::convert::{code_of, from_code, head_said, knowledge_view, session_view, text};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::view::{AppInfo, ConfirmJournal, KnowledgeView, NoArgs, SetLanguage, VerifyStore, VerifyView};
use entaku_domain::event::StoreEvent;
use entaku_store::Store;

pub(crate) fn app_info(desk: &mut Desk, _: NoArgs) -> Outcome<AppInfo> {
    let dir = &desk.environment.store_dir;
    let owners = Store::sign_in_names(dir).ok();
    Ok(AppInfo {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        store_dir: dir.display().to_string(),
        store_exists: owners.is_some(),
        sign_in_names: owners.unwrap_or_default().into_iter().map(|owner| owner.sign_in).collect(),
        language: code_of(&desk.language),
        session: desk.session.as_ref().map(session_view),
    })
}

pub(crate) fn sign_out(desk: &mut Desk, args: NoArgs) -> Outcome<AppInfo> {
    desk.stand_up()?;
    app_info(desk, args)
}

pub(crate) fn set_language(desk: &mut Desk, args: SetLanguage) -> Outcome<AppInfo> {
    desk.language = from_code("language", &args.language)?;
    app_info(desk, NoArgs {})
}

pub(crate) fn knowledge(desk: &mut Desk, _: NoArgs) -> Outcome<KnowledgeView> {
    Ok(knowledge_view(&desk.knowledge))
}

/// Called when nobody has done anything for a while: the moment for what would make people wait.
pub(crate) fn rest(desk: &mut Desk, _: NoArgs) -> Outcome<()> {
    if let Some(session) = &mut desk.session {
        session.store.checkpoint()?;
    }
    Ok(())
}

/// An administrator accepts the journal as it stands, for a reason that is recorded in it. Only then can be written again.
pub(crate) fn confirm_journal(desk: &mut Desk, args: ConfirmJournal) -> Outcome<VerifyView> {
    let reason = text("reason", &args.reason)?;
    let found = text("found", &desk.session()?.store.head_state().to_string())?;
    desk.session_mut()?.store.confirm_head()?;
    desk.note_store(StoreEvent::JournalConfirmed { found, reason })?;
    verify_store(desk, VerifyStore { deep: Some(true) })
}

pub(crate) fn verify_store(desk: &mut Desk, args: VerifyStore) -> Outcome<VerifyView> {
    let store = &desk.session()?.store;
    let found = if args.deep.unwrap_or(false) { store.verify_deep()? } else { store.verify()? };
    let mut findings = Vec::new();
    if let Some(bad) = &found.first_bad {
        findings.push(format!("{}: {}", bad.seq, bad.what));
    }
    if !found.head.is_sound() {
        findings.push(head_said(&found.head, desk.language));
    }
    findings.extend(found.faults);
    Ok(VerifyView {
        ok: found.ok,
        events: found.events,
        first_bad: found.first_bad.map(|bad| bad.seq),
        journal_in_doubt: !found.head.allows_append(),
        findings,
    })
}
