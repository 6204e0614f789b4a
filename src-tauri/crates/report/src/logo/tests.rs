//! Files as people have them, and as they must not have them.

use super::*;
use std::time::{Duration, Instant};

/// A PNG of the codec's own making.
fn png(width: u32, height: u32, color: png::ColorType, depth: png::BitDepth, data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(color);
    encoder.set_depth(depth);
    if color == png::ColorType::Indexed {
        encoder.set_palette(vec![0, 60, 120, 255, 255, 255]);
        encoder.set_trns(vec![255, 0]);
    }
    encoder.add_text_chunk("Author".to_owned(), "A. Painter".to_owned()).expect("a text");
    encoder.add_ztxt_chunk("Comment".to_owned(), "SECRET-WORDS".to_owned()).expect("a comment");
    let mut writer = encoder.write_header().expect("a head");
    writer.write_image_data(data).expect("pixels");
    writer.finish().expect("an end");
    out
}

fn plain(width: u32, height: u32) -> Vec<u8> {
    let row: Vec<u8> = (0..width).flat_map(|x| [(x % 200) as u8, 60, 120]).collect();
    let data: Vec<u8> = (0..height).flat_map(|_| row.clone()).collect();
    png(width, height, png::ColorType::Rgb, png::BitDepth::Eight, &data)
}

/// 24 × 16 pixels, blue with a white bar; made for these tests.
const JPEG: &[u8] = include_bytes!("tests/plain.jpg");
/// The same with its passes one after the other.
const PROGRESSIVE: &[u8] = include_bytes!("tests/progressive.jpg");
/// The same in the colours of a press.
const CMYK: &[u8] = include_bytes!("tests/cmyk.jpg");
/// The same in grey.
const GREY: &[u8] = include_bytes!("tests/grey.jpg");

fn decoded(logo: &Logo) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(logo.png())).read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("small")];
    let frame = reader.next_frame(&mut bytes).expect("pixels");
    assert_eq!((frame.color_type, frame.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight));
    (frame.width, frame.height, bytes)
}

#[test]
fn every_form_of_png_is_kept_as_one_without_what_it_said_besides() {
    use png::{BitDepth, ColorType};
    let forms = [
        (ColorType::Rgb, BitDepth::Eight, [0, 60, 120].repeat(4)),
        (ColorType::Rgba, BitDepth::Eight, [0, 60, 120, 255].repeat(4)),
        (ColorType::Rgb, BitDepth::Sixteen, [0, 0, 60, 60, 120, 120].repeat(4)),
        (ColorType::Indexed, BitDepth::One, vec![0b0000_0000, 0b0000_0000]),
    ];
    let mut kept = Vec::new();
    for (color, depth, data) in forms {
        let logo = Logo::import(&png(2, 2, color, depth, &data)).expect("a logo");
        assert_eq!(decoded(&logo), (2, 2, [0, 60, 120].repeat(4)), "{color:?} of {depth:?}");
        assert_eq!(Logo::open(logo.png().to_vec()).as_ref(), Some(&logo), "what is kept opens again");
        assert!(
            !logo.png().windows(4).any(|here| here == b"zTXt" || here == b"tEXt"),
            "nothing else is kept"
        );
        kept.push(logo.sha256());
    }
    kept.dedup();
    assert_eq!(kept.len(), 1, "the same picture is kept as the same bytes");
}

#[test]
fn what_is_transparent_is_white_and_what_is_only_white_is_refused() {
    use png::{BitDepth, ColorType};
    let half = [0, 0, 0, 255, 0, 0, 0, 0, 9, 9, 9, 255].to_vec();
    let logo = Logo::import(&png(3, 1, ColorType::Rgba, BitDepth::Eight, &half)).expect("a logo");
    assert_eq!(decoded(&logo).2, [0, 0, 0, 255, 255, 255, 9, 9, 9], "transparent black is paper");
    let white = [255, 255, 255, 255, 255, 255, 255, 0].to_vec();
    let white = png(2, 1, ColorType::Rgba, BitDepth::Eight, &white);
    assert_eq!(Logo::import(&white), Err(LogoError::Blank), "a logo for dark ground shows nothing on paper");
}

#[test]
fn jpegs_of_every_usual_making_are_read_and_those_for_a_press_refused() {
    for (name, file) in [("plain", JPEG), ("progressive", PROGRESSIVE), ("grey", GREY)] {
        let logo = Logo::import(file).expect(name);
        assert_eq!(logo.pixels(), [24, 16], "{name}");
        let (.., bytes) = decoded(&logo);
        assert!(bytes[0] < 120 && bytes[3 * 24 * 8] > 200, "{name}: dark above, the white bar in the middle");
    }
    assert_eq!(Logo::import(CMYK), Err(LogoError::Press), "their colours are not known");
}

#[test]
fn large_pictures_are_kept_as_large_as_paper_shows_them() {
    let logo = Logo::import(&plain(2_000, 400)).expect("a logo");
    assert_eq!(logo.pixels(), [787, 157], "fifty millimetres at four hundred dots per inch");
    let [width, height] = logo.size();
    assert!((width - 141.73).abs() < 0.1 && height < 34.02, "fifty millimetres: {width} × {height}");
    let tall = Logo::import(&plain(300, 900)).expect("a logo");
    assert!((tall.size()[1] - 34.02).abs() < 0.1, "twelve millimetres");
    assert!((390..=410).contains(&tall.dots_per_inch()), "{}", tall.dots_per_inch());
    assert!(logo.png().len() < 20_000, "{} bytes in every document", logo.png().len());
}

#[test]
fn too_much_is_refused_before_it_is_unpacked() {
    assert_eq!(Logo::import(&vec![0; MOST_BYTES + 1]), Err(LogoError::Bytes(MOST_BYTES + 1)));
    // A head that promises sixteen billion pixels, and a true head with a false size.
    for (width, height) in
        [(0, 1), (1, 0), (2_001, 1), (1, 2_001), (60_000, 60_000), (0x7FFF_FFFF, 0x7FFF_FFFF)]
    {
        let mut bomb = plain(2, 2);
        let head = [13u32.to_be_bytes().as_slice(), b"IHDR"].concat();
        let mut data = [width, height].map(u32::to_be_bytes).concat();
        data.extend([8, 2, 0, 0, 0]);
        let mut check = flate2::Crc::new();
        check.update(&[b"IHDR".as_slice(), &data].concat());
        bomb.splice(8..33, [head, data, check.sum().to_be_bytes().to_vec()].concat());
        let started = Instant::now();
        let refused = Logo::import(&bomb).expect_err("too large or of nothing");
        assert!(
            matches!(refused, LogoError::Sides { .. } | LogoError::Damaged(_)),
            "{width} × {height}: {refused}"
        );
        if width > 2_000 && height < 0x7FFF_FFFF {
            assert_eq!(refused, LogoError::Sides { width, height }, "its size is named");
        }
        assert!(started.elapsed() < Duration::from_millis(200), "nothing was unpacked");
    }
    // The same of a JPEG: its height and width stand behind the start of its frame.
    let mut bomb = JPEG.to_vec();
    let at = bomb.windows(2).position(|two| two == [0xFF, 0xC0]).expect("a frame") + 5;
    bomb.splice(at..at + 4, [0xFF, 0xFF, 0xFF, 0xFF]);
    assert_eq!(Logo::import(&bomb), Err(LogoError::Sides { width: 65_535, height: 65_535 }));
}

#[test]
fn a_comment_that_unpacks_to_gigabytes_is_not_unpacked() {
    use std::io::Write as _;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..300 {
        packed.write_all(&[0; 1_000_000]).expect("memory");
    }
    let data = [b"Comment\0\0".as_slice(), &packed.finish().expect("packed")].concat();
    let mut check = flate2::Crc::new();
    let named = [b"zTXt".as_slice(), &data].concat();
    check.update(&named);
    let chunk =
        [(data.len() as u32).to_be_bytes().to_vec(), named, check.sum().to_be_bytes().to_vec()].concat();
    let mut bomb = plain(2, 2);
    bomb.splice(33..33, chunk);
    assert!(bomb.len() < MOST_BYTES, "small as a file: {}", bomb.len());
    let started = Instant::now();
    assert!(Logo::import(&bomb).is_ok(), "what it says besides is passed over");
    assert!(started.elapsed() < Duration::from_millis(500), "{:?}", started.elapsed());
}

#[test]
fn cut_and_garbled_files_are_refused_without_harm() {
    let sources = [plain(40, 30), JPEG.to_vec(), PROGRESSIVE.to_vec(), GREY.to_vec()];
    for (number, file) in sources.iter().enumerate() {
        for end in 0..file.len() {
            assert!(Logo::import(&file[..end]).is_err(), "file {number} cut at {end} of {}", file.len());
        }
        let mut chance = 88_172_645_463_325_252u64 + number as u64;
        let mut next = |below: usize| {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            chance as usize % below
        };
        let started = Instant::now();
        for _ in 0..600 {
            let mut other = file.clone();
            for _ in 0..=next(4) {
                let at = next(other.len());
                other[at] = next(256) as u8;
            }
            // Either a logo or an error; never a panic, never a picture beyond its bounds.
            if let Ok(logo) = Logo::import(&other) {
                assert!(logo.pixels().iter().all(|side| *side <= LONGEST_SIDE));
            }
        }
        assert!(
            started.elapsed() < Duration::from_secs(60),
            "no file keeps it busy: {:?}",
            started.elapsed()
        );
    }
}

#[test]
fn files_of_other_kinds_are_named() {
    let kinds: [(&[u8], Option<&str>); 6] = [
        (b"GIF89a....", Some("GIF")),
        (b"<?xml version='1.0'?><svg xmlns='x'/>", Some("SVG")),
        (b"%PDF-1.7", Some("PDF")),
        (b"RIFF\0\0\0\0WEBPVP8 ", Some("WebP")),
        (b"", None),
        (b"\x89PN", None),
    ];
    for (file, kind) in kinds {
        assert_eq!(Logo::import(file), Err(LogoError::Kind(kind)), "{:?}", String::from_utf8_lossy(file));
    }
}

#[test]
fn only_the_form_that_is_kept_is_opened() {
    let logo = Logo::import(&plain(4, 4)).expect("a logo");
    assert_eq!(Logo::open(plain(4, 4)), None, "another PNG must be imported");
    for at in 0..logo.png().len() {
        let mut other = logo.png().to_vec();
        other[at] ^= 1;
        assert_eq!(Logo::open(other), None, "a changed byte is found by the checks of the form: {at}");
    }
}
