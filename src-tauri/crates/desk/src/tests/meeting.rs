//! A meeting of five cases and eight members, done through commands alone.

use super::{Folder, done, enrol, folder_and, refused};
use crate::{Clock, Desk};
use chrono::{DateTime, FixedOffset, TimeDelta};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

const PASSWORD: &str = "long enough for a test";

/// A clock that the test moves on.
pub(super) struct Ticking(pub(super) Arc<AtomicI64>);

impl Clock for Ticking {
    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-22T14:00:00+09:00").unwrap()
            + TimeDelta::seconds(self.0.load(Ordering::Relaxed))
    }
}

/// A store with eight members and five cases, and whoever types at the meeting.
struct Room {
    desk: Desk,
    _folder: Folder,
    seconds: Arc<AtomicI64>,
    members: Vec<Value>,
    cases: Vec<Value>,
    meeting: Value,
}

const MEMBERS: [(&str, &str, &[&str]); 7] = [
    ("鈴木", "member", &["エ"]),
    ("高橋", "member", &["イ"]),
    ("井上", "geneticCounsellor", &["ウ"]),
    ("加藤", "member", &["オ"]),
    ("伊藤", "member", &["ア"]),
    ("森", "member", &["カ"]),
    ("田中", "coordinator", &[]),
];

impl Room {
    fn new() -> Self {
        let seconds = Arc::new(AtomicI64::new(0));
        let (mut desk, folder) = folder_and(Arc::new(Ticking(Arc::clone(&seconds))));
        done(
            &mut desk,
            "create_store",
            json!({ "institution": "円卓大学病院", "member": "佐藤", "password": PASSWORD, "qualifications": ["ア"] }),
        );
        for (name, role, keys) in MEMBERS {
            enrol(
                &mut desk,
                json!({ "name": name, "password": PASSWORD, "roles": [role], "qualifications": keys }),
            );
        }
        let mut report = crate::topics::demo::report_for_tests();
        let mut cases = Vec::new();
        for number in 0..5 {
            // White space keeps the content and makes another file of it.
            report.push(b'\n');
            let file = folder.0.join(format!("report-{number}.json"));
            std::fs::write(&file, &report).unwrap();
            cases.push(done(&mut desk, "intake", json!({ "paths": [file] }))["case"].take());
        }
        let members = done(&mut desk, "members", json!({})).as_array().unwrap().clone();
        assert_eq!((members.len(), cases.len()), (8, 5));
        Self { desk, _folder: folder, seconds, members, cases, meeting: Value::Null }
    }

    fn id(&self, name: &str) -> Value {
        self.members.iter().find(|member| member["name"] == name).unwrap()["memberId"].clone()
    }

    fn case(&self, number: usize) -> Value {
        self.cases[number]["caseId"].clone()
    }

    fn plan(&mut self, day: &str) {
        let agenda: Vec<_> = (0..5)
            .map(|number| json!({ "caseId": self.case(number), "budgetMinutes": 5, "attending": "informationSupplied" }))
            .collect();
        let args = json!({ "heldOn": day, "mode": "realTime", "title": "第12回", "venue": "第2会議室", "agenda": agenda });
        self.meeting = done(&mut self.desk, "plan_meeting", args);
    }

    fn args(&self, mut args: Value) -> Value {
        args["meetingId"] = self.meeting["meetingId"].clone();
        args["expectedVersion"] = self.meeting["version"].clone();
        args
    }

    fn act(&mut self, name: &str, args: Value) {
        let args = self.args(args);
        self.meeting = done(&mut self.desk, name, args);
    }

    fn refused(&mut self, name: &str, args: Value) -> String {
        let args = self.args(args);
        refused(&mut self.desk, name, args)
    }

    fn arrive(&mut self, names: &[&str]) {
        let people: Vec<_> = names.iter().map(|name| json!({ "memberId": self.id(name) })).collect();
        self.act("arrive", json!({ "people": people }));
    }

    fn leave(&mut self, name: &str) {
        let stays = self.meeting["presences"].as_array().unwrap();
        let stay = stays.iter().rfind(|stay| stay["person"]["name"] == name).unwrap()["presence"].clone();
        self.act("leave", json!({ "presences": [stay] }));
    }

    fn turn(&mut self, number: usize) {
        let case = self.case(number);
        self.act("turn_to_case", json!({ "caseId": case }));
    }

    fn minutes(&mut self, number: usize, words: &str) {
        let case = self.case(number);
        self.act("write_minutes", json!({ "caseId": case, "minutes": words }));
    }

    fn wait(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }

    fn close_case(&mut self, number: usize) -> Value {
        let case = self.read(number);
        let args = json!({
            "meetingId": self.meeting["meetingId"], "meetingVersion": self.meeting["version"],
            "caseId": case["caseId"], "expectedVersion": case["version"],
        });
        self.meeting = done(&mut self.desk, "close_case_at_meeting", args);
        self.item(number)
    }

    fn read(&mut self, number: usize) -> Value {
        let case = self.case(number);
        done(&mut self.desk, "open_case", json!({ "caseId": case }))
    }

    fn item(&self, number: usize) -> Value {
        self.meeting["agenda"][number].clone()
    }

    fn judge(&mut self, number: usize, finding: &str) {
        let case = self.read(number);
        let args = json!({
            "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": [finding],
            "scale": "oncogenicity-2022", "class": "oncogenic",
        });
        self.cases[number] = done(&mut self.desk, "judge_finding", args);
    }

    fn missing(&self) -> Vec<&str> {
        let lines = self.meeting["quorum"]["lines"].as_array().unwrap().iter();
        lines.filter(|line| line["met"] == false).map(|line| line["key"].as_str().unwrap()).collect()
    }
}

fn names(meeting: &Value) -> Vec<&str> {
    meeting["attendance"].as_array().unwrap().iter().map(|person| person["name"].as_str().unwrap()).collect()
}

#[test]
fn five_cases_and_eight_members_from_plan_to_the_record_of_each_case() {
    let mut room = Room::new();
    room.plan("2026-11-22");
    assert_eq!(room.meeting["state"], "planned");
    assert_eq!(room.meeting["quorum"]["met"], false, "nobody is there yet");

    room.arrive(&["佐藤", "鈴木", "高橋", "加藤", "田中"]);
    assert_eq!(room.missing(), ["ウ"], "what is missing is seen before the first case");
    room.turn(0);
    room.wait(120);
    room.arrive(&["井上"]);
    assert_eq!(room.meeting["quorum"]["met"], true, "the latecomer makes it quorate");
    room.judge(0, "F1");
    room.minutes(0, "EGFR変異の治療歴を確認。");
    room.wait(60);
    let first = room.close_case(0);
    assert_eq!((&first["quorumMet"], &first["recorded"]), (&json!(true), &json!("same")));
    assert_eq!(first["usedSeconds"], 180, "the time on the table is kept with the case");
    assert_eq!(first["case"]["left"], 10, "the verdict typed meanwhile is counted");
    assert_eq!(room.meeting["onTable"], Value::Null, "a case that is done leaves the table");

    room.turn(1);
    let doctor = json!({ "people": [{ "name": "主治医 山本", "institution": "円卓市民病院" }], "attendingFor": [room.case(1)] });
    room.act("arrive", doctor);
    assert_eq!(room.meeting["quorum"]["attending"]["names"], json!(["主治医 山本"]));
    room.judge(1, "F1");
    room.minutes(1, "主治医から経過の説明。");
    room.close_case(1);
    room.leave("主治医 山本");

    room.arrive(&["伊藤", "森"]);
    room.turn(2);
    room.judge(2, "F2");
    room.minutes(2, "継続検討。");
    room.close_case(2);

    room.turn(3);
    room.minutes(3, "高橋先生は途中退席。");
    room.wait(30);
    room.leave("高橋");
    assert_eq!(room.missing(), ["イ"], "who leaves takes the key along, at once");
    let fourth = room.close_case(3);
    assert_eq!(fourth["quorumMet"], false);
    assert_eq!(fourth["partly"], json!(["高橋"]), "who heard a part is named");

    room.arrive(&["高橋"]);
    room.turn(4);
    room.judge(4, "F1");
    room.close_case(4);
    room.act("close_meeting", json!({}));
    assert_eq!(room.meeting["state"], "closed");
    let met: Vec<_> = (0..5).map(|number| room.item(number)["quorumMet"].clone()).collect();
    assert_eq!(met, [json!(true), json!(true), json!(true), json!(false), json!(true)]);
    assert!(
        (0..5).all(|number| room.item(number)["recorded"] == "same"),
        "the end changes no record: {}",
        room.meeting
    );

    let expected: [(&[&str], Option<&str>); 5] = [
        (&["佐藤", "鈴木", "高橋", "加藤", "田中", "井上"], Some("EGFR変異の治療歴を確認。")),
        (&["佐藤", "鈴木", "高橋", "加藤", "田中", "井上", "主治医 山本"], Some("主治医から経過の説明。")),
        (&["佐藤", "鈴木", "高橋", "加藤", "田中", "井上", "伊藤", "森"], Some("継続検討。")),
        (&["佐藤", "鈴木", "加藤", "田中", "井上", "伊藤", "森"], Some("高橋先生は途中退席。")),
        (&["佐藤", "鈴木", "加藤", "田中", "井上", "伊藤", "森", "高橋"], None),
    ];
    for (number, (people, minutes)) in expected.into_iter().enumerate() {
        let meeting = room.read(number)["meeting"].clone();
        assert_eq!(names(&meeting), people, "case {}", number + 1);
        assert_eq!(meeting["minutes"].as_str(), minutes, "case {}", number + 1);
        assert_eq!(meeting["meetingId"], room.meeting["meetingId"]);
        assert_eq!(meeting["heldOn"], "2026-11-22");
    }
    let doctor = &room.read(1)["meeting"]["attendance"][6];
    assert_eq!((&doctor["role"], &doctor["memberId"]), (&json!("attendingPhysician"), &Value::Null));

    let list = done(&mut room.desk, "list_meetings", json!({}));
    assert_eq!(list[0]["meetingId"], room.meeting["meetingId"]);
    assert_eq!(
        (&list[0]["state"], &list[0]["cases"], &list[0]["budgetMinutes"]),
        (&json!("closed"), &json!(5), &json!(25))
    );
    let again = json!({ "meetingId": room.meeting["meetingId"] });
    assert_eq!(
        done(&mut room.desk, "open_meeting", again),
        room.meeting,
        "read from the journal it is the same"
    );
    assert_eq!(done(&mut room.desk, "verify_store", json!({ "deep": true }))["ok"], true);
    assert_eq!(room.refused("turn_to_case", json!({ "caseId": room.case(0) })), "refused", "it has ended");
}

#[test]
fn an_agenda_is_put_in_order_and_an_older_screen_is_refused() {
    let mut room = Room::new();
    room.plan("2026-11-29");
    let order: Vec<_> = [4, 0, 1].iter().map(|number| json!({ "caseId": room.case(*number) })).collect();
    let old = room.args(json!({ "agenda": order }));
    room.act("change_agenda", json!({ "agenda": order, "heldOn": "2026-11-22", "venue": "" }));
    let cases: Vec<_> =
        room.meeting["agenda"].as_array().unwrap().iter().map(|item| item["caseId"].clone()).collect();
    assert_eq!(cases, [room.case(4), room.case(0), room.case(1)]);
    assert_eq!(room.meeting["agenda"][0]["budgetMinutes"], 10, "what is usual, where nobody says");
    assert_eq!((&room.meeting["venue"], &room.meeting["title"]), (&Value::Null, &json!("第12回")));
    assert_eq!(refused(&mut room.desk, "change_agenda", old), "stale");
    assert_eq!(room.refused("change_agenda", json!({ "agenda": order[..0], "mode": "omitted" })), "invalid");
    let twice = json!([order[0], order[0]]);
    assert_eq!(room.refused("change_agenda", json!({ "agenda": twice })), "refused");
    let strange = json!([{ "caseId": "0198c5b2-7f00-7000-8000-000000000001" }]);
    assert_eq!(room.refused("change_agenda", json!({ "agenda": strange })), "not-found");
    assert_eq!(room.refused("change_agenda", json!({})), "invalid", "nothing is changed");
}

#[test]
fn a_case_is_closed_by_who_was_there_and_only_after_it_was_on_the_table() {
    let mut room = Room::new();
    room.plan("2026-11-22");
    room.arrive(&["佐藤"]);
    let case = room.read(0);
    let close = |room: &Room, version: &Value| {
        json!({
            "meetingId": room.meeting["meetingId"], "meetingVersion": room.meeting["version"],
            "caseId": case["caseId"], "expectedVersion": version,
        })
    };
    let early = close(&room, &case["version"]);
    assert_eq!(refused(&mut room.desk, "close_case_at_meeting", early), "refused");
    room.turn(0);
    let stale = close(&room, &json!(99));
    assert_eq!(refused(&mut room.desk, "close_case_at_meeting", stale), "stale");
    room.close_case(0);
    room.minutes(0, "あとから記入。");
    assert_eq!(room.item(0)["recorded"], "differs", "the record of the case lacks the minutes");
    assert_eq!(room.close_case(0)["recorded"], "same");
    assert_eq!(
        room.refused("arrive", json!({ "people": [{ "memberId": room.id("佐藤") }] })),
        "refused",
        "nobody arrives twice"
    );
}

#[test]
fn a_viewer_looks_on_and_changes_nothing() {
    let mut room = Room::new();
    room.plan("2026-11-22");
    enrol(&mut room.desk, json!({ "name": "見学", "password": PASSWORD, "roles": ["viewer"] }));
    done(&mut room.desk, "sign_out", json!({}));
    done(&mut room.desk, "open_store", json!({ "signIn": "見学", "password": PASSWORD }));
    let seen = done(&mut room.desk, "open_meeting", json!({ "meetingId": room.meeting["meetingId"] }));
    assert_eq!(seen["agenda"].as_array().unwrap().len(), 5);
    assert_eq!(room.refused("arrive", json!({ "people": [{ "name": "見学" }] })), "forbidden");
    assert_eq!(room.refused("turn_to_case", json!({ "caseId": room.case(0) })), "forbidden");
    assert_eq!(room.refused("close_meeting", json!({})), "forbidden");
}

#[test]
fn what_is_stated_of_a_case_moves_with_it_and_is_in_its_record() {
    let mut room = Room::new();
    room.plan("2026-11-22");
    let second = room.case(1);
    room.act(
        "state_circumstances",
        json!({ "caseId": second, "attending": "present", "paediatric": true, "reason": "前回の続き" }),
    );
    let turned: Vec<_> = [1, 0, 2, 3, 4]
        .map(|number| json!({ "caseId": room.case(number), "budgetMinutes": 5, "attending": "present" }))
        .into();
    room.act("change_agenda", json!({ "agenda": turned }));
    let first = room.item(0);
    assert_eq!((&first["caseId"], &first["paediatric"]), (&second, &json!(true)), "another place, same case");
    room.arrive(&["佐藤", "鈴木"]);
    room.turn(1);
    assert_eq!(room.meeting["circumstances"]["paediatric"], true, "the quorum is told with it at once");
    assert!(room.missing().contains(&"キ"), "a paediatric case needs its expert: {:?}", room.missing());
    room.close_case(1);
    let meeting = room.read(1)["meeting"].take();
    assert_eq!(
        (&meeting["reason"], &meeting["circumstances"]["paediatric"]),
        (&json!("前回の続き"), &json!(true))
    );
    let case = room.case(1);
    let same = json!({ "caseId": case, "attending": "present", "paediatric": true, "reason": "前回の続き" });
    assert_eq!(room.refused("state_circumstances", same), "invalid", "nothing is recorded twice");
}

#[test]
fn a_member_who_is_there_can_be_named_as_attending_physician_of_one_case() {
    let mut room = Room::new();
    room.plan("2026-11-22");
    room.arrive(&["佐藤", "鈴木"]);
    let stay = room.meeting["presences"][1]["presence"].clone();
    let first = room.case(0);
    room.act("attend_for", json!({ "presence": stay, "cases": [first] }));
    room.turn(0);
    room.close_case(0);
    room.turn(1);
    room.close_case(1);
    let role = |case: &Value| {
        let people = case["meeting"]["attendance"].as_array().unwrap().clone();
        people.iter().find(|person| person["name"] == "鈴木").unwrap()["role"].clone()
    };
    assert_eq!(role(&room.read(0)), "attendingPhysician");
    assert_eq!(role(&room.read(1)), Value::Null, "and of no other case");
    assert_eq!(room.refused("attend_for", json!({ "presence": 999, "cases": [] })), "refused");
}

#[test]
fn what_was_circulated_agrees_by_the_recorded_opinions() {
    let mut room = Room::new();
    let agenda = [json!({ "caseId": room.case(0) }), json!({ "caseId": room.case(1) })];
    let args = json!({ "heldOn": "2026-11-22", "mode": "circulation", "agenda": agenda });
    room.meeting = done(&mut room.desk, "plan_meeting", args);
    let me = room.id("佐藤");
    let mut ask = |number: usize, stance: &str| {
        let case = room.read(number);
        let seen = |case: &Value| json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
        let mut asked = seen(&case);
        asked["members"] = json!([me]);
        let case = done(&mut room.desk, "ask_opinions", asked);
        let mut opinion = seen(&case);
        opinion["stance"] = json!(stance);
        opinion["comment"] = json!("根拠は文献1");
        done(&mut room.desk, "give_case_opinion", opinion);
    };
    ask(0, "agree");
    ask(1, "disagree");
    room.arrive(&["佐藤"]);
    for (number, agree) in [(0, true), (1, false)] {
        room.turn(number);
        let told = &room.meeting["circumstances"];
        assert_eq!(
            (&told["opinionsAgree"], &told["opinionsByRecord"]),
            (&json!(agree), &json!(true)),
            "{number}"
        );
    }
    let case = room.case(1);
    room.act("state_circumstances", json!({ "caseId": case, "attending": "absent", "opinionsAgree": true }));
    let told = &room.meeting["circumstances"];
    let said = (&told["opinionsAgree"], &told["opinionsByRecord"]);
    assert_eq!(said, (&json!(true), &json!(false)), "what a person says goes before what is concluded");
}

/// Who a form for the meeting of a case begins with: names, and whether they are of the meeting it is on.
fn usual(room: &mut Room, number: usize) -> (Vec<String>, bool) {
    let case = room.case(number);
    let usual = done(&mut room.desk, "usual_attendance", json!({ "caseId": case }));
    let people = usual["attendance"].as_array().unwrap().iter();
    let names = people.map(|person| person["name"].as_str().unwrap().to_owned()).collect();
    (names, usual["onAgenda"].as_bool().unwrap())
}

#[test]
fn a_form_begins_with_who_is_at_the_meeting_of_the_case_else_with_who_was_at_the_last() {
    let mut room = Room::new();
    assert_eq!(usual(&mut room, 4), (vec![], false), "nobody has met");
    let agenda: Vec<_> = (0..4).map(|number| json!({ "caseId": room.case(number) })).collect();
    let plan = json!({ "heldOn": "2026-11-22", "mode": "realTime", "agenda": agenda });
    room.meeting = done(&mut room.desk, "plan_meeting", plan);
    assert_eq!(usual(&mut room, 1), (vec![], false), "nobody has come");
    room.arrive(&["佐藤", "鈴木", "高橋"]);
    let stay = room.meeting["presences"][1]["presence"].clone();
    let first = room.case(0);
    room.act("attend_for", json!({ "presence": stay, "cases": [first] }));
    room.turn(0);
    room.close_case(0);
    room.leave("高橋");
    assert_eq!(usual(&mut room, 1), (vec!["佐藤".to_owned(), "鈴木".to_owned()], true), "who is there now");
    assert_eq!(
        usual(&mut room, 4),
        (vec!["佐藤".to_owned(), "高橋".to_owned()], false),
        "as last recorded, without the doctor of another patient"
    );
    let gone = room.id("高橋");
    done(&mut room.desk, "remove_member", json!({ "memberId": gone }));
    assert_eq!(usual(&mut room, 4), (vec!["佐藤".to_owned()], false), "and without who has left the panel");
    assert_eq!(room.read(4)["meeting"], Value::Null, "nothing is recorded by asking");
}
