//! The whole store as open files, for the day this program is no more: JSON, the files as they were received and given out, a
//! list of hashes, and what explains them in both languages (`all/README.*.md`: a text for whoever finds the files, and not a
//! word of the program's own screens and papers).

use crate::error::{Outcome, Problem, internal};
use entaku_store::{Archive, Hashed, StoredRecord};
use serde::Serialize;
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::PathBuf;

/// What explains the files, by their names.
pub(crate) const EXPLAINED: [(&str, &str); 2] =
    [("README.ja.md", include_str!("all/README.ja.md")), ("README.en.md", include_str!("all/README.en.md"))];
/// The list of hashes, as `sha256sum --check` reads it.
pub(crate) const HASHES: &str = "SHA256SUMS";
/// Name and version of the shape.
pub(crate) const FORMAT: &str = "entaku-export";
pub(crate) const VERSION: u32 = 1;

/// Where the files go.
pub(crate) enum Place<'f> {
    /// A folder that holds nothing yet.
    Folder(PathBuf),
    /// One file for all.
    Archive(Box<Archive<BufWriter<&'f mut File>>>),
}

/// A file that was written.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Written {
    pub(crate) path: String,
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
}

/// The files as they are written.
pub(crate) struct Files<'f> {
    place: Place<'f>,
    made: BTreeSet<PathBuf>,
    pub(crate) written: Vec<Written>,
}

impl<'f> Files<'f> {
    pub(crate) fn new(place: Place<'f>) -> Self {
        Self { place, made: BTreeSet::new(), written: Vec::new() }
    }

    /// Writes one file whole. Its name is ours, never one that was received.
    pub(crate) fn file<T>(
        &mut self,
        path: &str,
        write: impl FnOnce(&mut Hashed<'_>) -> Outcome<T>,
    ) -> Outcome<T> {
        let (done, (bytes, sha256)) = match &mut self.place {
            Place::Archive(archive) => {
                archive.begin(path).map_err(|error| unwritable(path, &error))?;
                let mut hashed = Hashed::new(archive.as_mut());
                (write(&mut hashed)?, hashed.done())
            }
            Place::Folder(folder) => {
                let full = folder.join(path);
                if let Some(parent) = full.parent().filter(|parent| !self.made.contains(*parent)) {
                    std::fs::create_dir_all(parent).map_err(|error| unwritable(path, &error))?;
                    self.made.insert(parent.to_owned());
                }
                let mut new = OpenOptions::new();
                new.write(true).create_new(true);
                #[cfg(unix)]
                std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
                let mut file = BufWriter::new(new.open(&full).map_err(|error| unwritable(path, &error))?);
                let mut hashed = Hashed::new(&mut file);
                let (done, told) = (write(&mut hashed)?, hashed.done());
                let file = file.into_inner().map_err(|error| unwritable(path, error.error()))?;
                file.sync_all().map_err(|error| unwritable(path, &error))?;
                (done, told)
            }
        };
        self.written.push(Written { path: path.to_owned(), bytes, sha256 });
        Ok(done)
    }

    pub(crate) fn json(&mut self, path: &str, value: &impl Serialize) -> Outcome<()> {
        let mut bytes = serde_json::to_vec_pretty(value).map_err(internal)?;
        bytes.push(b'\n');
        self.bytes(path, &bytes)
    }

    pub(crate) fn bytes(&mut self, path: &str, bytes: &[u8]) -> Outcome<()> {
        self.file(path, |out| out.write_all(bytes).map_err(|error| unwritable(path, &error)))
    }

    /// The list of hashes, and the end.
    pub(crate) fn finish(mut self) -> Outcome<Vec<Written>> {
        let lines: String =
            self.written.iter().map(|file| format!("{}  {}\n", file.sha256, file.path)).collect();
        self.bytes(HASHES, lines.as_bytes())?;
        if let Place::Archive(archive) = self.place {
            archive.finish().map_err(|error| unwritable(HASHES, &error))?;
        }
        Ok(self.written)
    }
}

pub(crate) fn unwritable(path: &str, error: &std::io::Error) -> Problem {
    Problem::of(crate::error::Code::File, entaku_words::errors::desk::unwritable(path, error))
}

/// An event of the journal as one line.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'r> {
    seq: u64,
    stream_version: u64,
    id: &'r str,
    at: &'r str,
    site: &'r str,
    device: &'r str,
    actor_member: &'r str,
    actor_role: &'r str,
    on_behalf: Option<&'r str>,
    kind: &'r str,
    schema_version: u32,
    prev_hash: String,
    hash: String,
    signature: Option<String>,
    /// The payload to the byte, for the hash covers it; null where it is withheld.
    event: Option<&'r RawValue>,
    withheld: bool,
}

/// Writes an event; withheld: without its content.
pub(crate) fn line(out: &mut dyn Write, record: &StoredRecord, withheld: bool, path: &str) -> Outcome<()> {
    let event: Option<&RawValue> =
        if withheld { None } else { Some(serde_json::from_slice(&record.payload).map_err(internal)?) };
    let line = Line {
        seq: record.seq,
        stream_version: record.stream_version,
        id: &record.id,
        at: &record.at,
        site: &record.site_id,
        device: &record.device_id,
        actor_member: &record.actor_member,
        actor_role: &record.actor_role,
        on_behalf: record.on_behalf.as_deref(),
        kind: &record.kind,
        schema_version: record.schema_version,
        prev_hash: hex::encode(record.prev_hash),
        hash: hex::encode(record.hash),
        signature: record.signature.map(hex::encode),
        event,
        withheld,
    };
    let mut text = serde_json::to_vec(&line).map_err(internal)?;
    text.push(b'\n');
    out.write_all(&text).map_err(|error| unwritable(path, &error))
}

/// What a kept file is called: its hash, with an ending that tells programs what it is.
pub(crate) fn name_of(sha256: &str, media_type: &str, name: &str) -> String {
    let known = match media_type {
        "application/pdf" => Some("pdf"),
        "application/json" => Some("json"),
        _ => None,
    };
    let own = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let plain = |ending: &String| {
        (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let ending = known.map(str::to_owned).or(own.filter(plain)).unwrap_or_else(|| "bin".to_owned());
    format!("files/{sha256}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn a_kept_file_is_named_by_its_hash_and_never_by_what_was_received() {
        assert_eq!(name_of("ab", "application/pdf", "x.exe"), "files/ab.pdf");
        assert_eq!(name_of("ab", "text/plain", "報告.VCF"), "files/ab.vcf");
        for odd in ["../../etc/passwd", "a.b/c", "x.", "x.longer1", "x.\u{202e}fdp", ".."] {
            assert_eq!(name_of("ab", "application/octet-stream", odd), "files/ab.bin", "{odd}");
        }
    }
}
