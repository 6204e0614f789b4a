//! Many files through the terminal: read several at a time, stored in their order, and ended by Ctrl-C where nothing is half
//! done.
use entaku_tests::laboratory;
use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;
use serde_json::{Value, json};
use std::path::PathBuf;

fn store(folder: &Folder, name: &str) -> Terminal {
    let terminal = Terminal::on(folder.join(name));
    terminal.ok(&[
        "init",
        "--institution",
        "円卓大学病院",
        "--member",
        "sato",
        "--roles",
        "administrator,coordinator",
    ]);
    terminal
}

/// A folder of files with these numbers of variants, and one that is none.
fn delivery(folder: &Folder, sizes: &[usize]) -> PathBuf {
    let delivery = folder.join("delivery");
    std::fs::create_dir_all(&delivery).expect("a folder");
    for (number, size) in sizes.iter().enumerate() {
        let text = laboratory::cats(&format!("D-{number}"), *size).to_string();
        std::fs::write(delivery.join(format!("{number:02}.cats")), text).expect("a file");
    }
    std::fs::write(delivery.join("01-no-report.txt"), "no report").expect("a file");
    delivery
}

/// What stands of each file, without the identifiers that every case has of its own.
fn told(files: &[Value]) -> Vec<Value> {
    let known = |file: &Value| {
        let mut file = file.clone();
        if let Some(fields) = file.as_object_mut() {
            fields.retain(|name, _| !["caseId", "seq"].contains(&name.as_str()));
        }
        file
    };
    files.iter().map(known).collect()
}

#[test]
fn files_read_together_are_stored_and_told_as_if_read_one_by_one() {
    let folder = Folder::new("batches-order");
    // The first takes longest, so that the others are read before it.
    let delivery = delivery(&folder, &[400, 1, 90, 2, 40, 3]);
    let (together, one_by_one) = (store(&folder, "together"), store(&folder, "one-by-one"));
    let ended = together.run(&["intake", "--batch", &delivery.display().to_string()]);
    assert_eq!(ended.status, 1, "one file is no report: {ended:?}");
    let taken: Vec<Value> = serde_json::from_str(&ended.stdout).expect("one JSON document");
    let asked = json!({ "paths": [delivery], "batch": true }).to_string();
    let expected = one_by_one.ok(&["call", "intake", &asked]);
    let all: Vec<Value> = ["files", "refused"]
        .iter()
        .flat_map(|part| expected[part].as_array().expect("a list").clone())
        .collect();
    assert_eq!(all.len(), 7);
    assert_eq!(told(&taken), told(&all));
    let numbers = |terminal: &Terminal| -> Vec<(Value, Value)> {
        let cases = terminal.ok(&["cases"]);
        let of = |case: &Value| {
            let shown = terminal.ok(&["show", case["caseId"].as_str().expect("an id")]);
            (case["caseNo"].clone(), shown["test"]["testId"].clone())
        };
        cases.as_array().expect("a list").iter().map(of).collect()
    };
    assert_eq!(numbers(&together), numbers(&one_by_one), "each file has the number it has when read alone");
}

#[test]
fn files_of_one_case_are_read_together_and_joined_in_their_order() {
    let folder = Folder::new("batches-one-case");
    let delivery = delivery(&folder, &[200, 3]);
    let terminal = store(&folder, "store");
    let files = ["00.cats", "01.cats"].map(|name| delivery.join(name).display().to_string());
    let taken = terminal.ok(&["intake", &files[0], &files[1]]);
    assert_eq!((&taken[0]["file"], &taken[1]["file"]), (&json!("00.cats"), &json!("01.cats")));
    assert_eq!(taken[0]["caseId"], taken[1]["caseId"]);
    let wrong = delivery.join("01-no-report.txt").display().to_string();
    terminal.refused(&["intake", &files[0], &wrong, &files[1]]);
    assert_eq!(terminal.ok(&["cases"]).as_array().map(Vec::len), Some(1), "no half of a case is left");
}

#[cfg(unix)]
mod ctrl_c {
    use super::*;
    use std::process::{Child, Command};
    use std::time::{Duration, Instant};

    fn interrupt(child: &Child) {
        let sent = Command::new("sh").args(["-c", &format!("kill -INT {}", child.id())]).status();
        assert!(sent.expect("a shell").success());
    }

    /// The program at work on a batch of which the first file is stored.
    fn at_work(terminal: &Terminal, folder: &Folder, delivery: &std::path::Path) -> Child {
        let head = folder.join("store").join("head.log");
        let length = || std::fs::metadata(&head).map_or(0, |file| file.len());
        let before = length();
        let child = terminal
            .command(&["intake", "--batch", &delivery.display().to_string()])
            .spawn()
            .expect("the terminal's program starts");
        let begun = Instant::now();
        // Records of 72 bytes: signing in is the first, a case the second.
        while length() < before + 2 * 72 && begun.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(2));
        }
        child
    }

    #[test]
    fn ctrl_c_ends_a_batch_after_the_file_being_stored_and_tells_what_was_done() {
        let folder = Folder::new("batches-ctrl-c");
        let terminal = store(&folder, "store");
        let delivery = delivery(&folder, &[900; 16]);
        let child = at_work(&terminal, &folder, &delivery);
        interrupt(&child);
        let ended = child.wait_with_output().expect("it ends");
        let stderr = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(130), "{stderr}");
        let taken: Vec<Value> = serde_json::from_slice(&ended.stdout).expect("one JSON document");
        assert_eq!(taken.len(), 17, "each file is named, loaded or not");
        let loaded = taken.iter().filter(|file| file["caseId"].is_string()).count();
        assert!((1..16).contains(&loaded), "{loaded} of 16 were loaded: {stderr}");
        let last: Value =
            serde_json::from_str(stderr.lines().last().unwrap_or_default()).expect("JSON at the end");
        assert_eq!(last["code"], "interrupted", "{stderr}");
        let cases = terminal.ok(&["cases"]);
        assert_eq!(
            cases.as_array().map(Vec::len),
            Some(loaded),
            "what is said to be loaded is there, and no more"
        );
        assert_eq!(terminal.ok(&["verify", "--deep"])["ok"], true);
        // What was not reached is loaded when asked for again.
        let left: Vec<String> = taken
            .iter()
            .filter(|file| !file["caseId"].is_string() && file["file"] != "01-no-report.txt")
            .map(|file| delivery.join(file["file"].as_str().expect("a name")).display().to_string())
            .collect();
        let mut words = vec!["intake".to_owned(), "--batch".to_owned()];
        words.extend(left);
        terminal.ok(&words);
        assert_eq!(terminal.ok(&["cases"]).as_array().map(Vec::len), Some(16));
    }

    #[test]
    fn a_second_ctrl_c_ends_at_once_and_harms_nothing() {
        let folder = Folder::new("batches-ctrl-c-twice");
        let terminal = store(&folder, "store");
        let delivery = delivery(&folder, &[900; 16]);
        let child = at_work(&terminal, &folder, &delivery);
        interrupt(&child);
        interrupt(&child);
        assert_eq!(child.wait_with_output().expect("it ends").status.code(), Some(130));
        assert_eq!(terminal.ok(&["verify", "--deep"])["ok"], true);
    }

    #[test]
    fn ctrl_c_while_one_file_is_looked_into_is_told_as_an_end_before_it() {
        let folder = Folder::new("batches-ctrl-c-inspect");
        let terminal = Terminal::on(folder.join("none"));
        let path = folder.join("long.vcf");
        let mut text =
            "##fileformat=VCFv4.2\n##contig=<ID=chr1>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
                .to_owned();
        for position in 1..1_000_000 {
            text.push_str(&format!("chr1\t{position}\t.\tC\tT\t50\tPASS\tDP=300\n"));
        }
        std::fs::write(&path, text).expect("a file");
        let child = terminal
            .command(&["inspect", &path.display().to_string()])
            .spawn()
            .expect("the terminal's program starts");
        // It listens from some milliseconds after its start, and reads for seconds.
        std::thread::sleep(Duration::from_secs(2));
        interrupt(&child);
        let ended = child.wait_with_output().expect("it ends");
        assert_eq!(ended.status.code(), Some(130), "{ended:?}");
        assert!(ended.stdout.is_empty(), "nothing is said of what was not read");
    }
}
