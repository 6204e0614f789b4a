//! The whole store as open files: everything recorded is in them, as it was, and nothing that is not open to the reader.

use super::{demo_case, desk, done, refused};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

fn json_of(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn part(there: bool, bytes: &[u8]) -> Vec<u8> {
    [&[u8::from(there)][..], &(bytes.len() as u64).to_be_bytes()[..], bytes].concat()
}

/// The hash of a line as the explanation beside the files tells it, from the text of the line alone.
fn hash_as_explained(stream: &str, line: &str) -> String {
    let fields: Value = serde_json::from_str(line).unwrap();
    let event = line.split_once("\"event\":").unwrap().1.rsplit_once(",\"withheld\"").unwrap().0;
    let text = |name: &str| fields[name].as_str().unwrap().as_bytes().to_vec();
    let number = |name: &str| fields[name].as_u64().unwrap();
    let behalf = fields["onBehalf"].as_str();
    let bytes = [
        part(true, b"entaku/journal/v1"),
        part(true, &hex::decode(text("prevHash")).unwrap()),
        part(true, &number("seq").to_be_bytes()),
        part(true, &text("id")),
        part(true, stream.as_bytes()),
        part(true, &number("streamVersion").to_be_bytes()),
        part(true, &text("at")),
        part(true, &text("site")),
        part(true, &text("device")),
        part(true, &text("actorMember")),
        part(true, &text("actorRole")),
        part(behalf.is_some(), behalf.unwrap_or_default().as_bytes()),
        part(true, &text("kind")),
        part(true, &u32::try_from(number("schemaVersion")).unwrap().to_be_bytes()),
        part(true, event.as_bytes()),
    ];
    entaku_store::sha256_hex(&bytes.concat())
}

#[test]
fn everything_recorded_is_in_the_files_and_can_be_checked_without_the_program() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let agenda =
        json!({ "heldOn": "2026-11-25", "mode": "realTime", "agenda": [{ "caseId": case["caseId"] }] });
    let meeting = done(&mut desk, "plan_meeting", agenda);
    done(&mut desk, "issue_document", json!({ "id": meeting["meetingId"], "kind": "agenda" }));
    let out = folder.0.join("all");
    let told = done(&mut desk, "export_all", json!({ "out": out }));
    let store = &desk.session.as_ref().unwrap().store;

    // By the journal: one line for each event of each stream, each with a hash that follows from the line itself.
    let manifest = json_of(&out.join("manifest.json"));
    let counted: BTreeMap<&str, u64> = manifest["streams"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["stream"].as_str().unwrap(), one["events"].as_u64().unwrap()))
        .collect();
    let mut chain = BTreeMap::new();
    for info in store.streams("").unwrap() {
        assert_eq!(counted[info.stream.as_str()], info.version, "{}", info.stream);
        let path = out.join(format!("journal/{}.jsonl", info.stream.replace(':', "-")));
        let text = std::fs::read_to_string(path).unwrap();
        assert_eq!(text.lines().count() as u64, info.version, "{}", info.stream);
        for line in text.lines() {
            let fields: Value = serde_json::from_str(line).unwrap();
            if fields["withheld"] == false {
                assert_eq!(hash_as_explained(&info.stream, line), fields["hash"], "{line}");
            }
            let hashes = [&fields["prevHash"], &fields["hash"]].map(|hash| hash.as_str().unwrap().to_owned());
            chain.insert(fields["seq"].as_u64().unwrap(), hashes);
        }
    }
    let head = store.head().unwrap();
    assert_eq!((told["events"].as_u64(), chain.len() as u64), (Some(head.count), head.count));
    assert_eq!(manifest["head"], head.to_string());
    for (one, next) in chain.values().zip(chain.values().skip(1)) {
        assert_eq!(one[1], next[0], "each continues the one before");
    }
    let last = chain.values().last().unwrap();
    assert_eq!(last[1], hex::encode(head.hash));

    // Every kept file to the byte, and every file in the list of hashes.
    let kept = store.kept_files().unwrap();
    assert!(kept.iter().any(|file| file.media_type == "application/pdf"), "documents are among them");
    let listed = json_of(&out.join("files.json"));
    assert_eq!(listed.as_array().unwrap().len(), kept.len());
    for (line, file) in listed.as_array().unwrap().iter().zip(&kept) {
        let bytes = std::fs::read(out.join(line["path"].as_str().unwrap())).unwrap();
        assert_eq!(bytes, store.attachment(&file.sha256).unwrap().bytes);
        assert_eq!(entaku_store::sha256_hex(&bytes), file.sha256);
    }
    let sums = std::fs::read_to_string(out.join("SHA256SUMS")).unwrap();
    let mut names = Vec::new();
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        assert_eq!(entaku_store::sha256_hex(&std::fs::read(out.join(name)).unwrap()), sum, "{name}");
        names.push(name.to_owned());
    }
    assert_eq!(told["files"].as_u64().unwrap() as usize, names.len() + 1, "all but the list itself");
    for name in ["README.ja.md", "README.en.md", "members.json", "settings.json", "manifest.json"] {
        assert!(names.contains(&name.to_owned()), "{name}");
    }
    let members = json_of(&out.join("members.json"));
    assert_eq!(members.as_array().unwrap().len(), desk.session.as_ref().unwrap().office.members.len());
    assert!(json_of(&out.join("settings.json"))["ruleSets"]["sets"].as_array().unwrap().len() >= 4);
    let cases = std::fs::read_dir(out.join("cases")).unwrap().count() as u64;
    assert_eq!(told["cases"].as_u64(), Some(cases));
    assert_eq!(json_of(&out.join("cases/2026-0001.json"))["format"], "entaku-case");

    // Noted, with the log's own line in the files.
    let log = std::fs::read_to_string(out.join("journal/access.jsonl")).unwrap();
    assert!(log.lines().last().unwrap().contains("access.storeExported"), "noted before it was written");
}

#[test]
fn an_opinion_that_is_not_open_to_the_reader_is_left_out_and_counted() {
    let (mut desk, folder) = desk();
    demo_case(&mut desk);
    let (zip, out) = (folder.0.join("all.ZIP"), folder.0.join("all"));
    let told = done(&mut desk, "export_all", json!({ "out": out }));
    let text: String = std::fs::read_dir(out.join("journal"))
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    let withheld: Vec<&str> = text.lines().filter(|line| line.contains("\"withheld\":true")).collect();
    assert_eq!(withheld.len() as u64, told["withheld"].as_u64().unwrap());
    assert!(withheld.iter().all(|line| line.contains("\"event\":null") && line.contains("pinionGiven")));

    done(&mut desk, "export_all", json!({ "out": zip }));
    let bytes = std::fs::read(&zip).unwrap();
    assert_eq!(&bytes[..4], b"PK\x03\x04", "one file for all where the name ends so");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&zip), mode(&out), mode(&out.join("members.json"))), (0o600, 0o700, 0o600));
    }
}

#[test]
fn it_goes_into_an_empty_folder_alone_and_not_by_every_member() {
    let (mut desk, folder) = desk();
    demo_case(&mut desk);
    let dir = done(&mut desk, "app_info", json!({}))["session"]["storeDir"].clone();
    let full = folder.0.join("full");
    std::fs::create_dir(&full).unwrap();
    std::fs::write(full.join("theirs"), "theirs").unwrap();
    assert_eq!(refused(&mut desk, "export_all", json!({ "out": full })), "file");
    assert_eq!(std::fs::read_dir(&full).unwrap().count(), 1, "nothing was put beside it");
    let within = Path::new(dir.as_str().unwrap()).join("all");
    assert_eq!(refused(&mut desk, "export_all", json!({ "out": within })), "file");
    done(&mut desk, "open_store", json!({ "dir": dir, "signIn": "suzuki", "password": "entaku-demo-2026" }));
    assert_eq!(refused(&mut desk, "export_all", json!({ "out": folder.0.join("hers") })), "forbidden");
    assert!(!folder.0.join("hers").exists());
}
