//! Power cuts: a worker's writes are written down, and what a disk may hold after the power went at any moment is made from
//! them. What was flushed is there; of what was not, each piece of 512 bytes is there, is not, or holds anything, each on its
//! own; names of files made, renamed and removed since their folder was flushed are there as far as a moment in between.
use std::collections::{BTreeMap, HashMap};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use entaku_tests::crash::{Dice, Heard, check_decisions, with_one_case};
use entaku_tests::desk::{TestClock, TestDesk};
use entaku_tests::place::{self, Folder};
use serde_json::json;

use crate::report::Part;
use crate::shim::Shim;

const SECTOR: usize = 512;

/// One line of the recording.
struct Line {
    what: u8,
    file: u64,
    at: usize,
    bytes: Vec<u8>,
}

fn lines(recording: &[u8]) -> Vec<Line> {
    let mut rest = recording;
    let mut all = Vec::new();
    let number = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
    while rest.len() >= 25 {
        let length = usize::try_from(number(&rest[17..25])).expect("a length");
        let at = usize::try_from(number(&rest[9..17])).expect("a place in a file");
        all.push(Line {
            what: rest[0],
            file: number(&rest[1..9]),
            at,
            bytes: rest[25..25 + length].to_vec(),
        });
        rest = &rest[25 + length..];
    }
    all
}

enum Change {
    Write(usize, Vec<u8>),
    Length(usize),
}

#[derive(Default)]
struct File {
    flushed: Vec<u8>,
    since: Vec<Change>,
}

enum Naming {
    Named(PathBuf, usize),
    Renamed(PathBuf, PathBuf),
    Removed(PathBuf),
}

/// A disk as the recording goes on.
struct Disk {
    files: Vec<File>,
    by_inode: HashMap<u64, usize>,
    names: BTreeMap<PathBuf, usize>,
    since: Vec<Naming>,
    renaming: PathBuf,
    /// Whether flushes are taken for what they say. Where not, this is a disk, or a database, that does not flush.
    flushes: bool,
}

impl Disk {
    /// The same files, before anything was written.
    fn again(&self, flushes: bool) -> Self {
        let files = self.files.iter().map(|file| File { flushed: file.flushed.clone(), since: Vec::new() });
        Self {
            files: files.collect(),
            by_inode: self.by_inode.clone(),
            names: self.names.clone(),
            since: Vec::new(),
            renaming: PathBuf::new(),
            flushes,
        }
    }

    /// The files of this copy, all flushed, under the names and inodes that they have in the store.
    fn of(copy: &Path, store: &Path) -> Self {
        let mut disk = Self {
            files: Vec::new(),
            by_inode: HashMap::new(),
            names: BTreeMap::new(),
            since: Vec::new(),
            renaming: PathBuf::new(),
            flushes: true,
        };
        for entry in std::fs::read_dir(copy).expect("the store's folder") {
            let entry = entry.expect("an entry");
            let flushed = std::fs::read(entry.path()).expect("the file is read");
            let path = store.join(entry.file_name());
            // One that the worker removed has no inode any more, and nothing was written to it.
            if let Ok(seen) = std::fs::metadata(&path) {
                disk.by_inode.insert(seen.ino(), disk.files.len());
            }
            disk.names.insert(path, disk.files.len());
            disk.files.push(File { flushed, since: Vec::new() });
        }
        disk
    }

    fn take(&mut self, line: &Line) {
        let path = || PathBuf::from(String::from_utf8_lossy(&line.bytes).into_owned());
        match line.what {
            b'C' => {
                self.by_inode.insert(line.file, self.files.len());
                self.since.push(Naming::Named(path(), self.files.len()));
                self.files.push(File::default());
            }
            b'W' | b'T' => {
                let Some(&file) = self.by_inode.get(&line.file) else { return };
                let change = match line.what {
                    b'W' => Change::Write(line.at, line.bytes.clone()),
                    _ => Change::Length(line.at),
                };
                self.files[file].since.push(change);
            }
            b'S' if self.flushes => {
                let Some(&file) = self.by_inode.get(&line.file) else { return };
                let file = &mut self.files[file];
                for change in std::mem::take(&mut file.since) {
                    apply(&mut file.flushed, &change);
                }
            }
            b'D' if self.flushes => {
                for naming in std::mem::take(&mut self.since) {
                    rename(&mut self.names, &naming);
                }
            }
            b'F' => self.renaming = path(),
            b'R' => self.since.push(Naming::Renamed(self.renaming.clone(), path())),
            b'U' => self.since.push(Naming::Removed(path())),
            _ => {}
        }
    }

    /// Writes what the disk may hold when the power goes now.
    fn cut(&self, to: &Path, dice: &mut Dice) {
        let mut names = self.names.clone();
        let kept = usize::try_from(dice.thrown(self.since.len() as u64 + 1)).expect("a small number");
        self.since.iter().take(kept).for_each(|naming| rename(&mut names, naming));
        for (path, &file) in &names {
            let name = path.file_name().expect("a file has a name");
            // The index of the log is memory that programs share; it is no part of what must outlive them.
            if name.to_string_lossy().ends_with("-shm") {
                continue;
            }
            let file = &self.files[file];
            let mut bytes = file.flushed.clone();
            for change in &file.since {
                match change {
                    Change::Write(at, written) => torn(&mut bytes, *at, written, dice),
                    change if dice.thrown(2) == 0 => apply(&mut bytes, change),
                    Change::Length(_) => {}
                }
            }
            std::fs::write(to.join(name), bytes).expect("the file is written");
        }
    }
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Length(length) => bytes.resize(*length, 0),
        Change::Write(at, written) => put(bytes, *at, written),
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, written: &[u8]) {
    if bytes.len() < at + written.len() {
        bytes.resize(at + written.len(), 0);
    }
    bytes[at..at + written.len()].copy_from_slice(written);
}

/// A write that was not flushed: each sector of it came, did not come, or is anything.
fn torn(bytes: &mut Vec<u8>, at: usize, written: &[u8], dice: &mut Dice) {
    let mut from = 0;
    while from < written.len() {
        let to = written.len().min(from + SECTOR - (at + from) % SECTOR);
        match dice.thrown(5) {
            0 | 1 => put(bytes, at + from, &written[from..to]),
            2 => {
                let noise: Vec<u8> = (from..to).map(|_| dice.thrown(256) as u8).collect();
                put(bytes, at + from, &noise);
            }
            _ => {}
        }
        from = to;
    }
}

fn rename(names: &mut BTreeMap<PathBuf, usize>, naming: &Naming) {
    match naming {
        Naming::Named(path, file) => {
            names.insert(path.clone(), *file);
        }
        Naming::Renamed(from, to) => {
            if let Some(file) = names.remove(from) {
                names.insert(to.clone(), file);
            }
        }
        Naming::Removed(path) => {
            names.remove(path);
        }
    }
}

/// What a worker had said before a line of the recording.
fn heard(lines: &[Line]) -> Heard {
    let said: Vec<u8> =
        lines.iter().filter(|line| line.what == b'M').flat_map(|line| line.bytes.clone()).collect();
    let said = String::from_utf8_lossy(&said).into_owned();
    Heard::read(said.strip_prefix("ready\n").unwrap_or(&said))
}

/// How a store stands after a cut.
enum Fate {
    Whole,
    /// Whole, and a record of the keyed head at its end is told as unreadable.
    Worn,
    Lost(String),
}

struct Scene {
    /// The store as it lay on the disk before.
    before: Disk,
    lines: Vec<Line>,
    case: String,
    version: u64,
}

/// The disk before, and the recording of a worker that decides.
fn recorded(shim: &Shim, acts: u64) -> (TestDesk, Vec<u8>, String, u64) {
    let (mut desk, case, version) = with_one_case("ordeal-cuts", "D-12");
    desk.call("sign_out", json!({}));
    let store = desk.folder().join("store");
    let log = desk.folder().join("recording");
    // Copied, so that the files before are known when the recording is read.
    let before = desk.folder().join("before");
    entaku_tests::crash::copy(&store, &before);
    let mut worker = Command::new(place::worker());
    worker.arg(&store).args(["decide", &case, "1", &acts.to_string()]);
    worker.env("LD_PRELOAD", shim.path()).env("ORDEAL_UNDER", &store).env("ORDEAL_LOG", &log);
    let ended = worker.stdin(Stdio::null()).stdout(Stdio::null()).status().expect("the worker starts");
    assert!(ended.success(), "the worker does its acts while they are written down");
    let recording = std::fs::read(log).expect("there is a recording");
    (desk, recording, case, version)
}

impl Scene {
    fn fate(&self, disk: &Disk, upto: usize, dice: &mut Dice) -> Fate {
        let folder = Folder::new("ordeal-cut");
        let store = folder.join("store");
        std::fs::create_dir(&store).expect("a folder for the store");
        disk.cut(&store, dice);
        let heard = heard(&self.lines[..upto]);
        let mut desk = TestDesk::in_folder(folder, TestClock::new());
        let open = json!({ "password": entaku_tests::desk::PASSWORD });
        if let Err(refusal) = desk.try_call("open_store", open) {
            return Fate::Lost(format!("it does not open: {}", refusal.message));
        }
        let found = match desk.try_call("verify_store", json!({ "deep": true })) {
            Ok(found) => found,
            Err(refusal) => return Fate::Lost(format!("it cannot be checked: {}", refusal.message)),
        };
        let worn = found["ok"] != json!(true);
        let only_head = found["firstBad"].is_null()
            && found["journalInDoubt"] == json!(false)
            && found["findings"].as_array().map(Vec::len) == Some(1);
        if worn && !only_head {
            return Fate::Lost(format!("it is not sound: {found}"));
        }
        // The check below asks for a store without anything to tell; a worn head was told and is accepted.
        let checked = check_decisions(&mut desk, &self.case, (0, self.version), &heard);
        match checked {
            Err(why) if !(worn && why.starts_with("the store is not sound")) => Fate::Lost(why),
            _ if worn => Fate::Worn,
            _ => Fate::Whole,
        }
    }

    /// Cuts at moments that nobody chose. Gives whole, worn, and what was lost.
    fn cuts(&self, flushes: bool, cuts: u64, dice: &mut Dice) -> (u64, u64, Vec<String>) {
        let mut places: Vec<usize> = (0..cuts)
            .map(|_| usize::try_from(dice.thrown(self.lines.len() as u64 + 1)).expect("a place"))
            .collect();
        places.sort_unstable();
        let mut disk = self.before.again(flushes);
        let (mut whole, mut worn, mut lost, mut done) = (0, 0, Vec::new(), 0);
        for place in places {
            self.lines[done..place].iter().for_each(|line| disk.take(line));
            done = place;
            match self.fate(&disk, place, dice) {
                Fate::Whole => whole += 1,
                Fate::Worn => worn += 1,
                Fate::Lost(why) => lost.push(format!("cut {place} of {}: {why}", self.lines.len())),
            }
        }
        (whole, worn, lost)
    }
}

/// The part of the report.
pub fn run(shim: &Shim, cuts: u64) -> Part {
    let mut part = Part::new("Power cuts");
    let acts = (cuts / 10).clamp(8, 60);
    let (desk, recording, case, version) = recorded(shim, acts);
    let (store, copy) = (desk.folder().join("store"), desk.folder().join("before"));
    let before = Disk::of(&copy, &store);
    let scene = Scene { before, lines: lines(&recording), case, version };
    let flushes = scene.lines.iter().filter(|line| line.what == b'S').count();
    part.line(format!(
        "A worker recorded {acts} decisions of three findings each: {} calls, {flushes} flushes.",
        scene.lines.len()
    ));
    let mut dice = Dice(0x656e_7461_6b75_0011);
    let (whole, worn, lost) = scene.cuts(true, cuts, &mut dice);
    part.line(format!(
        "{cuts} cuts: {whole} whole, {worn} whole with a worn record of the keyed head that is told, {} lost or damaged.",
        lost.len()
    ));
    lost.iter().for_each(|why| part.fail(why.clone()));
    // The same cuts where no flush is kept, as with `synchronous = OFF`: a test that finds nothing here finds nothing at all.
    let (whole, worn, lost) = scene.cuts(false, cuts.min(200), &mut dice);
    part.line(format!(
        "The same without flushes (as with `synchronous = OFF`): {} of {} lost or damaged, {whole} whole, {worn} worn.",
        lost.len(),
        cuts.min(200)
    ));
    if lost.is_empty() {
        part.fail("without flushes nothing was lost: the cuts test nothing".to_owned());
    }
    part
}
