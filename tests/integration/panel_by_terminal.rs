//! A meeting of five cases and eight members through `entaku-cli call`, each act by a program of its own and under the
//! name of who does it: independent opinions first, then the meeting, then what the cases keep of it.
use entaku_tests::laboratory;
use entaku_tests::panel::{FIRST_PASSWORD, scale_for};
use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;
use serde_json::{Value, json};

/// Sign-in name, roles, requirement keys.
const MEMBERS: [(&str, &str, &[&str]); 8] = [
    ("sato", "chair", &["ア"]),
    ("suzuki", "member", &["エ"]),
    ("takahashi", "member", &["イ"]),
    ("inoue", "geneticCounsellor", &["ウ"]),
    ("kato", "member", &["オ"]),
    ("ito", "member", &["ア"]),
    ("mori", "member", &["カ"]),
    ("tanaka", "coordinator", &[]),
];
/// Words that stand nowhere else, so that a leak is seen wherever it comes out.
const SECRET: &str = "秘匿語句甲乙丙";

struct Panel {
    folder: Folder,
    terminal: Terminal,
    cases: Vec<String>,
    meeting: Value,
}

impl Panel {
    fn new() -> Self {
        let folder = Folder::new("panel-by-terminal");
        let terminal = Terminal::on(folder.join("store"));
        let (chair, role, keys) = MEMBERS[0];
        let mut panel = Self { folder, terminal, cases: Vec::new(), meeting: Value::Null };
        panel.terminal.ok(&["init", "--institution", "円卓大学病院", "--member", chair]);
        let me = panel.call(chair, "members", json!({}))[0].take();
        let known = json!({
            "memberId": me["memberId"], "name": chair, "roles": [role, "administrator"], "qualifications": keys,
        });
        panel.call(chair, "change_member", known);
        for (name, role, keys) in &MEMBERS[1..] {
            let member = json!({
                "name": name, "password": FIRST_PASSWORD, "roles": [role], "qualifications": keys,
            });
            panel.call(chair, "add_member", member);
            let told = Terminal::on(panel.folder.join("store")).with_password(FIRST_PASSWORD);
            let looks = told.refused(&["cases", "--as", name]);
            assert_eq!(looks["code"], "forbidden", "with a first password nothing is looked at: {looks}");
            let own = json!({ "old": FIRST_PASSWORD, "new": entaku_tests::desk::PASSWORD });
            told.ok(&["call", "change_password", &own.to_string(), "--as", name]);
        }
        for number in 1..=5 {
            let path = panel.folder.join(format!("case-{number}.json"));
            std::fs::write(&path, laboratory::cats(&format!("P-{number}"), 2).to_string())
                .expect("it is written");
            let made = panel.call("tanaka", "intake", json!({ "paths": [path] }));
            panel.cases.push(made["case"]["caseId"].as_str().expect("a case has an id").to_owned());
        }
        panel
    }

    fn call(&self, who: &str, name: &str, args: Value) -> Value {
        self.terminal.ok(&["call", name, &args.to_string(), "--as", who])
    }

    fn read(&self, who: &str, number: usize) -> Value {
        self.call(who, "open_case", json!({ "caseId": self.cases[number] }))
    }

    /// Does an act on a case as it stands, given that it stands at this version.
    fn act(&self, who: &str, seen: &Value, name: &str, mut args: Value) -> Value {
        args["caseId"] = seen["caseId"].clone();
        args["expectedVersion"] = seen["version"].clone();
        self.call(who, name, args)
    }

    fn says(&self, who: &str, number: usize, stance: &str, comment: &str) {
        let seen = self.read(who, number);
        self.act(who, &seen, "give_case_opinion", json!({ "stance": stance, "comment": comment }));
    }

    fn meet(&mut self, name: &str, mut args: Value) {
        args["meetingId"] = self.meeting["meetingId"].clone();
        args["expectedVersion"] = self.meeting["version"].clone();
        self.meeting = self.call("tanaka", name, args);
    }
}

#[test]
fn a_panel_of_eight_gives_its_opinions_and_decides_five_cases() {
    let mut panel = Panel::new();

    // The first case is judged by everybody who is asked, each for themselves.
    let asked: Vec<Value> = panel
        .call("sato", "members", json!({}))
        .as_array()
        .expect("a list")
        .iter()
        .filter(|member| ["suzuki", "takahashi", "kato"].map(Value::from).contains(&member["name"]))
        .map(|member| member["memberId"].clone())
        .collect();
    for number in [0, 1] {
        let seen = panel.read("sato", number);
        panel.act("sato", &seen, "ask_opinions", json!({ "members": asked }));
    }
    panel.says("suzuki", 0, "agree", SECRET);
    let blind = panel.read("takahashi", 0);
    assert!(!blind.to_string().contains(SECRET), "what another said is not in the answer before one's own");
    assert_eq!(blind["agreement"]["blind"], true);
    panel.says("takahashi", 0, "agree", "異議なし");
    assert!(panel.read("takahashi", 0).to_string().contains(SECRET), "after one's own it is");
    panel.says("kato", 0, "agree", "異議なし");
    let agreed = panel.read("sato", 0);
    assert_eq!(agreed["agreement"]["circulation"], true, "all asked agree: {}", agreed["agreement"]);

    // On the second they differ: it needs a live meeting, and it is said why.
    panel.says("suzuki", 1, "agree", "異議なし");
    panel.says("takahashi", 1, "disagree", "生殖細胞系列の確認が先");
    panel.says("kato", 1, "agree", "異議なし");
    let differing = panel.read("takahashi", 1);
    assert_eq!(differing["agreement"]["circulation"], false);
    assert_eq!(differing["agreement"]["reasons"][0]["code"], "notAgreed");

    // A draft that changes afterwards asks again.
    let finding =
        json!({ "kind": "shortVariant", "gene": "EGFR", "hgvsP": "p.L858R", "reason": "別の報告書で追加" });
    let changed = panel.act("tanaka", &agreed, "enter_finding", finding);
    assert_ne!(changed["agreement"]["circulation"], json!(true), "opinions of the former draft do not count");
    let lacking = panel.read("suzuki", 0)["agreement"]["asked"].clone();
    assert!(
        lacking.as_array().expect("a list").iter().all(|one| one["lacking"] == "outOfDate"),
        "everybody is asked anew: {lacking}"
    );

    // The meeting: everybody but one is there, and that one comes late.
    let agenda: Vec<_> = panel
        .cases
        .iter()
        .map(|case| json!({ "caseId": case, "budgetMinutes": 8, "attending": "informationSupplied" }))
        .collect();
    let plan = json!({ "heldOn": "2025-07-08", "mode": "realTime", "title": "第1回", "agenda": agenda });
    panel.meeting = panel.call("tanaka", "plan_meeting", plan);
    let members = panel.call("tanaka", "members", json!({}));
    let person = |name: &str| {
        let member = members.as_array().expect("a list").iter().find(|one| one["name"] == name);
        json!({ "memberId": member.expect("a member")["memberId"] })
    };
    let early: Vec<_> = MEMBERS.iter().filter(|one| one.0 != "inoue").map(|one| person(one.0)).collect();
    panel.meet("arrive", json!({ "people": early }));
    assert_eq!(panel.meeting["quorum"]["met"], false, "nobody has the technique of genetic counselling");
    panel.meet("arrive", json!({ "people": [person("inoue")] }));
    assert_eq!(panel.meeting["quorum"]["met"], true, "{}", panel.meeting["quorum"]);

    for number in 0..5 {
        panel.meet("turn_to_case", json!({ "caseId": panel.cases[number] }));
        let mut seen = panel.read("sato", number);
        let findings = seen["findings"].as_array().expect("a list").clone();
        for (scale, class) in [
            ("oncogenicity-2022", "oncogenic"),
            ("panel-alteration", "driver"),
            ("panel-marker", "not-relevant"),
        ] {
            let of_kind = findings.iter().filter(|one| scale_for(one) == scale);
            let ids: Vec<_> = of_kind.map(|one| one["findingId"].clone()).collect();
            if ids.is_empty() {
                continue;
            }
            let verdict =
                json!({ "findingIds": ids, "scale": scale, "class": class, "rationale": "会議で確認" });
            seen = panel.act("sato", &seen, "judge_finding", verdict);
        }
        let none = json!({ "kind": "nothing", "text": "推奨できる治療なし" });
        seen = panel.act("sato", &seen, "add_recommendation", none);
        assert_eq!(seen["status"], "decided", "nothing is left: {}", seen["gaps"]);
        panel.meet(
            "write_minutes",
            json!({ "caseId": panel.cases[number], "minutes": format!("症例{number}の議事") }),
        );
        let close = json!({
            "meetingId": panel.meeting["meetingId"], "meetingVersion": panel.meeting["version"],
            "caseId": panel.cases[number], "expectedVersion": seen["version"],
        });
        panel.meeting = panel.call("tanaka", "close_case_at_meeting", close);
    }
    panel.meet("close_meeting", json!({}));

    for number in 0..5 {
        let meeting = panel.read("ito", number)["meeting"].take();
        assert_eq!(meeting["attendance"].as_array().map(Vec::len), Some(8), "case {number}: {meeting}");
        assert_eq!(meeting["quorum"]["met"], true, "case {number}");
        assert_eq!(meeting["minutes"], format!("症例{number}の議事"));
    }
    let history = panel.call("sato", "case_history", json!({ "caseId": panel.cases[1] }));
    let by = |name: &str| history.as_array().expect("a list").iter().filter(|one| one["by"] == name).count();
    assert!(by("suzuki") > 0 && by("tanaka") > 0, "each act stands under the name of who did it: {history}");
    assert_eq!(panel.terminal.ok(&["verify", "--deep"])["ok"], true);
}
