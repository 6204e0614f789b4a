//! Fetches the document fonts and the dictionary of readings by lock file when they are absent, packs the dictionary, and
//! tells the crate where all of it lies.

#[path = "build/dictionary.rs"]
mod dictionary;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Environment variable read by `src/fonts/mod.rs`, and the file below `assets/node_modules/@expo-google-fonts`.
const FACES: [(&str, &str); 3] = [
    ("ENTAKU_FONT_REGULAR", "biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf"),
    ("ENTAKU_FONT_BOLD", "biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf"),
    ("ENTAKU_FONT_FALLBACK", "noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf"),
];

/// The dictionary, below `assets/node_modules`, and the variable that names it packed.
const DICTIONARY: &str = "kuromoji/dict";
const DICTIONARY_FILES: [&str; 3] = ["tid.dat.gz", "tid_pos.dat.gz", "cc.dat.gz"];

fn main() -> ExitCode {
    let manifest = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let assets = manifest.join("../../../assets");
    let folder = assets.join("node_modules/@expo-google-fonts");
    let words = assets.join("node_modules").join(DICTIONARY);
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build/dictionary.rs");
    println!("cargo:rerun-if-changed={}", assets.join("package-lock.json").display());

    let absent = FACES.iter().any(|(_, file)| !folder.join(file).is_file())
        || DICTIONARY_FILES.iter().any(|file| !words.join(file).is_file());
    if absent && let Err(why) = fetch(&assets) {
        eprintln!("{why}");
        return ExitCode::FAILURE;
    }
    for (variable, file) in FACES {
        let path = folder.join(file);
        if !path.is_file() {
            eprintln!(
                "The document font {} is still absent after `npm ci`. Expected it at {}. \
                 Delete assets/node_modules and build again.",
                file,
                path.display()
            );
            return ExitCode::FAILURE;
        }
        println!("cargo:rerun-if-changed={}", path.display());
        println!("cargo:rustc-env={variable}={}", path.display());
    }
    for file in DICTIONARY_FILES {
        println!("cargo:rerun-if-changed={}", words.join(file).display());
    }
    let packed = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("readings.bin");
    let written = dictionary::packed(&words)
        .and_then(|bytes| std::fs::write(&packed, bytes).map_err(|error| error.to_string()));
    if let Err(why) = written {
        eprintln!(
            "The dictionary of readings in {} could not be packed: {why}. \
             Delete assets/node_modules and build again.",
            words.display()
        );
        return ExitCode::FAILURE;
    }
    println!("cargo:rustc-env=ENTAKU_READINGS={}", packed.display());
    ExitCode::SUCCESS
}

/// Installs exactly what the lock file names; no package script runs.
fn fetch(assets: &Path) -> Result<(), String> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let status = Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
        .arg(assets)
        .status()
        .map_err(|error| {
            format!(
                "The document fonts and the dictionary are fetched with npm, which could not be started ({error}). \
                 Install Node.js 20 or newer with npm (Debian/Ubuntu: apt-get install nodejs npm), \
                 or run `npm ci` in {} on a machine that has it and copy node_modules here.",
                assets.display()
            )
        })?;
    if status.success() {
        Ok(())
    } else {
        Err(format!(
            "`npm ci` in {} ended with {status}. It needs the network once; run it there by hand to see why.",
            assets.display()
        ))
    }
}
