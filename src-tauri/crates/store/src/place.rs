//! Where a store may lie. Write-ahead logging needs shared memory between all readers and writers,
//! which no network file system gives: SQLite's own documentation rules them out.
//!
//! Linux is asked through `/proc/self/mountinfo`, Windows by the shape of the path (UNC). A mapped
//! drive letter on Windows and a share mounted on macOS are not recognised yet.

use crate::error::StoreError;
use std::path::Path;

/// File systems on which a lock or a flush is a promise of another machine.
const SHARED: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "smb2",
    "9p",
    "afs",
    "ncpfs",
    "ncp",
    "ceph",
    "glusterfs",
    "lustre",
    "gfs2",
    "ocfs2",
    "gpfs",
    "beegfs",
    "davfs",
    "davfs2",
    "vboxsf",
    "prl_fs",
    "coda",
    "orangefs",
    "pvfs2",
    "webdavfs",
    "acfs",
];

/// FUSE is a local file system as often as not (NTFS, encrypted folders): only these are refused.
const SHARED_FUSE: &[&str] = &[
    "sshfs",
    "rclone",
    "s3fs",
    "gvfsd-fuse",
    "gvfs-fuse-daemon",
    "ceph",
    "ceph-fuse",
    "glusterfs",
    "davfs",
    "davfs2",
    "curlftpfs",
    "vmhgfs-fuse",
    "smbnetfs",
    "kio-fuse",
    "onedriver",
    "google-drive-ocamlfuse",
    "goofys",
    "gcsfuse",
    "juicefs",
];

/// Refuses a folder on a network or shared file system. `dir` need not exist yet.
pub(crate) fn check(dir: &Path) -> Result<(), StoreError> {
    let refused = |kind: String| StoreError::UnsafePlace { dir: dir.to_owned(), kind };
    // Elsewhere `//x` is an ordinary local path.
    if let Some(kind) = windows_share(&dir.to_string_lossy()).filter(|_| cfg!(windows)) {
        return Err(refused(kind));
    }
    if cfg!(target_os = "linux") {
        let mounts = std::fs::read("/proc/self/mountinfo").unwrap_or_default();
        let full = nearest_existing(dir);
        if let Some(kind) = shared_mount(&String::from_utf8_lossy(&mounts), &full.to_string_lossy()) {
            return Err(refused(kind));
        }
    }
    Ok(())
}

/// The real path of the deepest folder on the way to `dir` that exists: links are followed, because
/// a link on a local disk may lead to a share.
fn nearest_existing(dir: &Path) -> std::path::PathBuf {
    let absolute = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
    absolute.ancestors().find_map(|step| step.canonicalize().ok()).unwrap_or(absolute)
}

/// The type of the shared file system that `path` (absolute, links resolved) lies on, by the text of
/// `/proc/self/mountinfo` (proc_pid_mountinfo(5)); `None` when it is local.
pub fn shared_mount(mountinfo: &str, path: &str) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    for line in mountinfo.lines() {
        let mut fields = line.split(' ');
        let Some(point) = fields.nth(4).map(unescape) else { continue };
        let Some(kind) = fields.skip_while(|field| *field != "-").nth(1) else { continue };
        // Later lines cover earlier ones at the same mount point.
        if is_under(path, &point) && best.is_none_or(|(length, _)| point.len() >= length) {
            best = Some((point.len(), kind));
        }
    }
    best.map(|(_, kind)| kind).filter(|kind| is_shared(kind)).map(str::to_owned)
}

fn is_under(path: &str, point: &str) -> bool {
    point == "/" || path.strip_prefix(point).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn is_shared(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    match kind.strip_prefix("fuse.") {
        Some(fuse) => SHARED_FUSE.contains(&fuse),
        None => SHARED.contains(&kind.as_str()),
    }
}

/// Undoes the octal escapes of mountinfo (`\040` is a space).
fn unescape(field: &str) -> String {
    let mut out = Vec::with_capacity(field.len());
    let mut bytes = field.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let ahead: Vec<u8> = bytes.clone().take(3).collect();
        if byte == b'\\' && ahead.len() == 3 && ahead.iter().all(|b| (b'0'..=b'7').contains(b)) {
            out.push(ahead.iter().fold(0u8, |code, digit| code.wrapping_mul(8).wrapping_add(digit - b'0')));
            bytes.nth(2);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// `UNC` when a Windows path names another machine (`\\\\server\\share`, `\\\\?\\UNC\\server\\share`).
pub fn windows_share(path: &str) -> Option<String> {
    let path = path.replace('/', "\\").to_ascii_uppercase();
    let device = path.strip_prefix("\\\\?\\").or_else(|| path.strip_prefix("\\\\.\\"));
    let remote = device.map_or_else(|| path.starts_with("\\\\"), |rest| rest.starts_with("UNC\\"));
    remote.then(|| "UNC".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:5 / /dev rw - devtmpfs udev rw
40 22 0:40 / /mnt/hospital\\040share rw,relatime shared:20 - cifs //fs01/genome rw,vers=3.0
41 22 0:41 / /mnt/nfs rw - nfs4 10.0.0.1:/export rw
42 22 8:2 / /mnt/nfs/local rw master:3 - xfs /dev/sdb1 rw
43 22 0:43 / /home/a/remote rw - fuse.sshfs a@b:/ rw
44 22 0:44 / /home/a/windows rw - fuseblk /dev/sdc1 rw
45 22 0:45 / /data rw - ext4 /dev/sdd1 rw
46 22 0:46 / /data rw - 9p host rw
";

    #[test]
    fn shares_are_recognised_by_the_innermost_mount() {
        let shared = |path| shared_mount(MOUNTS, path);
        assert_eq!(shared("/home/a/store"), None, "ext4");
        assert_eq!(
            shared("/mnt/hospital share/store").as_deref(),
            Some("cifs"),
            "the escaped space is undone"
        );
        assert_eq!(shared("/mnt/hospital"), None, "a name that only begins alike is not below the mount");
        assert_eq!(shared("/mnt/nfs/store").as_deref(), Some("nfs4"));
        assert_eq!(shared("/mnt/nfs/local/store"), None, "a local disk mounted inside a share is local");
        assert_eq!(shared("/home/a/remote").as_deref(), Some("fuse.sshfs"));
        assert_eq!(shared("/home/a/windows/x"), None, "a local NTFS disk is FUSE too");
        assert_eq!(shared("/data/store").as_deref(), Some("9p"), "the later mount covers the earlier");
    }

    #[test]
    fn odd_mount_tables_are_read_without_harm() {
        for text in [
            "",
            "\n\n",
            "1 2 3",
            "1 2 3 4 / rw",
            "1 2 3 4 / rw -",
            "1 2 3 4 \\9\\04 rw - nfs x",
            "- - - - - -",
        ] {
            let _ = shared_mount(text, "/home");
        }
        assert_eq!(unescape("a\\040b\\"), "a b\\");
    }

    #[test]
    fn windows_shares_are_recognised_by_their_path() {
        for share in ["\\\\fs01\\genome", "\\\\?\\UNC\\fs01\\genome", "\\\\?\\unc\\fs01\\x"] {
            assert!(windows_share(share).is_some(), "{share}");
        }
        for local in ["C:\\Entaku", "\\\\?\\C:\\Entaku", "/home/a", "D:/x"] {
            assert_eq!(windows_share(local), None, "{local}");
        }
    }

    #[test]
    fn the_folder_of_this_test_is_local() {
        assert!(check(&std::env::temp_dir().join("not/there/yet")).is_ok());
    }
}
