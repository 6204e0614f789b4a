//! The logo at the head of every kind of document: whole, where it belongs, named, and the same bytes every time.

use std::sync::Arc;

use entaku_domain::document::{Readings, TypeSize};
use entaku_domain::label::Language;
use entaku_report::layout::{Figure, Item, violations};
use entaku_report::pdf::{Archive, write_as};
use entaku_report::{Content, Logo, Paper, RenderOptions, lay_out, render, words_of};
use lopdf::{Document, Object};
use serde_json::{Value, json};

use crate::{archive, companions, sample};

/// A picture of stripes, so many pixels wide and high.
pub fn picture(width: u32, height: u32) -> Arc<Logo> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a head");
    let pixels: Vec<u8> = (0..height)
        .flat_map(|y| {
            (0..width)
                .flat_map(move |x| if (x / 4 + y / 4) % 2 == 0 { [10, 60, 110] } else { [240, 200, 90] })
        })
        .collect();
    writer.write_image_data(&pixels).expect("pixels");
    writer.finish().expect("an end");
    Arc::new(Logo::import(&file).expect("a logo"))
}

fn options(language: Language, logo: Option<Arc<Logo>>) -> RenderOptions {
    RenderOptions { logo, ..RenderOptions::new(language, "ab".repeat(32)) }
}

/// Every kind of document once.
fn kinds(mut check: impl FnMut(Content<'_>)) {
    check((&sample::content()).into());
    companions::each("議事", check);
}

fn logo_on(page: &entaku_report::layout::Page) -> Vec<&Figure> {
    let figures = page
        .items
        .iter()
        .filter_map(|item| if let Item::Figure(figure) = item { Some(figure) } else { None });
    figures.filter(|figure| figure.items.iter().any(|item| matches!(item, Item::Picture(..)))).collect()
}

#[test]
fn every_kind_of_document_has_it_once_at_its_head_beside_title_and_institution() {
    for (width, height) in [(400, 100), (100, 100), (100, 400), (2_000, 20)] {
        let logo = picture(width, height);
        for language in [Language::Ja, Language::En] {
            for paper in Paper::ALL {
                for type_size in [TypeSize::Ordinary, TypeSize::Large] {
                    let options = RenderOptions { paper, type_size, ..options(language, Some(logo.clone())) };
                    kinds(|content| {
                        let set = lay_out(content, &options).expect("fonts open");
                        assert_eq!(violations(&set), [], "no text leaves its place");
                        let first = logo_on(&set.pages[0]);
                        assert_eq!(first.len(), 1, "once");
                        assert!(
                            set.pages.iter().skip(1).all(|page| logo_on(page).is_empty()),
                            "and nowhere else"
                        );
                        let [x, y, wide, tall] = first[0].rect;
                        assert!(wide <= 141.8 && tall <= 34.1, "within 50 × 12 mm: {wide} × {tall}");
                        assert!(
                            (wide / tall - width as f32 / height as f32).abs() < 0.05 * wide / tall,
                            "as drawn"
                        );
                        assert!(x >= 42.0 && y > 40.0 && y < 120.0, "at the head: {x}, {y}");
                        let words = words_of(content, &options);
                        let head: String = words.lines().take(4).collect::<Vec<_>>().join("\n");
                        assert!(head.contains("円卓大学"), "the institution is named beside it: {head}");
                        let right = x + wide;
                        let beside = set.pages[0].items.iter().filter_map(|item| match item {
                            Item::Text(run) if run.y > y && run.y < y + tall && run.node != 0 => Some(run.x),
                            _ => None,
                        });
                        assert!(tall < 10.0 || beside.clone().count() > 0, "something stands beside it");
                        assert!(beside.into_iter().all(|left| left > right), "and nothing stands on it");
                    });
                }
            }
        }
    }
}

#[test]
fn long_name_beside_it_goes_on_below_and_loses_nothing() {
    let long: String = "円卓大学医学部附属病院".chars().cycle().take(900).collect();
    let content = sample::changed(|value| value["institution"] = json!(long));
    let options = options(Language::Ja, Some(picture(400, 100)));
    let set = lay_out(&content, &options).expect("fonts open");
    assert_eq!(violations(&set), []);
    assert!(words_of(&content, &options).contains(&long));
}

#[test]
fn reader_hears_whose_it_is_and_archives_take_it() {
    let logo = picture(400, 100);
    kinds(|content| {
        let options = options(Language::Ja, Some(logo.clone()));
        let pdf = render(content, &options).expect("renders").pdf;
        assert_eq!(pdf, render(content, &options).expect("renders").pdf, "the same bytes every time");
        let file = Document::load_mem(&pdf).expect("a PDF");
        let images: Vec<&lopdf::Stream> = file
            .objects
            .values()
            .filter_map(|object| object.as_stream().ok())
            .filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image"))
            .collect();
        let [image] = images.as_slice() else { panic!("one picture in the file, not {}", images.len()) };
        assert!(!image.dict.has(b"SMask") && !image.dict.has(b"Mask"), "no transparency");
        assert!(!image.dict.has(b"Interpolate"), "archives forbid it");
        let space = image.dict.get(b"ColorSpace").and_then(Object::as_name).ok();
        assert_eq!(space, Some(b"DeviceRGB".as_slice()), "the colours of the output intent");
        let pixels = image.decompressed_content().expect("unpacks");
        let mut reader = png::Decoder::new(std::io::Cursor::new(logo.png())).read_info().expect("a PNG");
        let mut kept = vec![0; reader.output_buffer_size().expect("small")];
        reader.next_frame(&mut kept).expect("pixels");
        assert_eq!(pixels, kept, "the pixels that are kept");
        let said = file.objects.values().filter_map(|object| object.as_dict().ok()).any(|element| {
            let words = element.get(b"Alt").and_then(Object::as_str).unwrap_or_default();
            let wide: Vec<u8> = "円卓大学".encode_utf16().flat_map(u16::to_be_bytes).collect();
            element.get(b"S").and_then(Object::as_name).ok() == Some(b"Figure")
                && words.windows(wide.len()).any(|here| here == wide)
        });
        assert!(said, "who cannot see it hears whose it is");
        let facts = entaku_report::content::facts(&content.written(&options).about, &options);
        let document = lay_out(content, &options).expect("fonts open");
        let old = write_as(&document, &facts, Archive::A1b).expect("a file");
        let Some(said) = archive::preflight(&old) else { return };
        assert!(said.contains("is a valid PDF/A-1b file"), "{said}");
    });
}

#[test]
fn another_logo_is_another_file_and_no_other_content() {
    let file = |logo| render(&sample::content(), &options(Language::Ja, logo)).expect("renders").pdf;
    let identity = |pdf: &[u8]| {
        let read = Document::load_mem(pdf).expect("a PDF");
        format!("{:?}", read.trailer.get(b"ID").expect("an identity"))
    };
    let all = [file(None), file(Some(picture(40, 40))), file(Some(picture(44, 40)))];
    let names: std::collections::BTreeSet<String> = all.iter().map(|pdf| identity(pdf)).collect();
    assert_eq!(names.len(), 3, "each is a file of its own");
    let without = all[0].len();
    let logo = picture(400, 100);
    let with = file(Some(logo.clone())).len();
    assert!(with < without + logo.png().len() + 1_500, "{with} bytes, {without} without it");
}

#[test]
fn readings_and_large_type_leave_it_as_it_is() {
    let options = RenderOptions {
        type_size: TypeSize::Large,
        readings: Readings::With,
        ..options(Language::Ja, Some(picture(300, 100)))
    };
    companions::each("議事", |content| {
        let set = lay_out(content, &options).expect("fonts open");
        assert_eq!((violations(&set), logo_on(&set.pages[0]).len()), (vec![], 1));
    });
}

#[test]
fn where_no_logo_is_given_nothing_is_changed() {
    let value: Value = serde_json::to_value(sample::content()).expect("data");
    assert!(value.get("logo").is_none(), "the content knows of none");
    let set = lay_out(&sample::content(), &options(Language::Ja, None)).expect("fonts open");
    assert!(set.pages.iter().all(|page| logo_on(page).is_empty()));
}
