//! The pictures of the help, taken of the demonstration in the real window (`cargo xtask pictures`).
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use entaku_tests::place::Folder;
use entaku_tests::window::{Session, key};

use crate::hand::{PATIENCE, click, demonstration, find, has, part, turn, wait_says};
use crate::way_in::open_on;

/// Where the pictures go, a folder for each language; without it no picture is taken.
const WHERE: &str = "ENTAKU_PICTURES";

/// Of the window: as small as a screen that people use, so that the text can be read in the help.
const SIZE: (u32, u32) = (1180, 720);

/// Colours of a picture. A screen is flat; what smooths its letters is hardly missed.
const COLOURS: usize = 16;

#[test]
fn the_help_shows_the_window_as_it_is() {
    let Some(folder) = std::env::var_os(WHERE).map(PathBuf::from) else {
        eprintln!("skipped: {WHERE} names no folder (`cargo xtask pictures` takes the pictures of the help)");
        return;
    };
    let store = Folder::new("pictures");
    let window = open_on(&store.join("store"));
    window.resize(SIZE.0, SIZE.1);
    demonstration(&window);
    for language in ["ja", "en"] {
        let folder = folder.join(language);
        std::fs::create_dir_all(&folder).expect("the folder of pictures can be made");
        if language == "en" {
            click(&window, "language-switch");
            window.wait_until("the page speaks English", PATIENCE, || {
                find(&window, "language-switch").text().contains("日本語")
            });
        }
        let take = |name: &str| take(&window, &store.join("whole.png"), &folder.join(format!("{name}.png")));
        take("list");
        open_case(&window, "2026-0001");
        take("overview");
        turn(&window, "shortVariant");
        window.press([key::ENTER]);
        find(&window, "verdict-class-1");
        take("finding");
        window.press([key::ESCAPE]);
        turn(&window, "agreement");
        take("agreement");
        turn(&window, "treatment");
        take("treatment");
        click(&window, "go-list");
        open_case(&window, "2026-0003");
        turn(&window, "meeting");
        take("meeting");
        turn(&window, "documents");
        find(&window, "preview-pages");
        take("documents");
        click(&window, "go-list");
        find(&window, "case-row");
    }
}

fn open_case(window: &Session, number: &str) {
    window.click(&format!("{}[data-case=\"{number}\"]", part("case-row")));
    wait_says(window, "case-no", number);
    assert!(!has(window, "error"), "nothing went wrong on the way");
}

/// Takes a picture once everything is painted, and makes it small.
fn take(window: &Session, whole: &Path, small: &Path) {
    // What is asked of the desk when a page opens is there a moment later; the pages of a document take the longest.
    std::thread::sleep(std::time::Duration::from_millis(2500));
    let painted = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
    window.run_async(painted, &[]);
    window.screenshot(whole);
    let bytes = std::fs::read(whole).expect("the picture was taken");
    std::fs::write(small, reduced(&bytes)).expect("the picture can be written");
}

type Colour = [u8; 3];

/// The same picture in few colours: those that are there most often, each unlike the others, and for every point the nearest.
fn reduced(bytes: &[u8]) -> Vec<u8> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().expect("the window gives a PNG");
    let mut buffer = vec![0; reader.output_buffer_size().expect("a picture of a screen fits into memory")];
    let info = reader.next_frame(&mut buffer).expect("the window gives a whole PNG");
    let each = info.color_type.samples();
    assert!(each >= 3, "a screen has colours");
    let points: Vec<Colour> =
        buffer[..info.buffer_size()].chunks_exact(each).map(|point| [point[0], point[1], point[2]]).collect();
    let palette = palette(&points);
    let mut known: HashMap<Colour, u8> = HashMap::new();
    let places: Vec<u8> = points
        .iter()
        .map(|point| *known.entry(*point).or_insert_with(|| nearest(&palette, *point)))
        .collect();

    let mut small = Vec::new();
    let mut encoder = png::Encoder::new(&mut small, info.width, info.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_palette(palette.concat());
    let rows: Vec<u8> = places
        .chunks(info.width as usize)
        .flat_map(|row| row.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or_default()))
        .collect();
    let mut writer = encoder.write_header().expect("a head of a PNG");
    writer.write_image_data(&rows).expect("a row for each of the picture");
    writer.finish().expect("the end of a PNG");
    small
}

fn apart(one: Colour, other: Colour) -> u32 {
    one.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

fn palette(points: &[Colour]) -> Vec<Colour> {
    /// Nearer ones are smoothed letters and shades of a ground.
    const UNLIKE: u32 = 3 * 32 * 32;
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for point in points {
        *counts.entry(*point).or_default() += 1;
    }
    let mut often: Vec<(Colour, usize)> = counts.into_iter().collect();
    often.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let mut chosen: Vec<Colour> = Vec::new();
    // Grounds differ little and cover much: the first few are taken as they are.
    chosen.extend(often.iter().take(6).map(|(colour, _)| *colour));
    for (colour, _) in often {
        if chosen.len() < COLOURS && chosen.iter().all(|one| apart(*one, colour) >= UNLIKE) {
            chosen.push(colour);
        }
    }
    chosen
}

fn nearest(palette: &[Colour], point: Colour) -> u8 {
    let place = (0..palette.len()).min_by_key(|place| apart(palette[*place], point)).unwrap_or_default();
    u8::try_from(place).expect("a picture has few colours")
}
