//! Looking at a finished file from outside: poppler when it is there, lopdf always.

use std::path::PathBuf;
use std::process::Command;

/// A folder of this process for files that outside tools must read.
pub fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("entaku-report-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    folder
}

/// Runs a tool over a file; `None` when the tool is not installed.
pub fn run(tool: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> Option<(bool, String)> {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let path = folder().join(format!("{}.pdf", NEXT.fetch_add(1, Ordering::Relaxed)));
    std::fs::write(&path, pdf).expect("the temporary folder takes a file");
    let output = Command::new(tool).args(before).arg(&path).args(after).output();
    let _ = std::fs::remove_file(&path);
    let output = output.ok()?;
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    Some((output.status.success(), text))
}

/// The text of a file by poppler; `None` when it is not installed.
pub fn text(pdf: &[u8]) -> Option<String> {
    run("pdftotext", &["-enc", "UTF-8"], pdf, &["-"]).map(|(_, text)| text)
}

/// Without white space: lines end where the page is full, not where the words do.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
