//! Pages as pictures. Poppler draws them; each version draws edges a little otherwise, so the set names its version.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Printed, SEEN};
use crate::tools;

/// Dots per inch: enough to see a line that moved, small enough to be kept.
const RESOLUTION: &str = "50";
/// Names the version that drew the pictures of the set.
const DRAWN_BY: &str = "pictures.txt";

/// Pixels of a picture, three values each.
struct Pixels {
    width: usize,
    values: Vec<u8>,
}

/// What is seen otherwise than in the set, a text for each page; with `renew` the set is written anew.
pub fn differing(set: &[Printed], folder: &Path, renew: bool) -> Vec<String> {
    let kept_by = std::fs::read_to_string(folder.join(DRAWN_BY)).unwrap_or_default();
    let Some(version) = version() else {
        println!("pictures are not drawn, for pdftoppm is not here: the hash of the bytes stands for them");
        return Vec::new();
    };
    if !renew && kept_by.trim() != version {
        println!(
            "pictures are not drawn, for the set's are of {} and here is {version}: the hash of the bytes stands for them",
            kept_by.trim()
        );
        return Vec::new();
    }
    let mut found = Vec::new();
    for (name, page) in SEEN {
        let printed = set.iter().find(|printed| printed.name == name).expect("a document of the set");
        let drawn = drawn(&printed.pdf, page);
        let place = folder.join(format!("{name}-{page}.png"));
        let kept = std::fs::read(&place).ok();
        if let Some(shown) = seen(kept.as_deref(), &drawn) {
            let beside = tools::folder().join(format!("{name}-{page}.png"));
            std::fs::write(&beside, &drawn).expect("the folder takes a picture");
            found.push(format!("── {name}, page {page}: {shown}; see {}", beside.display()));
        }
        if renew {
            std::fs::write(&place, drawn).expect("the set takes a picture");
        }
    }
    if renew {
        std::fs::write(folder.join(DRAWN_BY), version + "\n").expect("the set takes a text");
    }
    found
}

fn version() -> Option<String> {
    let said = Command::new("pdftoppm").arg("-v").output().ok()?.stderr;
    Some(String::from_utf8_lossy(&said).lines().next()?.to_owned())
}

/// The page as the bytes of a PNG.
fn drawn(pdf: &[u8], page: u32) -> Vec<u8> {
    let to: PathBuf = tools::folder().join(format!("page-{page}"));
    let (at, to_words) = (page.to_string(), to.to_string_lossy().into_owned());
    let before = ["-r", RESOLUTION, "-f", &at, "-l", &at, "-singlefile", "-png"];
    let (done, said) = tools::run("pdftoppm", &before, pdf, &[&to_words]).expect("it answered before");
    assert!(done, "pdftoppm draws page {page}: {said}");
    std::fs::read(to.with_extension("png")).expect("the picture")
}

/// How two pictures differ; nothing where every pixel is equal.
fn seen(kept: Option<&[u8]>, drawn: &[u8]) -> Option<String> {
    let Some(kept) = kept.map(pixels) else { return Some("a new picture".to_owned()) };
    let now = pixels(drawn);
    if kept.width != now.width || kept.values.len() != now.values.len() {
        return Some("another size".to_owned());
    }
    let pairs = kept.values.chunks(3).zip(now.values.chunks(3));
    let other: Vec<usize> = pairs.enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).collect();
    let across = || other.iter().map(|at| at % now.width);
    let down = || other.iter().map(|at| at / now.width);
    Some(format!(
        "{} pixels differ, between {},{} and {},{}",
        other.len(),
        across().min()?,
        down().min()?,
        across().max()?,
        down().max()?
    ))
}

fn pixels(picture: &[u8]) -> Pixels {
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().expect("a picture");
    let mut values = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut values).expect("pixels");
    assert_eq!(info.color_type, png::ColorType::Rgb, "poppler draws in colour");
    values.truncate(info.buffer_size());
    Pixels { width: info.width as usize, values }
}
