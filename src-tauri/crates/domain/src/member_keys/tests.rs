use super::*;
use crate::ids::{EventId, StoreId};
use crate::member::Member;
use crate::text::Text;
use chrono::DateTime;

const FOUNDER: u8 = 1;
const VIEWER: u8 = 2;

fn id(number: u8) -> MemberId {
    MemberId::parse(&format!("0198c5b2-7f00-7000-8000-0000000000{number:02x}")).unwrap()
}

fn keys(number: u8) -> PublicKeys {
    PublicKeys { signing: PublicKey::new([number; 32]), sealing: PublicKey::new([number; 32]) }
}

fn member(number: u8, roles: &[Role]) -> Member {
    Member {
        id: id(number),
        name: Text::new("円卓 花子").unwrap(),
        sign_in: Text::new("hanako").unwrap(),
        institution: None,
        roles: roles.to_vec(),
        qualifications: Vec::new(),
        institution_kind: None,
        field: None,
        full_time: None,
    }
}

fn happen(holders: &mut Keyholders, actor: u8, role: Role, what: StoreEvent) {
    let actor = Actor { member: id(actor), name: Text::new("誰か").unwrap(), role, on_behalf_of: None };
    holders.apply(&Event {
        id: EventId::parse("0198c5b2-7f00-7000-8000-00000000ffff").unwrap(),
        version: 1,
        at: DateTime::parse_from_rfc3339("2026-11-30T10:00:00+09:00").unwrap(),
        actor,
        body: EventBody::Store { what },
    });
}

/// A founder who is administrator and chair, and a viewer with a first password.
fn store() -> Keyholders {
    let mut holders = Keyholders::default();
    let first = FirstKeys { member: id(FOUNDER), keys: keys(11), recovery: keys(99) };
    let store = StoreId::parse("0198c5b2-7f00-7000-8000-000000000aaa").unwrap();
    let institution = Text::new("円卓大学病院").unwrap();
    let created = StoreEvent::Created { store, institution, keys: Some(Box::new(first)) };
    assert_eq!(
        holders.expected(&id(FOUNDER), Role::Chair, Some(&created)),
        Ok(Expected::Key(keys(11).signing))
    );
    happen(&mut holders, FOUNDER, Role::Chair, created);
    let own =
        StoreEvent::MemberAdded { member: member(FOUNDER, &[Role::Chair, Role::Administrator]), keys: None };
    assert!(holders.expected(&id(FOUNDER), Role::Chair, Some(&own)).is_ok(), "the first member adds oneself");
    happen(&mut holders, FOUNDER, Role::Chair, own);
    let added = StoreEvent::MemberAdded { member: member(VIEWER, &[Role::Viewer]), keys: Some(keys(20)) };
    happen(&mut holders, FOUNDER, Role::Administrator, added);
    holders
}

#[test]
fn each_speaks_with_the_key_vouched_for_by_the_one_before() {
    let mut holders = store();
    assert_eq!(holders.expected(&id(FOUNDER), Role::Chair, None), Ok(Expected::Key(keys(11).signing)));
    let taken = StoreEvent::KeysTaken { id: id(VIEWER), keys: keys(21), edition: 2 };
    assert_eq!(
        holders.expected(&id(VIEWER), Role::Viewer, Some(&taken)),
        Ok(Expected::Key(keys(20).signing)),
        "own keys are vouched for by those that the administrator gave"
    );
    assert_eq!(holders.expected(&id(VIEWER), Role::Viewer, None), Err(NotTheirs::FirstPassword));
    happen(&mut holders, VIEWER, Role::Viewer, taken);
    assert_eq!(holders.expected(&id(VIEWER), Role::Viewer, None), Ok(Expected::Key(keys(21).signing)));
    assert_eq!(holders.holder(&id(VIEWER)).map(|holder| (holder.edition, holder.confirmed)), Some((2, true)));
}

#[test]
fn nobody_acts_in_a_role_that_is_not_theirs_or_gives_keys_to_others() {
    let mut holders = store();
    happen(
        &mut holders,
        VIEWER,
        Role::Viewer,
        StoreEvent::KeysTaken { id: id(VIEWER), keys: keys(21), edition: 2 },
    );
    assert_eq!(holders.expected(&id(VIEWER), Role::Chair, None), Err(NotTheirs::Role));
    let crown = StoreEvent::MemberChanged { member: member(VIEWER, &[Role::Viewer, Role::Chair]) };
    assert_eq!(
        holders.expected(&id(VIEWER), Role::Viewer, Some(&crown)),
        Err(NotTheirs::Role),
        "only an administrator makes a chair"
    );
    let others = StoreEvent::KeysTaken { id: id(FOUNDER), keys: keys(66), edition: 2 };
    let locked_out = StoreEvent::PasswordChanged { id: id(FOUNDER), edition: Some(u32::MAX) };
    let store = StoreId::parse("0198c5b2-7f00-7000-8000-000000000aaa").unwrap();
    let first = FirstKeys { member: id(VIEWER), keys: keys(21), recovery: keys(21) };
    let anew = StoreEvent::Created {
        store,
        institution: Text::new("円卓大学病院").unwrap(),
        keys: Some(Box::new(first)),
    };
    for what in [others, locked_out, anew] {
        let kind = what.kind();
        assert_eq!(
            holders.expected(&id(VIEWER), Role::Viewer, Some(&what)),
            Err(NotTheirs::OthersKeys),
            "{kind}"
        );
    }
    assert_eq!(holders.expected(&id(7), Role::Chair, None), Err(NotTheirs::NoKeys));
    happen(&mut holders, FOUNDER, Role::Administrator, StoreEvent::MemberRemoved { id: id(VIEWER) });
    assert_eq!(
        holders.expected(&id(VIEWER), Role::Viewer, None),
        Err(NotTheirs::NoKeys),
        "who left says nothing more"
    );
}

#[test]
fn the_recovery_code_speaks_once_and_as_nobody() {
    let mut holders = store();
    let recovered = |code: u8| StoreEvent::AccessRecovered {
        id: id(FOUNDER),
        keys: keys(12),
        edition: 2,
        recovery: keys(code),
    };
    let spoken = recovered(98);
    assert_eq!(
        holders.expected(&Actor::recovery_code(), Role::Administrator, Some(&spoken)),
        Ok(Expected::Key(keys(99).signing))
    );
    assert_eq!(
        holders.expected(&id(VIEWER), Role::Viewer, Some(&spoken)),
        Err(NotTheirs::OthersKeys),
        "a member cannot act as the code"
    );
    happen(&mut holders, 0, Role::Administrator, spoken);
    assert_eq!(
        holders.expected(&Actor::recovery_code(), Role::Administrator, Some(&recovered(97))),
        Ok(Expected::Key(keys(98).signing)),
        "the former code signs nothing more"
    );
    assert_eq!(holders.expected(&id(FOUNDER), Role::Chair, None), Ok(Expected::Key(keys(12).signing)));
}

#[test]
fn a_store_from_before_keys_is_signed_from_the_first_keys_on() {
    let mut holders = Keyholders::default();
    for number in [FOUNDER, VIEWER] {
        let added = StoreEvent::MemberAdded { member: member(number, &[Role::Member]), keys: None };
        happen(&mut holders, FOUNDER, Role::Administrator, added);
    }
    assert_eq!(holders.expected(&id(FOUNDER), Role::Member, None), Ok(Expected::Unsigned));
    let taken = StoreEvent::KeysTaken { id: id(FOUNDER), keys: keys(11), edition: 1 };
    assert_eq!(
        holders.expected(&id(FOUNDER), Role::Member, Some(&taken)),
        Ok(Expected::Key(keys(11).signing))
    );
    happen(&mut holders, FOUNDER, Role::Member, taken);
    assert_eq!(holders.expected(&id(FOUNDER), Role::Member, None), Ok(Expected::Key(keys(11).signing)));
    assert_eq!(
        holders.expected(&id(VIEWER), Role::Member, None),
        Err(NotTheirs::NoKeys),
        "nobody records unsigned any more"
    );
}

#[test]
fn a_key_is_written_in_hexadecimal_and_read_back() {
    let key = PublicKey::new(std::array::from_fn(|at| u8::try_from(at * 7).unwrap()));
    let text = String::from(key);
    assert!(text.starts_with("00070e15"), "{text}");
    assert_eq!(PublicKey::try_from(text), Ok(key));
    for wrong in ["", "00", &"g".repeat(64), &"0".repeat(63), &"あ".repeat(64)] {
        assert!(PublicKey::try_from(wrong.to_owned()).is_err(), "{wrong}");
    }
}

#[test]
fn each_way_by_which_the_stores_key_got_out_asks_for_another_one() {
    let mut holders = store();
    assert_eq!(holders.generation(), 1);
    happen(&mut holders, FOUNDER, Role::Administrator, StoreEvent::MemberRemoved { id: id(9) });
    assert_eq!(holders.generation(), 1, "who never was there takes nothing along");
    happen(&mut holders, FOUNDER, Role::Administrator, StoreEvent::MemberRemoved { id: id(VIEWER) });
    assert_eq!(holders.generation(), 2);
    let what = Text::new("ノートパソコンを紛失").unwrap();
    let lost = StoreEvent::LossReported { what };
    assert_eq!(holders.expected(&id(FOUNDER), Role::Chair, Some(&lost)), Err(NotTheirs::Role));
    happen(&mut holders, FOUNDER, Role::Administrator, lost);
    assert_eq!(holders.generation(), 3);
    let recovered =
        StoreEvent::AccessRecovered { id: id(FOUNDER), keys: keys(12), edition: 2, recovery: keys(98) };
    happen(&mut holders, FOUNDER, Role::Administrator, recovered);
    assert_eq!(holders.generation(), 4);
    assert_eq!(holders.without_keys().count(), 0);
}

/// As [`store`], with a second administrator and the viewer, both with keys of their own.
fn three() -> Keyholders {
    let mut holders = store();
    let other = member(3, &[Role::Administrator]);
    happen(
        &mut holders,
        FOUNDER,
        Role::Administrator,
        StoreEvent::MemberAdded { member: other, keys: Some(keys(30)) },
    );
    for (who, number) in [(3, 31), (VIEWER, 21)] {
        let taken = StoreEvent::KeysTaken { id: id(who), keys: keys(number), edition: 2 };
        happen(&mut holders, who, Role::Viewer, taken);
    }
    holders
}

#[test]
fn a_forgotten_password_is_given_anew_by_two() {
    let mut holders = three();
    let given = StoreEvent::AccessReset { id: id(VIEWER), keys: keys(22), edition: 3 };
    let confirmed = StoreEvent::ResetConfirmed { id: id(VIEWER), keys: keys(22) };
    let by = |holders: &Keyholders, who, role| holders.expected(&id(who), role, Some(&confirmed));
    assert_eq!(by(&holders, 3, Role::Administrator), Err(NotTheirs::Alone), "nothing stands to be confirmed");
    happen(&mut holders, FOUNDER, Role::Administrator, given);
    let held = |holders: &Keyholders| holders.holder(&id(VIEWER)).map(|holder| holder.keys);
    assert_eq!(held(&holders), Some(Some(keys(21))), "one alone changes nothing");
    assert_eq!(by(&holders, FOUNDER, Role::Administrator), Err(NotTheirs::Alone));
    assert_eq!(by(&holders, FOUNDER, Role::Chair), Err(NotTheirs::Alone), "in whatever role");
    assert_eq!(by(&holders, VIEWER, Role::Viewer), Err(NotTheirs::Alone));
    let other = StoreEvent::ResetConfirmed { id: id(VIEWER), keys: keys(23) };
    assert_eq!(holders.expected(&id(3), Role::Administrator, Some(&other)), Err(NotTheirs::Alone));
    assert_eq!(by(&holders, 3, Role::Administrator), Ok(Expected::Key(keys(31).signing)));
    happen(&mut holders, 3, Role::Administrator, confirmed);
    let holder = holders.holder(&id(VIEWER)).unwrap();
    assert_eq!((holder.keys, holder.edition, holder.confirmed), (Some(keys(22)), 3, false));
    assert_eq!(holders.expected(&id(VIEWER), Role::Viewer, None), Err(NotTheirs::FirstPassword));
}

#[test]
fn who_came_in_by_the_code_waits_where_somebody_can_confirm_it() {
    let mut holders = three();
    let recovered =
        StoreEvent::AccessRecovered { id: id(FOUNDER), keys: keys(12), edition: 2, recovery: keys(98) };
    happen(&mut holders, FOUNDER, Role::Administrator, recovered.clone());
    assert!(holders.waits_for_confirmation(&id(FOUNDER)));
    let confirmed = StoreEvent::RecoveryConfirmed { id: id(FOUNDER) };
    let by = |who, role| holders.expected(&id(who), role, Some(&confirmed));
    assert_eq!(by(FOUNDER, Role::Administrator), Err(NotTheirs::Alone));
    assert_eq!(by(3, Role::Viewer), Err(NotTheirs::Role));
    assert_eq!(by(VIEWER, Role::Viewer), Err(NotTheirs::Alone));
    assert_eq!(by(3, Role::Administrator), Ok(Expected::Key(keys(31).signing)));
    happen(&mut holders, 3, Role::Administrator, confirmed);
    assert!(!holders.waits_for_confirmation(&id(FOUNDER)));

    let mut alone = store();
    happen(&mut alone, FOUNDER, Role::Administrator, recovered);
    assert!(!alone.waits_for_confirmation(&id(FOUNDER)), "nobody else could");
}

#[test]
fn a_second_factor_is_ones_own() {
    let mut holders = three();
    let set = StoreEvent::SecondFactorSet {
        id: id(VIEWER),
        secret: Some(Sha256Hex::parse(&"7a".repeat(32)).unwrap()),
    };
    assert_eq!(holders.expected(&id(FOUNDER), Role::Administrator, Some(&set)), Err(NotTheirs::OthersKeys));
    assert!(holders.expected(&id(VIEWER), Role::Viewer, Some(&set)).is_ok());
    happen(&mut holders, VIEWER, Role::Viewer, set);
    assert!(holders.holder(&id(VIEWER)).unwrap().second_factor.is_some());
}

#[test]
fn what_needs_two_is_not_recorded_by_one() {
    use crate::four_eyes::Proposed;
    let mut holders = store();
    let taken = StoreEvent::KeysTaken { id: id(VIEWER), keys: keys(21), edition: 2 };
    happen(&mut holders, VIEWER, Role::Viewer, taken);
    let roles = |former: &[Role], roles: &[Role]| {
        Box::new(Proposed::Roles {
            member: id(VIEWER),
            name: Text::new("阿部").unwrap(),
            former: former.to_vec(),
            roles: roles.to_vec(),
        })
    };
    let change = roles(&[Role::Viewer], &[Role::Chair]);
    let alone = StoreEvent::ChangeProposed { change: change.clone(), alone: true };
    assert!(holders.expected(&id(FOUNDER), Role::Administrator, Some(&alone)).is_ok(), "nobody else answers");
    assert_eq!(
        holders.expected(&id(FOUNDER), Role::Chair, Some(&alone)),
        Err(NotTheirs::Role),
        "roles are an administrator's to propose"
    );
    happen(&mut holders, FOUNDER, Role::Administrator, alone.clone());
    assert!(holders.expected(&id(VIEWER), Role::Chair, None).is_ok(), "the roles hold");
    assert_eq!(
        holders.expected(&id(FOUNDER), Role::Administrator, Some(&alone)),
        Err(NotTheirs::Alone),
        "now there is another who could confirm"
    );
    let change = roles(&[Role::Chair], &[Role::Chair, Role::Administrator]);
    let proposed = StoreEvent::ChangeProposed { change: change.clone(), alone: false };
    assert!(holders.expected(&id(FOUNDER), Role::Administrator, Some(&proposed)).is_ok());
    happen(&mut holders, FOUNDER, Role::Administrator, proposed);
    let proposal = EventId::parse("0198c5b2-7f00-7000-8000-00000000ffff").unwrap();
    let confirmed = StoreEvent::ProposalConfirmed { proposal: proposal.clone(), change: change.clone() };
    assert_eq!(
        holders.expected(&id(FOUNDER), Role::Administrator, Some(&confirmed)),
        Err(NotTheirs::Alone),
        "nobody confirms oneself"
    );
    let other =
        StoreEvent::ProposalConfirmed { proposal, change: roles(&[Role::Chair], &[Role::Administrator]) };
    assert_eq!(
        holders.expected(&id(VIEWER), Role::Chair, Some(&other)),
        Err(NotTheirs::Alone),
        "other words"
    );
    let unknown = EventId::parse("0198c5b2-7f00-7000-8000-0000000000ff").unwrap();
    let unknown = StoreEvent::ProposalConfirmed { proposal: unknown, change };
    assert_eq!(
        holders.expected(&id(VIEWER), Role::Chair, Some(&unknown)),
        Err(NotTheirs::Alone),
        "no proposal"
    );
    assert!(holders.expected(&id(VIEWER), Role::Chair, Some(&confirmed)).is_ok());
    happen(&mut holders, VIEWER, Role::Chair, confirmed);
    assert!(holders.expected(&id(VIEWER), Role::Administrator, None).is_ok());
}
